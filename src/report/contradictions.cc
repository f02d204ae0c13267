#include "report/contradictions.h"

#include "report/common/figure_words.h"

namespace kdcl {
namespace {

constexpr Message kJudgedMet{"{0}: đánh giá đạt nhưng số liệu {1}, cần {2}",
                             "{0}: judged met, but the figure is {1}, required {2}"};
constexpr Message kJudgedNotMet{"{0}: đánh giá không đạt nhưng số liệu {1}, yêu cầu {2}",
                                "{0}: judged not met, but the figure is {1}, required {2}"};

constexpr Message kDeniedByNotMet{"{0}: mức {1} nhưng {2} được đánh giá không đạt",
                                  "{0}: level {1}, but {2} is judged not met"};
constexpr Message kDeniedByMet{"{0}: mức {1} nhưng mọi chỉ báo của mức {2} được đánh giá đạt",
                               "{0}: level {1}, but all of level {2} is judged met"};
constexpr Message kDeniedByExcluded{"{0}: mức {1} nhưng mọi chỉ báo được đánh giá không áp dụng",
                                    "{0}: level {1}, but all of it is judged not applicable"};
constexpr Message kDeniedExclusion{"{0}: không áp dụng nhưng {1} được đánh giá đạt hoặc không đạt",
                                   "{0}: not applicable, but {1} is judged met or not met"};

void report_denied(const CriteriaSet& set, const DeniedLevel& denied, Diagnostics& diagnostics) {
  const Indicator& indicator = set.indicators[denied.indicator];
  const std::string& criterion = set.criteria[denied.criterion].id;
  if (!denied.level)
    diagnostics.warning(denied.place, kDeniedExclusion, criterion, indicator.name);
  else if (denied.is_all_excluded)
    diagnostics.warning(denied.place, kDeniedByExcluded, criterion, *denied.level);
  else if (indicator.level > *denied.level)
    diagnostics.warning(denied.place, kDeniedByMet, criterion, *denied.level, indicator.level);
  else
    diagnostics.warning(denied.place, kDeniedByNotMet, criterion, *denied.level, indicator.name);
}

}  // namespace

size_t report_denied_levels(const Run& run, const SchoolTable& table, Diagnostics& diagnostics) {
  size_t count = 0;
  const DeniedLevel* before = nullptr;
  for (const DeniedLevel& denied : table.denied_levels) {
    // Of two sets that read one column, if one amends the other, the first tells.
    const bool is_told = before && before->row == denied.row && before->place == denied.place;
    before = &denied;
    if (is_told) continue;
    report_denied(run.sets[denied.set], denied, diagnostics);
    ++count;
  }
  return count;
}

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
