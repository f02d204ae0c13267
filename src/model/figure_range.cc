#include "model/figure_range.h"

#include <algorithm>

#include "base/number.h"
#include "model/evaluation.h"

namespace kdcl {
namespace {

BigInteger power_of_ten(unsigned exponent) {
  return boost::multiprecision::pow(BigInteger(10), exponent);
}

/// The upper end of a rounded figure does not belong to it. What lies this little below does, and
/// no literal of at most 15 digits comes between.
const Rational& hair() {
  static const Rational hair(1, power_of_ten(40));
  return hair;
}

/// Half a unit of the last digit of the shortest decimal text.
Rational half_unit(double value) {
  const std::string text = format_exact(value);
  const size_t point = text.find('.');
  const size_t decimals = point == std::string::npos ? 0 : text.size() - point - 1;
  return {1, 2 * power_of_ten(static_cast<unsigned>(decimals))};
}

/// A field and the values it is tried with.
struct Ends {
  uint32_t field = 0;
  Rational own, low, high;
};

Ends ends_of(uint32_t index, const Field& field, double value) {
  Ends ends{index, exact_decimal(value), {}, {}};
  const Rational half = half_unit(value);
  ends.low = ends.own - half;
  ends.high = ends.own + half - hair();
  if (field.min) ends.low = std::max(ends.low, exact_decimal(*field.min));
  if (field.max) ends.high = std::min(ends.high, exact_decimal(*field.max));
  return ends;
}

/// Takes the figure's values into its range: the fields at the ends that the caller chooses.
class RangeSearch {
 public:
  RangeSearch(const Expression& figure, const SchoolTable& table, uint32_t row,
              std::vector<Ends> ends)
      : root_(root_of(figure)),
        row_(row),
        rows_(&row_, 1),
        evaluation_(figure, table, rows_),
        ends_(std::move(ends)) {
    for (const Ends& each : ends_) tried_.push_back(&each.own);
  }

  std::optional<FigureRange> search() {
    const std::optional<Rational> own = value();
    if (!own) return {};
    FigureRange range(*own);
    if (ends_.size() <= kMostTogether)
      take_together(0, range);
    else
      take_in_turn(range);
    return range;
  }

 private:
  void take_together(size_t from, FigureRange& range) {
    if (from == ends_.size()) return take(range);
    for (const Rational* end : {&ends_[from].low, &ends_[from].high}) {
      tried_[from] = end;
      take_together(from + 1, range);
    }
  }

  void take_in_turn(FigureRange& range) {
    for (size_t i = 0; i < ends_.size(); ++i) {
      for (const Rational* end : {&ends_[i].low, &ends_[i].high}) {
        tried_[i] = end;
        take(range);
      }
      tried_[i] = &ends_[i].own;
    }
  }

  /// A value that is not defined, such as that of a division by zero, is left out.
  void take(FigureRange& range) const {
    if (const std::optional<Rational> found = value()) range.take(*found);
  }

  [[nodiscard]] std::optional<Rational> value() const {
    return evaluation_.exact_with(root_, [this](const ExpressionNode& node) {
      if (node.operation == Operation::field)
        for (size_t i = 0; i < ends_.size(); ++i)
          if (ends_[i].field == node.left) return std::optional<Rational>(*tried_[i]);
      return evaluation_.exact_leaf(node, row_);
    });
  }

  uint32_t root_;
  uint32_t row_;
  std::span<const uint32_t> rows_;
  Evaluation evaluation_;
  std::vector<Ends> ends_;
  std::vector<const Rational*> tried_;  ///< by field: the value it has now
};

}  // namespace

void FigureRange::take(const Rational& value) {
  if (value < low_) low_ = value;
  if (value > high_) high_ = value;
}

bool FigureRange::may_compare(Comparison comparison, double literal) const {
  const Rational limit = exact_decimal(literal);
  switch (comparison) {
    case Comparison::at_least: return high_ >= limit;
    case Comparison::at_most: return low_ <= limit;
    case Comparison::more_than: return high_ > limit;
    case Comparison::less_than: return low_ < limit;
    case Comparison::equals: return low_ <= limit && limit <= high_;
  }
  return false;
}

bool FigureRange::must_compare(Comparison comparison, double literal) const {
  const Rational limit = exact_decimal(literal);
  switch (comparison) {
    case Comparison::at_least: return low_ >= limit;
    case Comparison::at_most: return high_ <= limit;
    case Comparison::more_than: return low_ > limit;
    case Comparison::less_than: return high_ < limit;
    case Comparison::equals: return low_ == limit && high_ == limit;
  }
  return false;
}

std::vector<uint32_t> rounded_fields(const Expression& expression, std::span<const Field> fields) {
  std::vector<uint32_t> rounded = fields_of(expression);
  std::erase_if(rounded,
                [fields](uint32_t field) { return fields[field].type != FieldType::number; });
  return rounded;
}

std::optional<FigureRange> find_range(const Expression& figure, std::span<const uint32_t> rounded,
                                      std::span<const Field> fields, const SchoolTable& table,
                                      uint32_t row) {
  std::vector<Ends> ends;
  for (const uint32_t field : rounded) {
    const std::vector<double>& column = table.numbers[field];
    if (!column.empty() && !std::isnan(column[row]))
      ends.push_back(ends_of(field, fields[field], column[row]));
  }
  return RangeSearch(figure, table, row, std::move(ends)).search();
}

}  // namespace kdcl
