#include <doctest/doctest.h>

#include "score/days.h"
#include "support/level_sets.h"

namespace kdcl {
namespace {

/// A set of two indicators with these texts.
CriteriaSet set_with(std::string_view texts, const test::SetHead& head) {
  return test::set_of(test::one_criterion("", texts), head);
}

/// Two circulars, one after the other. Of the later one's indicators a stands where b did, b has
/// other words, c is new.
Run two_circulars() {
  std::vector<CriteriaSet> sets;
  sets.push_back(set_with("            a: {vi: Một, en: One}\n            b: {vi: Hai, en: Two}\n",
                          {.id = "cu", .in_force = "{from: 2018-10-10, to: 2026-07-06}"}));
  sets.push_back(
      set_with("            c: {vi: Ba, en: Three}\n            a: {vi: Một, en: One}\n"
               "            b: {vi: Khác, en: Other}\n",
               {.id = "moi", .in_force = "{from: 2026-07-07}"}));
  return make_run(std::move(sets), kNoDate);
}

constexpr std::string_view kColumns =
    "school_id;school_type;assessed_on;criteria_set;1.1.1a;1.1.1b;1.1.1c\n";

/// The row's set and its verdicts: "1:?x?".
std::string applied(std::string_view cells, std::string_view day) {
  const Run run = two_circulars();
  const auto read = test::read_schools(run, std::string(kColumns) + std::string(cells) + "\n");
  REQUIRE(!read->diagnostics.has_errors());
  SchoolTable& table = read->table;
  CHECK(RulesOfDay(run, *read_date(day)).apply(table).empty());
  if (table.set[0] == kNoSet) return "none";
  std::string verdicts = std::to_string(table.set[0]) + ":";
  const auto set = static_cast<size_t>(table.set[0]);
  for (size_t i = 0; i < run.sets[set].indicators.size(); ++i)
    verdicts += table.met.test(0, i)              ? 'x'
                : table.not_met.test(0, i)        ? 'k'
                : table.not_applicable.test(0, i) ? 'n'
                                                  : '?';
  return verdicts;
}

TEST_CASE("rules_day: the set in force on the day, and judgements of the same words") {
  CHECK(applied("A;tieu_hoc;2024-05-31;;x;k;", "2026-07-06") == "0:xk");
  CHECK(applied("A;tieu_hoc;2024-05-31;;x;k;", "2026-07-07") == "1:?x?");
  CHECK(applied("A;tieu_hoc;2024-05-31;;k;k;", "2026-07-07") == "1:?k?");
  CHECK(applied("A;tieu_hoc;2024-05-31;;n/a;x;", "2026-07-07") == "1:?n?");
  CHECK(applied("A;tieu_hoc;2026-08-01;;x;k;x", "2026-07-07") == "1:xxk");
  CHECK(applied("A;tieu_hoc;2026-08-01;;x;k;x", "2024-05-31") == "0:x?");
}

TEST_CASE("rules_day: what another set has in other words, where some are the same") {
  const Run run = two_circulars();
  const RulesOfDay rules(run, *read_date("2026-08-01"));
  CHECK(rules.reworded(0, 1) == std::vector<uint32_t>{0, 2});  // c is new, b reworded
  CHECK(rules.reworded(1, 0) == std::vector<uint32_t>{1});
  CHECK(rules.reworded(0, 0).empty());
  std::vector<CriteriaSet> sets;
  sets.push_back(set_with("            a: {vi: Một, en: One}\n", {.id = "cu"}));
  sets.push_back(set_with("            a: {vi: Hai, en: Two}\n", {.id = "moi"}));
  const Run others = make_run(std::move(sets), kNoDate);
  CHECK(RulesOfDay(others, *read_date("2026-08-01")).reworded(0, 1).empty());
}

TEST_CASE("rules_day: neither the row's own date nor its criteria_set counts") {
  CHECK(applied("A;tieu_hoc;2026-08-01;cu;x;k;", "2026-08-01") == "1:?x?");
  CHECK(applied("A;tieu_hoc;2024-05-31;moi;x;k;x", "2026-08-01") == "1:xxk");
}

TEST_CASE("rules_day: no set in force") {
  CHECK(applied("A;tieu_hoc;2024-05-31;;x;k;", "2018-10-09") == "none");
  CHECK(applied("A;thcs;2024-05-31;;;;", "2024-05-31") == "none");
}

TEST_CASE("rules_day: an amending set takes the place of its base while it is in force") {
  constexpr std::string_view kBoth =
      "            a: {vi: Một, en: One}\n            b: {vi: Hai, en: Two}\n";
  std::vector<CriteriaSet> sets;
  sets.push_back(set_with("            b: {vi: Hai, en: Two}\n",
                          {.id = "sua", .in_force = "{from: 2025-01-25, to: 2026-07-06}"}));
  sets[0].bases.push_back({.id = "cu", .document = {}, .sha256 = {}});
  sets.push_back(set_with(kBoth, {.id = "cu"}));
  const Run run = make_run(std::move(sets), kNoDate);
  const auto set_on = [&run](std::string_view day) {
    const auto read = test::read_schools(run,
                                         "school_id;school_type;assessed_on;1.1.1a;1.1.1b\n"
                                         "A;tieu_hoc;2024-05-31;x;k\n");
    REQUIRE(read->faults() == "");
    REQUIRE(read->table.set[0] == 1);
    CHECK(RulesOfDay(run, *read_date(day)).apply(read->table).empty());
    CHECK(read->table.not_met.test(0, read->table.set[0] == 0 ? 0 : 1));
    return read->table.set[0];
  };
  CHECK(set_on("2025-01-24") == 1);
  CHECK(set_on("2025-01-25") == 0);
  CHECK(set_on("2026-07-06") == 0);
}

TEST_CASE("rules_day: two sets that fit are the sets' fault") {
  std::vector<CriteriaSet> sets;
  sets.push_back(set_with("            a: {@}\n", {.id = "m", .applies_to = "known(school_type)"}));
  sets.push_back(set_with("            a: {@}\n", {.id = "n"}));
  const Run run = make_run(std::move(sets), kNoDate);
  const auto read = test::read_schools(
      run, "school_id;school_type;assessed_on;criteria_set\nA;tieu_hoc;2024-05-31;m\n");
  REQUIRE(read->faults() == "");
  CHECK(RulesOfDay(run, *read_date("2024-05-31")).apply(read->table) == std::vector<uint32_t>{0});
  CHECK(read->table.set[0] == kNoSet);
}

TEST_CASE("rules_day: judgements by a set whose level is asked for, in words of the same day") {
  // The amendment gives H.1.2 other words; H.1.1 and H.1.3 keep theirs.
  const std::string own =
      test::one_criterion("", "            a: {@, require: {level_of: phu, at_least: 1}}\n");
  const test::SetText helper{test::kHelper, {.id = "phu", .applies_to = ""}};
  const test::SetText amendment{
      "amends: phu\nchanges: [{at: H.1.2, set: {vi: Khác, en: Other}}]\n",
      {.id = "phu-sua", .in_force = "{from: 2021-01-01}", .applies_to = ""}};
  const auto left = [](const std::vector<test::SetText>& sets, std::string_view assessed_on,
                       std::string_view day) {
    Run run = make_run(test::sets_of(sets), kNoDate);
    run.open_to = 1;
    const auto read = test::read_schools(
        run, fmt::format("school_id;school_type;assessed_on;1.1.1a;H.1.1;H.1.2;H.1.3\n"
                         "A;tieu_hoc;{};x;k;x;x\n",
                         assessed_on));
    REQUIRE(read->faults() == "");
    CHECK(RulesOfDay(run, *read_date(day)).apply(read->table).empty());
    std::string text;
    for (const size_t bit : {0, 64, 65, 66, 128, 129, 130})
      text += read->table.met.test(0, bit) ? 'x' : read->table.not_met.test(0, bit) ? 'k' : '?';
    return text;
  };
  // Own, then by the set as it was, then as amended.
  const std::vector<test::SetText> sets{{own, {}}, helper, amendment};
  CHECK(left(sets, "2020-05-31", "2020-06-30") == "xkxxk?x");
  CHECK(left(sets, "2020-05-31", "2022-06-30") == "xkxxk?x");
  CHECK(left(sets, "2021-05-31", "2022-06-30") == "xk?xkxx");
  // The same where the amendment is named first.
  const std::vector<test::SetText> turned{{own, {}}, amendment, helper};
  CHECK(left(turned, "2020-05-31", "2022-06-30") == "xk?xkxx");
  CHECK(left(turned, "2021-05-31", "2022-06-30") == "xkxxk?x");
}

}  // namespace
}  // namespace kdcl
