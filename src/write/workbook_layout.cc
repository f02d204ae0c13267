#include "write/workbook_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numeric>

#include "base/text.h"
#include "write/cell_text.h"
#include "write/score_csv.h"

namespace kdcl {
namespace {

constexpr uint32_t kFewestChartRows = 12;
constexpr uint32_t kSmallerPrint = 2;   // a page may take half as many lines again
constexpr double kUnitPixels = 7;       // of a unit of width, besides the margins of a cell
constexpr double kWidthOfBold = 1.07;   // against plain letters
constexpr double kSurelyFree = 0.97;    // of the room; programs differ in how they round letters
constexpr size_t kLongestText = 32000;  // Excel takes 32,767 characters in a cell

bool ends_in_text(const Table& table) {
  return !table.columns.empty() && table.columns.back().fit == Fit::wrap;
}

TablePlace place_table(const Table& table, uint32_t& row) {
  TablePlace place;
  place.title = row;
  if (!table.title.empty()) ++row;
  place.header = row;
  row += static_cast<uint32_t>(table.header.size());
  place.body = row;
  place.made = table.made.count;
  row += static_cast<uint32_t>(place.made);
  for (const auto* rows : {&table.rows, &table.totals}) {
    for (const Row& cells : *rows) {
      place.others.push_back(row);
      row += cells.note.empty() ? 1 : 2;
    }
  }
  return place;
}

/// The extent of letters that a width surely holds.
double extent_in(double width, double size) {
  return kSurelyFree * width * kWidthOfFont * kUnitPixels * 0.75 / size;
}

/// No word of a header is broken: the widths its columns need.
void fit_header(const Table& table, std::vector<double>& widths) {
  for (const PlacedLabel& placed : place_labels(table))
    if (placed.label->columns == 1)
      widths[placed.column] = std::max(widths[placed.column], width_of_header(placed.label->text));
}

/// The widest that a table asks for, by column. Text at the end of a table is content with the room
/// beside it; what is still missing goes to the last column.
std::vector<double> column_widths(const std::vector<Table>& tables) {
  std::vector<double> widths;
  for (const Table& table : tables) {
    if (widths.size() < table.columns.size()) widths.resize(table.columns.size(), 0);
    for (size_t i = 0; i < table.columns.size(); ++i)
      if (!ends_in_text(table) || i + 1 < table.columns.size())
        widths[i] = std::max(widths[i], table.columns[i].width);
    fit_header(table, widths);
  }
  for (const Table& table : tables) {
    if (!ends_in_text(table)) continue;
    const auto first = widths.begin() + static_cast<ptrdiff_t>(table.columns.size() - 1);
    const double room = std::accumulate(first, widths.end(), 0.0);
    widths.back() += std::max(0.0, table.columns.back().width - room);
  }
  return widths;
}

/// Date, then the people, side by side as far as there are columns. Without names the room to sign
/// is the rest of the page.
uint32_t signature_rows(const SignatureBlock& block, size_t columns) {
  const auto is_named = [](const Signature& person) { return !person.name.empty(); };
  const bool has_names = std::any_of(block.people.begin(), block.people.end(), is_named);
  const size_t tiers = block.people.empty() ? 1 : (block.people.size() - 1) / columns + 1;
  return 1 + static_cast<uint32_t>(tiers - 1) * kSignerRows + (has_names ? kSignerRows : 2);
}

std::string quoted_sheet(const std::string& name) {
  std::string quoted = "'";
  for (const char c : name) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'!";
}

std::string reference_text(const Reference& reference, const Report& report,
                           const std::vector<SheetPlace>& places, size_t sheet) {
  const TablePlace& table = places[reference.sheet].tables[reference.table];
  const std::string column = column_name(reference.column);
  const std::string prefix = reference.sheet == sheet
                                 ? std::string()
                                 : quoted_sheet(safe_text(report.sheets[reference.sheet].name));
  if (reference.row) return fmt::format("{}${}${}", prefix, column, table.row(*reference.row) + 1);
  const size_t body_rows = report.sheets[reference.sheet].tables[reference.table].row_count();
  // A table without rows has no range of its own; its header never counts as anything.
  const uint32_t first = body_rows > 0 ? table.row(0) : table.body - 1;
  const uint32_t last = body_rows > 0 ? table.row(body_rows - 1) : table.body - 1;
  return fmt::format("{0}${1}${2}:${1}${3}", prefix, column, first + 1, last + 1);
}

SheetPlace place_rows(const Sheet& sheet, uint32_t chart_rows, bool chart_first) {
  SheetPlace place;
  place.widths = column_widths(sheet.tables);
  uint32_t row = 0;
  if (sheet.heading)
    row = static_cast<uint32_t>(std::max(sheet.heading->left.size(), sheet.heading->right.size())) +
          1;
  place.title = row;
  if (!sheet.title.empty()) ++row;
  place.subtitles = row;
  row += static_cast<uint32_t>(sheet.subtitles.size());
  const auto place_chart = [&] {
    place.chart = row + 1;
    place.chart_rows = chart_rows;
    row += chart_rows + 1;
  };
  if (chart_rows > 0 && chart_first) place_chart();
  for (const Table& table : sheet.tables) place.tables.push_back(place_table(table, ++row));
  if (chart_rows > 0 && !chart_first) place_chart();
  if (place.widths.empty()) place.widths = {100};
  place.footnotes = ++row;
  row += static_cast<uint32_t>(sheet.footnotes.size());
  place.signatures = ++row;
  if (sheet.signatures) row += signature_rows(*sheet.signatures, place.widths.size());
  place.end = row;
  return place;
}

/// Lines are as good at any size; bars and their labels need room each.
uint32_t wanted_chart_rows(const Sheet& sheet) {
  if (sheet.chart->kind == Chart::Kind::lines) return 18;
  const auto bars = static_cast<double>(sheet.tables[sheet.chart->table].row_count());
  const auto series = static_cast<double>(sheet.chart->series.size());
  const double rows = bars * std::max(1.0, 0.75 * series) + 6;
  return static_cast<uint32_t>(std::clamp(rows, 16.0, 36.0));
}

/// Bars too close lose their labels.
uint32_t least_chart_rows(const Sheet& sheet) {
  if (sheet.chart->kind == Chart::Kind::lines) return kFewestChartRows;
  const size_t bars = sheet.tables[sheet.chart->table].row_count();
  return std::max(kFewestChartRows, static_cast<uint32_t>(std::min<size_t>(bars + 3, 32)));
}

/// Rows of one line that a printed page takes after the sheet is made as narrow as the paper: A4
/// within the margins, in points.
uint32_t rows_of_a_page(const Sheet& sheet, const SheetPlace& place) {
  const double paper_width = sheet.landscape ? 770 : 523;
  const double paper_height = sheet.landscape ? 509 : 755;
  const double scale = std::min(1.0, paper_width / (width_in_pixels(place) * 0.75));
  return static_cast<uint32_t>(paper_height / scale / kLineHeight);
}

/// Lines that the sheet takes: more than its rows where text goes on in a next line.
uint32_t lines_of_sheet(const Sheet& sheet, const SheetPlace& place) {
  size_t lines = place.end;
  for (const Table& table : sheet.tables) {
    const std::vector<double> wrapping = wrapping_widths(place, table);
    for (size_t row = 0; row < table.header.size(); ++row)
      lines += lines_of_header_row(place, table, row) - 1;
    table.for_each_row(
        [&](const Row& row) { lines += lines_of_row(wrapping, row, Language::vi) - 1; });
  }
  return static_cast<uint32_t>(lines);
}

}  // namespace

double width_in_pixels(const SheetPlace& place) {
  double pixels = 0;
  for (const double width : place.widths)
    pixels += std::floor(width * kWidthOfFont * kUnitPixels + 0.5) + 5;
  return pixels;
}

SheetPlace place_sheet(const Sheet& sheet) {
  const uint32_t rows = sheet.chart ? wanted_chart_rows(sheet) : 0;
  SheetPlace place = place_rows(sheet, rows, false);
  const uint32_t page = rows_of_a_page(sheet, place);
  const uint32_t most = sheet.keeps_size ? page : page + page / kSmallerPrint;
  // What is not nearly one page long need not be measured.
  const uint32_t lines = place.end > most + rows ? place.end : lines_of_sheet(sheet, place);
  const uint32_t over = lines - std::min(lines, most);
  place.is_one_page = over == 0;
  if (over == 0 || rows == 0) return place;
  if (over + least_chart_rows(sheet) <= rows) {
    place = place_rows(sheet, rows - over, false);
    place.is_one_page = true;
    return place;
  }
  place = place_rows(sheet, rows, true);
  const uint32_t room = page > place.chart ? page - place.chart : 0;
  return room >= rows ? place : place_rows(sheet, std::max(kFewestChartRows, room), true);
}

double width_between(const SheetPlace& place, size_t first, size_t last) {
  return std::accumulate(place.widths.begin() + static_cast<std::ptrdiff_t>(first),
                         place.widths.begin() + static_cast<std::ptrdiff_t>(last) + 1, 0.0);
}

std::string formula_text(const Formula& formula, const Report& report,
                         const std::vector<SheetPlace>& places, size_t sheet) {
  std::string text = "=";
  const std::string pattern = safe_text(formula.pattern);  // as the cells it compares texts with
  for (size_t i = 0; i < pattern.size(); ++i) {
    const bool is_doubled = i + 1 < pattern.size() && pattern[i] == pattern[i + 1];
    if ((pattern[i] == '{' || pattern[i] == '}') && is_doubled) {
      text += pattern[i++];
      continue;
    }
    if (pattern[i] != '{') {
      text += pattern[i];
      continue;
    }
    const size_t end = pattern.find('}', i);
    const size_t index = std::stoul(pattern.substr(i + 1, end - i - 1));
    text += reference_text(formula.references[index], report, places, sheet);
    i = end;
  }
  return text;
}

namespace {

/// Whether a program that opens the workbook would read a character's code here, as in "_x0041_".
bool is_code_at(std::string_view text, size_t at) {
  const auto is_hex = [](unsigned char c) { return std::isxdigit(c) != 0; };
  return text.size() >= at + 7 && text.substr(at, 2) == "_x" && text[at + 6] == '_' &&
         std::all_of(text.begin() + static_cast<ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<ptrdiff_t>(at) + 6, is_hex);
}

/// What looks like such a code stays the text it is.
std::string without_codes(std::string text) {
  for (size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1))
    if (is_code_at(text, at)) at = text.insert(at, "_x005F").find("_x", at + 1);
  return text;
}

}  // namespace

std::string safe_text(std::string_view text) {
  const std::string clean =
      without_controls(text.substr(0, kLongestText * 4), LineBreaks::as_newlines);
  if (clean.size() <= kLongestText && is_utf8(clean)) return without_codes(clean);
  std::string safe = mended_utf8(clean);
  return without_codes(safe.size() > kLongestText ? shorten(safe, kLongestText) : safe);
}

std::string number_format(int decimals, const std::string& unit) {
  std::string format = "#,##0";
  if (decimals > 0) format += "." + std::string(static_cast<size_t>(decimals), '0');
  if (unit.empty()) return format;
  format += "\" ";
  for (const char c : unit)
    if (c != '"') format += c;
  return safe_text(format + "\"");
}

double width_of_header(std::string_view label) {
  return longest_part(label) * kWidthOfBold / extent_in(1, kFontSize);
}

size_t lines_of(std::string_view text, double width, const Style& style, double size) {
  return printed_lines(text, extent_in(width, style.bold ? kWidthOfBold * size : size));
}

size_t last_covered(const SheetPlace& place, const Table& table, size_t column) {
  const bool is_stretched = column + 1 == table.columns.size() && ends_in_text(table);
  return is_stretched ? place.widths.size() - 1 : column;
}

std::vector<double> wrapping_widths(const SheetPlace& place, const Table& table) {
  std::vector<double> widths(table.columns.size(), 0);
  for (size_t i = 0; i < widths.size(); ++i)
    if (table.columns[i].fit == Fit::wrap || table.columns[i].fit == Fit::shorten)
      widths[i] = width_between(place, i, last_covered(place, table, i));
  return widths;
}

size_t lines_of_row(const std::vector<double>& wrapping, const Row& row, Language language) {
  size_t lines = 1;
  for (size_t i = 0; i < row.cells.size(); ++i) {
    if (wrapping[i] == 0) continue;
    const Cell& cell = row.cells[i];
    const auto* text = std::get_if<std::string>(&cell.content);
    lines = std::max(lines, text ? lines_of(*text, wrapping[i], cell.style, kFontSize)
                                 : lines_of(cell_text(cell.content, language), wrapping[i],
                                            cell.style, kFontSize));
  }
  return lines;
}

size_t lines_of_header_row(const SheetPlace& place, const Table& table, size_t row) {
  size_t lines = 1;
  for (const PlacedLabel& placed : place_labels(table)) {
    const HeaderCell& label = *placed.label;
    if (placed.row + label.rows - 1 != row) continue;
    const size_t last = last_covered(place, table, placed.column + label.columns - 1);
    const double width = width_between(place, placed.column, last);
    const size_t needed = lines_of(label.text, width, {.bold = true}, kFontSize);
    lines = std::max(lines, needed - std::min(needed - 1, label.rows - 1));
  }
  return lines;
}

std::vector<size_t> split_columns(const SheetPlace& place, size_t parts) {
  const size_t columns = place.widths.size();
  parts = std::min(parts, columns);
  const double total = width_between(place, 0, columns - 1);
  std::vector<size_t> bounds{0};
  for (size_t part = 1; part < parts; ++part) {
    // A little short of the even share will do: the next column may be a wide one.
    const double wanted = total * (static_cast<double>(part) - 0.1) / static_cast<double>(parts);
    size_t column = bounds.back() + 1;
    while (column < columns - (parts - part) && width_between(place, 0, column - 1) < wanted)
      ++column;
    bounds.push_back(column);
  }
  bounds.push_back(columns);
  return bounds;
}

size_t count_cells(const Report& report) {
  size_t cells = 0;
  for (const Sheet& sheet : report.sheets)
    for (const Table& table : sheet.tables) cells += table.row_count() * table.columns.size();
  return cells;
}

}  // namespace kdcl
