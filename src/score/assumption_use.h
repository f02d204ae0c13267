// Whether the conditions of what a run assumes (--set) hold anywhere: a condition that holds for no
// school leaves everything as it was.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "model/run.h"
#include "model/school_table.h"

namespace kdcl {

class AssumptionUse {
 public:
  /// `run` must outlive this.
  explicit AssumptionUse(const Run& run);

  /// Looks at the rows of a table that a set with assumptions judges. Side by side.
  void note(const SchoolTable& table) const;

  /// The conditions that held in no row that was looked at, by their statements, each once.
  [[nodiscard]] std::vector<Assumption> unused() const;

 private:
  const Run& run_;
  mutable std::vector<std::atomic<bool>> held_;  ///< by assumption of the run; one without a
                                                 ///< condition always does
};

}  // namespace kdcl
