#include <doctest/doctest.h>

#include "model/targets.h"

namespace kdcl::test {
namespace {

Day day(std::string_view text) { return *read_date(text); }

Goal goal(std::string_view by, double value) {
  Goal goal;
  goal.by.day = day(by);
  goal.value = value;
  return goal;
}

TEST_CASE("schools that a goal asks for: the least number whose share is not below it") {
  const struct {
    double share;
    uint64_t among;
    int64_t schools;
  } kCases[] = {
      {63.2, 597, 378},  // 377.3
      {50, 2, 1},       {50, 3, 2},     {100, 597, 597},   {0, 597, 0},
      {70, 10, 7},      {70, 600, 420}, {66.1, 1000, 661},  // 661 exactly, though 66.1 is no double
      {66.1, 999, 661},                                     // 660.3
      {0.1, 1000, 1},   {0.1, 1001, 2}, {33.3, 0, 0},
  };
  for (const auto& [share, among, schools] : kCases) {
    CAPTURE(share);
    CAPTURE(among);
    CHECK(schools_for(goal("2025-12-31", share), among, false) == schools);
  }
  CHECK(schools_for(goal("2025-12-31", 12), 597, true) == 12);
}

TEST_CASE("progress on a day") {
  const TargetTally tally{.reached = 394, .not_reached = 200, .open = 3, .unplaced = 7};
  const GoalProgress now = progress_to(goal("2023-12-31", 63.2), tally, false, day("2023-12-31"));
  CHECK(now.share == doctest::Approx(65.99664991624791));  // 394 of 597
  CHECK(now.difference == doctest::Approx(2.79664991624791));
  CHECK(now.ahead == 16);  // 394 - 378
  CHECK(now.months == 0);
  CHECK(std::isnan(now.pace));

  const GoalProgress later = progress_to(goal("2025-12-31", 70), tally, false, day("2023-12-31"));
  CHECK(later.ahead == -24);  // 418 - 394
  CHECK(later.months == 24);
  CHECK(later.pace == doctest::Approx(24 * 365.25 / 731));

  const GoalProgress past = progress_to(goal("2022-12-31", 70), tally, false, day("2023-12-31"));
  CHECK(past.months == -12);
  CHECK(std::isnan(past.pace));  // too late for any

  const GoalProgress number = progress_to(goal("2024-12-31", 400), tally, true, day("2023-12-31"));
  CHECK(number.ahead == -6);
  CHECK(std::isnan(number.difference));  // schools are no points

  const GoalProgress nobody = progress_to(goal("2024-12-31", 60), {}, false, day("2023-12-31"));
  CHECK(std::isnan(nobody.share));
  CHECK(nobody.ahead == 0);
}

TEST_CASE("the goal that a day is measured by") {
  TargetLine line;
  line.goals = {goal("2023-12-31", 60), goal("2024-12-31", 65), goal("2025-12-31", 70)};
  const struct {
    std::string_view on;
    double value;
  } kCases[] = {{"2020-01-01", 60}, {"2023-12-31", 60}, {"2024-01-01", 65},
                {"2024-12-31", 65}, {"2025-12-31", 70}, {"2026-01-01", 70}};
  for (const auto& [on, value] : kCases) CHECK(nearest_goal(line, day(on)).value == value);
}

}  // namespace
}  // namespace kdcl::test
