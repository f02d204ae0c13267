// Reads a targets file (docs/targets-format.md): what is counted, among whom, the goals and what
// was reached before. As strict as the loader of criteria sets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/targets.h"

namespace kdcl {

/// The targets of one file, in its order. Nothing if anything is wrong; all faults are reported.
/// Expressions know the fields and measures of the run and the score results (ResultColumn).
[[nodiscard]] std::optional<std::vector<Target>> read_targets(const std::string& name,
                                                              std::string_view bytes,
                                                              const Run& run,
                                                              Diagnostics& diagnostics);

}  // namespace kdcl
