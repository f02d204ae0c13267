#include "read/sheet_table.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "read/binding.h"
#include "read/csv.h"
#include "read/long_table.h"
#include "read/note_table.h"
#include "read/xlsx_messages.h"

namespace kdcl {
namespace {

using namespace message;

constexpr size_t kMostTitleRows = 20;
constexpr char kBetweenCells = '\t';

/// It names the ids of schools, or what a long table or one of notes has.
bool is_header(const SheetBlock& block, size_t row) {
  std::vector<std::string> names;
  for (size_t i = block.rows[row].first; i < block.cells_end(row); ++i)
    names.emplace_back(block.text_of(block.cells[i]));
  const std::vector<std::string> folded = folded_names(names);
  return find_school_column(folded) || find_long_columns(folded) || find_note_columns(folded);
}

void add_fault(const SheetFault& fault, const std::string& table, Diagnostics& diagnostics) {
  diagnostics.error({table, fault.row, uint64_t{fault.column} + 1, true}, *fault.message,
                    excerpt(fault.text));
  if (fault.message == &kErrorCell) diagnostics.hint(kMendFormula);
  if (fault.message == &kFormulaWithoutValue) diagnostics.hint(kRecalculate);
}

/// The cells of a row, one a column of the table.
void add_row(const SheetBlock& block, size_t row, const SheetHeader& header,
             const std::string& table, Grid& grid, Diagnostics& diagnostics) {
  uint32_t* end = grid.ends.get() + grid.rows * grid.columns;
  size_t at = block.rows[row].first;
  const size_t last = block.cells_end(row);
  const auto report = [&](const SheetCell& cell) {
    add_fault({block.rows[row].number, cell.column, &kBeyondHeader}, table, diagnostics);
  };
  for (; at < last && block.cells[at].column < header.first_column; ++at) report(block.cells[at]);
  for (uint32_t i = 0; i < grid.columns; ++i) {
    if (at < last && block.cells[at].column == header.first_column + i)
      append_cell(block.text_of(block.cells[at++]), grid.kept_text);
    *++end = static_cast<uint32_t>(grid.kept_text.size());
    grid.kept_text += i + 1 < grid.columns ? kBetweenCells : '\n';
  }
  for (; at < last; ++at) report(block.cells[at]);
  grid.lines.push_back(block.rows[row].number - 1);
  ++grid.rows;
}

SheetHeader header_at(const SheetBlock& block, size_t row) {
  SheetHeader header;
  header.row = block.rows[row].number;
  const size_t first = block.rows[row].first;
  header.first_column = block.cells[first].column;
  for (size_t i = first; i < block.cells_end(row); ++i) {
    header.names.resize(block.cells[i].column - header.first_column);
    header.names.emplace_back(trim(block.text_of(block.cells[i])));
  }
  return header;
}

}  // namespace

std::optional<SheetHeader> find_sheet_header(const SheetBlock& block) {
  if (block.rows.empty()) return {};
  const size_t last = std::min(block.rows.size(), kMostTitleRows);
  for (size_t row = 0; row < last; ++row)
    if (is_header(block, row)) return header_at(block, row);
  return header_at(block, 0);
}

std::optional<SheetHeader> read_sheet_header(SheetReader& reader, SheetBlock& block) {
  SheetBlock piece;
  size_t row = 0;
  while (row < kMostTitleRows && reader.next(piece, 1)) {
    block.append(piece);
    for (; row < std::min(block.rows.size(), kMostTitleRows); ++row)
      if (is_header(block, row)) return header_at(block, row);
  }
  if (block.rows.empty()) return {};
  return header_at(block, 0);
}

namespace {

/// "school_id" for other columns of a table of schools without it.
std::string lost_school_column(const std::vector<std::string>& folded) {
  constexpr ptrdiff_t kLikely = 3;  // so many are no accident
  constexpr std::array kOthers = {IdentityColumn::school_name, IdentityColumn::school_type,
                                  IdentityColumn::assessed_on, IdentityColumn::assessment,
                                  IdentityColumn::criteria_set};
  const auto has = [&folded](IdentityColumn column) {
    return std::find(folded.begin(), folded.end(), identity_name(column)) != folded.end();
  };
  if (find_school_column(folded) || std::count_if(kOthers.begin(), kOthers.end(), has) < kLikely)
    return {};
  return std::string(identity_name(IdentityColumn::school_id));
}

}  // namespace

void report_edited_header(const SheetHeader& header, const std::string& table,
                          std::string_view lost, Diagnostics& diagnostics) {
  diagnostics
      .error({table, header.row, uint64_t{header.first_column} + 1, true}, kEditedHeader, lost)
      .hint(kRestoreHeader);
}

namespace {

/// Reports the first row of which `find_lost` names a column.
template <typename FindLost>
void check_headers(const SheetBlock& block, const std::string& table, FindLost find_lost,
                   Diagnostics& diagnostics) {
  for (size_t row = 0; row < std::min(block.rows.size(), kMostTitleRows); ++row) {
    const SheetHeader header = header_at(block, row);
    const std::string lost = find_lost(folded_names(header.names));
    if (lost.empty()) continue;
    report_edited_header(header, table, lost, diagnostics);
    return;
  }
}

}  // namespace

void check_edited_header(const SheetBlock& block, const std::string& table,
                         Diagnostics& diagnostics) {
  check_headers(block, table, find_lost_column, diagnostics);
}

void check_lost_school_ids(const SheetBlock& block, const std::string& table,
                           Diagnostics& diagnostics) {
  check_headers(block, table, lost_school_column, diagnostics);
}

void check_merged_header(const SheetReader& reader, const SheetHeader& header,
                         const std::string& table, Diagnostics& diagnostics) {
  for (const MergedCells& merged : reader.merged_in(header.row))
    if (merged.last_column > merged.first_column)
      diagnostics
          .error({table, merged.first_row, uint64_t{merged.first_column} + 1, true}, kMergedHeader,
                 merged.last_column - merged.first_column + 1)
          .hint(kUnmerge);
}

void make_sheet_grid(const SheetBlock& block, const SheetHeader& header, const std::string& table,
                     Grid& grid, Diagnostics& diagnostics) {
  grid.separator = kBetweenCells;
  grid.columns = static_cast<uint32_t>(header.names.size());
  grid.rows = 0;
  grid.lines.clear();
  grid.kept_text.clear();
  const size_t most = block.rows.size() * grid.columns + 1;
  if (grid.capacity < most) {
    grid.ends = std::make_unique_for_overwrite<uint32_t[]>(most);
    grid.capacity = most;
  }
  grid.ends[0] = static_cast<uint32_t>(-1);
  for (const SheetFault& fault : block.faults) add_fault(fault, table, diagnostics);
  for (size_t row = 0; row < block.rows.size(); ++row)
    if (block.rows[row].number > header.row) add_row(block, row, header, table, grid, diagnostics);
  // The padding also keeps the text off the stack, so that it stays in place when the grid moves.
  grid.kept_text.append(kGridPadding, '\0');
  grid.text = grid.kept_text.data();
}

}  // namespace kdcl
