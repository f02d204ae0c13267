#include "score/report_day.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace kdcl {
namespace {

constexpr size_t kFewestNear = 2;
constexpr size_t kOneIn = 20;

/// Calls `use` with every row in scope that has a day, until it returns false.
template <typename Use>
void for_each_dated(const std::vector<ScoredBlock>& blocks, Use use) {
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] != kNoSet && block.table.assessed_on[row] != kNoDate)
        if (!use(RowAt{&block, row}, block.table.assessed_on[row])) return;
}

size_t schools_since(const std::vector<ScoredBlock>& blocks, Day first, size_t most) {
  std::unordered_set<std::string_view> ids;
  for_each_dated(blocks, [&](const RowAt& at, Day day) {
    if (day >= first) ids.insert(at.text(IdentityColumn::school_id));
    return ids.size() < most;
  });
  return ids.size();
}

}  // namespace

Day last_day(const std::vector<ScoredBlock>& blocks) {
  Day last = kNoDate;  // the lowest
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] != kNoSet) last = std::max(last, block.table.assessed_on[row]);
  return last;
}

std::optional<RowAt> lone_last_row(const std::vector<ScoredBlock>& blocks) {
  const Day last = last_day(blocks);
  if (last == kNoDate) return {};
  size_t rows = 0;
  for (const ScoredBlock& block : blocks) rows += block.table.rows;
  // There are no more schools than rows, so that mostly a part of them has to be looked at.
  const size_t enough = std::max(kFewestNear, rows / kOneIn + 1);
  const size_t near = schools_since(blocks, last - kNearDays, enough);
  if (near >= enough) return {};
  const size_t all = schools_since(blocks, kNoDate, SIZE_MAX);
  if (all == 1 || (near >= kFewestNear && near * kOneIn >= all)) return {};
  std::optional<RowAt> lone;
  for_each_dated(blocks, [&](const RowAt& at, Day day) {
    if (day == last) lone = at;
    return !lone;
  });
  return lone;
}

}  // namespace kdcl
