#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

using Kind = DataFigure::Kind;
using Figures = std::vector<DataFigure>;

/// From line 77 of the set.
constexpr std::string_view kTables = R"(data_years: 3
data_tables:
  - number: "1"
    title: {vi: Bảng, en: Table}
    note: {vi: Chú, en: Note}
    where: remote
    remarks: true
    rows:
      - {show: pupils}
      - {number: a), title: {vi: Cộng, en: Sum}, show: share, where: area > 1, checked: low}
      - {title: {vi: Mục, en: Heading}}
      - {show: motto}
  - title: {vi: Người, en: People}
    checked: high
    columns: [{vi: Tổng, en: All}, {vi: Nữ, en: Women}]
    rows:
      - {title: {vi: Hai, en: Two}, show: [area, null]}
      - {title: {vi: Trống, en: None}}
)";

std::string with_tables() { return std::string(kSet) + std::string(kTables); }

TEST_CASE("a data table by school year") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(with_tables(), diagnostics);
  CHECK(format_diagnostics(diagnostics, false) == "");
  REQUIRE(set);
  CHECK(set->data_years == 3);
  REQUIRE(set->data_tables.size() == 2);
  const DataTable& table = set->data_tables[0];
  CHECK(table.number == "1");
  CHECK(table.title == LocalText{"Bảng", "Table"});
  CHECK(table.is_by_year());
  CHECK(table.note == LocalText{"Chú", "Note"});
  CHECK(table.where->source == "remote");
  CHECK(table.has_remarks);
  CHECK(table.checked == Certainty::medium);
  REQUIRE(table.rows.size() == 4);
  CHECK(table.rows[0].title == LocalText{"Số học sinh", "Pupils"});
  CHECK(table.rows[0].show == Figures{{Kind::field, 0}});
  CHECK(table.rows[0].number == "");
  CHECK_FALSE(table.rows[0].where);
  CHECK(table.rows[0].checked == Certainty::medium);
  CHECK(table.rows[1].number == "a)");
  CHECK(table.rows[1].title == LocalText{"Cộng", "Sum"});
  CHECK(table.rows[1].show == Figures{{Kind::measure, 2}});
  CHECK(table.rows[1].where->source == "area > 1");
  CHECK(table.rows[1].checked == Certainty::low);
  CHECK(table.rows[2].title == LocalText{"Mục", "Heading"});
  CHECK(table.rows[2].show.empty());
  CHECK(table.rows[3].show == Figures{{Kind::field, 7}});
}

TEST_CASE("a data table with columns") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(with_tables(), diagnostics);
  REQUIRE(set);
  const DataTable& table = set->data_tables[1];
  CHECK_FALSE(table.is_by_year());
  CHECK(table.columns == std::vector<LocalText>{{"Tổng", "All"}, {"Nữ", "Women"}});
  CHECK(table.number == "");
  CHECK_FALSE(table.has_remarks);
  CHECK_FALSE(table.note);
  CHECK_FALSE(table.where);
  CHECK(table.checked == Certainty::high);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].show == Figures{{Kind::field, 6}, {Kind::nothing, 0}});
  CHECK(table.rows[0].checked == Certainty::high);
  CHECK(table.rows[1].show.empty());
}

TEST_CASE("without data tables there are none, and no years") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  CHECK(set->data_tables.empty());
  CHECK(set->data_years == 0);
}

constexpr std::string_view kUsedTable = R"(data_tables:
  - {title: {vi: Chung, en: Shared}, rows: [{show: completion}]}
)";

TEST_CASE("the tables of used files come first") {
  Diagnostics diagnostics(Language::en);
  const std::string used = std::string(kUsedFile) + std::string(kUsedTable);
  const std::optional<CriteriaSet> set = read_set(with_tables(), diagnostics, used);
  REQUIRE(set);
  REQUIRE(set->data_tables.size() == 3);
  CHECK(set->data_tables[0].title.en == "Shared");
  CHECK(set->data_tables[0].checked == Certainty::high);
  CHECK(set->data_tables[0].rows[0].show == Figures{{Kind::measure, 0}});
  CHECK(set->data_tables[1].title.en == "Table");
}

TEST_CASE("a table by school year needs the number of years") {
  CHECK(faults_of(replaced(with_tables(), "data_years: 3\n", "")) ==
        R"(set.yaml:1:1: error: file: missing key "data_years"
  hint: the table at set.yaml:78 shows figures by school year
)");
  const std::string used = std::string(kUsedFile) + std::string(kUsedTable);
  CHECK(faults_of(kSet, used) == R"(set.yaml:1:1: error: file: missing key "data_years"
  hint: the table at fields.yaml:8 shows figures by school year
)");
  CHECK(faults_of(replaced(with_tables(), "data_years: 3\n", ""), kUsedFile, Language::vi) ==
        R"(set.yaml:1:1: lỗi: tệp: thiếu khóa "data_years"
  gợi ý: bảng ở set.yaml:78 ghi số liệu theo từng năm học
)");
}

TEST_CASE("tables with columns need no years") {
  CHECK(faults_of(std::string(kSet) + R"(data_tables:
  - {title: {vi: A, en: A}, columns: [{vi: B, en: B}], rows: [{title: {vi: C, en: C}, show: [area]}]}
)") == "");
}

TEST_CASE("a used file with tables only is one, and is checked by itself") {
  const std::string text = "kdcl: 1\n" + std::string(kUsedTable);
  CHECK(is_used_file(text));
  Diagnostics diagnostics(Language::en);
  check_used_file("tables.yaml", text, diagnostics);
  CHECK(format_diagnostics(diagnostics, false) ==
        "tables.yaml:3:52: error: show: no measure or field is named \"completion\"\n");
}

constexpr SetFault kTableFaults[] = {
    {"years too many", "data_years: 3", "data_years: 11",
     R"(set.yaml:77:13: error: data_years: expected a whole number from 1 to 10, found "11"
)"},
    {"years none", "data_years: 3", "data_years: 0",
     R"(set.yaml:77:13: error: data_years: expected a whole number from 1 to 10, found "0"
)"},
    {"not a list", "data_tables:\n", "data_tables: {}\nfree:\n",
     R"(set.yaml:78:14: error: data_tables: expected a list, found a map
set.yaml:79:1: error: file: unknown key "free"
  hint: the keys here are: kdcl, id, title, source, in_force, applies_to, uses, per_stage, evidence_code, checked, levels, awards, fields, measures, standards, data_years, data_tables
)"},
    {"unknown key", "    remarks: true\n", "    remark: true\n",
     R"(set.yaml:83:5: error: data_tables: unknown key "remark"
  hint: did you mean "remarks"?
)"},
    {"remarks in words", "remarks: true", "remarks: 'yes'",
     R"(set.yaml:83:14: error: remarks: expected true or false, found "yes"
)"},
    {"number is a list", "number: \"1\"", "number: [1]",
     R"(set.yaml:79:13: error: number: expected a text, found a list
)"},
    {"title missing", "    title: {vi: Bảng, en: Table}\n", "",
     R"(set.yaml:79:5: error: data_tables: missing key "title"
)"},
    {"title in one language", "{vi: Bảng, en: Table}", "{vi: Bảng}",
     R"(set.yaml:80:12: error: title: missing key "en"
)"},
    {"note in one language", "{vi: Chú, en: Note}", "{en: Note}",
     R"(set.yaml:81:11: error: note: missing key "vi"
)"},
    {"condition", "Note}\n    where: remote", "Note}\n    where: remot",
     R"(set.yaml:82:12: error: expression: no field, measure or column is named "remot"
  hint: did you mean "remote"?
)"},
    {"condition of a row", "where: area > 1", "where: area",
     R"(set.yaml:86:70: error: expression: expected a condition, found a number
)"},
    {"certainty", "checked: low}", "checked: lo}",
     R"(set.yaml:86:89: error: checked: expected one of high, medium, low, found "lo"
)"},
    {"row is a text", "- {show: pupils}", "- pupils",
     R"(set.yaml:85:9: error: rows: expected a map, found "pupils"
)"},
    {"unknown key of a row", "{show: pupils}", "{shows: pupils}",
     R"(set.yaml:85:9: error: rows: expected "title" or "show"
set.yaml:85:10: error: rows: unknown key "shows"
  hint: did you mean "show"?
)"},
    {"row without anything", "{show: pupils}", "{number: 1}",
     R"(set.yaml:85:9: error: rows: expected "title" or "show"
)"},
    {"unknown name", "{show: pupils}", "{show: pupil}",
     R"(set.yaml:85:16: error: show: no measure or field is named "pupil"
  hint: did you mean "pupils"?
)"},
    {"several figures by school year", "{show: pupils}", "{show: [pupils]}",
     R"(set.yaml:85:16: error: show: expected a text, found a list
)"},
    {"no name", "{show: pupils}", "{show: }",
     R"(set.yaml:85:10: error: show: expected a text, found nothing
)"},
    {"columns is a text", "columns: [{vi: Tổng, en: All}, {vi: Nữ, en: Women}]", "columns: All",
     R"(set.yaml:91:14: error: columns: expected a list, found "All"
)"},
    {"no columns", "columns: [{vi: Tổng, en: All}, {vi: Nữ, en: Women}]", "columns: []",
     R"(set.yaml:91:14: error: columns: expected at least one item
)"},
    {"column in one language", "{vi: Nữ, en: Women}", "{vi: Nữ}",
     R"(set.yaml:91:36: error: columns: missing key "en"
)"},
    {"too few figures", "show: [area, null]", "show: [area]",
     R"(set.yaml:93:43: error: show: expected 2 items, one a column, found 1
)"},
    {"too many figures", "show: [area, null]", "show: [area, null, null]",
     R"(set.yaml:93:43: error: show: expected 2 items, one a column, found 3
)"},
    {"one figure for columns", "show: [area, null]", "show: area",
     R"(set.yaml:93:43: error: show: expected a list, found "area"
)"},
    {"no figures for columns", "show: [area, null]", "show: []",
     R"(set.yaml:93:43: error: show: expected at least one item
)"},
    {"unknown name in columns", "show: [area, null]", "show: [null, areas]",
     R"(set.yaml:93:50: error: show: no measure or field is named "areas"
  hint: did you mean "area"?
)"},
    {"untitled row with columns", "{title: {vi: Hai, en: Two}, show: [area, null]}",
     "{show: [area, null]}",
     R"(set.yaml:93:9: error: rows: missing key "title", which a table with columns needs
)"},
};

TEST_CASE("faults of data tables") { check_faults(kTableFaults, with_tables()); }

TEST_CASE("a name whose own fault was reported is not reported again") {
  CHECK(faults_of(replaced(with_tables(), "max: 99.5}", "max: 0.25}")) ==
        "set.yaml:31:73: error: min: 0.5 is over the max 0.25\n");
}

TEST_CASE("rows are needed") {
  const std::string text =
      std::string(kSet) + "data_years: 3\ndata_tables: [{title: {vi: A, en: A}, ";
  CHECK(faults_of(text + "rows: []}]\n") ==
        "set.yaml:78:45: error: rows: expected at least one item\n");
  CHECK(faults_of(text + "}]\n") == "set.yaml:78:15: error: data_tables: missing key \"rows\"\n");
}

}  // namespace
}  // namespace kdcl::test
