// Whether a school still holds the level it was recognised at, and what keeps it from that level:
// the same for the summary and the recheck.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "model/school_rows.h"

namespace kdcl {

/// What the data say of the level that a recognition asks for.
enum class Standing : uint8_t {
  holds,
  doubtful,  ///< holds only if what is unknown turns out met
  falls_short,
  no_data,  ///< no indicator is met or not met: nothing is known, which is not a doubt
};
inline constexpr size_t kStandings = 4;

/// The level of the school that its recognition asks for. Where the family has no award of that
/// number, its highest is asked for.
[[nodiscard]] int asked_level(const AwardFamily& family, int recognized);

/// Which result of a block counts: that of all indicators, or another one beside it.
using ResultOf = const ScoreBlock& (*)(const ScoredBlock&);
[[nodiscard]] inline const ScoreBlock& whole_result(const ScoredBlock& block) {
  return block.score;
}

[[nodiscard]] Standing standing_of(const SchoolRows& school, int asked,
                                   ResultOf result = whole_result);

/// A bit an indicator, in words of 64.
using BitMask = std::vector<uint64_t>;

/// What keeps a row from a level, as indicators.
struct LevelGaps {
  BitMask not_met;  ///< of the clauses that fail even if all that is unknown turns out met
  BitMask unknown;  ///< of the clauses that fail unless something unknown turns out met
};
/// Works them out for a scored row and a level of its set.
using GapsOf = std::function<LevelGaps(const RowAt&, int)>;

}  // namespace kdcl
