#include "read/schools/schools.h"

#include <algorithm>
#include <cmath>
#include <list>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "model/office_words.h"
#include "read/csv/csv.h"
#include "read/csv/verdict_word.h"
#include "read/schools/judgements.h"
#include "read/schools/labels.h"
#include "read/schools/messages.h"
#include "read/schools/same_schools.h"
#include "read/schools/text_cell.h"

namespace kdcl {
namespace {

constexpr std::array kFilledTexts = {IdentityColumn::school_name, IdentityColumn::school_type,
                                     IdentityColumn::ownership, IdentityColumn::district,
                                     IdentityColumn::commune};

void note(IdentityColumn column, std::string_view school, std::string_view row_text,
          std::string_view listed_text, RegisterDifferences& differences) {
  RegisterDifferences::Column& noted = differences.columns[static_cast<size_t>(column)];
  if (noted.rows++ > 0) return;
  noted.school = school;
  noted.row_text = row_text;
  noted.listed_text = listed_text;
}

void put(IdentityColumn column, size_t row, std::string_view text, SchoolTable& table) {
  auto& cells = table.identity[static_cast<size_t>(column)];
  cells.resize(table.rows);  // the data may not have the column
  cells[row] = text;
}

void fill_text(const RowAt& listed, IdentityColumn column, size_t row, SchoolTable& table,
               RegisterDifferences& differences) {
  const std::string_view known = listed.text(column);
  if (known.empty()) return;
  const std::string_view own = table.text_of(column, row);
  if (own.empty()) return put(column, row, known, table);
  if (own != known)
    note(column, table.text_of(IdentityColumn::school_id, row), own, known, differences);
}

/// A recognition is one fact: its day and number are taken over only with its level, or beside the
/// same one.
void fill_recognition(const RowAt& listed, size_t row, SchoolTable& table,
                      RegisterDifferences& differences) {
  constexpr IdentityColumn kLevel = IdentityColumn::recognized_level;
  constexpr IdentityColumn kDay = IdentityColumn::recognized_on;
  const SchoolTable& list = listed.block->table;
  const double level = list.recognized_level[listed.row];
  if (std::isnan(level)) return;
  double& own = table.recognized_level[row];
  const std::string_view school = table.text_of(IdentityColumn::school_id, row);
  if (!std::isnan(own) && own != level)
    return note(kLevel, school, table.text_of(kLevel, row), listed.text(kLevel), differences);
  if (std::isnan(own)) put(kLevel, row, listed.text(kLevel), table);
  own = level;
  const Day day = list.recognized_on[listed.row];
  Day& own_day = table.recognized_on[row];
  if (own_day != kNoDate && day != kNoDate && own_day != day)
    return note(kDay, school, table.text_of(kDay, row), listed.text(kDay), differences);
  if (own_day == kNoDate && day != kNoDate) {
    own_day = day;
    put(kDay, row, listed.text(kDay), table);
  }
  if (table.text_of(IdentityColumn::decision, row).empty() &&
      !listed.text(IdentityColumn::decision).empty())
    put(IdentityColumn::decision, row, listed.text(IdentityColumn::decision), table);
}

}  // namespace

void RegisterDifferences::add(const RegisterDifferences& later) {
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].rows == 0)
      columns[i] = later.columns[i];
    else
      columns[i].rows += later.columns[i].rows;
  }
}

void fill_from_register(const SchoolRegister& schools, SchoolTable& table,
                        RegisterDifferences& differences) {
  for (size_t row = 0; row < table.rows; ++row) {
    const RowAt* listed = schools.find(table.text_of(IdentityColumn::school_id, row));
    if (!listed) continue;
    for (const IdentityColumn column : kFilledTexts)
      fill_text(*listed, column, row, table, differences);
    fill_recognition(*listed, row, table, differences);
  }
}

void report_register_differences(const RegisterDifferences& differences, const std::string& list,
                                 Diagnostics& diagnostics) {
  for (size_t i = 0; i < differences.columns.size(); ++i) {
    const RegisterDifferences::Column& column = differences.columns[i];
    if (column.rows == 0) continue;
    const std::string name = identity_label(static_cast<IdentityColumn>(i), diagnostics.language());
    if (column.rows == 1)
      diagnostics.warning(
          {list},
          {"{0}: 1 dòng dữ liệu khác danh sách trường, của trường {1}: dữ liệu \"{2}\", danh sách "
           "\"{3}\"; lấy theo dữ liệu",
           "{0}: 1 row of the data differs from the list of schools, that of school {1}: \"{2}\" "
           "in "
           "the data, \"{3}\" in the list; the data stand"},
          name, excerpt(column.school), excerpt(column.row_text), excerpt(column.listed_text));
    else
      diagnostics.warning(
          {list},
          {"{0}: {1} dòng dữ liệu khác danh sách trường, dòng đầu là của trường {2}: dữ liệu "
           "\"{3}\", danh sách \"{4}\"; lấy theo dữ liệu",
           "{0}: {1} rows of the data differ from the list of schools, the first of school {2}: "
           "\"{3}\" in the data, \"{4}\" in the list; the data stand"},
          name, column.rows, excerpt(column.school), excerpt(column.row_text),
          excerpt(column.listed_text));
  }
}

namespace {

using namespace message;

constexpr Message kZeroToTwo{"0, 1 hoặc 2", "0, 1 or 2"};

/// Spellings of a column's words that are kept; what comes later is looked up each time.
constexpr size_t kMostOfficeSpellings = 64;

bool is_blank(std::string_view cell) {
  if (is_bare(cell)) return cell.empty();
  std::list<std::string> unused;
  return unwrap_cell(cell, unused).empty();
}

/// The columns that anything is read from.
std::vector<uint32_t> columns_read(const Binding& binding) {
  std::vector<uint32_t> columns;
  const auto add = [&columns](int32_t column) {
    if (column != kNoColumn) columns.push_back(static_cast<uint32_t>(column));
  };
  for (const int32_t column : binding.identity) add(column);
  add(binding.blocking);
  add(binding.missing);
  for (const ColumnOf& field : binding.fields) columns.push_back(field.column);
  for (const SetBinding& set : binding.sets) {
    for (const ColumnOf& indicator : set.indicators) columns.push_back(indicator.column);
    for (const CriterionColumn& criterion : set.criteria) columns.push_back(criterion.column);
  }
  return columns;
}

/// Rows that hold anything that is read: numbers and dots drawn beforehand are none.
std::vector<uint32_t> filled_rows(const Grid& grid, const Binding& binding) {
  const auto id_column =
      static_cast<uint32_t>(binding.identity[static_cast<size_t>(IdentityColumn::school_id)]);
  const std::vector<uint32_t> columns = columns_read(binding);
  std::vector<uint32_t> rows;
  rows.reserve(grid.rows);
  for (uint32_t row = 0; row < grid.rows; ++row) {
    const auto holds = [&](uint32_t column) { return !is_blank(grid.cell(row, column)); };
    if (holds(id_column) || std::any_of(columns.begin(), columns.end(), holds)) rows.push_back(row);
  }
  return rows;
}

std::string label_of(const BlockReading& block, IdentityColumn column) {
  return identity_label(column, block.diagnostics.language());
}

void report_word(BlockReading& block, IdentityColumn column, size_t row, std::string_view text) {
  block.diagnostics.error(block.place(row, column), kBadIdentityWord, label_of(block, column),
                          expected_words(column, block.diagnostics.language()), excerpt(text));
  if (const std::string_view nearest = nearest_office_word(column, text); !nearest.empty())
    block.diagnostics.hint(kNearestName, nearest);
}

/// The id that a word stands for; nothing if it is none.
std::optional<std::string_view> word_id(IdentityColumn column, std::string_view text,
                                        OfficeSpellings& spellings) {
  for (const OfficeWord& word : office_words(column))
    if (word.id == text) return word.id;
  for (const auto& [written, id] : spellings)
    if (written == text) return id;
  const auto id = find_office_word(column, text);
  if (id && spellings.size() < kMostOfficeSpellings) spellings.emplace_back(text, *id);
  return id;
}

/// Words become the ids that they stand for; unknown ones stay, and are errors.
void read_office_words(BlockReading& block, IdentityColumn column, OfficeSpellings& spellings) {
  auto& cells = block.table.identity[static_cast<size_t>(column)];
  bool is_right = true;
  std::string_view last;  // as written
  for (size_t row = 0; row < cells.size(); ++row) {
    const std::string_view text = cells[row];
    const bool is_like_last = row > 0 && text.data() == last.data() && text.size() == last.size();
    last = text;
    if (is_right && is_like_last) {
      cells[row] = cells[row - 1];
      continue;
    }
    const auto id = text.empty() ? std::optional(text) : word_id(column, text, spellings);
    is_right = id.has_value();
    cells[row] = id.value_or(text);
    if (!is_right) report_word(block, column, row, text);
  }
}

void read_identity_column(BlockReading& block, IdentityColumn column) {
  auto& cells = block.table.identity[static_cast<size_t>(column)];
  cells.clear();
  block.table.composed[static_cast<size_t>(column)] = 0;
  const int32_t bound = block.binding.identity[static_cast<size_t>(column)];
  if (bound == kNoColumn) return;
  cells.resize(block.rows.size());
  bool is_decomposed = false;
  const auto at = static_cast<uint32_t>(bound);
  const std::string name = label_of(block, column);
  const bool keeps_words =
      column == IdentityColumn::school_id || column == IdentityColumn::school_name;
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const std::string_view cell = block.cell(row, at);
    // Neighbouring rows often say the same.
    if (row > 0 && !keeps_words && cell == block.cell(row - 1, at)) {
      cells[row] = cells[row - 1];
      block.table.composed[static_cast<size_t>(column)] += is_decomposed ? 1 : 0;
      continue;
    }
    const size_t kept = block.table.kept_text.size();
    std::string_view text = read_text_cell(block, name, row, at);
    if (!keeps_words && is_unknown_word(text)) text = {};
    cells[row] = text;
    if (keeps_words) continue;
    // What was decomposed is kept in another form.
    is_decomposed = block.table.kept_text.size() > kept && check_utf8(cell).may_be_decomposed;
    block.table.composed[static_cast<size_t>(column)] += is_decomposed ? 1 : 0;
  }
}

/// What an earlier run of `score` listed. Both columns or none: one alone says little.
void read_listed(BlockReading& block) {
  SchoolTable& table = block.table;
  table.listed_blocking.clear();
  table.listed_missing.clear();
  if (block.binding.blocking == kNoColumn || block.binding.missing == kNoColumn) return;
  for (size_t row = 0; row < block.rows.size(); ++row) {
    table.listed_blocking.push_back(
        read_text_cell(block, "blocking", row, static_cast<uint32_t>(block.binding.blocking)));
    table.listed_missing.push_back(
        read_text_cell(block, "missing", row, static_cast<uint32_t>(block.binding.missing)));
  }
}

/// The cell says what the one above it does: then read_identity_column gave it the same view.
bool is_like_last(const SchoolTable& table, IdentityColumn column, size_t row) {
  if (row == 0) return false;
  const std::string_view text = table.text_of(column, row);
  const std::string_view last = table.text_of(column, row - 1);
  return text.data() == last.data() && text.size() == last.size();
}

void check_codes(BlockReading& block, IdentityColumn column) {
  if (block.table.identity[static_cast<size_t>(column)].empty()) return;
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const std::string_view text = block.table.text_of(column, row);
    if (is_number_of_code(text))
      report_number_of_code(block.place(row, column), label_of(block, column), text,
                            block.diagnostics);
  }
}

void read_days(BlockReading& block, IdentityColumn column, Day absent, std::vector<Day>& days) {
  days.assign(block.rows.size(), absent);
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const std::string_view text = block.table.text_of(column, row);
    if (text.empty()) continue;
    if (is_like_last(block.table, column, row)) {
      days[row] = days[row - 1];
      continue;
    }
    const auto day = read_date(text);
    if (!day)
      report_no_date(block.place(row, column), label_of(block, column), text, block.diagnostics);
    days[row] = day.value_or(absent);
  }
}

void read_recognized_levels(BlockReading& block) {
  constexpr IdentityColumn kColumn = IdentityColumn::recognized_level;
  auto& levels = block.table.recognized_level;
  levels.assign(block.rows.size(), kUnknown);
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const std::string_view text = block.table.text_of(kColumn, row);
    if (text.empty()) continue;
    if (text.size() == 1 && text[0] >= '0' && text[0] <= '2')
      levels[row] = text[0] - '0';
    else
      block.diagnostics.error(block.place(row, kColumn), kBadIdentityWord, label_of(block, kColumn),
                              kZeroToTwo.in(block.diagnostics.language()), excerpt(text));
  }
}

void read_identity(BlockReading& block, std::array<OfficeSpellings, kIdentityColumns>& spellings) {
  for (size_t i = 0; i < kIdentityColumns; ++i) {
    const auto column = static_cast<IdentityColumn>(i);
    read_identity_column(block, column);
    if (!office_words(column).empty()) read_office_words(block, column, spellings[i]);
  }
  for (size_t row = 0; row < block.rows.size(); ++row)
    if (block.table.text_of(IdentityColumn::school_id, row).empty())
      block.diagnostics.error(block.place(row, IdentityColumn::school_id), kMissingSchoolId);
  check_codes(block, IdentityColumn::school_id);
  check_codes(block, IdentityColumn::decision);
  read_days(block, IdentityColumn::assessed_on, block.run.date, block.table.assessed_on);
  read_days(block, IdentityColumn::recognized_on, kNoDate, block.table.recognized_on);
  read_recognized_levels(block);
}

}  // namespace

void SchoolReader::read(const Grid& grid, SchoolTable& table, Diagnostics& diagnostics) {
  BlockReading block{run_, binding_, file_, grid, table, diagnostics, filled_rows(grid, binding_)};
  table.rows = block.rows.size();
  table.kept_text.clear();
  table.line.resize(table.rows);
  for (size_t row = 0; row < table.rows; ++row) table.line[row] = grid.line(block.rows[row]) + 1;
  read_identity(block, spellings_);
  read_listed(block);
  figures_.read(block);
  differences_ = {};
  if (schools_) fill_from_register(*schools_, table, differences_);
  choice_.choose(block);
  read_judgements(block);
  warnings_ = std::move(block.warnings);
}

void read_judgements_under(const Run& run, const Binding& binding, const std::string& file,
                           const Grid& grid, SchoolTable& table, Diagnostics& diagnostics) {
  BlockReading block{run, binding, file, grid, table, diagnostics, filled_rows(grid, binding)};
  SetChoice(run).choose(block);
  read_judgements(block);
}

}  // namespace kdcl
