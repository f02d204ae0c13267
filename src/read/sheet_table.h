// A table in a sheet of a workbook: its header row, then blocks of rows as the grids that CSV would
// give.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "read/grid.h"
#include "read/sheet_rows.h"

namespace kdcl {

struct SheetHeader {
  std::vector<std::string> names;  ///< from the first column with a name to the last
  uint32_t row = 0;                ///< from 1
  uint32_t first_column = 0;       ///< from 0
};

/// Finds the header row in the first rows of a sheet: the first of twenty with a column of school
/// ids, for titles may stand above it; else the first that holds anything. Nothing if no row does.
[[nodiscard]] std::optional<SheetHeader> find_sheet_header(const SheetBlock& block);

/// Reads a sheet up to the header of a table of schools, a long one or one of notes, or as far as
/// one may stand; `block`, empty before, holds all rows read. Then as find_sheet_header().
[[nodiscard]] std::optional<SheetHeader> read_sheet_header(SheetReader& reader, SheetBlock& block);

/// Reports that a header lacks a column that it must have.
void report_edited_header(const SheetHeader& header, const std::string& table,
                          std::string_view lost, Diagnostics& diagnostics);

/// Reports a row among the first that was the header of a long table or one of notes until it was
/// edited. For sheets that are of no known kind.
void check_edited_header(const SheetBlock& block, const std::string& table,
                         Diagnostics& diagnostics);

/// Reports a row among the first that has other columns of a table of schools but not their ids.
void check_lost_school_ids(const SheetBlock& block, const std::string& table,
                           Diagnostics& diagnostics);

/// Reports header cells that are merged over several columns, once the sheet is read.
void check_merged_header(const SheetReader& reader, const SheetHeader& header,
                         const std::string& table, Diagnostics& diagnostics);

/// Cuts the rows below the header into the cells of its columns. Lines are rows of the sheet.
/// Faults: those of the block, cells outside the columns.
void make_sheet_grid(const SheetBlock& block, const SheetHeader& header, const std::string& table,
                     Grid& grid, Diagnostics& diagnostics);

}  // namespace kdcl
