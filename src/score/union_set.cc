#include "score/union_set.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "model/same_rules.h"

namespace kdcl {
namespace {

bool is_same_rule(const Level& one, const Level& other) {
  return std::equal(one.needs.begin(), one.needs.end(), other.needs.begin(), other.needs.end(),
                    [](const Need& a, const Need& b) {
                      return a.group == b.group && a.at_least == b.at_least && a.level == b.level;
                    });
}

const Criterion* find_criterion(const CriteriaSet& set, std::string_view id) {
  const auto found = std::find_if(set.criteria.begin(), set.criteria.end(),
                                  [id](const Criterion& each) { return each.id == id; });
  return found == set.criteria.end() ? nullptr : &*found;
}

void set_bit(size_t bit, BitMask& mask) { mask[bit / 64] |= uint64_t{1} << (bit % 64); }

UnionSide side_of(const std::vector<UnionIndicator>& indicators,
                  int32_t UnionIndicator::*position) {
  UnionSide side;
  side.lacks.resize((indicators.size() + 63) / 64);
  for (uint32_t i = 0; i < indicators.size(); ++i) {
    if (indicators[i].*position == kNotThere) {
      set_bit(i, side.lacks);
      continue;
    }
    const auto own = static_cast<uint32_t>(indicators[i].*position);
    if (side.stretches.empty() || own != side.stretches.back().own + side.stretches.back().count ||
        i != side.stretches.back().joined + side.stretches.back().count)
      side.stretches.push_back({own, i, 0});
    ++side.stretches.back().count;
  }
  return side;
}

class Uniter {
 public:
  Uniter(const CriteriaSet& before, const CriteriaSet& after) : before_(before), after_(after) {}

  UnionSet unite() {
    result_.under_before.levels = before_.levels;
    result_.under_after.levels = after_.levels;
    for (const Criterion& criterion : after_.criteria)
      add(find_criterion(before_, criterion.id), &criterion);
    for (const Criterion& criterion : before_.criteria)
      if (!find_criterion(after_, criterion.id)) add(&criterion, nullptr);
    result_.rule_differs |= !std::equal(before_.levels.begin(), before_.levels.end(),
                                        after_.levels.begin(), after_.levels.end(), is_same_rule);
    const std::vector<UnionIndicator>& indicators = result_.indicators;
    result_.before = side_of(indicators, &UnionIndicator::before);
    result_.after = side_of(indicators, &UnionIndicator::after);
    result_.redefined.resize(result_.before.lacks.size());
    for (size_t i = 0; i < indicators.size(); ++i)
      if (indicators[i].differs || !indicators[i].is_in_both()) set_bit(i, result_.redefined);
    return std::move(result_);
  }

 private:
  void add(const Criterion* before, const Criterion* after) {
    const bool is_mandatory_before = (before ? before : after)->mandatory;
    const bool is_mandatory_after = (after ? after : before)->mandatory;
    result_.rule_differs |= is_mandatory_before != is_mandatory_after;
    add_criterion(is_mandatory_before, result_.under_before);
    add_criterion(is_mandatory_after, result_.under_after);
    for (const auto& [key, indicator] : indicators_of(before, after))
      add_indicator(before, after, indicator);
  }

  static void add_criterion(bool mandatory, CriteriaSet& set) {
    Criterion criterion;
    criterion.mandatory = mandatory;
    criterion.first_indicator = static_cast<uint32_t>(set.indicators.size());
    set.criteria.push_back(std::move(criterion));
  }

  /// By level, then name, so that the levels rise.
  std::map<std::pair<int, std::string_view>, UnionIndicator> indicators_of(
      const Criterion* before, const Criterion* after) const {
    std::map<std::pair<int, std::string_view>, UnionIndicator> found;
    const auto add = [&](const CriteriaSet& set, const Criterion* criterion,
                         int32_t UnionIndicator::*position) {
      for (uint32_t i = 0; criterion && i < criterion->indicator_count; ++i) {
        const uint32_t at = criterion->first_indicator + i;
        const Indicator& indicator = set.indicators[at];
        found[{indicator.level, indicator.name}].*position = static_cast<int32_t>(at);
      }
    };
    add(before_, before, &UnionIndicator::before);
    add(after_, after, &UnionIndicator::after);
    return found;
  }

  void add_indicator(const Criterion* before, const Criterion* after, UnionIndicator indicator) {
    const auto position = [](int32_t at) { return static_cast<size_t>(at); };
    const Indicator& shown = indicator.after != kNotThere
                                 ? after_.indicators[position(indicator.after)]
                                 : before_.indicators[position(indicator.before)];
    indicator.differs =
        indicator.is_in_both() &&
        !is_decided_alike(before_.indicators[position(indicator.before)], *before, shown, *after);
    for (CriteriaSet* set : {&result_.under_before, &result_.under_after}) {
      Indicator bare;
      bare.name = shown.name;
      bare.level = shown.level;
      bare.criterion = static_cast<uint32_t>(set->criteria.size() - 1);
      set->indicators.push_back(std::move(bare));
      ++set->criteria.back().indicator_count;
    }
    result_.indicators.push_back(indicator);
  }

  const CriteriaSet& before_;
  const CriteriaSet& after_;
  UnionSet result_{};
};

}  // namespace

UnionSet unite(const CriteriaSet& before, const CriteriaSet& after) {
  return Uniter(before, after).unite();
}

}  // namespace kdcl
