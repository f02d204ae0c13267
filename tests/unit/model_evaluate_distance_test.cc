#include <doctest/doctest.h>

#include <cmath>

#include "model/evaluate.h"
#include "support/expression_text.h"

namespace kdcl {
namespace {

using test::figures_row;
using test::parsed;

constexpr uint32_t kRow = 0;

struct CompareCase {
  std::string_view source;
  std::string_view figures;
  double literal;
  int order;  // of the value and the literal
};

TEST_CASE("evaluate: a figure compared with a literal, exactly") {
  const CompareCase cases[] = {
      {"x", "69.96", 70, -1},
      {"x", "70", 70, 0},
      {"x", "70.01", 70, 1},
      {"100 * x / y", "7 10", 70, 0},
      {"x + y", "0.1 0.2", 0.3, 0},
      {"1 / 3 * 3", "", 1, 0},
      {"x / y", "2 3", 0.666666666666667, -1},
      {"x + y", "999999999999999 0.00000000000001", 999999999999999, 1},
      {"x - y", "999999999999999 0.00000000000001", 999999999999999, -1},
  };
  for (const CompareCase& c : cases) {
    CAPTURE(c.source);
    CAPTURE(c.figures);
    const SchoolTable table = figures_row(c.figures);
    const Evaluator evaluator(table, std::span(&kRow, 1));
    const Expression figure = parsed(c.source, ValueKind::number);
    const FigureColumn value = evaluator.numbers(figure);
    CHECK(evaluator.compares(figure, value, 0, Comparison::at_least, c.literal) == (c.order >= 0));
    CHECK(evaluator.compares(figure, value, 0, Comparison::at_most, c.literal) == (c.order <= 0));
    CHECK(evaluator.compares(figure, value, 0, Comparison::more_than, c.literal) == (c.order > 0));
    CHECK(evaluator.compares(figure, value, 0, Comparison::less_than, c.literal) == (c.order < 0));
    CHECK(evaluator.compares(figure, value, 0, Comparison::equals, c.literal) == (c.order == 0));
  }
}

TEST_CASE("evaluate: the distance to a literal") {
  struct Case {
    std::string_view source;
    std::string_view figures;
    double literal, distance;
  };
  const Case cases[] = {
      {"x", "62.4", 70, 7.6},
      {"x", "77.6", 70, 7.6},
      {"100 * x / y", "624 1000", 70, 7.6},
      {"x", "70", 70, 0},
      {"100 * x / y", "2 3", 70, 10.0 / 3},
      {"x", "0.1", 0.3, 0.2},
      {"x", "?", 70, kUnknown},
      {"x / 0", "1", 70, kUnknown},
  };
  for (const Case& c : cases) {
    CAPTURE(c.source);
    CAPTURE(c.figures);
    const SchoolTable table = figures_row(c.figures);
    const double distance = Evaluator(table, std::span(&kRow, 1))
                                .distance(parsed(c.source, ValueKind::number), 0, c.literal);
    if (std::isnan(c.distance))
      CHECK(std::isnan(distance));
    else
      CHECK(distance == c.distance);
  }
}

struct HeadsCase {
  std::string_view source;
  std::string_view figures;
  Comparison comparison;
  double literal, heads;
};

void check_heads(std::span<const HeadsCase> cases) {
  for (const HeadsCase& c : cases) {
    CAPTURE(c.source);
    CAPTURE(c.figures);
    CAPTURE(c.literal);
    const double heads = heads_needed(parsed(c.source, ValueKind::number), figures_row(c.figures),
                                      0, c.comparison, c.literal);
    if (std::isnan(c.heads))
      CHECK(std::isnan(heads));
    else
      CHECK(heads == c.heads);
  }
}

TEST_CASE("evaluate: heads needed, up and down") {
  const HeadsCase cases[] = {
      // 12 of 178 is 6.7 points: 112 + 12 = 124 is 69.66 %, one more is needed.
      {"100 * x / y", "112 178", Comparison::at_least, 70, 13},
      {"100 * x / y", "124 178", Comparison::at_least, 70, 1},
      {"100 * x / y", "125 178", Comparison::at_least, 70, 0},
      {"100 * x / y", "62 100", Comparison::at_least, 70, 8},
      {"100 * x / y", "70 100", Comparison::at_least, 70, 0},
      {"100 * x / y", "70 100", Comparison::more_than, 70, 1},
      {"100 * x / y", "71 100", Comparison::more_than, 70, 0},
      {"100 * x / y", "69 100", Comparison::more_than, 70, 2},
      {"100 * x / y", "62 99", Comparison::more_than, 70, 8},  // 69.3 is the limit
      {"100 * x / y", "7 100", Comparison::at_most, 5, 2},
      {"100 * x / y", "5 100", Comparison::at_most, 5, 0},
      {"100 * x / y", "7 99", Comparison::at_most, 5, 3},  // 4.95 is the limit
      {"100 * x / y", "5 100", Comparison::less_than, 5, 1},
      {"100 * x / y", "7 100", Comparison::less_than, 5, 3},
      {"100 * x / y", "4 100", Comparison::less_than, 5, 0},
      {"100 * x / y", "7 99", Comparison::less_than, 5, 3},
      {"100 * x / y", "1 3", Comparison::at_least, 66.6, 1},
      {"100 * x / y", "1 3", Comparison::at_least, 66.7, 2},
  };
  check_heads(cases);
}

TEST_CASE("evaluate: heads of shares with sums, and below zero") {
  const HeadsCase cases[] = {
      {"100 * (x + y) / z", "3 4 10", Comparison::at_least, 75, 1},
      {"100 * x / (y + z)", "3 4 6", Comparison::at_least, 50, 2},
      {"100 * (x - y) / z", "1 5 10", Comparison::at_least, 0, 4},
      {"100 * x / (0 - y)", "3 10", Comparison::at_least, 0, 3},
      {"100 * x / (0 - y)", "3 10", Comparison::at_most, -50, 2},
      {"100 * x / y", "0.5 10", Comparison::at_least, 10, 1},
  };
  check_heads(cases);
}

TEST_CASE("evaluate: no heads for what is no share") {
  const HeadsCase cases[] = {
      {"100 * x / y", "6 10", Comparison::equals, 70, kUnknown},
      {"100 * x / (x + y)", "6 4", Comparison::at_least, 70, kUnknown},
      {"100 * (x + y) / y", "6 4", Comparison::at_least, 700, kUnknown},
      {"x / y * 100", "6 10", Comparison::at_least, 70, kUnknown},
      {"x / y", "6 10", Comparison::at_least, 70, kUnknown},
      {"10 * x / y", "6 10", Comparison::at_least, 70, kUnknown},
      {"100 * x", "6", Comparison::at_least, 700, kUnknown},
      {"x", "6", Comparison::at_least, 70, kUnknown},
      {"100 * x / y + 1", "6 10", Comparison::at_least, 70, kUnknown},
      {"100 * x / y", "? 10", Comparison::at_least, 70, kUnknown},
      {"100 * x / y", "6 ?", Comparison::at_least, 70, kUnknown},
      {"100 * x / y", "6 0", Comparison::at_least, 70, kUnknown},
  };
  check_heads(cases);
}

TEST_CASE("evaluate: heads only where the formula itself is written as a share") {
  const std::vector<Field> known = test::fields();
  const auto parse = [&known](std::string_view source, const std::vector<Measure>& measures) {
    Diagnostics diagnostics(Language::en);
    auto formula = parse_expression(source, {}, ValueKind::number, {known, measures}, diagnostics);
    REQUIRE(formula);
    return *formula;
  };
  const std::vector<Measure> measures = {{"share", {}, {}, parse("100 * x / y", {})},
                                         {"part", {}, {}, parse("x + 0", {})},
                                         {"hundredfold", {}, {}, parse("100 * x", {})},
                                         {"hundred", {}, {}, parse("100", {})}};
  const SchoolTable table = figures_row("5 10");
  const auto heads = [&](std::string_view source) {
    return heads_needed(parse(source, measures), table, kRow, Comparison::at_least, 70);
  };
  for (const std::string_view source : {"100 * x / y", "(100 * (x)) / y", "100 * part / y"}) {
    CAPTURE(source);
    CHECK(heads(source) == 2);
  }
  for (const std::string_view source : {"share", "(share)", "hundredfold / y", "hundred * x / y"}) {
    CAPTURE(source);
    CHECK(std::isnan(heads(source)));
  }
}

}  // namespace
}  // namespace kdcl
