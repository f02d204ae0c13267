// The forms of a school are the council's paper: they print what it judged. Where the rules come to
// another verdict with the figures, the place carries a mark, and lines below say which figures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/forms/parts.h"

namespace kdcl {

/// The indicators of a row on which the rules come to another verdict, in set order.
[[nodiscard]] std::vector<uint32_t> differences_of(const RowAt& at);

/// The text with a mark behind it where that is so.
[[nodiscard]] std::string marked(std::string text, bool is_marked);

/// The column of results in which a criterion stands where only one has a mark: that of its level,
/// 0 below the first; none where that is not known or it does not apply.
[[nodiscard]] std::optional<int> result_column(const CriterionLevel& known);

/// The cells of a criterion in a table of results: "Không đạt", then the levels 1 to `highest`. In
/// forms of 2018 all levels reached are marked, in others one; where nothing is judged, a mark of
/// difference stands alone in the column that the rules come to.
struct ResultCells {
  std::vector<Cell> cells;
  bool is_other = false;  ///< one of them says that the rules come to something else
};
[[nodiscard]] ResultCells result_cells(const CriteriaSet& set, const RowAt& at, uint32_t criterion,
                                       int highest);

/// The lines below a table in which the criteria at `criteria` carry marks, one for each of their
/// indicators that differ; nothing without any.
void add_differences(const SchoolView& view, const std::vector<uint32_t>& criteria, Table& lines);

/// level_words() of what was judged, and of what the rules come to beside it if that is another.
[[nodiscard]] std::string level_words_of_both(const CriteriaSet& set, int lowest,
                                              const CriterionLevel& judged,
                                              const CriterionLevel& scored, Language language);

/// The title of the next level by the rules, saying so where the council judged another; empty at
/// the top.
[[nodiscard]] std::string next_level_words(const FormView& form);

}  // namespace kdcl
