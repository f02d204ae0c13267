// Says of every row of a scored block whether a target counts it. Pure functions; what is summed,
// and which row stands for a school with several, is for the caller.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/run.h"
#include "model/score.h"
#include "model/summary.h"
#include "model/targets.h"

namespace kdcl {

/// One mark a row, in row order. `school_level` and the awards are as they stand in `score`: for
/// schools of several stages, after score/stages. Results of a row without a criteria set are
/// unknown.
[[nodiscard]] std::vector<TargetMark> mark_rows(const Target& target, const Run& run,
                                                const SchoolTable& table, const ScoreBlock& score);

/// The position of the line that the row belongs to. Nothing if its group has none, or is unknown.
[[nodiscard]] std::optional<size_t> line_of(const Target& target, const SchoolTable& table,
                                            size_t row);

// Counts the years in which schools were assessed (model/summary.h).

/// Counts a completed record in its years.
void count_years(const Run& run, const SchoolRecord& record, Day as_of, Trends& trends);

}  // namespace kdcl
