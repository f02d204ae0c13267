#include "score/decision_counts.h"

#include <algorithm>
#include <cmath>

#include "score/records.h"

namespace kdcl {
namespace {

/// The value of a field; kUnknown also where the run or the data have no such field.
double value_at(const std::optional<uint32_t>& field, const RowAt& at) {
  if (!field || at.block->table.numbers[*field].empty()) return kUnknown;
  return at.block->table.numbers[*field][at.row];
}

}  // namespace

std::optional<uint32_t> find_field(const Run& run, std::string_view id) {
  for (uint32_t i = 0; i < run.fields.size(); ++i)
    if (run.fields[i].id == id) return i;
  return {};
}

DecisionCounter::DecisionCounter(const Run& run, Day as_of)
    : run_(run),
      as_of_(as_of),
      in_a_year_(as_of == kNoDate ? kNoDate : add_years(as_of, 1)),
      before_(find_field(run, kRecognizedBefore)),
      certified_(find_field(run, kAccreditationLevel)),
      certified_on_(find_field(run, kAccreditationOn)) {}

void DecisionCounter::add(const DecisionOf& decision, std::span<const RowAt> rows, SchoolSums& sums,
                          Summary& summary) const {
  switch (decision.decision) {
    case Decision::none: return;
    case Decision::expired: ++sums.at(SchoolCount::expired); return;
    case Decision::undated: ++sums.at(SchoolCount::undated); return;
    case Decision::misdated: ++sums.at(SchoolCount::misdated); return;
    case Decision::no_data: ++sums.at(SchoolCount::no_decision_data); return;
    case Decision::valid: break;
  }
  const int level = std::min(decision.level, 2);
  ++sums.at(level == 1 ? SchoolCount::decided_1 : SchoolCount::decided_2);
  if (decision.until <= in_a_year_) ++sums.at(SchoolCount::expiring);
  ++summary.expiries[year_of(decision.until)][static_cast<size_t>(level) - 1];
  if (year_of(decision.since) == year_of(as_of_)) ++sums.at(recognition(rows));
}

void DecisionCounter::add_certificate(std::span<const RowAt> rows, SchoolSums& sums) const {
  if (const auto certificate = certificate_of(rows)) ++sums.at(*certificate);
}

/// Whether a recognition of the year is the first.
SchoolCount DecisionCounter::recognition(std::span<const RowAt> rows) const {
  for (const RowAt& at : rows)
    if (const double value = value_at(before_, at); !std::isnan(value))
      return value != 0 ? SchoolCount::recognized_again : SchoolCount::recognized_new;
  return SchoolCount::recognized_unclear;
}

/// Nothing if there is none on the day.
std::optional<SchoolCount> DecisionCounter::certificate_of(std::span<const RowAt> rows) const {
  for (const RowAt& at : rows) {
    const double level = value_at(certified_, at);
    if (std::isnan(level)) continue;
    if (level < 1) return {};
    const double day = value_at(certified_on_, at);
    if (std::isnan(day)) return SchoolCount::certified_undated;
    const auto since = static_cast<Day>(day);
    if (is_misdated(since, as_of_)) return SchoolCount::certified_misdated;
    const auto number = static_cast<size_t>(level);
    if (add_years(since, years_certified(at.set(), number)) < as_of_)
      return SchoolCount::certified_expired;
    return static_cast<SchoolCount>(static_cast<size_t>(SchoolCount::certified_1) + number - 1);
  }
  return {};
}

int DecisionCounter::years_certified(size_t set, size_t number) const {
  constexpr int kUsualYears = 5;  // TT 17, 18 and 19/2018, Article 35(2)
  const AwardFamily* family = find_family(run_.sets[set], "accreditation");
  if (!family || number > family->awards.size()) return kUsualYears;
  return family->awards[number - 1].valid_years.value_or(kUsualYears);
}

}  // namespace kdcl
