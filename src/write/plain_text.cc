#include "write/plain_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/text.h"
#include "write/cell_text.h"
#include "write/score_csv.h"

namespace kdcl {
namespace {

std::string_view color_of(Tone tone) {
  switch (tone) {
    case Tone::plain: return "";
    case Tone::good: return "32";
    case Tone::fair: return "36";
    case Tone::poor: return "33";
    case Tone::bad: return "31";
    case Tone::quiet: return "2";
  }
  return "";
}

}  // namespace

std::string printable(std::string_view text) {
  return without_controls(text, LineBreaks::as_blanks);
}

std::vector<std::string> wrap_text(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const size_t word = std::min(text.find_first_not_of(' '), text.size());
    size_t end = std::min(text.find(' ', word), text.size());
    if (text.substr(end).starts_with(" %")) end = std::min(text.find(' ', end + 1), text.size());
    const std::string_view piece = text.substr(0, end);  // blanks, then a word
    if (!line.empty() && width > 0 && display_width(line) + display_width(piece) > width) {
      lines.push_back(std::move(line));
      line = piece.substr(word);
    } else {
      line += piece;
    }
    text.remove_prefix(end);
  }
  lines.push_back(std::move(line));
  return lines;
}

std::string pad_text(std::string_view text, size_t width, Align align) {
  const size_t used = display_width(text);
  if (used >= width) return std::string(text);
  const size_t blank = width - used;
  const size_t left = align == Align::left ? 0 : align == Align::right ? blank : blank / 2;
  return std::string(left, ' ') + std::string(text) + std::string(blank - left, ' ');
}

std::string draw_bar(double part, size_t width) {
  constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const double clamped = std::clamp(part, 0.0, 1.0);
  auto eighths = static_cast<size_t>(std::lround(clamped * static_cast<double>(width) * 8));
  if (clamped > 0) eighths = std::max<size_t>(1, eighths);  // few is not none
  std::string bar;
  for (size_t i = 0; i < eighths / 8; ++i) bar += "█";
  bar += kEighths[eighths % 8];
  return bar;
}

std::string painted(const std::string& text, const Style& style, bool color) {
  const std::string_view tone = color_of(style.tone);
  if (!color || text.empty() || (tone.empty() && !style.bold)) return text;
  std::string out = "\033[";
  if (style.bold) out += tone.empty() ? "1" : "1;";
  out += tone;
  return out + "m" + text + "\033[0m";
}

void append_line(std::string_view line, std::string& out) {
  out += line.substr(0, line.find_last_not_of(' ') + 1);
  out += '\n';
}

namespace {

constexpr size_t kGap = 2;            // blanks between columns
constexpr size_t kShortestName = 12;  // names are not cut below this
constexpr size_t kShortestWrap = 18;  // nor are wrapped columns narrower
constexpr size_t kTightWrap = 12;     // unless the line would be too long
constexpr size_t kLongestBar = 40;

/// A table laid out: the texts of its cells, and the widths of its columns.
struct Layout {
  const Table& table;
  Language language;
  bool color;
  size_t indent;
  std::vector<std::string> labels;
  std::vector<size_t> count_width;  // of the left half of shares, by column; 0 without shares
  std::vector<size_t> widths;       // 0: the column is left out
  std::vector<bool> is_bar;
};

/// A cell's text. Both halves of a share are set right in halves of their own, so that they stand
/// below each other.
std::string text_of(const Layout& layout, const Cell& cell, size_t column) {
  if (const auto* share = std::get_if<Share>(&cell.content))
    return pad_text(share_counts(*share, layout.language), layout.count_width[column],
                    Align::right) +
           "  " + pad_text(share_percentage(*share, layout.language), 7, Align::right);
  return printable(cell_text(cell.content, layout.language));
}

/// The label of each column without those over several; where it has several of its own they are
/// one text: "Mục tiêu (3)".
std::vector<std::string> column_labels(const Table& table) {
  std::vector<std::string> labels(table.columns.size());
  for (const PlacedLabel& placed : place_labels(table))
    if (placed.label->columns == 1 && placed.column < labels.size()) {
      std::string& label = labels[placed.column];
      if (!label.empty() && !placed.label->text.empty()) label += ' ';
      label += placed.label->text;
    }
  return labels;
}

void measure_row(const Row& row, Layout& layout, std::vector<size_t>& natural) {
  for (size_t i = 0; i < row.cells.size(); ++i) {
    const Content& content = row.cells[i].content;
    if (std::holds_alternative<Bar>(content)) layout.is_bar[i] = true;
    if (const auto* share = std::get_if<Share>(&content))
      layout.count_width[i] =
          std::max(layout.count_width[i], display_width(share_counts(*share, layout.language)));
    natural[i] = std::max(natural[i], display_width(text_of(layout, row.cells[i], i)));
  }
}

size_t longest_word(const std::string& text) {
  size_t longest = 0;
  for (const std::string& word : wrap_text(text, 1))
    longest = std::max(longest, display_width(word));
  return longest;
}

/// Columns of a form become so wide, each by as much, that labels over several of them are whole.
void fit_group_labels(const Table& table, std::vector<size_t>& natural) {
  for (const PlacedLabel& placed : place_labels(table)) {
    const size_t count = placed.label->columns;
    if (count == 1 || placed.column + count > natural.size()) continue;
    const auto first = natural.begin() + static_cast<ptrdiff_t>(placed.column);
    const auto last = first + static_cast<ptrdiff_t>(count);
    const size_t width = std::accumulate(first, last, (count - 1) * kGap);
    const size_t wanted = display_width(placed.label->text);
    for (size_t i = 0; width + i < wanted; ++i) ++first[static_cast<ptrdiff_t>(i % count)];
  }
}

/// Widths at which nothing is cut; 0 for a column in which no row has anything. A label may break
/// between words; it does not widen a column of figures further.
std::vector<size_t> natural_widths(Layout& layout) {
  const Table& table = layout.table;
  std::vector<size_t> natural(table.columns.size(), 0);
  const auto measure = [&](const Row& row) { measure_row(row, layout, natural); };
  table.for_each_row(measure);
  for (const Row& row : table.totals) measure(row);
  for (size_t i = 0; i < natural.size(); ++i) {
    if (natural[i] == 0 && table.row_count() > 0 && table.kind != TableKind::form) continue;
    const std::string& label = layout.labels[i];
    const bool is_figure = table.columns[i].fit == Fit::keep || table.columns[i].fit == Fit::spare;
    natural[i] = std::max(natural[i], is_figure ? longest_word(label) : display_width(label));
  }
  if (table.kind == TableKind::form) fit_group_labels(table, natural);
  return natural;
}

size_t total_width(const Layout& layout) {
  size_t total = layout.indent;
  size_t columns = 0;
  for (const size_t width : layout.widths) {
    total += width;
    columns += width > 0;
  }
  return total + (columns > 0 ? (columns - 1) * kGap : 0);
}

/// Sets the columns that may be narrower to their shortest.
void narrow(const std::vector<size_t>& natural, size_t shortest_wrap, Layout& layout) {
  for (size_t i = 0; i < natural.size(); ++i) {
    if (layout.table.columns[i].fit == Fit::shorten)
      layout.widths[i] =
          std::min(natural[i], std::max(kShortestName, display_width(layout.labels[i])));
    if (layout.table.columns[i].fit == Fit::wrap)
      layout.widths[i] = std::min(natural[i], shortest_wrap);
  }
}

/// Gives the columns that may be narrower what is left, in turn, so that a long one does not starve
/// a short one.
void share_out(const std::vector<size_t>& natural, size_t width, Layout& layout) {
  narrow(natural, kShortestWrap, layout);
  // A form that is too wide is a card a row instead.
  const size_t tight = layout.table.kind == TableKind::form ? kShortestWrap : kTightWrap;
  for (size_t shortest = kShortestWrap; shortest-- > tight && total_width(layout) > width;)
    narrow(natural, shortest, layout);
  size_t used = total_width(layout);
  for (bool grown = true; grown && used < width;) {
    grown = false;
    for (size_t i = 0; i < natural.size() && used < width; ++i) {
      if (layout.widths[i] == 0 || layout.widths[i] >= natural[i]) continue;
      ++layout.widths[i];
      ++used;
      grown = true;
    }
  }
}

void fit_columns(size_t width, Layout& layout) {
  const std::vector<size_t> natural = natural_widths(layout);
  layout.widths = natural;
  const size_t limit = width > 0 ? width : std::max<size_t>(80, total_width(layout));
  for (size_t i = natural.size(); i-- > 0 && total_width(layout) > limit;)
    if (layout.table.columns[i].fit == Fit::spare) layout.widths[i] = 0;
  if (total_width(layout) > limit) share_out(natural, limit, layout);
  for (size_t i = 0; i < natural.size(); ++i) {
    if (!layout.is_bar[i]) continue;
    const size_t used = total_width(layout) + kGap;
    layout.widths[i] = used < limit ? std::min(kLongestBar, limit - used) : 0;
  }
}

std::vector<std::string> cell_lines(const Layout& layout, const Cell& cell, size_t column) {
  const size_t width = layout.widths[column];
  if (const auto* bar = std::get_if<Bar>(&cell.content)) return {draw_bar(bar->part, width)};
  const std::string text = text_of(layout, cell, column);
  switch (layout.table.columns[column].fit) {
    case Fit::shorten: return {shorten(text, width)};
    case Fit::wrap: return wrap_text(text, width);
    default: return {text};
  }
}

/// Lines of one row; `lines[column]` holds what each column shows, `styles` how.
void append_cells(const Layout& layout, const std::vector<std::vector<std::string>>& lines,
                  const std::vector<Style>& styles, std::string& out) {
  size_t height = 1;
  for (const auto& column : lines) height = std::max(height, column.size());
  for (size_t line = 0; line < height; ++line) {
    std::string text(layout.indent, ' ');
    size_t blanks = 0;  // owed before the next column; never written at the end of a line
    for (size_t i = 0; i < lines.size(); ++i) {
      if (layout.widths[i] == 0) continue;
      const std::string piece = line < lines[i].size() ? lines[i][line] : std::string();
      const Align align = layout.table.columns[i].align;
      const std::string padded = pad_text(piece, layout.widths[i], align);
      if (piece.empty()) {
        blanks += layout.widths[i] + kGap;
        continue;
      }
      const size_t left = padded.find(piece);
      text += std::string(blanks + left, ' ') + painted(piece, styles[i], layout.color);
      blanks = padded.size() - left - piece.size() + kGap;
    }
    append_line(text, out);
  }
}

/// The labels over several columns that begin in a header row, each in the middle of its columns.
void append_group_labels(const Layout& layout, size_t row, std::string& out) {
  std::string line(layout.indent, ' ');
  size_t column = 0;
  const auto skip_to = [&](size_t next) {
    for (; column < next; ++column)
      if (layout.widths[column] > 0) line += std::string(layout.widths[column] + kGap, ' ');
  };
  bool has_any = false;
  for (const PlacedLabel& placed : place_labels(layout.table)) {
    if (placed.row != row || placed.label->columns == 1) continue;
    skip_to(placed.column);
    size_t width = 0;
    for (; column < placed.column + placed.label->columns; ++column)
      if (layout.widths[column] > 0) width += layout.widths[column] + kGap;
    if (width <= kGap) continue;
    const std::string label = shorten(placed.label->text, width - kGap);
    line += painted(pad_text(label, width - kGap, Align::center), {.bold = true}, layout.color) +
            std::string(kGap, ' ');
    has_any = true;
  }
  while (line.ends_with(' ')) line.pop_back();
  if (has_any) append_line(line, out);
}

void append_header(const Layout& layout, std::string& out) {
  if (layout.table.header.empty()) return;
  if (layout.table.kind == TableKind::form)
    for (size_t row = 0; row < layout.table.header.size(); ++row)
      append_group_labels(layout, row, out);
  std::vector<std::vector<std::string>> lines;
  size_t height = 1;
  for (size_t i = 0; i < layout.labels.size(); ++i) {
    lines.push_back(layout.widths[i] ? wrap_text(layout.labels[i], layout.widths[i])
                                     : std::vector<std::string>{""});
    height = std::max(height, lines.back().size());
  }
  // Short labels stand on the line of the figures, not above it.
  for (auto& column : lines) column.insert(column.begin(), height - column.size(), std::string());
  append_cells(layout, lines, std::vector<Style>(lines.size(), Style{.bold = true}), out);
}

void append_row(const Layout& layout, const Row& row, size_t width, bool total, std::string& out) {
  std::vector<std::vector<std::string>> lines(layout.table.columns.size());
  std::vector<Style> styles(lines.size());
  for (size_t i = 0; i < row.cells.size(); ++i) {
    if (layout.widths[i] == 0) continue;
    lines[i] = cell_lines(layout, row.cells[i], i);
    styles[i] = row.cells[i].style;
    if (total) styles[i].bold = true;
  }
  append_cells(layout, lines, styles, out);
  if (row.note.empty()) return;
  const size_t indent = layout.indent + layout.widths[0] + kGap;
  for (const std::string& line :
       wrap_text(printable(row.note), width > indent ? width - indent : 1))
    append_line(std::string(indent, ' ') + painted(line, {.tone = Tone::quiet}, layout.color), out);
}

/// Forms too wide for the line: a line for each cell that holds anything, its label before it; rows
/// set apart by empty lines.
void append_records(const Layout& layout, size_t width, std::string& out) {
  const std::string indent(layout.indent, ' ');
  const size_t room = width > layout.indent + kShortestWrap ? width - layout.indent : kShortestWrap;
  bool is_first = true;
  const auto append = [&](const Row& row, bool total) {
    if (!std::exchange(is_first, false)) append_line({}, out);
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const std::string text = text_of(layout, row.cells[i], i);
      if (text.empty()) continue;
      Style style = row.cells[i].style;
      style.bold |= total;
      const std::string& label = layout.labels[i];
      for (const std::string& line : wrap_text(label.empty() ? text : label + ": " + text, room))
        append_line(indent + painted(line, style, layout.color), out);
    }
  };
  layout.table.for_each_row([&](const Row& row) { append(row, false); });
  for (const Row& row : layout.table.totals) append(row, true);
}

}  // namespace

void append_table(const Table& table, Language language, const TextLayout& text, size_t indent,
                  std::string& out) {
  const size_t columns = table.columns.size();
  Layout layout{table,
                language,
                text.color,
                indent,
                column_labels(table),
                std::vector<size_t>(columns, 0),
                {},
                std::vector<bool>(columns, false)};
  fit_columns(text.width, layout);
  if (table.kind == TableKind::form && text.width > 0 && total_width(layout) > text.width)
    return append_records(layout, text.width, out);
  append_header(layout, out);
  const size_t width = text.width > 0 ? text.width : std::max<size_t>(80, total_width(layout));
  table.for_each_row([&](const Row& row) { append_row(layout, row, width, false, out); });
  for (const Row& row : table.totals) append_row(layout, row, width, true, out);
}

namespace {

constexpr size_t kProseWidth = 80;  // where the output has no width of its own
constexpr size_t kIndent = 2;       // of tables that stand under a title

void append_prose(const std::string& text, const Style& style, const TextLayout& layout,
                  std::string& out) {
  for (const std::string& line :
       wrap_text(printable(text), layout.width > 0 ? layout.width : kProseWidth))
    append_line(painted(line, style, layout.color), out);
}

void append_sheet(const Sheet& sheet, Language language, const TextLayout& layout,
                  std::string& out) {
  if (!sheet.title.empty()) append_prose(sheet.title, {.bold = true}, layout, out);
  for (const std::string& line : sheet.subtitles) append_prose(line, {}, layout, out);
  for (const Table& table : sheet.tables) {
    if (!out.empty()) out += '\n';
    if (!table.title.empty()) append_prose(table.title, {.bold = true}, layout, out);
    append_table(table, language, layout, table.title.empty() ? 0 : kIndent, out);
  }
  if (!sheet.footnotes.empty() && !out.empty()) out += '\n';
  for (const std::string& line : sheet.footnotes)
    append_prose(line, {.tone = Tone::quiet}, layout, out);
}

}  // namespace

std::string write_plain_text(const Report& report, const TextLayout& layout) {
  std::string out;
  for (const Sheet& sheet : report.sheets) {
    if (!out.empty()) out += '\n';
    append_sheet(sheet, report.language, layout, out);
  }
  return out;
}

}  // namespace kdcl
