// Verdicts or judgements in the bits of two sets laid over each other (score/union_set), where
// those of both sides are compared and mixed a word at a time.
#pragma once

#include <array>
#include <cstdint>

#include "model/score.h"
#include "score/union_set.h"

namespace kdcl {

struct JoinedVerdicts {
  BitRows met, not_met, not_applicable;  ///< in none of the three: unknown

  void resize(size_t rows, size_t words);
  [[nodiscard]] Verdict at(size_t row, size_t indicator) const;
  /// Where the word of a row is not the same in both.
  [[nodiscard]] uint64_t differing(const JoinedVerdicts& other, size_t row, size_t word) const;
};

/// The three kinds of bits that judgements (SchoolTable), verdicts (ScoreBlock) and both joined
/// have.
template <typename Verdicts>
constexpr std::array<BitRows Verdicts::*, 3> kVerdictBits = {&Verdicts::met, &Verdicts::not_met,
                                                             &Verdicts::not_applicable};

/// Ors `count` bits into others.
void copy_bits(const uint64_t* from, size_t from_bit, uint64_t* to, size_t to_bit, size_t count);

/// Puts a row of one of the sets into the bits of the union, which are empty there.
template <typename Verdicts>
void join_row(const Verdicts& own, size_t own_row, const UnionSide& side, size_t row,
              JoinedVerdicts& joined) {
  for (size_t kind = 0; kind < 3; ++kind)
    for (const UnionStretch& each : side.stretches)
      copy_bits((own.*kVerdictBits<Verdicts>[kind]).row(own_row), each.own,
                (joined.*kVerdictBits<JoinedVerdicts>[kind]).row(row), each.joined, each.count);
}

/// What is `after`, but `before` where the mask says so, as rows of words.
void mix_row(const BitRows& after, const BitRows& before, size_t from, const BitMask& mask,
             uint64_t* to);

}  // namespace kdcl
