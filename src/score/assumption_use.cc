#include "score/assumption_use.h"

#include <algorithm>

#include "model/evaluate.h"

namespace kdcl {
namespace {

/// The condition as it was put into the requirement.
const Expression& condition_of(const Run& run, const Assumption& assumption) {
  const Requirement& requirement = run.sets[assumption.set]
                                       .indicators[assumption.indicator]
                                       .requirements[assumption.requirement];
  return std::find_if(requirement.exceptions.begin(), requirement.exceptions.end(),
                      [&](const Exception& each) { return each.where.source == assumption.where; })
      ->where;
}

/// Rows that are judged by a set, or by one that asks for its level.
std::vector<uint32_t> rows_under(const Run& run, size_t set, const SchoolTable& table) {
  std::vector<uint32_t> rows;
  for (uint32_t row = 0; row < table.rows; ++row) {
    if (table.set[row] == kNoSet) continue;
    const std::vector<JudgedSet>& judged = run.judged[static_cast<size_t>(table.set[row])];
    if (std::any_of(judged.begin(), judged.end(),
                    [set](const JudgedSet& each) { return each.set == set; }))
      rows.push_back(row);
  }
  return rows;
}

}  // namespace

AssumptionUse::AssumptionUse(const Run& run) : run_(run), held_(run.assumptions.size()) {
  for (size_t i = 0; i < held_.size(); ++i) held_[i] = run.assumptions[i].where.empty();
}

void AssumptionUse::note(const SchoolTable& table) const {
  for (size_t i = 0; i < held_.size(); ++i) {
    if (held_[i]) continue;
    const Assumption& assumption = run_.assumptions[i];
    const std::vector<uint32_t> rows = rows_under(run_, assumption.set, table);
    const std::vector<Truth> truths = Evaluator(table, rows).truths(condition_of(run_, assumption));
    if (std::find(truths.begin(), truths.end(), Truth::yes) != truths.end()) held_[i] = true;
  }
}

std::vector<Assumption> AssumptionUse::unused() const {
  std::vector<Assumption> found;
  for (size_t i = 0; i < held_.size(); ++i) {
    const Assumption& assumption = run_.assumptions[i];
    bool is_used = false;
    for (size_t j = 0; j < held_.size(); ++j)
      is_used |= held_[j] && run_.assumptions[j].statement == assumption.statement;
    const bool is_known = std::any_of(found.begin(), found.end(), [&](const Assumption& each) {
      return each.statement == assumption.statement;
    });
    if (!is_used && !is_known) found.push_back(assumption);
  }
  return found;
}

}  // namespace kdcl
