#include "model/criteria_diff_parts.h"

#include <tuple>

#include "model/expression_tokens.h"

namespace kdcl {
namespace {

bool is_same_node(const SetView& before, const Expression& a, const ExpressionNode& node_a,
                  const SetView& after, const Expression& b, const ExpressionNode& node_b) {
  if (node_a.operation != node_b.operation) return false;
  if (node_a.operation == Operation::field)
    return before.fields[node_a.left].id == after.fields[node_b.left].id;
  if (node_a.operation == Operation::text) return a.texts[node_a.left] == b.texts[node_b.left];
  return node_a == node_b;
}

}  // namespace

std::vector<Aspect> differing(Compared compared) {
  std::vector<Aspect> aspects;
  for (const auto& [aspect, is_same] : compared)
    if (!is_same) aspects.push_back(aspect);
  return aspects;
}

bool is_alike(const Expression& a, const Expression& b) {
  ExpressionTokens words_a(a.source);
  ExpressionTokens words_b(b.source);
  while (true) {
    const Token word = words_a.next();
    const Token other = words_b.next();
    if (word.kind != other.kind || word.text != other.text) return false;
    if (word.kind == TokenKind::end) return true;
  }
}
bool is_alike(const std::optional<Expression>& a, const std::optional<Expression>& b) {
  return a && b ? is_alike(*a, *b) : a.has_value() == b.has_value();
}

bool is_same_unit(const Unit& a, const Unit& b) {
  return std::tie(a.vi, a.en, a.one) == std::tie(b.vi, b.en, b.one);
}

bool is_same_calculation(const SetView& before, const Expression& a, const SetView& after,
                         const Expression& b) {
  return std::ranges::equal(a.nodes, b.nodes,
                            [&](const ExpressionNode& node_a, const ExpressionNode& node_b) {
                              return is_same_node(before, a, node_a, after, b, node_b);
                            });
}

}  // namespace kdcl
