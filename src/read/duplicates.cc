#include "read/duplicates.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "base/diagnostics.h"
#include "base/mix.h"
#include "base/text.h"

namespace kdcl {
std::vector<uint64_t> duplicate_keys(const Run& run, const SchoolTable& table) {
  std::vector<uint64_t> keys(table.rows);
  for (size_t row = 0; row < table.rows; ++row) {
    uint64_t key = digest(table.text_of(IdentityColumn::school_id, row), 1);
    key = digest(table.text_of(IdentityColumn::assessment, row), key);
    key = mix(key ^ static_cast<uint32_t>(table.assessed_on[row]), 0x8ebc6af09c88c6e3);
    if (table.set[row] != kNoSet && run.sets[static_cast<size_t>(table.set[row])].per_stage)
      key = digest(table.text_of(IdentityColumn::stage, row), key);
    keys[row] = key | 1;
  }
  return keys;
}

DuplicateFinder::DuplicateFinder(size_t expected)
    : keys_(std::bit_ceil(expected + expected / 4 + 64)), lines_(keys_.size()) {}

size_t DuplicateFinder::slot_of(uint64_t key) const {
  size_t slot = (key >> 8) & (keys_.size() - 1);
  while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & (keys_.size() - 1);
  return slot;
}

void DuplicateFinder::grow() {
  std::vector<uint64_t> keys(keys_.size() * 2);
  std::vector<uint32_t> lines(keys.size());
  keys.swap(keys_);
  lines.swap(lines_);
  for (size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const size_t slot = slot_of(keys[i]);
    keys_[slot] = keys[i];
    lines_[slot] = lines[i];
  }
}

std::string DuplicateFinder::place_of(uint32_t line) const {
  const auto after = std::find_if(files_.begin(), files_.end(),
                                  [line](const File& file) { return file.lines_before >= line; });
  const File& file = *std::prev(after);
  return line_text({file.name, line - file.lines_before, 0, file.has_cells});
}

void DuplicateFinder::add(const std::vector<uint64_t>& keys, const SchoolTable& table,
                          const Location& first, Diagnostics& diagnostics) {
  if (files_.empty() || files_.back().name != first.file)
    files_.push_back({first.file, last_line_, first.is_cell});
  // The slots are all over memory: ask for all of them before the first is needed.
  for (const uint64_t key : keys) __builtin_prefetch(&keys_[(key >> 8) & (keys_.size() - 1)], 1);
  for (size_t row = 0; row < keys.size(); ++row) {
    const uint64_t line = table.line[row] + first.line - 1;
    const size_t slot = slot_of(keys[row]);
    if (keys_[slot] != 0) {
      // Schools without an id are told as that.
      if (table.text_of(IdentityColumn::school_id, row).empty()) continue;
      diagnostics.error({first.file, line, first.column, first.is_cell},
                        {"trường {0} (cùng cấp học, người đánh giá và ngày) đã có ở {1}",
                         "school {0} (same stage, assessor and date) is already at {1}"},
                        excerpt(table.text_of(IdentityColumn::school_id, row)),
                        place_of(lines_[slot]));
      continue;
    }
    last_line_ = files_.back().lines_before + line;
    keys_[slot] = keys[row];
    lines_[slot] = static_cast<uint32_t>(last_line_);
    if (++used_ * 5 > keys_.size() * 4) grow();
  }
}

}  // namespace kdcl
