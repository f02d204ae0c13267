#include <doctest/doctest.h>

#include "score/counterfactual.h"

namespace kdcl {
namespace {

/// Every third bit and the first of each word.
bool is_set(size_t bit) { return bit % 3 == 0 || bit % 64 == 0; }

TEST_CASE("joined_verdicts: bits of any length from and to any place") {
  std::vector<uint64_t> from(4);
  for (size_t bit = 0; bit < 256; ++bit)
    if (is_set(bit)) from[bit / 64] |= uint64_t{1} << (bit % 64);
  for (const size_t from_bit : {0, 1, 63, 64, 100})
    for (const size_t to_bit : {0, 1, 63, 64, 100})
      for (const size_t count : {0, 1, 27, 28, 63, 64, 65, 128, 156}) {
        CAPTURE(from_bit);
        CAPTURE(to_bit);
        CAPTURE(count);
        std::vector<uint64_t> to(4);
        copy_bits(from.data(), from_bit, to.data(), to_bit, count);
        for (size_t bit = 0; bit < 256; ++bit) {
          const bool is_copied = bit >= to_bit && bit < to_bit + count;
          CHECK((to[bit / 64] >> (bit % 64) & 1) ==
                (is_copied && is_set(bit - to_bit + from_bit) ? 1 : 0));
        }
      }
}

TEST_CASE("joined_verdicts: rows are joined, told apart and mixed") {
  JoinedVerdicts own, joined, other;
  for (JoinedVerdicts* each : {&own, &joined, &other}) each->resize(2, 2);
  own.met.set(1, 0);
  own.not_met.set(1, 1);
  own.not_applicable.set(1, 2);
  const UnionSide side{{{0, 63, 2}, {2, 70, 2}}, {}};  // 0 and 1 stand at 63 and 64, 2 and 3 at 70
  join_row(own, 1, side, 0, joined);
  CHECK(joined.at(0, 63) == Verdict::met);
  CHECK(joined.at(0, 64) == Verdict::not_met);
  CHECK(joined.at(0, 70) == Verdict::not_applicable);
  CHECK(joined.at(0, 71) == Verdict::unknown);
  CHECK(joined.at(1, 63) == Verdict::unknown);
  CHECK(joined.differing(other, 0, 0) == uint64_t{1} << 63);
  CHECK(joined.differing(other, 0, 1) == (uint64_t{1} | uint64_t{1} << 6));
  CHECK(joined.differing(other, 1, 0) == 0);
  std::vector<uint64_t> mixed(2);
  other.met.set(0, 5);
  mix_row(joined.met, other.met, 0, {uint64_t{1} << 63, 0}, mixed.data());
  CHECK(mixed == std::vector<uint64_t>{0, 0});
  mix_row(joined.met, other.met, 0, {uint64_t{1} << 5, 0}, mixed.data());
  CHECK(mixed == std::vector<uint64_t>{uint64_t{1} << 63 | uint64_t{1} << 5, 0});
}

}  // namespace
}  // namespace kdcl
