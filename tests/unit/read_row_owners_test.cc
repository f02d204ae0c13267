#include <doctest/doctest.h>

#include "read/csv/csv.h"
#include "read/schools/binding.h"
#include "read/schools/long_table.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

using test::block_of;

TEST_CASE("the columns of owners are known by id or title") {
  const OwnerColumns both = find_owner_columns(folded_names({"x", "CẤP HỌC ", "Mã trường"}));
  CHECK(both.school == 2U);
  CHECK(both.stage == 1U);
  const OwnerColumns by_id = find_owner_columns(folded_names({"school_id", "stage"}));
  CHECK(by_id.school == 0U);
  CHECK(by_id.stage == 1U);
  const OwnerColumns none = find_owner_columns(folded_names({"indicator", "result"}));
  CHECK_FALSE(none.school);
  CHECK_FALSE(none.stage);
}

/// Owners of rows `school;stage` of tables, and what is said of them.
struct OwnersRead {
  RowOwners owners{};
  Diagnostics diagnostics{Language::en};
  std::vector<std::optional<uint32_t>> added{};

  void add(const std::string& text, const TableOrigin& origin, RowKind kind) {
    TextBlock block = block_of(text);
    Grid grid;
    REQUIRE(read_csv_grid(block, ';', 2, origin.name, grid, diagnostics));
    const OwnerColumns columns{0, 1};
    for (size_t row = 0; row < grid.rows; ++row)
      added.push_back(
          owners.add({origin, columns, grid, row, grid.line(row) + 1}, kind, diagnostics));
  }
  /// Wide rows, `school;stage` each, one a line.
  void use(const std::vector<std::pair<std::string, std::string>>& rows, const WideTable& wide) {
    SchoolTable table;
    table.rows = rows.size();
    for (const auto& [school, stage] : rows) {
      table.identity[static_cast<size_t>(IdentityColumn::school_id)].push_back(school);
      table.identity[static_cast<size_t>(IdentityColumn::stage)].push_back(stage);
      table.assessed_on.push_back(kNoDate);
      table.line.push_back(table.line.size() + 1);
    }
    owners.note_used(table, wide, 2, diagnostics);  // the table has a header
  }
  std::string faults() { return format_diagnostics(diagnostics, false); }
};

TEST_CASE("rows of one school and stage have one owner") {
  OwnersRead read;
  read.add("A;thcs\nA;\nA;thcs\nB;thcs\nA;?\n", {"l.csv"}, RowKind::judgement);
  CHECK(read.added == std::vector<std::optional<uint32_t>>{0, 1, 0, 2, 1});
  CHECK(read.owners.name(0, Language::en) == "A (Lower secondary)");
  CHECK(read.owners.name(1, Language::en) == "A");
  CHECK(read.owners.has_stage(0));
  CHECK_FALSE(read.owners.has_stage(1));
  CHECK(read.faults().empty());
}

TEST_CASE("titles of stages are read as their ids") {
  OwnersRead read;
  read.add("A;thcs\nA;THCS\nB;tieu_hoc\nB;Tiểu học\n", {"l.csv"}, RowKind::judgement);
  CHECK(read.added == std::vector<std::optional<uint32_t>>{0, 0, 1, 1});
  CHECK(read.faults().empty());
}

TEST_CASE("rows without a school or of an unknown stage, told once a row") {
  OwnersRead read;
  for (const RowKind kind : {RowKind::judgement, RowKind::note})
    read.add(";thcs\nA;tieuhoc\nA;đại học\n\n", {"l.csv"}, kind);
  CHECK(read.owners.empty());
  CHECK(read.faults() ==
        "l.csv:1:1: error: school_id: expected the school's id, found an empty cell\n"
        "l.csv:2:2: error: stage: expected mam_non, tieu_hoc, thcs or thpt, found \"tieuhoc\"\n"
        "  hint: did you mean \"tieu_hoc\"?\n"
        "l.csv:3:2: error: stage: expected mam_non, tieu_hoc, thcs or thpt, found \"đại học\"\n");
}

TEST_CASE("a row finds what is of its school and stage, its workbook's first") {
  OwnersRead read;
  read.add("A;\nA;thcs\nA;thpt\n", {"all.csv"}, RowKind::note);
  read.add("A;thcs\nB;\n", {"a.xlsx:Chỉ báo", 0, "a.xlsx"}, RowKind::note);
  const WideTable csv{"w.csv"}, book{"a.xlsx:Trường", "a.xlsx"}, other{"b.xlsx:Trường", "b.xlsx"};
  using Found = std::vector<uint32_t>;
  CHECK(read.owners.find({csv, "A", "thcs"}) == Found{0, 1});
  CHECK(read.owners.find({csv, "A", ""}) == Found{0});
  CHECK(read.owners.find({book, "A", "thcs"}) == Found{3, 0, 1});
  CHECK(read.owners.find({book, "A", "tieu_hoc"}) == Found{0});
  CHECK(read.owners.find({other, "A", "thpt"}) == Found{0, 2});
  CHECK(read.owners.find({csv, "B", ""}).empty());
  CHECK(read.owners.find_school({book, "A", "thcs"}) == Found{3, 0, 1, 2});
}

TEST_CASE("several rows of a school: what may not be of all of them") {
  struct Case {
    RowKind kind;
    std::string stage;                                      // of the long row
    std::vector<std::pair<std::string, std::string>> rows;  // of the wide table
    std::string fault;
  };
  const std::string several =
      "l.csv:1:1: error: school A has several rows, such as w.csv:2 and w.csv:3: it is not known "
      "which this belongs to\n";
  const std::string hint =
      "  hint: where a school has several stages, name that of each row in a column stage\n";
  const std::string days =
      "  hint: where a school has several assessments, name the day and the assessor of each row "
      "in "
      "columns assessed_on and assessment\n";
  const std::vector<std::pair<std::string, std::string>> stages = {{"A", "thcs"}, {"A", "thpt"}};
  const std::vector<std::pair<std::string, std::string>> years = {{"A", "thcs"}, {"A", "thcs"}};
  const std::vector<Case> cases = {
      {RowKind::judgement, "", {{"A", "thcs"}}, ""},
      {RowKind::judgement, "", {{"A", ""}}, ""},
      {RowKind::judgement, "", stages, several + hint},
      {RowKind::judgement, "", {{"A", ""}, {"A", "thpt"}}, several + hint},
      {RowKind::judgement, "", years, several + days},
      {RowKind::judgement, "", {{"A", ""}, {"A", ""}, {"A", ""}}, several + days},
      {RowKind::judgement, "thcs", stages, ""},
      {RowKind::judgement, "thcs", years, several + days},
      {RowKind::note, "", stages, several + hint},
      {RowKind::note, "", years, ""},
      {RowKind::note, "thcs", stages, ""},
      {RowKind::note, "thcs", years, ""},
      {RowKind::document, "", stages, ""},
      {RowKind::document, "", years, ""},
      {RowKind::judgement, "mam_non", stages,
       "l.csv:1:2: error: school A has no row of Preschool in a table with its name and "
       "type\n"},
      {RowKind::note,
       "thcs",
       {{"A", ""}},
       "l.csv:1:2: error: school A has no row of Lower secondary in a table with its name and "
       "type\n"},
      {RowKind::document,
       "",
       {{"B", ""}},
       "l.csv:1:1: error: school A is in no table with its name and type\n"},
  };
  for (const Case& each : cases) {
    OwnersRead read;
    read.add("A;" + each.stage + "\n", {"l.csv"}, each.kind);
    read.use(each.rows, {"w.csv"});
    if (!read.diagnostics.has_errors())
      read.owners.check_all_used([](const std::string&, const Location&) { return false; },
                                 read.diagnostics);
    CHECK(read.faults() == each.fault);
  }
}

TEST_CASE("the fault stands at the first row that must say more") {
  OwnersRead read;
  read.add("A;\n", {"a.xlsx:Minh chứng", 2, "a.xlsx"}, RowKind::document);
  read.add("\nA;\nA;\n", {"a.xlsx:Cải tiến", 2, "a.xlsx"}, RowKind::note);
  read.use({{"A", "tieu_hoc"}, {"A", "thcs"}}, {"a.xlsx:Trường", "a.xlsx"});
  CHECK(read.faults() ==
        "a.xlsx:Cải tiến!C2: error: school A has several rows, such as a.xlsx:Trường!2 and "
        "a.xlsx:Trường!3: it is not known which this belongs to\n"
        "  hint: where a school has several stages, name that of each row in a column stage\n");
}

}  // namespace
}  // namespace kdcl
