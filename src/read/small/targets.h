// What the reader of targets says of a wrong file. Faults of single values are in
// yaml_values_messages.h, of expressions in model/expression_parts.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/language.h"
#include "model/run.h"
#include "model/targets.h"
#include "read/yaml/values.h"

namespace kdcl::message {

// Days, goals and history
inline constexpr Message kSharePercent{"share: cần từ 0 đến 100 (phần trăm), gặp {0}",
                                       "share: expected 0 to 100 (percent), found {0}"};
inline constexpr Message kOneOfTwo{"{0}: chỉ được một trong hai khóa \"{0}\" và \"{1}\"",
                                   "{0}: expected only one of \"{0}\" and \"{1}\""};
}  // namespace kdcl::message

namespace kdcl {

// The goals and history of one target. Only for read/targets.

/// Reads `goals` and `history` into the target's lines; whether goals count schools follows from
/// the first of them. `is_grouped`: the keys hold a list for each value of `by`.
void read_lines(const YamlValues& values, const YamlNode& map, bool is_grouped, Target& target);

// Reads a targets file (docs/targets-format.md): what is counted, among whom, the goals and what
// was reached before. As strict as the loader of criteria sets.

/// The targets of one file, in its order. Nothing if anything is wrong; all faults are reported.
/// Expressions know the fields and measures of the run and the score results (ResultColumn).
[[nodiscard]] std::optional<std::vector<Target>> read_targets(const std::string& name,
                                                              std::string_view bytes,
                                                              const Run& run,
                                                              Diagnostics& diagnostics);

}  // namespace kdcl
