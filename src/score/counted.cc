#include "score/counted.h"

#include <string_view>
#include <unordered_set>

#include "score/records.h"
#include "score/report_day.h"

namespace kdcl {
namespace {

bool is_listed(const SchoolRegister* schools, std::string_view id) {
  return !schools || schools->has(id);
}

size_t schools_in_scope(const std::vector<ScoredBlock>& blocks, const SchoolRegister* schools) {
  std::unordered_set<std::string_view> ids;
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (const std::string_view id = block.table.text_of(IdentityColumn::school_id, row);
          block.table.set[row] != kNoSet && is_listed(schools, id))
        ids.insert(id);
  return ids.size();
}

}  // namespace

CountedSchools find_counted(const Run& run, const std::vector<ScoredBlock>& blocks,
                            const std::optional<Day>& since, const SchoolRegister* schools) {
  const Day last = run.date != kNoDate ? run.date : last_day(blocks);
  CountedSchools counted{.period = since ? Period{*since, last} : twelve_months_to(last),
                         .all = schools_in_scope(blocks, schools)};
  if (run.date == kNoDate && lone_last_row(blocks)) {
    counted.why = NoShares::lone_day;
    return counted;
  }
  for (SchoolRecord& record : find_records(run, blocks, counted.period))
    if (!record.outside && record.counts &&
        is_listed(schools, record.rows.text(IdentityColumn::school_id)))
      counted.schools.push_back(std::move(record.rows));
  if (since || 2 * counted.schools.size() >= counted.all) return counted;
  counted.why = NoShares::too_few;
  counted.schools.clear();
  return counted;
}

}  // namespace kdcl
