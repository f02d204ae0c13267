// The schools that shares are of: those that the summary of the same rows counts.
#pragma once

#include <cstdint>
#include <vector>

#include "model/period.h"
#include "model/school_rows.h"

namespace kdcl {

/// Why no shares are told.
enum class NoShares : uint8_t {
  none,      ///< they are
  lone_day,  ///< the last day of the data is far from all others
  too_few,   ///< fewer than half of the schools count
};

struct CountedSchools {
  Period period{};
  std::vector<SchoolRows> schools{};  ///< in input order
  uint64_t all = 0;                   ///< schools in scope, counted or not
  NoShares why = NoShares::none;
};

}  // namespace kdcl
