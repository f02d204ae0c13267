// Why schools moved: of the differences between their two states those that undone give the level
// before, none of which can be left out (model/comparison.h; docs/compare.md).
#pragma once

#include <span>

#include "model/comparison.h"
#include "score/score.h"

namespace kdcl {

/// Fills in `causes` and `also` of schools that moved between the same two sets. `run` has both
/// sets, and the rows know their fields.
void find_causes(const Run& run, const Scorer& scorer, std::span<ComparedSchool*> schools);

}  // namespace kdcl
