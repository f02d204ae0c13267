// Figures over rows of a table while everything about them is whole: nearly all data and formulas.
// Doubles are exact then and need no note of their precision. Only for model/evaluation.h.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "base/number.h"
#include "model/evaluate.h"
#include "model/exact.h"

namespace kdcl {

/// Whether two figures of this order, negative, 0 or positive, compare so.
inline bool holds(Operation operation, int order) {
  switch (operation) {
    case Operation::equal: return order == 0;
    case Operation::not_equal: return order != 0;
    case Operation::less: return order < 0;
    case Operation::less_equal: return order <= 0;
    case Operation::greater: return order > 0;
    default: return order >= 0;
  }
}

class WholeFigures {
 public:
  WholeFigures(const Expression& expression, const SchoolTable& table,
               std::span<const uint32_t> rows)
      : expression_(expression), table_(table), rows_(rows) {}

  /// Exact whole values below kExactLimit, kUnknown where unknown; nothing if some value is, or may
  /// be, something else.
  [[nodiscard]] std::optional<std::vector<double>> values(uint32_t at) const {
    const ExpressionNode& node = expression_.nodes[at];
    switch (node.operation) {
      case Operation::number:
        if (!is_whole(node.value)) return {};
        return std::vector<double>(rows_.size(), node.value);
      case Operation::field: return field(node.left);
      case Operation::add: return combine(node, [](double a, double b) { return a + b; });
      case Operation::subtract: return combine(node, [](double a, double b) { return a - b; });
      case Operation::multiply: return combine(node, [](double a, double b) { return a * b; });
      default: return {};
    }
  }

  /// The quotient at the root of a share: the nearest doubles. Such a quotient differs from a whole
  /// number by at least one part in its divisor. Nothing where values() has nothing.
  [[nodiscard]] std::optional<FigureColumn> quotients(const ExpressionNode& division) const {
    std::optional<std::vector<double>> top = values(division.left);
    if (!top) return {};
    const std::optional<std::vector<double>> bottom = values(division.right);
    if (!bottom) return {};
    double largest = 1;
    for (size_t i = 0; i < rows_.size(); ++i) {
      const double divisor = (*bottom)[i];
      (*top)[i] = divisor == 0 ? kUnknown : (*top)[i] / divisor;
      // An unknown divisor is larger than nothing.
      if (std::abs(divisor) > largest) largest = std::abs(divisor);
    }
    return FigureColumn{std::move(*top), kExactLimit / largest};
  }

  /// A comparison of two figures; nothing where values() of one has nothing.
  [[nodiscard]] std::optional<std::vector<Truth>> compare(const ExpressionNode& node) const {
    const std::optional<std::vector<double>> left = values(node.left);
    if (!left) return {};
    const std::optional<std::vector<double>> right = values(node.right);
    if (!right) return {};
    std::vector<Truth> result(rows_.size());
    for (size_t i = 0; i < rows_.size(); ++i) {
      const double a = (*left)[i];
      const double b = (*right)[i];
      const bool is_unknown = std::isnan(a) || std::isnan(b);
      const int order = a < b ? -1 : a > b ? 1 : 0;
      result[i] = is_unknown ? Truth::unknown : truth_of(holds(node.operation, order));
    }
    return result;
  }

 private:
  [[nodiscard]] std::optional<std::vector<double>> field(uint32_t index) const {
    const std::vector<double>& column = table_.numbers[index];
    if (column.empty()) return std::vector<double>(rows_.size(), kUnknown);
    if (index >= table_.is_whole.size() || !table_.is_whole[index]) return {};
    // Rows rise, so as many as the table has are all of them.
    if (rows_.size() == column.size()) return column;
    std::vector<double> chosen(rows_.size());
    for (size_t i = 0; i < rows_.size(); ++i) chosen[i] = column[rows_[i]];
    return chosen;
  }

  template <typename Apply>
  std::optional<std::vector<double>> combine(const ExpressionNode& node, Apply apply) const {
    std::optional<std::vector<double>> left = values(node.left);
    if (!left) return {};
    const std::optional<std::vector<double>> right = values(node.right);
    if (!right) return {};
    double largest = 0;
    for (size_t i = 0; i < rows_.size(); ++i) {
      double& value = (*left)[i];
      value = apply(value, (*right)[i]);
      if (std::abs(value) > largest) largest = std::abs(value);
    }
    if (largest >= kExactLimit) return {};
    return left;
  }

  const Expression& expression_;
  const SchoolTable& table_;
  std::span<const uint32_t> rows_;
};

}  // namespace kdcl
