// Judgements that the figures contradict, as faults at their cells: what `kdcl check` adds to the readers' own.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// Adds a warning for every contradiction of a block. `columns[set][indicator]` is the column (from 1) of the judgement, 0 if it comes
/// from a criterion-level column. Returns how many there are.
size_t report_contradictions(const Run& run, const ScoredBlock& block, const std::vector<std::vector<uint64_t>>& columns,
                             const std::string& file, Diagnostics& diagnostics);

}  // namespace kdcl
