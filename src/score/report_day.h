// The day of a report that no --date names: the last day of assessment in the data, if it is no
// slip.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "model/school_rows.h"
#include "model/score.h"
#include "score/day_spread.h"

namespace kdcl {

/// The last day of assessment of any row in scope; kNoDate if none has one.
[[nodiscard]] Day last_day(const std::vector<ScoredBlock>& blocks);

/// The first row in scope of the last day, if that day can't be taken for the report's: fewer than
/// two schools, or than one in twenty, have a row in the kNearDays days up to it. Rows without a
/// day say nothing.
[[nodiscard]] std::optional<RowAt> lone_last_row(const std::vector<ScoredBlock>& blocks);

}  // namespace kdcl
