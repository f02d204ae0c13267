#include "score/requirements.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kdcl {
namespace {

bool compares(int level, Comparison comparison, double value) {
  switch (comparison) {
    case Comparison::at_least: return level >= value;
    case Comparison::at_most: return level <= value;
    case Comparison::more_than: return level > value;
    case Comparison::less_than: return level < value;
    case Comparison::equals: return level == value;
  }
  return false;
}

/// What all levels agree on that the other set may come to.
Outcome level_outcome(int low, int high, Comparison comparison, double value) {
  int holding = 0;
  for (int level = low; level <= high; ++level) holding += compares(level, comparison, value);
  return holding == 0                ? Outcome::not_met
         : holding == high - low + 1 ? Outcome::met
                                     : Outcome::unknown;
}

/// True if another set's level fails for being higher than asked: then nothing keeps it from there.
bool is_too_high(const Requirement& requirement, const Figure& figure) {
  return figure.fails && requirement.comparison != Comparison::at_least &&
         requirement.comparison != Comparison::more_than && figure.found >= figure.required;
}

}  // namespace

RequirementColumns::RequirementColumns(const SetPlan& plan, const SchoolTable& table,
                                       std::span<const uint32_t> rows,
                                       std::vector<OtherScore> others)
    : plan_(plan), table_(table), rows_(rows), evaluator_(table, rows), others_(std::move(others)) {
  for (const Expression* condition : plan.conditions)
    conditions_.push_back(evaluator_.truths(*condition));
  for (const Expression* figure : plan.figures) figures_.push_back(evaluator_.numbers(*figure));
}

void RequirementColumns::mark(OutcomeBits& bits) const {
  // By outcome, then not applicable: one write a row, wherever it goes.
  const std::array<BitRows*, 5> planes = {&bits.none, &bits.met, &bits.unknown, &bits.not_met,
                                          &bits.not_applicable};
  constexpr size_t kNotApplicable = 4;
  const size_t words = bits.met.words;
  std::vector<Outcome> outcomes(rows_.size());
  for (const IndicatorPlan& indicator : plan_.indicators) {
    std::fill(outcomes.begin(), outcomes.end(), Outcome::none);
    for (const RequirementPlan& requirement : indicator.requirements) raise(requirement, outcomes);
    const size_t word = indicator.indicator / 64;
    const uint64_t bit = uint64_t{1} << (indicator.indicator % 64);
    for (size_t i = 0; i < rows_.size(); ++i) {
      auto plane = static_cast<size_t>(outcomes[i]);
      if (!indicator.wheres.empty()) {
        const Truth applies = where(indicator, i);
        if (applies != Truth::yes) plane = applies == Truth::no ? kNotApplicable : 0;
      }
      planes[plane]->bits[rows_[i] * words + word] |= bit;
    }
  }
}

Outcome RequirementColumns::outcome(const RequirementPlan& plan, size_t index) const {
  const Requirement& requirement = *plan.requirement;
  if (requirement.is_level) {
    const ScoreBlock& scored = others_[plan.figure].scored;
    const uint32_t row = rows_[index];
    return outcome_with(plan, index, [&](double value) {
      return level_outcome(scored.level[row], scored.level_max[row], requirement.comparison, value);
    });
  }
  return outcome_with(plan, index, [&](double value) {
    return evaluator_.compares(requirement.figure, figures_[plan.figure], index,
                               requirement.comparison, value);
  });
}

/// True if doubles tell how the figures compare with every value that may be required.
bool RequirementColumns::is_sure(const RequirementPlan& plan) const {
  if (plan.requirement->is_level) return false;
  const FigureColumn& figures = figures_[plan.figure];
  return figures.is_sure(plan.requirement->value) &&
         std::all_of(plan.exceptions.begin(), plan.exceptions.end(),
                     [&](const ExceptionPlan& each) { return figures.is_sure(each.value); });
}

void RequirementColumns::raise(const RequirementPlan& plan, std::vector<Outcome>& outcomes) const {
  if (!is_sure(plan)) {
    for (size_t i = 0; i < rows_.size(); ++i) outcomes[i] = std::max(outcomes[i], outcome(plan, i));
    return;
  }
  const Requirement& requirement = *plan.requirement;
  const FigureColumn& figures = figures_[plan.figure];
  const double value = requirement.value;
  const bool is_plain = plan.where == kNoCondition && plan.exceptions.empty();
  const auto raise_all = [&](auto holds) {
    if (!is_plain) {
      for (size_t i = 0; i < rows_.size(); ++i) {
        const auto meets = [&](double literal) { return holds(figures.values[i], literal); };
        outcomes[i] = std::max(outcomes[i], outcome_with(plan, i, meets));
      }
      return;
    }
    // The usual requirement by far, in one pass without a question.
    for (size_t i = 0; i < rows_.size(); ++i) {
      const double found = figures.values[i];
      // 1 if it holds, 2 if unknown, which does not hold, else 3.
      static_assert(Outcome{1} == Outcome::met && Outcome{2} == Outcome::unknown &&
                    Outcome{3} == Outcome::not_met);
      const int result = 3 - 2 * holds(found, value) - std::isnan(found);
      outcomes[i] = std::max(outcomes[i], static_cast<Outcome>(result));
    }
  };
  switch (requirement.comparison) {
    case Comparison::at_least: return raise_all([](double x, double y) { return x >= y; });
    case Comparison::at_most: return raise_all([](double x, double y) { return x <= y; });
    case Comparison::more_than: return raise_all([](double x, double y) { return x > y; });
    case Comparison::less_than: return raise_all([](double x, double y) { return x < y; });
    case Comparison::equals: return raise_all([](double x, double y) { return x == y; });
  }
}

Truth RequirementColumns::where(const IndicatorPlan& indicator, size_t index) const {
  Truth result = Truth::yes;
  for (const uint32_t condition : indicator.wheres) {
    const Truth value = conditions_[condition][index];
    if (value == Truth::no) return Truth::no;
    if (value == Truth::unknown) result = Truth::unknown;
  }
  return result;
}

/// The value in force: that of the first exception that surely holds, else the requirement's own.
RequirementColumns::Threshold RequirementColumns::threshold(const RequirementPlan& requirement,
                                                            size_t index) const {
  for (size_t i = 0; i < requirement.exceptions.size(); ++i)
    if (conditions_[requirement.exceptions[i].condition][index] == Truth::yes)
      return {requirement.exceptions[i].value, static_cast<int32_t>(i)};
  return {requirement.requirement->value, -1};
}

std::optional<Figure> RequirementColumns::figure(const IndicatorPlan& indicator,
                                                 size_t index) const {
  if (where(indicator, index) != Truth::yes) return {};
  // The first not met, else the first unknown, else the first.
  Outcome shown_outcome = Outcome::none;
  size_t shown = 0;
  for (size_t i = 0; i < indicator.requirements.size(); ++i) {
    const Outcome result = outcome(indicator.requirements[i], index);
    if (result <= shown_outcome) continue;
    shown = i;
    shown_outcome = result;
  }
  if (shown_outcome == Outcome::none) return {};
  const RequirementPlan& plan = indicator.requirements[shown];
  const Requirement& requirement = *plan.requirement;
  const Threshold value = threshold(plan, index);
  Figure result;
  result.requirement = static_cast<uint32_t>(shown);
  result.found = found(plan, index);
  result.required = value.required;
  result.exception = value.exception;
  result.fails = shown_outcome == Outcome::not_met;
  if (result.fails) {
    if (requirement.is_level)
      result.shortfall = std::abs(result.found - value.required);
    else if (requirement.figure.root().kind == ValueKind::number)
      result.shortfall = evaluator_.distance(requirement.figure, index, value.required);
    if (requirement.unit.vi == "%")
      result.heads = heads_needed(requirement.figure, table_, rows_[index], requirement.comparison,
                                  value.required);
  }
  const bool low_exception =
      value.exception >= 0 &&
      requirement.exceptions[static_cast<size_t>(value.exception)].checked == Certainty::low;
  result.doubtful = requirement.checked == Certainty::low || low_exception;
  return result;
}

std::vector<HeldLevel> RequirementColumns::held(size_t index, const SchoolFigures& figures) const {
  std::vector<HeldLevel> result;
  for (const IndicatorPlan& indicator : plan_.indicators) {
    const std::optional<Figure>& figure = figures[indicator.indicator];
    if (!figure) continue;
    const RequirementPlan& plan = indicator.requirements[figure->requirement];
    if (!plan.requirement->is_level || outcome(plan, index) == Outcome::met) continue;
    if (is_too_high(*plan.requirement, *figure)) continue;
    const OtherScore& other = others_[plan.figure];
    const uint32_t row = rows_[index];
    HeldLevel& held = result.emplace_back();
    held.indicator = indicator.indicator;
    held.set = other.by[row]->id;
    for (size_t i = 0; i < other.by[row]->indicators.size(); ++i) {
      const std::string& name = other.by[row]->indicators[i].name;
      if (other.scored.blocking.test(row, i)) held.blocking.push_back(name);
      if (other.scored.missing.test(row, i)) held.missing.push_back(name);
    }
  }
  return result;
}

SchoolFigures RequirementColumns::figures(size_t index) const {
  SchoolFigures result(plan_.set->indicators.size());
  for (const IndicatorPlan& indicator : plan_.indicators)
    if (!indicator.requirements.empty()) result[indicator.indicator] = figure(indicator, index);
  return result;
}

}  // namespace kdcl
