#include <doctest/doctest.h>

#include <list>

#include "read/csv.h"
#include "read/sheet_table.h"

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

TEST_CASE("the header is the row with the ids of schools") {
  auto header = find_sheet_header(block_of({{2, {{0, "DANH SÁCH"}}},
                                            {4, {{1, "STT"}, {2, " Mã trường "}, {4, "5.5"}}},
                                            {5, {{1, "1"}, {2, "school_id"}}}}));
  REQUIRE(header);
  CHECK(header->row == 4);
  CHECK(header->first_column == 1);
  CHECK(header->names == std::vector<std::string>{"STT", "Mã trường", "", "5.5"});
  // None: the first row that holds anything, and binding will say what is missing.
  header = find_sheet_header(block_of({{3, {{0, "id"}, {1, "name"}}}, {4, {{0, "1"}}}}));
  REQUIRE(header);
  CHECK(header->row == 3);
  CHECK_FALSE(find_sheet_header(SheetBlock()));
}

TEST_CASE("the header is looked for in twenty rows") {
  std::vector<RowText> rows;
  for (uint32_t row = 1; row < 20; ++row) rows.push_back({row, {{0, "title"}}});
  rows.push_back({20, {{0, "school_id"}}});
  CHECK(find_sheet_header(block_of(rows))->row == 20);
  rows.insert(rows.begin(), {0, {{0, "one more"}}});
  CHECK(find_sheet_header(block_of(rows))->row == 0);
}

TEST_CASE("rows become a grid whose lines are the rows of the sheet") {
  const SheetHeader header{{"school_id", "school_name", "pupils"}, 3, 1};
  const SheetBlock block = block_of({{3, {{1, "school_id"}}},
                                     {4, {{1, "S1"}, {2, "\"Hoa\" Ban"}, {3, "5"}}},
                                     {9, {{2, "a\tb\nc"}}}});
  Grid grid;
  Diagnostics diagnostics(Language::en);
  make_sheet_grid(block, header, "b.xlsx:T", grid, diagnostics);
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

TEST_CASE("cells outside the columns and cells without a value are told at their places") {
  const SheetHeader header{{"school_id", "pupils"}, 1, 1};
  const SheetBlock block = block_of({{2, {{0, "left"}, {1, "S1"}, {3, "right"}, {27, "far"}}}});
  Grid grid;
  Diagnostics found(Language::en), diagnostics(Language::en);
  make_sheet_grid(block, header, "b.xlsx:T", grid, found);
  diagnostics.append_cells(found, header.first_column);
  CHECK(format_diagnostics(diagnostics, false) ==
        "b.xlsx:T!A2: error: the cell stands outside the columns that have names\n"
        "b.xlsx:T!D2: error: the cell stands outside the columns that have names\n"
        "b.xlsx:T!AB2: error: the cell stands outside the columns that have names\n");
}

}  // namespace
}  // namespace kdcl
