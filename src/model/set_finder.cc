#include "model/set_finder.h"

#include <algorithm>

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

}  // namespace kdcl
