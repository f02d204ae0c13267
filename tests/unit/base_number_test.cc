#include <doctest/doctest.h>

#include <random>

#include "base/number.h"

namespace kdcl {
namespace {

TEST_CASE("number: figures as people write them") {
  struct Case {
    std::string_view text;
    double value;
    char sign = 0;
  };
  const Case cases[] = {
      {"0", 0},
      {"5", 5},
      {"007", 7},
      {"120", 120},
      {"-3", -3},
      {"62.4", 62.4, '.'},
      {"62,4", 62.4, ','},
      {"0.1", 0.1, '.'},
      {"-0,5", -0.5, ','},
      {"5.0", 5, '.'},
      {"1.250", 1.25, '.'},
      {"999999999999999", 999999999999999},
      {"0.99999999999999", 0.99999999999999, '.'},
      {"12345678901234.5", 12345678901234.5, '.'},
      {"000000000000001", 1},
      {"2.675", 2.675, '.'},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const NumberRead read = read_number(c.text);
    CHECK(read.fault == NumberFault::none);
    CHECK(read.value == c.value);
    CHECK(read.decimal_sign == c.sign);
  }
}

TEST_CASE("number: what may have thousands") {
  for (const std::string_view text :
       {"8.500", "12,000", "125.125", "-8.500", "1.000", "099.999", "010.000"}) {
    CAPTURE(text);
    CHECK(may_have_thousands(text));
  }
  for (const std::string_view text :
       {"0.500", "-0,125", "000.125", "8.50", "8.5000", "1250.125", "8500", ".500", "8.500.000",
        "8 500", "a.500", "8.5a0", "", "-", "8.", "--8.500"}) {
    CAPTURE(text);
    CHECK_FALSE(may_have_thousands(text));
  }
}

TEST_CASE("number: both meanings") {
  struct Case {
    std::string_view text, whole, decimal, short_decimal;
  };
  const Case cases[] = {
      {"8.500", "8500", "8.50", "8.5"},
      {"12,000", "12000", "12,00", "12"},
      {"125.125", "125125", "125.1250", "125.125"},
      {"-8.250", "-8250", "-8.25", "-8.25"},
      {"100.000", "100000", "100.00", "100"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const TwoMeanings both = two_meanings(c.text);
    CHECK(both.whole == c.whole);
    CHECK(both.decimal == c.decimal);
    CHECK(both.short_decimal == c.short_decimal);
  }
}

TEST_CASE("number: no minus zero") {
  for (const std::string_view text : {"-0", "-0.0", "-0,000"}) {
    CAPTURE(text);
    const NumberRead read = read_number(text);
    CHECK(read.fault == NumberFault::none);
    CHECK(read.value == 0);
    CHECK_FALSE(std::signbit(read.value));
  }
}

TEST_CASE("number: faults") {
  const std::pair<std::string_view, NumberFault> cases[] = {
      {"", NumberFault::not_a_number},
      {"-", NumberFault::not_a_number},
      {",5", NumberFault::not_a_number},
      {".5", NumberFault::not_a_number},
      {"5.", NumberFault::not_a_number},
      {"5,", NumberFault::not_a_number},
      {".", NumberFault::not_a_number},
      {"-.5", NumberFault::not_a_number},
      {"--5", NumberFault::not_a_number},
      {"+5", NumberFault::not_a_number},
      {"5-", NumberFault::not_a_number},
      {"1e3", NumberFault::not_a_number},
      {"1E3", NumberFault::not_a_number},
      {"0x10", NumberFault::not_a_number},
      {"nan", NumberFault::not_a_number},
      {"inf", NumberFault::not_a_number},
      {" 5", NumberFault::not_a_number},
      {"5 ", NumberFault::not_a_number},
      {"1 250", NumberFault::not_a_number},
      {"5%", NumberFault::not_a_number},
      {"\u0665", NumberFault::not_a_number},
      {"1.2.3", NumberFault::two_decimal_signs},
      {"1,250,000", NumberFault::two_decimal_signs},
      {"1.250,5", NumberFault::two_decimal_signs},
      {"1,2.", NumberFault::two_decimal_signs},
      {"1..2", NumberFault::two_decimal_signs},
      {"1234567890123456", NumberFault::too_long},
      {"0.123456789012345", NumberFault::too_long},
      {"0000000000000000", NumberFault::too_long},
      {"-1234567890123456", NumberFault::too_long},
  };
  for (const auto& [text, fault] : cases) {
    CAPTURE(text);
    const NumberRead read = read_number(text);
    CHECK(read.fault == fault);
    CHECK(std::isnan(read.value));
  }
}

TEST_CASE("number: exact text, without exponent") {
  const std::pair<double, std::string_view> cases[] = {
      {0, "0"},
      {5, "5"},
      {-3, "-3"},
      {62.4, "62.4"},
      {0.1, "0.1"},
      {-0.5, "-0.5"},
      {1e15, "1000000000000000"},
      {1e16, "10000000000000000"},
      {1e22, "10000000000000000000000"},
      {1e23, "100000000000000000000000"},
      {123456789012345678, "123456789012345680"},
      {1e-5, "0.00001"},
      {1.5e-10, "0.00000000015"},
      {-1e-7, "-0.0000001"},
      {1.0 / 3, "0.3333333333333333"},
      {1.0 / 3e8, "0.0000000033333333333333334"},
      {kUnknown, ""},
  };
  for (const auto& [value, text] : cases) {
    CAPTURE(text);
    CHECK(format_exact(value) == text);
  }
}

TEST_CASE("number: exact text reads back the same") {
  std::mt19937_64 random(15);
  for (int i = 0; i < 20000; ++i) {
    const double scale = std::pow(10.0, static_cast<double>(random() % 60) - 30.0);
    const double value = static_cast<double>(random() % 2000000000000000) * scale - 7 * scale;
    const std::string text = format_exact(value);
    CAPTURE(text);
    CHECK(std::stod(text) == value);
    CHECK(text.find('e') == std::string::npos);
  }
}

TEST_CASE("number: rounded half away from zero as it is written") {
  struct Case {
    double value;
    int decimals;
    std::string_view text;
  };
  const Case cases[] = {
      {2.675, 2, "2,68"},  {0.35, 1, "0,4"},
      {1.005, 2, "1,01"},  {0.5, 0, "1"},
      {1.5, 0, "2"},       {2.5, 0, "3"},
      {-2.5, 0, "-3"},     {0.4, 0, "0"},
      {0.45, 1, "0,5"},    {62.44, 1, "62,4"},
      {62.45, 1, "62,5"},  {62, 1, "62,0"},
      {0, 2, "0,00"},      {9.96, 1, "10,0"},
      {99.95, 1, "100,0"}, {999.5, 0, "1000"},
      {0.05, 1, "0,1"},    {0.049, 1, "0,0"},
      {-0.04, 1, "0,0"},   {-0.05, 1, "-0,1"},
      {-0.5, 0, "-1"},     {-0.4, 0, "0"},
      {1e-7, 1, "0,0"},    {1e22, 1, "10000000000000000000000,0"},
      {0.1, 3, "0,100"},   {69.96, 1, "70,0"},
      {69.949, 1, "69,9"}, {100.0 * 394 / 597, 1, "66,0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    CAPTURE(c.decimals);
    CHECK(format_rounded(c.value, c.decimals, ',') == c.text);
  }
  CHECK(format_rounded(62.44, 1, '.') == "62.4");
  CHECK(format_rounded(kUnknown, 1, '.') == "");
}

}  // namespace
}  // namespace kdcl
