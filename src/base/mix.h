// 64-bit digests of short texts, for finding equal ones among millions. Not against people who want
// them to be equal.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace kdcl {

/// Multiplies to 128 bits and folds the halves: mixes every bit of both.
[[nodiscard]] inline uint64_t mix(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

/// The digest of a text behind what `seed` is of.
[[nodiscard]] inline uint64_t digest(std::string_view text, uint64_t seed) {
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

}  // namespace kdcl
