// Score results as names in expressions. They stand as fields after those of the run, in the order
// of ResultColumn, so that expressions need not know them: read/targets parses with these fields,
// score/targets gives their columns.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/run.h"

namespace kdcl {

/// The columns of results that `score` writes: no names for fields, and passed over when its output
/// is read as school data.
inline constexpr std::array<std::string_view, 14> kScoreColumns = {
    "level",   "level_max", "school_level", "accreditation",  "national_standard",
    "met",     "not_met",   "unknown",      "not_applicable", "blocking",
    "missing", "sensitive", "what_if",      "in_register"};

/// Numbers. The awards are numbered from 1; 0 is none (award_number).
enum class ResultColumn : uint8_t {
  level,
  level_max,
  school_level,
  accreditation,
  national_standard,
};
inline constexpr size_t kResultColumns = 5;

/// As in the columns that `score` writes.
[[nodiscard]] std::string_view result_name(ResultColumn column);

/// The fields of the run, then one for each result.
[[nodiscard]] std::vector<Field> fields_with_results(const Run& run);

}  // namespace kdcl
