#include "command/check_rows.h"

#include <ctime>

#include "base/text.h"
#include "read/labels.h"
#include "report/contradictions.h"
#include "report/row_doubts.h"
#include "score/records.h"

namespace kdcl {
namespace {

constexpr Message kLonelyDay{
    "trường {0}: ngày đánh giá {1} xa mọi ngày khác, không trường nào khác có dòng trong vòng {2} "
    "ngày",
    "school {0}: assessed on {1}, far from all others: no other school has a row within {2} days"};
constexpr Message kLookAtYear{"xem lại năm", "look at the year again"};

/// The cell of a row; lines count from the start of the block.
Location cell_place(const SchoolBlock& block, size_t row, uint32_t column) {
  if (block.grid.places.empty())
    return {block.table->name, block.schools.table.line[row], uint64_t{column} + 1};
  const auto [line, character] = block.grid.places[row * block.grid.columns + column];
  return {block.table->name, line, character};
}

/// The cell of what a column holds, by its index; the row where no column does.
Location place_in(const std::vector<ColumnOf>& columns, const SchoolBlock& block, size_t row,
                  size_t index) {
  for (const ColumnOf& column : columns)
    if (column.index == index) return cell_place(block, row, column.column);
  return {block.table->name, block.schools.table.line[row]};
}

/// Where an indicator of a row was judged; the row where a criterion-level column did it.
Location judgement_place(const SchoolBlock& block, size_t row, size_t indicator) {
  const auto set = static_cast<size_t>(block.schools.table.set[row]);
  return place_in(block.binding->sets[set].indicators, block, row, indicator);
}

Location identity_place(const SchoolBlock& block, size_t row, IdentityColumn column) {
  const int32_t at = block.binding->identity[static_cast<size_t>(column)];
  if (at != kNoColumn) return cell_place(block, row, static_cast<uint32_t>(at));
  return {block.table->name, block.schools.table.line[row]};
}

}  // namespace

Day day_of_check(const Run& run) {
  constexpr int64_t kHoursAhead = 7;
  constexpr int64_t kSecondsADay = 86400;
  if (run.date != kNoDate) return run.date;
  return static_cast<Day>((std::time(nullptr) + kHoursAhead * 3600) / kSecondsADay);
}

size_t check_rows(const Run& run, Day today, SchoolBlock& block) {
  Diagnostics found(block.diagnostics.language());
  size_t count = report_contradictions(
      run, block.schools,
      [&block](size_t row, size_t indicator) { return judgement_place(block, row, indicator); },
      found);
  count += report_denied_levels(run, block.schools.table, found);
  const auto place = [&block](size_t row, IdentityColumn column) {
    return identity_place(block, row, column);
  };
  report_excluded_criteria(run, block.schools.table, place, found);
  report_decision_days(block.schools.table, today, place, found);
  if (const auto field = find_field(run, kAccreditationOn))
    report_certificate_days(
        block.schools.table, *field, today,
        [&](size_t row) { return place_in(block.binding->fields, block, row, *field); }, found);
  name_schools(block.schools.table, !block.grid.places.empty(), found);
  block.diagnostics.append(found);
  return count;
}

void add_days(const SchoolBlock& block, DaySpread& spread) {
  const SchoolTable& table = block.schools.table;
  for (size_t row = 0; row < table.rows; ++row) {
    // What has no day of its own got it from --date.
    if (table.text_of(IdentityColumn::assessed_on, row).empty()) continue;
    spread.add(table.assessed_on[row], table.text_of(IdentityColumn::school_id, row),
               place_in_file(block, identity_place(block, row, IdentityColumn::assessed_on)));
  }
}

void report_lonely_days(const DaySpread& spread, Diagnostics& diagnostics) {
  for (const LonelyDay& lonely : spread.lonely())
    diagnostics
        .warning(lonely.place, kLonelyDay, excerpt(lonely.school), format_day_first(lonely.day),
                 kNearDays)
        .hint(kLookAtYear);
}

}  // namespace kdcl
