#include "command/report_period.h"

#include "command/period_messages.h"
#include "score/days.h"

namespace kdcl {

using namespace message;

void BlockPlaces::add(const SchoolBlock& block) {
  places_.push_back({block.table->name, block.first_line, !block.table->workbook.empty()});
}

Location BlockPlaces::row(size_t block, uint64_t line) const {
  const Place& place = places_[block];
  return {place.file, line + place.first_line - 1, 0, place.is_sheet};
}

Day report_day(const Run& run, const std::vector<ScoredBlock>& blocks, const BlockPlaces& places,
               Diagnostics& diagnostics) {
  if (run.date != kNoDate) return run.date;
  const Day last = last_day(blocks);
  if (const std::optional<RowAt> lone = lone_last_row(blocks)) {
    const auto block = static_cast<size_t>(lone->block - blocks.data());
    diagnostics
        .error(places.row(block, lone->block->table.line[lone->row]), kLoneDay,
               format_day_first(last), lone->text(IdentityColumn::school_id), kNearDays)
        .hint(kGiveReportDay);
  }
  return last;
}

Period period_of(Day last, const std::optional<Day>& since, Diagnostics& diagnostics) {
  if (!since) return twelve_months_to(last);
  if (last != kNoDate && *since > last)
    diagnostics.error({}, kSinceAfterDay, format_day_first(*since), format_day_first(last));
  return {*since, last};
}

void check_half(const Summary& summary, Diagnostics& diagnostics) {
  const uint64_t counted = summary.total().at(SchoolCount::schools);
  const uint64_t all = counted + summary.older + summary.only_later;
  const bool is_year = summary.since == twelve_months_to(summary.as_of).first;
  if (2 * counted >= all || (counted > 0 && !is_year)) return;
  diagnostics
      .error({}, kTooFewCount, counted, all,
             summary.since == kNoDate ? std::string(kAllDays.in(diagnostics.language()))
                                      : format_day_first(summary.since),
             format_day_first(summary.as_of), format_day_first(summary.first),
             format_day_first(summary.last))
      .hint(kGiveSince);
}

}  // namespace kdcl
