#include <doctest/doctest.h>

#include "base/number.h"

namespace kdcl {
namespace {

TEST_CASE("figures: groups of three in both languages") {
  struct Case {
    double value;
    int decimals;
    std::string_view vi, en;
  };
  const Case cases[] = {
      {0, 0, "0", "0"},
      {999, 0, "999", "999"},
      {1000, 0, "1.000", "1,000"},
      {41000.5, 1, "41.000,5", "41,000.5"},
      {1234567, 0, "1.234.567", "1,234,567"},
      {-999, 0, "-999", "-999"},
      {-1000, 0, "-1.000", "-1,000"},
      {-123456.78, 2, "-123.456,78", "-123,456.78"},
      {999.95, 1, "1.000,0", "1,000.0"},
      {0.1234, 4, "0,1234", "0.1234"},
      {kUnknown, 1, "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.en);
    CHECK(format_figure(c.value, c.decimals, Language::vi) == c.vi);
    CHECK(format_figure(c.value, c.decimals, Language::en) == c.en);
  }
}

TEST_CASE("figures: percentages") {
  CHECK(format_percentage(394, 597, Language::vi) == "66,0 %");
  CHECK(format_percentage(394, 597, Language::en) == "66.0 %");
  CHECK(format_percentage(0, 5, Language::vi) == "0,0 %");
  CHECK(format_percentage(5, 5, Language::en) == "100.0 %");
  CHECK(format_percentage(0, 0, Language::en) == "–");
}

}  // namespace
}  // namespace kdcl
