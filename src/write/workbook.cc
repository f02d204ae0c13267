#include "write/workbook.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <ctime>
#include <new>

#include "base/parallel.h"
#include "base/temporary_file.h"
#include "write/workbook_book.h"
#include "write/workbook_chart.h"
#include "write/workbook_layout.h"
#include "write/workbook_paper.h"
#include "write/workbook_table.h"

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
