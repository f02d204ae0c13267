#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/criteria/assumptions.h"
#include "support/level_sets.h"

namespace kdcl {
namespace {

using Statements = std::vector<std::string>;

constexpr std::string_view kFields = R"(fields:
  share: {title: {vi: Tỉ lệ, en: Share}, type: number, unit: "%"}
  other: {title: {vi: Vother, en: Eother}, type: number}
  far: {title: {vi: Vfar, en: Efar}, type: flag}
  library: {title: {vi: Vlibrary, en: Elibrary}, type: scale, values: [low, {id: mid, title: {vi: vừa, en: middle}}, high]}
  opened: {title: {vi: Vopened, en: Eopened}, type: date}
measures:
  half: {title: {@}, formula: share / 2}
)";

constexpr std::string_view kIndicators = R"(
  - id: "1"
    title: {@}
    criteria:
      - id: "1.1"
        title: {@}
        levels:
          1:
            a: {@, require: {measure: share, at_least: 70, exceptions: [{where: far, at_least: 60, because: {@}}]}}
            b: {@}
            c: {@, require: [{measure: share, at_least: 1}, {measure: other, at_most: 9}]}
            d: {@, require: {measure: far, equals: true}}
            e: {@, require: {measure: library, at_least: mid}}
            g: {@, require: {measure: opened, at_most: 2020-01-31}}
            h: {@, require: [{measure: half, at_least: 5, where: far}, {measure: half, at_least: 4, where: not far}]}
          2: {@, require: {measure: share, at_least: 85}}
)";

CriteriaSet set_named(std::string_view id, std::string_view indicators = kIndicators) {
  return test::set_of(fmt::format("levels:\n  1: {{title: {{@}}}}\n  2: {{title: {{@}}}}\n{}"
                                  "standards:{}",
                                  kFields, indicators),
                      {.id = id, .applies_to = fmt::format("school_id == '{}'", id)});
}

Run run_of_sets(std::vector<CriteriaSet> sets) { return make_run(std::move(sets), kNoDate); }

Run one_run() { return run_of_sets({set_named("thu")}); }

/// A second set in which 1.1.1a has another measure, 1.1.1d another operator, and which has no
/// 1.1.2.
Run two_sets() {
  return run_of_sets({set_named("thu"), set_named("hai", R"(
  - id: "1"
    title: {@}
    criteria:
      - id: "1.1"
        title: {@}
        levels:
          1:
            a: {@, require: {measure: other, at_least: 3}}
            e: {@, require: {measure: library, equals: mid}}
            g: {@, require: {measure: opened, at_most: 2019-12-31}}
)")});
}

std::string said_of(const Statements& statements, Run& run, Language language = Language::en) {
  Diagnostics diagnostics(language);
  take_assumptions(statements, run, diagnostics);
  CHECK(run.assumptions.empty() == (diagnostics.has_errors() || statements.empty()));
  return format_diagnostics(diagnostics, false);
}

const Requirement& requirement_of(const Run& run, std::string_view indicator, size_t set = 0,
                                  size_t requirement = 0) {
  for (const Indicator& each : run.sets[set].indicators)
    if (each.name == indicator) return each.requirements.at(requirement);
  FAIL("no such indicator");
  return run.sets[0].indicators[0].requirements[0];
}

/// The requirement as text: its value, then condition and value of each exception.
std::string text_of(const Requirement& requirement) {
  std::string text = fmt::format("{}", requirement.value);
  for (const Exception& exception : requirement.exceptions)
    text += fmt::format(" [{}: {}]", exception.where.source, exception.value);
  return text;
}

struct EffectCase {
  Statements statements;
  std::string_view indicator;
  std::string_view becomes;
};

TEST_CASE("a statement changes the value, or comes before all exceptions") {
  const EffectCase cases[] = {
      {{"indicator 1.1.1a at_least 65"}, "1.1.1a", "65"},
      {{"indicator 1.1.1A at_least 65"}, "1.1.1a", "65"},
      {{"thu indicator 1.1.1a share >= 65.5"}, "1.1.1a", "65.5"},
      {{"indicator 1.1.1a at_least 65 where other > 1"}, "1.1.1a", "70 [other > 1: 65] [far: 60]"},
      {{"indicator 1.1.1a at_least 65 where half > 1"}, "1.1.1a", "70 [half > 1: 65] [far: 60]"},
      {{"indicator 1.1.1a at_least 55 where far"}, "1.1.1a", "70 [far: 55] [far: 60]"},
      // The first statement comes first; one without a condition leaves those with one.
      {{"indicator 1.1.1a at_least 50 where far", "indicator 1.1.1a at_least 55 where not far"},
       "1.1.1a",
       "70 [far: 50] [not far: 55] [far: 60]"},
      {{"indicator 1.1.1a at_least 50 where far", "indicator 1.1.1a at_least 66"},
       "1.1.1a",
       "66 [far: 50]"},
      {{"indicator 1.1.1a at_least 66", "indicator 1.1.1a at_least 50 where far"},
       "1.1.1a",
       "66 [far: 50]"},
      {{"indicator 1.1.1c other <= 5"}, "1.1.1c", "1"},
      {{"indicator 1.1.1c share at_least 0"}, "1.1.1c", "0"},
      {{"indicator 1.1.1d equals false"}, "1.1.1d", "0"},
      {{"indicator 1.1.1e at_least high"}, "1.1.1e", "2"},
      {{"indicator 1.1.1e at_least vừa"}, "1.1.1e", "1"},
      {{"indicator 1.1.1e at_least 'middle' where far"}, "1.1.1e", "1 [far: 1]"},
      {{"indicator 1.1.1g at_most 1970-01-03"}, "1.1.1g", "2"},
      // Both of one measure and operator.
      {{"indicator 1.1.1h half at_least 3"}, "1.1.1h", "3"},
  };
  for (const EffectCase& c : cases) {
    CAPTURE(c.statements[0]);
    Run run = one_run();
    CHECK(said_of(c.statements, run) == "");
    CHECK(text_of(requirement_of(run, c.indicator)) == c.becomes);
  }
}

TEST_CASE("all requirements of the measure and operator are changed") {
  Run run = one_run();
  CHECK(said_of({"indicator 1.1.1h half at_least 3"}, run) == "");
  CHECK(text_of(requirement_of(run, "1.1.1h", 0, 1)) == "3");
  REQUIRE(run.assumptions.size() == 2);
  CHECK(run.assumptions[1].requirement == 1);
  CHECK(statements_of(run) == Statements{"indicator 1.1.1h half at_least 3"});
}

TEST_CASE("the run remembers what was typed, what it hit, and what was there before") {
  Run run = two_sets();
  CHECK(said_of({"  indicator 1.1.1g at_most 2019-01-01 where far ",
                 "thu indicator 1.1.1a at_least 50"},
                run) == "");
  REQUIRE(run.assumptions.size() == 3);
  const Assumption& first = run.assumptions[0];
  CHECK(first.statement == "indicator 1.1.1g at_most 2019-01-01 where far");
  CHECK(first.set == 0);
  CHECK(run.sets[0].indicators[first.indicator].name == "1.1.1g");
  CHECK(first.where == "far");
  CHECK(first.replaced == std::vector<double>{18292});  // 2020-01-31
  CHECK(run.assumptions[1].set == 1);
  CHECK(run.assumptions[1].replaced == std::vector<double>{18261});
  CHECK(run.assumptions[2].value == 50);
  CHECK(run.assumptions[2].where.empty());
  CHECK(run.assumptions[2].replaced == std::vector<double>{70, 60});
  CHECK(statements_of(run).size() == 2);
  CHECK(statements_of(run, 1).size() == 1);
  const Exception& exception = requirement_of(run, "1.1.1g").exceptions[0];
  CHECK(exception.because.vi == "giả định: indicator 1.1.1g at_most 2019-01-01 where far");
  CHECK(exception.because.en == "what if: indicator 1.1.1g at_most 2019-01-01 where far");
}

TEST_CASE("sets without the indicator, measure or operator are left alone") {
  Run run = two_sets();
  CHECK(said_of({"indicator 1.1.2 at_least 90", "indicator 1.1.1a other at_least 2",
                 "indicator 1.1.1e equals low"},
                run) == "");
  CHECK(run.assumptions.size() == 3);
  CHECK(text_of(requirement_of(run, "1.1.2")) == "90");
  CHECK(text_of(requirement_of(run, "1.1.1a")) == "70 [far: 60]");
  CHECK(text_of(requirement_of(run, "1.1.1a", 1)) == "2");
  CHECK(text_of(requirement_of(run, "1.1.1e", 1)) == "0");
}

struct FaultCase {
  Statements statements;
  std::string_view said;
};

TEST_CASE("statements that hit nothing, or nobody knows what") {
  const FaultCase cases[] = {
      {{"indicator 1.1.1f at_least 60"},
       "--set:1:11: error: there is no indicator \"1.1.1f\"\n  hint: did you mean \"1.1.1a\"?\n"},
      {{"indicator 9.9.9z at_least 60"}, "--set:1:11: error: there is no indicator \"9.9.9z\"\n"},
      {{"indicator 1.1.1b at_least 60"},
       "--set:1:11: error: the indicator 1.1.1b has no figures: it is judged by people alone\n"},
      {{"thi indicator 1.1.1a at_least 60"},
       "--set:1:1: error: this run has no criteria set \"thi\"\n  hint: did you mean \"thu\"?\n"},
      {{"indicator 1.1.1a shares at_least 60"},
       "--set:1:18: error: the indicator 1.1.1a has no measure \"shares\"; it has: share\n"},
      {{"indicator 1.1.1c at_least 60"},
       "--set:1:11: error: the indicator 1.1.1c has several requirements: share, other\n"
       "  hint: write the measure after the indicator's name\n"},
      {{"indicator 1.1.1h at_least 60"},
       "--set:1:11: error: the indicator 1.1.1h has several requirements: half\n"
       "  hint: write the measure after the indicator's name\n"},
      {{"indicator 1.1.1a at_most 60"},
       "--set:1:18: error: the indicator 1.1.1a compares by at_least, not by at_most\n"},
      {{"indicator 1.1.1a at_least 60,5"},
       "--set:1:27: error: at_least: expected a number, found \"60,5\"\n"
       "  hint: the decimal sign is a point, and thousands have no separator\n"},
      {{"indicator 1.1.1d equals có"},
       "--set:1:25: error: equals: expected true or false, found \"có\"\n"},
      {{"indicator 1.1.1e at_least hihg"},
       "--set:1:27: error: at_least: \"hihg\" is no value of \"library\"\n"
       "  hint: did you mean \"high\"?\n"},
      {{"indicator 1.1.1a at_least 60 where fra"},
       "--set:1:36: error: expression: no field, measure or column is named \"fra\"\n"
       "  hint: did you mean \"far\"?\n"},
      {{"indicator 1.1.1a at_least 60 where share"},
       "--set:1:36: error: expression: expected a condition, found a number\n"},
      {{"indicator 1.1.1a at_least 60", "indicator 1.1.1a share >= 61"},
       "--set:2:1: error: the indicator 1.1.1a of thu is assumed under the same condition in --set "
       "number 1\n"},
      {{"indicator 1.1.1a at_least 60 where far", "indicator 1.1.1a >= 61 where  (far)"},
       "--set:2:1: error: the indicator 1.1.1a of thu is assumed under the same condition in --set "
       "number 1\n"},
      {{"indicator 1.1.1a", "indicator 1.1.1b at_least 60"},
       "--set:1:17: error: expected one of at_least, at_most, more_than, less_than, equals, found "
       "the end\n"
       "  hint: the form is: [SET] indicator NAME [MEASURE] at_least VALUE [where EXPR]\n"
       "--set:2:11: error: the indicator 1.1.1b has no figures: it is judged by people alone\n"},
  };
  for (const FaultCase& c : cases) {
    CAPTURE(c.statements[0]);
    Run run = one_run();
    CHECK(said_of(c.statements, run) == c.said);
    CHECK(text_of(requirement_of(run, "1.1.1a")) == "70 [far: 60]");
  }
}

TEST_CASE("sets that disagree on the measure") {
  Run run = two_sets();
  CHECK(
      said_of({"indicator 1.1.1a at_least 60"}, run) ==
      "--set:1:11: error: the indicator 1.1.1a has different measures in the sets: share (thu), "
      "other (hai)\n"
      "  hint: write the set before \"indicator\", choose one with -c, or write the measure after "
      "the indicator's name\n");
  CHECK(said_of({"indicator 1.1.1a at_least 60"}, run, Language::vi) ==
        "--set:1:11: lỗi: chỉ báo 1.1.1a dùng số đo khác nhau trong các bộ: share (thu), other "
        "(hai)\n"
        "  gợi ý: ghi bộ tiêu chí trước \"indicator\", chọn một bộ bằng -c, hoặc ghi số đo sau tên "
        "chỉ báo\n");
  CHECK(said_of({"hai indicator 1.1.1a at_least 60"}, run) == "");
}

TEST_CASE("a threshold that loosens as the level rises is a warning") {
  const FaultCase cases[] = {
      {{"indicator 1.1.1a at_least 85"}, ""},
      {{"indicator 1.1.1a at_least 85.1"},
       "--set:1:11: warning: thu: the indicator 1.1.1a of level 1 then asks more than 1.1.2 of "
       "level 2\n"},
      {{"indicator 1.1.2 at_least 70"}, ""},
      {{"indicator 1.1.2 at_least 69.9"},
       "--set:1:11: warning: thu: the indicator 1.1.1a of level 1 then asks more than 1.1.2 of "
       "level 2\n"},
      {{"indicator 1.1.1a at_least 90 where far"},
       "--set:1:11: warning: thu: the indicator 1.1.1a of level 1 then asks more than 1.1.2 of "
       "level 2\n"},
      // Both levels are assumed under the same condition.
      {{"indicator 1.1.1a at_least 90 where far", "indicator 1.1.2 at_least 91 where far"}, ""},
  };
  for (const FaultCase& c : cases) {
    CAPTURE(c.statements[0]);
    Run run = one_run();
    CHECK(said_of(c.statements, run) == c.said);
  }
}

TEST_CASE("without statements nothing changes") {
  Run run = one_run();
  CHECK(said_of({}, run) == "");
  CHECK(text_of(requirement_of(run, "1.1.1a")) == "70 [far: 60]");
}

TEST_CASE("a statement about the level of another set") {
  Run run = test::level_run("{level_of: phu, at_least: 1}");
  CHECK(said_of({"indicator 1.1.1a at_least 3"}, run) == "");
  CHECK(requirement_of(run, "1.1.1a").value == 3);
  CHECK(said_of({"indicator H.1.3 at_least 20"}, run) == "");
  CHECK(requirement_of(run, "H.1.3", 1).value == 20);
  Run other = test::level_run("{level_of: phu, at_least: 1}");
  CHECK(said_of({"indicator 1.1.1a at_least 4"}, other) ==
        "--set:1:27: error: at_least: expected a whole number from 0 to 3, found \"4\"\n");
}

}  // namespace
}  // namespace kdcl
