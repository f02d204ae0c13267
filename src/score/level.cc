#include "score/level.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

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

namespace {

/// A criterion that fails nowhere reaches every level, also those it has no indicators for.
constexpr int8_t kReachesAll = 127;

bool has_common_bit(const uint64_t* a, const BitMask& b) {
  uint64_t common = 0;
  for (size_t word = 0; word < b.size(); ++word) common |= a[word] & b[word];
  return common != 0;
}

/// The lowest bit of `bits` in every stretch from a bit of `firsts` to one of `lasts`. With its
/// last bit set no stretch is empty, so that taking one from each leaves the others alone.
uint64_t lowest_of_each(uint64_t bits, uint64_t firsts, uint64_t lasts) {
  const uint64_t filled = bits | lasts;
  return bits & filled & ~(filled - firsts);
}

/// The first bit set from `first` on; `end` if there is none before it.
size_t first_bit(const uint64_t* bits, size_t first, size_t end) {
  uint64_t word = bits[first / 64] >> first % 64 << first % 64;
  for (size_t at = first / 64 * 64;; word = bits[at / 64]) {
    if (word != 0) return std::min(end, at + static_cast<size_t>(std::countr_zero(word)));
    at += 64;
    if (at >= end) return end;
  }
}

}  // namespace

void size_score(size_t rows, std::span<const SetPlan> plans, ScoreBlock& result) {
  size_t words = 1;
  size_t criteria = 1;
  for (const SetPlan& plan : plans) {
    words = std::max(words, plan.words);
    criteria = std::max(criteria, plan.own_top.size());
  }
  for (BitRows* bits : {&result.met, &result.not_met, &result.not_applicable, &result.contradiction,
                        &result.unverified, &result.blocking, &result.missing})
    bits->resize(rows, words);
  for (auto* levels :
       {&result.level, &result.level_max, &result.school_level, &result.school_level_max})
    levels->assign(rows, kNoLevel);
  result.criteria_stride = criteria;
  result.criterion_level.assign(rows * criteria, kNoLevel);
  result.criterion_level_max.assign(rows * criteria, kNoLevel);
}

/// The first failing indicator of a criterion decides. Of a criterion in two words that in the
/// first comes last here, and stays.
template <bool kBothEnds>
void LevelFinder::find_criteria(const uint64_t* failing, const uint64_t* not_applicable,
                                int8_t* levels, const uint64_t* not_met, int8_t* levels_max) {
  std::memcpy(levels, plan_.own_top.data(), plan_.own_top.size());
  if constexpr (kBothEnds) std::memcpy(levels_max, plan_.own_top.data(), plan_.own_top.size());
  if (plan_.counts_criteria) std::fill(reach_.begin(), reach_.end(), kReachesAll);
  uint64_t any_not_applicable = 0;
  uint64_t any_split = 0;
  for (size_t word = plan_.words; word-- > 0;) {
    any_not_applicable |= not_applicable[word];
    const uint64_t first = lowest_of_each(failing[word], plan_.firsts[word], plan_.lasts[word]);
    for (uint64_t bits = first; bits != 0; bits &= bits - 1) {
      const auto bit = static_cast<size_t>(std::countr_zero(bits));
      const uint32_t criterion = plan_.criterion_of[word * 64 + bit];
      const int8_t level = plan_.level_if_failing[word * 64 + bit];
      levels[criterion] = level;
      reach_[criterion] = plan_.reach_if_failing[word * 64 + bit];
      if constexpr (kBothEnds) {
        // Without a branch: no processor guesses which are unknown.
        const int is_not_met = static_cast<int>(not_met[word] >> bit & 1);
        const int top = plan_.own_top[criterion];
        levels_max[criterion] = static_cast<int8_t>(top ^ ((top ^ level) & -is_not_met));
      }
    }
    if constexpr (kBothEnds) {
      // What is not met behind the first that is unknown decides the upper end.
      const uint64_t open = first & ~not_met[word];
      const uint64_t ends = plan_.lasts[word] & ~(plan_.lasts[word] - open);
      uint64_t behind = not_met[word] & ((ends << 1) - open);
      behind = lowest_of_each(behind, plan_.firsts[word], plan_.lasts[word]);
      for (; behind != 0; behind &= behind - 1) {
        const size_t indicator = word * 64 + static_cast<size_t>(std::countr_zero(behind));
        levels_max[plan_.criterion_of[indicator]] = plan_.level_if_failing[indicator];
      }
      any_split |= open & plan_.split[word];
    }
  }
  if (any_split != 0) find_split_ends(not_met, levels_max);
  if (any_not_applicable == 0) return;
  std::fill(counts_.begin(), counts_.end(), 0U);
  for (size_t word = 0; word < plan_.words; ++word) {
    for (uint64_t bits = not_applicable[word]; bits != 0; bits &= bits - 1) {
      const uint32_t criterion =
          plan_.criterion_of[word * 64 + static_cast<size_t>(std::countr_zero(bits))];
      if (++counts_[criterion] < plan_.set->criteria[criterion].indicator_count) continue;
      levels[criterion] = kNoLevel;
      reach_[criterion] = kNoLevel;
      if constexpr (kBothEnds) levels_max[criterion] = kNoLevel;
    }
  }
}

/// The upper ends of criteria whose indicators stand in several words.
void LevelFinder::find_split_ends(const uint64_t* not_met, int8_t* levels_max) const {
  for (const uint32_t criterion : plan_.in_two_words) {
    const Criterion& whole = plan_.set->criteria[criterion];
    const size_t end = whole.first_indicator + whole.indicator_count;
    const size_t first = first_bit(not_met, whole.first_indicator, end);
    levels_max[criterion] = first < end ? plan_.level_if_failing[first] : plan_.own_top[criterion];
  }
}

bool LevelFinder::holds(const NeedPlan& need, const uint64_t* failing) const {
  if (need.at_least == 0) return !has_common_bit(failing, need.indicators);
  const auto reached =
      std::count_if(need.criteria.begin(), need.criteria.end(),
                    [&](uint32_t criterion) { return reach_[criterion] >= need.level; });
  return reached >= need.at_least;
}

int8_t LevelFinder::level_with(const uint64_t* failing) const {
  int8_t level = 0;
  for (const std::vector<NeedPlan>& needs : plan_.needs) {
    if (!std::all_of(needs.begin(), needs.end(),
                     [&](const NeedPlan& need) { return holds(need, failing); }))
      break;
    ++level;
  }
  return level;
}

void LevelFinder::find(size_t row, ScoreBlock& block) {
  const uint64_t* met = block.met.row(row);
  const uint64_t* not_met = block.not_met.row(row);
  const uint64_t* not_applicable = block.not_applicable.row(row);
  uint64_t applicable = 0;
  uint64_t unknown = 0;
  for (size_t word = 0; word < plan_.words; ++word) {
    applicable |= plan_.all[word] & ~not_applicable[word];
    failing_[word] = plan_.all[word] & ~met[word] & ~not_applicable[word];
    unknown |= failing_[word] & ~not_met[word];
  }
  int8_t* criteria = block.criterion_level.data() + row * block.criteria_stride;
  int8_t* criteria_max = block.criterion_level_max.data() + row * block.criteria_stride;
  // With nothing unknown both ends of every interval are the same.
  if (unknown != 0) {
    if (plan_.counts_criteria) find_criteria<false>(not_met, not_applicable, criteria_max);
    block.level_max[row] = level_with(not_met);
  }
  if (unknown != 0 && intervals_ && !plan_.counts_criteria)
    find_criteria<true>(failing_.data(), not_applicable, criteria, not_met, criteria_max);
  else
    find_criteria<false>(failing_.data(), not_applicable, criteria);
  block.level[row] = level_with(failing_.data());
  if (unknown == 0) {
    std::memcpy(criteria_max, criteria, plan_.own_top.size());
    block.level_max[row] = block.level[row];
  }
  if (applicable == 0) block.level[row] = block.level_max[row] = 0;
  block.school_level[row] = block.level[row];
  block.school_level_max[row] = block.level_max[row];
  if (applicable != 0) find_blocking(row, block);
}

void LevelFinder::find_blocking(size_t row, ScoreBlock& block) const {
  const auto next = static_cast<size_t>(block.level[row]);
  if (next >= plan_.needs.size()) return;
  const uint64_t* not_met = block.not_met.row(row);
  for (const NeedPlan& need : plan_.needs[next]) {
    if (holds(need, failing_.data())) continue;
    for (size_t word = 0; word < plan_.words; ++word) {
      const uint64_t failing = failing_[word] & need.indicators[word];
      block.blocking.row(row)[word] |= failing & not_met[word];
      block.missing.row(row)[word] |= failing & ~not_met[word];
    }
  }
}

BitMask LevelFinder::failing_clauses(const uint64_t* failing, int level) const {
  BitMask indicators(plan_.words);
  for (size_t i = 0; i < static_cast<size_t>(level); ++i) {
    for (const NeedPlan& need : plan_.needs[i]) {
      if (holds(need, failing)) continue;
      for (size_t word = 0; word < plan_.words; ++word) indicators[word] |= need.indicators[word];
    }
  }
  return indicators;
}

LevelGaps LevelFinder::gaps(size_t row, const ScoreBlock& block, int level) {
  const uint64_t* not_met = block.not_met.row(row);
  const uint64_t* not_applicable = block.not_applicable.row(row);
  for (size_t word = 0; word < plan_.words; ++word)
    failing_[word] = plan_.all[word] & ~block.met.row(row)[word] & ~not_applicable[word];
  std::vector<int8_t> criterion_levels(plan_.own_top.size());
  find_criteria<false>(not_met, not_applicable, criterion_levels.data());
  LevelGaps gaps{failing_clauses(not_met, level), {}};
  find_criteria<false>(failing_.data(), not_applicable, criterion_levels.data());
  gaps.unknown = failing_clauses(failing_.data(), level);
  for (size_t word = 0; word < plan_.words; ++word) {
    gaps.not_met[word] &= not_met[word];
    gaps.unknown[word] &= failing_[word] & ~not_met[word];
  }
  return gaps;
}

}  // namespace kdcl
