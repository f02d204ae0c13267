#include "read/table_columns.h"

#include <algorithm>
#include <set>

#include "read/figures.h"
#include "read/xlsx_messages.h"

namespace kdcl {
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
  const bool is_figure = column == IdentityColumn::assessed_on ||
                         column == IdentityColumn::recognized_on ||
                         column == IdentityColumn::recognized_level;
  return is_figure ? ColumnUse::other : ColumnUse::text;
}

ColumnUse use_of(const Field& field) {
  if (field.type == FieldType::text) return ColumnUse::text;
  const bool is_figure = field.type == FieldType::integer || field.type == FieldType::number;
  return is_figure && is_percent(field) ? ColumnUse::percent : ColumnUse::other;
}

}  // namespace

TableColumns columns_of_schools(const Binding& binding, const Run& run) {
  TableColumns columns;
  columns.uses.resize(binding.names.size());
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
  for (const auto& column : {owner.school, owner.stage, owner.assessment})
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
