// Where a figure may really lie when the numbers it is worked out from are rounded as they are
// written: 69.9 stands for anything from 69.85 up to, but without, 69.95. Brings in
// Boost.Multiprecision: for few sources only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/criteria.h"
#include "model/exact.h"
#include "model/school_table.h"

namespace kdcl {

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
