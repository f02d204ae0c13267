#include "model/run.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace kdcl {
namespace {

void renumber(std::optional<Expression>& expression, const std::vector<uint32_t>& fields) {
  if (expression) renumber_fields(*expression, fields);
}

void renumber(Indicator& indicator, const std::vector<uint32_t>& fields) {
  renumber(indicator.where, fields);
  for (Requirement& requirement : indicator.requirements) {
    renumber_fields(requirement.figure, fields);
    renumber(requirement.where, fields);
    if (requirement.field) requirement.field = fields[*requirement.field];
    for (Exception& exception : requirement.exceptions) renumber_fields(exception.where, fields);
  }
}

void renumber(DataTable& table, const std::vector<uint32_t>& fields) {
  renumber(table.where, fields);
  for (DataRow& row : table.rows) {
    renumber(row.where, fields);
    for (DataFigure& figure : row.show)
      if (figure.kind == DataFigure::Kind::field) figure.index = fields[figure.index];
  }
}

void renumber(CriteriaSet& set, const std::vector<uint32_t>& fields) {
  renumber(set.applies_to, fields);
  for (Measure& measure : set.measures) renumber_fields(measure.formula, fields);
  for (Monitor& monitor : set.monitors) renumber_fields(monitor.figure, fields);
  for (Criterion& criterion : set.criteria) renumber(criterion.where, fields);
  for (Indicator& indicator : set.indicators) renumber(indicator, fields);
  for (DataTable& table : set.data_tables) renumber(table, fields);
  for (AwardFamily& family : set.award_families)
    for (Award& award : family.awards)
      for (Condition& condition : award.conditions) renumber_fields(condition.where, fields);
}

}  // namespace

Run make_run(std::vector<CriteriaSet> sets, Day date) {
  Run run;
  run.date = date;
  std::unordered_map<std::string, uint32_t> known;
  size_t most = 0;
  for (const CriteriaSet& set : sets) most += set.fields.size();
  run.fields.reserve(most);
  for (CriteriaSet& set : sets) {
    std::vector<uint32_t> fields;
    for (const Field& field : set.fields) {
      const auto [at, is_new] = known.emplace(field.id, static_cast<uint32_t>(run.fields.size()));
      if (is_new) run.fields.push_back(field);
      fields.push_back(at->second);
    }
    renumber(set, fields);
  }
  run.sets = std::move(sets);
  return run;
}

Expression expression_of(const Run& run, const CriteriaSet& set, const DataFigure& figure) {
  assert(figure.kind != DataFigure::Kind::nothing);
  if (const Measure* measure = measure_of(set, figure)) return measure->formula;
  const Field& field = *field_of(run, figure);
  return {field.id, {{Operation::field, value_kind(field.type), figure.index}}, {}};
}

std::vector<std::string> statements_of(const Run& run, std::optional<size_t> set) {
  std::vector<std::string> statements;
  for (const Assumption& assumption : run.assumptions) {
    const std::string& statement = assumption.statement;
    if ((!set || assumption.set == *set) &&
        std::find(statements.begin(), statements.end(), statement) == statements.end())
      statements.push_back(statement);
  }
  return statements;
}

std::vector<Measure> measures_of(const Run& run) {
  std::vector<Measure> measures;
  for (const CriteriaSet& set : run.sets)
    for (const Measure& measure : set.measures)
      if (std::none_of(measures.begin(), measures.end(),
                       [&](const Measure& known) { return known.id == measure.id; }))
        measures.push_back(measure);
  return measures;
}

}  // namespace kdcl
