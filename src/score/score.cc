#include "score/score.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>

#include "score/sensitivity.h"

namespace kdcl {
namespace {

/// The table of judgement and figures (design: "Verdicts and levels"), 64 indicators at a time. The
/// judgements begin at `first_word` of the row.
void combine(const SetPlan& plan, const SchoolTable& table, size_t first_word,
             const OutcomeBits& outcomes, size_t row, ScoreBlock& result) {
  for (size_t word = 0; word < plan.words; ++word) {
    const size_t judged = first_word + word;
    const uint64_t excluded =
        outcomes.not_applicable.row(row)[word] | table.not_applicable.row(row)[judged];
    const uint64_t judged_met = table.met.row(row)[judged] & ~excluded;
    const uint64_t judged_not_met = table.not_met.row(row)[judged] & ~excluded;
    const uint64_t not_judged = plan.all[word] & ~(judged_met | judged_not_met | excluded);
    const uint64_t whole_met = outcomes.met.row(row)[word] & plan.whole[word];
    const uint64_t figures_not_met = outcomes.not_met.row(row)[word];
    result.met.row(row)[word] = (judged_met & ~figures_not_met) | (not_judged & whole_met);
    result.not_met.row(row)[word] = judged_not_met | ((judged_met | not_judged) & figures_not_met);
    result.not_applicable.row(row)[word] = excluded;
    result.contradiction.row(row)[word] =
        (judged_met & figures_not_met) |
        (judged_not_met & ~table.filled.row(row)[judged] & whole_met);
    result.unverified.row(row)[word] = judged_met & outcomes.unknown.row(row)[word];
  }
}

/// What the council judged, whatever figures and conditions say; where it judged nothing, what they
/// say by themselves.
void combine_judged(const SetPlan& plan, const SchoolTable& table, size_t first_word,
                    const OutcomeBits& outcomes, size_t row, ScoreBlock& result) {
  for (size_t word = 0; word < plan.words; ++word) {
    const size_t judged = first_word + word;
    const uint64_t not_applicable = table.not_applicable.row(row)[judged];
    const uint64_t met = table.met.row(row)[judged] & ~not_applicable;
    const uint64_t not_met = table.not_met.row(row)[judged] & ~not_applicable;
    const uint64_t open = plan.all[word] & ~(met | not_met | not_applicable);
    const uint64_t excluded = open & outcomes.not_applicable.row(row)[word];
    const uint64_t decided = open & ~excluded & plan.whole[word];
    result.met.row(row)[word] = met | (decided & outcomes.met.row(row)[word]);
    result.not_met.row(row)[word] = not_met | (decided & outcomes.not_met.row(row)[word]);
    result.not_applicable.row(row)[word] = not_applicable | excluded;
  }
}

OutcomeBits empty_outcomes(size_t rows, size_t words) {
  OutcomeBits outcomes;
  for (BitRows* bits : {&outcomes.none, &outcomes.met, &outcomes.unknown, &outcomes.not_met,
                        &outcomes.not_applicable})
    bits->resize(rows, words);
  return outcomes;
}

Verdict verdict_of(Truth value) {
  return value == Truth::yes  ? Verdict::met
         : value == Truth::no ? Verdict::not_met
                              : Verdict::unknown;
}

/// The verdict of an indicator with another outcome of its figures, which takes the place of the
/// one in `outcomes`. `scratch` is prepared for the table.
Verdict verdict_with(const SetPlan& plan, const SchoolTable& table, const RoundedOutcome& rounded,
                     Outcome outcome, OutcomeBits& outcomes, ScoreBlock& scratch) {
  const size_t row = rounded.row;
  const uint32_t indicator = rounded.verdict.indicator;
  const std::array<BitRows*, 4> planes = {&outcomes.none, &outcomes.met, &outcomes.unknown,
                                          &outcomes.not_met};
  for (BitRows* plane : planes)
    plane->row(row)[indicator / 64] &= ~(uint64_t{1} << (indicator % 64));
  planes[static_cast<size_t>(outcome)]->set(row, indicator);
  combine(plan, table, 0, outcomes, row, scratch);
  return verdict_of(scratch, row, indicator);
}

/// Monitored values, unknown where no criterion that lists them surely applies.
void add_monitors(const CriteriaSet& set, const SchoolTable& table, std::span<const uint32_t> rows,
                  std::vector<SchoolDetail>& details) {
  const Evaluator evaluator(table, rows);
  for (const uint32_t row : rows) details[row].monitors.assign(set.monitors.size(), kUnknown);
  for (const Criterion& criterion : set.criteria) {
    std::vector<Truth> applies(rows.size(), Truth::yes);
    if (criterion.where) applies = evaluator.truths(*criterion.where);
    for (const uint32_t monitor : criterion.monitor) {
      const FigureColumn values = evaluator.numbers(set.monitors[monitor].figure);
      for (size_t i = 0; i < rows.size(); ++i)
        if (applies[i] == Truth::yes) details[rows[i]].monitors[monitor] = values.values[i];
    }
  }
}

void add_conditions(const CriteriaSet& set, const SchoolTable& table,
                    std::span<const uint32_t> rows, std::vector<SchoolDetail>& details) {
  const Evaluator evaluator(table, rows);
  for (const AwardFamily& family : set.award_families) {
    for (const Award& award : family.awards) {
      for (const Condition& condition : award.conditions) {
        const std::vector<Truth> values = evaluator.truths(condition.where);
        for (size_t i = 0; i < rows.size(); ++i)
          details[rows[i]].conditions.push_back(verdict_of(values[i]));
      }
    }
  }
}

}  // namespace

Scorer::Scorer(const Run& run, bool intervals, Day day)
    : run_(run), intervals_(intervals), day_(day) {
  for (const CriteriaSet& set : run.sets) plans_.push_back(make_plan(set));
}

std::vector<std::vector<uint32_t>> Scorer::rows_by_set(const SchoolTable& table) const {
  std::vector<std::vector<uint32_t>> rows(plans_.size());
  for (uint32_t row = 0; row < table.rows; ++row)
    if (table.set[row] != kNoSet) rows[static_cast<size_t>(table.set[row])].push_back(row);
  return rows;
}

RequirementColumns Scorer::columns(size_t own, size_t set, const SchoolTable& table,
                                   std::span<const uint32_t> rows) const {
  std::vector<OtherScore> others;
  for (const std::string& id : plans_[set].levels_of)
    others.push_back(score_other(id, own, table, rows));
  return {plans_[set], table, rows, std::move(others)};
}

OtherScore Scorer::score_other(const std::string& id, size_t own, const SchoolTable& table,
                               std::span<const uint32_t> rows) const {
  OtherScore other;
  other.by.resize(table.rows);
  std::map<const JudgedSet*, std::vector<uint32_t>> rows_by;
  for (const uint32_t row : rows) {
    const Day day = day_ == kNoDate ? table.assessed_on[row] : day_;
    const JudgedSet& by = set_in_place(run_, run_.judged[own], id, day);
    other.by[row] = &run_.sets[by.set];
    rows_by[&by].push_back(row);
  }
  size_score(table.rows, plans_, other.scored);
  OutcomeBits outcomes = empty_outcomes(table.rows, other.scored.met.words);
  for (const auto& [by, some] : rows_by)
    judge(own, *by, table, some, Basis::both, outcomes, other.scored);
  return other;
}

void Scorer::judge(size_t own, const JudgedSet& by, const SchoolTable& table,
                   std::span<const uint32_t> rows, Basis basis, OutcomeBits& outcomes,
                   ScoreBlock& result) const {
  const SetPlan& plan = plans_[by.set];
  columns(own, by.set, table, rows).mark(outcomes);
  LevelFinder levels(plan, intervals_);
  for (const uint32_t row : rows) {
    if (basis == Basis::both)
      combine(plan, table, by.first_word, outcomes, row, result);
    else
      combine_judged(plan, table, by.first_word, outcomes, row, result);
    levels.find(row, result);
  }
}

void Scorer::score(const SchoolTable& table, ScoreBlock& result, Basis basis) const {
  size_score(table.rows, plans_, result);
  OutcomeBits outcomes = empty_outcomes(table.rows, result.met.words);
  const auto rows = rows_by_set(table);
  for (size_t set = 0; set < plans_.size(); ++set)
    if (!rows[set].empty())
      judge(set, run_.judged[set].front(), table, rows[set], basis, outcomes, result);
}

std::vector<std::vector<SensitiveVerdict>> Scorer::sensitive(const SchoolTable& table,
                                                             const ScoreBlock& result) const {
  std::vector<std::vector<SensitiveVerdict>> found(table.rows);
  ScoreBlock scratch;
  size_score(table.rows, plans_, scratch);
  OutcomeBits outcomes = empty_outcomes(table.rows, scratch.met.words);
  const auto rows = rows_by_set(table);
  for (size_t set = 0; set < plans_.size(); ++set) {
    if (rows[set].empty()) continue;
    const SetPlan& plan = plans_[set];
    const RequirementColumns figures = columns(set, set, table, rows[set]);
    figures.mark(outcomes);
    for (const RoundedOutcome& each : find_rounded(plan, run_.fields, table, rows[set], figures)) {
      SensitiveVerdict verdict = each.verdict;
      verdict.now = verdict_of(result, each.row, verdict.indicator);
      for (const Outcome outcome : {each.best, each.worst}) {
        verdict.otherwise = verdict_with(plan, table, each, outcome, outcomes, scratch);
        if (verdict.otherwise != verdict.now) break;
      }
      if (verdict.otherwise != verdict.now) found[each.row].push_back(verdict);
    }
  }
  return found;
}

std::vector<SchoolDetail> Scorer::details(const SchoolTable& table) const {
  std::vector<SchoolDetail> result(table.rows);
  const auto rows = rows_by_set(table);
  for (size_t set = 0; set < plans_.size(); ++set) {
    if (rows[set].empty()) continue;
    const RequirementColumns found = columns(set, set, table, rows[set]);
    for (size_t i = 0; i < rows[set].size(); ++i) {
      SchoolDetail& detail = result[rows[set][i]];
      detail.figures = found.figures(i);
      detail.held = found.held(i, detail.figures);
    }
    add_monitors(run_.sets[set], table, rows[set], result);
    add_conditions(run_.sets[set], table, rows[set], result);
  }
  return result;
}

std::vector<SchoolFigures> Scorer::figures(const SchoolTable& table,
                                           const std::vector<uint32_t>& rows) const {
  std::vector<SchoolFigures> result(rows.size());
  for (size_t set = 0; set < plans_.size(); ++set) {
    std::vector<uint32_t> of_set;
    std::vector<size_t> places;
    for (size_t i = 0; i < rows.size(); ++i) {
      if (static_cast<size_t>(table.set[rows[i]]) != set) continue;
      of_set.push_back(rows[i]);
      places.push_back(i);
    }
    if (of_set.empty()) continue;
    const RequirementColumns found = columns(set, set, table, of_set);
    for (size_t i = 0; i < places.size(); ++i) result[places[i]] = found.figures(i);
  }
  return result;
}

LevelGaps Scorer::gaps(const SchoolTable& table, const ScoreBlock& score, size_t row,
                       int level) const {
  return LevelFinder(plans_[static_cast<size_t>(table.set[row])], false).gaps(row, score, level);
}

namespace {

struct Lowest {
  int8_t level = INT8_MAX;
  int8_t level_max = INT8_MAX;
};

using SchoolKey = std::tuple<std::string_view, std::string_view, Day>;

/// Calls `use` for every row in a per-stage set.
template <typename Use>
void for_stage_rows(const Run& run, std::vector<ScoredBlock>& blocks, Use use) {
  for (ScoredBlock& block : blocks) {
    for (size_t row = 0; row < block.table.rows; ++row) {
      if (block.table.set[row] == kNoSet ||
          !run.sets[static_cast<size_t>(block.table.set[row])].per_stage)
        continue;
      use(SchoolKey{block.table.text_of(IdentityColumn::school_id, row),
                    block.table.text_of(IdentityColumn::assessment, row),
                    block.table.assessed_on[row]},
          block, row);
    }
  }
}

/// A block without a second result has the same one twice.
void join(const Run& run, std::vector<ScoredBlock>& blocks, ScoreBlock ScoredBlock::*result) {
  std::map<SchoolKey, Lowest> schools;
  for_stage_rows(run, blocks, [&](const SchoolKey& key, const ScoredBlock& block, size_t row) {
    const ScoreBlock& score = (block.*result).level.empty() ? block.score : block.*result;
    Lowest& lowest = schools[key];
    lowest.level = std::min(lowest.level, score.level[row]);
    lowest.level_max = std::min(lowest.level_max, score.level_max[row]);
  });
  for_stage_rows(run, blocks, [&](const SchoolKey& key, ScoredBlock& block, size_t row) {
    if ((block.*result).level.empty()) return;
    (block.*result).school_level[row] = schools[key].level;
    (block.*result).school_level_max[row] = schools[key].level_max;
  });
}

}  // namespace

void join_stages(const Run& run, std::vector<ScoredBlock>& blocks) {
  join(run, blocks, &ScoredBlock::score);
  join(run, blocks, &ScoredBlock::beside);
}

}  // namespace kdcl
