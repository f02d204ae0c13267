// Takes over what an earlier run of `score` listed as blocking and missing. Its output is data at
// criterion level, from which scoring can't tell which indicator of a criterion is the one that is
// not met.
#pragma once

#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// Replaces `blocking` and `missing` of the rows that have such lists. A row whose lists name an
/// indicator that its set does not have keeps what scoring gave.
void take_listed(const Run& run, ScoredBlock& block);

}  // namespace kdcl
