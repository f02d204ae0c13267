// Shares `100 * X / Y`: how many heads are missing.
#include <algorithm>
#include <optional>

#include "model/evaluate.h"
#include "model/evaluation.h"

namespace kdcl {
namespace {

/// The numerator and denominator of `100 * X / Y`; nothing for another shape, for a formula that
/// only names a measure of this shape, or if a field of X is in Y too.
struct Share {
  uint32_t top = 0;
  uint32_t bottom = 0;
};

void collect_fields(const Expression& expression, uint32_t at, std::vector<uint32_t>& fields) {
  const ExpressionNode& node = expression.nodes[at];
  if (node.operation == Operation::field) fields.push_back(node.left);
  if (node.operation <= Operation::identity) return;
  collect_fields(expression, node.left, fields);
  const bool is_binary = node.operation < Operation::ceil || node.operation > Operation::known;
  if (is_binary && node.operation != Operation::logical_not)
    collect_fields(expression, node.right, fields);
}

std::optional<Share> share_of(const Expression& expression) {
  const ExpressionNode& division = expression.root();
  if (division.operation != Operation::divide || division.inlined) return {};
  const ExpressionNode& product = expression.nodes[division.left];
  if (product.operation != Operation::multiply || product.inlined) return {};
  const ExpressionNode& hundred = expression.nodes[product.left];
  if (hundred.operation != Operation::number || hundred.value != 100 || hundred.inlined) return {};
  std::vector<uint32_t> above;
  std::vector<uint32_t> below;
  collect_fields(expression, product.right, above);
  collect_fields(expression, division.right, below);
  for (const uint32_t field : above)
    if (std::find(below.begin(), below.end(), field) != below.end()) return {};
  return Share{product.right, division.right};
}

}  // namespace

double heads_needed(const Expression& share, const SchoolTable& table, uint32_t row,
                    Comparison comparison, double literal) {
  if (comparison == Comparison::equals) return kUnknown;
  const std::optional<Share> parts = share_of(share);
  if (!parts) return kUnknown;
  const Evaluation evaluation(share, table, std::span(&row, 1));
  const std::optional<Rational> top = evaluation.exact(parts->top, row);
  const std::optional<Rational> bottom = evaluation.exact(parts->bottom, row);
  if (!top || !bottom || bottom->is_zero()) return kUnknown;
  // 100 * (X + d) / Y compared with T: d compared with T * Y / 100 - X, the other way about where Y
  // is negative.
  const Rational limit = exact_decimal(literal) * *bottom / 100 - *top;
  const bool wants_more =
      (comparison == Comparison::at_least || comparison == Comparison::more_than) == (*bottom > 0);
  const bool is_strict = comparison == Comparison::more_than || comparison == Comparison::less_than;
  if (wants_more ? (is_strict ? limit < 0 : limit <= 0) : (is_strict ? limit > 0 : limit >= 0))
    return 0;
  const Rational size = boost::multiprecision::abs(limit);
  const BigInteger whole = numerator(size) / denominator(size);
  const bool has_rest = whole * denominator(size) != numerator(size);
  return nearest_double(Rational(has_rest || is_strict ? BigInteger(whole + 1) : whole));
}

}  // namespace kdcl
