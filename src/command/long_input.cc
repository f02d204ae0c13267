#include "command/long_input.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "read/binding.h"
#include "read/blocks.h"
#include "read/csv.h"
#include "read/sheet_table.h"
#include "read/table_messages.h"

namespace kdcl {

using namespace message;

bool is_yaml(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

bool is_workbook(const std::string& name) {
  return name.ends_with(".xlsx") || name.ends_with(".XLSX") || name.ends_with(".xlsm");
}

std::string table_name(const std::string& file, const SheetName& sheet) {
  return file + ':' + sheet.title;
}

const SheetName* find_wide_sheet(Workbook& workbook) {
  for (const SheetName& sheet : workbook.sheets()) {
    SheetReader reader(workbook, sheet);
    SheetBlock block;
    if (sheet.is_hidden || !reader.next(block, kBlockSize)) continue;
    const std::optional<SheetHeader> header = find_sheet_header(block);
    if (header && std::any_of(header->names.begin(), header->names.end(), is_school_id_name) &&
        !find_long_columns(header->names))
      return &sheet;
  }
  Diagnostics none(Language::vi);
  return workbook.find_sheet({}, none);
}

namespace {

/// The id of the school that alone stands in the wide sheet; empty if none does yet. False if there
/// are several.
bool find_only_school(Workbook& workbook, std::string& school) {
  SheetReader reader(workbook, *find_wide_sheet(workbook));
  SheetBlock block;
  (void)reader.next(block, kBlockSize);
  const std::optional<SheetHeader> header = find_sheet_header(block);
  if (!header) return true;
  const auto id = std::find_if(header->names.begin(), header->names.end(), is_school_id_name);
  const auto column = header->first_column + static_cast<uint32_t>(id - header->names.begin());
  for (size_t row = 0; row < block.rows.size(); ++row) {
    if (block.rows[row].number <= header->row) continue;
    for (size_t i = block.rows[row].first; i < block.cells_end(row); ++i) {
      if (block.cells[i].column != column) continue;
      if (!school.empty()) return false;
      school = trim(block.text_of(block.cells[i]));
    }
  }
  return true;
}

}  // namespace

bool LongInput::read(const std::string& name, Diagnostics& diagnostics) {
  std::error_code none;
  // A pipe gives its text only once: it can't be looked at first.
  if (is_yaml(name) || !std::filesystem::is_regular_file(name, none)) return false;
  if (is_workbook(name)) {
    if (may_look_at_sheets_) read_sheets(name, diagnostics);
    return false;
  }
  std::string fault;
  std::optional<ByteSource> source = ByteSource::open(name, fault);
  if (!source) return false;
  BlockCutter cutter(std::move(*source), name, encoding_);
  if (hash_) cutter.hash();
  Diagnostics faults(diagnostics.language());
  if (!cutter.start(faults)) return false;
  const std::optional<CsvHeader> header = read_csv_header(cutter, faults);
  const auto columns = header ? find_long_columns(header->names) : std::nullopt;
  if (!columns || !columns->school) return false;
  const LongTable table{name, {}, *columns};
  TextBlock text;
  Grid grid;
  uint64_t line = header->rows_line;
  while (cutter.next(text)) {
    Diagnostics found(diagnostics.language());
    const bool is_sound = read_csv_grid(
        text, header->separator, static_cast<uint32_t>(header->names.size()), name, grid, found);
    diagnostics.append(found, line - 1);
    results_.add(table, grid, line, diagnostics);
    line += grid.line_count;
    if (!is_sound) break;
  }
  inputs_.push_back({name, cutter.sha256()});
  if (!cutter.fault().empty()) diagnostics.error({name}, kReadFault, cutter.fault());
  return true;
}

/// The workbook itself is read again for its wide table: no school of it is in a long one alone.
void LongInput::read_sheets(const std::string& name, Diagnostics& diagnostics) {
  std::string fault;
  const std::optional<std::string> bytes = read_file(name, kLargestWorkbook, fault);
  Diagnostics faults(diagnostics.language());
  const auto workbook = bytes ? Workbook::open(name, *bytes, faults) : nullptr;
  if (!workbook) return;
  for (const SheetName& sheet : workbook->sheets()) {
    SheetReader reader(*workbook, sheet);
    SheetBlock block;
    bool has_rows = !sheet.is_hidden && reader.next(block, kBlockSize);
    const std::optional<SheetHeader> header = find_sheet_header(block);
    const auto columns = header ? find_long_columns(header->names) : std::nullopt;
    if (!columns) continue;
    LongTable table{table_name(name, sheet), header->first_column, *columns};
    if (!columns->school && !find_only_school(*workbook, table.only_school)) {
      diagnostics.error({table.name, header->row, 0, true}, kLongWithoutSchool);
      continue;
    }
    for (; has_rows; has_rows = reader.next(block, kBlockSize)) {
      Grid grid;
      make_sheet_grid(block, *header, table.name, grid, diagnostics);
      results_.add(table, grid, 1, diagnostics);
    }
    check_merged_header(reader, *header, table.name, diagnostics);
    if (reader.fault()) diagnostics.error({table.name}, *reader.fault());
  }
}

}  // namespace kdcl
