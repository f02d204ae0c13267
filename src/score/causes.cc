#include "score/causes.h"

#include <algorithm>

#include "score/mixed_schools.h"

namespace kdcl {
namespace {

using Kind = Difference::Kind;
using State = std::vector<Difference>;

/// One pair of sets.
class CauseFinder {
 public:
  CauseFinder(const Run& run, const Scorer& scorer, std::span<ComparedSchool*> schools)
      : run_(run),
        schools_(schools),
        before_(run.sets[schools.front()->before->set()]),
        after_(run.sets[schools.front()->after->set()]),
        sets_(unite(run, schools.front()->before->set(), schools.front()->after->set())),
        mixed_(run, scorer, sets_, schools) {}

  void find() {
    for (size_t school = 0; school < schools_.size(); ++school)
      states_.push_back(undone(near_differences(school)));
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

  /// The indicator of the set, if it is there and asks for a level.
  static const Indicator* asking_level(const CriteriaSet& set, int32_t at) {
    if (at == kNotThere) return nullptr;
    const Indicator& indicator = set.indicators[static_cast<size_t>(at)];
    const bool asks = std::any_of(indicator.requirements.begin(), indicator.requirements.end(),
                                  [](const Requirement& each) { return each.is_level; });
    return asks ? &indicator : nullptr;
  }

  [[nodiscard]] bool asks_level(uint32_t indicator) const {
    const UnionIndicator& each = sets_.indicators[indicator];
    return asking_level(before_, each.before) || asking_level(after_, each.after);
  }

  /// The expressions that decide an indicator in either set, and those of the sets whose level it
  /// asks for.
  template <typename Use>
  void for_each_expression_of(uint32_t indicator, Use use) const {
    const auto visit = [&](size_t set, int32_t at) {
      const CriteriaSet& own = run_.sets[set];
      if (at != kNotThere) for_each_expression(own, own.indicators[static_cast<size_t>(at)], use);
      if (!asking_level(own, at)) return;
      for (const JudgedSet& judged : std::span(run_.judged[set]).subspan(1))
        for (const Indicator& each : run_.sets[judged.set].indicators)
          for_each_expression(run_.sets[judged.set], each, use);
    };
    visit(schools_.front()->before->set(), sets_.indicators[indicator].before);
    visit(schools_.front()->after->set(), sets_.indicators[indicator].after);
  }

  [[nodiscard]] bool depends_on(uint32_t indicator, const Difference& difference) const {
    const bool is_other = difference.index >= sets_.indicators.size();
    if (difference.kind == Kind::judgement && is_other) return asks_level(indicator);
    if (difference.kind == Kind::judgement || difference.kind == Kind::definition)
      return difference.index == indicator;
    constexpr auto kDay = static_cast<uint32_t>(IdentityColumn::assessed_on);
    bool depends =
        difference.kind == Kind::identity && difference.index == kDay && asks_level(indicator);
    for_each_expression_of(indicator, [&](const Expression& expression) {
      const std::vector<uint32_t> used =
          difference.kind == Kind::field ? fields_of(expression) : identities_of(expression);
      depends |= std::find(used.begin(), used.end(), difference.index) != used.end();
    });
    return depends;
  }

  [[nodiscard]] std::vector<uint32_t> indicators_that_differ(size_t school) const {
    std::vector<uint32_t> found;
    for (uint32_t i = 0; i < sets_.indicators.size(); ++i)
      if (mixed_.verdict_differs(school, i)) found.push_back(i);
    return found;
  }

  /// Those that decide the indicators whose verdicts differ, and the level rule: they nearly always
  /// hold the causes.
  [[nodiscard]] State near_differences(size_t school) const {
    const std::vector<uint32_t> indicators = indicators_that_differ(school);
    State near;
    for (const Difference& each : mixed_.differences(school))
      if (each.kind == Kind::level_rule ||
          std::any_of(indicators.begin(), indicators.end(),
                      [&](uint32_t indicator) { return depends_on(indicator, each); }))
        near.push_back(each);
    return near;
  }

  /// A field may decide other indicators, too: where undoing what is near does not give the level
  /// before, everything is undone to begin with.
  void widen() {
    const std::vector<int8_t> levels = mixed_.levels(states_);
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
    const std::vector<int8_t> levels = mixed_.levels(states_);
    bool any = false;
    for (const size_t school : tried) {
      if (levels[school] == level_before(school))
        any = true;
      else
        states_[school][states_[school].size() - 1 - step].undone = true;
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
      for (size_t school = 0; school < schools_.size(); ++school)
        if (step < states_[school].size() && !states_[school][step].undone) {
          alone[school] = {states_[school][step]};
          alone[school][0].undone = true;
        }
      const std::vector<int8_t> levels = mixed_.levels(alone);
      for (size_t school = 0; school < schools_.size(); ++school)
        if (!alone[school].empty() && levels[school] == level_before(school))
          others_[school].push_back(alone[school][0]);
    }
  }

  void name_all() {
    const bool has_values = std::any_of(states_.begin(), states_.end(), [](const State& state) {
      return std::any_of(state.begin(), state.end(), [](const Difference& each) {
        return each.kind == Kind::field || each.kind == Kind::identity;
      });
    });
    details_after_.resize(schools_.size());
    details_before_.resize(schools_.size());
    if (has_values) {
      details_after_ = mixed_.details_after();
      details_before_ = mixed_.details_before();
    }
    for (size_t school = 0; school < schools_.size(); ++school) {
      const std::vector<uint32_t> indicators = indicators_that_differ(school);
      for (const Difference& each : states_[school])
        if (each.undone) schools_[school]->causes.push_back(name(school, indicators, each));
      for (const Difference& each : others_[school])
        schools_[school]->also.push_back(name(school, indicators, each));
    }
  }

  [[nodiscard]] Cause name(size_t school, const std::vector<uint32_t>& indicators,
                           const Difference& difference) const {
    const RowAt& before = *schools_[school]->before;
    const RowAt& after = *schools_[school]->after;
    Cause cause;
    switch (difference.kind) {
      case Kind::level_rule: cause.kind = Cause::Kind::level_rule; break;
      case Kind::definition: name_definition(difference.index, cause); break;
      case Kind::judgement:
        cause.indicator = name_of(difference.index);
        cause.judged_before = mixed_.judged_before(school, difference.index);
        cause.judged_after = mixed_.judged_after(school, difference.index);
        break;
      case Kind::field:
        cause.kind = Cause::Kind::figure;
        cause.field = difference.index;
        cause.before = number_of(before, difference.index);
        cause.after = number_of(after, difference.index);
        cause.text_before = text_of(before, difference.index);
        cause.text_after = text_of(after, difference.index);
        break;
      case Kind::identity:
        cause.kind = Cause::Kind::identity;
        cause.field = difference.index;
        cause.text_before = identity_of(before, difference.index);
        cause.text_after = identity_of(after, difference.index);
        break;
    }
    const bool is_other =
        cause.kind == Cause::Kind::judgement && difference.index >= sets_.indicators.size();
    if (cause.kind == Cause::Kind::figure || cause.kind == Cause::Kind::identity || is_other)
      name_ways(school, indicators, difference, cause);
    return cause;
  }

  /// Of a judgement.
  [[nodiscard]] const std::string& name_of(size_t index) const {
    const size_t own = sets_.indicators.size();
    return index < own ? sets_.under_after.indicators[index].name : sets_.others[index - own].name;
  }

  /// The indicators that a value decides, and an exception that it brought or took away. A value
  /// that others make up for may decide none whose verdict differs: then all that it decides.
  void name_ways(size_t school, const std::vector<uint32_t>& indicators,
                 const Difference& difference, Cause& cause) const {
    for (const uint32_t indicator : indicators) {
      if (!depends_on(indicator, difference)) continue;
      cause.through.push_back(sets_.under_after.indicators[indicator].name);
      note_exceptions(school, indicator, difference, cause);
    }
    if (!cause.through.empty()) return;
    for (uint32_t i = 0; i < sets_.indicators.size(); ++i)
      if (depends_on(i, difference)) cause.through.push_back(sets_.under_after.indicators[i].name);
  }

  void note_exceptions(size_t school, uint32_t indicator, const Difference& difference,
                       Cause& cause) const {
    const UnionIndicator& each = sets_.indicators[indicator];
    const auto figure_of = [school](const std::vector<SchoolDetail>& details, int32_t at) {
      return at == kNotThere || details[school].figures.empty()
                 ? std::optional<Figure>()
                 : details[school].figures[static_cast<size_t>(at)];
    };
    const std::optional<Figure> before = figure_of(details_before_, each.before);
    const std::optional<Figure> after = figure_of(details_after_, each.after);
    note_exception(before_, each.before, before, after, Cause::Exception::lost, difference, cause);
    note_exception(after_, each.after, after, before, Cause::Exception::gained, difference, cause);
  }

  static void note_exception(const CriteriaSet& set, int32_t indicator,
                             const std::optional<Figure>& here, const std::optional<Figure>& there,
                             Cause::Exception change, const Difference& difference, Cause& cause) {
    if (!here || here->exception < 0 || !there || there->exception >= 0) return;
    const Exception& exception = set.indicators[static_cast<size_t>(indicator)]
                                     .requirements[here->requirement]
                                     .exceptions[static_cast<size_t>(here->exception)];
    if (difference.kind == Kind::judgement) return;
    const std::vector<uint32_t> used = difference.kind == Kind::field
                                           ? fields_of(exception.where)
                                           : identities_of(exception.where);
    if (std::find(used.begin(), used.end(), difference.index) == used.end()) return;
    cause.exception_change = change;
    cause.because = exception.because;
  }

  void name_definition(uint32_t index, Cause& cause) const {
    const UnionIndicator& each = sets_.indicators[index];
    cause.indicator = sets_.under_after.indicators[index].name;
    if (!each.is_in_both()) {
      cause.kind = each.before == kNotThere ? Cause::Kind::added : Cause::Kind::removed;
      return;
    }
    const Indicator& before = before_.indicators[static_cast<size_t>(each.before)];
    const Indicator& after = after_.indicators[static_cast<size_t>(each.after)];
    cause.kind = Cause::Kind::requirement;
    if (is_decided_alike(before, before_.criteria[before.criterion], after,
                         after_.criteria[after.criterion]))
      return;  // the set whose level is asked for comes to it otherwise
    if (before.requirements.size() != after.requirements.size()) return;
    for (size_t i = 0; i < after.requirements.size(); ++i)
      if (before.requirements[i].value != after.requirements[i].value) {
        cause.before = before.requirements[i].value;
        cause.after = after.requirements[i].value;
        cause.field = after.requirements[i].field;
      }
    cause.kind = kind_of_change(before, before_, after, after_);
  }

  /// What alone differs, if it is only one thing.
  static Cause::Kind kind_of_change(const Indicator& before, const CriteriaSet& before_set,
                                    Indicator after, const CriteriaSet& after_set) {
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

  const Run& run_;
  std::span<ComparedSchool*> schools_;
  const CriteriaSet& before_;
  const CriteriaSet& after_;
  UnionSet sets_;
  MixedSchools mixed_;
  std::vector<State> states_;  ///< by school: what may be undone, and what is
  std::vector<State> others_;
  std::vector<SchoolDetail> details_before_, details_after_;
};

}  // namespace

void find_causes(const Run& run, const Scorer& scorer, std::span<ComparedSchool*> schools) {
  if (!schools.empty()) CauseFinder(run, scorer, schools).find();
}

}  // namespace kdcl
