// Which schools were merged into which: the column `predecessors`.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "model/recheck.h"
#include "model/run.h"
#include "model/school_rows.h"
#include "model/score.h"
#include "score/score.h"

namespace kdcl {

/// What each school that names predecessors has in the column, without blanks, each once and never
/// itself.
[[nodiscard]] std::map<std::string_view, std::vector<std::string_view>> predecessors_of(
    const Run& run, const std::vector<ScoredBlock>& blocks);

/// Of all rows, whichever of them are rechecked. Recognitions are those of a school's latest
/// assessment, as they stand on `day`. A predecessor of a predecessor is one, too.
[[nodiscard]] Mergers find_mergers(const Run& run, const std::vector<ScoredBlock>& blocks, Day day,
                                   const DecidingSet& deciding);

// Rechecks recognised schools under the standards in force (model/recheck.h). The rules are in
// docs/recheck.md.

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
