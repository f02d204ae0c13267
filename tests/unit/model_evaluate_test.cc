#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "model/evaluate.h"
#include "support/expression_text.h"

namespace kdcl {
namespace {

using test::figures_row;
using test::parsed;

constexpr uint32_t kRow = 0;

/// The same with a note of which columns are whole, as reading makes it: that way is faster.
SchoolTable with_note(SchoolTable table) {
  for (const std::vector<double>& column : table.numbers)
    table.is_whole.push_back(std::all_of(column.begin(), column.end(), [](double value) {
      return std::isnan(value) || std::nearbyint(value) == value;
    }));
  return table;
}

Truth truth(std::string_view source, const SchoolTable& table) {
  const Expression expression = parsed(source, ValueKind::truth);
  const Truth found = Evaluator(table, std::span(&kRow, 1)).truths(expression)[0];
  CHECK(Evaluator(with_note(table), std::span(&kRow, 1)).truths(expression)[0] == found);
  return found;
}
double number(std::string_view source, const SchoolTable& table) {
  const Expression expression = parsed(source, ValueKind::number);
  const double found = Evaluator(table, std::span(&kRow, 1)).numbers(expression).values[0];
  const double noted =
      Evaluator(with_note(table), std::span(&kRow, 1)).numbers(expression).values[0];
  CHECK((noted == found || (std::isnan(noted) && std::isnan(found))));
  return found;
}

constexpr Truth kNo = Truth::no;
constexpr Truth kYes = Truth::yes;
constexpr Truth kOpen = Truth::unknown;

TEST_CASE("evaluate: and, or, not over three values") {
  struct Case {
    Truth f, g, conjunction, disjunction;
  };
  const Case cases[] = {
      {kNo, kNo, kNo, kNo},     {kNo, kYes, kNo, kYes},     {kNo, kOpen, kNo, kOpen},
      {kYes, kNo, kNo, kYes},   {kYes, kYes, kYes, kYes},   {kYes, kOpen, kOpen, kYes},
      {kOpen, kNo, kNo, kOpen}, {kOpen, kYes, kOpen, kYes}, {kOpen, kOpen, kOpen, kOpen},
  };
  const auto cell = [](Truth value) {
    return value == kOpen ? kUnknown : value == kYes ? 1.0 : 0.0;
  };
  for (const Case& c : cases) {
    SchoolTable table = figures_row("");
    table.numbers[3] = {cell(c.f)};
    table.numbers[4] = {cell(c.g)};
    CAPTURE(static_cast<int>(c.f));
    CAPTURE(static_cast<int>(c.g));
    CHECK(truth("f and g", table) == c.conjunction);
    CHECK(truth("f or g", table) == c.disjunction);
    CHECK(truth("not (not f or not g)", table) == c.conjunction);
    CHECK(truth("f", table) == c.f);
    CHECK(truth("not f", table) == (c.f == kOpen ? kOpen : c.f == kYes ? kNo : kYes));
    CHECK(truth("known(f)", table) == truth_of(c.f != kOpen));
    CHECK(truth("known(f and g)", table) == truth_of(c.conjunction != kOpen));
  }
}

struct TruthCase {
  std::string_view source;
  std::string_view figures;
  Truth value;
};

void check_truths(std::span<const TruthCase> cases) {
  for (const TruthCase& c : cases) {
    CAPTURE(c.source);
    CAPTURE(c.figures);
    CHECK(truth(c.source, figures_row(c.figures)) == c.value);
  }
}

TEST_CASE("evaluate: comparisons at, under and over") {
  const TruthCase cases[] = {
      {"x == 5", "5", kYes},     {"x == 5", "4.9", kNo}, {"x != 5", "5", kNo},
      {"x != 5", "5.1", kYes},   {"x < 5", "4.9", kYes}, {"x < 5", "5", kNo},
      {"x <= 5", "5", kYes},     {"x <= 5", "5.1", kNo}, {"x > 5", "5", kNo},
      {"x > 5", "5.1", kYes},    {"x >= 5", "5", kYes},  {"x >= 5", "4.9", kNo},
      {"5 > x", "4", kYes},      {"x < y", "1 2", kYes}, {"x in (1, 2)", "2", kYes},
      {"x in (1, 2)", "3", kNo},
  };
  check_truths(cases);
}

TEST_CASE("evaluate: exact for the decimal figures people write") {
  const TruthCase cases[] = {
      {"x >= 70", "69.96", kNo},
      {"x == 70", "69.96", kNo},
      {"100 * x / y >= 70", "7 10", kYes},
      {"100 * x / y == 70", "7 10", kYes},
      {"100 * x / y > 70", "7 10", kNo},
      {"x + y == 0.3", "0.1 0.2", kYes},
      {"0.1 + 0.2 == 0.3", "", kYes},
      {"0.1 + 0.2 > 0.3", "", kNo},
      {"1 / 3 * 3 == 1", "", kYes},
      {"1 / 3 + 1 / 3 + 1 / 3 == 1", "", kYes},
      {"x / y * y == x", "1 49", kYes},
      {"1 - 0.9 == 0.1", "", kYes},
      {"4.35 * 100 == 435", "", kYes},
      {"1.1 * 1.1 == 1.21", "", kYes},
      {"2 / 3 == 1 - 1 / 3", "", kYes},
      {"1 / 3 == 0.33333333333333", "", kNo},
      {"1 / 3 > 0.33333333333333", "", kYes},
      {"x == y", "0.1 0.1", kYes},
      {"x * 10 == 1", "0.1", kYes},
      // The same double, not the same number: 2^53 and 2^53 + 1.
      {"9007199254740 * 1000 + 992 == 9007199254740 * 1000 + 993", "", kNo},
      {"9007199254740 * 1000 + 993 > 9007199254740 * 1000 + 992", "", kYes},
  };
  check_truths(cases);
}

TEST_CASE("evaluate: figures of fifteen digits") {
  const TruthCase cases[] = {
      {"x == y", "999999999999999 999999999999998", kNo},
      {"x > y", "999999999999999 999999999999998", kYes},
      {"x == y", "0.99999999999999 0.99999999999998", kNo},
      {"x + 0.00000000000001 == 1", "0.99999999999999", kYes},
      {"x * y > 999999999999998 * 999999999999999", "999999999999999 999999999999999", kYes},
      {"x * y / y == x", "999999999999999 999999999999999", kYes},
      {"x + y - x == y", "999999999999999 0.00000000000001", kYes},
  };
  check_truths(cases);
}

TEST_CASE("evaluate: what needs an unknown is unknown") {
  const TruthCase cases[] = {
      {"x > 1", "?", kOpen},
      {"1 > x", "?", kOpen},
      {"x == x", "?", kOpen},
      {"0 * x == 0", "?", kOpen},
      {"x - x == 0", "?", kOpen},
      {"min(x, 1) <= 1", "?", kOpen},
      {"max(1, x) >= 1", "?", kOpen},
      {"ceil(x) > 0", "?", kOpen},
      {"x > 1 and y > 1", "? 0", kNo},
      {"x > 1 or y > 1", "? 2", kYes},
      {"known(x)", "?", kNo},
      {"known(x)", "0", kYes},
      {"known(x + y)", "1 ?", kNo},
      {"known(x > 1)", "?", kNo},
      {"known(x) and x > 1", "?", kNo},
      {"x in (1, 2)", "?", kOpen},
      {"not x > 1", "?", kOpen},
      {"z > 1", "1 2", kOpen},
  };
  check_truths(cases);
}

TEST_CASE("evaluate: division by zero is unknown") {
  const TruthCase cases[] = {
      {"x / y > 1", "1 0", kOpen},
      {"known(x / y)", "1 0", kNo},
      {"x / y == 0", "0 0", kOpen},
      {"0 * (x / y) == 0", "1 0", kOpen},
      {"1 / (0.1 + 0.2 - 0.3) > 0", "", kOpen},
      {"known(1 / (0.1 + 0.2 - 0.3))", "", kNo},
      {"known(1 / (1 / 3 * 3 - 1))", "", kNo},
      {"x / (y - 0.3) > 0", "1 0.3", kOpen},
      {"known(1 / (0.1 + 0.2 - 0.30000000000001))", "", kYes},
      {"min(1, 1 / y) > 0", "1 0", kOpen},
      // Zero only because doubles lose it.
      {"known(1 / (x + y - x))", "999999999999999 0.00000000000001", kYes},
      {"1 / (x + y - x) == 100000000000000", "999999999999999 0.00000000000001", kYes},
  };
  check_truths(cases);
}

struct NumberCase {
  std::string_view source;
  std::string_view figures;
  double value;
};

void check_numbers(std::span<const NumberCase> cases) {
  for (const NumberCase& c : cases) {
    CAPTURE(c.source);
    CAPTURE(c.figures);
    const double value = number(c.source, figures_row(c.figures));
    if (std::isnan(c.value))
      CHECK(std::isnan(value));
    else
      CHECK(value == c.value);
  }
}

TEST_CASE("evaluate: the double nearest to the exact value") {
  const NumberCase cases[] = {
      {"x", "62.4", 62.4},
      {"100 * x / y", "624 1000", 62.4},
      {"100 * x / y", "7 10", 70},
      {"100 * (x / y)", "7 10", 70},
      {"0.1 + 0.2", "", 0.3},
      {"1 - 0.9", "", 0.1},
      {"1.1 * 1.1", "", 1.21},
      {"x / y", "1 3", 1.0 / 3},
      {"0.1 / 0.3", "", 1.0 / 3},
      {"x / 0.1", "0.7", 7},
      {"x - y", "62.4 70", -7.6},
      {"999999999999999 + 0.5", "", 999999999999999.5},
      {"x + y - x", "999999999999999 0.1", 0.1},
      {"0 - 0", "", 0},
      {"x", "?", kUnknown},
      {"0 * x", "?", kUnknown},
      {"x / 0", "5", kUnknown},
      {"x / (0.1 + 0.2 - 0.3)", "5", kUnknown},
  };
  check_numbers(cases);
}

TEST_CASE("evaluate: min, max, abs") {
  const NumberCase cases[] = {
      {"min(x, y, z)", "3 1 2", 1},
      {"max(x, y, z)", "3 1 2", 3},
      {"min(x)", "3", 3},
      {"min(x, y)", "0.1 0.2", 0.1},
      {"max(x, y)", "2 2", 2},
      {"min(x, y)", "1 ?", kUnknown},
      {"max(x, y)", "? 1", kUnknown},
      {"min(1, 2 - 3)", "", -1},
      {"abs(x - y)", "1 3.5", 2.5},
      {"abs(x)", "0", 0},
      {"abs(0.3 - 0.1 - 0.2)", "", 0},
      {"abs(x)", "?", kUnknown},
      {"min(0.1 + 0.2, 0.3)", "", 0.3},
  };
  check_numbers(cases);
}

TEST_CASE("evaluate: ceil and floor at the edges") {
  const NumberCase cases[] = {
      {"ceil(x)", "2", 2},
      {"ceil(x)", "2.1", 3},
      {"ceil(x)", "1.9", 2},
      {"floor(x)", "2", 2},
      {"floor(x)", "2.9", 2},
      {"floor(x)", "1.9", 1},
      {"ceil(0 - x)", "2.5", -2},
      {"floor(0 - x)", "2.5", -3},
      {"ceil(0 - x)", "3", -3},
      {"floor(0 - x)", "3", -3},
      {"ceil(x)", "?", kUnknown},
      {"floor(x / 0)", "1", kUnknown},
      {"ceil(x)", "0.1", 1},
      {"floor(0 - x)", "0.1", -1},
      // Doubles would give 3 + 1 and 434.
      {"ceil((0.1 + 0.2) * 10)", "", 3},
      {"floor(4.35 * 100)", "", 435},
      {"ceil(x * 1.1)", "10", 11},
      {"floor(1 / 3 * 3)", "", 1},
      {"ceil(x / y)", "35 35", 1},
      {"ceil(x / y)", "36 35", 2},
      {"floor(x / y)", "34 35", 0},
      // Less than one by too little for a double.
      {"floor(x - y)", "999999999999999 0.00000000000001", 999999999999998},
      {"ceil(x + y)", "999999999999999 0.00000000000001", 1000000000000000},
      {"ceil(x) + 0.1", "1.5", 2.1},
  };
  check_numbers(cases);
}

TEST_CASE("evaluate: quotients that round to a whole number") {
  const TruthCase cases[] = {
      {"floor(x / y) * y <= x", "999999999999999 7", kYes},
      {"ceil(x / y) * y >= x", "999999999999999 7", kYes},
      {"floor(x * x / y) * y < x * x", "999999999999999 999999999999998", kYes},
      {"ceil(x * x / y) - floor(x * x / y) == 1", "999999999999999 999999999999998", kYes},
  };
  check_truths(cases);
}

TEST_CASE("evaluate: results beyond every double") {
  std::string huge = "999999999999999";
  for (int i = 0; i < 30; ++i) huge += " * 999999999999999";
  const std::string product = "(" + huge + ")";
  const SchoolTable table = figures_row("");
  CHECK(truth(huge + " > 1", table) == kYes);
  CHECK(truth(product + " / " + product + " == 1", table) == kYes);
  CHECK(truth(product + " - " + product + " == 0", table) == kYes);
  CHECK(number(product + " / " + product, table) == 1);
  CHECK(number(product + " - " + product, table) == 0);
  CHECK(number("1 / " + product, table) == 0);
  CHECK(truth("known(" + huge + ")", table) == kYes);
}

TEST_CASE("evaluate: texts") {
  SchoolTable table = figures_row("");
  std::string_view motto = "dạy tốt";
  table.texts[5] = {motto};
  table.identity[static_cast<size_t>(IdentityColumn::school_type)] = {"thcs"};
  table.identity[static_cast<size_t>(IdentityColumn::district)] = {""};
  const std::pair<std::string_view, Truth> cases[] = {
      {"t == 'dạy tốt'", kYes},
      {"t == 'Dạy tốt'", kNo},
      {"t != 'x'", kYes},
      {"'dạy tốt' == t", kYes},
      {"t in ('a', 'dạy tốt')", kYes},
      {"t in ('a', 'b')", kNo},
      {"school_type == 'thcs'", kYes},
      {"school_type == t", kNo},
      {"district == 'x'", kOpen},
      {"district != 'x'", kOpen},
      {"district == ''", kOpen},
      {"commune == 'x'", kOpen},
      {"known(district)", kNo},
      {"known(school_type)", kYes},
      {"known(commune)", kNo},
      {"'' == ''", kYes},
      {"'a' != 'b'", kYes},
      {"not district == 'x'", kOpen},
  };
  for (const auto& [source, value] : cases) {
    CAPTURE(source);
    CHECK(truth(source, table) == value);
  }
}

TEST_CASE("evaluate: scales, dates and identity figures") {
  SchoolTable table = figures_row("");
  table.numbers[6] = {0};
  table.numbers[7] = {static_cast<double>(*read_date("2023-12-31"))};
  table.recognized_level = {2};
  table.assessed_on = {*read_date("2024-05-31")};
  const std::pair<std::string_view, Truth> cases[] = {
      {"s == 'low'", kYes},
      {"s >= 'high'", kNo},
      {"s < 'cao'", kYes},
      {"s in ('low', 'high')", kYes},
      {"d == '2023-12-31'", kYes},
      {"d < '2023-12-31'", kNo},
      {"d < '2024-01-01'", kYes},
      {"d < assessed_on", kYes},
      {"recognized_on < assessed_on", kOpen},
      {"known(recognized_on)", kNo},
      {"known(d)", kYes},
      {"recognized_level == 2", kYes},
      {"recognized_level + 1 > 2.5", kYes},
  };
  for (const auto& [source, value] : cases) {
    CAPTURE(source);
    CHECK(truth(source, table) == value);
  }
}

TEST_CASE("evaluate: a condition as a figure, and rows in the order asked for") {
  SchoolTable table;
  table.rows = 3;
  table.numbers.resize(8);
  table.texts.resize(8);
  table.numbers[0] = {1, 2, kUnknown};
  table.numbers[3] = {0, 1, kUnknown};
  const std::vector<uint32_t> rows = {2, 1, 0, 1};
  const Evaluator evaluator(table, rows);
  const std::vector<double> flags = evaluator.numbers(parsed("f", ValueKind::truth)).values;
  CHECK(std::isnan(flags[0]));
  CHECK(std::vector<double>(flags.begin() + 1, flags.end()) == std::vector<double>{1, 0, 1});
  CHECK(evaluator.truths(parsed("x > 1", ValueKind::truth)) ==
        std::vector<Truth>{kOpen, kYes, kNo, kYes});
  CHECK(Evaluator(table, {}).numbers(parsed("x", ValueKind::number)).values.empty());
}

TEST_CASE("evaluate: the longest expression allowed") {
  std::string sum = "x";
  for (int i = 0; i < 1000; ++i) sum += " + 0.1";
  CHECK(number(sum, figures_row("0.5")) == 100.5);
}

}  // namespace
}  // namespace kdcl
