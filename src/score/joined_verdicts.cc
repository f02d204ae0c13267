#include "score/joined_verdicts.h"

#include <algorithm>

namespace kdcl {
namespace {

uint64_t lowest(size_t count) { return count == 64 ? ~uint64_t{0} : (uint64_t{1} << count) - 1; }

/// At most 64 bits that may lie in two words.
uint64_t bits_at(const uint64_t* words, size_t bit, size_t count) {
  const size_t shift = bit % 64;
  uint64_t bits = words[bit / 64] >> shift;
  if (shift + count > 64) bits |= words[bit / 64 + 1] << (64 - shift);
  return bits & lowest(count);
}

}  // namespace

void JoinedVerdicts::resize(size_t rows, size_t words) {
  for (const auto bits : kVerdictBits<JoinedVerdicts>) (this->*bits).resize(rows, words);
}

Verdict JoinedVerdicts::at(size_t row, size_t indicator) const {
  if (met.test(row, indicator)) return Verdict::met;
  if (not_met.test(row, indicator)) return Verdict::not_met;
  return not_applicable.test(row, indicator) ? Verdict::not_applicable : Verdict::unknown;
}

uint64_t JoinedVerdicts::differing(const JoinedVerdicts& other, size_t row, size_t word) const {
  uint64_t differing = 0;
  for (const auto bits : kVerdictBits<JoinedVerdicts>)
    differing |= (this->*bits).row(row)[word] ^ (other.*bits).row(row)[word];
  return differing;
}

void copy_bits(const uint64_t* from, size_t from_bit, uint64_t* to, size_t to_bit, size_t count) {
  while (count > 0) {
    const size_t here = std::min(count, 64 - to_bit % 64);
    to[to_bit / 64] |= bits_at(from, from_bit, here) << (to_bit % 64);
    from_bit += here;
    to_bit += here;
    count -= here;
  }
}

void mix_row(const BitRows& after, const BitRows& before, size_t from, const BitMask& mask,
             uint64_t* to) {
  for (size_t word = 0; word < mask.size(); ++word)
    to[word] = (after.row(from)[word] & ~mask[word]) | (before.row(from)[word] & mask[word]);
}

}  // namespace kdcl
