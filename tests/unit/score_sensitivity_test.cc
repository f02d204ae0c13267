#include <doctest/doctest.h>
#include <fmt/format.h>

#include "score/score.h"
#include "score/sensitivity.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

using test::one_criterion;
using test::one_school;
using test::read_schools;
using test::run_of;

constexpr std::string_view kFields = R"(fields:
  size: {title: {vi: Vsize, en: Esize}, type: number}
  more: {title: {vi: Vmore, en: Emore}, type: number}
  count: {title: {vi: Vcount, en: Ecount}, type: integer}
  far: {title: {vi: Vfar, en: Efar}, type: flag}
measures:
  each: {title: {@}, formula: size / count}
)";

/// What rounding may change in 1.1.1a: "requirement found/required low-high now>otherwise", or "-".
std::string sensitive_of(std::string_view indicator, std::string_view columns,
                         std::string_view cells) {
  const Run run =
      run_of(one_criterion(kFields, fmt::format("            a: {{@, {}}}", indicator)));
  const auto read = read_schools(run, one_school(columns, cells));
  REQUIRE(read->faults() == "");
  const Scorer scorer(run);
  ScoreBlock block;
  scorer.score(read->table, block);
  const auto found = scorer.sensitive(read->table, block);
  REQUIRE(found.size() == 1);
  if (found[0].empty()) return "-";
  const SensitiveVerdict& one = found[0][0];
  CHECK(one.now == verdict_of(block, 0, 0));
  static constexpr std::string_view kVerdicts[] = {"met", "not", "open", "n/a"};
  return fmt::format("{} {}/{} {}-{} {}>{}", one.requirement, format_exact(one.found),
                     format_exact(one.required), format_exact(one.low), format_exact(one.high),
                     kVerdicts[static_cast<size_t>(one.now)],
                     kVerdicts[static_cast<size_t>(one.otherwise)]);
}

struct SensitiveCase {
  std::string_view indicator;
  std::string_view cells;
  std::string_view sensitive;
};

TEST_CASE("sensitivity: at, just under and just over every threshold") {
  const SensitiveCase cases[] = {
      {"at_least: 70", "69.9", "-"},  // up to, without, 69.95
      {"at_least: 69.95", "69.9", "-"},
      {"at_least: 69.94", "69.9", "0 69.9/69.94 69.85-69.95 not>met"},
      {"at_least: 69.85", "69.9", "-"},
      {"at_least: 69.86", "69.9", "0 69.9/69.86 69.85-69.95 met>not"},
      {"at_least: 70", "70", "0 70/70 69.5-70.5 met>not"},
      {"at_least: 70", "69", "-"},
      {"at_least: 70", "69.5", "-"},
      {"at_least: 70", "71", "-"},
      {"more_than: 69.85", "69.9", "0 69.9/69.85 69.85-69.95 met>not"},
      {"more_than: 69.84", "69.9", "-"},
      {"at_most: 69.85", "69.9", "0 69.9/69.85 69.85-69.95 not>met"},
      {"at_most: 69.84", "69.9", "-"},
      {"at_most: 69.95", "69.9", "-"},
      {"at_most: 69.94", "69.9", "0 69.9/69.94 69.85-69.95 met>not"},
      {"less_than: 69.85", "69.9", "-"},
      {"less_than: 69.95", "69.9", "-"},
      {"less_than: 69.86", "69.9", "0 69.9/69.86 69.85-69.95 not>met"},
      {"equals: 69.9", "69.9", "0 69.9/69.9 69.85-69.95 met>not"},
      {"equals: 69.85", "69.9", "0 69.9/69.85 69.85-69.95 not>met"},
      {"equals: 69.95", "69.9", "-"},
      {"at_least: 70", "?", "-"},
  };
  for (const SensitiveCase& c : cases) {
    CAPTURE(c.indicator);
    CAPTURE(c.cells);
    CHECK(sensitive_of(fmt::format("require: {{measure: size, {}}}", c.indicator), "size",
                       c.cells) == c.sensitive);
  }
}

TEST_CASE("sensitivity: the judgement decides with the figures as in every verdict") {
  const SensitiveCase cases[] = {
      {"", "70;", "0 70/70 69.5-70.5 met>not"},
      {"", "70;đạt", "0 70/70 69.5-70.5 met>not"},
      {"", "69.96;đạt", "-"},
      {"", "70;không đạt", "-"},
      {"", "70;n/a", "-"},
      {", covers: part", "70;", "0 70/70 69.5-70.5 open>not"},
      {", covers: part", "70;đạt", "0 70/70 69.5-70.5 met>not"},
  };
  for (const SensitiveCase& c : cases) {
    CAPTURE(c.indicator);
    CAPTURE(c.cells);
    CHECK(sensitive_of(fmt::format("require: {{measure: size, at_least: 70{}}}", c.indicator),
                       "size;1.1.1a", c.cells) == c.sensitive);
  }
}

TEST_CASE("sensitivity: counts are exact, and so are conditions") {
  CHECK(sensitive_of("require: {measure: count, at_least: 70}", "count", "70") == "-");
  // 9.5 / 4 = 2.375, 10.5 / 4 = 2.625
  CHECK(sensitive_of("require: {measure: each, at_least: 2.5}", "size;count", "10;4") ==
        "0 2.5/2.5 2.375-2.625 met>not");
  CHECK(sensitive_of("require: {measure: each, at_least: 2.625}", "size;count", "10;4") == "-");
  CHECK(sensitive_of("where: size >= 10, require: {measure: count, at_least: 5}", "size;count",
                     "10;5") == "-");
  CHECK(sensitive_of("where: far, require: {measure: size, at_least: 10}", "size;far",
                     "10;không") == "-");
  CHECK(sensitive_of("where: far, require: {measure: size, at_least: 10}", "size;far", "10;?") ==
        "-");
  CHECK(sensitive_of("require: {measure: size, at_least: 10, where: far}", "size;far",
                     "10;không") == "-");
}

TEST_CASE("sensitivity: the threshold is that of the exception that holds") {
  constexpr std::string_view kExceptions =
      "require: {measure: size, at_least: 70, exceptions: [{where: far, at_least: 60, because: "
      "{@}}]}";
  const SensitiveCase cases[] = {
      {"", "70;không", "0 70/70 69.5-70.5 met>not"},
      {"", "70;có", "-"},
      {"", "60;có", "0 60/60 59.5-60.5 met>not"},
      {"", "60;không", "-"},
      // Unknown which holds: met at 60, at 70 only perhaps.
      {"", "70;?", "0 70/70 69.5-70.5 met>open"},
      {"", "60;?", "0 60/70 59.5-60.5 open>not"},
      {"", "65;?", "-"},
  };
  for (const SensitiveCase& c : cases) {
    CAPTURE(c.cells);
    CHECK(sensitive_of(kExceptions, "size;far", c.cells) == c.sensitive);
  }
}

TEST_CASE("sensitivity: of several requirements the first that rounding decides is shown") {
  constexpr std::string_view kTwo =
      "require: [{measure: size, at_least: 10}, {measure: more, at_most: 20}]";
  const SensitiveCase cases[] = {
      {"", "50;20", "1 20/20 19.5-20.5 met>not"},
      {"", "10;5", "0 10/10 9.5-10.5 met>not"},
      {"", "10;20", "0 10/10 9.5-10.5 met>not"},
      {"", "9.8;30", "-"},
      {"", "9;20", "-"},
      {"", "10;?", "0 10/10 9.5-10.5 open>not"},
  };
  for (const SensitiveCase& c : cases) {
    CAPTURE(c.cells);
    CHECK(sensitive_of(kTwo, "size;more", c.cells) == c.sensitive);
  }
}

}  // namespace
}  // namespace kdcl
