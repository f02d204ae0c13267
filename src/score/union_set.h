// Two criteria sets laid over each other, so that a school can be scored by some indicators of the
// one and some of the other, under the level rules of either.
#pragma once

#include <cstdint>
#include <vector>

#include "model/criteria.h"

namespace kdcl {

inline constexpr int32_t kNotThere = -1;

/// An indicator of either set.
struct UnionIndicator {
  int32_t before = kNotThere;  ///< its position in the set before
  int32_t after = kNotThere;
  bool differs = false;  ///< in both, but other figures or conditions decide it

  [[nodiscard]] bool is_in_both() const { return before != kNotThere && after != kNotThere; }
};

struct UnionSet {
  /// The criteria and indicators of both, without figures and conditions, once with the levels and
  /// the mandatory criteria of the set before, once with those of the set after.
  CriteriaSet under_before, under_after;
  std::vector<UnionIndicator> indicators;
  bool rule_differs = false;
};

/// Both sets are of one run, so that their expressions name the same fields.
[[nodiscard]] UnionSet unite(const CriteriaSet& before, const CriteriaSet& after);

}  // namespace kdcl
