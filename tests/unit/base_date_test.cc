#include <doctest/doctest.h>

#include "base/date.h"

namespace kdcl {
namespace {

TEST_CASE("date: read in both orders") {
  const std::pair<std::string_view, Day> cases[] = {
      {"1970-01-01", 0},      {"1970-01-02", 1},     {"1969-12-31", -1},    {"2000-01-01", 10957},
      {"2000-03-01", 11017},  {"01/01/1970", 0},     {"1/1/1970", 0},       {"2/1/1970", 1},
      {"1/2/1970", 31},       {"31/12/1969", -1},    {"29/02/2024", 19782}, {"2024-02-29", 19782},
      {"1900-01-01", -25567}, {"2199-12-31", 84005}, {"01/3/2000", 11017},  {"1970-1-1", 0},
      {"1970-1-02", 1},       {"1970-02-1", 31},     {"2024-2-29", 19782},  {"1969-12-31", -1},
  };
  for (const auto& [text, day] : cases) {
    CAPTURE(text);
    CHECK(read_date(text) == day);
  }
}

TEST_CASE("date: what is no date") {
  constexpr std::string_view kOthers[] = {
      "",           "2023-02-29",  "30/02/2023", "31/04/2023", "2023-13-01", "2023-00-10",
      "2023-01-00", "2023-01-32",  "0/1/2023",   "1/0/2023",   "32/1/2023",  "1/13/2023",
      "1899-12-31", "2200-01-01",  "31/12/1899", "2023-2-29",  "2023/01/05", "05-01-2023",
      "1/1/23",     "1/1/20230",   "1.1.2023",   " 1/1/2023",  "1/1/2023 ",  "2023-01-0a",
      "a023-01-01", "2023-01-011", "001/1/2023", "1/001/2023", "1//2023",    "1/1/",
      "2023-1-",    "2023--1",     "2023-1",     "2023-",      "2023-1-005", "2023-001-5",
      "2023-0-1",   "2023-1-0",    "2023-13-1",  "2023-1-32",  "202-1-5",    "23-1-5",
      "20230105",   "-023-01-01",  "+1/1/2023",  "1900-02-29", "45000",
  };
  for (const std::string_view text : kOthers) {
    CAPTURE(text);
    CHECK_FALSE(read_date(text).has_value());
  }
}

TEST_CASE("date: printed, and read back") {
  CHECK(format_iso(0) == "1970-01-01");
  CHECK(format_day_first(0) == "01/01/1970");
  CHECK(format_iso(19782) == "2024-02-29");
  CHECK(format_day_first(19782) == "29/02/2024");
  for (Day day = -25567; day <= 84005; day += 13) {
    CHECK(read_date(format_iso(day)) == day);
    CHECK(read_date(format_day_first(day)) == day);
  }
}

TEST_CASE("date: years later") {
  struct Case {
    std::string_view from;
    int years;
    std::string_view to;
  };
  const Case cases[] = {
      {"2020-05-01", 5, "2025-05-01"}, {"2020-02-29", 5, "2025-02-28"},
      {"2020-02-29", 4, "2024-02-29"}, {"2019-02-28", 1, "2020-02-28"},
      {"2020-12-31", 0, "2020-12-31"}, {"2096-02-29", 4, "2100-02-28"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.from);
    CHECK(format_iso(add_years(*read_date(c.from), c.years)) == c.to);
  }
}

TEST_CASE("months before and after a day") {
  const struct {
    std::string_view from;
    int months;
    std::string_view to;
  } kCases[] = {
      {"2023-12-31", 0, "2023-12-31"},  {"2023-12-31", -5, "2023-07-31"},
      {"2023-12-31", 2, "2024-02-29"},  {"2022-12-31", 2, "2023-02-28"},
      {"2024-07-31", -5, "2024-02-29"}, {"2024-03-15", -5, "2023-10-15"},
      {"2024-11-30", -5, "2024-06-30"}, {"2024-01-01", -12, "2023-01-01"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.from);
    CHECK(format_iso(add_months(*read_date(c.from), c.months)) == c.to);
  }
}

TEST_CASE("whole months between two days") {
  const struct {
    std::string_view from, to;
    int months;
  } kCases[] = {
      {"2023-12-31", "2023-12-31", 0},  {"2023-12-31", "2024-01-30", 0},
      {"2023-12-31", "2024-01-31", 1},  {"2024-01-31", "2024-02-29", 0},
      {"2024-02-29", "2025-02-28", 11}, {"2024-02-29", "2025-03-01", 12},
      {"2023-12-31", "2025-12-31", 24}, {"2025-12-31", "2023-12-31", -24},
      {"2024-01-30", "2023-12-31", 0},
  };
  for (const auto& [from, to, months] : kCases) {
    CAPTURE(from);
    CAPTURE(to);
    CHECK(months_between(*read_date(from), *read_date(to)) == months);
  }
}

TEST_CASE("the year of a day") {
  CHECK(year_of(*read_date("2023-12-31")) == 2023);
  CHECK(year_of(*read_date("2024-01-01")) == 2024);
  CHECK(year_of(kNoDate) == 0);
}

}  // namespace
}  // namespace kdcl
