#include <doctest/doctest.h>

#include "write/cell_text.h"

namespace kdcl {
namespace {

TEST_CASE("the width of a text is the sum of its letters") {
  const struct {
    const char* text;
    double extent;
  } cases[] = {
      {"", 0},
      {"19/2018", 6 * 0.5 + 0.278},
      {"TH&THCS", 0.611 + 0.722 + 0.778 + 0.611 + 0.722 + 0.667 + 0.556},
      {"Mã", 0.889 + 0.5},
      {"Đ", 0.722},
      {"ƯƠỚ", 3 * 0.722},
      {"ươớ", 3 * 0.5},
      {"a\xCC\x81", 0.444},  // a combining mark
      {"\xE6\xB1\x89", 1},   // a Chinese letter
      {"\t", 0},
  };
  for (const auto& [text, extent] : cases) {
    CAPTURE(text);
    CHECK(text_extent(text) == doctest::Approx(extent));
  }
}

TEST_CASE("the longest part of a text") {
  CHECK(longest_part("") == 0);
  CHECK(longest_part("0 000 00") == doctest::Approx(1.5));
  CHECK(longest_part("000-00") == doctest::Approx(1.5 + 0.333));
  CHECK(longest_part("0\n00 ") == doctest::Approx(1));
}

TEST_CASE("texts are broken at blanks and after hyphens") {
  // A zero is half a letter size wide, a blank a quarter, a hyphen a third.
  const struct {
    const char* text;
    double width;
    size_t lines;
  } cases[] = {
      {"", 1, 1},          {"00", 1, 1},          {"00 00", 1, 2},    {"00 00", 2.24, 2},
      {"00 00", 2.25, 1},  {"00 00 00", 2.25, 2}, {"00-00", 2, 2},    {"00-00", 2.34, 1},
      {"0000", 1.99, 2},   {"0000", 2, 1},        {"00000000", 1, 4}, {"0\n0", 9, 2},
      {"00 000000", 1, 4}, {"00 ", 1, 1},
  };
  for (const auto& [text, width, lines] : cases) {
    CAPTURE(text);
    CAPTURE(width);
    CHECK(printed_lines(text, width) == lines);
  }
}

}  // namespace
}  // namespace kdcl
