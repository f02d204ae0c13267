#include "model/target_progress.h"

#include <cmath>

namespace kdcl {
namespace {

constexpr double kDaysOfYear = 365.25;
constexpr double kTiny = 1e-9;  // far below what a goal of a few decimals makes of a school

}  // namespace

int64_t schools_for(const Goal& goal, uint64_t among, bool counts_schools) {
  if (counts_schools) return static_cast<int64_t>(goal.value);
  return static_cast<int64_t>(std::ceil(goal.value * static_cast<double>(among) / 100 - kTiny));
}

GoalProgress progress_to(const Goal& goal, const TargetTally& tally, bool counts_schools, Day day) {
  GoalProgress progress{.goal = &goal};
  const uint64_t among = tally.among();
  if (among > 0)
    progress.share = 100.0 * static_cast<double>(tally.reached) / static_cast<double>(among);
  if (!counts_schools) progress.difference = progress.share - goal.value;
  progress.ahead = static_cast<int64_t>(tally.reached) - schools_for(goal, among, counts_schools);
  if (day == kNoDate) return progress;
  progress.months = months_between(day, goal.by.day);
  if (progress.ahead < 0 && goal.by.day > day)
    progress.pace = static_cast<double>(-progress.ahead) * kDaysOfYear / (goal.by.day - day);
  return progress;
}

const Goal& nearest_goal(const TargetLine& line, Day day) {
  for (const Goal& goal : line.goals)
    if (goal.by.day >= day) return goal;
  return line.goals.back();
}

}  // namespace kdcl
