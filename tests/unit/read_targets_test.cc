#include <doctest/doctest.h>

#include "support/targets_text.h"

namespace kdcl::test {
namespace {

std::string said_of(std::string_view lines, Language language = Language::en) {
  return read_targets_text(one_target(lines), language).said;
}

TEST_CASE("a targets file is read whole") {
  const TargetsRead read = read_targets_text(R"(targets:
  - id: chuan-quoc-gia
    title: {vi: Trường đạt chuẩn, en: Schools at standard}
    source: Nghị quyết 1
    count: recognized_level >= 1
    among: school_type != 'gdtx'
    checked: medium
    goals:
      - {by: 2023-12-31, share: 63.2, source: {vi: Bài báo, en: Article}}
      - {by: 31/12/2024, share: 66.1, checked: low}
      - {by: 2025, share: 70}
    history:
      - {on: 31/12/2023, reached: 394, of: 597}
      - {on: 2025-07-31, share: 73.3}
  - id: muc-3
    title: Mức 3
    count: level >= 3
    by: district
    goals:
      Mai Sơn: [{by: 2025, number: 12}]
      Thuận Châu: [{by: 2024, number: 3}, {by: 2025, number: 4}]
    history:
      Thuận Châu: [{on: 2020, reached: 1}]
)");
  REQUIRE(read.said == "");
  REQUIRE(read.targets->size() == 2);
  const Target& first = read.targets->front();
  CHECK(first.id == "chuan-quoc-gia");
  CHECK(first.title == LocalText{"Trường đạt chuẩn", "Schools at standard"});
  CHECK(first.source == LocalText{"Nghị quyết 1", "Nghị quyết 1"});
  CHECK(first.checked == Certainty::medium);
  CHECK(first.among.has_value());
  CHECK_FALSE(first.by);
  CHECK_FALSE(first.counts_schools);
  REQUIRE(first.lines.size() == 1);
  const std::vector<Goal>& goals = first.lines[0].goals;
  REQUIRE(goals.size() == 3);
  CHECK(format_iso(goals[0].by.day) == "2023-12-31");
  CHECK_FALSE(goals[0].by.is_year);
  CHECK(goals[0].value == 63.2);
  CHECK(goals[0].source.en == "Article");
  CHECK(goals[0].checked == Certainty::medium);
  CHECK(format_iso(goals[1].by.day) == "2024-12-31");
  CHECK(goals[1].checked == Certainty::low);
  CHECK(format_iso(goals[2].by.day) == "2025-12-31");
  CHECK(goals[2].by.is_year);
  const std::vector<PastFigure>& history = first.lines[0].history;
  REQUIRE(history.size() == 2);
  CHECK(history[0].reached == 394);
  CHECK(history[0].of == 597);
  CHECK(share_of(history[0]) == doctest::Approx(65.9966));
  CHECK(share_of(history[1]) == 73.3);
  const Target& second = read.targets->back();
  CHECK(second.counts_schools);
  CHECK(second.by == IdentityColumn::district);
  REQUIRE(second.lines.size() == 2);
  CHECK(second.lines[0].group == "Mai Sơn");
  CHECK(second.lines[0].history.empty());
  CHECK(second.lines[1].goals[1].value == 4);
  CHECK(second.lines[1].history[0].reached == 1);
  CHECK(std::isnan(share_of(second.lines[1].history[0])));
}

TEST_CASE("expressions know fields, measures, identity and score results") {
  for (const std::string_view count :
       {"level >= 2", "level_max >= 2", "school_level >= 1", "accreditation >= 1",
        "national_standard >= 1", "recognized_level >= 1 and level < 2", "remote", "load > 20",
        "motto == 'x'", "known(level)", "district == 'Mai Sơn'"}) {
    CAPTURE(count);
    CHECK(said_of("count: " + std::string(count) + "\ngoals: [{by: 2025, share: 1}]\n") == "");
  }
}

struct FaultCase {
  std::string_view lines;
  std::string_view said;
};

void check_faults(std::span<const FaultCase> cases) {
  for (const FaultCase& one : cases) {
    CAPTURE(one.lines);
    CHECK(said_of(one.lines) == one.said);
  }
}

TEST_CASE("faults of keys") {
  const FaultCase cases[] = {
      {"goals: [{by: 2025, share: 1}]\n", "t.yaml:2:5: error: targets: missing key \"count\"\n"},
      {"count: remote\n", "t.yaml:2:5: error: targets: missing key \"goals\"\n"},
      {"count: remote\ncuont: remote\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:5:5: error: targets: unknown key \"cuont\"\n  hint: did you mean \"count\"?\n"},
      {"count: remote\ncount: remote\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:5:5: error: repeated key \"count\", first at line 4, column 5\n"},
      {"count: [remote]\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:12: error: count: expected a text, found a list\n"},
      {"count: remote\ngoals: []\n", "t.yaml:5:12: error: goals: expected at least one item\n"},
      {"count: remote\ngoals: [{by: 2025, sahre: 1}]\n",
       "t.yaml:5:24: error: goals: unknown key \"sahre\"\n  hint: did you mean \"share\"?\n"},
      {"count: remote\ngoals: [{share: 1}]\n", "t.yaml:5:13: error: goals: missing key \"by\"\n"},
      {"count: remote\nchecked: maybe\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:5:14: error: checked: expected one of high, medium, low, found \"maybe\"\n"},
  };
  check_faults(cases);
}

TEST_CASE("faults of expressions stand where they are") {
  const FaultCase cases[] = {
      {"count: recognised_level >= 1\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:12: error: expression: no field, measure or column is named "
       "\"recognised_level\"\n  hint: did you mean \"recognized_level\"?\n"},
      {"count: remote and levl >= 1\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:23: error: expression: no field, measure or column is named \"levl\"\n"
       "  hint: did you mean \"level\"?\n"},
      {"count: pupils\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:12: error: expression: expected a condition, found a number\n"},
      {"count: 1 == 2\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:12: error: count: the expression uses no field, measure or column, so all "
       "schools are alike to it\n"},
      {"count: remote\namong: not remote\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:12: error: count: the opposite of among, so that no school would be counted\n"},
      {"count: not (remote)\namong: remote\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:12: error: count: the opposite of among, so that no school would be counted\n"},
      {"count: school_type == 'gdtx'\namong: school_type != 'gdtx'\n"
       "goals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:12: error: count: the opposite of among, so that no school would be counted\n"},
      {"count: remote\namong: remote\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:4:12: error: count: the same as among, so that every school is counted\n"},
      {"count: remote\namong: school_type != 'gdxt'\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:5:12: error: expression: \"gdxt\" is no value of the field \"school_type\"\n"
       "  hint: did you mean \"gdtx\"?\n"},
      {"count: remote\namong: school_type in ('thcs', 'nursery')\n"
       "goals: [{by: 2025, share: 1}]\n",
       "t.yaml:5:12: error: expression: \"nursery\" is no value of the field \"school_type\"\n"
       "  hint: the values are: mam_non, tieu_hoc, thcs, thpt, th_thcs, thcs_thpt, "
       "th_thcs_thpt, gdtx\n"},
  };
  check_faults(cases);
}

TEST_CASE("goals: percent or schools, in range, in order") {
  const FaultCase cases[] = {
      {"count: remote\ngoals: [{by: 2024, share: 0}, {by: 2025, share: 100}]\n", ""},
      {"count: remote\ngoals: [{by: 2025, share: 120}]\n",
       "t.yaml:5:31: error: share: expected 0 to 100 (percent), found 120\n"},
      {"count: remote\ngoals: [{by: 2025, share: 100.1}]\n",
       "t.yaml:5:31: error: share: expected 0 to 100 (percent), found 100.1\n"},
      {"count: remote\ngoals: [{by: 2025, share: -0.1}]\n",
       "t.yaml:5:31: error: share: expected 0 to 100 (percent), found -0.1\n"},
      {"count: remote\ngoals: [{by: 2025, share: 70 %}]\n",
       "t.yaml:5:31: error: share: expected a number, found \"70 %\"\n"},
      {"count: remote\ngoals: [{by: 2025, number: 10.5}]\n",
       "t.yaml:5:32: error: number: expected a whole number from 0 to 10000000, found \"10.5\"\n"},
      {"count: remote\ngoals: [{by: 2025, share: 1, number: 2}]\n",
       "t.yaml:5:34: error: number: expected only one of \"number\" and \"share\"\n"},
      {"count: remote\ngoals: [{by: 2024, share: 1}, {by: 2025, number: 2}]\n",
       "t.yaml:5:46: error: number: the goals of a target are all \"share\" or all \"number\"\n"},
      {"count: remote\ngoals: [{by: 2025, share: 1}, {by: 31/12/2025, share: 2}]\n",
       "t.yaml:5:40: error: by: 31/12/2025 is listed twice\n"},
      {"count: remote\ngoals: [{by: 2025, share: 1}, {by: 2024, share: 2}, {by: 2026, share: 2}]\n",
       "t.yaml:5:40: error: by: expected a date after 31/12/2025, found 2024\n"},
      {"count: remote\ngoals: [{by: 30/02/2025, share: 1}]\n",
       "t.yaml:5:18: error: by: expected a date like 2025-12-31 or 31/12/2025, or a year, found "
       "\"30/02/2025\"\n"},
      {"count: remote\ngoals: [{by: 12/2025, share: 1}]\n",
       "t.yaml:5:18: error: by: expected a date like 2025-12-31 or 31/12/2025, or a year, found "
       "\"12/2025\"\n"},
      {"count: remote\ngoals: [{by: 20x5, share: 1}]\n",
       "t.yaml:5:18: error: by: expected a date like 2025-12-31 or 31/12/2025, or a year, found "
       "\"20x5\"\n"},
  };
  check_faults(cases);
}

TEST_CASE("history: a share, or so many of so many") {
  const std::string head = "count: remote\ngoals: [{by: 2025, share: 1}]\nhistory: ";
  const std::string schools = "count: remote\ngoals: [{by: 2025, number: 1}]\nhistory: ";
  const FaultCase cases[] = {
      {"[{on: 2020, reached: 2, of: 2}, {on: 2021, share: 5}]", ""},
      {"[{on: 2020, reached: 3, of: 2}]", "t.yaml:6:35: error: reached: 3 is over the of 2\n"},
      {"[{on: 2020, reached: 0, of: 0}]",
       "t.yaml:6:42: error: of: expected a whole number from 1 to 10000000, found \"0\"\n"},
      {"[{on: 2020}]",
       "t.yaml:6:15: error: history: expected the key \"share\" (percent), or \"reached\" and "
       "\"of\"\n"},
      {"[{on: 2020, of: 2}]", "t.yaml:6:26: error: of: expected \"reached\" as well\n"},
      {"[{on: 2020, reached: 2}]",
       "t.yaml:6:26: error: reached: the goals are shares; expected \"of\" as well\n"},
      {"[{on: 2020, share: 2, reached: 2}]",
       "t.yaml:6:36: error: reached: expected only one of \"reached\" and \"share\"\n"},
      {"[{on: 2020, share: 101}]",
       "t.yaml:6:33: error: share: expected 0 to 100 (percent), found 101\n"},
      {"[{on: 2021, share: 1}, {on: 2020, share: 1}]",
       "t.yaml:6:42: error: on: expected a date after 31/12/2021, found 2020\n"},
      {"{2020: 5}",
       "t.yaml:6:14: error: history: expected a list, found a map\n"
       "  hint: to give them by school type or district, add the key \"by\"\n"},
  };
  for (const FaultCase& one : cases) {
    CAPTURE(one.lines);
    CHECK(said_of(head + std::string(one.lines) + "\n") == one.said);
  }
  CHECK(said_of(schools + "[{on: 2020, reached: 2}, {on: 2021, reached: 2, of: 4}]\n") == "");
  CHECK(said_of(schools + "[{on: 2020, share: 2}]\n") ==
        "t.yaml:6:26: error: share: the goals are numbers of schools; expected \"reached\"\n");
}

TEST_CASE("groups: a list for each value of by") {
  const FaultCase cases[] = {
      {"count: remote\nby: school_type\ngoals: {thcs: [{by: 2025, share: 1}]}\n", ""},
      {"count: remote\nby: pupils\ngoals: {thcs: [{by: 2025, share: 1}]}\n",
       "t.yaml:5:9: error: by: expected one of school_type, ownership, district, commune, found "
       "\"pupils\"\n"},
      {"count: remote\nby: school_type\ngoals: [{by: 2025, share: 1}]\n",
       "t.yaml:6:12: error: goals: expected a map with a list for each value of "
       "\"school_type\", found a list\n"},
      {"count: remote\nby: district\ngoals: {}\n",
       "t.yaml:6:12: error: goals: expected at least one key\n"},
      {"count: remote\nby: school_type\ngoals: {tieuhoc: [{by: 2025, share: 1}]}\n",
       "t.yaml:6:13: error: goals: \"tieuhoc\" is no value of school_type\n"
       "  hint: did you mean \"tieu_hoc\"?\n"},
      {"count: remote\nby: school_type\ngoals: {Tiểu học: [{by: 2025, share: 1}]}\n"
       "history: {tieu_hoc: [{on: 2020, share: 1}]}\n",
       ""},
      {"count: remote\nby: ownership\ngoals: {Bán công: [{by: 2025, share: 1}]}\n",
       "t.yaml:6:13: error: goals: \"Bán công\" is no value of ownership\n"
       "  hint: the values are: cong_lap, dan_lap, tu_thuc, ngoai_cong_lap\n"},
      {"count: remote\nby: ownership\n"
       "goals: {CL: [{by: 2025, share: 1}], Công lập: [{by: 2025, share: 1}]}\n",
       "t.yaml:6:41: error: goals: the group cong_lap is there already\n"},
      {"count: remote\nby: district\ngoals: {Mai Sơn: [{by: 2025, share: 1}]}\n"
       "history: {Mai Son: [{on: 2020, share: 1}]}\n",
       "t.yaml:7:15: error: history: \"Mai Son\" is not in goals\n"
       "  hint: did you mean \"Mai Sơn\"?\n"},
      {"count: remote\nby: district\ngoals: {Mai Sơn: {by: 2025, share: 1}}\n",
       "t.yaml:6:22: error: Mai Sơn: expected a list, found a map\n"
       "  hint: to give them by school type or district, add the key \"by\"\n"},
      {"count: remote\nby: district\n"
       "goals: {A: [{by: 2025, share: 1}], B: [{by: 2025, number: 1}]}\n",
       "t.yaml:6:55: error: number: the goals of a target are all \"share\" or all \"number\"\n"},
  };
  check_faults(cases);
}

TEST_CASE("a target stands once") {
  CHECK(read_targets_text("targets:\n"
                          "  - {id: a, title: A, count: remote, goals: [{by: 2025, share: 1}]}\n"
                          "  - {id: a, title: B, count: remote, goals: [{by: 2025, share: 1}]}\n")
            .said == "t.yaml:3:10: error: id: the target \"a\" is listed twice\n");
  CHECK(read_targets_text("targets: []\n").said ==
        "t.yaml:1:10: error: targets: expected at least one item\n");
  CHECK(read_targets_text("kdcl: 1\ntargets: []\n")
            .said.starts_with("t.yaml:1:1: error: file: unknown key \"kdcl\"\n"));
}

TEST_CASE("a fault says it in Vietnamese too") {
  CHECK(said_of("count: remote\ngoals: [{by: 2025, share: 120}]\n", Language::vi) ==
        "t.yaml:5:31: lỗi: share: cần từ 0 đến 100 (phần trăm), gặp 120\n");
}

}  // namespace
}  // namespace kdcl::test
