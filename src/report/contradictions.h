// Judgements that the figures or other judgements contradict, as faults at their cells: what `kdcl
// check` adds to the readers' own.
#pragma once

#include <functional>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// The place of the judgement of an indicator in a row of the block.
using JudgementPlace = std::function<Location(size_t row, size_t indicator)>;

/// Adds a warning for every contradiction of a block. Returns how many there are.
size_t report_contradictions(const Run& run, const ScoredBlock& block, const JudgementPlace& place,
                             Diagnostics& diagnostics);

/// Adds a warning for every level of a criterion that its own indicators deny. Returns how many
/// there are.
size_t report_denied_levels(const Run& run, const SchoolTable& table, Diagnostics& diagnostics);

}  // namespace kdcl
