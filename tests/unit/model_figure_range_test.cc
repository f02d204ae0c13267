#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "model/evaluate.h"
#include "support/expression_text.h"

namespace kdcl {
namespace {

using test::fields;
using test::figures_row;
using test::parsed;

std::optional<FigureRange> range_of(std::string_view formula, std::string_view figures,
                                    const std::vector<Field>& known) {
  const Expression expression = parsed(formula, ValueKind::number);
  return find_range(expression, rounded_fields(expression, known), known, figures_row(figures), 0);
}

/// Both ends, or "none".
std::string ends_of(std::string_view formula, std::string_view figures,
                    const std::vector<Field>& known = fields()) {
  const auto range = range_of(formula, figures, known);
  if (!range) return "none";
  return fmt::format("{} {}", format_exact(range->low()), format_exact(range->high()));
}

struct RangeCase {
  std::string_view formula;
  std::string_view figures;  // x y z
  std::string_view ends;
};

TEST_CASE("half a unit of the last digit that is written") {
  const RangeCase cases[] = {
      {"x", "69.9", "69.85 69.95"},
      {"x", "69.95", "69.945 69.955"},
      {"x", "70", "69.5 70.5"},
      {"x", "100", "99.5 100.5"},
      {"x", "0.05", "0.045 0.055"},
      {"x", "0", "-0.5 0.5"},
      {"x", "-1.5", "-1.55 -1.45"},
      {"x", "0.00000000000001", "0.000000000000005 0.000000000000015"},
      {"x", "123456789012.345", "123456789012.3445 123456789012.3455"},
      {"5", "1", "5 5"},
      {"x", "?", "none"},
  };
  for (const RangeCase& c : cases) {
    CAPTURE(c.figures);
    CHECK(ends_of(c.formula, c.figures) == c.ends);
  }
}

TEST_CASE("a formula is tried at both ends of each of its fields") {
  const RangeCase cases[] = {
      {"x + y", "10 4", "13 15"},
      {"x - y", "10 4", "5 7"},
      {"x * y", "2 3", "3.75 8.75"},
      {"x / y", "9 4", "1.8888888888888888 2.7142857142857144"},  // 8.5 / 4.5 and 9.5 / 3.5
      {"100 * x / y", "0.7 1", "43.333333333333336 150"},         // 65 / 1.5 and 75 / 0.5
      {"x - x", "10", "0 0"},
      {"max(x, y)", "10 4", "9.5 10.5"},
      {"min(x, 10)", "10", "9.5 10"},
      // The upper end itself is not reached.
      {"ceil(x)", "70", "70 71"},
      {"floor(x)", "69.5", "69 69"},
      {"floor(x)", "69.95", "69 69"},
      {"floor(x)", "70", "69 70"},
      // Where nothing is known, or nothing is defined at an end.
      {"x / y", "1 ?", "none"},
      {"x / y", "1 0", "none"},
      {"1 / (x - 0.5)", "1", "1 2"},
  };
  for (const RangeCase& c : cases) {
    CAPTURE(c.formula);
    CAPTURE(c.figures);
    CHECK(ends_of(c.formula, c.figures) == c.ends);
  }
}

TEST_CASE("fields of other types are exact") {
  std::vector<Field> known = fields();
  known[1].type = FieldType::integer;
  CHECK(ends_of("x + y", "10 4", known) == "13.5 14.5");
  CHECK(ends_of("y", "10 4", known) == "4 4");
  CHECK(rounded_fields(parsed("x * y + z * x", ValueKind::number), known) ==
        std::vector<uint32_t>{0, 2});
}

TEST_CASE("a field's own limits hold") {
  std::vector<Field> known = fields();
  known[0].min = 0;
  known[0].max = 100;
  CHECK(ends_of("x", "0", known) == "0 0.5");
  CHECK(ends_of("x", "0.4", known) == "0.35 0.45");
  CHECK(ends_of("x", "100", known) == "99.5 100");
  CHECK(ends_of("x", "99.9", known) == "99.85 99.95");
  CHECK(range_of("x", "100", known)->may_compare(Comparison::at_least, 100));
}

struct ComparisonCase {
  Comparison comparison;
  double literal;
  bool may, must;
};

TEST_CASE("the lower end belongs to a figure, the upper one does not") {
  const auto range = range_of("x", "69.9", fields());  // 69.85 up to 69.95
  REQUIRE(range);
  const ComparisonCase cases[] = {
      {Comparison::at_least, 69.85, true, true},    {Comparison::at_least, 69.86, true, false},
      {Comparison::at_least, 69.94, true, false},   {Comparison::at_least, 69.95, false, false},
      {Comparison::more_than, 69.84, true, true},   {Comparison::more_than, 69.85, true, false},
      {Comparison::more_than, 69.95, false, false}, {Comparison::at_most, 69.84, false, false},
      {Comparison::at_most, 69.85, true, false},    {Comparison::at_most, 69.94, true, false},
      {Comparison::at_most, 69.95, true, true},     {Comparison::less_than, 69.85, false, false},
      {Comparison::less_than, 69.86, true, false},  {Comparison::less_than, 69.95, true, true},
      {Comparison::equals, 69.84, false, false},    {Comparison::equals, 69.85, true, false},
      {Comparison::equals, 69.9, true, false},      {Comparison::equals, 69.95, false, false},
  };
  for (const ComparisonCase& c : cases) {
    CAPTURE(static_cast<int>(c.comparison));
    CAPTURE(c.literal);
    CHECK(range->may_compare(c.comparison, c.literal) == c.may);
    CHECK(range->must_compare(c.comparison, c.literal) == c.must);
  }
  const FigureRange exact{Rational(5)};
  CHECK(exact.must_compare(Comparison::equals, 5));
  CHECK_FALSE(exact.may_compare(Comparison::equals, 6));
}

TEST_CASE("more fields than can be tried together are tried one after the other") {
  std::vector<Field> known;
  std::string formula;
  SchoolTable table;
  table.rows = 1;
  const auto ends = [&] {
    Diagnostics diagnostics(Language::en);
    const auto sum =
        parse_expression(formula, {}, ValueKind::number, {known, {}}, diagnostics).value();
    const auto range = find_range(sum, rounded_fields(sum, known), known, table, 0).value();
    return fmt::format("{} {}", format_exact(range.low()), format_exact(range.high()));
  };
  for (size_t i = 0; i < kMostTogether + 1; ++i) {
    known.push_back(test::field_of(fmt::format("n{}", i), FieldType::number));
    table.numbers.push_back({1});
    formula += fmt::format("{}n{}", i > 0 ? " + " : "", i);
    if (known.size() == kMostTogether) CHECK(ends() == "3 9");
  }
  CHECK(ends() == "6.5 7.5");
}

}  // namespace
}  // namespace kdcl
