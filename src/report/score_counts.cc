#include "report/score_counts.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "model/doubt_counts.h"

namespace kdcl {
namespace {

LevelCounts& levels_of(const CriteriaSet& set, std::vector<LevelCounts>& all) {
  for (LevelCounts& counts : all)
    if (counts.top == set.top_level()) return counts;
  all.push_back({.top = set.top_level(), .at = std::vector<size_t>(set.levels.size() + 1, 0)});
  return all.back();
}

AwardCounts& awards_of(const std::string& family, std::vector<AwardCounts>& all) {
  for (AwardCounts& counts : all)
    if (counts.family == family) return counts;
  all.push_back({.family = family});
  return all.back();
}

size_t title_position(const LocalText& title, AwardCounts& counts) {
  const auto found = std::find(counts.titles.begin(), counts.titles.end(), title);
  if (found != counts.titles.end()) return static_cast<size_t>(found - counts.titles.begin());
  counts.titles.push_back(title);
  counts.at.push_back(0);
  return counts.titles.size() - 1;
}

/// Levels and award titles in the order of the run's sets, whatever school comes first.
ScoreCounts empty_counts(const Run& run, const std::vector<SchoolRows>& schools) {
  std::vector<bool> used(run.sets.size(), false);
  for (const SchoolRows& school : schools)
    for (const RowAt& at : school.rows) used[at.set()] = true;
  ScoreCounts counts;
  for (size_t i = 0; i < run.sets.size(); ++i) {
    if (!used[i]) continue;
    levels_of(run.sets[i], counts.levels).sets.push_back(i);
    for (const AwardFamily& family : run.sets[i].award_families)
      for (const Award& award : family.awards)
        title_position(award.title, awards_of(family.id, counts.awards));
  }
  return counts;
}

void count_awards(const CriteriaSet& set, int level, int level_max, ScoreCounts& counts) {
  for (const AwardFamily& family : set.award_families) {
    AwardCounts& awards = awards_of(family.id, counts.awards);
    const int number = award_number(family, level);
    ++awards.schools;
    if (award_number(family, level_max) > number) ++awards.may_be_higher;
    if (number == 0) continue;
    ++awards.reached;
    ++awards.at[title_position(family.awards[static_cast<size_t>(number) - 1].title, awards)];
  }
}

void count_bits_of(const SchoolRows& school, BitRows ScoreBlock::*bits, CheckCount& counts) {
  size_t indicators = 0;
  for (const RowAt& at : school.rows) indicators += count_bits(at.block->score.*bits, at.row);
  counts.indicators += indicators;
  counts.schools += indicators > 0;
}

void count_unjudged_of(const Run& run, const SchoolRows& school, CheckCount& counts) {
  size_t indicators = 0;
  for (const RowAt& at : school.rows) indicators += count_unjudged(run, *at.block, at.row);
  counts.indicators += indicators;
  counts.schools += indicators > 0;
}

bool is_doubtful(const Run& run, const RowAt& at, size_t indicator) {
  if (!is_decided(at, indicator)) return false;
  if (run.sets[at.set()].indicators[indicator].checked == Certainty::low) return true;
  if (at.block->details.empty()) return false;
  const SchoolFigures& figures = at.block->details[at.row].figures;
  return indicator < figures.size() && figures[indicator] && figures[indicator]->doubtful;
}

/// By set and indicator.
std::vector<DoubtfulItem> items_of(const std::map<std::pair<size_t, size_t>, size_t>& rows) {
  std::vector<DoubtfulItem> items;
  for (const auto& [place, count] : rows) items.push_back({place.first, place.second, count});
  return items;
}

void count_decision(const DecisionOf& decision, ScoreCounts& counts) {
  ++counts.decisions[static_cast<size_t>(decision.decision)];
  if (decision.decision == Decision::valid)
    ++counts.decided_level[static_cast<size_t>(std::min(decision.level, 2))];
}

void count_school(const Run& run, const SchoolRows& school, ScoreCounts& counts) {
  const CriteriaSet& set = run.sets[school.first().set()];
  LevelCounts& levels = levels_of(set, counts.levels);
  ++levels.schools;
  ++levels.at[static_cast<size_t>(std::max(0, school.level()))];
  levels.may_be_higher += school.level_max() > school.level();
  count_awards(set, school.level(), school.level_max(), counts);
  if (find_family(set, kNationalStandard)) count_decision(decision_of(run, school), counts);
  count_unjudged_of(run, school, counts.unjudged);
  count_bits_of(school, &ScoreBlock::missing, counts.missing);
  count_bits_of(school, &ScoreBlock::contradiction, counts.contradictions);
  count_bits_of(school, &ScoreBlock::unverified, counts.unverified);
}

void note_day(Day day, ScoreCounts& counts) {
  if (day == kNoDate) return;
  counts.first = counts.first == kNoDate ? day : std::min(counts.first, day);
  counts.last = std::max(counts.last, day);  // kNoDate is the lowest
}

}  // namespace

std::vector<DoubtfulItem> find_doubtful(const Run& run, const std::vector<SchoolRows>& schools) {
  std::map<std::pair<size_t, size_t>, size_t> rows;
  for (const SchoolRows& school : schools)
    for (const RowAt& at : school.rows)
      for (size_t i = 0; i < run.sets[at.set()].indicators.size(); ++i)
        if (is_doubtful(run, at, i)) ++rows[{at.set(), i}];
  return items_of(rows);
}

std::vector<DoubtfulItem> find_in_doubt(const Run& run, const std::vector<SchoolRows>& schools,
                                        Day day) {
  DoubtCounts doubts(run, day);
  for (const SchoolRows& school : schools)
    for (const RowAt& at : school.rows) doubts.add(at);
  return items_of(doubts.rows());
}

size_t count_unjudged(const Run& run, const ScoredBlock& block, size_t row) {
  const SchoolTable& table = block.table;
  if (table.set[row] == kNoSet) return 0;
  size_t count = 0;
  for (size_t i = 0; i < run.sets[static_cast<size_t>(table.set[row])].indicators.size(); ++i)
    count += !table.met.test(row, i) && !table.not_met.test(row, i) &&
             !table.not_applicable.test(row, i) && !block.score.not_applicable.test(row, i);
  return count;
}

ScoreCounts count_scores(const Run& run, const std::vector<SchoolRows>& schools) {
  ScoreCounts counts = empty_counts(run, schools);
  std::unordered_set<std::string_view> ids;
  for (const SchoolRows& school : schools) {
    count_school(run, school, counts);
    ids.insert(school.text(IdentityColumn::school_id));
    for (const RowAt& at : school.rows) note_day(at.block->table.assessed_on[at.row], counts);
  }
  counts.schools = schools.size();
  counts.ids = ids.size();
  counts.doubtful = find_doubtful(run, schools);
  counts.in_doubt = find_in_doubt(run, schools);
  return counts;
}

RowCounts count_rows(const std::vector<ScoredBlock>& blocks) {
  RowCounts counts;
  for (const ScoredBlock& block : blocks) {
    counts.rows += block.table.rows;
    counts.outside +=
        static_cast<size_t>(std::count(block.table.set.begin(), block.table.set.end(), kNoSet));
  }
  return counts;
}

}  // namespace kdcl
