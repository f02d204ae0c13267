#include <doctest/doctest.h>

#include "read/xlsx/number_format.h"

namespace kdcl {
namespace {

Shown shown_by(const char* code, double value = 1) {
  const auto sections = parse_number_format(code);
  return sections[section_of(sections, value)].shown;
}

TEST_CASE("a format shows per cent where % stands outside quotes, brackets and escapes") {
  for (const char* code :
       {"0%", "0.00%", "0 %", "#,##0.0%", "[Red]0%", "0%_)", "0%;[Red]-0%", "0.0\\ %", "%0"})
    CHECK_MESSAGE(shown_by(code) == Shown::percent, code);
  for (const char* code : {"0\"%\"", "0\\%", "0_%", "0*%", "[$%-42A]0", "General", "0.00", "@", ""})
    CHECK_MESSAGE(shown_by(code) != Shown::percent, code);
}

TEST_CASE("of several sections that of the value counts") {
  CHECK(shown_by("0%;0", 1) == Shown::percent);
  CHECK(shown_by("0%;0", 0) == Shown::percent);
  CHECK(shown_by("0%;0", -1) == Shown::digits);
  CHECK(shown_by("0;0;0%", 0) == Shown::percent);
  CHECK(shown_by("0;0;0%", 1) == Shown::digits);
  CHECK(shown_by("0%;@", -1) == Shown::percent);
  CHECK(shown_by("[<=1]0%;General", 1) == Shown::percent);
  CHECK(shown_by("[<=1]0%;General", 1.01) == Shown::number);
  CHECK(shown_by("[>100]0;[>1]0.0;0%", 50) == Shown::digits);
  CHECK(shown_by("[>100]0;[>1]0.0;0%", 1) == Shown::percent);
  CHECK(shown_by("\";%\"0;0%", 1) == Shown::digits);
}

TEST_CASE("dates, and formats with a number of their own") {
  CHECK(shown_by("dd/mm/yyyy;@") == Shown::date);
  CHECK(shown_by("[$-42A]d\" tháng \"m;@") == Shown::date);
  const auto built_in = [](int id) { return built_in_format(id).front().shown; };
  CHECK(built_in(9) == Shown::percent);
  CHECK(built_in(10) == Shown::percent);
  CHECK(built_in(14) == Shown::date);
  CHECK(built_in(0) == Shown::number);
  CHECK(built_in(1) == Shown::digits);
  CHECK(built_in(11) == Shown::number);
}

TEST_CASE("digits stand in their places") {
  const struct {
    const char* code;
    const char* number;
    const char* shown;
  } cases[] = {
      {"00000000", "1001701", "01001701"},
      {"000", "1234", "1234"},
      {"0", "7", "7"},
      {"0000", "0", "0000"},
      {"\"TH\"000", "7", "TH007"},
      {"000\"/QĐ-UBND\"", "12", "012/QĐ-UBND"},
      {"\\A00", "3", "A03"},
      {"00-000", "12345", "12-345"},
      {"00-000", "5", "00-005"},
      {"00-000", "1234567", "1234-567"},
      {"##-00", "5", "-05"},
      {"0.00", "1.1", "1.10"},
      {"0.0", "1.25", "1.25"},  // not rounded
      {"0.00", "1001701", "1001701"},
      {"000", "1.5", "1.5"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.code);
    const auto sections = parse_number_format(each.code);
    REQUIRE(sections.front().shown == Shown::digits);
    CHECK(shown_digits(sections.front(), each.number) == each.shown);
  }
  for (const char* code : {"#,##0", "0.00E+00", "# ?/?", "General\" m\"", "0,"})
    CHECK_MESSAGE(shown_by(code) == Shown::number, code);
}

}  // namespace
}  // namespace kdcl
