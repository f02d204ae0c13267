// Where everything of a report stands in a workbook: worked out before the first cell is written,
// because formulas of the first sheet point into later ones. Rows and columns count from 0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace kdcl {

struct TablePlace {
  uint32_t title = 0;   ///< row of the title, if it has one
  uint32_t header = 0;  ///< first header row
  uint32_t body = 0;    ///< first row of the body
  std::vector<uint32_t>
      rows;  ///< of each row, then of each total row; a note stands on the row below
};

struct SheetPlace {
  uint32_t title = 0;
  uint32_t subtitles = 0;
  std::vector<TablePlace> tables;
  uint32_t footnotes = 0;
  uint32_t signatures = 0;
  uint32_t end = 0;            ///< the first row with nothing on it or below it
  std::vector<double> widths;  ///< of the columns: the widest that a table asks for
};

[[nodiscard]] SheetPlace place_sheet(const Sheet& sheet);

/// The sum of the widths of columns `first` to `last`.
[[nodiscard]] double width_between(const SheetPlace& place, size_t first, size_t last);

/// The formula with its references as cells: "=SUM($C$9:$C$12)", those of other sheets with the
/// sheet's name.
[[nodiscard]] std::string formula_text(const Formula& formula, const Report& report,
                                       const std::vector<SheetPlace>& places, size_t sheet);

inline constexpr double kFontSize = 13;  ///< of all text but titles, in points

/// Text that Excel takes: valid, and not longer than a cell can be.
[[nodiscard]] std::string safe_text(std::string_view text);

/// "#,##0.0" with the unit after it; the reader's Excel puts its own decimal sign.
[[nodiscard]] std::string number_format(int decimals, const std::string& unit);

/// Lines that a text takes in columns of `width` together. Letters differ in width, so a little
/// room is left.
[[nodiscard]] size_t lines_of(std::string_view text, double width, const Style& style, double size);

/// Lines of a row: those of its longest text that may go on in a next line.
[[nodiscard]] size_t lines_of_row(const SheetPlace& place, const Table& table, const Row& row,
                                  Language language);

/// Lines of a header row. A label over several rows has the lines of those before its last to
/// itself.
[[nodiscard]] size_t lines_of_header_row(const SheetPlace& place, const Table& table, size_t row);

/// The last column of the sheet that a column of a table covers: text at the end of a narrow table
/// takes the room beside it.
[[nodiscard]] size_t last_covered(const SheetPlace& place, const Table& table, size_t column);

/// The columns at which `parts` equal parts of the width begin, and the end of the last: at least
/// one column a part. As many parts as there are columns if that is less.
[[nodiscard]] std::vector<size_t> split_columns(const SheetPlace& place, size_t parts);

/// Rows from a signer's title to the title of another one below: title, note, room to sign, name.
inline constexpr uint32_t kSignerRows = 8;

/// Cells of all tables of a report.
[[nodiscard]] size_t count_cells(const Report& report);

}  // namespace kdcl
