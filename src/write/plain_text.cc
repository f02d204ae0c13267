#include "write/plain_text.h"

#include "write/text_lines.h"
#include "write/text_table.h"

namespace kdcl {
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
