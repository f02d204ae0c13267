#include "read/duplicates.h"

#include <bit>
#include <cstring>

#include "base/text.h"
#include "read/table_messages.h"

namespace kdcl {
namespace {

using namespace message;

constexpr int kLineBits = 40;

/// Multiplies to 128 bits and folds the halves: mixes every bit of both.
uint64_t mix(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

uint64_t digest(std::string_view text, uint64_t seed) {
  constexpr uint64_t kFirst = 0xa0761d6478bd642f;
  constexpr uint64_t kSecond = 0xe7037ed1a0b428db;
  seed ^= mix(text.size() ^ kFirst, kSecond);
  while (!text.empty()) {
    uint64_t word = 0;
    const size_t length = text.size() < 8 ? text.size() : 8;
    std::memcpy(&word, text.data(), length);
    seed = mix(word ^ kFirst, seed ^ kSecond);
    text.remove_prefix(length);
  }
  return seed;
}

}  // namespace

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
    : slots_(std::bit_ceil(expected + expected / 4 + 64)) {}

DuplicateFinder::Seen& DuplicateFinder::slot_of(uint64_t key) {
  size_t slot = (key >> 8) & (slots_.size() - 1);
  while (slots_[slot].key != 0 && slots_[slot].key != key) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot];
}

void DuplicateFinder::grow() {
  std::vector<Seen> smaller(slots_.size() * 2);
  smaller.swap(slots_);
  for (const Seen& seen : smaller)
    if (seen.key != 0) slot_of(seen.key) = seen;
}

void DuplicateFinder::add(const std::vector<uint64_t>& keys, const SchoolTable& table,
                          uint32_t id_column, uint64_t first_line, const std::string& file,
                          Diagnostics& diagnostics) {
  if (files_.empty() || files_.back() != file) files_.push_back(file);
  // The slots are all over memory: ask for all of them before the first is needed.
  for (const uint64_t key : keys) __builtin_prefetch(&slots_[(key >> 8) & (slots_.size() - 1)], 1);
  for (size_t row = 0; row < keys.size(); ++row) {
    const uint64_t line = table.line[row] + first_line - 1;
    Seen& seen = slot_of(keys[row]);
    if (seen.key != 0) {
      const std::string first = fmt::format("{}:{}", files_[seen.place >> kLineBits],
                                            seen.place & ((uint64_t{1} << kLineBits) - 1));
      diagnostics.error({file, line, uint64_t{id_column} + 1}, kRepeatedSchool,
                        excerpt(table.text_of(IdentityColumn::school_id, row)), first);
      continue;
    }
    seen = {keys[row], static_cast<uint64_t>(files_.size() - 1) << kLineBits | line};
    if (++used_ * 5 > slots_.size() * 4) grow();
  }
}

}  // namespace kdcl
