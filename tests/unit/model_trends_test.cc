#include <doctest/doctest.h>

#include <deque>

#include "model/run.h"
#include "model/summary.h"
#include "support/school_text.h"

namespace kdcl::test {
namespace {

/// Two sets of two levels with the national standard, one of one level without it.
Run three_sets() {
  return make_run({set_of(kTwoLevels, {.id = "a"}), set_of(kTwoLevels, {.id = "b"}),
                   set_of(kOneLevel, {.id = "c"})},
                  kNoDate);
}

/// Schools as they would be found in scored blocks.
class Schools {
 public:
  SchoolRows add(int16_t set, int8_t level, int8_t level_max) {
    ScoredBlock& block = blocks_.emplace_back();
    block.table.rows = 1;
    block.table.set = {set};
    block.score.school_level = {level};
    block.score.school_level_max = {level_max};
    return {{{&block, 0}}};
  }

 private:
  std::deque<ScoredBlock> blocks_;
};

TEST_CASE("a level rose or fell only if data that are missing can't change that") {
  struct Year {
    int16_t set;
    int8_t level, level_max;
  };
  const struct {
    Year before, after;
    std::string_view change;
  } kCases[] = {
      {{0, 1, 1}, {0, 2, 2}, "rose"},         {{0, 0, 0}, {1, 1, 2}, "rose"},
      {{0, 0, 1}, {0, 2, 2}, "rose"},         {{0, 0, 1}, {0, 1, 2}, "unclear"},
      {{0, 1, 1}, {1, 1, 1}, "same"},         {{0, 1, 2}, {0, 1, 2}, "unclear"},
      {{0, 1, 1}, {0, 1, 2}, "unclear"},      {{0, 1, 2}, {0, 2, 2}, "unclear"},
      {{0, 2, 2}, {0, 1, 1}, "fell"},         {{0, 2, 2}, {0, 0, 1}, "fell"},
      {{0, 2, 2}, {0, 1, 2}, "unclear"},      {{0, 1, 1}, {2, 1, 1}, "other_levels"},
      {{2, 0, 0}, {1, 2, 2}, "other_levels"}, {{2, 0, 0}, {2, 1, 1}, "rose"},
  };
  const Run run = three_sets();
  for (const auto& [before, after, change] : kCases) {
    Schools schools;
    const SchoolRows one = schools.add(before.set, before.level, before.level_max);
    const SchoolRows other = schools.add(after.set, after.level, after.level_max);
    CAPTURE(
        fmt::format("{}-{} {}-{}", before.level, before.level_max, after.level, after.level_max));
    CHECK(level_change_name(change_of(run, one, other)) == change);
  }
}

TEST_CASE("the first year whose levels compare with the last ones") {
  const Run run = three_sets();
  Schools schools;
  const auto year = [&schools](int number, int16_t set) {
    return SchoolYear{number, schools.add(set, 1, 1), {}};
  };
  const auto first_of = [&run](const std::vector<SchoolYear>& years) {
    const SchoolYear* first = first_comparable(run, years);
    return first ? first->year : 0;
  };
  CHECK(first_of({year(2021, 0), year(2022, 1), year(2023, 0)}) == 2021);
  CHECK(first_of({year(2021, 2), year(2022, 1), year(2023, 0)}) == 2022);
  CHECK(first_of({year(2022, 0), year(2023, 2)}) == 0);
}

TEST_CASE("years end on the day and month of the report") {
  const struct {
    std::string_view report, day;
    int year;
    std::string_view end;
  } kCases[] = {
      {"2023-12-31", "2023-12-31", 2023, "2023-12-31"},
      {"2023-12-31", "2022-12-31", 2022, "2022-12-31"},
      {"2023-12-31", "2023-01-01", 2023, "2023-12-31"},
      {"2023-06-30", "2023-06-30", 2023, "2023-06-30"},
      {"2023-06-30", "2022-07-01", 2023, "2023-06-30"},
      {"2023-06-30", "2022-06-30", 2022, "2022-06-30"},
      {"2024-02-29", "2023-02-28", 2023, "2023-02-28"},
      {"2024-02-29", "2023-03-01", 2024, "2024-02-29"},
      {"2023-02-28", "2020-02-29", 2021, "2021-02-28"},
  };
  for (const auto& [report, day, year, end] : kCases) {
    CAPTURE(report);
    CAPTURE(day);
    CHECK(report_year(*read_date(day), *read_date(report)) == year);
    CHECK(format_iso(day_of_year(year, *read_date(report))) == end);
  }
  CHECK(report_year(kNoDate, *read_date("2023-12-31")) == 0);
  CHECK(report_year(*read_date("2023-12-31"), kNoDate) == 2023);
}

TEST_CASE("the twelve months that end with a day") {
  const auto first = [](std::string_view day) {
    return format_iso(twelve_months_to(*read_date(day)).first);
  };
  CHECK(first("2023-12-31") == "2023-01-01");
  CHECK(first("2023-06-30") == "2022-07-01");
  CHECK(first("2024-02-29") == "2023-03-01");
  CHECK(first("2023-02-28") == "2022-03-01");
  const Period year = twelve_months_to(*read_date("2023-12-31"));
  CHECK(year.holds(*read_date("2023-01-01")));
  CHECK(year.holds(*read_date("2023-12-31")));
  CHECK_FALSE(year.holds(*read_date("2022-12-31")));
  CHECK_FALSE(year.holds(*read_date("2024-01-01")));
  CHECK(twelve_months_to(kNoDate).holds(*read_date("2022-12-31")));
}

TEST_CASE("a year over all sets") {
  const Run run = three_sets();
  Trends trends;
  trends.years[2022][0] = {{1, 2, 3}, 4};
  trends.years[2022][1] = {{10, 20, 30}, 40};
  trends.years[2022][2] = {{5, 6}, 0};
  trends.years[2023][1] = {{0, 0, 1}, 0};
  const YearTotal total = year_total(run, trends, 2022);
  CHECK(total.schools == 77);
  CHECK(total.national == 66);  // the third set has no such award
  CHECK(total.by_score == 33);
  CHECK(total.decided == 44);
  CHECK(level_scales(run, trends) == std::vector{2, 1});
  CHECK(schools_by_level(run, trends, 2022, 2) == std::vector<uint64_t>{11, 22, 33});
  CHECK(schools_by_level(run, trends, 2022, 1) == std::vector<uint64_t>{5, 6});
  CHECK(schools_by_level(run, trends, 2023, 1) == std::vector<uint64_t>{0, 0});
}

TEST_CASE("a year against the one before it in the data") {
  const Run run = three_sets();
  Trends trends;
  trends.years[2020][0] = {{0, 5, 0}, 0};
  trends.years[2022][0] = {{0, 2, 1}, 0};
  trends.years[2023][0] = {{0, 1, 5}, 0};
  trends.changes[{2020, 2022}] = {1, 1, 0, 0, 0};
  trends.changes[{2020, 2023}] = {2, 0, 0, 0, 0};  // not assessed in 2022: gone, then new
  trends.changes[{2022, 2023}] = {1, 0, 0, 1, 0};
  const std::vector<YearStep> steps = year_steps(run, trends);
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].from == 2020);
  CHECK(steps[0].to == 2022);
  CHECK(steps[0].both() == 2);
  CHECK(steps[0].added == 1);
  CHECK(steps[0].gone == 3);
  CHECK(steps[1].at(LevelChange::rose) == 1);
  CHECK(steps[1].at(LevelChange::unclear) == 1);
  CHECK(steps[1].added == 4);
  CHECK(steps[1].gone == 1);
  CHECK(year_steps(run, {}).empty());
}

TEST_CASE("trends of parts are those of the whole") {
  Trends one, other;
  one.years[2022][0] = {{1, 2, 3}, 4};
  other.years[2022][0] = {{10, 20, 30}, 40};
  other.years[2023][2] = {{5, 6}, 0};
  one.changes[{2022, 2023}] = {1, 2, 3, 4, 5};
  other.changes[{2022, 2023}] = {10, 20, 30, 40, 50};
  one += other;
  CHECK(one.years.at(2022).at(0).levels == std::vector<uint64_t>{11, 22, 33});
  CHECK(one.years.at(2022).at(0).decided == 44);
  CHECK(one.years.at(2023).at(2).levels == std::vector<uint64_t>{5, 6});
  CHECK(one.changes.at({2022, 2023}) == ChangeSums{11, 22, 33, 44, 55});
}

}  // namespace
}  // namespace kdcl::test
