#include "score/records.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"

namespace kdcl {
namespace {

constexpr Day kDistrictsDissolved = 20270;  // 2025-07-01

/// Somebody judged something, or figures decided it.
bool is_assessed(const RowAt& at) {
  const ScoreBlock& score = at.block->score;
  return has_any(score.met, at.row) || has_any(score.not_met, at.row) ||
         has_any(score.not_applicable, at.row);
}

/// A row without a day is of the day of the report.
Day day_of(const RowAt& at, Day as_of) {
  const Day day = at.block->table.assessed_on[at.row];
  return day == kNoDate ? as_of : day;
}

/// The assessment that counts: the later one, and the external one of two on one day.
bool counts_before(const RowAt& one, const RowAt& other, Day as_of) {
  if (day_of(one, as_of) != day_of(other, as_of)) return day_of(one, as_of) > day_of(other, as_of);
  return one.is_external() && !other.is_external();
}

/// Takes one more assessment into the years of a record, which are kept once there are two.
void add_year(const SchoolRows& school, Day as_of, SchoolRecord& record) {
  const int year = report_year(day_of(school.first(), as_of), as_of);
  const int counted = report_year(day_of(record.rows.first(), as_of), as_of);
  std::vector<SchoolYear>& years = record.years;
  if (year == 0 || counted == 0 || (year == counted && years.empty())) return;
  if (years.empty()) years.push_back({counted, record.rows});
  const auto at =
      std::lower_bound(years.begin(), years.end(), year,
                       [](const SchoolYear& one, int wanted) { return one.year < wanted; });
  if (at == years.end() || at->year != year)
    years.insert(at, {year, school});
  else if (counts_before(school.first(), at->rows.first(), as_of))
    at->rows = school;
}

void note_assessment(const SchoolRows& rows, SchoolRecord& record) {
  for (const RowAt& at : rows.rows) {
    if (!is_assessed(at)) continue;
    (at.is_external() ? record.externally_assessed : record.self_assessed) = true;
  }
}

bool leads_to_award(const CriteriaSet& set, int level) {
  return std::any_of(set.award_families.begin(), set.award_families.end(),
                     [level](const AwardFamily& family) {
                       return award_number(family, level + 1) > award_number(family, level);
                     });
}

/// Of the rows that keep a school at its level, the indicators that are not met or unknown.
size_t distance_of(const Run& run, const SchoolRows& school) {
  if (!leads_to_award(run.sets[school.first().set()], school.level())) return 0;
  size_t distance = 0;
  for (const RowAt& at : school.rows) {
    const ScoreBlock& score = at.block->score;
    if (score.level[at.row] > school.level()) continue;
    distance += count_bits(score.blocking, at.row) + count_bits(score.missing, at.row);
  }
  return distance;
}

void add_schools(const Run& run, const std::vector<ScoredBlock>& blocks, const Period& period,
                 RecordsById& known, std::vector<SchoolRecord>& records) {
  for (SchoolRows& school : find_schools(run, blocks)) {
    if (period.is_after(day_of(school.first(), period.last))) continue;
    const std::string_view id = school.text(IdentityColumn::school_id);
    const auto [place, is_new] = known.try_emplace(id, records.size());
    if (is_new) records.emplace_back();
    SchoolRecord& record = records[place->second];
    note_assessment(school, record);
    if (!is_new) add_year(school, period.last, record);
    if (is_new || counts_before(school.first(), record.rows.first(), period.last))
      record.rows = std::move(school);
  }
}

/// Takes the row if no row in scope and no later one is known of its school.
void add_outside(const RowAt& at, const Period& period, RecordsById& known,
                 std::vector<SchoolRecord>& records) {
  if (period.is_after(day_of(at, period.last))) return;
  const auto [place, is_new] =
      known.try_emplace(at.text(IdentityColumn::school_id), records.size());
  if (is_new) records.emplace_back();
  SchoolRecord& record = records[place->second];
  if (!is_new && (!record.outside || !counts_before(at, row_of(record), period.last))) return;
  record.outside = at.block;
  record.outside_row = at.row;
}

void add_rows_outside(const std::vector<ScoredBlock>& blocks, const Period& period,
                      RecordsById& known, std::vector<SchoolRecord>& records) {
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] == kNoSet) add_outside({&block, row}, period, known, records);
}

std::string value_text(const Field& field, const SchoolTable& table, uint32_t index, size_t row) {
  if (field.type == FieldType::text)
    return table.texts[index].empty() ? std::string() : std::string(table.texts[index][row]);
  if (table.numbers[index].empty() || std::isnan(table.numbers[index][row])) return {};
  const double value = table.numbers[index][row];
  if (field.type == FieldType::flag) return value != 0 ? "yes" : "no";
  if (field.type == FieldType::choice || field.type == FieldType::scale)
    return field.values[static_cast<size_t>(value)].id;
  return field.type == FieldType::date ? format_iso(static_cast<Day>(value)) : format_exact(value);
}

/// Puts all texts of the table into one string of its own, so that the input can go.
void own_texts(SchoolTable& table) {
  const auto for_each_text = [&table](auto use) {
    for (auto& column : table.identity)
      for (std::string_view& text : column) use(text);
    for (auto& column : table.texts)
      for (std::string_view& text : column) use(text);
  };
  size_t size = 0;
  for_each_text([&size](std::string_view text) { size += text.size(); });
  std::string& own = table.kept_text.emplace_back();
  own.reserve(size);
  for_each_text([&own](std::string_view& text) {
    const size_t start = own.size();
    own += text;
    text = {own.data() + start, text.size()};
  });
}

}  // namespace

SchoolTable table_without_input(const SchoolTable& from, const std::vector<uint32_t>& fields) {
  SchoolTable table;
  table.rows = from.rows;
  table.identity = from.identity;
  table.assessed_on = from.assessed_on;
  table.recognized_on = from.recognized_on;
  table.recognized_level = from.recognized_level;
  table.set = from.set;
  table.line = from.line;
  table.composed = from.composed;
  table.numbers.resize(from.numbers.size());
  table.texts.resize(from.texts.size());
  for (const uint32_t field : fields) {
    table.numbers[field] = from.numbers[field];
    table.texts[field] = from.texts[field];
  }
  own_texts(table);
  return table;
}

std::vector<uint32_t> fields_kept(const Run& run, const std::optional<GroupColumn>& by) {
  std::vector<uint32_t> fields;
  for (uint32_t i = 0; i < run.fields.size(); ++i) {
    const std::string& id = run.fields[i].id;
    const bool is_decision =
        id == kRecognizedBefore || id == kAccreditationLevel || id == kAccreditationOn;
    if (is_decision || (by && by->field == i)) fields.push_back(i);
  }
  return fields;
}

GroupColumn place_column(const std::vector<ScoredBlock>& blocks, Day as_of) {
  const auto has = [&blocks](IdentityColumn column) {
    return std::any_of(blocks.begin(), blocks.end(), [column](const ScoredBlock& block) {
      const auto& cells = block.table.identity[static_cast<size_t>(column)];
      return std::any_of(cells.begin(), cells.end(),
                         [](std::string_view text) { return !text.empty(); });
    });
  };
  const bool is_dissolved = as_of >= kDistrictsDissolved && has(IdentityColumn::commune);
  const bool is_district = !is_dissolved && has(IdentityColumn::district);
  return {.identity = is_district ? IdentityColumn::district : IdentityColumn::commune};
}

std::string place_name(const Run& run, const GroupColumn& column) {
  return column.identity ? std::string(identity_name(*column.identity))
                         : run.fields[*column.field].id;
}

RowAt row_of(const SchoolRecord& record) {
  return record.outside ? RowAt{record.outside, record.outside_row} : record.rows.first();
}

std::vector<SchoolRecord> find_records(const Run& run, const std::vector<ScoredBlock>& blocks,
                                       const Period& period, RecordsById& known) {
  size_t rows = 0;
  for (const ScoredBlock& block : blocks) rows += block.table.rows;
  std::vector<SchoolRecord> records;
  records.reserve(rows);
  known.reserve(rows);
  add_schools(run, blocks, period, known, records);
  add_rows_outside(blocks, period, known, records);
  for (SchoolRecord& record : records)
    record.counts = period.holds(day_of(row_of(record), period.last));
  return records;
}

std::string place_of(const Run& run, const GroupColumn& column, const SchoolRows& school) {
  if (column.identity) return std::string(school.text(*column.identity));
  for (const RowAt& at : school.rows)
    if (std::string text =
            value_text(run.fields[*column.field], at.block->table, *column.field, at.row);
        !text.empty())
      return text;
  return {};
}

void complete(const Run& run, const GroupColumn& place, Day as_of, SchoolRecord& record) {
  if (record.outside) return;
  record.place = place_of(run, place, record.rows);
  record.decision = decision_of(run, record.rows, as_of);
  record.distance = distance_of(run, record.rows);
  const AwardFamily* family = find_family(run.sets[record.rows.first().set()], kNationalStandard);
  if (family && !family->awards.empty() && record.decision.decision == Decision::valid)
    record.standing = standing_of(record.rows, asked_level(*family, record.decision.level));
  for (SchoolYear& year : record.years)
    year.decision = decision_of(run, year.rows, day_of_year(year.year, as_of));
}

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
