// Eight digits read at once.
#pragma once

#include <cstdint>

namespace kdcl {

/// "00000000" as a little-endian number.
inline constexpr uint64_t kEightZeros = 0x3030303030303030;

/// The number that eight bytes are, the first of which is the lowest of `word`; -1 if one of them
/// is no digit.
[[nodiscard]] inline int64_t eight_digits(uint64_t word) {
  constexpr uint64_t kHighHalves = 0xF0F0F0F0F0F0F0F0;
  // A digit and six above it both have 3 in the higher half.
  const uint64_t six_more = word + 0x0606060606060606;
  if ((((word ^ kEightZeros) | (six_more ^ kEightZeros)) & kHighHalves) != 0) return -1;
  word ^= kEightZeros;
  // Tens and ones, hundreds and the rest: the first digit is in the lowest byte.
  word = (word * 10 + (word >> 8)) & 0x00FF00FF00FF00FF;
  word = (word * 100 + (word >> 16)) & 0x0000FFFF0000FFFF;
  return static_cast<int64_t>((word * 10000 + (word >> 32)) & 0xFFFFFFFF);
}

}  // namespace kdcl
