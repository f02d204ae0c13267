#include "model/evaluate.h"

#include <algorithm>
#include <optional>

#include "base/number.h"
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

// Shares `100 * X / Y`: how many heads are missing.

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
