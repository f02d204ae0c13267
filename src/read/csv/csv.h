// CSV as officials' Excel writes it: from blocks of text to grids.
#pragma once

#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "read/csv/blocks.h"
#include "read/csv/grid.h"

namespace kdcl {

inline constexpr size_t kMostColumns = 20000;
inline constexpr size_t kLongestCell = 1u << 20;

struct CsvHeader {
  char separator = ',';
  std::vector<std::string> names;  ///< as written, quotes and outer blanks taken off
  uint64_t line = 1;               ///< of the header row
  uint64_t rows_line = 2;          ///< of the first row after it
};

/// Takes the header row off the cutter (after a `sep=` line and empty lines). The separator is the
/// one that the `sep=` line names, else the most frequent of comma, semicolon and tab outside
/// quotes in the header. Nothing, and an error, if there is no usable header.
[[nodiscard]] std::optional<CsvHeader> read_csv_header(BlockCutter& cutter,
                                                       Diagnostics& diagnostics);

/// Cuts a block into the cells of `columns` columns. Rows of only empty cells are left out, short
/// rows get empty cells. Faults: a long row, a cell over kLongestCell, a row over kLongestRow,
/// quotes out of place (then the rest of the block is not read, and false comes back: nothing after
/// it can be trusted). Lines in faults count from 1 at the start of the block.
[[nodiscard]] bool read_csv_grid(TextBlock& block, char separator, uint32_t columns,
                                 const std::string& file, Grid& grid, Diagnostics& diagnostics);

/// True if the cell surely has no quotes and no blank at either end: nearly every cell.
[[nodiscard]] inline bool is_bare(std::string_view cell) {
  if (cell.empty()) return true;
  const auto first = static_cast<unsigned char>(cell.front());
  const auto last = static_cast<unsigned char>(cell.back());
  // A no-break space is C2 A0, a byte-order mark starts with EF.
  return first > ' ' && first != '"' && first != 0xC2 && first != 0xEF && last > ' ' &&
         last != 0xA0;
}

/// A cell without its quotes and outer blanks. Text that had to be rewritten is added to `kept`.
[[nodiscard]] std::string_view unwrap_cell(std::string_view cell, std::list<std::string>& kept);
[[nodiscard]] inline std::string_view cell_text(std::string_view cell,
                                                std::list<std::string>& kept) {
  return is_bare(cell) ? cell : unwrap_cell(cell, kept);
}

/// Adds text as it would stand in CSV: `cell_text` gives it back.
void append_cell(std::string_view text, std::string& out);

}  // namespace kdcl
