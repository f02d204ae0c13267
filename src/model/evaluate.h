// Evaluates expressions over a block of schools: three-valued, and exact for the decimal figures
// people write.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/criteria.h"
#include "model/exact.h"
#include "model/expression.h"
#include "model/school_table.h"

namespace kdcl {

enum class Truth : uint8_t { no, yes, unknown };

[[nodiscard]] constexpr Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }

/// A figure by row, as the double nearest to the exact value; kUnknown where it is unknown.
struct FigureColumn {
  std::vector<double> values;
  /// A value equal to a whole literal of less than this is equal exactly; of others only rationals
  /// can tell.
  double sure_below = 0;

  [[nodiscard]] bool is_sure(double literal) const {
    return std::abs(literal) < sure_below && std::nearbyint(literal) == literal;
  }
};

/// Results for chosen rows of a table, in the order of `rows`.
class Evaluator {
 public:
  Evaluator(const SchoolTable& table, std::span<const uint32_t> rows)
      : table_(table), rows_(rows) {}

  /// A condition, or a flag.
  [[nodiscard]] std::vector<Truth> truths(const Expression& expression) const;

  /// A figure. Flags are 0 or 1, dates days, choices and scales positions.
  [[nodiscard]] FigureColumn numbers(const Expression& expression) const;

  /// How `expression`, whose values are `figures`, compares with a literal in row `rows[index]`:
  /// exact even where the doubles are equal. The value is not unknown.
  [[nodiscard]] bool compares(const Expression& expression, const FigureColumn& figures,
                              size_t index, Comparison comparison, double literal) const {
    const double value = figures.values[index];
    int order = value < literal ? -1 : value > literal ? 1 : 0;
    // Only what was computed may hide a difference.
    if (order == 0 && !figures.is_sure(literal))
      order = expression.nodes.size() == 1 ? 0 : order_of_equals(expression, index, literal);
    switch (comparison) {
      case Comparison::at_least: return order >= 0;
      case Comparison::at_most: return order <= 0;
      case Comparison::more_than: return order > 0;
      case Comparison::less_than: return order < 0;
      case Comparison::equals: return order == 0;
    }
    return false;
  }

  /// |value - literal| of the exact value, as the nearest double; kUnknown where the value is
  /// unknown.
  [[nodiscard]] double distance(const Expression& expression, size_t index, double literal) const;

 private:
  [[nodiscard]] int order_of_equals(const Expression& expression, size_t index,
                                    double literal) const;

  const SchoolTable& table_;
  std::span<const uint32_t> rows_;
};

/// The least whole change of the numerator X of a share `100 * X / Y` that makes it compare with
/// `literal`; up or down, 0 if none is needed. kUnknown if the expression is no such share, X
/// stands in Y too, something is unknown, or nothing would do.
[[nodiscard]] double heads_needed(const Expression& share, const SchoolTable& table, uint32_t row,
                                  Comparison comparison, double literal);

// Where a figure may really lie when the numbers it is worked out from are rounded as they are
// written: 69.9 stands for anything from 69.85 up to, but without, 69.95. Brings in
// Boost.Multiprecision: for few sources only.

/// Both ends are values the figure may have.
class FigureRange {
 public:
  explicit FigureRange(const Rational& value) : low_(value), high_(value) {}

  /// Widens the range to a value.
  void take(const Rational& value);

  /// True if some value of the range compares so with a literal.
  [[nodiscard]] bool may_compare(Comparison comparison, double literal) const;
  /// True if every value does.
  [[nodiscard]] bool must_compare(Comparison comparison, double literal) const;

  /// The ends as the nearest doubles.
  [[nodiscard]] double low() const { return nearest_double(low_); }
  [[nodiscard]] double high() const { return nearest_double(high_); }

 private:
  Rational low_, high_;
};

/// The fields of an expression that may be rounded: those of type number.
[[nodiscard]] std::vector<uint32_t> rounded_fields(const Expression& expression,
                                                   std::span<const Field> fields);

/// The range of a figure in one row, worked out at both ends of each of its `rounded` fields: all
/// of them together, or one after the other where there are more than kMostTogether. A field's own
/// limits hold. Nothing if the figure is unknown.
[[nodiscard]] std::optional<FigureRange> find_range(const Expression& figure,
                                                    std::span<const uint32_t> rounded,
                                                    std::span<const Field> fields,
                                                    const SchoolTable& table, uint32_t row);
inline constexpr size_t kMostTogether = 6;

}  // namespace kdcl
