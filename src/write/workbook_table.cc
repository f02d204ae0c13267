#include "write/workbook_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "write/header_labels.h"
#include "write/workbook_cells.h"

namespace kdcl {
namespace {

/// A label over several rows is merged when its last row is reached: rows must be written in order,
/// and by then the cells above are there already.
void write_header_row(Page& page, const Table& table, const std::vector<PlacedLabel>& labels,
                      uint32_t header, size_t row) {
  const Look look{.style = {.bold = true},
                  .align = Align::center,
                  .border = true,
                  .wrap = true,
                  .header = true};
  for (const PlacedLabel& placed : labels) {
    const HeaderCell& label = *placed.label;
    const size_t last_row = placed.row + label.rows - 1;
    const size_t last_column = last_covered(page.place(), table, placed.column + label.columns - 1);
    if (row < placed.row || row > last_row) continue;
    const auto at = header + static_cast<uint32_t>(row);
    if (placed.row == last_row) {
      write_merged(page, at, placed.column, last_column, label.text, look);
      continue;
    }
    if (row == last_row)
      page.book.check(worksheet_merge_range(
          page.worksheet, header + static_cast<uint32_t>(placed.row),
          static_cast<lxw_col_t>(placed.column), at, static_cast<lxw_col_t>(last_column),
          safe_text(label.text).c_str(), format_of(page.book, look)));
    for (size_t column = placed.column; row < last_row && column <= last_column; ++column)
      write_text(page, at, column,
                 row == placed.row && column == placed.column ? label.text : std::string(), look);
  }
}

/// One scale over all columns of figures that are to be compared. Its dark end is light enough for
/// black letters on a grey print.
void add_heat(Page& page, const Table& table, const TablePlace& place) {
  const uint32_t first = place.body;
  if (table.row_count() == 0) return;
  const uint32_t last = place.row(table.row_count() - 1);
  std::string ranges;
  std::optional<size_t> first_column;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].heat) continue;
    if (!first_column) first_column = i;
    const std::string name = column_name(i);
    ranges += fmt::format("{0}{1}{2}:{1}{3}", ranges.empty() ? "" : " ", name, first + 1, last + 1);
  }
  if (!first_column) return;
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_2_COLOR_SCALE;
  rule.min_color = 0xFFFFFF;
  rule.max_color = 0x9DC3E6;
  rule.multi_range = ranges.data();
  const auto column = static_cast<lxw_col_t>(*first_column);
  page.book.check(
      worksheet_conditional_format_range(page.worksheet, first, column, last, column, &rule));
}

/// The rows of a list that are made while it is written.
struct MadeRows {
  const RowMaker& maker;
  const TablePlace& place;
  RowWriter& writer;
  size_t next = 0;
};

constexpr size_t kRowsAtOnce = 128;
constexpr size_t kFewRows = 5000;  // made and written before a thread would have paid
/// Writing takes longer than making; more threads would only wait.
constexpr unsigned kMostRowThreads = 2;

/// Makes and measures some rows while others are written.
struct RowWorker {
  MadeRows& shared;
  size_t first = 0;
  std::vector<Row> rows{};
  std::vector<size_t> lines{};

  bool take() {
    first = shared.next;
    rows.assign(std::min(kRowsAtOnce, shared.maker.count - first), {});
    shared.next += rows.size();
    return !rows.empty();
  }
  void work() {
    lines.clear();
    for (size_t i = 0; i < rows.size(); ++i) {
      shared.maker.make(first + i, rows[i]);
      lines.push_back(shared.writer.lines(rows[i]));
    }
  }
  bool hand_on() {
    for (size_t i = 0; i < rows.size(); ++i)
      shared.writer.write(rows[i], shared.place.row(first + i), lines[i], false);
    return true;
  }
};

}  // namespace

void write_table(Page& page, const Table& table, const TablePlace& place) {
  if (!table.title.empty())
    write_text(page, place.title, 0, table.title, {.style = {.bold = true}});
  const std::vector<PlacedLabel> labels = place_labels(table);
  for (size_t row = 0; row < table.header.size(); ++row) {
    set_height(page, place.header + static_cast<uint32_t>(row),
               lines_of_header_row(page.place(), table, row));
    write_header_row(page, table, labels, place.header, row);
  }
  RowWriter writer(page, table);
  size_t at = 0;
  for (const Row& row : table.rows) writer.write(row, place.row(at++), writer.lines(row), false);
  MadeRows made{table.made, place, writer};
  const unsigned threads =
      table.made.count <= kFewRows ? 1 : std::min(page.book.threads, kMostRowThreads);
  run_ordered(threads, [&made] { return RowWorker{made}; });
  at += table.made.count;
  for (const Row& row : table.totals) writer.write(row, place.row(at++), writer.lines(row), true);
  add_heat(page, table, place);
}

}  // namespace kdcl
