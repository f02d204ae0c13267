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
  uint32_t title = 0;            ///< row of the title, if it has one
  uint32_t header = 0;           ///< first header row
  uint32_t body = 0;             ///< first row of the body
  size_t made = 0;               ///< rows of the body that stand below each other without notes
  std::vector<uint32_t> others;  ///< of the other rows, then of each total row; a note stands on
                                 ///< the row below

  /// Where the row stands, counted over rows and then total rows.
  [[nodiscard]] uint32_t row(size_t index) const {
    return index < made ? body + static_cast<uint32_t>(index) : others[index - made];
  }
};

struct SheetPlace {
  uint32_t title = 0;
  uint32_t subtitles = 0;
  uint32_t chart = 0;       ///< first row of the chart
  uint32_t chart_rows = 0;  ///< 0 without a chart
  std::vector<TablePlace> tables;
  uint32_t footnotes = 0;
  uint32_t signatures = 0;
  uint32_t end = 0;            ///< the first row with nothing on it or below it
  bool is_one_page = false;    ///< fitted on one page, not only to its width
  std::vector<double> widths;  ///< of the columns: the widest that a table asks for
};

/// A chart stands below the tables if the sheet is then still fitted on one page, else above them:
/// the break between two pages would cut it, and Excel sets no breaks by hand on pages that are
/// fitted to a width. A sheet that takes up to half as many lines again as its page is fitted on
/// one: rather small print than two lines on a second page. A chart that alone makes the sheet too
/// long for its page becomes lower.
[[nodiscard]] SheetPlace place_sheet(const Sheet& sheet);

/// The width of all columns on the screen.
[[nodiscard]] double width_in_pixels(const SheetPlace& place);

/// The sum of the widths of columns `first` to `last`.
[[nodiscard]] double width_between(const SheetPlace& place, size_t first, size_t last);

/// The formula with its references as cells: "=SUM($C$9:$C$12)", those of other sheets with the
/// sheet's name.
[[nodiscard]] std::string formula_text(const Formula& formula, const Report& report,
                                       const std::vector<SheetPlace>& places, size_t sheet);

inline constexpr double kFontSize = 13;       ///< of all text but titles, in points
inline constexpr double kLineHeight = 17.25;  ///< points of a line of that font
/// Its letters against those Excel measures columns in.
inline constexpr double kWidthOfFont = 1.16;
/// Text that Excel takes: valid, without characters that XML cannot hold, and not longer than a
/// cell can be. Every text for the library goes through here, wherever in the workbook it is to
/// stand.
[[nodiscard]] std::string safe_text(std::string_view text);

/// "#,##0.0" with the unit after it; the reader's Excel puts its own decimal sign.
[[nodiscard]] std::string number_format(int decimals, const std::string& unit);

/// Lines that a text takes in columns of `width` together, with a little room left.
[[nodiscard]] size_t lines_of(std::string_view text, double width, const Style& style, double size);

/// The width of a column in which no word of a bold label is broken.
[[nodiscard]] double width_of_header(std::string_view label);

/// The widths in which texts of a table may go on in a next line, by column; 0 where they may not.
[[nodiscard]] std::vector<double> wrapping_widths(const SheetPlace& place, const Table& table);

/// Lines of a row: those of its longest text that may go on in a next line.
[[nodiscard]] size_t lines_of_row(const std::vector<double>& wrapping, const Row& row,
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
