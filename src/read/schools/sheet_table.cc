#include "read/schools/sheet_table.h"

#include <algorithm>
#include <set>

#include "base/number.h"
#include "base/text.h"
#include "model/recheck.h"
#include "read/csv/csv.h"
#include "read/schools/binding.h"
#include "read/schools/figures.h"
#include "read/schools/labels.h"
#include "read/schools/long_table.h"
#include "read/schools/note_table.h"
#include "read/xlsx/messages.h"
#include "read/xlsx/sheet_rows.h"

namespace kdcl {
namespace {

using namespace message;

constexpr size_t kMostTitleRows = 100;
constexpr char kBetweenCells = '\t';

enum class HeaderKind { none, list, table };

HeaderKind kind_of_row(const SheetBlock& block, size_t row, const ColumnNames& known) {
  std::vector<std::string> names;
  for (size_t i = block.rows[row].first; i < block.cells_end(row); ++i)
    names.emplace_back(block.text_of(block.cells[i]));
  const std::vector<std::string> folded = folded_names(names);
  if (find_long_columns(folded) || find_note_columns(folded)) return HeaderKind::table;
  if (!find_school_column(folded)) return HeaderKind::none;
  return is_more_than_list(names, known) ? HeaderKind::table : HeaderKind::list;
}

/// Titles above a table, columns that are left out, and what stands beside it.
bool is_beside(const SheetFault& fault, const SheetTable& table) {
  if (fault.row == table.header.row) return false;
  return fault.row < table.header.row || table.use(fault.column) == ColumnUse::left_out;
}

void add_fault(const SheetFault& fault, const SheetTable& table, Diagnostics& diagnostics) {
  const Location place{table.name, fault.row, uint64_t{fault.column} + 1, true};
  if (fault.is_warning) {
    diagnostics.warning(place, *fault.message, fault.text);
    return;
  }
  if (is_beside(fault, table)) {
    diagnostics.warning(place, *fault.message, excerpt(fault.text)).hint(kNotRead);
    return;
  }
  const std::string label = fault.row > table.header.row ? table.label(fault.column) : "";
  diagnostics.add({Severity::error,
                   place,
                   (label.empty() ? "" : label + ": ") +
                       format_message(diagnostics.language(), *fault.message, excerpt(fault.text)),
                   {}});
  if (fault.message == &kErrorCell) diagnostics.hint(kMendFormula);
  if (fault.message == &kFormulaWithoutValue) diagnostics.hint(kRecalculate);
  if (fault.message == &kMergedData || fault.message == &kMergedFromHeader)
    diagnostics.hint(kUnmergeData);
}

/// Codes of numbers have at most so many digits: Excel does not keep more.
constexpr size_t kMostCodeDigits = 15;

/// What the cells of a row mean in their columns.
class RowWriter {
 public:
  RowWriter(const SheetBlock& block, const SheetTable& table, Grid& grid, Diagnostics& diagnostics)
      : block_(block), table_(table), grid_(grid), diagnostics_(diagnostics) {}

  /// One cell a column of the table.
  void add(size_t row) {
    row_ = block_.rows[row].number;
    uint32_t* end = grid_.ends.get() + grid_.rows * grid_.columns;
    size_t at = block_.rows[row].first;
    const size_t last = block_.cells_end(row);
    while (at < last && block_.cells[at].column < table_.header.first_column) ++at;
    for (uint32_t i = 0; i < grid_.columns; ++i) {
      if (at < last && block_.cells[at].column == table_.header.first_column + i) {
        const size_t begin = grid_.kept_text.size();
        const SheetCell& cell = block_.cells[at++];
        add_cell(cell, table_.columns.uses[i]);
        if (cell.look >= kFirstNumberLook &&
            may_have_thousands(std::string_view(grid_.kept_text).substr(begin)))
          grid_.numbers.emplace_back(static_cast<uint32_t>(grid_.rows), i);
      }
      *++end = static_cast<uint32_t>(grid_.kept_text.size());
      grid_.kept_text += i + 1 < grid_.columns ? kBetweenCells : '\n';
    }
    grid_.lines.push_back(row_ - 1);
    ++grid_.rows;
  }

 private:
  void add_cell(const SheetCell& cell, ColumnUse use) {
    const std::string_view text = block_.text_of(cell);
    if (use == ColumnUse::code) check_code(cell, text);
    if (cell.look < kFirstNumberLook || use == ColumnUse::left_out)
      return append_cell(text, grid_.kept_text);
    if (table_.workbook->section(cell.look - kFirstNumberLook).shown == Shown::percent)
      return add_percentage(cell, use);
    if (use == ColumnUse::percent || use == ColumnUse::other)
      return append_cell(text, grid_.kept_text);
    const auto& unsure = table_.columns.unsure_names;
    if (use == ColumnUse::name && std::find(unsure.begin(), unsure.end(), text) != unsure.end())
      diagnostics_.error(place(cell), kUnsureName, name(cell), text).hint(kWriteAsText);
    const size_t digits = std::min(text.find('.'), text.size());
    if (digits > kMostCodeDigits + text.starts_with('-'))
      diagnostics_.error(place(cell), kLongCode, name(cell), excerpt(text)).hint(kWriteAsText);
    append_cell(shown_text(block_, cell, *table_.workbook), grid_.kept_text);
  }

  /// What a code can't be that was typed as one: Excel makes days of 1-10 and rounds what it shows.
  void check_code(const SheetCell& cell, std::string_view text) {
    if (cell.look == kDayLook)
      diagnostics_.error(place(cell),
                         {"{0}: ô là một ngày ({1}), không phải mã",
                          "{0}: the cell holds a day ({1}), not a code"},
                         name(cell), text);
    else if (cell.look == kTruthLook)
      diagnostics_.error(place(cell),
                         {"{0}: ô là giá trị đúng/sai (TRUE, FALSE), không phải mã",
                          "{0}: the cell holds TRUE or FALSE, not a code"},
                         name(cell));
    else if (cell.look >= kFirstNumberLook && text.find('.') != std::string_view::npos)
      diagnostics_.error(place(cell),
                         {"{0}: ô là số lẻ {1}, không phải mã",
                          "{0}: the cell holds the number {1}, which is not whole, not a code"},
                         name(cell), text);
    else
      return;
    diagnostics_.hint(kWriteAsText);
  }

  /// Where none belongs the cell is left empty, so that nothing more is said of it; a code must not
  /// be empty.
  void add_percentage(const SheetCell& cell, ColumnUse use) {
    const std::string shown = in_percent(block_.text_of(cell));
    if (use == ColumnUse::percent) return append_cell(shown, grid_.kept_text);
    diagnostics_.error(place(cell), kPercentCell, name(cell), shown).hint(kWriteAsNumber);
    if (use == ColumnUse::code || use == ColumnUse::text)
      append_cell(block_.text_of(cell), grid_.kept_text);
  }

  [[nodiscard]] Location place(const SheetCell& cell) const {
    return {table_.name, row_, uint64_t{cell.column} + 1, true};
  }
  [[nodiscard]] std::string name(const SheetCell& cell) const { return table_.label(cell.column); }

  const SheetBlock& block_;
  const SheetTable& table_;
  Grid& grid_;
  Diagnostics& diagnostics_;
  uint32_t row_ = 0;
};

SheetHeader header_at(const SheetBlock& block, size_t row) {
  SheetHeader header;
  header.row = block.rows[row].number;
  const size_t first = block.rows[row].first;
  header.first_column = block.cells[first].column;
  for (size_t i = first; i < block.cells_end(row); ++i) {
    const uint32_t column = block.cells[i].column - header.first_column;
    header.names.resize(column);
    header.names.emplace_back(trim(block.text_of(block.cells[i])));
    if (block.cells[i].look >= kFirstNumberLook) header.numbers.push_back(column);
  }
  return header;
}

/// Looks for the header row by row.
class HeaderSearch {
 public:
  explicit HeaderSearch(const ColumnNames& known) : known_(known) {}

  /// Looks at the rows of the block that it has not seen. True: there is nothing more to look for.
  bool look(const SheetBlock& block) {
    for (; seen_ < std::min(block.rows.size(), kMostTitleRows); ++seen_) {
      const HeaderKind kind = kind_of_row(block, seen_, known_);
      if (kind == HeaderKind::table) at_ = seen_;
      if (kind == HeaderKind::table) return true;
      if (kind == HeaderKind::list && !has_list_) at_ = seen_;
      has_list_ |= kind == HeaderKind::list;
    }
    return seen_ == kMostTitleRows;
  }
  [[nodiscard]] std::optional<SheetHeader> found(const SheetBlock& block) const {
    if (block.rows.empty()) return {};
    return header_at(block, at_);
  }

 private:
  const ColumnNames& known_;
  size_t seen_ = 0;
  size_t at_ = 0;  ///< the best row yet
  bool has_list_ = false;
};

}  // namespace

std::optional<SheetHeader> find_sheet_header(const SheetBlock& block, const ColumnNames& known) {
  HeaderSearch search(known);
  (void)search.look(block);
  return search.found(block);
}

std::optional<SheetHeader> read_sheet_header(SheetReader& reader, SheetBlock& block,
                                             const ColumnNames& known) {
  HeaderSearch search(known);
  SheetBlock piece;
  while (reader.next(piece, 1)) {
    block.append(piece);
    if (search.look(block)) break;
  }
  return search.found(block);
}

namespace {

/// "Loại trường", "Ngày đánh giá": the first of these columns.
std::string name_some(const SheetHeader& header, const std::vector<uint32_t>& columns) {
  constexpr size_t kMost = 3;
  std::string words;
  for (size_t i = 0; i < std::min(columns.size(), kMost); ++i)
    words += (i > 0 ? ", \"" : "\"") + excerpt(header.names[columns[i]]) + '"';
  return words;
}

}  // namespace

std::optional<HeaderWithoutIds> find_header_without_ids(const SheetBlock& block, uint32_t first_row,
                                                        const ColumnNames& known) {
  constexpr size_t kLikely = 2;  // so many are no accident
  for (size_t row = 0; row < std::min(block.rows.size(), kMostTitleRows); ++row) {
    if (block.rows[row].number < first_row) continue;
    const SheetHeader header = header_at(block, row);
    const std::vector<uint32_t> telling = find_telling_columns(header.names, known);
    if (telling.empty()) continue;
    const std::string_view nearest = find_near_school_column(header.names, known);
    if (telling.size() < kLikely && nearest.empty()) continue;
    const auto at = std::find(header.names.begin(), header.names.end(), nearest);
    const auto column = nearest.empty() ? 0 : static_cast<uint32_t>(at - header.names.begin());
    return HeaderWithoutIds{header.row, header.first_column + column + 1,
                            name_some(header, telling), std::string(nearest)};
  }
  return {};
}

void report_edited_header(const Location& where, std::string_view lost, Diagnostics& diagnostics) {
  diagnostics.error(where, kEditedHeader, lost).hint(kRestoreHeader);
}

namespace {

/// The row has a cell that heads indicators, and names of some stand below it.
bool has_indicators_below(const SheetBlock& block, size_t row, const ColumnNames& known) {
  std::optional<uint32_t> column;
  for (size_t i = block.rows[row].first; i < block.cells_end(row); ++i)
    if (find_half_long(folded_names({std::string(block.text_of(block.cells[i]))})).first)
      column = block.cells[i].column;
  if (!column) return false;
  return std::any_of(block.cells.begin() + static_cast<ptrdiff_t>(block.cells_end(row)),
                     block.cells.end(), [&](const SheetCell& cell) {
                       return cell.column == *column &&
                              is_judgement_name(block.text_of(cell), known);
                     });
}

}  // namespace

void check_edited_header(const SheetBlock& block, const std::string& table,
                         const ColumnNames& known, Diagnostics& diagnostics) {
  const size_t rows = std::min(block.rows.size(), kMostTitleRows);
  for (size_t row = 0; row < rows; ++row) {
    const SheetHeader header = header_at(block, row);
    const std::string lost = find_lost_column(folded_names(header.names));
    if (lost.empty()) continue;
    return report_edited_header({table, header.row, uint64_t{header.first_column} + 1, true}, lost,
                                diagnostics);
  }
  const size_t errors_before = diagnostics.errors();
  for (size_t row = 0; row < rows && diagnostics.errors() == errors_before; ++row) {
    if (!has_indicators_below(block, row, known)) continue;
    const SheetHeader header = header_at(block, row);
    (void)check_half_long(header.names,
                          {table, header.row, uint64_t{header.first_column} + 1, true}, known,
                          diagnostics);
  }
}

bool check_merged_header(const std::vector<MergedCells>& merged, const SheetHeader& header,
                         const std::string& table, Diagnostics& diagnostics) {
  bool is_sound = true;
  const size_t end = header.first_column + header.names.size();
  for (const MergedCells& cells : merged) {
    const bool is_touched = cells.first_row <= header.row && header.row <= cells.last_row &&
                            cells.first_column < end && header.first_column <= cells.last_column;
    if (!is_touched || cells.first_column == cells.last_column) continue;
    diagnostics
        .error({table, cells.first_row, uint64_t{cells.first_column} + 1, true}, kMergedHeader,
               cells.last_column - cells.first_column + 1)
        .hint(kUnmerge);
    is_sound = false;
  }
  return is_sound;
}

void check_sheet(const SheetReader& reader, const SheetHeader& header, const std::string& table,
                 Diagnostics& diagnostics) {
  const std::vector<uint32_t> hidden = reader.hidden_below(header.row);
  if (!hidden.empty())
    diagnostics.warning({table, hidden.front(), 0, true}, kHiddenRows, hidden.size());
  if (reader.fault()) diagnostics.error({table}, *reader.fault());
}

std::string shown_text(const SheetBlock& block, const SheetCell& cell, const Workbook& workbook) {
  const std::string_view text = block.text_of(cell);
  if (cell.look < kFirstNumberLook) return std::string(text);
  const FormatSection& section = workbook.section(cell.look - kFirstNumberLook);
  return section.shown == Shown::digits ? shown_digits(section, text) : std::string(text);
}

void make_sheet_grid(const SheetBlock& block, const SheetTable& table, Grid& grid,
                     Diagnostics& diagnostics) {
  grid.separator = kBetweenCells;
  grid.columns = static_cast<uint32_t>(table.header.names.size());
  grid.rows = 0;
  grid.lines.clear();
  grid.numbers.clear();
  grid.kept_text.clear();
  const size_t most = block.rows.size() * grid.columns + 1;
  if (grid.capacity < most) {
    grid.ends = std::make_unique_for_overwrite<uint32_t[]>(most);
    grid.capacity = most;
  }
  grid.ends[0] = static_cast<uint32_t>(-1);
  for (const SheetFault& fault : block.faults) add_fault(fault, table, diagnostics);
  RowWriter writer(block, table, grid, diagnostics);
  for (size_t row = 0; row < block.rows.size(); ++row)
    if (block.rows[row].number > table.header.row) writer.add(row);
  // The padding also keeps the text off the stack, so that it stays in place when the grid moves.
  grid.kept_text.append(kGridPadding, '\0');
  grid.text = grid.kept_text.data();
}

namespace {

using namespace message;

/// "1.1" for every "1.10" that a run has beside it: a number can't be told from the other.
std::vector<std::string> unsure_names(const Run& run) {
  std::set<std::string> names;
  for (const CriteriaSet& set : run.sets) {
    for (const Criterion& criterion : set.criteria) names.insert(criterion.id);
    for (const Indicator& indicator : set.indicators) names.insert(indicator.name);
  }
  std::vector<std::string> unsure;
  for (const std::string& name : names)
    if (names.contains(name + '0') && name.find('.') == name.rfind('.')) unsure.push_back(name);
  return unsure;
}

ColumnUse use_of(IdentityColumn column) {
  if (column == IdentityColumn::school_id) return ColumnUse::code;
  const bool is_figure = column == IdentityColumn::assessed_on ||
                         column == IdentityColumn::recognized_on ||
                         column == IdentityColumn::recognized_level;
  return is_figure ? ColumnUse::other : ColumnUse::text;
}

ColumnUse use_of(const Field& field) {
  if (field.id == kPredecessors) return ColumnUse::code;
  if (field.type == FieldType::text) return ColumnUse::text;
  const bool is_figure = field.type == FieldType::integer || field.type == FieldType::number;
  return is_figure && is_percent(field) ? ColumnUse::percent : ColumnUse::other;
}

}  // namespace

std::string SheetTable::label(uint32_t column) const {
  const uint32_t at = column - header.first_column;
  if (column < header.first_column || at >= header.names.size()) return {};
  const bool has_label = at < columns.labels.size() && !columns.labels[at].empty();
  return has_label ? columns.labels[at] : excerpt(header.names[at]);
}

TableColumns columns_of_schools(const Binding& binding, const Run& run, Language language) {
  TableColumns columns;
  columns.uses.resize(binding.names.size());
  columns.labels.resize(binding.names.size());
  for (size_t i = 0; i < kIdentityColumns; ++i)
    if (binding.identity[i] != kNoColumn)
      columns.labels[static_cast<size_t>(binding.identity[i])] =
          identity_label(static_cast<IdentityColumn>(i), language);
  for (const ColumnOf& field : binding.fields)
    columns.labels[field.column] = field_label(run.fields[field.index], language);
  const auto mark = [&](int32_t column, ColumnUse use) {
    if (column != kNoColumn) columns.uses[static_cast<size_t>(column)] = use;
  };
  for (size_t i = 0; i < kIdentityColumns; ++i)
    mark(binding.identity[i], use_of(static_cast<IdentityColumn>(i)));
  for (const ColumnOf& field : binding.fields)
    columns.uses[field.column] = use_of(run.fields[field.index]);
  for (const SetBinding& set : binding.sets) {
    for (const ColumnOf& indicator : set.indicators)
      columns.uses[indicator.column] = ColumnUse::other;
    for (const CriterionColumn& criterion : set.criteria)
      columns.uses[criterion.column] = ColumnUse::other;
  }
  mark(binding.blocking, ColumnUse::text);
  mark(binding.missing, ColumnUse::text);
  const auto at = [&](IdentityColumn column) {
    return binding.identity[static_cast<size_t>(column)];
  };
  if (at(IdentityColumn::school_id) != kNoColumn)
    columns.key = static_cast<uint32_t>(at(IdentityColumn::school_id));
  for (const IdentityColumn column : {IdentityColumn::school_type, IdentityColumn::criteria_set})
    if (at(column) != kNoColumn) columns.needed.push_back(static_cast<uint32_t>(at(column)));
  columns.unsure_names = unsure_names(run);
  return columns;
}

TableColumns columns_of_long(size_t count, const OwnerColumns& owner, const LongColumns* results,
                             const NoteColumns* notes, const Run& run) {
  TableColumns columns;
  columns.uses.resize(count);
  for (const int32_t column : notes ? notes->positions : std::vector<int32_t>())
    if (column != kNoColumn) columns.uses[static_cast<size_t>(column)] = ColumnUse::text;
  if (owner.school) columns.uses[*owner.school] = ColumnUse::code;
  for (const auto& column : {owner.stage, owner.assessment})
    if (column) columns.uses[*column] = ColumnUse::text;
  if (owner.assessed_on) columns.uses[*owner.assessed_on] = ColumnUse::other;
  if (results) {
    columns.uses[results->indicator] = ColumnUse::name;
    columns.uses[results->result] = ColumnUse::other;
    columns.key = results->indicator;
    columns.needed = {results->result};
  }
  columns.unsure_names = unsure_names(run);
  return columns;
}

void check_number_names(const SheetHeader& header, const TableColumns& columns,
                        const std::string& table, Diagnostics& diagnostics) {
  const auto& names = header.names;
  for (const uint32_t column : header.numbers) {
    const std::string& name = names[column];
    const auto& unsure = columns.unsure_names;
    if (std::find(unsure.begin(), unsure.end(), name) == unsure.end()) continue;
    if (std::find(names.begin(), names.end(), name + '0') != names.end()) continue;
    diagnostics
        .warning({table, header.row, uint64_t{header.first_column} + column + 1, true},
                 {"tên cột là số {0}: đọc là {0}, không phải {0}0",
                  "the name of the column is the number {0}: it is read as {0}, not {0}0"},
                 name)
        .hint(kWriteAsText);
  }
}

}  // namespace kdcl
