#include "model/coverage.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/number.h"
#include "model/evaluate.h"

namespace kdcl {
namespace {

/// A row a school type, about which nothing else is known.
SchoolTable table_of_types(const Run& run) {
  SchoolTable table;
  table.rows = kSchoolTypes.size();
  table.identity[static_cast<size_t>(IdentityColumn::school_type)].assign(kSchoolTypes.begin(),
                                                                          kSchoolTypes.end());
  table.assessed_on.assign(table.rows, kNoDate);
  table.recognized_on.assign(table.rows, kNoDate);
  table.recognized_level.assign(table.rows, kUnknown);
  table.numbers.resize(run.fields.size());
  table.texts.resize(run.fields.size());
  return table;
}

/// The sets that apply to each type, whatever the day.
std::vector<std::vector<size_t>> applying_sets(const Run& run) {
  const SchoolTable table = table_of_types(run);
  std::vector<uint32_t> rows(table.rows);
  std::iota(rows.begin(), rows.end(), 0U);
  std::vector<std::vector<size_t>> applying(table.rows);
  for (size_t set = 0; set < run.sets.size(); ++set) {
    if (!run.sets[set].applies_to || !run.is_open(set)) continue;
    const std::vector<Truth> applies = Evaluator(table, rows).truths(*run.sets[set].applies_to);
    for (const uint32_t row : rows)
      if (applies[row] == Truth::yes) applying[row].push_back(set);
  }
  return applying;
}

/// Those in force on the day, without those that others amend.
std::vector<size_t> sets_on(const Run& run, const std::vector<size_t>& sets, Day day) {
  std::vector<size_t> in_force;
  std::copy_if(sets.begin(), sets.end(), std::back_inserter(in_force),
               [&](size_t set) { return run.sets[set].is_in_force(day); });
  std::vector<size_t> left;
  std::copy_if(in_force.begin(), in_force.end(), std::back_inserter(left), [&](size_t set) {
    return std::none_of(in_force.begin(), in_force.end(),
                        [&](size_t other) { return run.sets[other].has_base(run.sets[set].id); });
  });
  return left;
}

/// Days on which something may change: a set begins, or its last day is over.
std::set<Day> days_of_change(const Run& run, const std::vector<size_t>& sets) {
  std::set<Day> days;
  for (const size_t set : sets) {
    days.insert(run.sets[set].in_force_from);
    if (run.sets[set].in_force_to != kNoDate) days.insert(run.sets[set].in_force_to + 1);
  }
  return days;
}

}  // namespace

std::vector<Coverage> find_coverage(const Run& run) {
  const auto applying = applying_sets(run);
  std::vector<Coverage> found;
  for (size_t type = 0; type < kSchoolTypes.size(); ++type) {
    if (applying[type].empty()) continue;
    Coverage coverage{kSchoolTypes[type], {}};
    std::vector<Stretch>& stretches = coverage.stretches;
    for (const Day day : days_of_change(run, applying[type])) {
      std::vector<size_t> sets = sets_on(run, applying[type], day);
      if (!stretches.empty()) stretches.back().to = day - 1;
      if (!stretches.empty() && stretches.back().sets == sets)
        stretches.back().to = kNoDate;
      else
        stretches.push_back({day, kNoDate, std::move(sets)});
    }
    if (stretches.back().sets.empty()) stretches.pop_back();
    found.push_back(std::move(coverage));
  }
  return found;
}

}  // namespace kdcl
