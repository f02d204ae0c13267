#include "model/summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/targets.h"

namespace kdcl {

DoubtCounts::DoubtCounts(const Run& run, Day day) : run_(run), day_(day) {
  for (const CriteriaSet& set : run.sets) {
    std::vector<size_t>& indicators = in_doubt_.emplace_back();
    for (size_t i = 0; i < set.indicators.size(); ++i)
      if (set.indicators[i].doubt) indicators.push_back(i);
  }
}

void DoubtCounts::add(const RowAt& at) {
  for (const size_t indicator : in_doubt_[at.set()])
    if (is_in_doubt(run_, at, indicator, day_)) ++rows_[{at.set(), indicator}];
}

namespace {

int top_of(const Run& run, const SchoolRows& school) {
  return run.sets[school.first().set()].top_level();
}

uint64_t sum_of(const std::vector<uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), uint64_t{0});
}

/// Schools whose level brings some award of the family.
uint64_t awarded(const AwardFamily& family, const std::vector<uint64_t>& levels) {
  uint64_t schools = 0;
  for (size_t level = 0; level < levels.size(); ++level)
    if (award_number(family, static_cast<int>(level)) > 0) schools += levels[level];
  return schools;
}

}  // namespace

Day day_of_year(int year, Day as_of) { return add_years(as_of, year - year_of(as_of)); }

int report_year(Day day, Day as_of) {
  const int year = year_of(day);
  const bool has_days = day != kNoDate && as_of != kNoDate;
  return has_days && day > day_of_year(year, as_of) ? year + 1 : year;
}

std::string_view level_change_name(LevelChange change) {
  static constexpr std::array<std::string_view, kLevelChanges> kNames = {"rose", "same", "fell",
                                                                         "unclear", "other_levels"};
  return kNames[static_cast<size_t>(change)];
}

LevelChange change_of(const Run& run, const SchoolRows& before, const SchoolRows& after) {
  if (top_of(run, before) != top_of(run, after)) return LevelChange::other_levels;
  if (after.level() > before.level_max()) return LevelChange::rose;
  if (after.level_max() < before.level()) return LevelChange::fell;
  const bool is_open = before.level() < before.level_max() || after.level() < after.level_max();
  return is_open ? LevelChange::unclear : LevelChange::same;
}

YearSums& YearSums::operator+=(const YearSums& other) {
  levels.resize(std::max(levels.size(), other.levels.size()), 0);
  for (size_t i = 0; i < other.levels.size(); ++i) levels[i] += other.levels[i];
  decided += other.decided;
  return *this;
}

Trends& Trends::operator+=(const Trends& other) {
  for (const auto& [year, sets] : other.years)
    for (const auto& [set, sums] : sets) years[year][set] += sums;
  for (const auto& [pair, sums] : other.changes)
    for (size_t i = 0; i < kLevelChanges; ++i) changes[pair][i] += sums[i];
  return *this;
}

YearTotal year_total(const Run& run, const Trends& trends, int year) {
  YearTotal total;
  for (const auto& [set, sums] : trends.years.at(year)) {
    const uint64_t schools = sum_of(sums.levels);
    total.schools += schools;
    const AwardFamily* family = find_family(run.sets[set], kNationalStandard);
    if (!family) continue;
    total.national += schools;
    total.by_score += awarded(*family, sums.levels);
    total.decided += sums.decided;
  }
  return total;
}

std::vector<int> level_scales(const Run& run, const Trends& trends) {
  std::vector<int> scales;
  for (const auto& [year, sets] : trends.years)
    for (const auto& [set, sums] : sets)
      if (const int top = run.sets[set].top_level();
          std::find(scales.begin(), scales.end(), top) == scales.end())
        scales.push_back(top);
  return scales;
}

std::vector<uint64_t> schools_by_level(const Run& run, const Trends& trends, int year, int top) {
  YearSums sum{std::vector<uint64_t>(static_cast<size_t>(top) + 1)};
  for (const auto& [set, sums] : trends.years.at(year))
    if (run.sets[set].top_level() == top) sum += sums;
  return sum.levels;
}

uint64_t YearStep::both() const {
  return std::accumulate(changes.begin(), changes.end(), uint64_t{0});
}

std::vector<YearStep> year_steps(const Run& run, const Trends& trends) {
  std::vector<YearStep> steps;
  for (auto year = trends.years.begin(); year != trends.years.end(); ++year) {
    if (year == trends.years.begin()) continue;
    YearStep step{.from = std::prev(year)->first, .to = year->first};
    if (const auto found = trends.changes.find({step.from, step.to}); found != trends.changes.end())
      step.changes = found->second;
    step.added = year_total(run, trends, step.to).schools - step.both();
    step.gone = year_total(run, trends, step.from).schools - step.both();
    steps.push_back(step);
  }
  return steps;
}

const SchoolYear* first_comparable(const Run& run, const std::vector<SchoolYear>& years) {
  const int top = top_of(run, years.back().rows);
  const auto first = std::find_if(years.begin(), years.end(), [&](const SchoolYear& year) {
    return top_of(run, year.rows) == top;
  });
  return first == years.end() - 1 ? nullptr : &*first;
}

namespace {

/// Adds figure by figure; an empty list stands for zeros.
void add_all(std::vector<uint64_t>& sums, const std::vector<uint64_t>& others) {
  if (sums.size() < others.size()) sums.resize(others.size(), 0);
  for (size_t i = 0; i < others.size(); ++i) sums[i] += others[i];
}

template <typename Sums>
void add_by_name(std::map<std::string, Sums>& sums, const std::map<std::string, Sums>& others) {
  for (const auto& [name, other] : others) sums[name] += other;
}

}  // namespace

Ownership ownership_of(std::string_view id) {
  if (id.empty()) return Ownership::unknown;
  return id == "cong_lap" ? Ownership::state : Ownership::other;
}

namespace {
constexpr std::array<std::string_view, 3> kOwnershipNames = {"public", "non_public", "unknown"};
}

std::string_view ownership_name(Ownership ownership) {
  return kOwnershipNames[static_cast<size_t>(ownership)];
}

std::optional<Ownership> find_ownership(std::string_view name) {
  for (size_t i = 0; i < kOwnershipNames.size(); ++i)
    if (kOwnershipNames[i] == name) return static_cast<Ownership>(i);
  return {};
}

std::string_view school_count_name(SchoolCount count) {
  static constexpr std::array<std::string_view, kSchoolCounts> kNames = {"schools",
                                                                         "self_assessed",
                                                                         "externally_assessed",
                                                                         "national",
                                                                         "decision_base",
                                                                         "decided_1",
                                                                         "decided_2",
                                                                         "expired",
                                                                         "undated",
                                                                         "misdated",
                                                                         "no_decision_data",
                                                                         "recognized_new",
                                                                         "recognized_again",
                                                                         "recognized_unclear",
                                                                         "expiring",
                                                                         "not_carried",
                                                                         "carried_in_doubt",
                                                                         "may_be_higher",
                                                                         "near_1",
                                                                         "near_2",
                                                                         "near_3",
                                                                         "with_missing",
                                                                         "with_contradictions",
                                                                         "with_unverified",
                                                                         "certified_1",
                                                                         "certified_2",
                                                                         "certified_3",
                                                                         "certified_4",
                                                                         "certified_expired",
                                                                         "certified_undated",
                                                                         "certified_misdated",
                                                                         "not_received"};
  return kNames[static_cast<size_t>(count)];
}

std::string_view fact_name(Fact fact) {
  static constexpr std::array<std::string_view, kFacts> kNames = {
      "assessment", "recognized_level", "recognized_before", "accreditation_level"};
  return kNames[static_cast<size_t>(fact)];
}

std::vector<AwardTitle> award_titles(const Run& run) {
  std::vector<AwardTitle> titles;
  for (const CriteriaSet& set : run.sets)
    for (const AwardFamily& family : set.award_families)
      for (const Award& award : family.awards)
        if (std::none_of(titles.begin(), titles.end(), [&](const AwardTitle& known) {
              return known.family == family.id && known.title == award.title;
            }))
          titles.push_back({family.id, award.title});
  return titles;
}

SchoolSums& SchoolSums::operator+=(const SchoolSums& other) {
  for (size_t i = 0; i < kSchoolCounts; ++i) counts[i] += other.counts[i];
  add_all(awards, other.awards);
  return *this;
}

SetSums::SetSums(const CriteriaSet& set)
    : kept(set.indicators.size()),
      only(kept),
      kept_by_standard(set.standards.size()),
      missing(kept),
      contradicted(kept),
      unverified(kept),
      doubtful(kept),
      in_doubt(kept),
      reached(set.criteria.size() * (set.levels.size() + 1)) {}

SetSums& SetSums::operator+=(const SetSums& other) {
  rows += other.rows;
  at_top += other.at_top;
  add_all(kept, other.kept);
  add_all(only, other.only);
  add_all(kept_by_standard, other.kept_by_standard);
  add_all(missing, other.missing);
  add_all(contradicted, other.contradicted);
  add_all(unverified, other.unverified);
  add_all(doubtful, other.doubtful);
  add_all(in_doubt, other.in_doubt);
  add_all(reached, other.reached);
  return *this;
}

PlaceSums& PlaceSums::operator+=(const PlaceSums& other) {
  rows += other.rows;
  add_all(kept, other.kept);
  return *this;
}

SchoolSums Summary::total() const {
  SchoolSums sum;
  for (const auto& [group, sums] : groups) sum += sums;
  return sum;
}

void add_part(Summary& sum, const Summary& part) {
  if (part.first != kNoDate)
    sum.first = sum.first == kNoDate ? part.first : std::min(sum.first, part.first);
  sum.last = std::max(sum.last, part.last);  // kNoDate is the lowest
  sum.rows += part.rows;
  sum.later += part.later;
  sum.outside += part.outside;
  sum.older += part.older;
  sum.only_later += part.only_later;
  sum.unlisted += part.unlisted;
  sum.left_out += part.left_out;
  if (sum.received.size() < part.received.size()) sum.received.resize(part.received.size());
  for (size_t i = 0; i < part.received.size(); ++i)
    if (part.received[i]) sum.received[i] = true;
  sum.listed += part.listed;
  for (size_t i = 0; i < kFacts; ++i) sum.carried[i] |= part.carried[i];
  for (const auto& [group, sums] : part.groups) sum.groups[group] += sums;
  for (size_t i = 0; i < part.sets.size(); ++i) add_by_name(sum.sets[i], part.sets[i]);
  for (size_t i = 0; i < part.places.size(); ++i) add_by_name(sum.places[i], part.places[i]);
  for (const auto& [year, levels] : part.expiries)
    for (size_t i = 0; i < levels.size(); ++i) sum.expiries[year][i] += levels[i];
  for (size_t i = 0; i < part.targets.size(); ++i)
    for (size_t line = 0; line < part.targets[i].size(); ++line)
      sum.targets[i][line] += part.targets[i][line];
  sum.trends += part.trends;
}

std::vector<size_t> sets_scored(const Summary& summary) {
  std::vector<size_t> scored;
  const auto& years = summary.trends.years;
  for (size_t set = 0; set < summary.sets.size(); ++set)
    if (!summary.sets[set].empty() ||
        std::any_of(years.begin(), years.end(),
                    [set](const auto& year) { return year.second.contains(set); }))
      scored.push_back(set);
  return scored;
}

namespace {

constexpr double kDaysOfYear = 365.25;
constexpr double kTiny = 1e-9;  // far below what a goal of a few decimals makes of a school

}  // namespace

int64_t schools_for(const Goal& goal, uint64_t among, bool counts_schools) {
  if (counts_schools) return static_cast<int64_t>(goal.value);
  return static_cast<int64_t>(std::ceil(goal.value * static_cast<double>(among) / 100 - kTiny));
}

GoalProgress progress_to(const Goal& goal, const TargetTally& tally, bool counts_schools, Day day) {
  GoalProgress progress{.goal = &goal};
  const uint64_t among = tally.among();
  if (among > 0)
    progress.share = 100.0 * static_cast<double>(tally.reached) / static_cast<double>(among);
  if (!counts_schools) progress.difference = progress.share - goal.value;
  progress.ahead = static_cast<int64_t>(tally.reached) - schools_for(goal, among, counts_schools);
  if (day == kNoDate) return progress;
  progress.months = months_between(day, goal.by.day);
  if (progress.ahead < 0 && goal.by.day > day)
    progress.pace = static_cast<double>(-progress.ahead) * kDaysOfYear / (goal.by.day - day);
  return progress;
}

const Goal& nearest_goal(const TargetLine& line, Day day) {
  for (const Goal& goal : line.goals)
    if (goal.by.day >= day) return goal;
  return line.goals.back();
}

}  // namespace kdcl
