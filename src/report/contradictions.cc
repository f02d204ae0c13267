#include "report/contradictions.h"

#include "report/figure_words.h"

namespace kdcl {
namespace {

constexpr Message kJudgedMet{"{0}: đánh giá đạt nhưng số liệu {1}, cần {2}",
                             "{0}: judged met, but the figure is {1}, required {2}"};
constexpr Message kJudgedNotMet{"{0}: đánh giá không đạt nhưng số liệu {1}, yêu cầu {2}",
                                "{0}: judged not met, but the figure is {1}, required {2}"};

}  // namespace

size_t report_contradictions(const Run& run, const ScoredBlock& block, const JudgementPlace& place,
                             Diagnostics& diagnostics) {
  size_t count = 0;
  for (size_t row = 0; row < block.table.rows; ++row) {
    if (block.table.set[row] == kNoSet) continue;
    const auto index = static_cast<size_t>(block.table.set[row]);
    const CriteriaSet& set = run.sets[index];
    for (size_t i = 0; i < set.indicators.size(); ++i) {
      const std::optional<Figure>& figure = block.details[row].figures[i];
      if (!block.score.contradiction.test(row, i) || !figure) continue;
      const Requirement& requirement = set.indicators[i].requirements[figure->requirement];
      const bool is_judged_met = block.table.met.test(row, i);
      const Language language = diagnostics.language();
      diagnostics.warning(place(row, i), is_judged_met ? kJudgedMet : kJudgedNotMet,
                          set.indicators[i].name, found_text(run, requirement, *figure, language),
                          required_text(run, requirement, figure->required, language));
      ++count;
    }
  }
  return count;
}

}  // namespace kdcl
