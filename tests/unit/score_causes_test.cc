#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/comparison_case.h"
#include "support/level_sets.h"

namespace kdcl::test {
namespace {

/// What a set of these tests varies.
struct Body {
  std::string_view needs_1 = "";  ///< ", needs: [...]"
  std::string_view letters = "a: {@}, b: {@}, c: {@}";
  std::string_view level_2 =
      "require: {measure: rate, at_least: 70, exceptions: [{where: remote, "
      "at_least: 60, because: {@}}]}";
  std::string_view mandatory_2 = "true";
  std::string_view figure_2 = "where: known(lab), require: {measure: lab, equals: true}";
};

std::string body_of(const Body& body) {
  return fmt::format(R"(
levels:
  1: {{title: {{@}}{}}}
  2: {{title: {{@}}}}
fields:
  pupils: {{title: {{vi: sĩ số, en: Epupils}}, type: integer}}
  done: {{title: {{vi: xong, en: Edone}}, type: integer}}
  remote: {{title: {{vi: xa, en: Eremote}}, type: flag}}
  lab: {{title: {{vi: phòng, en: Elab}}, type: flag}}
measures:
  rate: {{title: {{@}}, unit: "%", formula: 100 * done / pupils}}
standards:
  - id: "1"
    title: {{@}}
    criteria:
      - {{id: "1.1", title: {{@}}, levels: {{1: {{{}}}, 2: {{@, {}}}}}}}
      - {{id: "1.2", title: {{@}}, mandatory: {}, levels: {{1: {{@, {}}}}}}}
)",
                     body.needs_1, body.letters, body.level_2, body.mandatory_2, body.figure_2);
}

/// 1.1.1a to c, 1.1.2 and 1.2.1 of one school, then pupils, done, remote, lab, district.
std::string rows(std::string_view cells) {
  return fmt::format(
      "school_id;school_type;assessed_on;1.1.1a;1.1.1b;1.1.1c;1.1.2;1.2.1;pupils;done;remote;lab;"
      "district\nA;tieu_hoc;2024-05-31;{}\n",
      cells);
}

std::string causes_of(std::string_view before, std::string_view after, const Body& body = {}) {
  return ComparisonCase(run_of(body_of(body)), rows(before), rows(after)).causes();
}

std::string causes_under(const Body& before, const Body& after, std::string_view cells) {
  return ComparisonCase(body_of(before), body_of(after), rows(cells)).causes();
}

constexpr std::string_view kTop = "x;x;x;x;x;100;70;k;x;";  // level 2

TEST_CASE("causes: a judgement, and no other difference") {
  CHECK(causes_of("x;k;x;x;x;100;70;k;x;", kTop) == "judgement 1.1.1b k>x");
  CHECK(causes_of(kTop, "x;;x;x;x;100;70;k;x;") == "judgement 1.1.1b x>?");
  CHECK(causes_of("x;n/a;x;x;x;100;70;k;x;", "x;k;x;x;x;100;70;k;x;") == "judgement 1.1.1b n/a>k");
  // 71 of 100 would do as well as 70
  CHECK(causes_of("x;k;x;x;x;100;71;k;x;X", kTop) == "judgement 1.1.1b k>x");
  CHECK(causes_of(kTop, kTop) == "");
  CHECK(causes_of(kTop, "x;x;x;;x;100;71;k;x;X") == "");  // figures decide 1.1.2 by themselves
}

TEST_CASE("causes: a figure works through a measure") {
  CHECK(causes_of("x;x;x;x;x;100;69;k;x;", kTop) == "figure done 69>70 1.1.2");
  CHECK(causes_of("x;x;x;x;x;101;70;k;x;", kTop) == "figure pupils 101>100 1.1.2");
  CHECK(causes_of("x;x;x;;x;100;?;k;x;", "x;x;x;;x;100;70;k;x;") == "figure done ?>70 1.1.2");
  // 50 of 100 before, 90 of 120 = 75 % now; 90 of 100 would do, 50 of 120 not
  CHECK(causes_of("x;x;x;x;x;100;50;k;x;", "x;x;x;x;x;120;90;k;x;") == "figure done 50>90 1.1.2");
  // 65 of 100 before, 68 of 95 = 71.6 % now: 65 of 95 is 68.4 %, 68 of 100 is 68 %
  CHECK(causes_of("x;x;x;x;x;100;65;k;x;", "x;x;x;x;x;95;68;k;x;") ==
        "figure pupils 100>95 1.1.2 | figure done 65>68 1.1.2");
}

TEST_CASE("causes: a flag takes away the exception or gives it") {
  CHECK(causes_of("x;x;x;x;x;100;65;x;x;", "x;x;x;x;x;100;65;k;x;") ==
        "figure remote 1>0 1.1.2 lost");
  CHECK(causes_of("x;x;x;x;x;100;65;k;x;", "x;x;x;x;x;100;65;x;x;") ==
        "figure remote 0>1 1.1.2 gained");
  // 59 is short of 60, too
  CHECK(causes_of("x;x;x;x;x;100;60;x;x;", "x;x;x;x;x;100;59;k;x;") ==
        "figure done 60>59 1.1.2; figure remote 1>0 1.1.2 lost");
}

TEST_CASE("causes: an identity column of a condition") {
  const Body body{.figure_2 = "where: district == 'Mai Sơn'"};
  CHECK(causes_of("x;x;x;x;k;100;70;k;x;Yên Châu", "x;x;x;x;k;100;70;k;x;Mai Sơn", body) ==
        "identity district Yên Châu>Mai Sơn 1.2.1");
}

TEST_CASE("causes: one value that decides two indicators is one cause") {
  const Body body{.level_2 = "require: {measure: lab, equals: true}"};
  CHECK(causes_of("x;x;x;x;x;100;70;k;k;", kTop, body) == "figure lab 0>1 1.1.2 1.2.1");
}

TEST_CASE("causes: of many that each gave the rise one is the cause") {
  CHECK(causes_of("k;k;k;x;x;100;70;k;x;", kTop) ==
        "judgement 1.1.1a k>x | judgement 1.1.1b k>x; judgement 1.1.1c k>x");
}

TEST_CASE("causes: all of those that each gave the fall") {
  CHECK(causes_of(kTop, "x;k;k;x;x;100;70;k;x;") == "judgement 1.1.1b x>k; judgement 1.1.1c x>k");
  CHECK(causes_of(kTop, "k;x;x;x;x;100;70;k;k;") == "judgement 1.1.1a x>k; figure lab 1>0 1.2.1");
}

TEST_CASE("causes: a value that another one made up for") {
  // 70 of 100, at most 80; then 90 of 120. 70 of 120 would be 58.3 %, 90 of 100 over 80.
  const Body body{.figure_2 = "require: {measure: done, at_most: 80}"};
  CHECK(causes_of(kTop, "x;x;x;x;x;120;90;k;x;", body) ==
        "figure pupils 100>120 1.1.2; figure done 70>90 1.2.1");
}

TEST_CASE("causes: thresholds, exceptions and other requirements under another set") {
  const Body other{.level_2 =
                       "require: {measure: rate, at_least: 75, exceptions: [{where: remote, "
                       "at_least: 60, because: {@}}]}"};
  const Body no_exception{.level_2 = "require: {measure: rate, at_least: 70}"};
  const Body part{.level_2 = "require: {measure: rate, at_least: 70, covers: part}"};
  CHECK(causes_under({}, other, kTop) == "threshold 1.1.2 70>75");
  CHECK(causes_under(other, {}, kTop) == "threshold 1.1.2 75>70");
  CHECK(causes_under({}, no_exception, "x;x;x;x;x;100;65;x;x;") == "exception 1.1.2");
  CHECK(causes_under(no_exception, part, "x;x;x;;x;100;70;k;x;") == "requirement 1.1.2");
  CHECK(causes_under({}, no_exception, kTop) == "");  // it stays
}

TEST_CASE("causes: a threshold of a field tells which, for its words") {
  const Body other{.figure_2 = "where: known(lab), require: {measure: lab, equals: false}"};
  CHECK(causes_under({}, other, kTop) == "threshold 1.2.1 1>0");
}

TEST_CASE("causes: indicators added and removed") {
  const Body fewer{.letters = "a: {@}, b: {@}"};
  CHECK(causes_under(fewer, {}, "x;x;k;x;x;100;70;k;x;") == "added 1.1.1c");
  CHECK(causes_under({}, fewer, "x;x;k;x;x;100;70;k;x;") == "removed 1.1.1c");
  CHECK(causes_under({}, fewer, "x;k;k;x;x;100;70;k;x;") == "");
}

TEST_CASE("causes: what the levels ask, and of which criteria") {
  const Body milder{.needs_1 = ", needs: [{criteria: all, level: 1, at_least: 1}]"};
  CHECK(causes_under({}, milder, "k;x;x;x;x;100;70;k;x;") == "level rule");
  const Body mandatory_only{.needs_1 = ", needs: [{criteria: mandatory, level: 1}]"};
  const Body optional_2{.needs_1 = mandatory_only.needs_1, .mandatory_2 = "false"};
  CHECK(causes_under(mandatory_only, optional_2, "x;x;x;x;x;100;70;k;k;") == "level rule");
}

/// A school under a set that asks for the level of another: H.1.1, H.1.2, rooms, far, day.
std::string level_rows(std::string_view cells) {
  return fmt::format("school_id;school_type;H.1.1;H.1.2;rooms;far;assessed_on\nA;tieu_hoc;{}\n",
                     cells);
}

TEST_CASE("causes: what decides the level of another set that is asked for") {
  const Run run = level_run(
      "{level_of: phu, at_least: 3, exceptions: [{where: far, at_least: 2, because: {@}}]}");
  const auto causes = [&run](std::string_view before, std::string_view after) {
    return ComparisonCase(run, level_rows(before), level_rows(after)).causes();
  };
  CHECK(causes("x;k;10;;2020-05-31", "x;x;10;;2021-05-31") == "judgement H.1.2 k>x 1.1.1a");
  CHECK(causes("x;x;9;;2020-05-31", "x;x;10;;2020-05-31") == "figure rooms 9>10 1.1.1a");
  CHECK(causes("x;x;9;không;2020-05-31", "x;x;9;có;2020-05-31") == "figure far 0>1 1.1.1a gained");
  CHECK(causes("x;x;10;;2020-05-31", "k;k;9;;2020-05-31") ==
        "judgement H.1.1 x>k 1.1.1a; judgement H.1.2 x>k 1.1.1a; figure rooms 10>9 1.1.1a");
}

TEST_CASE("causes: the day from which an amendment of the set asked for is in force") {
  const Run run = level_run("{level_of: phu, at_least: 2}", true);
  CHECK(ComparisonCase(run, level_rows("x;k;9;;31/12/2020"), level_rows("x;k;9;;2021-01-01"))
            .causes() == "identity assessed_on 2020-12-31>2021-01-01 1.1.1a");
}

}  // namespace
}  // namespace kdcl::test
