#include "read/share_check.h"

namespace kdcl {
namespace {

constexpr uint64_t kFewestFigures = 2;

bool can_tell(const ShareCount& count) { return count.known >= kFewestFigures; }

/// Nine in ten at least: a slip of a cell or two hides nothing.
bool are_parts(const ShareCount& count) {
  return can_tell(count) && count.below > 0 && count.parts * 10 >= count.known * 9;
}

}  // namespace

void ShareCount::add(const ShareCount& more) {
  field = more.field;
  if (below == 0) first = more.first;
  known += more.known;
  parts += more.parts;
  below += more.below;
}

void ShareCheck::add(const std::vector<ShareCount>& columns) {
  for (const ShareCount& column : columns) file_[column.field].add(column);
}

void ShareCheck::end_file(Diagnostics& diagnostics) {
  for (const auto& [field, count] : file_) {
    if (!can_tell(count))
      rest_[field].add(count);
    else if (are_parts(count))
      warn(count, diagnostics);
  }
  file_.clear();
}

void ShareCheck::end_run(Diagnostics& diagnostics) {
  ShareCount single;  // of all fields with one figure in the whole run
  for (const auto& [field, count] : rest_) {
    if (!can_tell(count))
      single.add(count);
    else if (are_parts(count))
      warn(count, diagnostics);
  }
  for (const auto& [field, count] : rest_)
    if (!can_tell(count) && count.below > 0 && are_parts(single)) warn(count, diagnostics);
  rest_.clear();
}

void ShareCheck::warn(const ShareCount& count, Diagnostics& diagnostics) const {
  diagnostics
      .warning(
          count.first,
          {"{0}: hầu hết các số nằm giữa 0 và 1, mà cột này tính bằng %: có phải là phần của 1?",
           "{0}: nearly all figures are between 0 and 1, but the column is in %; parts of 1?"},
          run_.fields[count.field].id)
      .hint({"nếu 0,95 nghĩa là 95 % thì ghi 95", "if 0.95 means 95 %, write 95"});
}

}  // namespace kdcl
