// Which criteria set a school falls under on a day: the one that applies to it and is in force. A
// set that amends another takes its place while it is in force.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/evaluate.h"
#include "model/run.h"
#include "model/school_table.h"

namespace kdcl {

/// Keeps what it worked out, so that of many schools of one type only the first costs something.
class SetFinder {
 public:
  /// `run` must outlive the finder.
  explicit SetFinder(const Run& run);

  /// Positions of sets in the run.
  struct Found {
    int16_t set = kNoSet;
    int16_t other = kNoSet;  ///< a second one that fits, too: a fault of the sets
  };
  [[nodiscard]] Found find(const SchoolTable& table, uint32_t row, Day day);

  /// By set of the run: whether it applies to the row, whatever the date; unknown for a helper set.
  [[nodiscard]] const std::vector<Truth>& applying(const SchoolTable& table, uint32_t row);

 private:
  /// Which sets apply to a school type and stage, whatever the date.
  struct Known {
    std::string school_type, stage;
    std::vector<Truth> applies;
  };

  const Run& run_;
  bool is_memorable_ = true;  ///< no set asks for more than school type and stage
  std::vector<Known> known_;
};

// Which criteria set judges a school of each type on which days: what shows that sets follow each
// other without gaps and overlaps.

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
