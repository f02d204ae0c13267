#include "score/union_set.h"

#include <algorithm>
#include <map>
#include <span>
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
  Uniter(const Run& run, size_t before, size_t after)
      : run_(run),
        judged_before_(run.judged[before]),
        judged_after_(run.judged[after]),
        before_(run.sets[before]),
        after_(run.sets[after]) {}

  UnionSet unite() {
    result_.under_before.levels = before_.levels;
    result_.under_after.levels = after_.levels;
    for (const Criterion& criterion : after_.criteria)
      add(find_criterion(before_, criterion.id), &criterion);
    for (const Criterion& criterion : before_.criteria)
      if (!find_criterion(after_, criterion.id)) add(&criterion, nullptr);
    result_.rule_differs |= !std::equal(before_.levels.begin(), before_.levels.end(),
                                        after_.levels.begin(), after_.levels.end(), is_same_rule);
    for (const JudgedSet& each : std::span(judged_before_).subspan(1))
      add_others(&each, find_alike(each, judged_after_));
    for (const JudgedSet& each : std::span(judged_after_).subspan(1))
      if (!find_alike(each, judged_before_)) add_others(nullptr, &each);
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
        indicator.is_in_both() && (!is_decided_alike(before_.indicators[position(indicator.before)],
                                                     *before, shown, *after) ||
                                   !asks_levels_alike(shown));
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

  /// The set of the same id among others; null if there is none.
  const JudgedSet* find_alike(const JudgedSet& wanted, const std::vector<JudgedSet>& judged) const {
    const auto found = std::find_if(judged.begin() + 1, judged.end(), [&](const JudgedSet& each) {
      return run_.sets[each.set].id == run_.sets[wanted.set].id;
    });
    return found == judged.end() ? nullptr : &*found;
  }

  /// True if the sets whose level the indicator asks for come to it alike on both sides.
  bool asks_levels_alike(const Indicator& indicator) const {
    return std::none_of(
        indicator.requirements.begin(), indicator.requirements.end(), [&](const Requirement& each) {
          return each.is_level &&
                 (!finds_levels_alike(each.measure, judged_before_, judged_after_) ||
                  !finds_levels_alike(each.measure, judged_after_, judged_before_));
        });
  }

  /// True if the set called `id`, and those that amend it, have their like among the other sets.
  bool finds_levels_alike(const std::string& id, const std::vector<JudgedSet>& judged,
                          const std::vector<JudgedSet>& others) const {
    return std::all_of(judged.begin() + 1, judged.end(), [&](const JudgedSet& each) {
      const CriteriaSet& set = run_.sets[each.set];
      if (set.id != id && !set.has_base(id)) return true;
      const JudgedSet* other = find_alike(each, others);
      return other && (other->set == each.set || is_scored_alike(each.set, other->set));
    });
  }

  bool is_scored_alike(size_t one, size_t other) const {
    const CriteriaSet& set = run_.sets[one];
    const CriteriaSet& like = run_.sets[other];
    const UnionSet both = Uniter(run_, one, other).unite();
    return set.in_force_from == like.in_force_from && set.in_force_to == like.in_force_to &&
           !both.rule_differs &&
           std::all_of(both.indicators.begin(), both.indicators.end(),
                       [](const auto& each) { return each.is_in_both() && !each.differs; });
  }

  /// The judgements of a set whose level is asked for; null where a side has none of its id.
  void add_others(const JudgedSet* before, const JudgedSet* after) {
    std::map<std::string_view, UnionIndicator> found;
    const auto add = [&](const JudgedSet* judged, int32_t UnionIndicator::*bit) {
      if (!judged) return;
      const std::vector<Indicator>& indicators = run_.sets[judged->set].indicators;
      for (size_t i = 0; i < indicators.size(); ++i)
        found[indicators[i].name].*bit = static_cast<int32_t>(64 * judged->first_word + i);
    };
    add(before, &UnionIndicator::before);
    add(after, &UnionIndicator::after);
    for (const auto& [name, bits] : found) {
      const auto known =
          std::find_if(result_.others.begin(), result_.others.end(),
                       [&name = name](const auto& each) { return each.name == name; });
      if (known != result_.others.end())
        known->bits.push_back(bits);
      else
        result_.others.push_back({std::string(name), {bits}});
    }
  }

  const Run& run_;
  const std::vector<JudgedSet>& judged_before_;
  const std::vector<JudgedSet>& judged_after_;
  const CriteriaSet& before_;
  const CriteriaSet& after_;
  UnionSet result_{};
};

}  // namespace

UnionSet unite(const Run& run, size_t before, size_t after) {
  return Uniter(run, before, after).unite();
}

}  // namespace kdcl
