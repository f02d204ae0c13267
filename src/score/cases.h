// What became of the plans of an earlier assessment.
#pragma once

#include <vector>

#include "model/run.h"
#include "model/school_case.h"
#include "model/score.h"

namespace kdcl {

/// The plans noted at the earlier row, and what was in its way without a plan, in set order. A plan
/// is for what was in the way in its criterion. It is done when all of that is met now, or when it
/// is marked so, then or now; no longer needed when none of that is asked any more; else late when
/// its day lies before that of the later row, else open.
[[nodiscard]] std::vector<TrackedPlan> track_plans(const Run& run, const RowAt& earlier,
                                                   const RowAt& later);

// Takes over what an earlier run of `score` listed as blocking and missing. Its output is data at
// criterion level, from which scoring can't tell which indicator of a criterion is the one that is
// not met.

/// Replaces `blocking` and `missing` of the rows that have such lists. A row whose lists name an
/// indicator that its set does not have keeps what scoring gave.
void take_listed(const Run& run, ScoredBlock& block);

// Scored rows put together to what each school's own report is about. Rows need their notes.

/// The schools in scope, each id once, in the order of their first rows: of each the latest
/// self-assessment, or the latest external one where there is no other; its stages in input order.
[[nodiscard]] std::vector<SchoolFile> find_files(const Run& run,
                                                 const std::vector<ScoredBlock>& blocks);

}  // namespace kdcl
