// Counts the schools of scored blocks (model/summary.h). Which assessment of a school counts, and
// what every figure means, is in docs/summary.md.
#pragma once

#include <span>
#include <vector>

#include "model/register.h"
#include "model/run.h"
#include "model/score.h"
#include "model/summary.h"
#include "model/targets.h"
#include "score/records.h"

namespace kdcl {

/// What schools are counted from. `marks` has an entry a block.
struct SummaryInput {
  const Run& run;
  const std::vector<ScoredBlock>& blocks;
  const std::vector<BlockMarks>& marks;
  const std::vector<Target>& targets;
  Period period;
  const SchoolRegister* schools = nullptr;  ///< may be null
};

/// No sums yet: sized to the run and its targets.
[[nodiscard]] Summary empty_summary(const Run& run, const std::vector<Target>& targets);

/// No schools yet, but what holds for all of them: days, place, rows of the data and those that are
/// left aside. `known` are the schools with records.
[[nodiscard]] Summary begin_summary(const SummaryInput& input, const GroupColumn& place,
                                    const RecordsById& known);

/// Completes the records and counts them: a part of the summary that can be made beside others.
[[nodiscard]] Summary sum_records(const SummaryInput& input, const GroupColumn& place,
                                  std::span<SchoolRecord> records);

}  // namespace kdcl
