// What can be asked of an expression without evaluating it, and the names of the identity columns.
#include <algorithm>
#include <array>

#include "model/expression.h"

namespace kdcl {
namespace {

constexpr std::array<std::string_view, kIdentityColumns> kIdentityNames = {
    "school_id", "school_name", "school_type", "ownership",        "district",
    "commune",   "assessed_on", "assessment",  "recognized_level", "recognized_on",
    "decision",  "stage",       "criteria_set"};

/// What the nodes of one operation stand for, each once, rising.
std::vector<uint32_t> used_by(const Expression& expression, Operation operation) {
  std::vector<uint32_t> used;
  for (const ExpressionNode& node : expression.nodes)
    if (node.operation == operation) used.push_back(node.left);
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used;
}

}  // namespace

std::string_view identity_name(IdentityColumn column) {
  return kIdentityNames[static_cast<size_t>(column)];
}

std::optional<IdentityColumn> find_identity(std::string_view name) {
  const auto found = std::find(kIdentityNames.begin(), kIdentityNames.end(), name);
  if (found == kIdentityNames.end()) return {};
  return static_cast<IdentityColumn>(found - kIdentityNames.begin());
}

ValueKind value_kind(IdentityColumn column) {
  if (column == IdentityColumn::recognized_level) return ValueKind::number;
  if (column == IdentityColumn::assessed_on || column == IdentityColumn::recognized_on)
    return ValueKind::date;
  return ValueKind::text;
}

std::optional<Operation> find_comparison(std::string_view symbol) {
  constexpr std::array<std::pair<std::string_view, Operation>, 6> kComparisons = {
      {{"==", Operation::equal},
       {"!=", Operation::not_equal},
       {"<", Operation::less},
       {"<=", Operation::less_equal},
       {">", Operation::greater},
       {">=", Operation::greater_equal}}};
  for (const auto& [name, operation] : kComparisons)
    if (name == symbol) return operation;
  return {};
}

std::vector<uint32_t> fields_of(const Expression& expression) {
  return used_by(expression, Operation::field);
}

std::vector<uint32_t> identities_of(const Expression& expression) {
  return used_by(expression, Operation::identity);
}

void renumber_fields(Expression& expression, std::span<const uint32_t> fields) {
  for (ExpressionNode& node : expression.nodes)
    if (node.operation == Operation::field) node.left = fields[node.left];
}

}  // namespace kdcl
