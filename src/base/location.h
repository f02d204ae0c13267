// Where a fault is: a file, a line and a column, as people count them.
#pragma once

#include <cstdint>
#include <string>

namespace kdcl {

/// Lines and columns count from 1; 0 means that the fault has no line or no column of its own. In a
/// table the column is the number of the cell in its row; in YAML and in expressions it is the
/// character in the line. In a workbook `file` is that of the file and the sheet,
/// "truong.xlsx:Trường", and the line is the row.
struct Location {
  std::string file;
  uint64_t line = 0;
  uint64_t column = 0;
  bool is_cell = false;  ///< of a workbook: written as "truong.xlsx:Trường!C14"

  auto operator<=>(const Location&) const = default;
};

}  // namespace kdcl
