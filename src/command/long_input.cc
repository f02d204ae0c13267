#include "command/long_input.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "read/csv/blocks.h"
#include "read/csv/csv.h"
#include "read/csv/file_kind.h"
#include "read/schools/binding.h"
#include "read/schools/messages.h"
#include "read/schools/set_choice.h"
#include "read/schools/sheet_table.h"
#include "read/schools/table_rows.h"
#include "read/xlsx/messages.h"

namespace kdcl {

using namespace message;

namespace {

/// The first bytes of a file; empty for a pipe, which gives them only once.
std::string start_of(const std::string& name) {
  constexpr size_t kEnough = 4096;
  std::error_code none;
  if (!std::filesystem::is_regular_file(name, none)) return {};
  LocalText fault;
  std::optional<ByteSource> source = ByteSource::open(name, fault);
  std::string start(kEnough, '\0');
  const auto size = source ? source->read(start.data(), start.size()) : 0;
  start.resize(static_cast<size_t>(std::max<std::ptrdiff_t>(size, 0)));
  return start;
}

}  // namespace

bool is_yaml(const std::string& name) {
  const std::string folded = fold(name);
  return folded.ends_with(".yaml") || folded.ends_with(".yml");
}

bool is_workbook(const std::string& name) {
  const std::string folded = fold(name);
  return folded.ends_with(".xlsx") || folded.ends_with(".xlsm");
}

InputKind find_input_kind(const std::string& name) {
  const std::string start = start_of(name);
  if (is_archive(start)) return InputKind::workbook;
  if (is_workbook(name) && !is_table_text(start)) return InputKind::workbook;
  // What is of no kind that is read is named by the reader of text.
  return is_yaml(name) && !find_foreign_kind(start) ? InputKind::yaml : InputKind::text;
}

std::string table_name(const std::string& file, const std::string& sheet) {
  return file + ':' + sheet;
}

namespace {

using StagesOfSchools = LongInput::StagesOfSchools;

/// The text of the cell of a row in a column of the sheet; empty if there is none.
std::string text_at(const Workbook& workbook, const SheetBlock& block, size_t row,
                    std::optional<uint32_t> column) {
  for (size_t i = block.rows[row].first; column && i < block.cells_end(row); ++i)
    if (block.cells[i].column == *column)
      return std::string(trim(shown_text(block, block.cells[i], workbook)));
  return {};
}

/// Adds the schools in a block of a wide sheet.
void add_schools(const Workbook& workbook, const SheetBlock& block, const SheetHeader& header,
                 StagesOfSchools& schools) {
  OwnerColumns columns = find_owner_columns(folded_names(header.names));
  for (auto* column : {&columns.school, &columns.stage})
    if (*column) **column += header.first_column;
  for (size_t row = 0; row < block.rows.size(); ++row)
    if (const std::string id = text_at(workbook, block, row, columns.school);
        block.rows[row].number > header.row && !id.empty())
      schools[plain_text(id)].emplace(stage_in(text_at(workbook, block, row, columns.stage)));
}

bool has_stages(const StagesOfSchools& schools) {
  return std::any_of(schools.begin(), schools.end(),
                     [](const auto& school) { return school.second.size() > 1; });
}

/// The cell with a criteria set that the run lacks; nothing if some row names one that it has.
const SheetCell* find_foreign_set(const SheetBlock& block, const SheetHeader& header,
                                  const Run& run, uint32_t& row_number) {
  const std::optional<uint32_t> column =
      find_identity_column(folded_names(header.names), IdentityColumn::criteria_set);
  const SheetCell* foreign = nullptr;
  for (size_t row = 0; column && row < block.rows.size(); ++row)
    for (size_t i = block.rows[row].first; i < block.cells_end(row); ++i) {
      const SheetCell& cell = block.cells[i];
      if (block.rows[row].number <= header.row || cell.column != header.first_column + *column)
        continue;
      const auto is_it = [&](const CriteriaSet& set) {
        return set.id == trim(block.text_of(cell));
      };
      if (std::any_of(run.sets.begin(), run.sets.end(), is_it)) return nullptr;
      if (foreign) continue;
      foreign = &cell;
      row_number = block.rows[row].number;
    }
  return foreign;
}

}  // namespace

std::optional<LongInput::Table> LongInput::find_table(const std::vector<std::string>& header,
                                                      TableOrigin origin) const {
  const std::vector<std::string> folded = folded_names(header);
  Table table{std::move(origin), find_owner_columns(folded), find_long_columns(folded),
              find_note_columns(folded)};
  if (!table.results && !table.notes) return {};
  return table;
}

/// Which of a form's tables it may be; nothing for a sheet without a table.
std::optional<FormTable> LongInput::form_table(const std::optional<Table>& table,
                                               bool has_schools) {
  if (!table) return has_schools ? std::optional(FormTable::schools) : std::nullopt;
  if (table->results) return FormTable::judgements;
  return table->notes->kind == NoteKind::documents ? FormTable::evidence : FormTable::improvement;
}

void LongInput::add(const Table& table, const Grid& grid, uint64_t first_line,
                    Diagnostics& diagnostics) {
  Diagnostics found(diagnostics.language(),
                    options_.keep_going ? kAllDiagnostics : kMostDiagnostics);
  if (table.results) results_.add({table.origin, *table.results}, grid, first_line, owners_, found);
  if (table.notes && options_.notes)
    notes_.add(table.origin, *table.notes, grid, first_line, owners_, found);
  if (options_.keep_going && found.has_errors()) keep_faulty_rows(table, grid, first_line, found);
  diagnostics.append(found);
}

void LongInput::keep_faulty_rows(const Table& table, const Grid& grid, uint64_t first_line,
                                 Diagnostics& found) {
  Diagnostics others(found.language(), kAllDiagnostics);
  for (const Diagnostic& fault : found.kept()) {
    size_t row = 0;
    while (row < grid.rows && grid.line(row) + first_line != fault.location.line) ++row;
    const std::string school =
        row < grid.rows && fault.severity == Severity::error
            ? LongRow{table.origin, table.owner, grid, row, fault.location.line}.school()
            : std::string();
    if (school.empty())
      others.add(fault);
    else
      faulty_rows_.push_back({table.origin.workbook, school, fault});
  }
  found = std::move(others);
}

bool LongInput::read(const std::string& name, InputKind kind, Diagnostics& diagnostics) {
  std::error_code none;
  // A pipe gives its text only once: it can't be looked at first.
  if (kind == InputKind::yaml || !std::filesystem::is_regular_file(name, none)) return false;
  if (kind == InputKind::workbook) return !read_sheets(name, diagnostics);
  LocalText fault;
  std::optional<ByteSource> source = ByteSource::open(name, fault);
  if (!source) return false;
  BlockCutter cutter(std::move(*source), name, options_.encoding);
  if (options_.hash) cutter.hash();
  Diagnostics faults(diagnostics.language());
  if (!cutter.start(faults)) return false;
  const std::optional<CsvHeader> header = read_csv_header(cutter, faults);
  const auto table = header ? find_table(header->names, {name, {}, {}, {}}) : std::nullopt;
  if (!table || !table->owner.school) return false;
  if (is_workbook(name)) diagnostics.warning({name}, kReadAsText);
  report_left_out_columns(header->names, {name, header->line, 1}, options_.strict, diagnostics);
  if (!table->results && !options_.notes) return true;
  TextBlock text;
  Grid grid;
  uint64_t line = header->rows_line;
  while (cutter.next(text)) {
    Diagnostics found(diagnostics.language());
    const bool is_sound = read_csv_grid(
        text, header->separator, static_cast<uint32_t>(header->names.size()), name, grid, found);
    diagnostics.append(found, line - 1);
    add(*table, grid, line, diagnostics);
    line += grid.line_count;
    if (!is_sound) break;
  }
  inputs_.push_back({name, cutter.sha256()});
  if (cutter.fault())
    diagnostics.error({name}, kReadFault, cutter.fault()->in(diagnostics.language()));
  return true;
}

/// The workbook is read again for its wide tables: no school is in a long one alone.
bool LongInput::read_sheets(const std::string& name, Diagnostics& diagnostics) {
  LocalText fault;
  const std::optional<std::string> bytes = read_file(name, kLargestWorkbook, fault);
  Diagnostics faults(diagnostics.language());
  const auto workbook = bytes ? Workbook::open(name, *bytes, faults) : nullptr;
  if (!workbook) return true;
  Book book{.name = name, .workbook = *workbook};
  for (const SheetName& sheet : workbook->sheets()) {
    look_at(sheet, book, diagnostics);
    if (book.is_refused) break;
  }
  if (!book.is_refused) settle_lists(book, diagnostics);
  if (!check_book(book, diagnostics)) {
    refused_.insert(name);
    return true;
  }
  const bool has_schools = !book.sheets.wide.empty();
  for (LongSheet& sheet : book.long_sheets) {
    if (has_schools) sheet.table.origin.workbook = name;
    read_sheet(*workbook, sheet, book.schools, diagnostics);
  }
  sheets_[name] = book.sheets;
  if (has_schools || book.long_sheets.empty()) return true;
  for (const std::string& title : book.sheets.read)
    inputs_.push_back({table_name(name, title), options_.hash ? sha256_of(*bytes) : std::string()});
  return false;
}

/// What a sheet is, and what is to be said of it if it is not read.
void LongInput::look_at(const SheetName& sheet, Book& book, Diagnostics& diagnostics) const {
  auto reader = std::make_unique<SheetReader>(book.workbook, sheet);
  SheetBlock block;
  const std::optional<SheetHeader> header = read_sheet_header(*reader, block, names_);
  if (!header) return;
  const std::string name = table_name(book.name, sheet.title);
  const bool has_schools = find_school_column(folded_names(header->names)).has_value();
  auto table = find_table(header->names, {name, header->first_column, {}, {}});
  if (const auto kind = form_table(table, has_schools)) book.form_tables.insert(*kind);
  const bool is_wanted = table && (table->results || options_.notes);
  if (!options_.sheet.empty()) {
    if (table && table->results && fold(sheet.title) != fold(options_.sheet))
      diagnostics.warning(
          {name}, {"trang này có kết quả đánh giá, không được đọc vì --sheet nêu trang khác",
                   "this sheet has judgements and is not read, as --sheet names another"});
  } else if (sheet.is_hidden) {
    if (is_wanted || (has_schools && !table))
      diagnostics
          .warning({name}, {"trang tính ẩn có bảng dữ liệu, không được đọc",
                            "a hidden sheet with a table of data is not read"})
          .hint({"bỏ ẩn trang này để được đọc", "unhide it to have it read"});
  } else if (table) {
    if (!is_wanted) return;
    book.sheets.read.push_back(sheet.title);
    book.long_sheets.push_back(
        {sheet, std::move(*table), *header, std::move(block), std::move(reader)});
  } else if (has_schools) {
    look_at_schools(sheet, *reader, block, *header, book, diagnostics);
  } else {
    const size_t errors_before = diagnostics.errors();
    check_edited_header(block, name, names_, diagnostics);
    if (diagnostics.errors() > errors_before)
      book.edited.insert(sheet.title);
    else
      look_for_lost_ids(sheet, block, book, diagnostics);
  }
}

/// A sheet with ids of schools that is to be read.
void LongInput::look_at_schools(const SheetName& sheet, SheetReader& reader, SheetBlock& block,
                                const SheetHeader& header, Book& book,
                                Diagnostics& diagnostics) const {
  const std::string name = table_name(book.name, sheet.title);
  const Location where{name, header.row, uint64_t{header.first_column} + 1, true};
  if (check_half_long(header.names, where, names_, diagnostics) ||
      is_of_other_set(block, header, name, diagnostics)) {
    book.is_refused = true;
  } else if (!is_more_than_list(header.names, names_)) {
    book.lists.push_back({sheet.title, header.row});
  } else {
    book.sheets.wide.push_back(sheet.title);
    book.sheets.read.push_back(sheet.title);
    add_schools(book.workbook, block, header, book.schools);  // two tell that there are several
    while (book.schools.size() < 2 && reader.next(block, kBlockSize))
      add_schools(book.workbook, block, header, book.schools);
  }
}

/// Lists are read only where they are wanted and there is nothing better.
void LongInput::settle_lists(Book& book, Diagnostics& diagnostics) const {
  const bool are_read = options_.lists && book.sheets.wide.empty();
  for (const auto& [title, row] : book.lists) {
    if (!are_read)
      diagnostics.warning(
          {table_name(book.name, title), row, 0, true},
          {"chỉ là danh sách trường (không có loại trường, ngày, quyết định, số liệu hay kết quả), "
           "không được đọc",
           "only a list of schools (no type, day, decision, figure or judgement), not read"});
    else
      for (auto* titles : {&book.sheets.wide, &book.sheets.read}) titles->push_back(title);
  }
}

/// Of a form only the row of codes counts: titles stand above it.
void LongInput::look_for_lost_ids(const SheetName& sheet, const SheetBlock& block, Book& book,
                                  Diagnostics& diagnostics) const {
  const bool is_form = !book.workbook.form_sheets().empty();
  const auto found = find_header_without_ids(block, is_form ? kFormCodeRow : 1, names_);
  if (!found) return;
  if (!is_form) {
    book.without_ids.emplace_back(sheet.title, *found);
    return;
  }
  report_edited_header({table_name(book.name, sheet.title), found->row, found->column, true},
                       identity_name(IdentityColumn::school_id), diagnostics);
  book.edited.insert(sheet.title);
}

void LongInput::report_without_ids(const Book& book, Diagnostics& diagnostics) {
  for (const auto& [title, header] : book.without_ids) {
    const Location place{table_name(book.name, title), header.row, header.column, true};
    if (book.sheets.wide.empty())
      diagnostics.error(place, kSheetWithoutIds, header.columns);
    else
      diagnostics.warning(place, kSheetWithoutIds, header.columns);
    if (!header.nearest.empty())
      diagnostics.hint({"nếu \"{0}\" là mã của trường thì đặt tên cột là Mã trường",
                        "if \"{0}\" has the codes of schools, name it school_id"},
                       header.nearest);
    else
      diagnostics.hint({"đặt tên cột ghi mã của trường là Mã trường hay school_id",
                        "name the column of the schools' codes school_id or Mã trường"});
  }
}

bool LongInput::check_book(const Book& book, Diagnostics& diagnostics) const {
  if (book.is_refused) return false;
  const size_t errors_before = diagnostics.errors();
  report_without_ids(book, diagnostics);
  if (diagnostics.errors() == errors_before && options_.sheet.empty())
    check_form(book, diagnostics);
  if (diagnostics.errors() > errors_before) return false;
  if (!book.sheets.wide.empty() || book.lists.empty() || !book.long_sheets.empty()) return true;
  diagnostics
      .error({book.name}, {"mọi trang tính có mã trường đều chỉ là danh sách: không có gì để đọc",
                           "all sheets with school ids are only lists: there is nothing to read"})
      .hint({"dùng --sheet để vẫn đọc một trang",
             "name a sheet with --sheet to read it all the same"});
  return false;
}

void LongInput::check_form(const Book& book, Diagnostics& diagnostics) const {
  const std::vector<std::string>& titles = book.workbook.form_sheets();
  for (size_t i = 0; i < std::min(titles.size(), kFormTables); ++i) {
    const bool is_note = static_cast<FormTable>(i) >= FormTable::evidence;
    if (book.form_tables.contains(static_cast<FormTable>(i)) || (is_note && !options_.notes))
      continue;
    const auto is_it = [&](const SheetName& sheet) { return fold(sheet.title) == fold(titles[i]); };
    const auto& sheets = book.workbook.sheets();
    const auto sheet = std::find_if(sheets.begin(), sheets.end(), is_it);
    if (sheet != sheets.end() && book.edited.contains(sheet->title)) continue;
    if (sheet != sheets.end())
      diagnostics
          .error({table_name(book.name, sheet->title), kFormCodeRow, 1, true},
                 {"hàng mã cột của mẫu kdcl không còn: trang này không đọc được",
                  "the row of column codes of the form is gone: this sheet can't be read"})
          .hint(kRestoreHeader);
    else if (is_note)
      diagnostics.warning({book.name}, kFormSheetGone, titles[i]);
    else
      diagnostics.error({book.name}, kFormSheetGone, titles[i])
          .hint({"chép lại trang ấy từ bản trước, hoặc lập mẫu mới bằng \"kdcl template\"",
                 "copy it from an earlier state of the file, or make a new form with \"kdcl "
                 "template\""});
  }
}

/// True, with an error, for a form of a set that is not in the run: all else in it would be
/// reported too, and hide the reason.
bool LongInput::is_of_other_set(const SheetBlock& block, const SheetHeader& header,
                                const std::string& table, Diagnostics& diagnostics) const {
  uint32_t row = 0;
  const SheetCell* cell = find_foreign_set(block, header, run_, row);
  if (!cell) return false;
  report_unknown_set(run_, {table, row, uint64_t{cell->column} + 1, true},
                     trim(block.text_of(*cell)), diagnostics);
  return true;
}

void LongInput::read_sheet(Workbook& workbook, LongSheet& sheet, const StagesOfSchools& schools,
                           Diagnostics& diagnostics) {
  TableOrigin& origin = sheet.table.origin;
  if (!sheet.table.owner.school && schools.size() > 1) {
    diagnostics.error(
        {origin.name, sheet.header.row, 0, true},
        {"bảng chỉ báo không có cột school_id, mà tệp có nhiều trường",
         "the table of indicators has no column school_id, but there are several schools"});
    return;
  }
  if (!sheet.table.owner.stage && has_stages(schools)) {
    report_edited_header(
        {origin.name, sheet.header.row, uint64_t{sheet.header.first_column} + 1, true},
        identity_name(IdentityColumn::stage), diagnostics);
    return;
  }
  if (!schools.empty()) origin.only_school = schools.begin()->first;
  report_left_out_columns(
      sheet.header.names,
      {origin.name, sheet.header.row, uint64_t{sheet.header.first_column} + 1, true},
      options_.strict, diagnostics);
  const Message* fault = nullptr;
  std::vector<MergedCells> merged = workbook.merged_cells(sheet.name, fault);
  if (fault) diagnostics.error({origin.name}, *fault);
  if (fault || !check_merged_header(merged, sheet.header, origin.name, diagnostics)) return;
  const auto& [results, notes] = std::tie(sheet.table.results, sheet.table.notes);
  const SheetTable table{
      origin.name, sheet.header,
      columns_of_long(sheet.header.names.size(), sheet.table.owner, results ? &*results : nullptr,
                      notes && options_.notes ? &*notes : nullptr, run_),
      &workbook};
  TableRows rows(table, std::move(merged));
  do {
    Grid grid;
    rows.put_right(sheet.block);
    make_sheet_grid(sheet.block, table, grid, diagnostics);
    add(sheet.table, grid, 1, diagnostics);
  } while (sheet.reader->next(sheet.block, kBlockSize));
  check_sheet(*sheet.reader, sheet.header, origin.name, diagnostics);
}

}  // namespace kdcl
