#include "read/register_fill.h"

#include <cmath>

#include "base/text.h"

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
    diagnostics.warning(
        {list},
        {"cột {0}: {1} dòng dữ liệu khác danh sách trường, dòng đầu là của trường {2}: dữ liệu "
         "\"{3}\", danh sách \"{4}\"; lấy theo dữ liệu",
         "column {0}: {1} rows of the data differ from the list of schools, the first of school "
         "{2}: \"{3}\" in the data, \"{4}\" in the list; the data stand"},
        identity_name(static_cast<IdentityColumn>(i)), column.rows, excerpt(column.school),
        excerpt(column.row_text), excerpt(column.listed_text));
  }
}

}  // namespace kdcl
