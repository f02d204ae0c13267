// What `kdcl check` finds in the rows of school data beside the faults that every command tells.
#pragma once

#include "base/date.h"
#include "base/diagnostics.h"
#include "command/school_input.h"
#include "model/run.h"
#include "score/days.h"

namespace kdcl {

/// The day up to which decisions may be: `--date`, else today in Vietnam.
[[nodiscard]] Day day_of_check(const Run& run);

/// What contradicts itself or is hardly meant in a scored block, as warnings of the block; how many
/// contradictions there are.
[[nodiscard]] size_t check_rows(const Run& run, Day today, SchoolBlock& block);

/// Notes the days of the rows, once the block's place in its file is known.
void add_days(const SchoolBlock& block, DaySpread& spread);
/// Warns of the days near which no other school has a row.
void report_lonely_days(const DaySpread& spread, Diagnostics& diagnostics);

}  // namespace kdcl
