// The rows of a table in a sheet as people see them, block after block: a cell merged over rows is
// its value in each of them, and what is told of columns that nobody reads is told once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "read/schools/sheet_table.h"

namespace kdcl {

class TableRows {
 public:
  /// `merged`: all merged cells of the sheet. The table stays where it is.
  TableRows(const SheetTable& table, std::vector<MergedCells> merged);

  /// Puts the next block right. Adds faults: merged cells that leave open what their value is of
  /// or hide that of a row below the header, and, once a column, that merged cells were read, that
  /// cells stand beside the table, and that text was typed in an old font.
  void put_right(SheetBlock& block);

 private:
  /// Merged cells that rows to come are in, and their value.
  struct Open {
    MergedCells cells;
    std::string value{};
    SheetCell in_block{};  ///< once it is there
    bool is_in_block = false;
  };
  /// A row while it is put right: its cells, of which some come from rows above.
  struct Row {
    uint32_t number = 0;
    std::vector<SheetCell> cells;
  };

  void open_merged(uint32_t row);
  void fill(SheetBlock& block);
  void fill_row(SheetBlock& block, Row& row);
  static void keep_value(const SheetBlock& block, const SheetCell& cell, Open& open);
  [[nodiscard]] static SheetCell cell_in(SheetBlock& block, Open& open);
  void announce(SheetBlock& block, uint32_t column);
  [[nodiscard]] bool is_heading(const Row& row, const MergedCells& cells) const;
  void note_beside(SheetBlock& block);
  void note_hidden_by_header(SheetBlock& block);
  void note_fonts(SheetBlock& block);
  void note_stray(SheetBlock& block, uint32_t row, const SheetCell& cell);

  const SheetTable& table_;
  std::vector<MergedCells>
      merged_;  ///< those that touch columns that are read, by their first rows
  std::vector<MergedCells> from_header_;  ///< header cells merged over rows below
  size_t next_ = 0;                       ///< of merged_
  std::map<uint32_t, Open> open_;         ///< by first column
  std::set<uint32_t> announced_;          ///< columns with merged cells
  std::set<uint32_t> old_fonts_;          ///< columns with text that was typed in one
  std::set<uint32_t> told_;               ///< columns beside the table, or left out
  size_t room_left_ = 0;                  ///< for values filled into the block
};

}  // namespace kdcl
