// The small files beside school data: targets and letterheads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/letterhead.h"
#include "model/run.h"
#include "model/targets.h"

namespace kdcl {

/// Nothing if the file can't be read or has faults. Its name and digest are added to `inputs`.
[[nodiscard]] std::optional<std::vector<Target>> read_targets_file(const std::string& path,
                                                                   const Run& run,
                                                                   std::vector<InputFile>& inputs,
                                                                   Diagnostics& diagnostics);
[[nodiscard]] std::optional<Letterhead> read_letterhead_file(const std::string& path,
                                                             std::vector<InputFile>& inputs,
                                                             Diagnostics& diagnostics);

}  // namespace kdcl
