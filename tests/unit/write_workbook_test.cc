#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "report/score/score.h"
#include "support/score_case.h"
#include "write/plain_text.h"
#include "write/workbook.h"
#include "write/workbook_layout.h"

// What stands in the cells of a workbook is read back by tests/workbook_test.py; here is what goes
// before and around it.
namespace kdcl {
namespace {

/// A path for this test alone, removed at its end.
struct Scratch {
  std::string path = (std::filesystem::temp_directory_path() /
                      ("kdcl_workbook_test_" + std::to_string(::getpid()) + ".xlsx"))
                         .string();
  ~Scratch() { std::remove(path.c_str()); }

  [[nodiscard]] std::string bytes() const {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
  }
};

Report small_report() {
  // Rows are made from them while they are written.
  static const testing::ScoreCase made = testing::make_score_case();
  static const ScoreReportOptions options{.by = GroupColumn{.identity = IdentityColumn::district},
                                          .version = "1.0"};
  return make_score_workbook(made.run, made.blocks, options);
}

TEST_CASE("the same report gives the same bytes") {
  const Scratch first;
  LocalText fault;
  REQUIRE(write_workbook(small_report(), first.path, 0, fault));
  const std::string bytes = first.bytes();
  CHECK(bytes.substr(0, 2) == "PK");
  REQUIRE(write_workbook(small_report(), first.path, 0, fault));
  CHECK(first.bytes() == bytes);
  CHECK(fault.en.empty());
}

TEST_CASE("a workbook that can't be written says so") {
  LocalText fault;
  CHECK_FALSE(write_workbook(small_report(), "/nowhere/at/all.xlsx", 0, fault));
  CHECK(fault.vi == "không có tệp hay thư mục này");
  CHECK(fault.en == "no such file or folder");
}

TEST_CASE("names that Excel refuses are faults, not lost sheets") {
  for (const std::string name : {"a/b", "a[b]", "one name that is longer than 31 letters"}) {
    const Scratch scratch;
    Report report = small_report();
    report.sheets[1].name = name;
    LocalText fault;
    CHECK_FALSE(write_workbook(report, scratch.path, 0, fault));
    CHECK_FALSE(fault.en.empty());
  }
}

TEST_CASE("formulas point at the rows of a table, past its notes") {
  Sheet sheet;
  sheet.name = "L'An";
  sheet.title = "T";
  Table table;
  table.columns = {{}, {}};
  table.header = {{{"a"}, {"b"}}};
  table.rows = {{{}, "a note"}, {{}, {}}, {{}, {}}};
  table.totals = {{{}, {}}};
  sheet.tables = {table};
  Report report;
  report.sheets = {sheet, sheet};
  const std::vector<SheetPlace> places{place_sheet(sheet), place_sheet(sheet)};
  // Title, blank, header, row, note, row, row, total.
  const Formula sum{.pattern = "SUM({0})/{1}", .references = {{0, 0, 1, {}}, {0, 0, 1, 3}}};
  CHECK(formula_text(sum, report, places, 0) == "=SUM($B$4:$B$7)/$B$8");
  CHECK(formula_text(sum, report, places, 1) == "=SUM('L''An'!$B$4:$B$7)/'L''An'!$B$8");
  const Formula braces{.pattern = "MATCH({0},{{\"a\"}},0)", .references = {{0, 0, 0, 0}}};
  CHECK(formula_text(braces, report, places, 0) == "=MATCH($A$4,{\"a\"},0)");
}

TEST_CASE("columns past Z have two letters") {
  Sheet sheet;
  Table table;
  table.columns.resize(60);
  table.rows = {{}};
  sheet.tables = {table};
  Report report;
  report.sheets = {sheet};
  const std::vector<SheetPlace> places{place_sheet(sheet)};
  const std::pair<size_t, std::string> cases[] = {
      {0, "$A$2"}, {25, "$Z$2"}, {26, "$AA$2"}, {51, "$AZ$2"}, {52, "$BA$2"}};
  for (const auto& [column, cell] : cases)
    CHECK(formula_text({.pattern = "{0}", .references = {{0, 0, column, 0}}}, report, places, 0) ==
          "=" + cell);
}

TEST_CASE("number formats leave the decimal sign to the reader and quote units") {
  CHECK(number_format(0, "") == "#,##0");
  CHECK(number_format(1, "") == "#,##0.0");
  CHECK(number_format(2, "m²") == "#,##0.00\" m²\"");
  CHECK(number_format(0, "a\"b") == "#,##0\" ab\"");
}

TEST_CASE("texts are cut to what a cell takes, and mended") {
  CHECK(safe_text("Mầm non") == "Mầm non");
  CHECK(safe_text("a\xFF") == "a\xEF\xBF\xBD");
  const std::string cut = safe_text(std::string(50000, 'a'));
  CHECK(cut.size() < 32767);
  CHECK(cut.ends_with("…"));
}

TEST_CASE("texts have nothing in them that XML cannot hold") {
  for (int c = 1; c < 0x20; ++c) {
    CAPTURE(c);
    const std::string text{'a', static_cast<char>(c), 'b'};
    CHECK(safe_text(text) == (c == '\n' || c == '\r' ? "a\nb" : "a b"));
  }
  CHECK(safe_text(std::string("a\0b", 3)) == "a b");
  CHECK(safe_text("a\r\nb\r\n\r\n") == "a\nb\n\n");
  CHECK(safe_text("a\x7F"
                  "b\xC2\x80"
                  "c\xC2\x9F"
                  "d") == "a b c d");
  CHECK(safe_text("a\xEF\xBF\xBE"
                  "b\xEF\xBF\xBF"
                  "c") == "a b c");
  // Their neighbours: no-break space, the replacement character, U+FF7F.
  for (const char* text : {"a\xC2\xA0"
                           "b",
                           "\xEF\xBF\xBD", "\xEF\xBD\xBF", "\xC3\x80", "\xEF"})
    CHECK(safe_text(text) == (std::string(text) == "\xEF" ? "\xEF\xBF\xBD" : text));
}

/// A list of schools: what a long one has in its columns.
Row made_row(size_t index) {
  Row row;
  row.cells = {{Number{static_cast<double>(index + 1)}},
               {"Trường Tiểu học Chiềng Khoa " + std::to_string(index)},
               {Number{.value = index % 7 == 0 ? kUnknown : static_cast<double>(index % 100) / 3,
                       .decimals = 1,
                       .unit = "%"}},
               {LevelRange{1, static_cast<int>(index % 3)}},
               {DateCell{19000 + static_cast<Day>(index)}},
               {Share{static_cast<double>(index), 597}}};
  row.cells[3].style.tone = index % 2 == 0 ? Tone::good : Tone::bad;
  return row;
}

Report list_report(size_t rows, bool made) {
  Table table;
  table.columns = {{}, {.fit = Fit::shorten, .width = 20}, {.heat = true}, {},
                   {}, {.fit = Fit::wrap, .heat = true}};
  table.header = {{{"STT"}, {"Tên"}, {"a"}, {"b"}, {"c"}, {"d"}}};
  if (made)
    table.made = {rows, [](size_t index, Row& row) { row = made_row(index); }};
  else
    for (size_t i = 0; i < rows; ++i) table.rows.push_back(made_row(i));
  table.totals.resize(1);
  table.totals[0].cells = {
      {Formula{.pattern = "SUM({0})", .references = {{0, 0, 0, {}}}, .value = 1}},
      {Formula{.pattern = "{0}", .references = {{0, 0, 0, rows}}, .value = 1}}};
  Report report;
  report.sheets.resize(1);
  report.sheets[0].name = std::string("L");
  report.sheets[0].tables = {table};
  report.sheets[0].main_table = 0;
  return report;
}

TEST_CASE("made rows are written as if they were there") {
  for (const size_t rows :
       {size_t{1}, size_t{40}, size_t{20000}}) {  // the last is written out as it comes
    const Scratch scratch;
    LocalText fault;
    REQUIRE(write_workbook(list_report(rows, false), scratch.path, 0, fault));
    const std::string bytes = scratch.bytes();
    REQUIRE(write_workbook(list_report(rows, true), scratch.path, 0, fault));
    CHECK(scratch.bytes() == bytes);
  }
  CHECK(write_plain_text(list_report(40, true), {80, false}) ==
        write_plain_text(list_report(40, false), {80, false}));
}

}  // namespace
}  // namespace kdcl
