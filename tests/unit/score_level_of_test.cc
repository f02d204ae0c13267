// Requirements of another set's level (`level_of`), from data to the verdict.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "score/score.h"
#include "support/level_sets.h"

namespace kdcl {
namespace {

using test::level_run;
using test::read_schools;

/// H.1.1, H.1.2, rooms and far of a primary school, assessed on the day.
std::string school(std::string_view cells, std::string_view day = "2020-05-31") {
  return fmt::format("school_id;school_type;assessed_on;H.1.1;H.1.2;rooms;far\nA;tieu_hoc;{};{}\n",
                     day, cells);
}

/// The verdict of 1.1.1a as a letter: x met, k not met, n not applicable, ? unknown.
char verdict(const Run& run, const std::string& csv, Day rules_day = kNoDate) {
  const auto read = read_schools(run, csv);
  REQUIRE(read->faults() == "");
  ScoreBlock block;
  Scorer(run, true, rules_day).score(read->table, block);
  return "xk?n"[static_cast<size_t>(verdict_of(block, 0, 0))];
}

TEST_CASE("level_of: met if all levels that are possible satisfy, not met if none does") {
  // Levels that the helper surely reaches and may reach, by its own rules.
  const struct {
    std::string_view cells;
    int low, high;
  } kSchools[] = {{"k;x;10;", 0, 0}, {";;;", 0, 3},    {"x;k;10;", 1, 1}, {"x;;9;", 1, 2},
                  {"x;;;", 1, 3},    {"x;x;9;", 2, 2}, {"x;x;;", 2, 3},   {"x;x;10;", 3, 3},
                  {";x;10;", 0, 3},  {";k;;", 0, 1},   {";;9;", 0, 2}};
  const struct {
    std::string_view comparison;
    bool (*holds)(int level, int value);
  } kComparisons[] = {{"at_least", [](int level, int value) { return level >= value; }},
                      {"at_most", [](int level, int value) { return level <= value; }},
                      {"more_than", [](int level, int value) { return level > value; }},
                      {"less_than", [](int level, int value) { return level < value; }},
                      {"equals", [](int level, int value) { return level == value; }}};
  for (const auto& comparison : kComparisons)
    for (int value = 0; value <= 3; ++value) {
      const bool is_error = (comparison.comparison == "more_than" && value == 3) ||
                            (comparison.comparison == "less_than" && value == 0);
      if (is_error) continue;  // nobody could meet it
      const Run run =
          level_run(fmt::format("{{level_of: phu, {}: {}}}", comparison.comparison, value));
      for (const auto& one : kSchools) {
        CAPTURE(comparison.comparison);
        CAPTURE(value);
        CAPTURE(one.cells);
        bool all = true, any = false;
        for (int level = one.low; level <= one.high; ++level) {
          all &= comparison.holds(level, value);
          any |= comparison.holds(level, value);
        }
        CHECK(verdict(run, school(one.cells)) == (all ? 'x' : any ? '?' : 'k'));
      }
    }
}

TEST_CASE("level_of: an exception takes another level, and a condition leaves it out") {
  const Run run = level_run(
      "{level_of: phu, at_least: 2, exceptions: [{where: far, at_least: 1, because: {@}}]}");
  CHECK(verdict(run, school("x;k;;có")) == 'x');
  CHECK(verdict(run, school("x;k;;không")) == 'k');
  CHECK(verdict(run, school("x;k;;")) == '?');   // 1 is enough for one of both
  CHECK(verdict(run, school("x;x;9;")) == 'x');  // 2 is enough for both
  CHECK(verdict(run, school("k;x;;")) == 'k');
  const Run part = level_run("{level_of: phu, at_least: 2, where: far}");
  CHECK(verdict(part, school("k;k;0;không")) == '?');  // nobody judged it
  CHECK(verdict(part, school("k;k;0;có")) == 'k');
}

TEST_CASE("level_of: judgement and level as judgement and figure") {
  const Run run = level_run("{level_of: phu, at_least: 2}");
  const auto with = [](std::string_view judged, std::string_view cells) {
    return fmt::format(
        "school_id;school_type;assessed_on;1.1.1a;H.1.1;H.1.2;rooms\nA;tieu_hoc;2020-05-31;{};{}\n",
        judged, cells);
  };
  CHECK(verdict(run, with("x", "k;;")) == 'k');
  CHECK(verdict(run, with("x", ";;")) == 'x');
  CHECK(verdict(run, with("k", "x;x;")) == 'k');
  CHECK(verdict(run, with("n/a", "k;k;")) == 'n');
}

TEST_CASE("level_of: a criterion-level column of the other set") {
  const Run run = level_run("{level_of: phu, at_least: 2}");
  const auto with = [](std::string_view level) {
    return fmt::format("school_id;school_type;assessed_on;H.1;rooms\nA;tieu_hoc;2020-05-31;{};9\n",
                       level);
  };
  CHECK(verdict(run, with("0")) == 'k');
  CHECK(verdict(run, with("1")) == 'k');
  CHECK(verdict(run, with("2")) == 'x');
  CHECK(verdict(run, with("")) == '?');
  CHECK(verdict(run, with("n/a")) == 'k');  // without applicable criteria a set is at level 0
}

TEST_CASE("level_of: the amendment in force on the day of the row, or of the rules") {
  const Run run = level_run("{level_of: phu, at_least: 2}", true);
  const std::string_view kNotSecond = "x;k;9;";  // level 1, and 2 once H.1.2 is gone
  CHECK(verdict(run, school(kNotSecond, "2020-12-31")) == 'k');
  CHECK(verdict(run, school(kNotSecond, "2021-01-01")) == 'x');
  const auto day = [](const char* text) { return *read_date(text); };
  CHECK(verdict(run, school(kNotSecond, "2020-12-31"), day("2021-01-01")) == 'x');
  CHECK(verdict(run, school(kNotSecond, "2021-01-01"), day("2020-12-31")) == 'k');
}

TEST_CASE("level_of: the level found, and how many levels are lacking") {
  const Run run = level_run("{level_of: phu, at_least: 3}");
  const auto read = read_schools(run, school("x;k;;"));
  const SchoolFigures figures = Scorer(run).figures(read->table, {0})[0];
  REQUIRE(figures[0]);
  CHECK(figures[0]->found == 1);
  CHECK(figures[0]->required == 3);
  CHECK(figures[0]->fails);
  CHECK(figures[0]->shortfall == 2);
  CHECK(std::isnan(figures[0]->heads));
}

TEST_CASE("level_of: what keeps the other set from its next level, where it is too low") {
  const auto held = [](std::string_view asked, std::string_view cells) {
    const Run run = level_run(fmt::format("{{level_of: phu, {}}}", asked));
    const auto read = read_schools(run, school(cells));
    const SchoolDetail detail = Scorer(run).details(read->table)[0];
    std::string text;
    for (const HeldLevel& each : detail.held) {
      for (const std::string& name : each.blocking) text += " k:" + name;
      for (const std::string& name : each.missing) text += " ?:" + name;
    }
    return text;
  };
  CHECK(held("at_least: 2", "x;k;10;") == " k:H.1.2");
  CHECK(held("more_than: 1", "x;k;10;") == " k:H.1.2");
  CHECK(held("equals: 2", "x;k;10;") == " k:H.1.2");
  CHECK(held("at_least: 2", "x;;10;") == " ?:H.1.2");
  CHECK(held("at_least: 1", "x;k;10;") == "");
  CHECK(held("at_most: 0", "x;k;10;") == "");
  CHECK(held("less_than: 1", "x;k;10;") == "");
  CHECK(held("equals: 0", "x;k;10;") == "");
  CHECK(held("at_most: 1", "x;;10;") == " ?:H.1.2");
}

TEST_CASE("level_of: through a third set") {
  const std::string first =
      test::one_criterion("", "            a: {@, require: {level_of: hai, at_least: 1}}\n");
  const std::string_view second = R"(
levels: {1: {title: {@}}}
standards:
  - {id: N, title: {@}, criteria: [{id: N.1, title: {@}, levels: {1: {@, require: {level_of: phu, at_least: 2}}}}]}
)";
  Run run = make_run(test::sets_of({{first, {}},
                                    {second, {.id = "hai", .applies_to = ""}},
                                    {test::kHelper, {.id = "phu", .applies_to = ""}}}),
                     kNoDate);
  run.open_to = 1;
  CHECK(verdict(run, school("x;x;9;")) == 'x');
  CHECK(verdict(run, school("x;k;9;")) == 'k');
  CHECK(verdict(run, school("x;;9;")) == '?');
}

}  // namespace
}  // namespace kdcl
