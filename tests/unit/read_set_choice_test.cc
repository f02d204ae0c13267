#include <doctest/doctest.h>

#include "read/schools/set_choice.h"
#include "support/level_sets.h"

namespace kdcl {
namespace {

const std::string kBody = test::one_criterion(
    "fields:\n  size: {title: {vi: Cỡ, en: Size}, type: integer}", "            a: {@}");

Run run_of_heads(const std::vector<test::SetHead>& heads, Day date = kNoDate) {
  std::vector<CriteriaSet> sets;
  for (const test::SetHead& head : heads) sets.push_back(test::set_of(kBody, head));
  return make_run(std::move(sets), date);
}

/// Primary schools under two circulars, one after the other, and a secondary one.
Run three_sets(Day date = kNoDate) {
  return run_of_heads({{.id = "th-2018", .in_force = "{from: 2018-10-10, to: 2026-07-06}"},
                       {.id = "th-2026", .in_force = "{from: 2026-07-07}"},
                       {.id = "cs-2018",
                        .in_force = "{from: 2018-10-10, to: 2026-07-06}",
                        .applies_to = "school_type == 'thcs'"}},
                      date);
}

struct ChoiceCase {
  std::string_view cells;
  int set;                     // kNoSet: none
  std::string_view said = "";  // after "data.csv:2"
};

void check_choices(const Run& run, std::string_view columns, std::span<const ChoiceCase> cases) {
  for (const ChoiceCase& c : cases) {
    CAPTURE(c.cells);
    const auto read = test::read_schools(run, fmt::format("{}\n{}\n", columns, c.cells));
    CHECK(read->faults() == (c.said.empty() ? "" : fmt::format("data.csv:2{}\n", c.said)));
    REQUIRE(read->table.set.size() == 1);
    CHECK(read->table.set[0] == c.set);
  }
}

constexpr std::string_view kColumns = "school_id;school_type;assessed_on;criteria_set";

TEST_CASE("set_choice: both ends of in_force are inclusive") {
  const ChoiceCase cases[] = {
      {"A;tieu_hoc;2018-10-10;", 0},
      {"A;tieu_hoc;2026-07-06;", 0},
      {"A;tieu_hoc;2026-07-07;", 1},
      {"A;tieu_hoc;31/12/2199;", 1},
      {"A;thcs;2026-07-06;", 2},
      {"A;thcs;2026-07-07;", kNoSet},  // no set of that type, but another is in force: out of scope
      {"A;gdtx;2024-05-31;", kNoSet},
      {"A;tieu_hoc;2018-10-09;", kNoSet,
       ":3: warning: no circular for school type \"Primary\" is in force on 09/10/2018"},
      {"A;gdtx;1/1/2000;", kNoSet,
       ":3: warning: no circular for school type \"Continuing education\" is in force on "
       "01/01/2000"},
  };
  check_choices(three_sets(), kColumns, cases);
}

TEST_CASE("set_choice: a set named in the row is taken as it is") {
  const ChoiceCase cases[] = {
      {"A;tieu_hoc;2024-05-31;th-2026", 1},
      {"A;thcs;2000-01-01;th-2018", 0,
       ":4: warning: criteria_set: th-2018 is not made for schools of type \"thcs\""},
      {"A;;;cs-2018", 2},
      {"A;gdtx;;cs-2018", 2,
       ":4: warning: criteria_set: cs-2018 is not made for schools of type \"gdtx\""},
      {"A;tieu_hoc;2024-05-31;?", 0},
      {"A;tieu_hoc;2024-05-31;th-2020", kNoSet,
       ":4: error: criteria_set: there is no criteria set \"th-2020\" in this run\n  hint: did you "
       "mean \"th-2026\"?"},
      {"A;tieu_hoc;2024-05-31;zzz", kNoSet,
       ":4: error: criteria_set: there is no criteria set \"zzz\" in this run\n  hint: this run "
       "has: th-2018, th-2026, cs-2018; choose another with -c, or leave out -c"},
  };
  check_choices(three_sets(), kColumns, cases);
}

constexpr std::string_view kNoDateSaid =
    ":3: error: without assessed_on the circular in force is not known\n  hint: fill in "
    "assessed_on, or give --date";

TEST_CASE("set_choice: the date of the row, else that of the run, else a fault") {
  const ChoiceCase without[] = {
      {"A;tieu_hoc;;", kNoSet, kNoDateSaid},
      {"A;tieu_hoc;?;", kNoSet, kNoDateSaid},
  };
  check_choices(three_sets(), kColumns, without);
  const ChoiceCase with[] = {
      {"A;tieu_hoc;;", 1},
      {"A;tieu_hoc;chưa rõ;", 1},
      {"A;tieu_hoc;2024-05-31;", 0},
  };
  check_choices(three_sets(*read_date("2026-08-01")), kColumns, with);
  // a column that is not there is told at the header
  const ChoiceCase no_column[] = {{"A;tieu_hoc", kNoSet}};
  check_choices(three_sets(), "school_id;school_type", no_column);
}

TEST_CASE("set_choice: school types that are unknown or wrong") {
  const ChoiceCase cases[] = {
      {"A;;2024-05-31;", kNoSet,
       ":2: warning: the school type is not known, so no criteria set can be chosen"},
      {"A;?;2024-05-31;", kNoSet,
       ":2: warning: the school type is not known, so no criteria set can be chosen"},
      {"A;tieuhoc;2024-05-31;", kNoSet,
       ":2: error: school_type: expected one of mam_non, tieu_hoc, thcs, thpt, th_thcs, thcs_thpt, "
       "th_thcs_thpt, gdtx, found "
       "\"tieuhoc\"\n  hint: did you mean \"tieu_hoc\"?"},
      {"A;đại học;2024-05-31;", kNoSet,
       ":2: error: school_type: expected one of mam_non, tieu_hoc, thcs, thpt, th_thcs, thcs_thpt, "
       "th_thcs_thpt, gdtx, found "
       "\"đại học\""},
  };
  check_choices(three_sets(), kColumns, cases);
}

TEST_CASE("set_choice: two sets that fit one row") {
  const Run run = run_of_heads(
      {{.id = "one"}, {.id = "two", .applies_to = "school_type in ('tieu_hoc', 'thcs')"}});
  const ChoiceCase cases[] = {
      {"A;tieu_hoc;2024-05-31;", kNoSet, ":2: error: two criteria sets fit this row: one and two"},
      {"A;thcs;2024-05-31;", 1},
  };
  check_choices(run, kColumns, cases);
}

TEST_CASE("set_choice: sets that ask for fields and stages") {
  const Run run = run_of_heads({{.id = "small", .applies_to = "size < 100"},
                                {.id = "large", .applies_to = "size >= 100 and stage == 'thcs'"}});
  const ChoiceCase cases[] = {
      {"A;tieu_hoc;2024-05-31;99;", 0},
      {"A;tieu_hoc;2024-05-31;100;thcs", 1},
      {"A;tieu_hoc;2024-05-31;100;thpt", kNoSet},
      // Unknown does not apply.
      {"A;tieu_hoc;2024-05-31;?;thcs", kNoSet},
  };
  check_choices(run, "school_id;school_type;assessed_on;size;stage", cases);
}

TEST_CASE(
    "set_choice: a helper set is never chosen by itself, but scored for every row if it is the "
    "only one") {
  const test::SetHead helper{.id = "helper", .applies_to = ""};
  const ChoiceCase alone[] = {
      {"A;tieu_hoc;2000-01-01;", 0},
      {"A;;;", 0},
      {"A;gdtx;;", 0},
      {"A;gdtx;;helper", 0},
      {"A;;;other", kNoSet,
       ":4: error: criteria_set: there is no criteria set \"other\" in this run\n  hint: this "
       "run has: helper; choose another with -c, or leave out -c"},
  };
  check_choices(run_of_heads({helper}), kColumns, alone);
  const ChoiceCase beside[] = {{"A;tieu_hoc;2024-05-31;", 1},
                               {"A;thcs;2024-05-31;", kNoSet},
                               {"A;thcs;2024-05-31;helper", 0}};
  check_choices(run_of_heads({helper, {.id = "other"}}), kColumns, beside);
}

TEST_CASE("set_choice: every row of a kind is told, and rows do not disturb each other") {
  const Run run = three_sets();
  std::string text(kColumns);
  text +=
      "\nA;tieuhoc;2024-05-31;\nB;tieu_hoc;2024-05-31;\nC;tieuhoc;2024-05-31;\nD;tieu_hoc;2000-01-"
      "01;\nE;tieu_hoc;2000-01-01;\n";
  for (int i = 0; i < 100; ++i)
    text += fmt::format("F{0};gdtx;{1:02}/01/2024;\nG{0};thcs;{1:02}/01/2024;\n", i, i % 28 + 1);
  const auto read = test::read_schools(run, text);
  CHECK(read->diagnostics.errors() == 2);
  CHECK(read->diagnostics.warnings() == 2);
  REQUIRE(read->table.set.size() == 205);
  CHECK(read->table.set[1] == 0);
  for (size_t row = 5; row < 205; ++row) CHECK(read->table.set[row] == (row % 2 == 1 ? kNoSet : 2));
}

TEST_CASE("set_choice: a helper set alone gives way to what amends it and is in force") {
  const auto sets = test::level_sets("{level_of: phu, at_least: 1}", true);
  for (const auto& [helper, amending] : {std::pair{0, 1}, std::pair{1, 0}}) {
    std::vector<CriteriaSet> both(2);
    both[static_cast<size_t>(helper)] = sets[1];
    both[static_cast<size_t>(amending)] = sets[2];
    const ChoiceCase cases[] = {{"A;tieu_hoc;2020-12-31;", helper},
                                {"A;tieu_hoc;2021-01-01;", amending},
                                {"A;;;", helper},
                                {"A;;2021-01-01;phu", helper}};
    check_choices(make_run(std::move(both), kNoDate), kColumns, cases);
  }
}

TEST_CASE("set_choice: a set that is there for its level only is not for rows") {
  const ChoiceCase cases[] = {
      {"A;tieu_hoc;2024-05-31;", 0},
      {"A;thcs;2024-05-31;", kNoSet},
      {"A;thcs;2024-05-31;phu", kNoSet,
       ":4: error: criteria_set: there is no criteria set \"phu\" in this run\n  hint: did you "
       "mean \"thu\"?"}};
  check_choices(test::level_run("{level_of: phu, at_least: 1}"), kColumns, cases);
}

}  // namespace
}  // namespace kdcl
