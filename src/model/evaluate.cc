#include "model/evaluate.h"

#include "model/evaluation.h"

namespace kdcl {

std::vector<Truth> Evaluator::truths(const Expression& expression) const {
  return Evaluation(expression, table_, rows_).truths(root_of(expression));
}

FigureColumn Evaluator::numbers(const Expression& expression) const {
  const Evaluation evaluation(expression, table_, rows_);
  if (expression.root().kind != ValueKind::truth)
    return evaluation.figure_column(root_of(expression));
  FigureColumn result{{}, kExactLimit};
  for (const Truth value : evaluation.truths(root_of(expression)))
    result.values.push_back(value == Truth::unknown ? kUnknown
                                                    : static_cast<double>(value == Truth::yes));
  return result;
}

int Evaluator::order_of_equals(const Expression& expression, size_t index, double literal) const {
  const Evaluation evaluation(expression, table_, rows_);
  if (const std::optional<int> quick = evaluation.quick_order(rows_[index], literal)) return *quick;
  const auto exact = evaluation.exact(root_of(expression), rows_[index]);
  return exact ? exact->compare(exact_decimal(literal)) : 0;
}

double Evaluator::distance(const Expression& expression, size_t index, double literal) const {
  const auto exact = Evaluation(expression, table_, rows_).exact(root_of(expression), rows_[index]);
  if (!exact) return kUnknown;
  return nearest_double(boost::multiprecision::abs(Rational(*exact - exact_decimal(literal))));
}

}  // namespace kdcl
