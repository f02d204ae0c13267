// What decides an indicator, where the two sides of a comparison differ in it, for programs: in the
// words of criteria files and --set, "completion at_least 70, at_least 60 where remote".
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/char_buffer.h"
#include "model/comparison.h"
#include "model/run.h"
#include "model/same_rules.h"

namespace kdcl {

/// A known value of a field that is no text, as criteria files write it: a number unrounded, true
/// or false, the id of a choice, a date as YYYY-MM-DD.
[[nodiscard]] std::string value_text(const Field& field, double value);

/// "completion at_least 70, at_least 60 where remote" before and after: a requirement with its
/// exceptions, several joined by " and ". The calculation stands in brackets behind a name where
/// nothing else differs. Empty where one side has nothing.
[[nodiscard]] std::pair<std::string, std::string> requirement_statements(const Run& run,
                                                                         const RuleChange& change);
/// "at_least 60 where remote" before and after; the same.
[[nodiscard]] std::pair<std::string, std::string> exception_statements(const Run& run,
                                                                       const RuleChange& change);

// The comparison of schools for programs: CSV and JSON. Figures are written unrounded.

/// A row a school: who it is, its sets and levels on both sides, the move, causes joined by "; ".
/// Text that a spreadsheet would run as a formula gets a leading apostrophe.
[[nodiscard]] CharBuffer write_comparison_csv(const Run& run, const SchoolComparison& comparison);

/// `before` and `after` name the sides. One entry a school with its causes as objects:
/// docs/compare.md.
[[nodiscard]] std::string write_comparison_json(const Run& run, const SchoolComparison& comparison,
                                                std::string_view before, std::string_view after,
                                                std::string_view version);

}  // namespace kdcl
