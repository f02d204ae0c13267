// Finds the schools that shares are of (model/summary.h), by the rules of the summary.
#pragma once

#include <optional>
#include <vector>

#include "model/register.h"
#include "model/run.h"
#include "model/score.h"
#include "model/summary.h"
#include "model/targets.h"

namespace kdcl {

/// `since` as in --since: absent for the twelve months up to the day of the report, kNoDate for any
/// day. `schools`: only these; may be null. Without schools where there is a reason for having no
/// shares.
[[nodiscard]] CountedSchools find_counted(const Run& run, const std::vector<ScoredBlock>& blocks,
                                          const std::optional<Day>& since,
                                          const SchoolRegister* schools = nullptr);

// Counts by the register of schools (--schools): exactly its schools count.

/// Records of schools that the register does not have no longer count. By school of the register:
/// whether a record of it does.
[[nodiscard]] std::vector<bool> keep_listed(const SchoolRegister& schools,
                                            std::vector<SchoolRecord>& records);

/// Keeps the rows of schools of the register.
void keep_listed_rows(const SchoolRegister& schools, ScoredBlock& block);

/// Rows for the schools of the register that have none up to `day`, but a recognition: under the
/// sets of that day, and nothing known of them.
[[nodiscard]] std::vector<ScoredBlock> rows_not_received(const SchoolRegister& schools,
                                                         const Run& run,
                                                         const std::vector<SchoolRecord>& records,
                                                         Day day);

/// Those of a summary of all parts, in the order of the register, and their counts: a school stands
/// in the shares by decision if the register says its recognition. Last rows are looked for among
/// `records`.
[[nodiscard]] std::vector<NotReceived> count_not_received(const SchoolRegister& schools,
                                                          const Run& run,
                                                          const std::vector<Target>& targets,
                                                          const std::vector<SchoolRecord>& records,
                                                          Summary& summary);

}  // namespace kdcl
