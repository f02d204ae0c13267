// Counts the schools of scored blocks (model/summary.h). Which assessment of a school counts, and
// what every figure means, is in docs/summary.md.
#pragma once

#include <optional>
#include <vector>

#include "model/run.h"
#include "model/score.h"
#include "model/summary.h"
#include "model/targets.h"

namespace kdcl {

/// What schools are counted from. `marks` has an entry a block.
struct SummaryInput {
  const Run& run;
  const std::vector<ScoredBlock>& blocks;
  const std::vector<BlockMarks>& marks;
  const std::vector<Target>& targets;
};

/// The field that says whether a school had been recognised before.
inline constexpr std::string_view kRecognizedBefore = "recognized_before";

/// What summaries need of a scored block: its results, who the schools are, and the values of
/// `fields`. Nothing in it points into the input. A small part of the block's size.
[[nodiscard]] ScoredBlock results_of(const ScoredBlock& block, const std::vector<uint32_t>& fields);

/// The fields of a run that summaries need: `recognized_before`, and that of --by.
[[nodiscard]] std::vector<uint32_t> fields_kept(const Run& run,
                                                const std::optional<GroupColumn>& by);

/// The schools, each id once, in the order of their first rows; those out of scope too. `as_of` is
/// the day at which decisions are looked at.
[[nodiscard]] std::vector<SchoolRecord> find_records(const SummaryInput& input,
                                                     const GroupColumn& place, Day as_of);

/// The last day of assessment of any row; kNoDate if none has one.
[[nodiscard]] Day last_day(const std::vector<ScoredBlock>& blocks);

/// By commune from 1 July 2025 on, when districts were dissolved, and where no row has a district;
/// else by district.
[[nodiscard]] GroupColumn place_column(const std::vector<ScoredBlock>& blocks, Day as_of);

/// The column's name in the data: "district".
[[nodiscard]] std::string place_name(const Run& run, const GroupColumn& column);

/// No sums yet: sized to the run and its targets.
[[nodiscard]] Summary empty_summary(const Run& run, const std::vector<Target>& targets);

/// Counts the records. `as_of` and `place` of the summary are filled.
[[nodiscard]] Summary sum_records(const SummaryInput& input, const GroupColumn& place, Day as_of,
                                  const std::vector<SchoolRecord>& records);

}  // namespace kdcl
