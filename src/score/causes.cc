#include "score/causes.h"

#include <algorithm>
#include <numeric>

#include "model/same_rules.h"
#include "score/counterfactual.h"

namespace kdcl {
namespace {

using Kind = Difference::Kind;

/// True if the expression asks for the field or identity column.
bool asks_for(const Expression& expression, const Difference& difference) {
  const std::vector<uint32_t> used =
      difference.kind == Kind::field ? fields_of(expression) : identities_of(expression);
  return std::find(used.begin(), used.end(), difference.index) != used.end();
}

bool asks_level(const Indicator& indicator) {
  return std::any_of(indicator.requirements.begin(), indicator.requirements.end(),
                     [](const Requirement& each) { return each.is_level; });
}

bool asks_level(const CriteriaSet& set, int32_t indicator) {
  return indicator != kNotThere && asks_level(set.indicators[static_cast<size_t>(indicator)]);
}

bool asks_level(const ComparedSets& sets, uint32_t indicator) {
  const UnionIndicator& each = sets.joined.indicators[indicator];
  return asks_level(sets.before(), each.before) || asks_level(sets.after(), each.after);
}

/// The sets whose level the indicator asks for count as part of it.
bool asks_for(const Run& run, size_t set, int32_t at, const Difference& difference) {
  if (at == kNotThere) return false;
  bool asks = false;
  const auto note = [&](const Expression& expression) { asks |= asks_for(expression, difference); };
  const Indicator& indicator = run.sets[set].indicators[static_cast<size_t>(at)];
  for_each_deciding(run.sets[set], indicator, note);
  if (!asks_level(indicator)) return asks;
  for (const JudgedSet& judged : std::span(run.judged[set]).subspan(1))
    for (const Indicator& each : run.sets[judged.set].indicators)
      for_each_deciding(run.sets[judged.set], each, note);
  return asks;
}

std::optional<Figure> figure_of(const std::vector<SchoolDetail>& details, size_t school,
                                int32_t indicator) {
  if (indicator == kNotThere || details.empty() || details[school].figures.empty()) return {};
  return details[school].figures[static_cast<size_t>(indicator)];
}

/// An exception that holds here and not there, if the difference is what it asks for.
void note_exception(const CriteriaSet& set, int32_t indicator, const std::optional<Figure>& here,
                    const std::optional<Figure>& there, Cause::Exception change,
                    const Difference& difference, Cause& cause) {
  if (!here || here->exception < 0 || !there || there->exception >= 0) return;
  const Exception& exception = set.indicators[static_cast<size_t>(indicator)]
                                   .requirements[here->requirement]
                                   .exceptions[static_cast<size_t>(here->exception)];
  if (difference.kind == Kind::judgement || !asks_for(exception.where, difference)) return;
  cause.exception_change = change;
  cause.because = exception.because;
}

/// What alone differs, if it is only one thing.
Cause::Kind kind_of_change(const Indicator& before, const CriteriaSet& before_set, Indicator after,
                           const CriteriaSet& after_set) {
  const auto is_same_now = [&] {
    return is_decided_alike(before, before_set.criteria[before.criterion], after,
                            after_set.criteria[after.criterion]);
  };
  const std::vector<Requirement> requirements = after.requirements;
  for (size_t i = 0; i < requirements.size(); ++i)
    after.requirements[i].value = before.requirements[i].value;
  if (is_same_now()) return Cause::Kind::threshold;
  after.requirements = requirements;
  for (size_t i = 0; i < requirements.size(); ++i)
    after.requirements[i].exceptions = before.requirements[i].exceptions;
  return is_same_now() ? Cause::Kind::exception : Cause::Kind::requirement;
}

}  // namespace

bool depends_on(const ComparedSets& sets, uint32_t indicator, const Difference& difference) {
  constexpr auto kDay = static_cast<uint32_t>(IdentityColumn::assessed_on);
  const bool is_other = difference.index >= sets.joined.indicators.size();
  if (difference.kind == Kind::judgement && is_other) return asks_level(sets, indicator);
  if (difference.kind == Kind::judgement || difference.kind == Kind::definition)
    return difference.index == indicator;
  // The day tells which amendment of the set asked for is in force.
  if (difference.kind == Kind::identity && difference.index == kDay && asks_level(sets, indicator))
    return true;
  const UnionIndicator& each = sets.joined.indicators[indicator];
  return asks_for(sets.run, sets.set_before, each.before, difference) ||
         asks_for(sets.run, sets.set_after, each.after, difference);
}

CauseNamer::CauseNamer(const ComparedSets& sets, MixedSchools& mixed,
                       std::span<ComparedSchool* const> schools, bool figures)
    : sets_(sets), mixed_(mixed), schools_(schools) {
  if (!figures) return;
  details_before_ = mixed.details_before();
  details_after_ = mixed.details_after();
}

Cause CauseNamer::name(size_t school, const std::vector<uint32_t>& differing,
                       const Difference& difference) const {
  Cause cause;
  switch (difference.kind) {
    case Kind::level_rule: cause.kind = Cause::Kind::level_rule; break;
    case Kind::definition: name_definition(difference.index, cause); break;
    case Kind::judgement:
      name_judgement(school, difference.index, cause);
      if (is_of_other_set(difference)) name_ways(school, differing, difference, cause);
      break;
    case Kind::field:
    case Kind::identity:
      name_value(school, difference, cause);
      name_ways(school, differing, difference, cause);
      break;
  }
  return cause;
}

bool CauseNamer::is_of_other_set(const Difference& difference) const {
  return difference.kind == Kind::judgement && difference.index >= sets_.joined.indicators.size();
}

void CauseNamer::name_judgement(size_t school, uint32_t index, Cause& cause) const {
  const size_t own = sets_.joined.indicators.size();
  cause.indicator = index < own ? sets_.joined.under_after.indicators[index].name
                                : sets_.joined.others[index - own].name;
  cause.judged_before = mixed_.judged_before(school, index);
  cause.judged_after = mixed_.judged_after(school, index);
}

void CauseNamer::name_definition(uint32_t indicator, Cause& cause) const {
  const UnionIndicator& each = sets_.joined.indicators[indicator];
  cause.indicator = sets_.joined.under_after.indicators[indicator].name;
  if (!each.is_in_both()) {
    cause.kind = each.before == kNotThere ? Cause::Kind::added : Cause::Kind::removed;
    return;
  }
  const Indicator& before = sets_.before().indicators[static_cast<size_t>(each.before)];
  const Indicator& after = sets_.after().indicators[static_cast<size_t>(each.after)];
  cause.kind = Cause::Kind::requirement;
  if (is_decided_alike(before, sets_.before().criteria[before.criterion], after,
                       sets_.after().criteria[after.criterion]))
    return;  // the set whose level is asked for comes to it otherwise
  if (before.requirements.size() != after.requirements.size()) return;
  for (size_t i = 0; i < after.requirements.size(); ++i)
    if (before.requirements[i].value != after.requirements[i].value) {
      cause.before = before.requirements[i].value;
      cause.after = after.requirements[i].value;
      cause.field = after.requirements[i].field;
    }
  cause.kind = kind_of_change(before, sets_.before(), after, sets_.after());
}

void CauseNamer::name_value(size_t school, const Difference& difference, Cause& cause) const {
  const RowAt& before = *schools_[school]->before;
  const RowAt& after = *schools_[school]->after;
  cause.field = difference.index;
  if (difference.kind == Kind::identity) {
    cause.kind = Cause::Kind::identity;
    cause.text_before = identity_of(before, difference.index);
    cause.text_after = identity_of(after, difference.index);
    return;
  }
  cause.kind = Cause::Kind::figure;
  cause.before = number_of(before, difference.index);
  cause.after = number_of(after, difference.index);
  cause.text_before = text_of(before, difference.index);
  cause.text_after = text_of(after, difference.index);
}

/// The indicators that a value decides, and an exception that it brought or took away. A value that
/// others make up for may decide none whose verdict differs: then all that it decides.
void CauseNamer::name_ways(size_t school, const std::vector<uint32_t>& differing,
                           const Difference& difference, Cause& cause) const {
  const std::vector<Indicator>& indicators = sets_.joined.under_after.indicators;
  for (const uint32_t indicator : differing) {
    if (!depends_on(sets_, indicator, difference)) continue;
    cause.through.push_back(indicators[indicator].name);
    note_exceptions(school, indicator, difference, cause);
  }
  if (!cause.through.empty()) return;
  for (uint32_t i = 0; i < indicators.size(); ++i)
    if (depends_on(sets_, i, difference)) cause.through.push_back(indicators[i].name);
}

void CauseNamer::note_exceptions(size_t school, uint32_t indicator, const Difference& difference,
                                 Cause& cause) const {
  const UnionIndicator& each = sets_.joined.indicators[indicator];
  const std::optional<Figure> before = figure_of(details_before_, school, each.before);
  const std::optional<Figure> after = figure_of(details_after_, school, each.after);
  note_exception(sets_.before(), each.before, before, after, Cause::Exception::lost, difference,
                 cause);
  note_exception(sets_.after(), each.after, after, before, Cause::Exception::gained, difference,
                 cause);
}

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
