#include "read/csv/csv.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "read/csv/csv_scan.h"
#include "read/schools/messages.h"

namespace kdcl {
namespace {

using namespace message;

/// Line and cell (both from 1) at a position of a block.
Location place_of(const std::string& file, std::string_view text, size_t at, char separator) {
  bool inside = false;
  Location where{file, 1, 1};
  uint64_t line = 1;
  for (size_t i = 0; i < at; ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (c == '"') inside = !inside;
    if (inside) continue;
    if (c == separator) ++where.column;
    if (c == '\n') where.column = 1;
    if (c == '\n' || c == separator) where.line = line;
  }
  return where;
}

/// Position of the quote that is still open at the end of the text.
size_t open_quote(std::string_view text) {
  size_t open = 0;
  bool inside = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '"') continue;
    inside = !inside;
    // Two quotes inside a cell stand for one and don't open anew.
    if (inside && (i == 0 || text[i - 1] != '"' || open + 1 == i)) open = i;
  }
  return open;
}

/// Every row has the same number of cells, so the flat list of cell ends is the grid already.
bool is_regular(const Grid& grid, size_t found) {
  if (found != grid.rows * grid.columns) return false;
  const uint32_t* ends = grid.ends.get() + 1;
  for (size_t row = 0; row < grid.rows; ++row)
    if (grid.text[ends[row * grid.columns + grid.columns - 1]] != '\n') return false;
  return true;
}

/// Lines to each row, where rows take up more than one line.
void count_lines(const Grid& grid, const std::vector<uint32_t>& row_begins, const char* text,
                 std::vector<uint32_t>& lines) {
  uint32_t line = 0;
  size_t at = 0;
  lines.clear();
  for (size_t row = 0; row < grid.rows; ++row) {
    line += static_cast<uint32_t>(count_bytes(text + at, row_begins[row] - at, '\n'));
    at = row_begins[row];
    lines.push_back(line);
  }
}

/// Writes the rows anew with exactly `columns` cells each.
class RowMender {
 public:
  RowMender(std::string_view text, char separator, const std::string& file, Grid& grid,
            Diagnostics& diagnostics)
      : text_(text), separator_(separator), file_(file), grid_(grid), diagnostics_(diagnostics) {}

  void mend(size_t found) {
    const uint32_t* ends = grid_.ends.get() + 1;
    grid_.rows = 0;
    grid_.kept_text.clear();
    size_t begin = 0;
    size_t first = 0;
    for (size_t i = 0; i < found; ++i) {
      if (text_[ends[i]] != '\n') continue;
      const size_t cells = i - first + 1;
      if (cells > grid_.columns && !is_empty_row(text_.substr(begin, ends[i] - begin))) {
        long_rows_.emplace_back(begin, cells);
        // The cells that have a column are read all the same: their faults are told as well.
        add_row(begin, ends[first + grid_.columns - 1], grid_.columns);
      } else {
        add_row(begin, ends[i], cells);
      }
      begin = ends[i] + 1;
      first = i + 1;
    }
    std::vector<uint32_t> lines;
    count_lines(grid_, begins_, text_.data(), lines);
    for (const auto& [row_begin, cells] : long_rows_) {
      const auto line = 1 + count_bytes(text_.data(), row_begin, '\n');
      diagnostics_.error({file_, line, grid_.columns + 1},
                         {"cần nhiều nhất {0} ô, gặp {1}", "expected at most {0} cells, found {1}"},
                         grid_.columns, cells);
    }
    grid_.lines = std::move(lines);
    grid_.kept_text.append(kGridPadding, '\0');
    grid_.text = grid_.kept_text.data();
  }

 private:
  void add_row(size_t begin, size_t end, size_t cells) {
    const std::string_view row = text_.substr(begin, end - begin);
    if (is_empty_row(row)) return;
    std::string_view content = row;
    if (content.ends_with('\r')) content.remove_suffix(1);
    grid_.kept_text += content;
    grid_.kept_text.append(grid_.columns - cells, separator_);
    grid_.kept_text += '\n';
    begins_.push_back(static_cast<uint32_t>(begin));
    ++grid_.rows;
  }

  bool is_empty_row(std::string_view row) const {
    return std::all_of(row.begin(), row.end(), [this](char c) {
      return c == separator_ || c == ' ' || c == '\t' || c == '\r' || c == '"' || c == '\xC2' ||
             c == '\xA0';
    });
  }

  std::string_view text_;
  char separator_;
  const std::string& file_;
  Grid& grid_;
  Diagnostics& diagnostics_;
  std::vector<uint32_t> begins_;
  std::vector<std::pair<size_t, size_t>> long_rows_;
};

void reserve_ends(Grid& grid, size_t text_size) {
  const size_t wanted = text_size + kScanSlack + 1;
  if (grid.capacity >= wanted) return;
  grid.ends = std::make_unique_for_overwrite<uint32_t[]>(wanted);
  grid.capacity = wanted;
}

CsvScan scan_into(const char* text, size_t size, char separator, Grid& grid) {
  reserve_ends(grid, size);
  grid.ends[0] = static_cast<uint32_t>(-1);
  const CsvScan scan = scan_csv(text, size, separator, grid.ends.get() + 1);
  grid.is_plain = scan.is_plain;
  return scan;
}

/// False if the quotes can't be trusted.
bool check_quotes(const CsvScan& scan, std::string_view text, char separator,
                  const std::string& file, Diagnostics& diagnostics) {
  if (scan.stray_quote != kNowhere) {
    diagnostics
        .error(place_of(file, text, scan.stray_quote, separator),
               {"dấu nháy kép nằm sai chỗ trong ô", "a quote stands in the wrong place in a cell"})
        .hint({"đặt cả ô trong nháy kép và viết hai lần mỗi nháy kép bên trong",
               "put the whole cell in quotes and write each quote inside it twice"});
    return false;
  }
  if (!scan.ends_inside_quotes) return true;
  const size_t open = open_quote(text);
  const Location where = place_of(file, text, open, separator);
  if (text.size() - open > kLongestCell)
    diagnostics.error(where, kCellTooLong).hint(kQuoteMissing);
  else
    diagnostics
        .error(where, {"tệp hết khi ô mở nháy kép ở đây chưa đóng",
                       "the file ends inside the quotes opened here"})
        .hint(kQuoteMissing);
  return false;
}

void check_cell_lengths(const Grid& grid, size_t found, std::string_view text, char separator,
                        const std::string& file, Diagnostics& diagnostics) {
  if (text.size() <= kLongestCell) return;
  const uint32_t* ends = grid.ends.get();
  std::list<std::string> kept;
  for (size_t i = 0; i < found; ++i) {
    const uint32_t begin = ends[i] + 1;
    const uint32_t length = ends[i + 1] - begin;
    // Quotes and blanks around the text don't count.
    if (length > kLongestCell && cell_text(text.substr(begin, length), kept).size() > kLongestCell)
      diagnostics.error(place_of(file, text, begin, separator), kCellTooLong);
  }
}

/// Length of a `sep=` line at the start, and the separator it names.
size_t separator_line(std::string_view text, char& separator) {
  if (!fold(text.substr(0, 4)).starts_with("sep=") || text.size() < 5) return 0;
  size_t end = 5;
  if (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] != '\n') return 0;
  separator = text[4];
  return std::min(end + 1, text.size());
}

/// The header row's length, with its line end; counts the candidates for the separator on the way.
size_t header_length(std::string_view text, char& separator, bool is_named) {
  constexpr std::string_view kCandidates = ",;\t";
  size_t counts[3] = {0, 0, 0};
  bool inside = false;
  size_t at = 0;
  for (; at < text.size() && (text[at] != '\n' || inside); ++at) {
    if (text[at] == '"') inside = !inside;
    const size_t candidate = kCandidates.find(text[at]);
    if (!inside && candidate != std::string_view::npos) ++counts[candidate];
  }
  if (!is_named)
    separator = kCandidates[static_cast<size_t>(std::max_element(counts, counts + 3) - counts)];
  return std::min(at + 1, text.size());
}

}  // namespace

std::optional<CsvHeader> read_csv_header(BlockCutter& cutter, Diagnostics& diagnostics) {
  CsvHeader header;
  const auto skip_empty_lines = [&] {
    for (;;) {
      const std::string_view text = cutter.ahead();
      const size_t end = text.find('\n');
      if (end == std::string_view::npos || !trim(text.substr(0, end)).empty()) return;
      cutter.skip(end + 1);
      ++header.line;
    }
  };
  skip_empty_lines();
  const size_t named = separator_line(cutter.ahead(), header.separator);
  cutter.skip(named);
  header.line += named > 0;
  skip_empty_lines();
  const size_t length = header_length(cutter.ahead(), header.separator, named > 0);
  if (length >= kLongestRow) {
    diagnostics.error({cutter.name(), header.line}, kRowTooLong);
    return {};
  }
  std::string row(cutter.ahead().substr(0, length));
  cutter.skip(length);
  const auto lines = static_cast<uint64_t>(std::count(row.begin(), row.end(), '\n'));
  header.rows_line = header.line + std::max<uint64_t>(lines, 1);
  if (!row.ends_with('\n')) row += '\n';
  const size_t size = row.size();
  row.append(kGridPadding, '\0');
  Grid grid;
  const CsvScan scan = scan_into(row.data(), size, header.separator, grid);
  Diagnostics quotes(diagnostics.language());
  const bool is_usable =
      check_quotes(scan, {row.data(), size}, header.separator, cutter.name(), quotes);
  diagnostics.append(quotes, header.line - 1);
  if (!is_usable) return {};
  if (scan.found > kMostColumns) {
    diagnostics.error(
        {cutter.name(), header.line},
        {"cần nhiều nhất {0} cột, gặp {1}", "expected at most {0} columns, found {1}"},
        kMostColumns, scan.found);
    return {};
  }
  grid.text = row.data();
  grid.columns = static_cast<uint32_t>(scan.found);
  cutter.expect_columns(scan.found);
  std::list<std::string> kept;
  for (size_t i = 0; i < scan.found; ++i)
    header.names.emplace_back(cell_text(grid.cell(0, i), kept));
  return header;
}

bool read_csv_grid(TextBlock& block, char separator, uint32_t columns, const std::string& file,
                   Grid& grid, Diagnostics& diagnostics) {
  const std::string_view text(block.text.get(), block.size);
  grid.separator = separator;
  grid.columns = columns;
  grid.lines.clear();
  const CsvScan scan = scan_into(block.text.get(), block.size, separator, grid);
  grid.text = block.text.get();
  grid.rows = scan.rows;
  grid.line_count = scan.lines;
  if (!check_quotes(scan, text, separator, file, diagnostics)) {
    grid.rows = 0;
    return false;
  }
  if (!text.ends_with('\n')) {
    diagnostics.error({file, 1}, kRowTooLong);
    grid.rows = 0;
    return false;
  }
  check_cell_lengths(grid, scan.found, text, separator, file, diagnostics);
  if (!is_regular(grid, scan.found)) {
    RowMender(text, separator, file, grid, diagnostics).mend(scan.found);
    (void)scan_into(grid.kept_text.data(), grid.kept_text.size() - kGridPadding, separator, grid);
  } else if (scan.lines != scan.rows) {
    std::vector<uint32_t> begins;
    for (size_t row = 0; row < grid.rows; ++row) begins.push_back(grid.ends[row * columns] + 1);
    count_lines(grid, begins, text.data(), grid.lines);
  }
  return true;
}

std::string_view unwrap_cell(std::string_view cell, std::list<std::string>& kept) {
  cell = trim(cell);
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return cell;
  cell = cell.substr(1, cell.size() - 2);
  if (cell.find('"') == std::string_view::npos) return trim(cell);
  std::string text;
  for (size_t i = 0; i < cell.size(); ++i) {
    text += cell[i];
    if (cell[i] == '"') ++i;  // the second of two quotes
  }
  kept.push_back(std::move(text));
  return trim(kept.back());
}

void append_cell(std::string_view text, std::string& out) {
  if (!trim(text).starts_with('"')) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

}  // namespace kdcl
