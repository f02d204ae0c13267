#include "read/schools/table_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "read/csv/blocks.h"
#include "read/csv/encoding.h"
#include "read/xlsx/messages.h"

namespace kdcl {
namespace {

using namespace message;

/// "E3:E5".
std::string name_of(const MergedCells& cells) {
  return column_name(cells.first_column) + std::to_string(cells.first_row) + ':' +
         column_name(cells.last_column) + std::to_string(cells.last_row);
}

bool is_one_column(const MergedCells& cells) { return cells.first_column == cells.last_column; }

bool has(const MergedCells& cells, uint32_t column) {
  return cells.first_column <= column && column <= cells.last_column;
}

/// The first cell in the column or behind it.
auto cell_from(const std::vector<SheetCell>& cells, uint32_t column) {
  return std::lower_bound(
      cells.begin(), cells.end(), column,
      [](const SheetCell& cell, uint32_t wanted) { return cell.column < wanted; });
}

}  // namespace

TableRows::TableRows(const SheetTable& table, std::vector<MergedCells> merged)
    : table_(table), merged_(std::move(merged)) {
  const SheetHeader& header = table.header;
  const auto is_read = [&](const MergedCells& cells) {
    const size_t end = header.first_column + header.names.size();
    for (size_t i = cells.first_column; i <= cells.last_column && i < end; ++i)
      if (table.use(static_cast<uint32_t>(i)) != ColumnUse::left_out) return true;
    return false;
  };
  // What begins at the header or above is no value of a school.
  for (const MergedCells& cells : merged_)
    if (cells.first_row <= header.row && header.row < cells.last_row && is_read(cells))
      from_header_.push_back(cells);
  std::erase_if(merged_, [&](const MergedCells& cells) {
    return cells.first_row <= header.row || cells.last_row < cells.first_row || !is_read(cells);
  });
  std::sort(merged_.begin(), merged_.end(), [](const MergedCells& a, const MergedCells& b) {
    return std::tie(a.first_row, a.first_column) < std::tie(b.first_row, b.first_column);
  });
}

void TableRows::put_right(SheetBlock& block) {
  note_beside(block);
  if (!from_header_.empty()) note_hidden_by_header(block);
  if (table_.workbook && table_.workbook->has_old_fonts()) note_fonts(block);
  const bool is_touched = !open_.empty() || (next_ < merged_.size() && !block.rows.empty() &&
                                             merged_[next_].first_row <= block.rows.back().number);
  if (is_touched) fill(block);
}

/// Merged cells that begin in the row or in one above it that holds nothing.
void TableRows::open_merged(uint32_t row) {
  std::erase_if(open_, [row](const auto& open) { return open.second.cells.last_row < row; });
  for (; next_ < merged_.size() && merged_[next_].first_row <= row; ++next_)
    if (merged_[next_].last_row >= row)
      open_.insert_or_assign(merged_[next_].first_column, Open{merged_[next_]});
}

void TableRows::fill(SheetBlock& block) {
  room_left_ = kLongestRow;
  for (auto& [column, open] : open_) open.is_in_block = false;
  std::vector<SheetCell> cells;
  std::vector<SheetRow> rows;
  for (size_t i = 0; i < block.rows.size(); ++i) {
    const auto first = block.cells.begin() + block.rows[i].first;
    Row row{block.rows[i].number,
            {first, block.cells.begin() + static_cast<ptrdiff_t>(block.cells_end(i))}};
    open_merged(row.number);
    if (!open_.empty()) fill_row(block, row);
    if (row.cells.empty()) continue;
    rows.push_back({row.number, static_cast<uint32_t>(cells.size())});
    cells.insert(cells.end(), row.cells.begin(), row.cells.end());
  }
  block.cells = std::move(cells);
  block.rows = std::move(rows);
}

void TableRows::fill_row(SheetBlock& block, Row& row) {
  std::vector<SheetCell> filled;
  for (auto at = open_.begin(); at != open_.end();) {
    const MergedCells& cells = at->second.cells;
    const size_t cost = sizeof(SheetCell) + at->second.value.size();
    if (room_left_ < cost) {
      block.faults.push_back({row.number, cells.first_column, &kMergedTooMuch});
      open_.clear();
      next_ = merged_.size();
      return;
    }
    room_left_ -= cost;
    const auto first = cell_from(row.cells, cells.first_column);
    const bool is_filled = first != row.cells.end() && has(cells, first->column);
    if (!is_one_column(cells) && is_filled && !is_heading(row, cells)) {
      block.faults.push_back({cells.first_row, cells.first_column, &kMergedData, name_of(cells)});
      at = open_.erase(at);  // told once
      continue;
    }
    if (cells.first_row == row.number && is_filled) keep_value(block, *first, at->second);
    if (is_one_column(cells) && cells.first_row < row.number && !at->second.value.empty())
      filled.push_back(cell_in(block, at->second));
    ++at;
  }
  std::erase_if(row.cells, [&](const SheetCell& cell) {
    const auto open = open_.find(cell.column);
    return open != open_.end() && is_one_column(open->second.cells) &&
           open->second.cells.first_row < row.number;
  });
  if (row.cells.empty()) return;  // a row that holds nothing of its own is none
  for (const SheetCell& cell : filled) announce(block, cell.column);
  const auto own = static_cast<ptrdiff_t>(row.cells.size());
  row.cells.insert(row.cells.end(), filled.begin(), filled.end());
  std::inplace_merge(row.cells.begin(), row.cells.begin() + own, row.cells.end(),
                     [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
}

void TableRows::keep_value(const SheetBlock& block, const SheetCell& cell, Open& open) {
  open.value = block.text_of(cell);
  open.in_block = cell;
  open.is_in_block = true;
}

/// The value stands once in the text of a block, however many of its rows have it.
SheetCell TableRows::cell_in(SheetBlock& block, Open& open) {
  if (open.is_in_block) return open.in_block;
  open.is_in_block = true;
  open.in_block.begin = static_cast<uint32_t>(block.text.size());
  block.text += open.value;
  open.in_block.end = static_cast<uint32_t>(block.text.size());
  return open.in_block;
}

void TableRows::announce(SheetBlock& block, uint32_t column) {
  const MergedCells& cells = open_.at(column).cells;
  if (announced_.insert(column).second)
    block.faults.push_back({cells.first_row, column, &kMergedRows, name_of(cells), true});
}

bool TableRows::is_heading(const Row& row, const MergedCells& cells) const {
  const TableColumns& columns = table_.columns;
  const uint32_t first = table_.header.first_column;
  if (cells.first_row != cells.last_row || !columns.key || !has(cells, first + *columns.key))
    return false;
  return std::none_of(row.cells.begin(), row.cells.end(), [&](const SheetCell& cell) {
    const auto& needed = columns.needed;
    return cell.column > cells.first_column &&
           std::find(needed.begin(), needed.end(), cell.column - first) != needed.end();
  });
}

/// Keeps of the faults in columns that are not read, and of the cells in none, the first a column.
void TableRows::note_beside(SheetBlock& block) {
  const SheetHeader& header = table_.header;
  std::erase_if(block.faults, [&](const SheetFault& fault) {
    return fault.row != header.row && table_.use(fault.column) == ColumnUse::left_out &&
           !told_.insert(fault.column).second;
  });
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const size_t first = block.rows[row].first;
    const size_t end = block.cells_end(row);
    if (block.rows[row].number <= header.row || first == end) continue;
    const size_t columns_end = header.first_column + header.names.size();
    if (block.cells[first].column >= header.first_column &&
        block.cells[end - 1].column < columns_end)
      continue;
    for (size_t i = first; i < end; ++i)
      if (block.cells[i].column < header.first_column || block.cells[i].column >= columns_end)
        note_stray(block, block.rows[row].number, block.cells[i]);
  }
}

/// A row with a code of its own has lost the cell that a header is merged over. A row without one
/// is a second row of the header, or is told for the code.
void TableRows::note_hidden_by_header(SheetBlock& block) {
  const auto has_key = [&](size_t row) {
    if (!table_.columns.key) return true;
    const uint32_t key = table_.header.first_column + *table_.columns.key;
    const auto first = block.cells.begin() + block.rows[row].first;
    const auto last = block.cells.begin() + static_cast<ptrdiff_t>(block.cells_end(row));
    return std::any_of(first, last, [key](const SheetCell& cell) { return cell.column == key; });
  };
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const uint32_t number = block.rows[row].number;
    if (number <= table_.header.row || !has_key(row)) continue;
    std::erase_if(from_header_, [&](const MergedCells& cells) {
      if (cells.last_row < number) return false;
      block.faults.push_back(
          {table_.header.row, cells.first_column, &kMergedFromHeader, name_of(cells)});
      return true;
    });
  }
}

/// Text that shows by itself that it is garbled is told of when it is read.
void TableRows::note_fonts(SheetBlock& block) {
  for (size_t row = 0; row < block.rows.size(); ++row) {
    if (block.rows[row].number <= table_.header.row) continue;
    for (size_t i = block.rows[row].first; i < block.cells_end(row); ++i) {
      const SheetCell& cell = block.cells[i];
      if (cell.look != kTcvn3Look && cell.look != kVniLook) continue;
      const ColumnUse use = table_.use(cell.column);
      if ((use != ColumnUse::code && use != ColumnUse::text) || old_fonts_.contains(cell.column))
        continue;
      const std::string_view text = block.text_of(cell);
      const GarbledFrom font = cell.look == kVniLook ? GarbledFrom::vni : GarbledFrom::tcvn3;
      if (!is_utf8(text)) continue;
      const auto meant = from_old_font(text, font);
      if (!meant || find_garbled(text)) continue;
      old_fonts_.insert(cell.column);
      block.faults.push_back(
          {block.rows[row].number, cell.column, &kOldFontText,
           fmt::format("\"{}\" = \"{}\" ({})", excerpt(text), excerpt(*meant), garbled_name(font)),
           true});
    }
  }
}

void TableRows::note_stray(SheetBlock& block, uint32_t row, const SheetCell& cell) {
  if (told_.insert(cell.column).second)
    block.faults.push_back({row, cell.column, &kBeyondHeader, {}, true});
}

}  // namespace kdcl
