#include <doctest/doctest.h>

#include "read/schools/table_rows.h"
#include "read/xlsx/messages.h"

namespace kdcl {
namespace {

/// A sheet of rows from 2 on, its cells as "D2=x"; below a header in A1:F1 of which F is left out.
class Sheet {
 public:
  explicit Sheet(std::vector<MergedCells> merged) : rows_(table_, std::move(merged)) {}

  /// What becomes of a block with these cells, then its faults.
  std::string block(const std::vector<std::pair<std::string, std::string>>& cells) {
    SheetBlock block;
    for (const auto& [place, text] : cells) {
      std::string_view rest = place;
      uint32_t column = 0;
      uint32_t row = 0;
      REQUIRE(take_place(rest, column, row));
      if (block.rows.empty() || block.rows.back().number != row)
        block.rows.push_back({row, static_cast<uint32_t>(block.cells.size())});
      const auto begin = static_cast<uint32_t>(block.text.size());
      block.text += text;
      block.cells.push_back({column, begin, static_cast<uint32_t>(block.text.size())});
    }
    rows_.put_right(block);
    std::string out;
    for (size_t row = 0; row < block.rows.size(); ++row)
      for (size_t i = block.rows[row].first; i < block.cells_end(row); ++i)
        out += name(block.cells[i].column, block.rows[row].number) + "=" +
               std::string(block.text_of(block.cells[i])) + " ";
    for (const SheetFault& fault : block.faults)
      out += name(fault.column, fault.row) + (fault.is_warning ? "? " : "! ") + fault.text + " ";
    return out;
  }

 private:
  static std::string name(uint32_t column, uint32_t row) {
    return std::string(1, static_cast<char>('A' + column)) + std::to_string(row);
  }
  static SheetTable make_table() {
    SheetTable table{"b.xlsx:T", {{"id", "type", "level", "date", "decision", "note"}, 1, 0}, {}};
    table.columns.uses.assign(6, ColumnUse::text);
    table.columns.uses[5] = ColumnUse::left_out;
    table.columns.key = 0;
    table.columns.needed = {1};
    return table;
  }

  SheetTable table_ = make_table();
  TableRows rows_;
};

TEST_CASE("a cell merged over rows is its value in each, told once a column") {
  Sheet sheet({{2, 4, 2, 2}, {5, 6, 2, 2}, {2, 3, 3, 3}});
  CHECK(sheet.block({{"A2", "S1"}, {"C2", "1"}, {"D2", "x"}, {"A3", "S2"}, {"A4", "S3"}}) ==
        "A2=S1 C2=1 D2=x A3=S2 C3=1 D3=x A4=S3 C4=1 C2? C2:C4 D2? D2:D3 ");
  CHECK(sheet.block({{"A5", "S4"}, {"C5", "2"}, {"A6", "S5"}, {"A7", "S6"}}) ==
        "A5=S4 C5=2 A6=S5 C6=2 A7=S6 ");
}

TEST_CASE("merged values go on in the next block, whatever its cells hold") {
  Sheet sheet({{2, 5, 2, 2}});
  CHECK(sheet.block({{"A2", "S1"}, {"C2", "1"}}) == "A2=S1 C2=1 ");
  CHECK(sheet.block({{"A3", "S2"}, {"C3", "hidden"}}) == "A3=S2 C3=1 C2? C2:C5 ");
  CHECK(sheet.block({{"C4", "hidden"}, {"A5", "S3"}}) == "A5=S3 C5=1 ");
  // An empty one hides what is below as well.
  Sheet empty({{2, 3, 2, 2}});
  CHECK(empty.block({{"A2", "S1"}, {"A3", "S2"}, {"C3", "hidden"}}) == "A2=S1 A3=S2 ");
}

TEST_CASE("other merged cells that hold something are errors, once each") {
  Sheet sheet({{2, 3, 2, 3}, {4, 4, 2, 4}, {5, 5, 2, 3}});
  CHECK(sheet.block(
            {{"A2", "S1"}, {"C2", "1"}, {"A3", "S2"}, {"A4", "S3"}, {"C4", "x"}, {"A5", "S4"}}) ==
        "A2=S1 C2=1 A3=S2 A4=S3 C4=x A5=S4 C2! C2:D3 C4! C4:E4 ");
}

TEST_CASE("headings and totals may be merged; the header and what is left out too") {
  Sheet sheet({{1, 2, 0, 0}, {3, 3, 0, 5}, {4, 4, 0, 1}, {2, 3, 5, 5}, {2, 4, 6, 8}});
  CHECK(
      sheet.block({{"B2", "x"}, {"F2", "note"}, {"A3", "Mai Sơn"}, {"A4", "Total"}, {"E4", "5"}}) ==
      "B2=x F2=note A3=Mai Sơn A4=Total E4=5 ");
  Sheet school({{2, 2, 0, 0}, {3, 3, 3, 4}});
  CHECK(school.block({{"A3", "S1"}, {"B3", "tieu_hoc"}, {"D3", "x"}}) ==
        "A3=S1 B3=tieu_hoc D3=x D3! D3:E3 ");
}

TEST_CASE("what stands beside the table is told once a column") {
  Sheet sheet({});
  CHECK(sheet.block({{"A2", "S1"}, {"H2", "x"}, {"A3", "S2"}, {"H3", "y"}, {"I3", "z"}}) ==
        "A2=S1 H2=x A3=S2 H3=y I3=z H2?  I3?  ");
  CHECK(sheet.block({{"A4", "S3"}, {"H4", "x"}}) == "A4=S3 H4=x ");
}

}  // namespace
}  // namespace kdcl
