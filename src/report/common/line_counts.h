// Live formulas that count the lines of the list of schools, with the values they have now.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/score/workbook.h"

namespace kdcl {

/// One thing asked of a line of the list: the column between two pieces of a formula.
struct LineTest {
  size_t column = 0;
  std::string before{};  ///< what stands before the column: "(" or "EXACT("
  std::string after{};   ///< and after it: "=3)"
};

/// The line is one of a school at all; it is at this level; its text in a column is this one,
/// letter by letter.
[[nodiscard]] LineTest any_line();
[[nodiscard]] LineTest level_is(const ListColumns& columns, int level);
[[nodiscard]] LineTest text_is(size_t column, std::string_view text);
/// The line has any text in a column.
[[nodiscard]] LineTest has_text(size_t column);
/// The text in a column is one of these, whatever the case.
[[nodiscard]] LineTest is_one_of(size_t column, const std::vector<std::string>& texts);
/// The line has a decision that is still valid.
[[nodiscard]] LineTest is_valid_decision(const ListColumns& columns, Language language);

/// Only the lines that are in shares and of these sets, where levels of several circulars stand in
/// one list; no test where all lines are.
[[nodiscard]] std::vector<LineTest> tests_of(const ScoreView& view, const ListColumns& columns,
                                             const LevelCounts& levels);
[[nodiscard]] std::vector<LineTest> with(std::vector<LineTest> tests, LineTest test);

/// No test where shares are of all lines, else that the line is in them.
[[nodiscard]] std::vector<LineTest> in_shares(const ListColumns& columns);

/// A live count of the lines for which all tests hold, worth `value` now. The list is table 0 of
/// sheet `list`.
[[nodiscard]] Cell count_lines(size_t list, const std::vector<LineTest>& tests, size_t value);

/// The sum of a whole column, worth `value` now.
[[nodiscard]] Cell sum_column(const Reference& column, size_t value);

/// One cell by another as a percentage, 0 where the other is 0.
[[nodiscard]] Cell divide_cells(const Reference& part_cell, const Reference& whole_cell,
                                size_t part, size_t whole);

}  // namespace kdcl
