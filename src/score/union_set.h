// Two criteria sets laid over each other, so that a school can be scored by some indicators of the
// one and some of the other, under the level rules of either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/run.h"

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

struct UnionSet {
  /// The criteria and indicators of both, without figures and conditions, once with the levels and
  /// the mandatory criteria of the set before, once with those of the set after.
  CriteriaSet under_before, under_after;
  std::vector<UnionIndicator> indicators;
  std::vector<OtherIndicator> others;
  bool rule_differs = false;
};

/// Calls `use` with every expression that decides an indicator of the set.
template <typename Use>
void for_each_expression(const CriteriaSet& set, const Indicator& indicator, Use use) {
  const auto use_if = [&use](const std::optional<Expression>& expression) {
    if (expression) use(*expression);
  };
  use_if(set.criteria[indicator.criterion].where);
  use_if(indicator.where);
  for (const Requirement& requirement : indicator.requirements) {
    use(requirement.figure);
    use_if(requirement.where);
    for (const Exception& exception : requirement.exceptions) use(exception.where);
  }
}

/// Both are positions in the run.
[[nodiscard]] UnionSet unite(const Run& run, size_t before, size_t after);

/// True if the same conditions and figures decide the indicators, whatever their words. Both are of
/// one run. How other sets come to the levels asked for is not looked at.
[[nodiscard]] bool is_decided_alike(const Indicator& before, const Criterion& criterion_before,
                                    const Indicator& after, const Criterion& criterion_after);

}  // namespace kdcl
