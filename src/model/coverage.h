// Which criteria set judges a school of each type on which days: what shows that sets follow each
// other without gaps and overlaps.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/run.h"

namespace kdcl {

/// Days on which the same sets fit a school type.
struct Stretch {
  Day from = kNoDate;
  Day to = kNoDate;          ///< inclusive; kNoDate if it has no end
  std::vector<size_t> sets;  ///< of the run: none in a gap, several where they overlap
};

struct Coverage {
  std::string_view school_type;
  std::vector<Stretch> stretches;  ///< from the first day of any set on, without breaks
};

/// One entry a school type that any of the sets applies to, as far as the type alone decides. A set
/// that amends another takes its place while it is in force.
[[nodiscard]] std::vector<Coverage> find_coverage(const Run& run);

}  // namespace kdcl
