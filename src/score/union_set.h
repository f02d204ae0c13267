// Two criteria sets laid over each other, so that a school can be scored by some indicators of the
// one and some of the other, under the level rules of either.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/run.h"
#include "score/plan.h"

namespace kdcl {

inline constexpr int32_t kNotThere = -1;

/// An indicator of either set.
struct UnionIndicator {
  int32_t before = kNotThere;  ///< its position in the set before
  int32_t after = kNotThere;
  bool differs = false;  ///< in both, but other figures, conditions or levels decide it

  [[nodiscard]] bool is_in_both() const { return before != kNotThere && after != kNotThere; }
};

/// An indicator of sets whose level either set asks for.
struct OtherIndicator {
  std::string name;
  std::vector<UnionIndicator> bits;  ///< of its judgement in rows; several where sets amend others
};

/// Neighbouring indicators of a set that are neighbours in the union, too.
struct UnionStretch {
  uint32_t own = 0;     ///< the first one in the set
  uint32_t joined = 0;  ///< and in the union
  uint32_t count = 0;
};

/// Where one of the sets is in the union.
struct UnionSide {
  std::vector<UnionStretch> stretches{};
  BitMask lacks{};  ///< the indicators that the set does not have
};

struct UnionSet {
  /// The criteria and indicators of both, without figures and conditions, once with the levels and
  /// the mandatory criteria of the set before, once with those of the set after.
  CriteriaSet under_before, under_after;
  std::vector<UnionIndicator> indicators;
  std::vector<OtherIndicator> others;
  UnionSide before, after;
  BitMask redefined;  ///< indicators that differ or are in one set only
  bool rule_differs = false;
};

/// Both are positions in the run.
[[nodiscard]] UnionSet unite(const Run& run, size_t before, size_t after);

}  // namespace kdcl
