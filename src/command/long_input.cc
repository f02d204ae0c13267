#include "command/long_input.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "read/binding.h"
#include "read/blocks.h"
#include "read/csv.h"
#include "read/set_choice.h"
#include "read/table_columns.h"
#include "read/table_messages.h"
#include "read/table_rows.h"

namespace kdcl {

using namespace message;

bool is_yaml(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

bool is_workbook(const std::string& name) {
  const std::string folded = fold(name);
  return folded.ends_with(".xlsx") || folded.ends_with(".xlsm");
}

std::string table_name(const std::string& file, const SheetName& sheet) {
  return file + ':' + sheet.title;
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
      schools[id].emplace(stage_in(text_at(workbook, block, row, columns.stage)));
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

void LongInput::add(const Table& table, const Grid& grid, uint64_t first_line,
                    Diagnostics& diagnostics) {
  if (table.results)
    results_.add({table.origin, *table.results}, grid, first_line, owners_, diagnostics);
  if (table.notes && wants_notes_)
    notes_.add(table.origin, *table.notes, grid, first_line, owners_, diagnostics);
}

bool LongInput::read(const std::string& name, Diagnostics& diagnostics) {
  std::error_code none;
  // A pipe gives its text only once: it can't be looked at first.
  if (is_yaml(name) || !std::filesystem::is_regular_file(name, none)) return false;
  if (is_workbook(name)) {
    if (may_look_at_sheets_) read_sheets(name, diagnostics);
    return false;
  }
  LocalText fault;
  std::optional<ByteSource> source = ByteSource::open(name, fault);
  if (!source) return false;
  BlockCutter cutter(std::move(*source), name, encoding_);
  if (hash_) cutter.hash();
  Diagnostics faults(diagnostics.language());
  if (!cutter.start(faults)) return false;
  const std::optional<CsvHeader> header = read_csv_header(cutter, faults);
  const auto table = header ? find_table(header->names, {name, {}, {}, {}}) : std::nullopt;
  if (!table || !table->owner.school) return false;
  if (!table->results && !wants_notes_) return true;
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

/// The workbook is read again for its wide table: no school is in a long one alone.
void LongInput::read_sheets(const std::string& name, Diagnostics& diagnostics) {
  LocalText fault;
  const std::optional<std::string> bytes = read_file(name, kLargestWorkbook, fault);
  Diagnostics faults(diagnostics.language());
  const auto workbook = bytes ? Workbook::open(name, *bytes, faults) : nullptr;
  if (!workbook) return;
  StagesOfSchools schools;  // of the first wide sheet, some
  std::vector<LongSheet> long_sheets;
  Diagnostics lost(diagnostics.language());
  for (const SheetName& sheet : workbook->sheets()) {
    auto reader = std::make_unique<SheetReader>(*workbook, sheet);
    SheetBlock block;
    if (sheet.is_hidden) continue;
    const std::optional<SheetHeader> header = read_sheet_header(*reader, block);
    if (!header) continue;
    const auto& names = header->names;
    if (auto table = find_table(names, {table_name(name, sheet), header->first_column, {}, {}})) {
      if (table->results || wants_notes_)
        long_sheets.push_back(
            {sheet, std::move(*table), *header, std::move(block), std::move(reader)});
    } else if (!wide_sheets_.contains(name) && find_school_column(folded_names(names))) {
      wide_sheets_[name] = sheet.title;
      if (is_of_other_set(block, *header, table_name(name, sheet), diagnostics)) {
        refused_.insert(name);
        return;
      }
      add_schools(*workbook, block, *header, schools);  // two tell that there are several
      while (schools.size() < 2 && reader->next(block, kBlockSize))
        add_schools(*workbook, block, *header, schools);
    } else if (!find_school_column(folded_names(names))) {
      check_edited_header(block, table_name(name, sheet), diagnostics);
      check_lost_school_ids(block, table_name(name, sheet), lost);
    }
  }
  if (!wide_sheets_.contains(name) && lost.has_errors()) {
    diagnostics.append(lost);
    refused_.insert(name);
    return;
  }
  for (LongSheet& sheet : long_sheets) {
    if (wide_sheets_.contains(name)) sheet.table.origin.workbook = name;
    read_sheet(*workbook, sheet, schools, diagnostics);
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
    diagnostics.error({origin.name, sheet.header.row, 0, true}, kLongWithoutSchool);
    return;
  }
  if (!sheet.table.owner.stage && has_stages(schools)) {
    report_edited_header(sheet.header, origin.name, identity_name(IdentityColumn::stage),
                         diagnostics);
    return;
  }
  if (!schools.empty()) origin.only_school = schools.begin()->first;
  const Message* fault = nullptr;
  std::vector<MergedCells> merged = workbook.merged_cells(sheet.name, fault);
  if (fault) diagnostics.error({origin.name}, *fault);
  if (fault || !check_merged_header(merged, sheet.header, origin.name, diagnostics)) return;
  const auto& [results, notes] = std::tie(sheet.table.results, sheet.table.notes);
  const SheetTable table{
      origin.name, sheet.header,
      columns_of_long(sheet.header.names.size(), sheet.table.owner, results ? &*results : nullptr,
                      notes && wants_notes_ ? &*notes : nullptr, run_),
      &workbook};
  TableRows rows(table, std::move(merged));
  do {
    Grid grid;
    rows.put_right(sheet.block);
    make_sheet_grid(sheet.block, table, grid, diagnostics);
    add(sheet.table, grid, 1, diagnostics);
  } while (sheet.reader->next(sheet.block, kBlockSize));
  if (sheet.reader->fault()) diagnostics.error({origin.name}, *sheet.reader->fault());
}

}  // namespace kdcl
