// A block of rows of a table: the text, and where its cells end. No string per cell. CSV and YAML
// both become grids.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kdcl {

/// Readers may look this many bytes past the end of a grid's text.
inline constexpr size_t kGridPadding = 128;

/// A cell whose text is that of another table.
struct JoinedCell {
  uint32_t row = 0;
  uint32_t column = 0;
  const std::string* table = nullptr;  ///< as faults call it; outlives the grid
  uint32_t line = 0;
  uint32_t cell = 0;      ///< its column there, from 1
  bool is_sheet = false;  ///< the other table is in a workbook
};

/// Places of cells without one in their file: from here on their columns in the grid.
inline constexpr uint32_t kNoPlace = 1u << 30;

/// Every row has `columns` cells; those that a short row lacks are empty. A cell's text is as it
/// stands in the file, quotes and a carriage return at the row's end included; `cell_text` in
/// read/csv takes them off.
struct Grid {
  const char* text = nullptr;  ///< kGridPadding bytes after the last cell are readable
  char separator = 0;  ///< ends every cell but a row's last, which a line feed ends; 0: neither
  uint32_t columns = 0;
  /// Columns from here on come from another table and have no places in this one.
  uint32_t own_columns = UINT32_MAX;
  std::vector<JoinedCell> joined;  ///< by row
  size_t rows = 0;
  /// ends[0] is one before the first cell; then, row by row, where each cell ends: `columns` a row.
  /// A cell begins one after the end of the cell before it. Not a vector: it has room for the worst
  /// case, of which next to nothing is ever touched.
  std::unique_ptr<uint32_t[]> ends;
  size_t capacity = 0;
  std::vector<uint32_t>
      lines;  ///< a row: lines from the block's first line to the row's; empty: a line a row
  /// A cell: its line and column, where they can't be told from its row (YAML); else empty.
  std::vector<std::pair<uint32_t, uint32_t>> places;
  /// Row and column, rising, of cells that the file stores as numbers, so that a point in them is a
  /// decimal sign; only those that may_have_thousands().
  std::vector<std::pair<uint32_t, uint32_t>> numbers;
  /// The text is surely UTF-8 without combining diacritics and invisible characters: no cell needs
  /// another look.
  bool is_plain = false;
  uint64_t line_count = 0;  ///< lines the block takes up in its file
  std::string kept_text;    ///< owns the text where the rows had to be rewritten

  [[nodiscard]] std::string_view cell(size_t row, size_t column) const {
    const uint32_t* end = ends.get() + row * columns + column;
    const uint32_t begin = end[0] + 1;
    return {text + begin, end[1] - begin};
  }
  [[nodiscard]] bool is_number(uint32_t row, uint32_t column) const {
    return std::binary_search(numbers.begin(), numbers.end(), std::pair(row, column));
  }
  /// Lines from the first line of the block (0) to the row's.
  [[nodiscard]] uint64_t line(size_t row) const { return lines.empty() ? row : lines[row]; }
};

}  // namespace kdcl
