// Which requirements of a run a statement of --set is about.
#pragma once

#include <cstdint>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "read/assumption_text.h"

namespace kdcl {

/// A requirement of one of the run's sets.
struct RequirementPlace {
  size_t set = 0;
  uint32_t indicator = 0;
  uint32_t requirement = 0;

  bool operator==(const RequirementPlace&) const = default;

  [[nodiscard]] const Indicator& indicator_in(const Run& run) const {
    return run.sets[set].indicators[indicator];
  }
  [[nodiscard]] const Requirement& in(const Run& run) const {
    return indicator_in(run).requirements[requirement];
  }
};

/// The requirements with the statement's indicator, measure and operator, in the order of the sets.
/// None, and an error, if there is none or if the statement leaves open which measure it means.
[[nodiscard]] std::vector<RequirementPlace> find_places(const AssumptionText& text, const Run& run,
                                                        Diagnostics& diagnostics);

}  // namespace kdcl
