#include "score/data_values.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "model/evaluate.h"

namespace kdcl {
namespace {

using OneRow = std::array<uint32_t, 1>;

bool may_hold(const std::optional<Expression>& where, const RowAt& at) {
  if (!where) return true;
  const OneRow rows{static_cast<uint32_t>(at.row)};
  return Evaluator(at.block->table, rows).truths(*where).front() != Truth::no;
}

double value_of(const Run& run, const CriteriaSet& set, const DataFigure& figure, const RowAt& at) {
  if (figure.kind == DataFigure::Kind::nothing) return kUnknown;
  const SchoolTable& table = at.block->table;
  if (const Field* field = field_of(run, figure)) {
    const std::vector<double>& column = table.numbers[figure.index];
    return field->type == FieldType::text || column.empty() ? kUnknown : column[at.row];
  }
  const OneRow rows{static_cast<uint32_t>(at.row)};
  return Evaluator(table, rows).numbers(measure_of(set, figure)->formula).values.front();
}

/// The row of a school year; null if there is none.
const RowAt* row_of_year(const SchoolCase& school, int year) {
  for (const RowAt& at : school.years)
    if (school_year(at.block->table.assessed_on[at.row]) == year) return &at;
  return nullptr;
}

}  // namespace

DataValues find_data_values(const Run& run, const SchoolCase& school) {
  const CriteriaSet& set = run.sets[school.row.set()];
  DataValues data;
  const int present = school_year(school.row.block->table.assessed_on[school.row.row]);
  for (int year = present - set.data_years + 1; year <= present; ++year) data.years.push_back(year);
  for (size_t t = 0; t < set.data_tables.size(); ++t) {
    const DataTable& table = set.data_tables[t];
    if (!may_hold(table.where, school.row)) continue;
    DataTableValues values{t, {}};
    for (size_t r = 0; r < table.rows.size(); ++r) {
      const DataRow& row = table.rows[r];
      if (!may_hold(row.where, school.row)) continue;
      DataRowValues cells{r, {}};
      if (!table.is_by_year())
        for (const DataFigure& figure : row.show)
          cells.values.push_back(value_of(run, set, figure, school.row));
      else if (!row.show.empty())
        for (const int year : data.years) {
          const RowAt* at = row_of_year(school, year);
          cells.values.push_back(at ? value_of(run, set, row.show.front(), *at) : kUnknown);
        }
      values.rows.push_back(std::move(cells));
    }
    data.tables.push_back(std::move(values));
  }
  return data;
}

}  // namespace kdcl
