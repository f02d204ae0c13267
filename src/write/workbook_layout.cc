#include "write/workbook_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "write/cell_text.h"
#include "write/header_labels.h"
#include "write/text_lines.h"

namespace kdcl {
namespace {

constexpr size_t kLongestText = 32000;  // Excel takes 32,767 characters in a cell

TablePlace place_table(const Table& table, uint32_t& row) {
  TablePlace place;
  place.title = row;
  if (!table.title.empty()) ++row;
  place.header = row;
  row += static_cast<uint32_t>(table.header.size());
  place.body = row;
  for (const auto* rows : {&table.rows, &table.totals}) {
    for (const Row& cells : *rows) {
      place.rows.push_back(row);
      row += cells.note.empty() ? 1 : 2;
    }
  }
  return place;
}

void widen(const Table& table, std::vector<double>& widths) {
  if (widths.size() < table.columns.size()) widths.resize(table.columns.size(), 0);
  for (size_t i = 0; i < table.columns.size(); ++i)
    widths[i] = std::max(widths[i], table.columns[i].width);
}

/// Date, then the people, side by side as far as there are columns. Without names the room to sign
/// is the rest of the page.
uint32_t signature_rows(const SignatureBlock& block, size_t columns) {
  const auto is_named = [](const Signature& person) { return !person.name.empty(); };
  const bool has_names = std::any_of(block.people.begin(), block.people.end(), is_named);
  const size_t tiers = block.people.empty() ? 1 : (block.people.size() - 1) / columns + 1;
  return 1 + static_cast<uint32_t>(tiers - 1) * kSignerRows + (has_names ? kSignerRows : 2);
}

std::string column_name(size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
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
  const std::string prefix =
      reference.sheet == sheet ? std::string() : quoted_sheet(report.sheets[reference.sheet].name);
  if (reference.row) return fmt::format("{}${}${}", prefix, column, table.rows[*reference.row] + 1);
  const size_t body_rows = report.sheets[reference.sheet].tables[reference.table].rows.size();
  // A table without rows has no range of its own; its header never counts as anything.
  const uint32_t first = body_rows > 0 ? table.rows.front() : table.body - 1;
  const uint32_t last = body_rows > 0 ? table.rows[body_rows - 1] : table.body - 1;
  return fmt::format("{0}${1}${2}:${1}${3}", prefix, column, first + 1, last + 1);
}

}  // namespace

SheetPlace place_sheet(const Sheet& sheet) {
  SheetPlace place;
  uint32_t row = 0;
  if (sheet.heading)
    row = static_cast<uint32_t>(std::max(sheet.heading->left.size(), sheet.heading->right.size())) +
          1;
  place.title = row;
  if (!sheet.title.empty()) ++row;
  place.subtitles = row;
  row += static_cast<uint32_t>(sheet.subtitles.size());
  for (const Table& table : sheet.tables) {
    ++row;
    place.tables.push_back(place_table(table, row));
    widen(table, place.widths);
  }
  if (place.widths.empty()) place.widths = {100};
  place.footnotes = ++row;
  row += static_cast<uint32_t>(sheet.footnotes.size());
  place.signatures = ++row;
  if (sheet.signatures) row += signature_rows(*sheet.signatures, place.widths.size());
  place.end = row;
  return place;
}

double width_between(const SheetPlace& place, size_t first, size_t last) {
  return std::accumulate(place.widths.begin() + static_cast<std::ptrdiff_t>(first),
                         place.widths.begin() + static_cast<std::ptrdiff_t>(last) + 1, 0.0);
}

std::string formula_text(const Formula& formula, const Report& report,
                         const std::vector<SheetPlace>& places, size_t sheet) {
  std::string text = "=";
  const std::string& pattern = formula.pattern;
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

std::string safe_text(std::string_view text) {
  std::string safe = mended_utf8(text.substr(0, kLongestText * 4));
  return safe.size() > kLongestText ? shorten(safe, kLongestText) : safe;
}

std::string number_format(int decimals, const std::string& unit) {
  std::string format = "#,##0";
  if (decimals > 0) format += "." + std::string(static_cast<size_t>(decimals), '0');
  if (unit.empty()) return format;
  format += "\" ";
  for (const char c : unit)
    if (c != '"') format += c;
  return format + "\"";
}

size_t lines_of(std::string_view text, double width, const Style& style, double size) {
  const double letters = width * kFontSize / size * (style.bold ? 1.0 : 1.08);
  return wrap_text(text, std::max<size_t>(1, static_cast<size_t>(letters))).size();
}

size_t last_covered(const SheetPlace& place, const Table& table, size_t column) {
  const bool is_stretched =
      column + 1 == table.columns.size() && table.columns[column].fit == Fit::wrap;
  return is_stretched ? place.widths.size() - 1 : column;
}

size_t lines_of_row(const SheetPlace& place, const Table& table, const Row& row,
                    Language language) {
  size_t lines = 1;
  for (size_t i = 0; i < row.cells.size(); ++i)
    if (table.columns[i].fit == Fit::wrap || table.columns[i].fit == Fit::shorten)
      lines = std::max(lines, lines_of(cell_text(row.cells[i].content, language),
                                       width_between(place, i, last_covered(place, table, i)),
                                       row.cells[i].style, kFontSize));
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
    for (const Table& table : sheet.tables) cells += table.rows.size() * table.columns.size();
  return cells;
}

}  // namespace kdcl
