#include "model/trends.h"

#include <algorithm>
#include <numeric>

namespace kdcl {
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

}  // namespace kdcl
