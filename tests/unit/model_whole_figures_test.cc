#include <doctest/doctest.h>

#include <cmath>

#include "model/evaluation.h"
#include "support/expression_text.h"

namespace kdcl {
namespace {

using test::figures_row;
using test::parsed;

constexpr uint32_t kRow = 0;

/// The row with x, y and z noted as whole.
SchoolTable whole_row(std::string_view figures) {
  SchoolTable table = figures_row(figures);
  table.is_whole.assign(table.numbers.size(), true);
  return table;
}

std::optional<std::vector<double>> values(std::string_view source, const SchoolTable& table) {
  const Expression expression = parsed(source, ValueKind::number);
  return WholeFigures(expression, table, std::span(&kRow, 1))
      .values(static_cast<uint32_t>(expression.nodes.size() - 1));
}

std::optional<FigureColumn> quotients(std::string_view source, const SchoolTable& table) {
  const Expression expression = parsed(source, ValueKind::number);
  return WholeFigures(expression, table, std::span(&kRow, 1)).quotients(expression.root());
}

TEST_CASE("whole figures: sums, differences and products") {
  const std::tuple<const char*, const char*, double> cases[] = {
      {"x", "5", 5},         {"x + y", "2 3", 5},        {"x - y", "2 3", -1},
      {"100 * x", "7", 700}, {"x * y + z", "2 3 4", 10}, {"x - 3", "3", 0},
      {"x", "?", kUnknown},  {"x + y", "? 3", kUnknown}, {"100 * y", "1", kUnknown},
  };
  for (const auto& [source, figures, expected] : cases) {
    CAPTURE(source);
    const auto found = values(source, whole_row(figures));
    REQUIRE(found);
    CHECK((found->at(0) == expected || (std::isnan(expected) && std::isnan(found->at(0)))));
  }
}

TEST_CASE("whole figures: what may not be exact is left to others") {
  CHECK_FALSE(values("x", figures_row("5")));  // nobody looked
  CHECK_FALSE(values("x + 0.5", whole_row("5")));
  CHECK_FALSE(values("ceil(x)", whole_row("5")));
  CHECK_FALSE(values("x / y", whole_row("6 3")));
  SchoolTable table = whole_row("5 6");
  table.is_whole[1] = false;
  CHECK_FALSE(values("x + y", table));
  CHECK_FALSE(values("y + x", table));
  CHECK(values("x + 1", table));
  // 2^53 is 9007199254740992, and 999999999999999 nine times is just under it.
  CHECK(values("9 * x", whole_row("999999999999999")));
  CHECK_FALSE(values("10 * x", whole_row("999999999999999")));
  CHECK_FALSE(values("0 - 10 * x", whole_row("999999999999999")));
  table = whole_row("1");
  table.numbers[0] = {9007199254740991.0};
  CHECK(values("x + 0", table));
  CHECK_FALSE(values("x + 1", table));
}

TEST_CASE("whole figures: shares") {
  const std::tuple<const char*, double, double> cases[] = {
      {"1 3", 100.0 / 3, kExactLimit / 3}, {"3 4", 75, kExactLimit / 4},
      {"3 0", kUnknown, kExactLimit},      {"0 0", kUnknown, kExactLimit},
      {"? 4", kUnknown, kExactLimit / 4},  {"3 ?", kUnknown, kExactLimit},
      {"3", kUnknown, kExactLimit},  // no column
      {"0 5", 0, kExactLimit / 5},
  };
  for (const auto& [figures, expected, sure_below] : cases) {
    CAPTURE(figures);
    const auto found = quotients("100 * x / y", whole_row(figures));
    REQUIRE(found);
    const double value = found->values[0];
    CHECK((value == expected || (std::isnan(expected) && std::isnan(value))));
    CHECK(found->sure_below == sure_below);
  }
  CHECK_FALSE(quotients("x / y", figures_row("1 3")));
}

TEST_CASE("whole figures: chosen rows") {
  SchoolTable table = whole_row("1");
  table.rows = 4;
  table.numbers[0] = {10, 11, kUnknown, 13};
  const Expression expression = parsed("x + 1", ValueKind::number);
  const std::vector<uint32_t> some = {1, 2, 3};
  const auto found = WholeFigures(expression, table, some).values(2);
  REQUIRE(found);
  REQUIRE(found->size() == 3);
  CHECK(found->at(0) == 12);
  CHECK(std::isnan(found->at(1)));
  CHECK(found->at(2) == 14);
  const std::vector<uint32_t> all = {0, 1, 2, 3};
  CHECK(WholeFigures(expression, table, all).values(2)->at(0) == 11);
}

TEST_CASE("whole figures: comparisons at, under and over") {
  const std::tuple<const char*, const char*, Truth> cases[] = {
      {"x < y", "1 2", Truth::yes},     {"x < y", "2 2", Truth::no},
      {"x <= y", "2 2", Truth::yes},    {"x <= y", "3 2", Truth::no},
      {"x == y", "2 2", Truth::yes},    {"x != y", "2 2", Truth::no},
      {"x >= y", "2 2", Truth::yes},    {"x > y", "2 2", Truth::no},
      {"x > y", "3 2", Truth::yes},     {"x < y", "? 2", Truth::unknown},
      {"x < y", "2 ?", Truth::unknown}, {"x < y", "2", Truth::unknown},
  };
  for (const auto& [source, figures, expected] : cases) {
    CAPTURE(source);
    CAPTURE(figures);
    const SchoolTable table = whole_row(figures);
    const Expression expression = parsed(source, ValueKind::truth);
    const auto found =
        WholeFigures(expression, table, std::span(&kRow, 1)).compare(expression.root());
    REQUIRE(found);
    CHECK(found->at(0) == expected);
  }
}

}  // namespace
}  // namespace kdcl
