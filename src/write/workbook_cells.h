// The cells of a workbook's tables: each kind of content as the cell that Excel has for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "write/workbook_book.h"

namespace kdcl {

/// How a figure is written; the unit belongs to the cell.
struct NumberLook {
  enum class Kind : uint8_t { none, figure, change, percent, day };
  Kind kind = Kind::none;
  int decimals = 0;
  std::string_view unit{};
};

[[nodiscard]] NumberLook number_look(const Formula& formula);

/// A day as Excel counts it: from 1899-12-30 for all dates after February 1900.
[[nodiscard]] inline double day_number(Day day) { return day + 25569.0; }

/// Its number format; empty for none.
[[nodiscard]] std::string format_text(const NumberLook& number);

/// Writes the rows of one table. It remembers the formats that its columns use: looking one up by
/// all that makes it differ would cost more than writing the cell.
class RowWriter {
 public:
  RowWriter(Page& page, const Table& table);

  /// Lines that the row takes. May be asked by several threads.
  [[nodiscard]] size_t lines(const Row& row) const;
  /// Writes a row of so many lines, and its note on the row below.
  void write(const Row& row, uint32_t at, size_t lines, bool total);

 private:
  friend struct CellWriter;

  /// What a column's cells are formatted by, and the format.
  struct Known {
    Style style{};
    NumberLook::Kind kind{};
    int decimals = 0;
    std::string unit{};
    lxw_format* format = nullptr;
  };

  lxw_format* format_of_cell(size_t column, const Style& style, const NumberLook& number);
  void write_note(const std::string& note, uint32_t at);

  Page& page_;
  const Table& table_;
  std::vector<double> wrapping_;           // widths, by column
  std::vector<std::vector<Known>> known_;  // by column
};

// Tables of a workbook: title, header, rows and totals.

/// Writes the table at its place, row by row downwards.
void write_table(Page& page, const Table& table, const TablePlace& place);

}  // namespace kdcl
