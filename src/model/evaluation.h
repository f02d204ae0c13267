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

// How one expression is evaluated over rows of a table: in doubles while they are exact, in
// rationals where they are not. Only for sources of model/: it brings in Boost.Multiprecision.

/// What is known about a double that stands for an exact value.
enum class Precision : uint8_t {
  lost,     ///< may differ from the nearest double: work it out with rationals
  nearest,  ///< the double nearest to the exact value
  integer,  ///< the exact value, a whole number below kExactLimit
};

struct Figures {
  std::vector<double> values;
  std::vector<Precision> precisions;
};

inline Precision precision_of(double decimal) {
  return is_whole(decimal) ? Precision::integer : Precision::nearest;
}

/// One expression over the rows.
class Evaluation {
 public:
  Evaluation(const Expression& expression, const SchoolTable& table, std::span<const uint32_t> rows)
      : expression_(expression), table_(table), rows_(rows) {}

  std::vector<Truth> truths(uint32_t at) const {
    const ExpressionNode& node = expression_.nodes[at];
    switch (node.operation) {
      case Operation::field: return flags(node);
      case Operation::known: return known(node.left);
      case Operation::logical_not: return negation(truths(node.left));
      case Operation::logical_and: return join(truths(node.left), truths(node.right), Truth::no);
      case Operation::logical_or: return join(truths(node.left), truths(node.right), Truth::yes);
      default: break;
    }
    return expression_.nodes[node.left].kind == ValueKind::text ? compare_texts(node)
                                                                : compare_figures(node);
  }

  /// The nearest doubles; those that doubles lost are worked out with rationals.
  Figures nearest(uint32_t at) const {
    Figures result = figures(at);
    for (size_t i = 0; i < rows_.size(); ++i)
      if (result.precisions[i] == Precision::lost)
        make_nearest(at, i, result.values[i], result.precisions[i]);
    return result;
  }

  /// The same without the precisions.
  FigureColumn figure_column(uint32_t at) const {
    const ExpressionNode& node = expression_.nodes[at];
    const WholeFigures whole(expression_, table_, rows_);
    if (node.operation == Operation::divide) {
      if (std::optional<FigureColumn> quick = whole.quotients(node)) return *std::move(quick);
      return quotients(at);
    }
    if (std::optional<std::vector<double>> quick = whole.values(at))
      return {*std::move(quick), kExactLimit};
    Figures found = nearest(at);
    bool is_whole = true;
    for (size_t i = 0; i < rows_.size(); ++i)
      is_whole &= found.precisions[i] == Precision::integer || std::isnan(found.values[i]);
    return {std::move(found.values), is_whole ? kExactLimit : 0};
  }

  /// How the figure of a row, whose nearest double equals `literal`, compares with it: told without
  /// rationals for a whole figure and for a quotient of whole figures. Nothing where that is not
  /// enough.
  std::optional<int> quick_order(uint32_t row, double literal) const {
    const ExpressionNode& root = expression_.root();
    if (root.operation != Operation::divide) {
      if (one(static_cast<uint32_t>(expression_.nodes.size() - 1), row).precision ==
          Precision::integer)
        return 0;
      return {};
    }
    const OneFigure top = one(root.left, row);
    const OneFigure bottom = one(root.right, row);
    const double product = literal * bottom.value;
    const bool is_exact = top.precision == Precision::integer &&
                          bottom.precision == Precision::integer && is_whole(literal) &&
                          std::abs(product) < kExactLimit;
    if (!is_exact) return {};
    const int order = top.value < product ? -1 : top.value > product ? 1 : 0;
    return bottom.value < 0 ? -order : order;
  }

  std::optional<Rational> exact(uint32_t at, uint32_t row) const {
    return exact_with(at, [&](const ExpressionNode& node) { return exact_leaf(node, row); });
  }

  std::optional<Rational> exact_leaf(const ExpressionNode& node, uint32_t row) const {
    const double value = leaf(node, row);
    if (std::isnan(value)) return {};
    return exact_decimal(value);
  }

  /// The exact value when literals, fields and identity columns are what `value_of(node)` says.
  template <typename ValueOf>
  std::optional<Rational> exact_with(uint32_t at, const ValueOf& value_of) const {
    const ExpressionNode& node = expression_.nodes[at];
    if (node.operation == Operation::number || node.operation == Operation::field ||
        node.operation == Operation::identity)
      return value_of(node);
    const std::optional<Rational> left = exact_with(node.left, value_of);
    if (!left) return {};
    if (node.operation == Operation::ceil || node.operation == Operation::floor ||
        node.operation == Operation::abs)
      return unary(node.operation, *left);
    const std::optional<Rational> right = exact_with(node.right, value_of);
    if (!right) return {};
    switch (node.operation) {
      case Operation::add: return Rational(*left + *right);
      case Operation::subtract: return Rational(*left - *right);
      case Operation::multiply: return Rational(*left * *right);
      case Operation::divide:
        if (right->is_zero()) return {};
        return Rational(*left / *right);
      case Operation::min: return std::min(*left, *right);
      case Operation::max: return std::max(*left, *right);
      default: return {};
    }
  }

 private:
  struct OneFigure {
    double value;
    Precision precision;
  };

  /// figures() for one row, without its vectors.
  OneFigure one(uint32_t at, uint32_t row) const {
    const ExpressionNode& node = expression_.nodes[at];
    if (node.operation <= Operation::identity) {
      const double value = leaf(node, row);
      return {value, precision_of(value)};
    }
    if (node.operation < Operation::add || node.operation > Operation::max)
      return {kUnknown, Precision::lost};
    const OneFigure left = one(node.left, row);
    const OneFigure right = one(node.right, row);
    const double value = apply(node.operation, left.value, right.value);
    const Precision precision =
        precision_after(node.operation, left.precision, right.precision, value);
    // What doubles lost may hide that a divisor is zero, or is not; the rationals will tell.
    const bool is_lost = left.precision == Precision::lost || right.precision == Precision::lost;
    const bool is_known = !std::isnan(left.value) && !std::isnan(right.value);
    return {is_lost && is_known && std::isnan(value) ? 0 : value, precision};
  }

  /// Like WholeFigures::quotients where it can be, row by row; the rest by rationals.
  FigureColumn quotients(uint32_t at) const {
    const ExpressionNode& node = expression_.nodes[at];
    Figures top = figures(node.left);
    const Figures bottom = figures(node.right);
    double largest = 1;
    for (size_t i = 0; i < rows_.size(); ++i) {
      double& value = top.values[i];
      const double divisor = bottom.values[i];
      if (std::isnan(value) || std::isnan(divisor)) {
        value = kUnknown;
      } else if (top.precisions[i] == Precision::integer &&
                 bottom.precisions[i] == Precision::integer) {
        value = divisor == 0 ? kUnknown : value / divisor;
        largest = std::max(largest, std::abs(divisor));
      } else {
        value = 0;  // rationals also tell whether the divisor is zero
        make_nearest(at, i, value, top.precisions[i]);
        largest = HUGE_VAL;
      }
    }
    return {std::move(top.values), kExactLimit / largest};
  }

  void make_nearest(uint32_t at, size_t index, double& value, Precision& precision) const {
    if (std::isnan(value)) return;
    const std::optional<Rational> exactly = exact(at, rows_[index]);
    value = exactly ? nearest_double(*exactly) : kUnknown;
    precision = Precision::nearest;
  }

  double leaf(const ExpressionNode& node, uint32_t row) const {
    if (node.operation == Operation::number) return node.value;
    if (node.operation == Operation::field) {
      const auto& column = table_.numbers[node.left];
      return column.empty() ? kUnknown : column[row];
    }
    const auto date = [](Day day) { return day == kNoDate ? kUnknown : static_cast<double>(day); };
    const auto column = static_cast<IdentityColumn>(node.left);
    if (column == IdentityColumn::assessed_on) return date(table_.assessed_on[row]);
    if (column == IdentityColumn::recognized_on) return date(table_.recognized_on[row]);
    return table_.recognized_level[row];
  }

  static Rational unary(Operation operation, const Rational& value) {
    if (operation == Operation::abs) return boost::multiprecision::abs(value);
    const BigInteger top = numerator(value);
    const BigInteger bottom = denominator(value);
    BigInteger whole = top / bottom;  // towards zero
    const bool has_rest = whole * bottom != top;
    if (operation == Operation::ceil && has_rest && top > 0) ++whole;
    if (operation == Operation::floor && has_rest && top < 0) --whole;
    return Rational(whole);
  }

  Figures leaves(const ExpressionNode& node) const {
    Figures result;
    result.values.resize(rows_.size());
    result.precisions.resize(rows_.size());
    for (size_t i = 0; i < rows_.size(); ++i) {
      result.values[i] = leaf(node, rows_[i]);
      result.precisions[i] = precision_of(result.values[i]);
    }
    return result;
  }

  Figures figures(uint32_t at) const {
    const ExpressionNode& node = expression_.nodes[at];
    switch (node.operation) {
      case Operation::number:
      case Operation::field:
      case Operation::identity: return leaves(node);
      case Operation::ceil:
      case Operation::floor:
      case Operation::abs: return rounded(node.operation, figures(node.left));
      default: return binary(node.operation, figures(node.left), figures(node.right));
    }
  }

  static Figures rounded(Operation operation, Figures operand) {
    for (size_t i = 0; i < operand.values.size(); ++i) {
      double& value = operand.values[i];
      Precision& precision = operand.precisions[i];
      if (operation == Operation::abs) {
        value = std::abs(value);
        continue;
      }
      // The nearest double of a value is whole although the value is not, or the other way about,
      // only if it is whole itself.
      if (precision == Precision::nearest && std::nearbyint(value) == value)
        precision = Precision::lost;
      value = operation == Operation::ceil ? std::ceil(value) : std::floor(value);
      if (precision == Precision::nearest) precision = precision_of(value);
    }
    return operand;
  }

  static double apply(Operation operation, double left, double right) {
    switch (operation) {
      case Operation::add: return left + right;
      case Operation::subtract: return left - right;
      case Operation::multiply: return left * right;
      case Operation::divide: return right == 0 ? kUnknown : left / right;
      case Operation::min:
        return std::isnan(left) || std::isnan(right) ? kUnknown : std::min(left, right);
      default: return std::isnan(left) || std::isnan(right) ? kUnknown : std::max(left, right);
    }
  }

  /// Whole operands give an exact sum, difference or product while it stays small, and a correctly
  /// rounded quotient. The smaller of two nearest doubles is the nearest double of the smaller.
  static Precision precision_after(Operation operation, Precision left, Precision right,
                                   double value) {
    if (operation == Operation::min || operation == Operation::max) return std::min(left, right);
    if (left != Precision::integer || right != Precision::integer) return Precision::lost;
    if (operation == Operation::divide) return Precision::nearest;
    return std::abs(value) < kExactLimit ? Precision::integer : Precision::lost;
  }

  static Figures binary(Operation operation, Figures left, const Figures& right) {
    for (size_t i = 0; i < left.values.size(); ++i) {
      const bool is_lost =
          left.precisions[i] == Precision::lost || right.precisions[i] == Precision::lost;
      const bool is_known = !std::isnan(left.values[i]) && !std::isnan(right.values[i]);
      const double value = apply(operation, left.values[i], right.values[i]);
      left.precisions[i] =
          precision_after(operation, left.precisions[i], right.precisions[i], value);
      left.values[i] = is_lost && is_known && std::isnan(value) ? 0 : value;
    }
    return left;
  }

  std::vector<Truth> flags(const ExpressionNode& node) const {
    std::vector<Truth> result(rows_.size());
    for (size_t i = 0; i < rows_.size(); ++i) {
      const double value = leaf(node, rows_[i]);
      result[i] = std::isnan(value) ? Truth::unknown : truth_of(value != 0);
    }
    return result;
  }

  std::string_view text(const ExpressionNode& node, uint32_t row) const {
    if (node.operation == Operation::text) return expression_.texts[node.left];
    if (node.operation == Operation::identity)
      return table_.text_of(static_cast<IdentityColumn>(node.left), row);
    const auto& column = table_.texts[node.left];
    return column.empty() ? std::string_view() : column[row];
  }

  /// An empty text literal is a value; an empty cell is unknown.
  bool is_unknown_text(const ExpressionNode& node, std::string_view value) const {
    return node.operation != Operation::text && value.empty();
  }

  std::vector<Truth> compare_texts(const ExpressionNode& node) const {
    const ExpressionNode& left = expression_.nodes[node.left];
    const ExpressionNode& right = expression_.nodes[node.right];
    std::vector<Truth> result(rows_.size());
    for (size_t i = 0; i < rows_.size(); ++i) {
      const std::string_view a = text(left, rows_[i]);
      const std::string_view b = text(right, rows_[i]);
      const bool unknown = is_unknown_text(left, a) || is_unknown_text(right, b);
      result[i] =
          unknown ? Truth::unknown : truth_of((a == b) == (node.operation == Operation::equal));
    }
    return result;
  }

  std::vector<Truth> compare_figures(const ExpressionNode& node) const {
    const WholeFigures whole(expression_, table_, rows_);
    if (std::optional<std::vector<Truth>> quick = whole.compare(node)) return *std::move(quick);
    const Figures left = nearest(node.left);
    const Figures right = nearest(node.right);
    std::vector<Truth> result(rows_.size());
    for (size_t i = 0; i < rows_.size(); ++i) {
      const double a = left.values[i];
      const double b = right.values[i];
      if (std::isnan(a) || std::isnan(b)) {
        result[i] = Truth::unknown;
        continue;
      }
      int order = a < b ? -1 : a > b ? 1 : 0;
      const bool is_sure =
          left.precisions[i] == Precision::integer && right.precisions[i] == Precision::integer;
      if (order == 0 && !is_sure)
        order = exact(node.left, rows_[i])->compare(*exact(node.right, rows_[i]));
      result[i] = truth_of(holds(node.operation, order));
    }
    return result;
  }

  std::vector<Truth> known(uint32_t at) const {
    const ExpressionNode& node = expression_.nodes[at];
    std::vector<Truth> result(rows_.size());
    if (node.kind == ValueKind::truth) {
      result = truths(at);
      for (Truth& value : result) value = truth_of(value != Truth::unknown);
    } else if (node.kind == ValueKind::text) {
      for (size_t i = 0; i < rows_.size(); ++i)
        result[i] = truth_of(!is_unknown_text(node, text(node, rows_[i])));
    } else {
      const Figures values = nearest(at);
      for (size_t i = 0; i < rows_.size(); ++i) result[i] = truth_of(!std::isnan(values.values[i]));
    }
    return result;
  }

  static std::vector<Truth> negation(std::vector<Truth> values) {
    for (Truth& value : values)
      if (value != Truth::unknown) value = value == Truth::yes ? Truth::no : Truth::yes;
    return values;
  }

  /// `deciding` wins, then unknown.
  static std::vector<Truth> join(std::vector<Truth> left, const std::vector<Truth>& right,
                                 Truth deciding) {
    for (size_t i = 0; i < left.size(); ++i) {
      if (left[i] == deciding) continue;
      if (right[i] == deciding || right[i] == Truth::unknown) left[i] = right[i];
    }
    return left;
  }

  const Expression& expression_;
  const SchoolTable& table_;
  std::span<const uint32_t> rows_;
};

inline uint32_t root_of(const Expression& expression) {
  return static_cast<uint32_t>(expression.nodes.size() - 1);
}

}  // namespace kdcl
