#include "write/workbook_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "write/cell_text.h"
#include "write/score_csv.h"

namespace kdcl {

/// Writes one cell of a table.
struct CellWriter {
  RowWriter& writer;
  uint32_t row;
  size_t column;
  const Style& style;

  [[nodiscard]] Page& page() const { return writer.page_; }
  [[nodiscard]] Language language() const { return page().book.report.language; }
  [[nodiscard]] lxw_col_t at() const { return static_cast<lxw_col_t>(column); }
  [[nodiscard]] lxw_format* format(const NumberLook& number = {}) const {
    return writer.format_of_cell(column, style, number);
  }
  void blank(const NumberLook& number = {}) const {
    page().book.check(worksheet_write_blank(page().worksheet, row, at(), format(number)));
  }
  void number(double value, const NumberLook& look = {}) const {
    if (!std::isfinite(value)) return blank(look);  // never a figure for what is not known
    page().book.check(worksheet_write_number(page().worksheet, row, at(), value, format(look)));
  }

  void operator()(std::monostate) const { blank(); }
  void operator()(const std::string& text) const {
    if (text.empty()) return blank();
    page().book.check(
        worksheet_write_string(page().worksheet, row, at(), safe_text(text).c_str(), format()));
  }
  void operator()(const Number& cell) const {
    number(cell.value, {cell.signed_value ? NumberLook::Kind::change : NumberLook::Kind::figure,
                        cell.decimals, cell.unit});
  }
  void operator()(const Share& share) const { (*this)(cell_text(share, language())); }
  void operator()(const LevelRange& range) const {
    if (range.level == kNoLevel || range.level != range.level_max)
      return (*this)(cell_text(range, language()));
    number(range.level);
  }
  void operator()(Verdict verdict) const { (*this)(cell_text(verdict, language())); }
  void operator()(const DateCell& date) const {
    if (date.day == kNoDate) return blank();
    number(day_number(date.day), {.kind = NumberLook::Kind::day});
  }
  void operator()(const Bar& bar) const {
    number(bar.part);
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_DATA_BAR;
    rule.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    rule.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    rule.max_value = 1;
    rule.bar_color = 0x5B9BD5;
    rule.bar_only = LXW_TRUE;
    rule.bar_solid = LXW_TRUE;
    page().book.check(worksheet_conditional_format_cell(page().worksheet, row, at(), &rule));
  }
  void operator()(const Formula& formula) const {
    const NumberLook look = number_look(formula);
    const std::string text =
        formula_text(formula, page().book.report, page().book.places, page().index);
    page().book.check(worksheet_write_formula_num(page().worksheet, row, at(), text.c_str(),
                                                  format(look), formula.value));
  }
};

NumberLook number_look(const Formula& formula) {
  const NumberLook::Kind kind = formula.percent        ? NumberLook::Kind::percent
                                : formula.signed_value ? NumberLook::Kind::change
                                                       : NumberLook::Kind::figure;
  return {kind, formula.decimals, {}};
}

std::string format_text(const NumberLook& number) {
  switch (number.kind) {
    case NumberLook::Kind::none: return {};
    case NumberLook::Kind::figure: return number_format(number.decimals, std::string(number.unit));
    case NumberLook::Kind::change: {
      const std::string figure = number_format(number.decimals, std::string(number.unit));
      return "+" + figure + ";-" + figure + ";" + figure;
    }
    case NumberLook::Kind::percent:
      return "0." + std::string(static_cast<size_t>(std::max(1, number.decimals)), '0') + "\\ %";
    case NumberLook::Kind::day: return "dd/mm/yyyy";
  }
  return {};
}

RowWriter::RowWriter(Page& page, const Table& table)
    : page_(page),
      table_(table),
      wrapping_(wrapping_widths(page.place(), table)),
      known_(table.columns.size()) {}

lxw_format* RowWriter::format_of_cell(size_t column, const Style& style, const NumberLook& number) {
  for (const Known& known : known_[column])
    if (known.style == style && known.kind == number.kind && known.decimals == number.decimals &&
        known.unit == number.unit)
      return known.format;
  lxw_format* format = format_of(page_.book, {.style = style,
                                              .align = table_.columns[column].align,
                                              .border = table_.kind != TableKind::prose,
                                              .wrap = wrapping_[column] > 0,
                                              .number_format = format_text(number)});
  known_[column].push_back({style, number.kind, number.decimals, std::string(number.unit), format});
  return format;
}

size_t RowWriter::lines(const Row& row) const {
  return lines_of_row(wrapping_, row, page_.book.report.language);
}

void RowWriter::write(const Row& row, uint32_t at, size_t lines, bool total) {
  set_height(page_, at, lines);
  for (size_t i = 0; i < table_.columns.size(); ++i) {
    static const Cell kEmpty{};
    const Cell& cell = i < row.cells.size() ? row.cells[i] : kEmpty;
    Style style = cell.style;
    style.bold |= total;
    const size_t last = last_covered(page_.place(), table_, i);
    if (last > i)
      write_merged(page_, at, i, last, {},
                   {.style = style,
                    .align = table_.columns[i].align,
                    .border = table_.kind != TableKind::prose,
                    .wrap = wrapping_[i] > 0});
    std::visit(CellWriter{*this, at, i, style}, cell.content);
  }
  if (!row.note.empty()) write_note(row.note, at + 1);
}

void RowWriter::write_note(const std::string& note, uint32_t at) {
  const size_t first = table_.columns.size() > 1 ? 1 : 0;
  const size_t last = last_covered(page_.place(), table_, table_.columns.size() - 1);
  set_height(page_, at, lines_of(note, width_between(page_.place(), first, last), {}, kFontSize));
  if (first == 1) write_text(page_, at, 0, {}, {.border = true});
  write_merged(page_, at, first, last, note,
               {.style = {.italic = true, .tone = Tone::quiet}, .border = true, .wrap = true});
}

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
