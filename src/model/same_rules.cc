#include "model/same_rules.h"

#include <algorithm>
#include <optional>

namespace kdcl {
namespace {

bool is_same(const std::optional<Expression>& one, const std::optional<Expression>& other) {
  return one.has_value() == other.has_value() && (!one || same_meaning(*one, *other));
}

bool is_same(const Exception& one, const Exception& other) {
  return one.value == other.value && is_same(one.where, other.where);
}

bool is_same(const Requirement& one, const Requirement& other) {
  return one.comparison == other.comparison && one.value == other.value &&
         one.is_level == other.is_level && (!one.is_level || one.measure == other.measure) &&
         one.covers_part == other.covers_part && is_same(one.figure, other.figure) &&
         is_same(one.where, other.where) &&
         std::equal(one.exceptions.begin(), one.exceptions.end(), other.exceptions.begin(),
                    other.exceptions.end(),
                    [](const Exception& a, const Exception& b) { return is_same(a, b); });
}

const Indicator& indicator_named(const CriteriaSet& set, std::string_view name) {
  return *std::find_if(set.indicators.begin(), set.indicators.end(),
                       [name](const Indicator& each) { return each.name == name; });
}

template <typename T>
std::vector<const T*> all_of(const std::vector<T>& list) {
  std::vector<const T*> all;
  for (const T& each : list) all.push_back(&each);
  return all;
}

/// What the other list does not have.
template <typename T>
std::vector<const T*> own_of(const std::vector<T>& list, const std::vector<T>& other) {
  std::vector<const T*> own = all_of(list);
  std::erase_if(own, [&other](const T* each) {
    return std::any_of(other.begin(), other.end(),
                       [each](const T& one) { return is_same(*each, one); });
  });
  return own;
}

void add_where(const std::optional<Expression>& where, const std::optional<Expression>& other,
               OwnRules& rules) {
  if (where && !is_same(where, other)) rules.wheres.push_back(&*where);
}

OwnRules own_rules(const CriteriaSet& set, const Indicator& indicator, const CriteriaSet& other_set,
                   const Indicator& other) {
  OwnRules rules;
  add_where(set.criteria[indicator.criterion].where, other_set.criteria[other.criterion].where,
            rules);
  add_where(indicator.where, other.where, rules);
  for (const Requirement* requirement : own_of(indicator.requirements, other.requirements))
    rules.requirements.push_back({requirement, all_of(requirement->exceptions)});
  return rules;
}

}  // namespace

bool is_decided_alike(const Indicator& before, const Criterion& criterion_before,
                      const Indicator& after, const Criterion& criterion_after) {
  return is_same(criterion_before.where, criterion_after.where) &&
         is_same(before.where, after.where) &&
         std::equal(before.requirements.begin(), before.requirements.end(),
                    after.requirements.begin(), after.requirements.end(),
                    [](const Requirement& a, const Requirement& b) { return is_same(a, b); });
}

RuleChange changed_requirements(const CriteriaSet& before, const CriteriaSet& after,
                                std::string_view indicator) {
  const Indicator& one = indicator_named(before, indicator);
  const Indicator& other = indicator_named(after, indicator);
  return {own_rules(before, one, after, other), own_rules(after, other, before, one)};
}

RuleChange changed_exceptions(const CriteriaSet& before, const CriteriaSet& after,
                              std::string_view indicator) {
  const std::vector<Requirement>& earlier = indicator_named(before, indicator).requirements;
  const std::vector<Requirement>& later = indicator_named(after, indicator).requirements;
  RuleChange change;
  for (size_t i = 0; i < later.size(); ++i) {
    if (is_same(earlier[i], later[i])) continue;
    OwnRequirement one{&earlier[i], own_of(earlier[i].exceptions, later[i].exceptions)};
    OwnRequirement other{&later[i], own_of(later[i].exceptions, earlier[i].exceptions)};
    if (one.exceptions.empty() && other.exceptions.empty()) {
      one.exceptions = all_of(earlier[i].exceptions);
      other.exceptions = all_of(later[i].exceptions);
    }
    change.before.requirements.push_back(std::move(one));
    change.after.requirements.push_back(std::move(other));
  }
  return change;
}

}  // namespace kdcl
