// What became of the plans of an earlier assessment.
#pragma once

#include <vector>

#include "model/run.h"
#include "model/school_case.h"

namespace kdcl {

/// The plans noted at the earlier row, and what was in its way without a plan, in set order. A plan
/// is for what was in the way in its criterion. It is done when all of that is met now, or when it
/// is marked so, then or now; no longer needed when none of that is asked any more; else late when
/// its day lies before that of the later row, else open.
[[nodiscard]] std::vector<TrackedPlan> track_plans(const Run& run, const RowAt& earlier,
                                                   const RowAt& later);

}  // namespace kdcl
