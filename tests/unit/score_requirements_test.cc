#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "score/level.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

using test::one_criterion;
using test::one_school;
using test::run_of;

constexpr std::string_view kFields = R"(fields:
  done: {title: {vi: Xong, en: Done}, type: integer}
  all: {title: {vi: Tất cả, en: All}, type: integer}
  far: {title: {vi: Xa, en: Far}, type: flag}
  poor: {title: {vi: Nghèo, en: Poor}, type: flag}
  size: {title: {vi: Cỡ, en: Size}, type: number}
  grade: {title: {vi: Hạng, en: Grade}, type: scale, values: [low, middle, high]}
  opened: {title: {vi: Mở, en: Opened}, type: date}
measures:
  share: {title: {@}, unit: "%", formula: 100 * done / all}
  plain: {title: {@}, formula: 100 * done / all}
)";

constexpr std::string_view kBecause = "because: {@}";

/// What one indicator with the given requirements yields for one school.
struct Outcomes {
  Outcome outcome = Outcome::none;
  bool not_applicable = false;
  std::optional<Figure> figure;
};

Outcomes outcomes_of(const Run& run, std::string_view columns, std::string_view cells) {
  const auto read = test::read_schools(run, one_school(columns, cells));
  REQUIRE(read->faults() == "");
  const SetPlan plan = make_plan(run.sets[0]);
  const uint32_t row = 0;
  const RequirementColumns requirements(plan, read->table, std::span(&row, 1));
  OutcomeBits bits;
  for (BitRows* each : {&bits.none, &bits.met, &bits.unknown, &bits.not_met, &bits.not_applicable})
    each->resize(1, 1);
  requirements.mark(bits);
  Outcomes result;
  if (bits.met.test(0, 0)) result.outcome = Outcome::met;
  if (bits.unknown.test(0, 0)) result.outcome = Outcome::unknown;
  if (bits.not_met.test(0, 0)) result.outcome = Outcome::not_met;
  result.not_applicable = bits.not_applicable.test(0, 0);
  result.figure = requirements.figures(0)[0];
  return result;
}

Run run_with(std::string_view indicator) {
  return run_of(one_criterion(kFields, fmt::format("            a: {{@, {}}}", indicator)));
}

/// The figure as text: requirement, found, required, shortfall, heads, exception; "-" for what is
/// unknown.
std::string figure_text(const std::optional<Figure>& figure) {
  if (!figure) return "none";
  const auto number = [](double value) {
    return std::isnan(value) ? std::string("-") : format_exact(value);
  };
  return fmt::format("{}: {} of {} short {} heads {} exception {}", figure->requirement,
                     number(figure->found), number(figure->required), number(figure->shortfall),
                     number(figure->heads), figure->exception);
}

constexpr Outcome kMet = Outcome::met;
constexpr Outcome kNotMet = Outcome::not_met;
constexpr Outcome kOpen = Outcome::unknown;
constexpr Outcome kNone = Outcome::none;

struct ThresholdCase {
  std::string_view comparison;
  std::string_view cells;  // done and all
  Outcome outcome;
};

TEST_CASE("requirements: at, under and over the threshold, and missing") {
  const ThresholdCase cases[] = {
      {"at_least", "7;10", kMet},        {"at_least", "6996;10000", kNotMet},
      {"at_least", "7001;10000", kMet},  {"at_most", "7;10", kMet},
      {"at_most", "6999;10000", kMet},   {"at_most", "7001;10000", kNotMet},
      {"more_than", "7;10", kNotMet},    {"more_than", "6999;10000", kNotMet},
      {"more_than", "7001;10000", kMet}, {"less_than", "7;10", kNotMet},
      {"less_than", "6999;10000", kMet}, {"less_than", "7001;10000", kNotMet},
      {"equals", "7;10", kMet},          {"equals", "6999;10000", kNotMet},
      {"equals", "7001;10000", kNotMet}, {"at_least", ";10", kOpen},
      {"at_most", "7;", kOpen},          {"equals", "?;?", kOpen},
      {"at_least", "7;0", kOpen},        {"less_than", "0;0", kOpen},
  };
  for (const ThresholdCase& c : cases) {
    CAPTURE(c.comparison);
    CAPTURE(c.cells);
    const Run run = run_with(fmt::format("require: {{measure: share, {}: 70}}", c.comparison));
    CHECK(outcomes_of(run, "done;all", c.cells).outcome == c.outcome);
  }
}

struct KindCase {
  std::string_view requirement;
  std::string_view columns;
  std::string_view cells;
  Outcome outcome;
};

TEST_CASE("requirements: flags, scales, dates and decimal figures") {
  const KindCase cases[] = {
      {"{measure: far, equals: true}", "far", "có", kMet},
      {"{measure: far, equals: true}", "far", "không", kNotMet},
      {"{measure: far, equals: false}", "far", "khong", kMet},
      {"{measure: far, equals: true}", "far", "?", kOpen},
      {"{measure: grade, at_least: middle}", "grade", "low", kNotMet},
      {"{measure: grade, at_least: middle}", "grade", "middle", kMet},
      {"{measure: grade, at_least: middle}", "grade", "high", kMet},
      {"{measure: grade, at_least: middle}", "grade", "", kOpen},
      {"{measure: opened, less_than: 2020-01-01}", "opened", "31/12/2019", kMet},
      {"{measure: opened, less_than: 2020-01-01}", "opened", "2020-01-01", kNotMet},
      {"{measure: size, at_least: 0.3}", "size", "0.3", kMet},
      {"{measure: size, at_least: 0.3}", "size", "0.29999999999999", kNotMet},
      {"{measure: size, at_least: 0.3}", "size", "0.30000000000001", kMet},
  };
  for (const KindCase& c : cases) {
    CAPTURE(c.requirement);
    CAPTURE(c.cells);
    const Run run = run_with(fmt::format("require: {}", c.requirement));
    CHECK(outcomes_of(run, c.columns, c.cells).outcome == c.outcome);
  }
}

struct ExceptionCase {
  std::string_view cells;  // done, all, far, poor
  Outcome outcome;
  std::string_view figure;
};

/// 70 %; 65 % if far; 60 % if poor; far goes before poor.
TEST_CASE("requirements: the first exception that holds replaces the value") {
  const Run run =
      run_with(fmt::format("require: {{measure: share, at_least: 70, exceptions: [{{where: far, "
                           "at_least: 65, {0}}}, {{where: poor, at_least: 60, {0}}}]}}",
                           kBecause));
  const ExceptionCase cases[] = {
      {"65;100;không;không", kNotMet, "0: 65 of 70 short 5 heads 5 exception -1"},
      {"65;100;có;không", kMet, "0: 65 of 65 short - heads - exception 0"},
      {"64;100;có;không", kNotMet, "0: 64 of 65 short 1 heads 1 exception 0"},
      {"64;100;có;có", kNotMet, "0: 64 of 65 short 1 heads 1 exception 0"},
      {"64;100;không;có", kMet, "0: 64 of 60 short - heads - exception 1"},
      {"59;100;không;có", kNotMet, "0: 59 of 60 short 1 heads 1 exception 1"},
      {"?;100;không;có", kOpen, "0: - of 60 short - heads - exception 1"},
  };
  for (const ExceptionCase& c : cases) {
    CAPTURE(c.cells);
    const Outcomes result = outcomes_of(run, "done;all;far;poor", c.cells);
    CHECK(result.outcome == c.outcome);
    CHECK(figure_text(result.figure) == c.figure);
  }
}

TEST_CASE("requirements: unknown exceptions count only if the values still possible disagree") {
  const Run run =
      run_with(fmt::format("require: {{measure: share, at_least: 70, exceptions: [{{where: far, "
                           "at_least: 65, {0}}}, {{where: poor, at_least: 60, {0}}}]}}",
                           kBecause));
  const ExceptionCase cases[] = {
      {"70;100;?;?", kMet, "0: 70 of 70 short - heads - exception -1"},
      {"69;100;?;?", kOpen, "0: 69 of 70 short - heads - exception -1"},
      {"59;100;?;?", kNotMet, "0: 59 of 70 short 11 heads 11 exception -1"},
      {"67;100;?;không", kOpen, "0: 67 of 70 short - heads - exception -1"},
      {"64;100;?;không", kNotMet, "0: 64 of 70 short 6 heads 6 exception -1"},
      // Far unknown, poor holds: 65 or 60.
      {"66;100;?;có", kMet, "0: 66 of 60 short - heads - exception 1"},
      {"62;100;?;có", kOpen, "0: 62 of 60 short - heads - exception 1"},
      {"58;100;?;có", kNotMet, "0: 58 of 60 short 2 heads 2 exception 1"},
      // Far holds: what follows does not matter.
      {"66;100;có;?", kMet, "0: 66 of 65 short - heads - exception 0"},
      {"63;100;có;?", kNotMet, "0: 63 of 65 short 2 heads 2 exception 0"},
      // Poor unknown: 60 or 70.
      {"65;100;không;?", kOpen, "0: 65 of 70 short - heads - exception -1"},
  };
  for (const ExceptionCase& c : cases) {
    CAPTURE(c.cells);
    const Outcomes result = outcomes_of(run, "done;all;far;poor", c.cells);
    CHECK(result.outcome == c.outcome);
    CHECK(figure_text(result.figure) == c.figure);
  }
}

TEST_CASE("requirements: an exception may be stricter") {
  const Run run = run_with(fmt::format(
      "require: {{measure: done, at_most: 40, exceptions: [{{where: far, at_most: 30, {}}}]}}",
      kBecause));
  const ExceptionCase cases[] = {
      {"35;1;không;", kMet, "0: 35 of 40 short - heads - exception -1"},
      {"35;1;có;", kNotMet, "0: 35 of 30 short 5 heads - exception 0"},
      {"35;1;?;", kOpen, "0: 35 of 40 short - heads - exception -1"},
      {"30;1;?;", kMet, "0: 30 of 40 short - heads - exception -1"},
      {"41;1;?;", kNotMet, "0: 41 of 40 short 1 heads - exception -1"},
  };
  for (const ExceptionCase& c : cases) {
    CAPTURE(c.cells);
    const Outcomes result = outcomes_of(run, "done;all;far;poor", c.cells);
    CHECK(result.outcome == c.outcome);
    CHECK(figure_text(result.figure) == c.figure);
  }
}

TEST_CASE(
    "requirements: a condition that is false leaves the requirement out, an unknown one makes it "
    "unknown") {
  const Run run = run_with("require: {measure: done, at_least: 10, where: far}");
  const ExceptionCase cases[] = {
      {"9;1;có;", kNotMet, "0: 9 of 10 short 1 heads - exception -1"},
      {"10;1;có;", kMet, "0: 10 of 10 short - heads - exception -1"},
      {"9;1;không;", kNone, "none"},
      {"?;1;không;", kNone, "none"},
      {"9;1;?;", kOpen, "0: 9 of 10 short - heads - exception -1"},
      {"10;1;?;", kOpen, "0: 10 of 10 short - heads - exception -1"},
  };
  for (const ExceptionCase& c : cases) {
    CAPTURE(c.cells);
    const Outcomes result = outcomes_of(run, "done;all;far;poor", c.cells);
    CHECK(result.outcome == c.outcome);
    CHECK(figure_text(result.figure) == c.figure);
  }
}

TEST_CASE("requirements: the condition of an indicator hides its figures unless it is true") {
  const Run run = run_with("where: far, require: {measure: done, at_least: 10}");
  struct Case {
    std::string_view cells;
    Outcome outcome;
    bool not_applicable;
    std::string_view figure;
  };
  const Case cases[] = {
      {"9;có", kNotMet, false, "0: 9 of 10 short 1 heads - exception -1"},
      {"9;không", kNone, true, "none"},
      {"9;?", kNone, false, "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.cells);
    const Outcomes result = outcomes_of(run, "done;far", c.cells);
    CHECK(result.outcome == c.outcome);
    CHECK(result.not_applicable == c.not_applicable);
    CHECK(figure_text(result.figure) == c.figure);
  }
}

TEST_CASE(
    "requirements: of several the first not met is shown, else the first unknown, else the first") {
  const Run run = run_with(
      "require: [{measure: done, at_least: 10}, {measure: all, at_least: 20}, {measure: size, "
      "at_least: 30, where: far}]");
  const ExceptionCase cases[] = {
      {"10;20;có;30", kMet, "0: 10 of 10 short - heads - exception -1"},
      {"9;19;có;29", kNotMet, "0: 9 of 10 short 1 heads - exception -1"},
      {"10;19;có;29", kNotMet, "1: 19 of 20 short 1 heads - exception -1"},
      {"?;19;có;29", kNotMet, "1: 19 of 20 short 1 heads - exception -1"},
      {"?;?;có;29", kNotMet, "2: 29 of 30 short 1 heads - exception -1"},
      {"10;?;có;?", kOpen, "1: - of 20 short - heads - exception -1"},
      {"10;20;?;29", kOpen, "2: 29 of 30 short - heads - exception -1"},
      {"10;20;không;29", kMet, "0: 10 of 10 short - heads - exception -1"},
      {"10;?;không;29", kOpen, "1: - of 20 short - heads - exception -1"},
  };
  for (const ExceptionCase& c : cases) {
    CAPTURE(c.cells);
    const Outcomes result = outcomes_of(run, "done;all;far;size", c.cells);
    CHECK(result.outcome == c.outcome);
    CHECK(figure_text(result.figure) == c.figure);
  }
}

TEST_CASE("requirements: a requirement left out is not shown although it stands first") {
  const Run run = run_with(
      "require: [{measure: done, at_least: 10, where: far}, {measure: all, at_least: 20}]");
  const Outcomes result = outcomes_of(run, "done;all;far", "9;20;không");
  CHECK(result.outcome == kMet);
  CHECK(figure_text(result.figure) == "1: 20 of 20 short - heads - exception -1");
}

struct HeadsCase {
  std::string_view requirement;
  std::string_view cells;  // done and all
  std::string_view figure;
};

TEST_CASE("requirements: shortfall is exact, heads only for a share in percent") {
  const HeadsCase cases[] = {
      // 62.4 of 70: short 7.6 points = 76 of 1000.
      {"{measure: share, at_least: 70}", "624;1000",
       "0: 62.4 of 70 short 7.6 heads 76 exception -1"},
      {"{measure: share, at_least: 70}", "124;178",
       "0: 69.66292134831461 of 70 short 0.33707865168539325 heads 1 exception -1"},
      {"{measure: share, more_than: 70}", "7;10", "0: 70 of 70 short 0 heads 1 exception -1"},
      {"{measure: share, at_most: 5}", "6;100", "0: 6 of 5 short 1 heads 1 exception -1"},
      {"{measure: share, less_than: 5}", "5;100", "0: 5 of 5 short 0 heads 1 exception -1"},
      {"{measure: share, equals: 50}", "4;10", "0: 40 of 50 short 10 heads - exception -1"},
      {"{measure: plain, at_least: 70}", "6;10", "0: 60 of 70 short 10 heads - exception -1"},
      {"{measure: done, at_least: 70}", "6;10", "0: 6 of 70 short 64 heads - exception -1"},
  };
  for (const HeadsCase& c : cases) {
    CAPTURE(c.requirement);
    const Run run = run_with(fmt::format("require: {}", c.requirement));
    CHECK(figure_text(outcomes_of(run, "done;all", c.cells).figure) == c.figure);
  }
}

TEST_CASE("requirements: an item of low certainty that decided is doubtful") {
  const Run low = run_with("require: {measure: done, at_least: 10, checked: low}");
  CHECK(outcomes_of(low, "done", "9").figure->doubtful);
  const Run exception =
      run_with(fmt::format("require: {{measure: done, at_least: 10, exceptions: [{{where: far, "
                           "at_least: 5, checked: low, {}}}]}}",
                           kBecause));
  CHECK(outcomes_of(exception, "done;far", "9;có").figure->doubtful);
  CHECK_FALSE(outcomes_of(exception, "done;far", "9;không").figure->doubtful);
}

TEST_CASE("requirements: rows of a table in any order") {
  const Run run = run_with("require: {measure: done, at_least: 10}");
  const auto read = test::read_schools(
      run,
      "school_id,school_type,assessed_on,done\n"
      "A,tieu_hoc,2024-05-31,9\nB,tieu_hoc,2024-05-31,10\nC,tieu_hoc,2024-05-31,?\n");
  const SetPlan plan = make_plan(run.sets[0]);
  const std::vector<uint32_t> rows = {2, 0};
  const RequirementColumns requirements(plan, read->table, rows);
  OutcomeBits bits;
  for (BitRows* each : {&bits.none, &bits.met, &bits.unknown, &bits.not_met, &bits.not_applicable})
    each->resize(3, 1);
  requirements.mark(bits);
  CHECK(bits.not_met.test(0, 0));
  CHECK_FALSE(bits.met.test(1, 0));
  CHECK(bits.unknown.test(2, 0));
  CHECK(requirements.figures(1)[0]->found == 9);
}

}  // namespace
}  // namespace kdcl
