#include "write/workbook.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/parallel.h"
#include "base/temporary_file.h"
#include "write/workbook_book.h"
#include "write/workbook_cells.h"
#include "write/workbook_layout.h"

namespace kdcl {
namespace {

constexpr Message kNoTemporaryFile{"không dùng được tệp tạm của sổ bảng tính",
                                   "a temporary file of the workbook can't be used"};
constexpr Message kNotPacked{"không đóng gói được sổ bảng tính", "the workbook can't be packed"};

LocalText text_of(const Message& message) {
  return {std::string(message.vi), std::string(message.en)};
}

}  // namespace

LocalText workbook_fault(lxw_error error) {
  switch (error) {
    case LXW_ERROR_MEMORY_MALLOC_FAILED: return system_fault(ENOMEM);
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
      // The library keeps the system's reason, if there is one.
      return errno != 0 ? system_fault(errno) : text_of(kNotPacked);
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE: return text_of(kNoTemporaryFile);
    case LXW_ERROR_ZIP_PARAMETER_ERROR:
    case LXW_ERROR_ZIP_BAD_ZIP_FILE:
    case LXW_ERROR_ZIP_INTERNAL_ERROR:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE: return text_of(kNotPacked);
    default: break;
  }
  const char* const words = lxw_strerror(error);
  return {fmt::format("lỗi {} của thư viện bảng tính ({})", static_cast<int>(error), words), words};
}

namespace {

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

}  // namespace

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

void write_merged(Page& page, uint32_t row, size_t first, size_t last, std::string_view text,
                  const Look& look) {
  if (first == last) return write_text(page, row, first, text, look);
  page.book.check(worksheet_merge_range(page.worksheet, row, static_cast<lxw_col_t>(first), row,
                                        static_cast<lxw_col_t>(last), safe_text(text).c_str(),
                                        format_of(page.book, look)));
}

void set_height(Page& page, uint32_t row, size_t lines, double size) {
  if (lines <= 1 && size == kFontSize) return;  // as the sheet's default
  const double height =
      std::min(409.0, static_cast<double>(lines) * kLineHeight * size / kFontSize);
  page.book.check(worksheet_set_row(page.worksheet, row, height, nullptr));
}

namespace {

/// A line in which every part of the width has its own text; those of `underlined` are underlined.
void write_parts(Page& page, uint32_t row, const std::vector<std::string_view>& texts, Look look,
                 const std::vector<bool>& underlined = {}) {
  const std::vector<size_t> bounds = split_columns(page.place(), texts.size());
  size_t lines = 1;
  for (size_t i = 0; i + 1 < bounds.size(); ++i)
    lines = std::max(lines,
                     lines_of(texts[i], width_between(page.place(), bounds[i], bounds[i + 1] - 1),
                              look.style, look.size));
  look.align = Align::center;
  look.wrap = lines > 1;
  set_height(page, row, lines);
  for (size_t i = 0; i + 1 < bounds.size(); ++i) {
    look.underline = i < underlined.size() && underlined[i];
    write_merged(page, row, bounds[i], bounds[i + 1] - 1, texts[i], look);
  }
}

/// A sheet of one column has a right half only.
void write_halves(Page& page, uint32_t row, std::string_view left, std::string_view right,
                  const Style& style, bool left_underlined = false, bool right_underlined = false) {
  if (page.last_column() == 0)
    return write_parts(page, row, {right}, {.style = style}, {right_underlined});
  write_parts(page, row, {left, right}, {.style = style}, {left_underlined, right_underlined});
}

void write_signers(Page& page, uint32_t row, std::span<const Signature> people) {
  const auto line = [&](uint32_t at, std::string Signature::*text, const Style& style) {
    std::vector<std::string_view> texts;
    for (const Signature& person : people) texts.push_back(person.*text);
    const auto is_empty = [](std::string_view part) { return part.empty(); };
    if (std::all_of(texts.begin(), texts.end(), is_empty)) return;
    write_parts(page, at, texts, {.style = style});
  };
  line(row, &Signature::title, {.bold = true});
  line(row + 1, &Signature::note, {.italic = true});
  line(row + kSignerRows - 1, &Signature::name, {.bold = true});
}

}  // namespace

void write_heading(Page& page, const Heading& heading) {
  const size_t lines = std::max(heading.left.size(), heading.right.size());
  const auto line = [](const std::vector<std::string>& side, size_t i) {
    return i < side.size() ? std::string_view(side[i]) : std::string_view();
  };
  for (size_t i = 0; i < lines; ++i)
    write_halves(page, static_cast<uint32_t>(i), line(heading.left, i), line(heading.right, i),
                 {.bold = true}, i + 1 == heading.left.size(), i + 1 == heading.right.size());
}

void write_centered(Page& page, uint32_t row, std::string_view text, const Look& look) {
  const double width = width_between(page.place(), 0, page.last_column());
  set_height(page, row, lines_of(text, width, look.style, look.size), look.size);
  write_merged(page, row, 0, page.last_column(), text, look);
}

void write_signatures(Page& page, const SignatureBlock& block) {
  const uint32_t row = page.place().signatures;
  write_halves(page, row, {}, block.place_and_date, {.italic = true});
  const std::span<const Signature> people = block.people;
  const size_t abreast = page.place().widths.size();
  for (size_t i = 0, tier = 0; i < people.size(); i += abreast, ++tier)
    write_signers(page, row + 1 + static_cast<uint32_t>(tier) * kSignerRows,
                  people.subspan(i, std::min(abreast, people.size() - i)));
}

}  // namespace kdcl

#ifdef __linux__
/// libxlsxwriter asks for the date in a buffer that all threads share; books written side by side
/// would get each other's. This one stands before that of the C library.
extern "C" struct tm* gmtime(const time_t* time) noexcept {
  thread_local struct tm result;
  return gmtime_r(time, &result);
}

/// libxlsxwriter gives its temporary files a name for a moment, in which a killed program would
/// leave them behind, and does not look whether their bytes were written. Weak, so that the
/// library's own stands where it is linked in.
extern "C" __attribute__((weak)) FILE* lxw_tmpfile(char* folder) {
  return kdcl::open_unnamed_file(folder);
}
#endif

namespace kdcl {
namespace {

constexpr size_t kBigBook = 100000;  // cells from which rows are written out as they come
constexpr uint8_t kPaperA4 = 9;
/// Where the parts of a small book wait to be packed: a file system in memory, where there is one.
constexpr const char* kMemoryFiles = "/dev/shm";

/// How the sheet prints and scrolls.
void set_page(Page& page) {
  lxw_worksheet* worksheet = page.worksheet;
  const Sheet& sheet = page.sheet();
  if (sheet.landscape) worksheet_set_landscape(worksheet);
  worksheet_set_paper(worksheet, kPaperA4);
  worksheet_set_default_row(worksheet, kLineHeight, LXW_FALSE);
  // A sheet that nearly fits is set on one page; a long one is as many pages high as it takes.
  worksheet_fit_to_pages(worksheet, 1, page.place().is_one_page ? 1 : 0);
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
  if (table.kind != TableKind::list) return;  // read page by page, not scrolled or filtered
  worksheet_freeze_panes(worksheet, place.body, static_cast<lxw_col_t>(sheet.frozen_columns));
  const auto last = place.body + static_cast<uint32_t>(std::max<size_t>(1, table.row_count())) - 1;
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
  if (sheet.chart) add_chart(page, *sheet.chart);
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

bool write_workbook(const Report& report, const std::string& path, unsigned threads,
                    LocalText& fault) {
  std::vector<SheetPlace> places;
  for (const Sheet& sheet : report.sheets) places.push_back(place_sheet(sheet));
  lxw_workbook_options options{};
  options.constant_memory = count_cells(report) > kBigBook ? LXW_TRUE : LXW_FALSE;
  std::string memory = kMemoryFiles;
  if (options.constant_memory == LXW_FALSE && ::access(kMemoryFiles, W_OK) == 0)
    options.tmpdir = memory.data();
  Book book{report, places, workbook_new_opt(path.c_str(), &options),
            threads > 0 ? threads : default_threads()};
  if (!book.workbook) throw std::bad_alloc();
  set_properties(book);
  for (size_t i = 0; i < report.sheets.size(); ++i) {
    const std::string name = safe_text(report.sheets[i].name);
    lxw_worksheet* worksheet = workbook_add_worksheet(book.workbook, name.c_str());
    if (!worksheet) {
      const lxw_error wrong = workbook_validate_sheet_name(book.workbook, name.c_str());
      book.check(wrong == LXW_NO_ERROR ? LXW_ERROR_CREATING_TMPFILE : wrong);
      continue;
    }
    Page page{book, i, worksheet};
    write_sheet(page);
  }
  book.check(workbook_close(book.workbook));
  fault = fault_of(book.fault);
  return fault.en.empty();
}

}  // namespace kdcl
