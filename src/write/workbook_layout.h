// Where everything of a report stands in a workbook: worked out before the first cell is written, because formulas of the first
// sheet point into later ones. Rows and columns count from 0.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/report.h"

namespace kdcl {

struct TablePlace {
  uint32_t title = 0;           ///< row of the title, if it has one
  uint32_t header = 0;          ///< first header row
  uint32_t body = 0;            ///< first row of the body
  std::vector<uint32_t> rows;   ///< of each row, then of each total row; a note stands on the row below
};

struct SheetPlace {
  uint32_t title = 0;
  uint32_t subtitles = 0;
  std::vector<TablePlace> tables;
  uint32_t footnotes = 0;
  uint32_t signatures = 0;
  uint32_t end = 0;             ///< the first row with nothing on it or below it
  std::vector<double> widths;   ///< of the columns: the widest that a table asks for
};

[[nodiscard]] SheetPlace place_sheet(const Sheet& sheet);

/// The sum of the widths of columns `first` to `last`.
[[nodiscard]] double width_between(const SheetPlace& place, size_t first, size_t last);

/// The formula with its references as cells: "=SUM($C$9:$C$12)", those of other sheets with the sheet's name.
[[nodiscard]] std::string formula_text(const Formula& formula, const Report& report,
                                       const std::vector<SheetPlace>& places, size_t sheet);

}  // namespace kdcl
