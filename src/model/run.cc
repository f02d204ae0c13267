#include "model/run.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace kdcl {
namespace {

/// Words for a bit each of so many indicators.
size_t words_of(size_t indicators) { return (indicators + 63) / 64; }

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

/// Adds the sets whose level a set asks for, those that amend them, and what these ask for.
void add_judged(const std::vector<CriteriaSet>& sets, size_t set, std::vector<JudgedSet>& judged) {
  const auto is_there = [&](size_t other) {
    return std::any_of(judged.begin(), judged.end(),
                       [other](const JudgedSet& each) { return each.set == other; });
  };
  const size_t last_words =
      judged.empty() ? 0 : words_of(sets[judged.back().set].indicators.size());
  judged.push_back({set, judged.empty() ? 0 : judged.back().first_word + last_words});
  for (const Indicator& indicator : sets[set].indicators)
    for (const Requirement& requirement : indicator.requirements)
      for (size_t other = 0; requirement.is_level && other < sets.size(); ++other)
        if ((sets[other].id == requirement.measure || sets[other].has_base(requirement.measure)) &&
            !is_there(other))
          add_judged(sets, other, judged);
}

}  // namespace

std::vector<JudgedSet> find_judged(const std::vector<CriteriaSet>& sets, size_t set) {
  std::vector<JudgedSet> judged;
  add_judged(sets, set, judged);
  return judged;
}

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
  run.open_to = run.sets.size();
  for (size_t set = 0; set < run.sets.size(); ++set)
    run.judged.push_back(find_judged(run.sets, set));
  return run;
}

void put_before(const Run& earlier, Run& run) {
  const size_t count = earlier.sets.size();
  for (std::vector<JudgedSet>& judged : run.judged)
    for (JudgedSet& each : judged) each.set += count;
  for (Assumption& assumption : run.assumptions) assumption.set += count;
  run.sets.insert(run.sets.begin(), earlier.sets.begin(), earlier.sets.end());
  run.judged.insert(run.judged.begin(), earlier.judged.begin(), earlier.judged.end());
}

size_t judgement_words(const Run& run, size_t set) {
  const JudgedSet& last = run.judged[set].back();
  return last.first_word + words_of(run.sets[last.set].indicators.size());
}

size_t judgement_words(const Run& run) {
  size_t words = 1;  // without sets there are still rows
  for (size_t set = 0; set < run.sets.size(); ++set)
    words = std::max(words, judgement_words(run, set));
  return words;
}

const JudgedSet& set_in_place(const Run& run, const std::vector<JudgedSet>& judged,
                              std::string_view id, Day day) {
  auto found = std::find_if(judged.begin(), judged.end(),
                            [&](const JudgedSet& each) { return run.sets[each.set].id == id; });
  assert(found != judged.end());
  // One that amends another may be in force when the other no longer is.
  for (auto each = judged.begin(); each != judged.end(); ++each) {
    const CriteriaSet& set = run.sets[each->set];
    if (set.has_base(run.sets[found->set].id) && set.is_in_force(day)) found = each;
  }
  return *found;
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
