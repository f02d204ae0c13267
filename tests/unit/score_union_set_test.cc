#include <doctest/doctest.h>
#include <fmt/format.h>

#include "score/counterfactual.h"
#include "support/level_sets.h"

namespace kdcl::test {
namespace {

std::string body_of(std::string_view criteria, std::string_view needs_2 = "") {
  return fmt::format(R"(
levels:
  1: {{title: {{@}}}}
  2: {{title: {{@}}{}}}
fields:
  pupils: {{title: {{vi: sĩ số, en: Epupils}}, type: integer}}
measures:
  half: {{title: {{@}}, formula: pupils / 2}}
standards:
  - id: "1"
    title: {{@}}
    criteria:
{}
)",
                     needs_2, criteria);
}

/// The criteria of the union with their indicators: "-" only before, "+" only after, "~" differs;
/// "!" in front if the rules differ.
std::string united(const std::string& before, const std::string& after) {
  const Run run =
      make_run({set_of(before, {.id = "truoc"}), set_of(after, {.id = "sau"})}, kNoDate);
  const UnionSet sets = unite(run, 0, 1);
  std::string text = sets.rule_differs ? "!" : "";
  for (const Criterion& criterion : sets.under_after.criteria) {
    text += text.empty() || text == "!" ? "" : " | ";
    for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
      const uint32_t at = criterion.first_indicator + i;
      const UnionIndicator& each = sets.indicators[at];
      CHECK(sets.under_before.indicators[at].name == sets.under_after.indicators[at].name);
      text += i == 0 ? "" : " ";
      text += each.before == kNotThere  ? "+"
              : each.after == kNotThere ? "-"
              : each.differs            ? "~"
                                        : "";
      text += sets.under_after.indicators[at].name;
    }
  }
  return text;
}

std::string criterion(std::string_view id, std::string_view levels, std::string_view more = "") {
  return fmt::format("      - {{id: \"{}\", title: {{@}}, levels: {{{}}}{}}}\n", id, levels, more);
}

const std::string kBoth = criterion("1.1", "1: {a: {@}, b: {@}}, 2: {@}");

TEST_CASE("union: a set and itself") {
  CHECK(united(body_of(kBoth), body_of(kBoth)) == "1.1.1a 1.1.1b 1.1.2");
}

TEST_CASE("union: indicators of one set only stand at their level") {
  CHECK(united(body_of(kBoth), body_of(criterion("1.1", "1: {b: {@}, c: {@}}, 2: {a: {@}}"))) ==
        "-1.1.1a 1.1.1b +1.1.1c -1.1.2 +1.1.2a");
}

TEST_CASE("union: criteria of the later set, then those that only the earlier one has") {
  const std::string first = criterion("1.1", "1: {@}, 2: {@}");
  CHECK(united(body_of(criterion("1.2", "1: {@}") + first),
               body_of(first + criterion("1.3", "1: {@}"))) == "1.1.1 1.1.2 | +1.3.1 | -1.2.1");
}

TEST_CASE("union: what decides an indicator, not its words") {
  const auto against = [](std::string_view one, std::string_view other) {
    const auto body = [](std::string_view indicator) {
      return body_of(criterion("1.1", fmt::format("1: {{@, {}}}, 2: {{@}}", indicator)));
    };
    return united(body(one), body(other));
  };
  constexpr std::string_view kAlike = "1.1.1 1.1.2";
  constexpr std::string_view kOther = "~1.1.1 1.1.2";
  constexpr std::string_view kRequire = "require: {measure: half, at_least: 5}";
  CHECK(against(kRequire, kRequire) == kAlike);
  CHECK(against(kRequire, "clause: Điều 1, require: [{measure: half, at_least: 5}]") == kAlike);
  CHECK(against(kRequire, "require: {measure: half, at_least: 6}") == kOther);
  CHECK(against(kRequire, "require: {measure: half, more_than: 5}") == kOther);
  CHECK(against(kRequire, "require: {measure: pupils, at_least: 5}") == kOther);
  CHECK(against(kRequire, "require: {measure: half, at_least: 5, covers: part}") == kOther);
  CHECK(against(kRequire, "require: {measure: half, at_least: 5, where: pupils > 1}") == kOther);
  CHECK(against(kRequire, "where: pupils > 1, require: {measure: half, at_least: 5}") == kOther);
  CHECK(against(kRequire,
                "require: {measure: half, at_least: 5, exceptions: [{where: pupils > 1, "
                "at_least: 4, because: {@}}]}") == kOther);
}

TEST_CASE("union: a criterion's condition decides all of its indicators") {
  CHECK(united(body_of(kBoth),
               body_of(criterion("1.1", "1: {a: {@}, b: {@}}, 2: {@}", ", where: pupils > 1"))) ==
        "~1.1.1a ~1.1.1b ~1.1.2");
}

TEST_CASE("union: needs of the levels and mandatory criteria are the rule") {
  const std::string optional =
      criterion("1.1", "1: {a: {@}, b: {@}}, 2: {@}", ", mandatory: false");
  CHECK(united(body_of(kBoth), body_of(optional)) == "!1.1.1a 1.1.1b 1.1.2");
  CHECK(united(body_of(kBoth), body_of(kBoth, ", needs: [{criteria: mandatory, level: 2}]")) ==
        "!1.1.1a 1.1.1b 1.1.2");
  CHECK(united(body_of(kBoth), body_of(kBoth, ", needs: [{criteria: all, level: 2}]")) ==
        "1.1.1a 1.1.1b 1.1.2");
  CHECK(
      united(body_of(kBoth), body_of(kBoth, ", needs: [{criteria: all, at_least: 1, level: 2}]")) ==
      "!1.1.1a 1.1.1b 1.1.2");
}

TEST_CASE("union: an indicator differs if the set whose level it asks for comes to it otherwise") {
  const auto differs = [](std::string_view piece, std::string_view by) {
    const std::string own =
        one_criterion("", "            a: {@, require: {level_of: phu, at_least: 1}}\n");
    std::string other(kHelper);
    other.replace(other.find(piece), piece.size(), by);
    const SetHead head{.id = "phu", .applies_to = ""};
    Run run = make_run(sets_of({{own, {}}, {other, head}}), kNoDate);
    put_before(make_run(sets_of({{own, {}}, {kHelper, head}}), kNoDate), run);
    return unite(run, 0, 2).indicators[0].differs;
  };
  CHECK_FALSE(differs("at_least: 10", "at_least: 10"));
  CHECK(differs("at_least: 10", "at_least: 11"));
  CHECK(differs("1: {title: {@}}\n",
                "1: {title: {@}, needs: [{criteria: all, at_least: 1, level: 1}]}\n"));
  CHECK(differs("2: {@}", "2: {@, where: far}"));
  CHECK_FALSE(differs("title: {vi: Xa, en: Far}", "title: {vi: Khác, en: Other}"));
}

TEST_CASE("union: judgements by sets whose level is asked for") {
  Run run = make_run(level_sets("{level_of: phu, at_least: 1}", true), kNoDate);
  const UnionSet sets = unite(run, 0, 0);
  REQUIRE(sets.others.size() == 3);
  CHECK(sets.others[1].name == "H.1.2");
  REQUIRE(sets.others[1].bits.size() == 1);  // the amendment has taken it out
  CHECK(sets.others[1].bits[0].before == 65);
  REQUIRE(sets.others[2].bits.size() == 2);
  CHECK(sets.others[2].bits[0].after == 66);
  CHECK(sets.others[2].bits[1].after == 129);
}

}  // namespace
}  // namespace kdcl::test
