#include <doctest/doctest.h>

#include <list>

#include "read/csv/csv.h"
#include "read/schools/sheet_table.h"
#include "read/xlsx/messages.h"
#include "support/school_text.h"
#include "support/workbook_bytes.h"

namespace kdcl {
namespace {

/// A block of rows written as {number, {{column, text}…}}.
struct RowText {
  uint32_t number;
  std::vector<std::pair<uint32_t, std::string>> cells;
};

SheetBlock block_of(const std::vector<RowText>& rows) {
  SheetBlock block;
  for (const RowText& row : rows) {
    block.rows.push_back({row.number, static_cast<uint32_t>(block.cells.size())});
    for (const auto& [column, text] : row.cells) {
      const auto begin = static_cast<uint32_t>(block.text.size());
      block.text += text;
      block.cells.push_back({column, begin, static_cast<uint32_t>(block.text.size())});
    }
  }
  return block;
}

/// That many columns of words.
TableColumns uses(size_t columns) {
  return {.uses = std::vector<ColumnUse>(columns, ColumnUse::text)};
}

std::optional<SheetHeader> find_header(const SheetBlock& block) {
  static const Run run = [] {
    std::vector<CriteriaSet> sets;
    sets.push_back(test::set_of(R"(levels:
  1: {title: {@}}
standards:
  - {id: "5", title: {@}, criteria: [{id: "5.5", title: {@}, levels: {1: {a: {@}}}}]}
)"));
    return make_run(std::move(sets), kNoDate);
  }();
  static const ColumnNames known(run);
  return find_sheet_header(block, known);
}

TEST_CASE("the header is the row with the ids of schools") {
  auto header = find_header(block_of({{2, {{0, "DANH SÁCH"}}},
                                      {4, {{1, "STT"}, {2, " Mã trường "}, {4, "5.5"}}},
                                      {5, {{1, "1"}, {2, "school_id"}}}}));
  REQUIRE(header);
  CHECK(header->row == 4);
  CHECK(header->first_column == 1);
  CHECK(header->names == std::vector<std::string>{"STT", "Mã trường", "", "5.5"});
  // None: the first row that holds anything, and binding will say what is missing.
  header = find_header(block_of({{3, {{0, "id"}, {1, "name"}}}, {4, {{0, "1"}}}}));
  REQUIRE(header);
  CHECK(header->row == 3);
  CHECK_FALSE(find_header(SheetBlock()));
}

TEST_CASE("a header with data goes before one that is no more than a list") {
  // Explanations of the columns, one below the other.
  auto header = find_header(block_of({{1, {{0, "Cột"}, {1, "Cách nhập"}}},
                                      {2, {{0, "Mã trường"}, {1, "Bắt buộc"}}},
                                      {3, {{0, "Tên trường"}}},
                                      {7, {{0, "school_id"}, {1, "school_type"}}}}));
  CHECK(header->row == 7);
  header = find_header(
      block_of({{2, {{0, "school_id"}, {1, "district"}}}, {5, {{0, "school_id"}, {1, "Xã"}}}}));
  CHECK(header->row == 2);
  CHECK(find_header(block_of({{1, {{0, "school_id"}}}, {3, {{2, "Chỉ báo"}, {3, "Kết quả"}}}}))
            ->row == 3);
}

TEST_CASE("the header is looked for in a hundred rows") {
  std::vector<RowText> rows;
  for (uint32_t row = 1; row < 100; ++row) rows.push_back({row, {{0, "title"}}});
  rows.push_back({100, {{0, "school_id"}}});
  CHECK(find_header(block_of(rows))->row == 100);
  rows.insert(rows.begin(), {0, {{0, "one more"}}});
  CHECK(find_header(block_of(rows))->row == 0);
}

TEST_CASE("rows become a grid whose lines are the rows of the sheet") {
  const SheetTable table{"b.xlsx:T", {{"school_id", "school_name", "pupils"}, 3, 1}, uses(3)};
  const SheetBlock block = block_of({{3, {{1, "school_id"}}},
                                     {4, {{1, "S1"}, {2, "\"Hoa\" Ban"}, {3, "5"}}},
                                     {9, {{2, "a\tb\nc"}}}});
  Grid grid;
  Diagnostics diagnostics(Language::en);
  make_sheet_grid(block, table, grid, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  REQUIRE(grid.rows == 2);
  CHECK(grid.line(0) == 3);
  CHECK(grid.line(1) == 8);
  std::list<std::string> kept;
  const auto text = [&](size_t row, size_t column) {
    return cell_text(grid.cell(row, column), kept);
  };
  CHECK(text(0, 0) == "S1");
  CHECK(text(0, 1) == "\"Hoa\" Ban");
  CHECK(text(0, 2) == "5");
  CHECK(text(1, 0) == "");
  CHECK(text(1, 1) == "a\tb\nc");
  CHECK(text(1, 2) == "");
}

TEST_CASE("cells mean what they show, by what their column is read for") {
  const char* styles =
      "<numFmts><numFmt numFmtId='164' formatCode='00000000'/>"
      "<numFmt numFmtId='165' formatCode='0.0%;-0.0%'/></numFmts>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='9'/>"
      "</cellXfs>";
  const char* rows =
      "<row r='1'><c><v>1001701</v></c><c s='1'><v>1001701</v></c><c s='2'><v>0.695</v></c>"
      "<c s='3'><v>0.95</v></c><c s='1'><v>5</v></c></row>"
      "<row r='2'><c s='3'><v>0.5</v></c><c><v>1.2345678901234567E+20</v></c><c><v>69.5</v></c>"
      "<c><v>1</v></c><c s='3'><v>0.1</v></c></row>"
      "<row r='3'><c s='1'><v>1.1</v></c><c><v>1.1</v></c><c s='3'><v>1</v></c></row></sheetData>";
  Diagnostics diagnostics(Language::en);
  const std::string bytes = workbook_bytes(rows, {}, styles);
  const auto workbook = Workbook::open("b.xlsx", bytes, diagnostics);
  REQUIRE(workbook);
  SheetReader reader(*workbook, workbook->sheets().front());
  SheetBlock block;
  REQUIRE(reader.next(block, 1 << 20));
  SheetTable table{"b.xlsx:T", {{"id", "code", "share", "level", "note"}, 0, 0}, {}, &*workbook};
  table.columns.uses = {ColumnUse::text, ColumnUse::text, ColumnUse::percent, ColumnUse::other,
                        ColumnUse::left_out};
  Grid grid;
  make_sheet_grid(block, table, grid, diagnostics);
  const auto row_text = [&](size_t row) {
    std::string text;
    for (uint32_t i = 0; i < 5; ++i) text += std::string(grid.cell(row, i)) + "|";
    return text;
  };
  CHECK(row_text(0) == "1001701|01001701|69.5||5|");
  CHECK(row_text(1) == "0.5|123456789012346000000|69.5|1|0.1|");
  CHECK(row_text(2) == "1.1|1.1|100|||");
  CHECK(format_diagnostics(diagnostics, false) ==
        "b.xlsx:T!D1: error: level: the cell shows a percentage (95%), but the column is not in %\n"
        "  hint: format the cell as a number and write the value again\n"
        "b.xlsx:T!A2: error: id: the cell shows a percentage (50%), but the column is not in %\n"
        "  hint: format the cell as a number and write the value again\n"
        "b.xlsx:T!B2: error: code: a code that is a number has at most 15 digits, found "
        "\"123456789012346000000\"; Excel keeps no more\n"
        "  hint: format the cell as text and write it again\n");
  diagnostics = Diagnostics(Language::en);
  table.columns.uses[0] = ColumnUse::name;
  table.columns.unsure_names = {"1.1"};
  make_sheet_grid(block, table, grid, diagnostics);
  CHECK(
      format_diagnostics(diagnostics, false)
          .find(
              "b.xlsx:T!A3: error: id: the cell is the number 1.1; it is not known whether 1.1 or "
              "1.10 is meant\n") != std::string::npos);
}

TEST_CASE("faults beside the table and in columns that are left out are warnings") {
  SheetTable table{"b.xlsx:T", {{"school_id", "pupils", ""}, 2, 1}, uses(3)};
  table.columns.uses[2] = ColumnUse::left_out;
  SheetBlock block = block_of({{3, {{1, "S1"}}}});
  for (const uint32_t row : {1u, 2u, 3u})
    for (const uint32_t column : {0u, 2u, 3u})
      block.faults.push_back({row, column, &message::kErrorCell, "#REF!"});
  Grid grid;
  Diagnostics diagnostics(Language::en);
  make_sheet_grid(block, table, grid, diagnostics);
  CHECK(diagnostics.errors() == 4);  // the header, and C3
  CHECK(diagnostics.warnings() == 5);
}

}  // namespace
}  // namespace kdcl
