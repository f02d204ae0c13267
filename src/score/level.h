// The figures: from columns of data to the outcome R of every indicator's requirements.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "model/evaluate.h"
#include "model/score.h"
#include "score/plan.h"

namespace kdcl {

/// R of an indicator. The order is that of `and`: the largest of several requirements is their
/// outcome.
enum class Outcome : uint8_t { none, met, unknown, not_met };

[[nodiscard]] constexpr Outcome outcome_of(bool holds) {
  return holds ? Outcome::met : Outcome::not_met;
}
[[nodiscard]] constexpr Outcome outcome_of(Outcome outcome) { return outcome; }

/// The outcomes for the rows of one set, as bits of the whole table.
struct OutcomeBits {
  BitRows none;  ///< judgement alone decides; other indicators have no bit anywhere
  BitRows met, unknown, not_met;
  BitRows not_applicable;  ///< a `where` of the indicator or its criterion is false
};

/// How another set, whose level is asked for, scores the rows of the table.
struct OtherScore {
  ScoreBlock scored;
  std::vector<const CriteriaSet*> by;  ///< itself, or what amends it on the row's day
};

/// Conditions and figures of a plan, worked out for chosen rows.
class RequirementColumns {
 public:
  /// `others` are those of SetPlan::levels_of.
  RequirementColumns(const SetPlan& plan, const SchoolTable& table, std::span<const uint32_t> rows,
                     std::vector<OtherScore> others = {});

  /// Sets the outcome bits of the rows.
  void mark(OutcomeBits& bits) const;

  /// The figures of every indicator for row `rows[index]`: nothing where none is shown.
  [[nodiscard]] SchoolFigures figures(size_t index) const;

  /// What the figures of row `rows[index]` leave out of levels of other sets that are not high
  /// enough.
  [[nodiscard]] std::vector<HeldLevel> held(size_t index, const SchoolFigures& figures) const;

  /// Whether the conditions of an indicator and its criterion hold.
  [[nodiscard]] Truth where(const IndicatorPlan& indicator, size_t index) const;
  [[nodiscard]] Outcome outcome(const RequirementPlan& requirement, size_t index) const;
  /// The outcome if `meets(literal)` says how the row's figure compares with a literal: true,
  /// false, or an outcome.
  template <typename Meets>
  [[nodiscard]] Outcome outcome_with(const RequirementPlan& requirement, size_t index,
                                     Meets meets) const;

  /// The value in force, and the position of the exception it comes from; -1 if none.
  struct Threshold {
    double required = kUnknown;
    int32_t exception = -1;
  };
  [[nodiscard]] Threshold threshold(const RequirementPlan& requirement, size_t index) const;
  /// What was found; kUnknown if nothing.
  [[nodiscard]] double found(const RequirementPlan& requirement, size_t index) const {
    return requirement.requirement->is_level
               ? others_[requirement.figure].scored.level[rows_[index]]
               : figures_[requirement.figure].values[index];
  }

 private:
  [[nodiscard]] bool is_sure(const RequirementPlan& plan) const;
  /// Raises each row's outcome to that of one more requirement.
  void raise(const RequirementPlan& plan, std::vector<Outcome>& outcomes) const;
  [[nodiscard]] std::optional<Figure> figure(const IndicatorPlan& indicator, size_t index) const;

  const SetPlan& plan_;
  const SchoolTable& table_;
  std::span<const uint32_t> rows_;
  Evaluator evaluator_;
  std::vector<std::vector<Truth>> conditions_;
  std::vector<FigureColumn> figures_;
  std::vector<OtherScore> others_;
};

/// Where it is unknown which exception holds, the outcome stands if all values still possible
/// agree.
template <typename Meets>
Outcome RequirementColumns::outcome_with(const RequirementPlan& requirement, size_t index,
                                         Meets meets) const {
  if (requirement.where != kNoCondition) {
    const Truth applies = conditions_[static_cast<size_t>(requirement.where)][index];
    if (applies != Truth::yes) return applies == Truth::no ? Outcome::none : Outcome::unknown;
  }
  if (std::isnan(found(requirement, index))) return Outcome::unknown;
  Outcome agreed = Outcome::none;
  const auto add = [&](double value) {
    const Outcome result = outcome_of(meets(value));
    agreed = agreed == Outcome::none || agreed == result ? result : Outcome::unknown;
  };
  for (const ExceptionPlan& exception : requirement.exceptions) {
    const Truth holds = conditions_[exception.condition][index];
    if (holds == Truth::no) continue;
    add(exception.value);
    if (holds == Truth::yes) return agreed;
  }
  add(requirement.requirement->value);
  return agreed;
}

// From the verdict bits of one school to levels and to what blocks the next one.

/// Makes room for the results of rows by any of the plans' sets: no verdicts, no levels.
void size_score(size_t rows, std::span<const SetPlan> plans, ScoreBlock& result);

/// Works out one school after another; keeps its scratch space.
class LevelFinder {
 public:
  /// `intervals`: the upper ends of the criteria's levels are asked for.
  LevelFinder(const SetPlan& plan, bool intervals)
      : plan_(plan),
        intervals_(intervals),
        reach_(plan.own_top.size()),
        counts_(plan.own_top.size()),
        failing_(plan.words) {}

  /// Fills levels, criterion levels, blocking and missing of a row from its verdict bits.
  void find(size_t row, ScoreBlock& block);

  /// What keeps a row, whose verdicts are there, from `level`, which the set has: of the clauses of
  /// all levels up to it.
  [[nodiscard]] LevelGaps gaps(size_t row, const ScoreBlock& block, int level);

 private:
  /// The school's level when the indicators in `failing` are not met; of find_criteria, reach_ must
  /// be there if some need counts criteria.
  [[nodiscard]] int8_t level_with(const uint64_t* failing) const;
  /// The levels of criteria when the indicators in `failing` are not met. `kBothEnds`: of those
  /// some are unknown, and only `not_met` are not met; then also the highest that each level may
  /// be.
  template <bool kBothEnds>
  void find_criteria(const uint64_t* failing, const uint64_t* not_applicable, int8_t* levels,
                     const uint64_t* not_met = nullptr, int8_t* levels_max = nullptr);
  void find_split_ends(const uint64_t* not_met, int8_t* levels_max) const;
  [[nodiscard]] bool holds(const NeedPlan& need, const uint64_t* failing) const;
  void find_blocking(size_t row, ScoreBlock& block) const;
  /// The indicators of the clauses of levels 1 to `level` that fail; of find_criteria, reach_ must
  /// be there.
  [[nodiscard]] BitMask failing_clauses(const uint64_t* failing, int level) const;

  const SetPlan& plan_;
  bool intervals_;
  std::vector<int8_t> reach_;  ///< by criterion; kNoLevel if not applicable
  std::vector<uint32_t> counts_;
  BitMask failing_;
};

}  // namespace kdcl
