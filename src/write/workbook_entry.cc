#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <new>

#include "base/date.h"
#include "base/file.h"
#include "base/number.h"
#include "base/text.h"
#include "write/cell_text.h"
#include "write/workbook.h"
#include "write/workbook_book.h"
#include "write/workbook_cells.h"
#include "write/workbook_layout.h"
#include "write/zip_edit.h"

namespace kdcl {
namespace {

constexpr const char* kFormFont = "Times New Roman";
constexpr uint32_t kEntryTint = 0xFFF9E5;
constexpr uint32_t kHeaderTint = 0xEDEDED;
constexpr uint32_t kTitleRow = 0, kHeaderRow = 2, kHintRow = 3, kIdRow = kFormCodeRow - 1,
                   kFirstRow = kFormCodeRow;
constexpr double kPointsOfLine = 17.25;

/// The formats of a form.
struct EntryFormats {
  lxw_format* title = nullptr;
  lxw_format* text = nullptr;
  lxw_format* header = nullptr;
  lxw_format* hint = nullptr;
  lxw_format* id = nullptr;
  lxw_format* given = nullptr;
  lxw_format* entry = nullptr;
  lxw_format* date = nullptr;
};

struct EntryBook {
  const EntryForm& form;
  lxw_workbook* workbook = nullptr;
  EntryFormats formats{};
  LocalText fault{};

  void check(lxw_error error) {
    check_memory(error);
    if (error != LXW_NO_ERROR && fault.en.empty()) fault = workbook_fault(error);
  }
};

lxw_format* make_format(EntryBook& book, double size, bool has_border, bool has_wrap) {
  lxw_format* format = workbook_add_format(book.workbook);
  format_set_font_name(format, kFormFont);
  format_set_font_size(format, size);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (has_border) format_set_border(format, LXW_BORDER_THIN);
  if (has_wrap) format_set_text_wrap(format);
  return format;
}

void make_formats(EntryBook& book) {
  EntryFormats& formats = book.formats;
  formats.title = make_format(book, 15, false, false);
  format_set_bold(formats.title);
  formats.text = make_format(book, kFontSize, false, true);
  formats.header = make_format(book, kFontSize, true, true);
  format_set_bold(formats.header);
  formats.hint = make_format(book, 10, true, true);
  format_set_italic(formats.hint);
  formats.id = make_format(book, 9, true, false);
  format_set_font_color(formats.id, 0x595959);
  for (lxw_format* format : {formats.header, formats.hint, formats.id}) {
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_bg_color(format, kHeaderTint);
  }
  formats.given = make_format(book, kFontSize, true, true);
  formats.entry = make_format(book, kFontSize, true, true);
  formats.date = make_format(book, kFontSize, true, true);
  format_set_num_format(formats.date, "dd/mm/yyyy");
  for (lxw_format* format : {formats.entry, formats.date}) {
    format_set_bg_color(format, kEntryTint);
    format_set_unlocked(format);
  }
}

/// Figures and days as such, so that Excel can calculate with them; ids and names stay text.
void write_entry(EntryBook& book, lxw_worksheet* sheet, uint32_t row, size_t index,
                 const EntryColumn& column, const std::string& text) {
  const auto at = static_cast<lxw_col_t>(index);
  const bool is_figure = column.type == FieldType::integer || column.type == FieldType::number;
  lxw_format* format = column.is_given                  ? book.formats.given
                       : column.type == FieldType::date ? book.formats.date
                                                        : book.formats.entry;
  char* end = nullptr;
  const double value = is_figure ? std::strtod(text.c_str(), &end) : 0;
  const std::optional<Day> day = column.type == FieldType::date ? read_date(text) : std::nullopt;
  if (text.empty())
    book.check(worksheet_write_blank(sheet, row, at, format));
  else if (day)
    book.check(worksheet_write_number(sheet, row, at, day_number(*day), format));
  else if (is_figure && *end == '\0')
    book.check(worksheet_write_number(sheet, row, at, value, format));
  else
    book.check(worksheet_write_string(sheet, row, at, safe_text(text).c_str(), format));
}

/// Text cut at a letter; Excel takes so many characters.
std::string cut_text(const std::string& whole, size_t most) {
  const std::string text = safe_text(whole);
  size_t letters = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins && letters++ == most) return text.substr(0, i);
  }
  return text;
}

/// The most that a figure may be, where it is a part of that of another column: what stands there
/// in the same row. Rules speak of the first row that they are for. Empty for other columns.
std::string most_formula(const EntryTable& table, const EntryColumn& column) {
  const auto whole =
      std::find_if(table.columns.begin(), table.columns.end(),
                   [&column](const EntryColumn& each) { return each.id == column.part_of; });
  if (column.part_of.empty() || whole == table.columns.end()) return {};
  const auto index = static_cast<size_t>(whole - table.columns.begin());
  const std::string cell = fmt::format("{}{}", column_name(index), kFirstRow + 1);
  const std::string most = column.max ? format_exact(*column.max) : "1E+15";
  return fmt::format("=IF(ISNUMBER({0}),MIN({0},{1}),{1})", cell, most);
}

/// What Excel lets in: nothing is refused that kdcl would read, but for typing errors. `words` are
/// the choices, which must outlive the rule.
void set_rule(const EntryColumn& column, std::vector<char*>& words, lxw_data_validation& rule) {
  const bool is_figure = column.type == FieldType::integer || column.type == FieldType::number;
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  if (!column.choices.empty()) {
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = words.data();
  } else if (is_figure && (column.min || column.max)) {
    rule.validate = column.type == FieldType::integer ? LXW_VALIDATION_TYPE_INTEGER
                                                      : LXW_VALIDATION_TYPE_DECIMAL;
    rule.criteria = !column.max   ? LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO
                    : !column.min ? LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO
                                  : LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.value_number = column.min ? *column.min : *column.max;
    rule.minimum_number = column.min.value_or(0);
    rule.maximum_number = column.max.value_or(0);
  } else if (column.type == FieldType::date) {
    rule.validate = LXW_VALIDATION_TYPE_DATE;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_datetime = {1900, 3, 1, 0, 0, 0};
    rule.maximum_datetime = {2199, 12, 31, 0, 0, 0};
  }
}

/// The rule of a column, and a note at each of its cells: title, type, unit, range.
void add_validation(EntryBook& book, lxw_worksheet* sheet, const EntryTable& table, size_t index,
                    uint32_t last) {
  const EntryColumn& column = table.columns[index];
  constexpr size_t kLongestTitle = 32;
  constexpr size_t kLongestMessage = 255;
  if (column.is_given) return;
  lxw_data_validation rule{};
  std::vector<std::string> kept;
  for (const std::string& choice : column.choices) kept.push_back(safe_text(choice));
  std::vector<char*> words;
  for (std::string& word : kept) words.push_back(word.data());
  words.push_back(nullptr);
  set_rule(column, words, rule);
  std::string least = "=" + format_exact(column.min.value_or(-1E15));
  std::string most = most_formula(table, column);
  if (!most.empty()) {
    rule.validate = column.type == FieldType::integer ? LXW_VALIDATION_TYPE_INTEGER_FORMULA
                                                      : LXW_VALIDATION_TYPE_DECIMAL_FORMULA;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_formula = least.data();
    rule.maximum_formula = most.data();
  }
  std::string title = cut_text(column.id, kLongestTitle);
  std::string note =
      cut_text(column.title + (column.hint.empty() ? "" : "\n" + column.hint), kLongestMessage);
  std::string said = cut_text(book.form.wrong_entry + column.hint, kLongestMessage);
  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.show_input = LXW_VALIDATION_ON;
  rule.input_title = title.data();
  rule.input_message = note.data();
  rule.show_error = LXW_VALIDATION_ON;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
  rule.error_title = title.data();
  rule.error_message = said.data();
  const auto at = static_cast<lxw_col_t>(index);
  book.check(worksheet_data_validation_range(sheet, kFirstRow, at, last, at, &rule));
}

void set_row_height(EntryBook& book, lxw_worksheet* sheet, uint32_t row, size_t lines) {
  book.check(worksheet_set_row(sheet, row, kPointsOfLine * static_cast<double>(lines), nullptr));
}

/// The rows above the entries: titles, hints, and the codes by which the columns are found again.
void write_header(EntryBook& book, lxw_worksheet* sheet, const EntryTable& table) {
  size_t title_lines = 1;
  size_t hint_lines = 1;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    const EntryColumn& column = table.columns[i];
    const auto at = static_cast<lxw_col_t>(i);
    const double width = std::max(
        {column.width, width_of_header(column.title), width_of_header(column.id) * 9 / kFontSize});
    book.check(worksheet_set_column(sheet, at, at, width * kWidthOfFont, nullptr));
    title_lines = std::max(title_lines, lines_of(column.title, width, {.bold = true}, kFontSize));
    hint_lines = std::max(hint_lines, lines_of(column.hint, width, {}, 10));
    book.check(worksheet_write_string(sheet, kHeaderRow, at, safe_text(column.title).c_str(),
                                      book.formats.header));
    book.check(worksheet_write_string(sheet, kHintRow, at, safe_text(column.hint).c_str(),
                                      book.formats.hint));
    book.check(
        worksheet_write_string(sheet, kIdRow, at, safe_text(column.id).c_str(), book.formats.id));
  }
  set_row_height(book, sheet, kHeaderRow, title_lines);
  set_row_height(book, sheet, kHintRow, hint_lines);
}

void protect(lxw_worksheet* sheet) {
  lxw_protection options{};
  options.format_columns = LXW_TRUE;
  options.format_rows = LXW_TRUE;
  options.insert_rows = LXW_TRUE;
  options.autofilter = LXW_TRUE;
  worksheet_protect(sheet, nullptr, &options);
}

void write_entry_table(EntryBook& book, const EntryTable& table) {
  lxw_worksheet* sheet = workbook_add_worksheet(book.workbook, safe_text(table.sheet).c_str());
  if (!sheet) return book.check(LXW_ERROR_PARAMETER_VALIDATION);
  book.check(worksheet_write_string(sheet, kTitleRow, 0, safe_text(table.title).c_str(),
                                    book.formats.title));
  write_header(book, sheet, table);
  const std::vector<std::string> none(table.columns.size());
  const auto rows = static_cast<uint32_t>(table.rows.size() + table.free_rows);
  for (uint32_t row = 0; row < rows; ++row) {
    const std::vector<std::string>& cells = row < table.rows.size() ? table.rows[row] : none;
    size_t lines = 1;
    for (size_t i = 0; i < table.columns.size(); ++i) {
      const std::string& text = i < cells.size() ? cells[i] : none[i];
      write_entry(book, sheet, kFirstRow + row, i, table.columns[i], text);
      lines = std::max(lines, lines_of(text, table.columns[i].width, {}, kFontSize));
    }
    if (lines > 1) set_row_height(book, sheet, kFirstRow + row, lines);
  }
  for (size_t i = 0; i < table.columns.size(); ++i)
    add_validation(book, sheet, table, i, kFirstRow + std::max(rows, 1U) - 1);
  worksheet_set_default_row(sheet, kPointsOfLine, LXW_FALSE);
  worksheet_freeze_panes(sheet, kFirstRow, static_cast<lxw_col_t>(table.frozen_columns));
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, table.columns.size() > 15 ? 0 : 1, 0);
  book.check(worksheet_repeat_rows(sheet, kHeaderRow, kIdRow));
  protect(sheet);
}

void write_guide(EntryBook& book) {
  constexpr double kGuideWidth = 100;
  lxw_worksheet* sheet = workbook_add_worksheet(book.workbook, safe_text(book.form.guide).c_str());
  if (!sheet) return book.check(LXW_ERROR_PARAMETER_VALIDATION);
  book.check(worksheet_set_column(sheet, 0, 0, kGuideWidth * kWidthOfFont, nullptr));
  book.check(
      worksheet_write_string(sheet, 0, 0, safe_text(book.form.title).c_str(), book.formats.title));
  uint32_t row = 2;
  for (const std::string& line : book.form.instructions) {
    set_row_height(book, sheet, row, lines_of(line, kGuideWidth, {}, kFontSize));
    book.check(worksheet_write_string(sheet, row++, 0, safe_text(line).c_str(), book.formats.text));
  }
  worksheet_set_paper(sheet, 9);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  protect(sheet);
}

/// A height that is set counts as the user's own, which no program changes; the library knows no
/// other. Rows have to grow with what is typed into them.
void free_row_heights(std::string& sheet) {
  constexpr std::string_view kFixed = R"( customHeight="1")";
  std::string freed;
  size_t from = 0;
  for (size_t at = sheet.find(kFixed); at != std::string::npos; at = sheet.find(kFixed, from)) {
    freed.append(sheet, from, at - from);
    from = at + kFixed.size();
  }
  sheet = freed.append(sheet, from);
}

/// The name of the form by which reading knows it; see model/entry_form.
void define_form_name(EntryBook& book) {
  std::string titles;
  for (const EntryTable& table : book.form.tables)
    titles += (titles.empty() ? "" : std::string(1, kBetweenSheets)) + table.sheet;
  book.check(workbook_define_name(book.workbook, std::string(kFormName).c_str(),
                                  ("=\"" + titles + '"').c_str()));
}

/// The library writes no hidden names but its own.
void hide_form_name(std::string& workbook) {
  const std::string shown = fmt::format("<definedName name=\"{}\"", kFormName);
  const size_t at = workbook.find(shown);
  if (at != std::string::npos) workbook.insert(at + shown.size(), R"( hidden="1")");
}

bool edit_parts(const std::string& path, LocalText& fault) {
  std::optional<std::string> book = read_file(path, SIZE_MAX, fault);
  if (!book) return false;
  if (edit_zip(*book, "xl/worksheets/", free_row_heights) &&
      edit_zip(*book, "xl/workbook.xml", hide_form_name))
    return replace_content(path, *book, fault);
  fault = workbook_fault(LXW_ERROR_ZIP_INTERNAL_ERROR);
  return false;
}

}  // namespace

bool write_entry_workbook(const EntryForm& form, const std::string& path, LocalText& fault) {
  EntryBook book{form, workbook_new(path.c_str())};
  if (!book.workbook) throw std::bad_alloc();
  make_formats(book);
  write_guide(book);
  for (const EntryTable& table : form.tables) write_entry_table(book, table);
  define_form_name(book);
  std::string title = safe_text(form.title);
  std::string producer = safe_text(form.producer);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = producer.data();
  properties.created = static_cast<time_t>(std::max<int64_t>(1, form.created));
  book.check(workbook_set_properties(book.workbook, &properties));
  book.check(workbook_close(book.workbook));
  fault = fault_of(book.fault);
  return fault.en.empty() && edit_parts(path, fault);
}

}  // namespace kdcl
