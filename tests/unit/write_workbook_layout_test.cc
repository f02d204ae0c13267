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

TEST_CASE("text at the end of a table takes the room beside it") {
  Sheet sheet = sheet_of_widths({10, 10, 20});
  sheet.tables.push_back(sheet.tables[0]);
  sheet.tables[1].columns = {{.width = 12}, {.fit = Fit::wrap, .width = 30}};
  CHECK(place_sheet(sheet).widths == std::vector<double>{12, 10, 20});
  // What is missing is added at the end.
  sheet.tables[1].columns[1].width = 36;
  CHECK(place_sheet(sheet).widths == std::vector<double>{12, 10, 26});
  sheet.tables.resize(1);
  sheet.tables[0].columns.back() = {.fit = Fit::wrap, .width = 50};
  CHECK(place_sheet(sheet).widths == std::vector<double>{10, 10, 50});
}

TEST_CASE("a chart that alone makes a sheet too long for a page becomes lower") {
  Sheet sheet = sheet_of_widths({80, 80});
  sheet.chart = Chart{};
  const auto place_of = [&sheet](size_t rows) {
    sheet.tables[0].rows.assign(rows, Row{{{Number{1}, {}}}, {}});
    return place_sheet(sheet);
  };
  // 160 units are 1310 pixels of 0.75 points: a page of 770 points takes 509 / 0.784 / 17.25 = 37
  // rows, and 18 more in smaller print. Bars take 6 rows more than there are; besides the table and
  // the chart there are 4 rows.
  for (const size_t rows : {size_t{12}, size_t{22}}) {
    CHECK(place_of(rows).is_one_page);
    CHECK(place_of(rows).chart_rows == rows + 6);
  }
  CHECK(place_of(23).chart_rows == 28);
  CHECK(place_of(24).is_one_page);
  CHECK(place_of(24).chart_rows == 27);
  CHECK(place_of(24).chart > place_of(24).tables[0].row(23));
  // Then bars would lose their labels: the chart stands on the first page.
  CHECK_FALSE(place_of(25).is_one_page);
  CHECK(place_of(25).chart < place_of(25).tables[0].body);
}

}  // namespace
}  // namespace kdcl
