#include "report/form_gaps.h"

#include <algorithm>
#include <map>

#include "report/figure_words.h"
#include "report/form_words.h"
#include "report/phrases.h"

namespace kdcl {
namespace {

bool is_in(const Need& need, const Criterion& criterion) {
  return need.group == Need::Group::all ||
         (need.group == Need::Group::mandatory) == criterion.mandatory;
}

Message group_name(Need::Group group) {
  return group == Need::Group::all         ? Message{"Toàn bộ tiêu chí", "All criteria"}
         : group == Need::Group::mandatory ? Message{"Tiêu chí bắt buộc", "Mandatory criteria"}
                                           : Message{"Tiêu chí còn lại", "Other criteria"};
}

/// Empty if the clause holds.
std::string failing_need(const FormView& form, const ScoreBlock& score, const Need& need) {
  const CriteriaSet& set = form.set();
  std::vector<std::string> below;
  int whole = 0;
  int met = 0;
  for (size_t i = 0; i < set.criteria.size(); ++i) {
    if (!is_in(need, set.criteria[i])) continue;
    const int level = score.criterion_level[form.school.row.row * score.criteria_stride + i];
    if (level == kNoLevel) continue;
    ++whole;
    if (level >= highest_level(set, set.criteria[i], need.level))
      ++met;
    else
      below.push_back(set.criteria[i].id);
  }
  const Language language = form.language();
  const std::string asked = level_title(set, need.level, language);
  const std::string group(group_name(need.group).in(language));
  if (!need.at_least)
    return below.empty()
               ? std::string()
               : format_message(language,
                                {"{0}: cần mọi tiêu chí đạt {1}, còn {2} tiêu chí chưa đạt: {3}.",
                                 "{0}: every criterion at {1}; still below ({2}): {3}."},
                                group, asked, below.size(), joined(below, ", "));
  if (met >= *need.at_least) return {};
  return format_message(
      language,
      {"{0}: cần ít nhất {1}/{2} tiêu chí đạt {3}, mới có {4}: thiếu {5}. Chưa đạt: {6}.",
       "{0}: at least {1} of {2} criteria at {3}; so far {4}, {5} short. Still below: {6}."},
      group, *need.at_least, whole, asked, met, *need.at_least - met, joined(below, ", "));
}

}  // namespace

Gap gap_of(const SchoolView& view, uint32_t index) {
  const Indicator& indicator = view.set().indicators[index];
  Gap gap{index, indicator.text.in(view.language), indicator.clause, {}, {}, {}, {}};
  const Figure* figure = view.figure(index);
  if (!figure || !figure->fails) return gap;
  const Requirement& requirement = indicator.requirements[figure->requirement];
  gap.measure = requirement.title.in(view.language);
  gap.found = found_text(view.run, requirement, *figure, view.language);
  if (const std::string held = view.held_text(index); !held.empty()) gap.found += " (" + held + ")";
  gap.required = required_text(view.run, requirement, figure->required, view.language);
  gap.shortfall = shortfall_text(view.run, requirement, *figure, view.language);
  return gap;
}

std::string gap_words(const Gap& gap) {
  const std::string& words = gap.measure.empty() ? gap.text : gap.measure;
  return gap.clause.empty() ? words : words + " (" + gap.clause + ")";
}

std::vector<Gap> gaps_of(const FormView& form) {
  const CriteriaSet& set = form.set();
  const BitRows& blocking = form.view.score().blocking;
  std::map<uint32_t, size_t> counts;  // of gaps, by criterion
  std::vector<uint32_t> indicators;
  for (uint32_t i = 0; i < set.indicators.size(); ++i) {
    if (!blocking.test(form.school.row.row, i)) continue;
    indicators.push_back(i);
    ++counts[set.indicators[i].criterion];
  }
  std::stable_sort(indicators.begin(), indicators.end(), [&](uint32_t a, uint32_t b) {
    const auto rank = [&](uint32_t i) {
      const uint32_t criterion = set.indicators[i].criterion;
      return set.criteria[criterion].mandatory ? 0 : counts[criterion];
    };
    return rank(a) < rank(b);
  });
  std::vector<Gap> gaps;
  for (const uint32_t i : indicators) gaps.push_back(gap_of(form.view, i));
  return gaps;
}

std::string next_level_title(const FormView& form, const ScoreBlock& score) {
  const int next = score.level[form.school.row.row] + 1;
  return next > form.set().top_level() ? std::string()
                                       : level_title(form.set(), next, form.language());
}

std::vector<std::string> failing_needs(const FormView& form, const ScoreBlock& score) {
  const auto next = static_cast<size_t>(score.level[form.school.row.row]);
  std::vector<std::string> needs;
  if (next >= form.set().levels.size()) return needs;
  for (const Need& need : form.set().levels[next].needs)
    if (std::string text = failing_need(form, score, need); !text.empty())
      needs.push_back(std::move(text));
  return needs;
}

}  // namespace kdcl
