// Which outcomes of figures would be others if the figures were off by the rounding they are
// written with.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/criteria.h"
#include "model/score.h"
#include "score/level.h"

namespace kdcl {

/// An indicator's outcomes at the best and at the worst that its figures may really be; one of them
/// differs from the present one.
struct RoundedOutcome {
  uint32_t row = 0;  ///< of the table
  Outcome best = Outcome::none;
  Outcome worst = Outcome::none;
  SensitiveVerdict verdict{};  ///< but for the verdicts themselves
};

/// For the rows of one set, in their order, each in set order. Conditions count as the data have
/// them; each requirement of an indicator is taken by itself.
[[nodiscard]] std::vector<RoundedOutcome> find_rounded(const SetPlan& plan,
                                                       std::span<const Field> fields,
                                                       const SchoolTable& table,
                                                       std::span<const uint32_t> rows,
                                                       const RequirementColumns& columns);

}  // namespace kdcl
