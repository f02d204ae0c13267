#include <doctest/doctest.h>

#include "write/workbook_layout.h"

namespace kdcl {
namespace {

Sheet sheet_of_widths(const std::vector<double>& widths) {
  Sheet sheet;
  Table table;
  for (const double width : widths) table.columns.push_back({.width = width});
  sheet.tables = {table};
  return sheet;
}

TEST_CASE("a width is split into even parts of at least a column") {
  using Bounds = std::vector<size_t>;
  const struct {
    std::vector<double> widths;
    size_t parts;
    Bounds bounds;
  } cases[] = {
      {{10, 10, 10, 10}, 1, {0, 4}},
      {{10, 10, 10, 10}, 2, {0, 2, 4}},
      {{10, 10, 10, 10}, 4, {0, 1, 2, 3, 4}},
      {{10, 10, 10, 10, 10, 10}, 3, {0, 2, 4, 6}},
      {{90, 1, 1, 1}, 3, {0, 1, 2, 4}},
      {{1, 1, 1, 90}, 3, {0, 2, 3, 4}},
      {{10, 10}, 4, {0, 1, 2}},
      {{10}, 2, {0, 1}},
  };
  for (const auto& [widths, parts, bounds] : cases)
    CHECK(split_columns(place_sheet(sheet_of_widths(widths)), parts) == bounds);
}

TEST_CASE("room to sign is kept where a name stands below it") {
  Sheet sheet = sheet_of_widths({10, 10, 10});
  sheet.signatures.emplace();
  sheet.signatures->people.resize(2);
  const uint32_t signatures = place_sheet(sheet).signatures;
  CHECK(place_sheet(sheet).end == signatures + 3);
  sheet.signatures->people[1].name = std::string("B");
  CHECK(place_sheet(sheet).end == signatures + 1 + kSignerRows);
  // More people than columns: those left over stand below.
  sheet.signatures->people.resize(4);
  CHECK(place_sheet(sheet).end == signatures + 1 + 2 * kSignerRows);
}

}  // namespace
}  // namespace kdcl
