// Why a workbook could not be written, in the languages of the program.
#pragma once

#include <xlsxwriter.h>

#include <cerrno>
#include <cstdint>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/file.h"
#include "base/language.h"
#include "base/temporary_file.h"
#include "write/workbook_layout.h"

namespace kdcl {

/// The reason that an error of libxlsxwriter stands for.
[[nodiscard]] LocalText workbook_fault(lxw_error error);

// A workbook while it is being written, and the few calls through which all of its cells go.

inline constexpr const char* kFont = "Times New Roman";

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

/// Throws where it was memory that lacked. Errors of files have their reason in errno.
inline void check_memory(lxw_error error) {
  const bool is_of_file = error >= LXW_ERROR_CREATING_XLSX_FILE && error <= LXW_ERROR_ZIP_CLOSE;
  if (error == LXW_ERROR_MEMORY_MALLOC_FAILED || (is_of_file && errno == ENOMEM) ||
      error == LXW_ERROR_SHARED_STRING_INDEX_NOT_FOUND)
    throw std::bad_alloc();
}

/// The fault of a book, and if it has none that of its temporary files.
[[nodiscard]] inline LocalText fault_of(const LocalText& fault) {
  const int hidden = unnamed_file_fault();
  return fault.en.empty() && hidden != 0 ? system_fault(hidden) : fault;
}

/// A workbook being written. The first fault stays; after it nothing more is reported.
struct Book {
  const Report& report;
  const std::vector<SheetPlace>& places;
  lxw_workbook* workbook = nullptr;
  unsigned threads = 1;
  std::map<Look, lxw_format*> formats{};
  LocalText fault{};

  void check(lxw_error error) {
    check_memory(error);
    if (error != LXW_NO_ERROR && fault.en.empty()) fault = workbook_fault(error);
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

/// The format of that look, made when it is first asked for.
lxw_format* format_of(Book& book, const Look& look);

void write_text(Page& page, uint32_t row, size_t column, std::string_view text, const Look& look);

/// Joins the cells of one row into one. Cells that a merge covers get its format.
void write_merged(Page& page, uint32_t row, size_t first, size_t last, std::string_view text,
                  const Look& look);

/// Excel and others do not agree on which rows they fit to their text by themselves, so every row
/// says its height.
void set_height(Page& page, uint32_t row, size_t lines, double size = kFontSize);

// Charts of a workbook's sheets, drawn by the reader's program from the cells of a table.

/// Puts the chart at its place in the sheet, as wide as its columns together.
void add_chart(Page& page, const Chart& chart);

// What stands around the tables of a workbook's sheet: heading, titles, places to sign.

void write_heading(Page& page, const Heading& heading);

/// A line of text over the whole width, as high as it needs.
void write_centered(Page& page, uint32_t row, std::string_view text, const Look& look);

void write_signatures(Page& page, const SignatureBlock& block);

}  // namespace kdcl
