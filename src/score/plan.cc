#include "score/plan.h"

#include <algorithm>
#include <utility>

namespace kdcl {
namespace {

void set_bit(BitMask& mask, size_t bit) { mask[bit / 64] |= uint64_t{1} << (bit % 64); }

/// The position of an expression in the list, added if it is new.
uint32_t position_of(const Expression& expression, std::vector<const Expression*>& list) {
  const auto same = [&](const Expression* other) { return same_meaning(*other, expression); };
  const auto found = std::find_if(list.begin(), list.end(), same);
  const auto position = static_cast<uint32_t>(found - list.begin());
  if (found == list.end()) list.push_back(&expression);
  return position;
}

/// The position of the set whose level is asked for, added if it is new.
uint32_t level_position(const std::string& id, std::vector<std::string>& ids) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  const auto position = static_cast<uint32_t>(found - ids.begin());
  if (found == ids.end()) ids.push_back(id);
  return position;
}

RequirementPlan plan_requirement(const Requirement& requirement, SetPlan& plan) {
  RequirementPlan result;
  result.requirement = &requirement;
  result.figure = requirement.is_level ? level_position(requirement.measure, plan.levels_of)
                                       : position_of(requirement.figure, plan.figures);
  if (requirement.where)
    result.where = static_cast<int32_t>(position_of(*requirement.where, plan.conditions));
  for (const Exception& exception : requirement.exceptions)
    result.exceptions.push_back({position_of(exception.where, plan.conditions), exception.value});
  return result;
}

void plan_indicator(uint32_t index, SetPlan& plan) {
  const Indicator& indicator = plan.set->indicators[index];
  const Criterion& criterion = plan.set->criteria[indicator.criterion];
  set_bit(plan.all, index);
  if (indicator.covers_whole()) set_bit(plan.whole, index);
  IndicatorPlan result;
  result.indicator = index;
  for (const auto* where : {&criterion.where, &indicator.where})
    if (*where) result.wheres.push_back(position_of(**where, plan.conditions));
  for (const Requirement& requirement : indicator.requirements)
    result.requirements.push_back(plan_requirement(requirement, plan));
  if (!result.wheres.empty() || !result.requirements.empty())
    plan.indicators.push_back(std::move(result));
}

/// A criterion that fails first at an indicator of level L reaches L - 1; its level is the highest
/// up to there that it has.
void plan_criterion(const Criterion& criterion, SetPlan& plan) {
  int8_t below = 0;  // highest level with indicators below the current one
  int8_t current = 0;
  for (uint32_t i = criterion.first_indicator;
       i < criterion.first_indicator + criterion.indicator_count; ++i) {
    const auto level = static_cast<int8_t>(plan.set->indicators[i].level);
    if (level != current) below = std::exchange(current, level);
    plan.level_if_failing.push_back(below);
    plan.reach_if_failing.push_back(static_cast<int8_t>(level - 1));
  }
  plan.own_top.push_back(current);
}

bool is_in_group(const Criterion& criterion, Need::Group group) {
  return group == Need::Group::all || (group == Need::Group::mandatory) == criterion.mandatory;
}

NeedPlan plan_need(const Need& need, const SetPlan& plan) {
  NeedPlan result;
  result.indicators.resize(plan.words);
  result.at_least = need.at_least.value_or(0);
  result.level = need.level;
  for (uint32_t i = 0; i < plan.set->criteria.size(); ++i)
    if (is_in_group(plan.set->criteria[i], need.group)) result.criteria.push_back(i);
  for (size_t i = 0; i < plan.set->indicators.size(); ++i) {
    const Indicator& indicator = plan.set->indicators[i];
    if (indicator.level <= need.level &&
        is_in_group(plan.set->criteria[indicator.criterion], need.group))
      set_bit(result.indicators, i);
  }
  return result;
}

}  // namespace

SetPlan make_plan(const CriteriaSet& set) {
  SetPlan plan;
  plan.set = &set;
  plan.words = (set.indicators.size() + 63) / 64;
  plan.all.resize(plan.words);
  plan.whole.resize(plan.words);
  for (uint32_t i = 0; i < set.indicators.size(); ++i) {
    plan.criterion_of.push_back(set.indicators[i].criterion);
    plan_indicator(i, plan);
  }
  plan.firsts.resize(plan.words);
  plan.split.resize(plan.words);
  plan.lasts.resize(plan.words);
  for (uint32_t i = 0; i < set.indicators.size(); ++i) {
    const uint32_t criterion = plan.criterion_of[i];
    const bool is_last = i + 1 == set.indicators.size() || plan.criterion_of[i + 1] != criterion;
    if (i % 64 == 0 || plan.criterion_of[i - 1] != criterion) set_bit(plan.firsts, i);
    if (i % 64 == 63 || is_last) set_bit(plan.lasts, i);
    if (i % 64 == 63 && !is_last) plan.in_two_words.push_back(criterion);
  }
  for (const uint32_t criterion : plan.in_two_words) {
    const Criterion& split = set.criteria[criterion];
    for (uint32_t i = 0; i < split.indicator_count; ++i)
      set_bit(plan.split, split.first_indicator + i);
  }
  for (const Criterion& criterion : set.criteria) plan_criterion(criterion, plan);
  for (const Level& level : set.levels) {
    auto& needs = plan.needs.emplace_back();
    for (const Need& need : level.needs) {
      needs.push_back(plan_need(need, plan));
      plan.counts_criteria |= need.at_least.has_value();
    }
  }
  return plan;
}

}  // namespace kdcl
