#include <doctest/doctest.h>
#include <fmt/format.h>

#include "score/days.h"

namespace kdcl {
namespace {

struct Row {
  Day day;
  std::string_view school;
};

/// "day school@line ..." of the lonely days.
std::string lonely_of(std::initializer_list<Row> rows) {
  DaySpread spread;
  uint64_t line = 1;
  for (const Row& row : rows) spread.add(row.day, row.school, {"data.csv", ++line});
  std::string text;
  for (const LonelyDay& each : spread.lonely())
    text += fmt::format("{} {}@{} ", each.day, each.school, each.place.line);
  return text;
}

TEST_CASE("day spread: a day is lonely without another school within 180 days") {
  CHECK(lonely_of({{1000, "A"}, {1180, "B"}}) == "");
  CHECK(lonely_of({{1000, "A"}, {1181, "B"}}) == "1000 A@2 1181 B@3 ");
  CHECK(lonely_of({{1181, "B"}, {1000, "A"}, {1000, "C"}}) == "1181 B@2 ");
  // rows of the school itself do not count, before or after
  CHECK(lonely_of({{5000, "A"}, {5000, "A"}, {5100, "A"}, {1000, "B"}, {1000, "C"}}) ==
        "5000 A@2 5100 A@4 ");
  CHECK(lonely_of({{5000, "A"}, {5000, "B"}, {1000, "B"}, {1000, "C"}}) == "");
}

TEST_CASE("day spread: one school is aside, and so are rows without a day") {
  CHECK(lonely_of({}) == "");
  CHECK(lonely_of({{1000, "A"}, {5000, "A"}}) == "");
  CHECK(lonely_of({{1000, "A"}, {kNoDate, "B"}}) == "");
  CHECK(lonely_of({{1000, "A"}, {1001, "B"}, {5000, "A"}}) == "5000 A@4 ");
}

}  // namespace
}  // namespace kdcl
