// A table in a sheet of a workbook: its header row, then blocks of rows as the grids that CSV would
// give.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "read/csv/grid.h"
#include "read/schools/binding.h"
#include "read/schools/long_table.h"
#include "read/schools/note_table.h"
#include "read/xlsx/sheet_rows.h"

namespace kdcl {

struct SheetHeader {
  std::vector<std::string> names;   ///< from the first column with a name to the last
  uint32_t row = 0;                 ///< from 1
  uint32_t first_column = 0;        ///< from 0
  std::vector<uint32_t> numbers{};  ///< columns whose names are numbers
};

/// What a column of a table is read for, as far as that says what its cells mean.
enum class ColumnUse : uint8_t {
  left_out,  ///< nothing
  code,      ///< codes of schools: a number is the digits that are shown
  text,      ///< words and other codes: the same
  name,      ///< the ids of indicators
  percent,   ///< figures of a field in %
  other,     ///< other figures, levels, judgements, days, words of a list
};

struct TableColumns {
  std::vector<ColumnUse> uses{};  ///< by column of the table
  /// A row that has nothing in the columns `needed` is a heading or a total if the cell of `key` is
  /// merged with others.
  std::optional<uint32_t> key{};
  std::vector<uint32_t> needed{};
  /// What faults call them: "Số học sinh (pupils)"; empty: as the header has it.
  std::vector<std::string> labels{};
  /// Ids of indicators that a number can't be told from: "1.1", where there is a "1.10".
  std::vector<std::string> unsure_names{};
};

/// A table in a sheet, of which the header is read.
struct SheetTable {
  std::string name;  ///< as faults call the place
  SheetHeader header;
  TableColumns columns;
  const Workbook* workbook = nullptr;

  /// What faults call a column of the sheet; empty outside of the table.
  [[nodiscard]] std::string label(uint32_t column) const;

  /// What is read of a column of the sheet.
  [[nodiscard]] ColumnUse use(uint32_t column) const {
    const uint32_t at = column - header.first_column;
    return column >= header.first_column && at < columns.uses.size() ? columns.uses[at]
                                                                     : ColumnUse::left_out;
  }
};

/// Finds the header row in the first rows of a sheet: the first of a hundred that is one of a table
/// of schools, a long one or one of notes, for titles and explanations may stand above it; else the
/// first with a column of school ids, that of a list; else the first that holds anything. Nothing
/// if no row does.
[[nodiscard]] std::optional<SheetHeader> find_sheet_header(const SheetBlock& block,
                                                           const ColumnNames& known);

/// Reads a sheet up to the header of a table that is no list, or as far as one may stand; `block`,
/// empty before, holds all rows read. Then as find_sheet_header().
[[nodiscard]] std::optional<SheetHeader> read_sheet_header(SheetReader& reader, SheetBlock& block,
                                                           const ColumnNames& known);

/// Reports that a header, whose first cell is `where`, lacks a column that it must have.
void report_edited_header(const Location& where, std::string_view lost, Diagnostics& diagnostics);

/// Reports a row among the first that was the header of a long table or one of notes until it was
/// edited, or has indicators below it but no results beside them. For sheets that are of no known
/// kind.
void check_edited_header(const SheetBlock& block, const std::string& table,
                         const ColumnNames& known, Diagnostics& diagnostics);

/// A header that has columns of a table of schools but not their ids.
struct HeaderWithoutIds {
  uint32_t row = 0;       ///< from 1
  uint32_t column = 0;    ///< from 1: that of the name below, else the first
  std::string columns{};  ///< the first of those that it has
  std::string nearest{};  ///< the name most likely meant to be that of ids; empty if none is near
};

/// The first row that is one, from a row of the sheet on, among those where a header may stand.
[[nodiscard]] std::optional<HeaderWithoutIds> find_header_without_ids(const SheetBlock& block,
                                                                      uint32_t first_row,
                                                                      const ColumnNames& known);

/// Reports header cells that are merged over several columns: what stands below can't be read.
/// False if there are any.
[[nodiscard]] bool check_merged_header(const std::vector<MergedCells>& merged,
                                       const SheetHeader& header, const std::string& table,
                                       Diagnostics& diagnostics);

/// Reports what is known once the sheet is read: rows that are hidden, though they count, and why
/// reading stopped early.
void check_sheet(const SheetReader& reader, const SheetHeader& header, const std::string& table,
                 Diagnostics& diagnostics);

/// A cell that holds words or a code, as Excel shows it.
[[nodiscard]] std::string shown_text(const SheetBlock& block, const SheetCell& cell,
                                     const Workbook& workbook);

/// Cuts the rows below the header into the cells of its columns. Lines are rows of the sheet.
/// Faults: those of the block, percentages where none belong, codes of too many digits, ids that
/// may be others. What stands in columns that are left out or beside them is only warned of.
void make_sheet_grid(const SheetBlock& block, const SheetTable& table, Grid& grid,
                     Diagnostics& diagnostics);

// What the columns of a table in a sheet are read for, by what the table is.

/// Of a table of schools.
[[nodiscard]] TableColumns columns_of_schools(const Binding& binding, const Run& run,
                                              Language language);

/// Of a long table or a table of notes of `count` columns; null: it is none, or nobody asks.
[[nodiscard]] TableColumns columns_of_long(size_t count, const OwnerColumns& owner,
                                           const LongColumns* results, const NoteColumns* notes,
                                           const Run& run);

/// Warns of names of columns that are numbers where another may be meant: 1.1 is shown for 1.10.
void check_number_names(const SheetHeader& header, const TableColumns& columns,
                        const std::string& table, Diagnostics& diagnostics);

}  // namespace kdcl
