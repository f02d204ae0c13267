// What is hardly meant in a run as a whole, as warnings: gaps between criteria sets, predecessors,
// places, targets.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/recheck.h"
#include "model/set_finder.h"
#include "model/summary.h"
#include "model/targets.h"

namespace kdcl {

/// A warning for each gap and each overlap, at the dates of the set that ends before it or begins
/// with it.
void report_coverage_faults(const Run& run, const std::vector<Coverage>& coverages,
                            Diagnostics& diagnostics);

/// A line a school type: "tieu_hoc: 10/10/2018-06/07/2026 tieu-hoc-2018, from 07/07/2026 …".
[[nodiscard]] std::vector<std::string> coverage_lines(const Run& run,
                                                      const std::vector<Coverage>& coverages,
                                                      Language language);

// What is wrong with the schools that others name as their predecessors, as warnings.

void report_merger_faults(const Mergers& mergers, Diagnostics& diagnostics);

// Places that the data write in several ways, as warnings: they are counted apart, or together
// where only the Unicode form differs, never in silence.

/// Names of places, each once, in the order of their codes.
using PlaceNames = std::set<std::string, std::less<>>;

/// Adds what the rows of a table have in a column; nothing for a field that is no text.
void add_places(const SchoolTable& table, const GroupColumn& column, PlaceNames& names);
void report_alike_places(const Run& run, const GroupColumn& column, const PlaceNames& names,
                         Diagnostics& diagnostics);
/// Both for all blocks.
void report_alike_places(const Run& run, const GroupColumn& column,
                         std::span<const ScoredBlock> blocks, Diagnostics& diagnostics);

/// Those of the column that the summary is by.
void report_place_faults(const Run& run, const Summary& summary, Diagnostics& diagnostics);

// Targets that the data say nothing about, as faults at their places in the targets file.

/// `tallies` has one entry a line of the target, over all data; `groups` are the values that the
/// column `by` has in the data (none needed without `by`), for the nearest name. An error if no
/// school is among those the target is about, or if `count` is unknown for all of them; a warning
/// for each group that is empty.
void report_target_faults(const Target& target, std::span<const TargetTally> tallies,
                          std::span<const std::string_view> groups, Diagnostics& diagnostics);

}  // namespace kdcl
