#include "write/workbook_table.h"

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
  size_t at = 0;
  for (const Row& row : table.rows) write_row(page, table, row, place.rows[at++], false);
  for (const Row& row : table.totals) write_row(page, table, row, place.rows[at++], true);
}

}  // namespace kdcl
