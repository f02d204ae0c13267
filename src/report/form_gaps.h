// What keeps a row from its next level, in the order to do it.
#pragma once

#include <string>
#include <vector>

#include "report/form_parts.h"

namespace kdcl {

/// An indicator in the way, in words. Figures are empty where the judgement alone decided.
struct Gap {
  uint32_t indicator = 0;
  std::string text;     ///< of the indicator
  std::string clause;   ///< may be empty
  std::string measure;  ///< what the figure is of
  std::string found;
  std::string required;
  std::string shortfall;  ///< in units and heads
};

/// The indicator in words, with the figure that is not met if there is one.
[[nodiscard]] Gap gap_of(const SchoolView& view, uint32_t indicator);

/// What is in the way in one line, with its clause: the measure where a figure decided, else the
/// text of the indicator.
[[nodiscard]] std::string gap_words(const Gap& gap);

/// The indicators not met that keep the row from the next level: those of mandatory criteria first,
/// in set order. Where a clause asks only some of the others, those with the fewest gaps come
/// first: they are the nearest.
[[nodiscard]] std::vector<Gap> gaps_of(const FormView& form);

/// The title of the next level by the verdicts of `score`; empty at the top.
[[nodiscard]] std::string next_level_title(const FormView& form, const ScoreBlock& score);

/// What the next level asks that is not so by the verdicts of `score`, a sentence a clause; empty
/// at the top.
[[nodiscard]] std::vector<std::string> failing_needs(const FormView& form, const ScoreBlock& score);

}  // namespace kdcl
