#include "write/workbook_cells.h"

#include <algorithm>
#include <cmath>

#include "write/cell_text.h"

namespace kdcl {
namespace {

/// Writes one cell of a table.
struct CellWriter {
  Page& page;
  uint32_t row;
  size_t column;
  Look look;

  [[nodiscard]] lxw_col_t at() const { return static_cast<lxw_col_t>(column); }
  lxw_format* format() { return format_of(page.book, look); }
  void blank() { page.book.check(worksheet_write_blank(page.worksheet, row, at(), format())); }
  void number(double value) {
    if (!std::isfinite(value)) return blank();  // never a figure for what is not known
    page.book.check(worksheet_write_number(page.worksheet, row, at(), value, format()));
  }

  void operator()(std::monostate) { blank(); }
  void operator()(const std::string& text) {
    if (text.empty()) return blank();
    write_text(page, row, column, text, look);
  }
  void operator()(const Number& cell) {
    look.number_format = number_format(cell.decimals, cell.unit);
    number(cell.value);
  }
  void operator()(const Share& share) { (*this)(cell_text(share, page.book.report.language)); }
  void operator()(const LevelRange& range) {
    if (range.level == kNoLevel || range.level != range.level_max)
      return (*this)(cell_text(range, page.book.report.language));
    number(range.level);
  }
  void operator()(Verdict verdict) { (*this)(cell_text(verdict, page.book.report.language)); }
  void operator()(const DateCell& date) {
    if (date.day == kNoDate) return blank();
    look.number_format = "dd/mm/yyyy";
    // Days of Excel count from 1899-12-30 for all dates after February 1900.
    number(date.day + 25569.0);
  }
  void operator()(const Bar& bar) {
    number(bar.part);
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_DATA_BAR;
    rule.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    rule.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    rule.max_value = 1;
    rule.bar_color = 0x5B9BD5;
    rule.bar_only = LXW_TRUE;
    rule.bar_solid = LXW_TRUE;
    page.book.check(worksheet_conditional_format_cell(page.worksheet, row, at(), &rule));
  }
  void operator()(const Formula& formula) {
    look.number_format =
        formula.percent
            ? "0." + std::string(static_cast<size_t>(std::max(1, formula.decimals)), '0') + "\\ %"
            : number_format(formula.decimals, {});
    const std::string text = formula_text(formula, page.book.report, page.book.places, page.index);
    page.book.check(worksheet_write_formula_num(page.worksheet, row, at(), text.c_str(), format(),
                                                formula.value));
  }
};

}  // namespace

void write_row(Page& page, const Table& table, const Row& row, uint32_t at, bool total) {
  set_height(page, at, lines_of_row(page.place(), table, row, page.book.report.language));
  for (size_t i = 0; i < table.columns.size(); ++i) {
    const Cell cell = i < row.cells.size() ? row.cells[i] : Cell{};
    Look look{.style = cell.style, .align = table.columns[i].align, .border = true};
    look.wrap = table.columns[i].fit == Fit::wrap || table.columns[i].fit == Fit::shorten;
    if (total) look.style.bold = true;
    const size_t last = last_covered(page.place(), table, i);
    if (last > i) write_merged(page, at, i, last, {}, look);
    std::visit(CellWriter{page, at, i, look}, cell.content);
  }
  if (row.note.empty()) return;
  const size_t first = table.columns.size() > 1 ? 1 : 0;
  const size_t last = last_covered(page.place(), table, table.columns.size() - 1);
  set_height(page, at + 1,
             lines_of(row.note, width_between(page.place(), first, last), {}, kFontSize));
  if (first == 1) write_text(page, at + 1, 0, {}, {.border = true});
  write_merged(page, at + 1, first, last, row.note,
               {.style = {.italic = true, .tone = Tone::quiet}, .border = true, .wrap = true});
}

}  // namespace kdcl
