// Rechecks recognised schools under the standards in force (model/recheck.h). The rules are in
// docs/recheck.md.
#pragma once

#include <vector>

#include "model/recheck.h"
#include "model/run.h"
#include "model/score.h"
#include "score/score.h"

namespace kdcl {

/// What schools are rechecked from: rows that are put under the sets of the day and scored.
struct RecheckInput {
  const Run& run;
  const Scorer& scorer;
  const GroupColumn& place;
  Day day;
  const DecidingSet& deciding;
  const Mergers& mergers;
  std::vector<RewordedIndicators> reworded{};  ///< none: there is no second result
};

/// `records` are those of the rows that are rechecked, with only their rows filled in. What they
/// point to must stay.
[[nodiscard]] Recheck recheck_schools(const RecheckInput& input, std::vector<SchoolRecord> records);

}  // namespace kdcl
