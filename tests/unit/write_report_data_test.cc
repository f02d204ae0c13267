#include <doctest/doctest.h>

#include "write/report_files.h"

namespace kdcl {
namespace {

Report data_report() {
  Table table;
  table.id = std::string("groups");
  for (const char* id : {"name", "value", "share", "level", "", "day"}) {
    table.columns.emplace_back();
    table.columns.back().id = std::string(id);
  }
  Row row;
  row.cells = {{"=a,\"b\""},       {Number{1.0 / 3, 1}}, {Share{394, 597}},
               {LevelRange{1, 3}}, {Bar{0.5}},           {DateCell{19722}}};
  Row other;
  other.cells = {{Verdict::not_met}, {Number{}}, {}, {LevelRange{2, 2}}};
  table.rows = {row, other};
  Row total;
  total.cells = {{}, {Formula{.pattern = "1", .value = 7}}};
  table.totals = {total, total};
  Table hidden = table;
  hidden.id.clear();
  Table made;
  made.id = std::string("made");
  made.columns = {{.id = "n"}};
  made.made = {
      2, [](size_t index, Row& line) { line.cells = {{Number{static_cast<double>(index)}}}; }};
  Report report;
  report.title = std::string("T");
  report.sheets.resize(2);
  report.sheets[0].tables = {table, hidden};
  report.sheets[1].tables = {made};
  return report;
}

TEST_CASE("a report as CSV has a line a cell") {
  CHECK(write_report_csv(data_report()) == R"(table,row,column,value
groups,1,name,"'=a,""b"""
groups,1,value,0.3333333333333333
groups,1,share,394
groups,1,share_of,597
groups,1,level,1
groups,1,level_max,3
groups,1,day,2023-12-31
groups,2,name,not_met
groups,2,level,2
groups,total,value,7
groups,total2,value,7
made,1,n,0
made,2,n,1
)");
}

TEST_CASE("a report as JSON has an object a row") {
  CHECK(write_report_json(data_report(), "1.0") == R"({"kdcl": "1.0", "title": "T", "tables": {
"groups": {"rows": [
  {"name": "=a,\"b\"", "value": 0.3333333333333333, "share": {"n": 394, "of": 597}, "level": {"level": 1, "level_max": 3}, "day": "2023-12-31"},
  {"name": "not_met", "value": null, "share": null, "level": 2, "day": null}], "totals": [
  {"name": null, "value": 7, "share": null, "level": null, "day": null},
  {"name": null, "value": 7, "share": null, "level": null, "day": null}]},
"made": {"rows": [
  {"n": 0},
  {"n": 1}]}}}
)");
}

}  // namespace
}  // namespace kdcl
