#include "score/trends.h"

namespace kdcl {
namespace {

void count(const Run& run, int year, const SchoolRows& school, const DecisionOf& decision,
           Trends& trends) {
  const CriteriaSet& set = run.sets[school.first().set()];
  YearSums& sums = trends.years[year][school.first().set()];
  sums.levels.resize(set.levels.size() + 1, 0);
  ++sums.levels[static_cast<size_t>(school.level())];
  if (decision.decision == Decision::valid && find_family(set, kNationalStandard)) ++sums.decided;
}

/// Most schools have one year, and most of those that of the report, whose day rows without one
/// have.
void count_only_year(const Run& run, const SchoolRecord& record, Day as_of, Trends& trends) {
  const RowAt& at = record.rows.first();
  const Day assessed = at.block->table.assessed_on[at.row];
  const int year = assessed == kNoDate ? year_of(as_of) : report_year(assessed, as_of);
  if (year == 0) return;
  const Day day = day_of_year(year, as_of);
  count(run, year, record.rows, day == as_of ? record.decision : decision_of(run, record.rows, day),
        trends);
}

}  // namespace

void count_years(const Run& run, const SchoolRecord& record, Day as_of, Trends& trends) {
  if (record.years.empty()) return count_only_year(run, record, as_of, trends);
  for (const SchoolYear& year : record.years)
    count(run, year.year, year.rows, year.decision, trends);
  for (size_t i = 1; i < record.years.size(); ++i) {
    const SchoolYear& before = record.years[i - 1];
    const SchoolYear& after = record.years[i];
    const LevelChange change = change_of(run, before.rows, after.rows);
    ++trends.changes[{before.year, after.year}][static_cast<size_t>(change)];
  }
}

}  // namespace kdcl
