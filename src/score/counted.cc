#include "score/counted.h"

#include <string_view>
#include <unordered_set>

#include "score/records.h"
#include "score/report_day.h"

namespace kdcl {
namespace {

size_t schools_in_scope(const std::vector<ScoredBlock>& blocks) {
  std::unordered_set<std::string_view> ids;
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] != kNoSet)
        ids.insert(block.table.text_of(IdentityColumn::school_id, row));
  return ids.size();
}

}  // namespace

CountedSchools find_counted(const Run& run, const std::vector<ScoredBlock>& blocks,
                            const std::optional<Day>& since) {
  const Day last = run.date != kNoDate ? run.date : last_day(blocks);
  CountedSchools counted{.period = since ? Period{*since, last} : twelve_months_to(last),
                         .all = schools_in_scope(blocks)};
  if (run.date == kNoDate && lone_last_row(blocks)) {
    counted.why = NoShares::lone_day;
    return counted;
  }
  for (SchoolRecord& record : find_records(run, blocks, counted.period))
    if (!record.outside && record.counts) counted.schools.push_back(std::move(record.rows));
  if (since || 2 * counted.schools.size() >= counted.all) return counted;
  counted.why = NoShares::too_few;
  counted.schools.clear();
  return counted;
}

}  // namespace kdcl
