// Which fields and measures a criteria set uses, of all that it knows from files shared by several
// sets.
#pragma once

#include <cstdint>
#include <vector>

#include "model/criteria.h"

namespace kdcl {

/// Positions in the run's fields of those that the set uses: first those that decide or are
/// monitored, in the order of the fields, then those that only its data tables show, in the order
/// of their rows.
[[nodiscard]] std::vector<uint32_t> used_fields(const CriteriaSet& set);

/// Positions of the measures that the set can work out from these fields, rising.
[[nodiscard]] std::vector<uint32_t> used_measures(const CriteriaSet& set);

}  // namespace kdcl
