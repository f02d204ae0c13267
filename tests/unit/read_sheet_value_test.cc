#include <doctest/doctest.h>

#include "read/xlsx/sheet_rows.h"

namespace kdcl {
namespace {

TEST_CASE("numbers are written as Excel shows them") {
  const struct {
    const char* stored;
    const char* text;
  } cases[] = {
      {"0", "0"},
      {"-12", "-12"},
      {"62.4", "62.4"},
      {"62.40", "62.4"},
      {"1001701.0", "1001701"},
      {"100.00", "100"},
      {"007", "007"},
      {"123456789012345", "123456789012345"},
      {"69.959999999999994", "69.96"},  // 69.96 as Excel stores it
      {"0.30000000000000004", "0.3"},   // 0.1 + 0.2
      {"1E-3", "0.001"},
      {"1.25E-5", "0.0000125"},
      {"1E5", "100000"},
      {"1.5E+2", "150"},
      {"-2.5e1", "-25"},
      {"1.2345678901234567E+20", "123456789012346000000"},
      {"99.999999999999986", "100"},
      {".5", "0.5"},
      {"5.", "5"},
      {"12,5", "12,5"},  // no number: the reader of figures will say so
      {"nan", "nan"},
      {"inf", "inf"},
      {"1e999", "1e999"},
  };
  for (const auto& [stored, text] : cases) {
    CAPTURE(stored);
    std::string out = "x";
    append_number(stored, out);
    CHECK(out == std::string("x") + text);
  }
}

TEST_CASE("numbers in per cent are moved, not multiplied") {
  const struct {
    const char* number;
    const char* shown;
  } cases[] = {{"0.95", "95"},     {"0.695", "69.5"},     {"1", "100"},    {"0", "0"},
               {"0.5", "50"},      {"0.005", "0.5"},      {"-0.05", "-5"}, {"95", "9500"},
               {"0.0001", "0.01"}, {"12.3456", "1234.56"}};
  for (const auto& [number, shown] : cases) CHECK(in_percent(number) == shown);
}

TEST_CASE("dates are days since the end of 1899, or since 1904") {
  const struct {
    const char* stored;
    bool from_1904;
    const char* text;
  } cases[] = {
      {"45291", false, "2023-12-31"},
      {"45291.99", false, "2023-12-31"},
      {"43829", true, "2023-12-31"},
      {"1", false, "1900-01-01"},
      {"59", false, "1900-02-28"},
      {"61", false, "1900-03-01"},
      {"0", true, "1904-01-01"},
      {"109574", false, "2199-12-31"},
      {"109575", false, "109575"},  // the year 2200
      {"0.5", false, "0.5"},        // noon
      {"-3", false, "-3"},
      {"31/12/2023", false, "31/12/2023"},
  };
  for (const auto& [stored, from_1904, text] : cases) {
    CAPTURE(stored);
    std::string out;
    append_date(stored, from_1904, out);
    CHECK(out == text);
  }
}

TEST_CASE("escapes of Office in texts") {
  const struct {
    const char* text;
    const char* plain;
  } cases[] = {
      {"", ""},
      {"a_b", "a_b"},
      {"a_x000D_\nb", "a\nb"},
      {"a_x000A_b", "a\nb"},
      {"a_x0009_b", "a b"},
      {"_x005F_x000D_", "_x000D_"},
      {"_x00", "_x00"},
      {"_x00ZZ_", "_x00ZZ_"},
      {"_x1EA1_", "_x1EA1_"},
      {"_", "_"},
  };
  for (const auto& [text, plain] : cases) {
    CAPTURE(text);
    std::string out;
    append_unescaped(text, out);
    CHECK(out == plain);
  }
}

TEST_CASE("formats that show days") {
  for (const char* code : {"dd/mm/yyyy", "yyyy-mm-dd;@", "[$-42A]dd mmmm yyyy", "d/m", "mmm", "yy",
                           "\"ngày\" dd", "m/d/yyyy h:mm"})
    CHECK_MESSAGE(is_date_format(code), code);
  for (const char* code : {"General", "0.00", "#,##0 \"đ\"", "[Red]0", "h:mm", "mm:ss", "[h]:mm:ss",
                           "0\\d", "\"ngày\" 0", "0_d", "@", ""})
    CHECK_MESSAGE(!is_date_format(code), code);
  for (const int number : {14, 17, 22, 27, 36, 50, 58}) CHECK(is_date_format(number));
  for (const int number : {-1, 0, 1, 13, 18, 21, 23, 45, 47, 49, 59, 164})
    CHECK_FALSE(is_date_format(number));
}

}  // namespace
}  // namespace kdcl
