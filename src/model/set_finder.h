// Which criteria set a school falls under on a day: the one that applies to it and is in force. A
// set that amends another takes its place while it is in force.
#pragma once

#include <string>
#include <vector>

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

}  // namespace kdcl
