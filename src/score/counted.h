// Finds the schools that shares are of (model/counted.h), by the rules of the summary.
#pragma once

#include <optional>
#include <vector>

#include "model/counted.h"
#include "model/register.h"
#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// `since` as in --since: absent for the twelve months up to the day of the report, kNoDate for any
/// day. `schools`: only these; may be null. Without schools where there is a reason for having no
/// shares.
[[nodiscard]] CountedSchools find_counted(const Run& run, const std::vector<ScoredBlock>& blocks,
                                          const std::optional<Day>& since,
                                          const SchoolRegister* schools = nullptr);

}  // namespace kdcl
