// Joins the stages of a school: in per-stage sets its level is that of its lowest stage.
#pragma once

#include <vector>

#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// Sets `school_level` and `school_level_max` to the lowest over the rows of the same school,
/// assessor and date in per-stage sets; of both results, where there are two.
void join_stages(const Run& run, std::vector<ScoredBlock>& blocks);

}  // namespace kdcl
