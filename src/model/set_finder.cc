#include "model/set_finder.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/number.h"
#include "model/evaluate.h"

namespace kdcl {
namespace {

constexpr size_t kMostKnown = 64;

bool uses_only_type_and_stage(const Expression& expression) {
  return std::all_of(
      expression.nodes.begin(), expression.nodes.end(), [](const ExpressionNode& node) {
        if (node.operation == Operation::field) return false;
        if (node.operation != Operation::identity) return true;
        const auto column = static_cast<IdentityColumn>(node.left);
        return column == IdentityColumn::school_type || column == IdentityColumn::stage;
      });
}

}  // namespace

SetFinder::SetFinder(const Run& run) : run_(run) {
  for (const CriteriaSet& set : run.sets)
    is_memorable_ = is_memorable_ && (!set.applies_to || uses_only_type_and_stage(*set.applies_to));
}

const std::vector<Truth>& SetFinder::applying(const SchoolTable& table, uint32_t row) {
  const std::string_view type = table.text_of(IdentityColumn::school_type, row);
  const std::string_view stage = table.text_of(IdentityColumn::stage, row);
  if (is_memorable_)
    for (const Known& known : known_)
      if (known.school_type == type && known.stage == stage) return known.applies;
  std::vector<Truth> applies;
  for (const CriteriaSet& set : run_.sets)
    applies.push_back(set.applies_to
                          ? Evaluator(table, std::span(&row, 1)).truths(*set.applies_to)[0]
                          : Truth::unknown);
  if (!is_memorable_ || known_.size() >= kMostKnown) known_.clear();
  known_.push_back({std::string(type), std::string(stage), std::move(applies)});
  return known_.back().applies;
}

SetFinder::Found SetFinder::find(const SchoolTable& table, uint32_t row, Day day) {
  const std::vector<Truth>& applies = applying(table, row);
  Found found;
  for (size_t i = 0; i < run_.sets.size(); ++i) {
    const CriteriaSet& set = run_.sets[i];
    if (applies[i] != Truth::yes || !run_.is_open(i) || !set.is_in_force(day)) continue;
    if (found.set != kNoSet) {
      const CriteriaSet& first = run_.sets[static_cast<size_t>(found.set)];
      if (first.has_base(set.id)) continue;
      if (!set.has_base(first.id)) {
        found.other = static_cast<int16_t>(i);
        return found;
      }
    }
    found.set = static_cast<int16_t>(i);
  }
  return found;
}

namespace {

/// A row a school type, about which nothing else is known.
SchoolTable table_of_types(const Run& run) {
  SchoolTable table;
  table.rows = kSchoolTypes.size();
  table.identity[static_cast<size_t>(IdentityColumn::school_type)].assign(kSchoolTypes.begin(),
                                                                          kSchoolTypes.end());
  table.assessed_on.assign(table.rows, kNoDate);
  table.recognized_on.assign(table.rows, kNoDate);
  table.recognized_level.assign(table.rows, kUnknown);
  table.numbers.resize(run.fields.size());
  table.texts.resize(run.fields.size());
  return table;
}

/// The sets that apply to each type, whatever the day.
std::vector<std::vector<size_t>> applying_sets(const Run& run) {
  const SchoolTable table = table_of_types(run);
  std::vector<uint32_t> rows(table.rows);
  std::iota(rows.begin(), rows.end(), 0U);
  std::vector<std::vector<size_t>> applying(table.rows);
  for (size_t set = 0; set < run.sets.size(); ++set) {
    if (!run.sets[set].applies_to || !run.is_open(set)) continue;
    const std::vector<Truth> applies = Evaluator(table, rows).truths(*run.sets[set].applies_to);
    for (const uint32_t row : rows)
      if (applies[row] == Truth::yes) applying[row].push_back(set);
  }
  return applying;
}

/// Those in force on the day, without those that others amend.
std::vector<size_t> sets_on(const Run& run, const std::vector<size_t>& sets, Day day) {
  std::vector<size_t> in_force;
  std::copy_if(sets.begin(), sets.end(), std::back_inserter(in_force),
               [&](size_t set) { return run.sets[set].is_in_force(day); });
  std::vector<size_t> left;
  std::copy_if(in_force.begin(), in_force.end(), std::back_inserter(left), [&](size_t set) {
    return std::none_of(in_force.begin(), in_force.end(),
                        [&](size_t other) { return run.sets[other].has_base(run.sets[set].id); });
  });
  return left;
}

/// Days on which something may change: a set begins, or its last day is over.
std::set<Day> days_of_change(const Run& run, const std::vector<size_t>& sets) {
  std::set<Day> days;
  for (const size_t set : sets) {
    days.insert(run.sets[set].in_force_from);
    if (run.sets[set].in_force_to != kNoDate) days.insert(run.sets[set].in_force_to + 1);
  }
  return days;
}

}  // namespace

std::vector<Coverage> find_coverage(const Run& run) {
  const auto applying = applying_sets(run);
  std::vector<Coverage> found;
  for (size_t type = 0; type < kSchoolTypes.size(); ++type) {
    if (applying[type].empty()) continue;
    Coverage coverage{kSchoolTypes[type], {}};
    std::vector<Stretch>& stretches = coverage.stretches;
    for (const Day day : days_of_change(run, applying[type])) {
      std::vector<size_t> sets = sets_on(run, applying[type], day);
      if (!stretches.empty()) stretches.back().to = day - 1;
      if (!stretches.empty() && stretches.back().sets == sets)
        stretches.back().to = kNoDate;
      else
        stretches.push_back({day, kNoDate, std::move(sets)});
    }
    if (stretches.back().sets.empty()) stretches.pop_back();
    found.push_back(std::move(coverage));
  }
  return found;
}

}  // namespace kdcl
