// Targets that the data say nothing about, as faults at their places in the targets file.
#pragma once

#include <span>
#include <string_view>

#include "base/diagnostics.h"
#include "model/targets.h"

namespace kdcl {

/// `tallies` has one entry a line of the target, over all data; `groups` are the values that the
/// column `by` has in the data (none needed without `by`), for the nearest name. An error if no
/// school is among those the target is about, or if `count` is unknown for all of them; a warning
/// for each group that is empty.
void report_target_faults(const Target& target, std::span<const TargetTally> tallies,
                          std::span<const std::string_view> groups, Diagnostics& diagnostics);

}  // namespace kdcl
