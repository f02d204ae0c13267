// The comparison of schools for programs: CSV and JSON. Figures are written unrounded.
#pragma once

#include <string>
#include <string_view>

#include "base/char_buffer.h"
#include "model/comparison.h"

namespace kdcl {

/// A row a school: who it is, its sets and levels on both sides, the move, causes joined by "; ".
/// Text that a spreadsheet would run as a formula gets a leading apostrophe.
[[nodiscard]] CharBuffer write_comparison_csv(const Run& run, const SchoolComparison& comparison);

/// `before` and `after` name the sides. One entry a school with its causes as objects:
/// docs/compare.md.
[[nodiscard]] std::string write_comparison_json(const Run& run, const SchoolComparison& comparison,
                                                std::string_view before, std::string_view after,
                                                std::string_view version);

}  // namespace kdcl
