#include "command/report_period.h"

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
        .error(
            places.row(block, lone->block->table.line[lone->row]),
            {"ngày đánh giá cuối trong dữ liệu là {0}, của trường {1}; trong {2} ngày đến hôm ấy "
             "hầu như không có trường nào khác nên không lấy làm ngày báo cáo",
             "the last day of assessment in the data is {0}, of school {1}; in the {2} days up to "
             "it there is hardly any other school, so it is not taken for the day of the report"},
            format_day_first(last), lone->text(IdentityColumn::school_id), kNearDays)
        .hint({"sửa ngày ấy nếu sai, hoặc nêu ngày báo cáo bằng --date",
               "mend that day if it is wrong, or name the day of the report with --date"});
  }
  return last;
}

Period period_of(Day last, const std::optional<Day>& since, Diagnostics& diagnostics) {
  if (!since) return twelve_months_to(last);
  if (last != kNoDate && *since > last)
    diagnostics.error(
        {}, {"--since {0} sau ngày báo cáo {1}", "--since {0} is after the day of the report, {1}"},
        format_day_first(*since), format_day_first(last));
  return {*since, last};
}

void check_half(const Summary& summary, Diagnostics& diagnostics) {
  const uint64_t counted = summary.total().at(SchoolCount::schools);
  const uint64_t all = counted + summary.older + summary.only_later;
  const bool is_year = summary.since == twelve_months_to(summary.as_of).first;
  if (2 * counted >= all || (counted > 0 && !is_year)) return;
  diagnostics
      .error({},
             {"chỉ {0} trong {1} trường có lần đánh giá gần nhất từ {2} đến {3}; dữ liệu có các "
              "lần đánh giá từ {4} đến {5}",
              "only {0} of {1} schools were last assessed from {2} to {3}; the data have "
              "assessments from {4} to {5}"},
             counted, all,
             summary.since == kNoDate ? std::string(kAllDays.in(diagnostics.language()))
                                      : format_day_first(summary.since),
             format_day_first(summary.as_of), format_day_first(summary.first),
             format_day_first(summary.last))
      .hint({"nêu ngày báo cáo bằng --date, hoặc ngày đầu được tính bằng --since (--since all: mọi "
             "ngày)",
             "name the day of the report with --date, or the first day that counts with --since "
             "(--since all: any day)"});
}

}  // namespace kdcl
