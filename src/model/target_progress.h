// Where a line of a target stands on a day, and what its goals still ask for.
#pragma once

#include <cstdint>
#include <vector>

#include "model/targets.h"

namespace kdcl {

/// One goal against what was reached.
struct GoalProgress {
  const Goal* goal = nullptr;
  double share = kUnknown;       ///< reached, in percent; kUnknown if nobody is among its schools
  double difference = kUnknown;  ///< share - goal, in points; kUnknown for goals in schools
  int64_t ahead = 0;       ///< schools more than the goal asks for; negative: so many are needed
  int months = 0;          ///< from the day to the goal's; negative if it is past
  double pace = kUnknown;  ///< schools a year that are needed from the day on; kUnknown for goals
                           ///< that are reached or past
};

/// The schools that a goal asks for: the least number whose share of `among` is not below it.
[[nodiscard]] int64_t schools_for(const Goal& goal, uint64_t among, bool counts_schools);

[[nodiscard]] GoalProgress progress_to(const Goal& goal, const TargetTally& tally,
                                       bool counts_schools, Day day);

/// The goal that a day is measured by: the first not before it, else the last.
[[nodiscard]] const Goal& nearest_goal(const TargetLine& line, Day day);

}  // namespace kdcl
