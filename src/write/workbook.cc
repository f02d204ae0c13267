#include "write/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "write/cell_text.h"
#include "write/header_labels.h"
#include "write/workbook_layout.h"

namespace kdcl {
namespace {

constexpr const char* kFont = "Times New Roman";
constexpr double kLineHeight = 17.25;    // points of a line of that font
constexpr double kWidthOfFont = 1.16;    // its letters against those Excel measures columns in
constexpr size_t kBigBook = 100000;      // cells from which rows are written out as they come
constexpr uint32_t kRowsOfOnePage = 44;  // rather small print than two lines on a second page
constexpr uint8_t kPaperA4 = 9;

/// Everything that makes one cell format differ from another.
struct Look {
  Style style{};
  Align align = Align::left;
  bool border = false;
  bool wrap = false;
  bool header = false;
  bool underline = false;
  double size = kFontSize;
  std::string number_format{};

  [[nodiscard]] auto key() const {
    return std::tuple(style.bold, style.italic, style.tone, align, border, wrap, header, underline,
                      size, number_format);
  }
  bool operator<(const Look& other) const { return key() < other.key(); }
};

/// A workbook being written. The first fault stays; after it nothing more is reported.
struct Book {
  const Report& report;
  const std::vector<SheetPlace>& places;
  lxw_workbook* workbook = nullptr;
  std::map<Look, lxw_format*> formats{};
  std::string fault{};

  void check(lxw_error error) {
    if (error != LXW_NO_ERROR && fault.empty()) fault = lxw_strerror(error);
  }
};

/// A sheet being written.
struct Page {
  Book& book;
  size_t index;
  lxw_worksheet* worksheet;

  [[nodiscard]] const Sheet& sheet() const { return book.report.sheets[index]; }
  [[nodiscard]] const SheetPlace& place() const { return book.places[index]; }
  [[nodiscard]] size_t last_column() const { return place().widths.size() - 1; }
};

uint32_t tint_of(Tone tone) {
  switch (tone) {
    case Tone::good: return 0xE2EFDA;
    case Tone::fair: return 0xDDEBF7;
    case Tone::poor: return 0xFFF2CC;
    case Tone::bad: return 0xF8CBAD;
    default: return 0;
  }
}

uint8_t alignment_of(Align align) {
  switch (align) {
    case Align::left: return LXW_ALIGN_LEFT;
    case Align::center: return LXW_ALIGN_CENTER;
    case Align::right: return LXW_ALIGN_RIGHT;
  }
  return LXW_ALIGN_LEFT;
}

lxw_format* format_of(Book& book, const Look& look) {
  lxw_format*& format = book.formats[look];
  if (format) return format;
  format = workbook_add_format(book.workbook);
  format_set_font_name(format, kFont);
  format_set_font_size(format, look.size);
  format_set_align(format, alignment_of(look.align));
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (look.style.bold) format_set_bold(format);
  if (look.style.italic) format_set_italic(format);
  if (look.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (look.wrap) format_set_text_wrap(format);
  if (look.border) format_set_border(format, LXW_BORDER_THIN);
  if (look.style.tone == Tone::quiet) format_set_font_color(format, 0x595959);
  if (look.header) format_set_bg_color(format, 0xEDEDED);
  if (const uint32_t tint = tint_of(look.style.tone)) format_set_bg_color(format, tint);
  if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
  return format;
}

void write_text(Page& page, uint32_t row, size_t column, std::string_view text, const Look& look) {
  page.book.check(worksheet_write_string(page.worksheet, row, static_cast<lxw_col_t>(column),
                                         safe_text(text).c_str(), format_of(page.book, look)));
}

/// Joins the cells of one row into one. Cells that a merge covers get its format.
void write_merged(Page& page, uint32_t row, size_t first, size_t last, std::string_view text,
                  const Look& look) {
  if (first == last) return write_text(page, row, first, text, look);
  page.book.check(worksheet_merge_range(page.worksheet, row, static_cast<lxw_col_t>(first), row,
                                        static_cast<lxw_col_t>(last), safe_text(text).c_str(),
                                        format_of(page.book, look)));
}

/// Excel and others do not agree on which rows they fit to their text by themselves, so every row
/// says its height.
void set_height(Page& page, uint32_t row, size_t lines, double size = kFontSize) {
  if (lines <= 1 && size == kFontSize) return;  // as the sheet's default
  const double height =
      std::min(409.0, static_cast<double>(lines) * kLineHeight * size / kFontSize);
  page.book.check(worksheet_set_row(page.worksheet, row, height, nullptr));
}

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

void write_halves(Page& page, uint32_t row, std::string_view left, std::string_view right,
                  Look look) {
  const size_t middle = middle_column(page.place());
  if (middle > page.last_column()) return write_text(page, row, 0, right, look);
  look.align = Align::center;
  write_merged(page, row, 0, middle - 1, left, look);
  write_merged(page, row, middle, page.last_column(), right, look);
}

void write_heading(Page& page, const Heading& heading) {
  const size_t lines = std::max(heading.left.size(), heading.right.size());
  const auto line = [](const std::vector<std::string>& side, size_t i) {
    return i < side.size() ? std::string_view(side[i]) : std::string_view();
  };
  for (size_t i = 0; i < lines; ++i)
    write_halves(page, static_cast<uint32_t>(i), line(heading.left, i), line(heading.right, i),
                 {.style = {.bold = true}, .underline = i + 1 == lines});
}

void write_centered(Page& page, uint32_t row, std::string_view text, const Look& look) {
  const double width = width_between(page.place(), 0, page.last_column());
  set_height(page, row, lines_of(text, width, look.style, look.size), look.size);
  write_merged(page, row, 0, page.last_column(), text, look);
}

void write_signatures(Page& page, const SignatureBlock& block) {
  const uint32_t row = page.place().signatures;
  write_halves(page, row, {}, block.place_and_date, {.style = {.italic = true}});
  if (block.people.empty()) return;
  const Signature& right = block.people.back();
  const Signature left = block.people.size() > 1 ? block.people.front() : Signature{};
  write_halves(page, row + 1, left.title, right.title, {.style = {.bold = true}});
  write_halves(page, row + 2, left.note, right.note, {.style = {.italic = true}});
}

/// How the sheet prints and scrolls.
void set_page(Page& page) {
  lxw_worksheet* worksheet = page.worksheet;
  const Sheet& sheet = page.sheet();
  if (sheet.landscape) worksheet_set_landscape(worksheet);
  worksheet_set_paper(worksheet, kPaperA4);
  worksheet_set_default_row(worksheet, kLineHeight, LXW_FALSE);
  // A sheet that nearly fits is set on one page; a long one is as many pages high as it takes.
  worksheet_fit_to_pages(worksheet, 1, page.place().end <= kRowsOfOnePage ? 1 : 0);
  worksheet_set_margins(worksheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_center_horizontally(worksheet);
  page.book.check(worksheet_set_footer(worksheet, "&C&\"Times New Roman,Regular\"&11&P/&N"));
  for (size_t i = 0; i < page.place().widths.size(); ++i)
    page.book.check(worksheet_set_column(worksheet, static_cast<lxw_col_t>(i),
                                         static_cast<lxw_col_t>(i),
                                         page.place().widths[i] * kWidthOfFont, nullptr));
  if (!sheet.main_table) return;
  const Table& table = sheet.tables[*sheet.main_table];
  const TablePlace& place = page.place().tables[*sheet.main_table];
  if (table.header.empty()) return;
  page.book.check(worksheet_repeat_rows(worksheet, place.header, place.body - 1));
  worksheet_freeze_panes(worksheet, place.body, static_cast<lxw_col_t>(sheet.frozen_columns));
  const auto last = place.body + static_cast<uint32_t>(std::max<size_t>(1, table.rows.size())) - 1;
  page.book.check(worksheet_autofilter(worksheet, place.body - 1, 0, last,
                                       static_cast<lxw_col_t>(table.columns.size() - 1)));
}

/// In the order of the rows, because a big book forgets the rows it has written.
void write_sheet(Page& page) {
  const Sheet& sheet = page.sheet();
  const SheetPlace& place = page.place();
  set_page(page);
  if (sheet.heading) write_heading(page, *sheet.heading);
  if (!sheet.title.empty())
    write_centered(page, place.title, sheet.title,
                   {.style = {.bold = true}, .align = Align::center, .wrap = true, .size = 15});
  for (size_t i = 0; i < sheet.subtitles.size(); ++i)
    write_centered(page, place.subtitles + static_cast<uint32_t>(i), sheet.subtitles[i],
                   {.align = Align::center, .wrap = true});
  for (size_t i = 0; i < sheet.tables.size(); ++i)
    write_table(page, sheet.tables[i], place.tables[i]);
  for (size_t i = 0; i < sheet.footnotes.size(); ++i)
    write_centered(page, place.footnotes + static_cast<uint32_t>(i), sheet.footnotes[i],
                   {.style = {.italic = true}, .wrap = true});
  if (sheet.signatures) write_signatures(page, *sheet.signatures);
}

void set_properties(Book& book) {
  std::string title = safe_text(book.report.title);
  std::string producer = safe_text(book.report.producer);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = producer.data();
  // 0 would mean the present time, and other bytes every time.
  properties.created = static_cast<time_t>(std::max<int64_t>(1, book.report.created));
  book.check(workbook_set_properties(book.workbook, &properties));
}

}  // namespace

bool write_workbook(const Report& report, const std::string& path, std::string& fault) {
  std::vector<SheetPlace> places;
  for (const Sheet& sheet : report.sheets) places.push_back(place_sheet(sheet));
  lxw_workbook_options options{};
  options.constant_memory = count_cells(report) > kBigBook ? LXW_TRUE : LXW_FALSE;
  Book book{report, places, workbook_new_opt(path.c_str(), &options)};
  set_properties(book);
  for (size_t i = 0; i < report.sheets.size(); ++i) {
    lxw_worksheet* worksheet = workbook_add_worksheet(book.workbook, report.sheets[i].name.c_str());
    if (!worksheet) {
      if (book.fault.empty())
        book.fault = lxw_strerror(
            workbook_validate_sheet_name(book.workbook, report.sheets[i].name.c_str()));
      continue;
    }
    Page page{book, i, worksheet};
    write_sheet(page);
  }
  book.check(workbook_close(book.workbook));
  fault = book.fault;
  return fault.empty();
}

}  // namespace kdcl
