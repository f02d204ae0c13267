#include "write/workbook_book.h"

#include <algorithm>

namespace kdcl {
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

}  // namespace kdcl
