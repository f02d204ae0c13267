#include "score/causes.h"

#include <algorithm>
#include <numeric>

#include "score/cause_names.h"
#include "score/mixed_schools.h"

namespace kdcl {
namespace {

using Kind = Difference::Kind;

ComparedSets sets_of(const Run& run, const ComparedSchool& school) {
  const size_t before = school.before->set();
  const size_t after = school.after->set();
  return {run, before, after, unite(run, before, after)};
}

/// One pair of sets.
class CauseFinder {
 public:
  CauseFinder(const Run& run, const Scorer& scorer, std::span<ComparedSchool*> schools)
      : schools_(schools),
        sets_(sets_of(run, *schools.front())),
        mixed_(run, scorer, sets_.joined, schools) {}

  void find() {
    for (size_t school = 0; school < schools_.size(); ++school) {
      differing_.push_back(mixed_.differing_indicators(school));
      states_.push_back(undone(near_differences(school)));
    }
    widen();
    while (leave_out_what_can_be()) {
    }
    find_others();
    name_all();
  }

 private:
  [[nodiscard]] int8_t level_before(size_t school) const {
    return static_cast<int8_t>(level_of(*schools_[school]->before));
  }

  static State undone(State state) {
    for (Difference& each : state) each.undone = true;
    return state;
  }

  /// Those that decide the indicators whose verdicts differ, and the level rule: they nearly always
  /// hold the causes.
  [[nodiscard]] State near_differences(size_t school) const {
    const std::vector<uint32_t>& indicators = differing_[school];
    State near;
    for (const Difference& each : mixed_.differences(school))
      if (each.kind == Kind::level_rule ||
          std::any_of(indicators.begin(), indicators.end(),
                      [&](uint32_t indicator) { return depends_on(sets_, indicator, each); }))
        near.push_back(each);
    return near;
  }

  /// A field may decide other indicators, too: where undoing what is near does not give the level
  /// before, everything is undone to begin with.
  void widen() {
    std::vector<size_t> all(schools_.size());
    std::iota(all.begin(), all.end(), size_t{0});
    const std::vector<int8_t> levels = mixed_.levels(all, states_);
    for (size_t school = 0; school < schools_.size(); ++school)
      if (levels[school] != level_before(school))
        states_[school] = undone(mixed_.differences(school));
  }

  /// Tries to leave out one difference of each school after the other, the last first. True if any
  /// could be: then others may follow, as indicators of one criterion stand in for each other.
  bool leave_out_what_can_be() {
    size_t most = 0;
    for (const State& state : states_) most = std::max(most, state.size());
    bool any = false;
    for (size_t step = 0; step < most; ++step) any |= leave_out(step);
    return any;
  }

  bool leave_out(size_t step) {
    std::vector<size_t> tried;
    for (size_t school = 0; school < states_.size(); ++school) {
      State& state = states_[school];
      if (step >= state.size() || !state[state.size() - 1 - step].undone) continue;
      state[state.size() - 1 - step].undone = false;
      tried.push_back(school);
    }
    if (tried.empty()) return false;
    const std::vector<int8_t> levels = mixed_.levels(tried, states_);
    bool any = false;
    for (size_t i = 0; i < tried.size(); ++i) {
      State& state = states_[tried[i]];
      if (levels[i] == level_before(tried[i]))
        any = true;
      else
        state[state.size() - 1 - step].undone = true;
    }
    return any;
  }

  /// Of the differences that are no causes, those which alone give the level before.
  void find_others() {
    others_.resize(schools_.size());
    size_t most = 0;
    for (const State& state : states_) most = std::max(most, state.size());
    for (size_t step = 0; step < most; ++step) {
      std::vector<State> alone(schools_.size());
      std::vector<size_t> tried;
      for (size_t school = 0; school < schools_.size(); ++school)
        if (step < states_[school].size() && !states_[school][step].undone) {
          alone[school] = undone({states_[school][step]});
          tried.push_back(school);
        }
      const std::vector<int8_t> levels = mixed_.levels(tried, alone);
      for (size_t i = 0; i < tried.size(); ++i)
        if (levels[i] == level_before(tried[i])) others_[tried[i]].push_back(alone[tried[i]][0]);
    }
  }

  void name_all() {
    const bool has_values = std::any_of(states_.begin(), states_.end(), [](const State& state) {
      return std::any_of(state.begin(), state.end(), [](const Difference& each) {
        return each.kind == Kind::field || each.kind == Kind::identity;
      });
    });
    const CauseNamer namer(sets_, mixed_, schools_, has_values);
    for (size_t school = 0; school < schools_.size(); ++school) {
      for (const Difference& each : states_[school])
        if (each.undone)
          schools_[school]->causes.push_back(namer.name(school, differing_[school], each));
      for (const Difference& each : others_[school])
        schools_[school]->also.push_back(namer.name(school, differing_[school], each));
    }
  }

  std::span<ComparedSchool*> schools_;
  ComparedSets sets_;
  MixedSchools mixed_;
  std::vector<std::vector<uint32_t>> differing_;  ///< by school: indicators with two verdicts
  std::vector<State> states_;                     ///< by school: what may be undone, and what is
  std::vector<State> others_;
};

}  // namespace

void find_causes(const Run& run, const Scorer& scorer, std::span<ComparedSchool*> schools) {
  if (!schools.empty()) CauseFinder(run, scorer, schools).find();
}

}  // namespace kdcl
