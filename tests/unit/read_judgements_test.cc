#include <doctest/doctest.h>

#include "read/schools/judgements.h"
#include "support/level_sets.h"

namespace kdcl {
namespace {

/// Indicators 5.5.1a 5.5.1b 5.5.2 5.5.3, 5.6.1 5.6.2; the set has four levels.
constexpr std::string_view kBody = R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
  3: {title: {@}}
  4: {title: {@}}
standards:
  - id: "5"
    title: {@}
    criteria:
      - {id: "5.5", title: {@}, levels: {1: {a: {@}, b: {@}}, 2: {@}, 3: {@}}}
      - {id: "5.6", title: {@}, levels: {1: {@}, 2: {@}}}
)";

/// The judgements of a row: x met, k not met, n not applicable, . unknown; capital letters were
/// filled in.
std::string judged(const SchoolTable& table, size_t row, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) {
    const bool filled = table.filled.test(row, i);
    const int known =
        table.met.test(row, i) + table.not_met.test(row, i) + table.not_applicable.test(row, i);
    CHECK(known <= 1);
    const char letter = table.met.test(row, i)              ? 'x'
                        : table.not_met.test(row, i)        ? 'k'
                        : table.not_applicable.test(row, i) ? 'n'
                                                            : '.';
    text += filled ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return text;
}

struct JudgedCase {
  std::string_view columns, cells, judged;
  std::string_view said = "";  // after "data.csv:2:"
};

void check_judged(std::span<const JudgedCase> cases) {
  const Run run = test::run_of(kBody);
  for (const JudgedCase& c : cases) {
    CAPTURE(c.columns);
    CAPTURE(c.cells);
    const auto read = test::read_schools(run, test::one_school(c.columns, c.cells));
    CHECK(read->faults() == (c.said.empty() ? "" : fmt::format("data.csv:2:{}\n", c.said)));
    CHECK(judged(read->table, 0, 6) == c.judged);
  }
}

TEST_CASE("judgements: indicators") {
  const JudgedCase cases[] = {
      {"5.5.1a;5.5.1b;5.5.2;5.5.3", "x;k;n/a;?", "xkn..."},
      {"5.5.3;5.6.1;5.5.1a", "đạt;không đạt;KAD", "n..xk."},
      {"5.5.1a", "", "......"},
      {"5.5.1a", "\"Không đạt\"", "k....."},
      {"5.5.1a;5.5.2", " Đa\u0323t ;\u00A0k\u00A0", "x.k..."},
      {"5.5.1a", "\"\"", "......"},
      {"5.6.2", "khong ap dung", ".....n"},
      {"5.6.2", "không áp dụng", ".....n"},
  };
  check_judged(cases);
}

TEST_CASE("judgements: a value that is no verdict") {
  const JudgedCase cases[] = {
      {"5.5.1a;5.5.2", "tốt;x", "..x...",
       "4: error: 5.5.1a: expected met, not met or not applicable, found \"tốt\"\n  hint: leave it "
       "empty if it is not judged yet"},
      {"5.5.1a", "Chưa đạt", "......",
       "4: error: 5.5.1a: expected met, not met or not applicable, found \"Chưa đạt\"\n  hint: did "
       "you mean \"không đạt\"?"},
      {"5.5.1A", "2", "......",
       "4: error: 5.5.1A: expected met, not met or not applicable, found \"2\"\n  hint: leave it "
       "empty if it is not judged yet"},
      {"5.5.1a", "\"a \"\"b\"\"\"", "......",
       "4: error: 5.5.1a: expected met, not met or not applicable, found \"a \"b\"\"\n  hint: "
       "leave it empty if it is not judged yet"},
  };
  check_judged(cases);
}

TEST_CASE("judgements: the level of a criterion fills its indicators") {
  const JudgedCase cases[] = {
      {"5.5", "0", "KKKK.."},
      {"5.5", "1", "XXKK.."},
      {"5.5", "2", "XXXK.."},
      {"5.5", "3", "XXXX.."},
      {"5.5", "4", "XXXX.."},
      {"5.5", "", "......"},
      {"5.5", "?", "......"},
      {"5.5", "n/a", "NNNN.."},
      {"5.5", "không áp dụng", "NNNN.."},
      {"5.6", "1", "....XK"},
      {"5.6;5.5", "0;3", "XXXXKK"},
      {"5.6", "\" 2 \"", "....XX"},
      {"5.6", "Chua ro", "......"},
      {"5.5", "1-2", "XX.K.."},  // open: unknown between the two
      {"5.5", "0-3", "......"},
      {"5.5", "0-1", "..KK.."},
      {"5.5", "1 – 3", "XX...."},
      {"5.5", "2-2", "XXXK.."},
      {"5.5;5.5.2", "1-2;x", "XXxK.."},
      {"5.5;5.5.2", "1-2;k", "XXkK.."},
  };
  check_judged(cases);
}

TEST_CASE("judgements: an own judgement goes before the level") {
  const JudgedCase cases[] = {
      {"5.5;5.5.1b", "3;k", "XkXX.."},  {"5.5;5.5.1b", "0;x", "KxKK.."},
      {"5.5;5.5.1b", "3;?", "XXXX.."},  {"5.5.1b;5.5", ";1", "XXKK.."},
      {"5.5;5.5.2", "3;n/a", "XXnX.."}, {"5.5;5.5.2", "n/a;x", "NNxN.."},
  };
  check_judged(cases);
}

/// The levels that own judgements deny: "5.5=3 by 5.5.1b".
std::string denied(const Run& run, const SchoolTable& table) {
  std::string text;
  for (const DeniedLevel& each : table.denied_levels) {
    const CriteriaSet& set = run.sets[each.set];
    text += fmt::format("{}={} by {}{}\n", set.criteria[each.criterion].id, each.level.value_or(-1),
                        set.indicators[each.indicator].name, each.is_all_excluded ? " all" : "");
  }
  return text;
}

TEST_CASE("judgements: a level that the criterion's own indicators deny") {
  struct DeniedCase {
    std::string_view columns, cells, denied;
  };
  const DeniedCase cases[] = {
      // not met where the level needs it, from its own level on
      {"5.5;5.5.1b", "1;k", "5.5=1 by 5.5.1b\n"},
      {"5.5;5.5.2", "2;k", "5.5=2 by 5.5.2\n"},
      {"5.5;5.5.2", "1;k", ""},
      {"5.5;5.5.1a;5.5.3", "3;k;k", "5.5=3 by 5.5.1a\n"},
      // all of the next level is met, of more than one or of one
      {"5.5;5.5.1a;5.5.1b", "0;x;x", "5.5=0 by 5.5.1a\n"},
      {"5.5;5.5.1a;5.5.1b", "0;n/a;x", "5.5=0 by 5.5.1b\n"},
      {"5.5;5.5.1a", "0;x", ""},
      {"5.5;5.5.1a;5.5.1b", "0;x;k", ""},
      {"5.5;5.5.2", "1;x", "5.5=1 by 5.5.2\n"},
      {"5.5;5.5.3", "1;x", ""},
      {"5.5;5.5.2;5.5.3", "3;x;x", ""},
      // all are not applicable, or some
      {"5.6;5.6.1;5.6.2", "2;n/a;kad", "5.6=2 by 5.6.1 all\n"},
      {"5.6;5.6.1;5.6.2", "0;n/a;kad", "5.6=0 by 5.6.1 all\n"},
      {"5.6;5.6.1;5.6.2", "2;n/a;x", ""},
      {"5.6;5.6.2", "1;n/a", ""},
      // the criterion is not applicable
      {"5.6;5.6.2", "n/a;x", "5.6=-1 by 5.6.2\n"},
      {"5.6;5.6.2", "n/a;k", "5.6=-1 by 5.6.2\n"},
      {"5.6;5.6.1;5.6.2", "n/a;n/a;kad", ""},
      {"5.6;5.6.2", "n/a;?", ""},
      // two criteria
      {"5.5;5.6;5.5.1a;5.6.1", "1;1;k;k", "5.5=1 by 5.5.1a\n5.6=1 by 5.6.1\n"},
      {"5.5;5.5.1a", "?;k", ""},
  };
  const Run run = test::run_of(kBody);
  for (const DeniedCase& c : cases) {
    CAPTURE(c.columns);
    CAPTURE(c.cells);
    const auto read = test::read_schools(run, test::one_school(c.columns, c.cells));
    CHECK(read->faults() == "");
    CHECK(denied(run, read->table) == c.denied);
    for (const DeniedLevel& each : read->table.denied_levels) CHECK(each.place.line == 1);
  }
}

TEST_CASE("judgements: a level above the last of the set") {
  const Run run = test::run_of(test::kTwoLevels);
  CHECK(test::read_schools(run, test::one_school("1.1", "2"))->faults() == "");
  CHECK(test::read_schools(run, test::one_school("1.1", "3"))->faults() ==
        "data.csv:2:4: error: 1.1: the criteria set thu expects a level from 0 to 2, or not "
        "applicable, found \"3\"\n");
}

TEST_CASE("judgements: a value that is no level") {
  const JudgedCase cases[] = {
      {"5.5", "5", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"5\""},
      {"5.5", "-1", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"-1\""},
      {"5.5", "1.0", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"1.0\""},
      {"5.5", "đạt", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"đạt\""},
      {"5.5", "x", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"x\""},
      {"5.5", "Mức 2", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"Mức 2\""},
      {"5.5", "2-1", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"2-1\""},
      {"5.5", "1-5", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"1-5\""},
      {"5.5", "1/2", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"1/2\""},
      {"5.5", "1-", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"1-\""},
      {"5.5", "2026-02-01", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"2026-02-01\"\n"
       "  hint: Excel makes a date of 1-2: format the column as text and write 1-2 again"},
      {"5.5", "01-Feb", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"01-Feb\"\n"
       "  hint: Excel makes a date of 1-2: format the column as text and write 1-2 again"},
      {"5.5", "01-thg 2", "......",
       "4: error: 5.5: the criteria set thu expects a level from 0 to 4, or not applicable, found "
       "\"01-thg 2\"\n"
       "  hint: Excel makes a date of 1-2: format the column as text and write 1-2 again"},
  };
  check_judged(cases);
}

TEST_CASE("judgements: indicators of another set are left out with a warning") {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(kBody));
  sets.push_back(test::set_of(test::one_criterion("", "            a: {@}"),
                              {.id = "cs", .applies_to = "school_type == 'thcs'"}));
  const Run run = make_run(std::move(sets), kNoDate);
  const auto read = test::read_schools(run,
                                       "school_id,school_type,assessed_on,5.5.1a,1.1.1a,1.1\n"
                                       "A,tieu_hoc,2024-05-31,x,x,1\n"
                                       "B,thcs,2024-05-31,k,x,\n"
                                       "C,tieu_hoc,2024-05-31,k,, \n"
                                       "D,gdtx,2024-05-31,bad,bad,bad\n");
  CHECK(read->faults() ==
        "data.csv:2:5: warning: 1.1.1a: this is no indicator of the school's criteria set thu, and "
        "is left out\n"
        "data.csv:2:6: warning: 1.1: this is no indicator of the school's criteria set thu, and is "
        "left out\n"
        "data.csv:3:4: warning: 5.5.1a: this is no indicator of the school's criteria set cs, and "
        "is left out\n");
  CHECK(judged(read->table, 0, 6) == "x.....");
  CHECK(judged(read->table, 1, 1) == "x");
  CHECK(judged(read->table, 2, 6) == "k.....");
  CHECK(judged(read->table, 3, 6) == "......");
}

TEST_CASE("judgements: faults of a row whose set is a fault are told with it") {
  const Run run = make_run({test::set_of(kBody)}, kNoDate);
  const auto read = test::read_schools(run,
                                       "school_id,school_type,assessed_on,5.5.1a,5.5.1b\n"
                                       "A,tieuhoc,2024-05-31,bad,x\n"
                                       "B,tieu_hoc,2024-13-31,x,bad\n"
                                       "C,gdtx,2024-05-31,bad,bad\n");
  const std::string faults = read->faults();
  CHECK(faults.find("data.csv:2:4: error: 5.5.1a: expected met") != std::string::npos);
  CHECK(faults.find("data.csv:3:5: error: 5.5.1b: expected met") != std::string::npos);
  CHECK(faults.find("data.csv:4") == std::string::npos);  // out of scope is no fault
}

TEST_CASE("judgements: rows of several sets do not disturb each other") {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(kBody));
  sets.push_back(test::set_of(kBody, {.id = "cs", .applies_to = "school_type == 'thcs'"}));
  const Run run = make_run(std::move(sets), kNoDate);
  const auto read = test::read_schools(
      run,
      "school_id,school_type,assessed_on,5.5.1a,5.5.2\n"
      "A,tieu_hoc,2024-05-31,x,k\nB,thcs,2024-05-31,,\nC,tieu_hoc,2024-05-31,,x\n");
  CHECK(judged(read->table, 0, 6) == "x.k...");
  CHECK(judged(read->table, 1, 6) == "......");
  CHECK(judged(read->table, 2, 6) == "..x...");
}

TEST_CASE("judgements: the same table under another set of the run") {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(kBody));
  sets.push_back(test::set_of(test::one_criterion("", "            a: {@}\n            b: {@}"),
                              {.id = "khac", .applies_to = "district == 'Mai Sơn'"}));
  Run run = make_run(std::move(sets), *read_date("2024-05-31"));
  run.only_set = 0;
  const auto read = test::read_schools(run,
                                       "school_id,school_type,district,5.5.1a,1.1.1b\n"
                                       ",,,,\nA,tieu_hoc,Mai Sơn,k,x\nB,tieu_hoc,Vân Hồ,x,bad\n");
  CHECK(read->faults() == "");
  CHECK(judged(read->table, 0, 6) == "k.....");
  CHECK(judged(read->table, 1, 6) == "x.....");
  run.only_set = 1;
  read_judgements_under(run, read->binding, "data.csv", read->grid, read->table, read->diagnostics);
  CHECK(read->faults() == "");
  CHECK(read->table.set == std::vector<int16_t>{1, kNoSet});
  CHECK(judged(read->table, 0, 2) == ".x");
  CHECK(judged(read->table, 1, 2) == "..");
  CHECK(read->table.text_of(IdentityColumn::school_id, 1) == "B");
}

/// Four criteria of 24 indicators: bits over two words, read in runs and one by one.
TEST_CASE("judgements: every place of a large set") {
  std::string body =
      "levels:\n  1: {title: {@}}\nstandards:\n  - id: s\n    title: {@}\n    criteria:\n";
  std::vector<std::string> names;
  for (int i = 0; i < 4; ++i) {
    body +=
        fmt::format("      - id: c{}\n        title: {{@}}\n        levels:\n          1:\n", i);
    for (char letter = 'a'; letter <= 'x'; ++letter) {
      body += fmt::format("            \"{}\": {{@}}\n", letter);
      names.push_back(fmt::format("c{}.1{}", i, letter));
    }
  }
  const Run run = test::run_of(body);
  for (const bool backwards : {false, true}) {
    std::string columns;
    for (size_t i = 0; i < names.size(); ++i)
      columns += (i == 0 ? "" : ";") + names[backwards ? names.size() - 1 - i : i];
    for (size_t at = 0; at < names.size(); ++at) {
      CAPTURE(at);
      std::string cells;
      std::string expected(names.size(), 'x');
      for (size_t i = 0; i < names.size(); ++i) {
        const size_t indicator = backwards ? names.size() - 1 - i : i;
        cells += (i == 0 ? "" : ";") + std::string(indicator == at ? "Kđ" : "x");
      }
      expected[at] = 'k';
      const auto read = test::read_schools(run, test::one_school(columns, cells));
      CHECK(judged(read->table, 0, names.size()) == expected);
    }
  }
}

TEST_CASE("judgements: those of sets whose level is asked for stand behind the row's own") {
  const Run run = test::level_run("{level_of: phu, at_least: 1}", true);
  const auto read =
      test::read_schools(run, test::one_school("1.1.1a;H.1.3;H.1.2;H.1.1", "k;x;n/a;không đạt"));
  CHECK(read->faults() == "");
  const SchoolTable& table = read->table;
  CHECK(table.met.words == 3);
  CHECK(table.not_met.test(0, 0));
  CHECK(table.not_met.test(0, 64));  // H.1.1 of the set
  CHECK(table.not_applicable.test(0, 65));
  CHECK(table.met.test(0, 66));
  CHECK(table.not_met.test(0, 128));  // of its amendment, which has no H.1.2
  CHECK(table.met.test(0, 129));
  CHECK_FALSE(table.not_applicable.test(0, 129));
}

TEST_CASE("judgements: a criterion-level column of a set whose level is asked for") {
  const Run run = test::level_run("{level_of: phu, at_least: 1}");
  const auto read = test::read_schools(run, test::one_school("H.1;H.1.2", "2;k"));
  CHECK(read->faults() == "");
  CHECK(read->table.met.test(0, 64));
  CHECK(read->table.filled.test(0, 64));
  CHECK(read->table.not_met.test(0, 65));
  CHECK_FALSE(read->table.filled.test(0, 65));
  CHECK(read->table.not_met.test(0, 66));
  CHECK(read->table.filled.test(0, 66));
}

TEST_CASE("judgements: a fault in a column of two sets is told once") {
  const Run run = test::level_run("{level_of: phu, at_least: 1}", true);
  const auto read = test::read_schools(run, test::one_school("H.1.1;H.1.3;H.1", "xx;yy;9"));
  CHECK(read->faults() ==
        "data.csv:2:4: error: H.1.1: expected met, not met or not applicable, found \"xx\"\n"
        "  hint: leave it empty if it is not judged yet\n"
        "data.csv:2:5: error: H.1.3: expected met, not met or not applicable, found \"yy\"\n"
        "  hint: leave it empty if it is not judged yet\n"
        "data.csv:2:6: error: H.1: the criteria set phu expects a level from 0 to 3, or not "
        "applicable, "
        "found \"9\"\n");
}

}  // namespace
}  // namespace kdcl
