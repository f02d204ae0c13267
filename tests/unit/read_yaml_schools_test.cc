#include <doctest/doctest.h>
#include <fmt/format.h>

#include <list>

#include "read/csv/csv.h"
#include "read/schools/yaml_schools.h"
#include "support/school_text.h"

namespace kdcl::test {
namespace {

struct TableRead {
  std::optional<YamlTable> table;
  std::string faults;
};

TableRead read_table(std::string_view yaml, Language language = Language::en) {
  Diagnostics diagnostics(language);
  TableRead read;
  read.table = read_yaml_schools("truong.yaml", yaml, diagnostics);
  read.faults = format_diagnostics(diagnostics, false);
  CHECK((read.table || diagnostics.has_errors()));
  return read;
}

std::string faults_of(std::string_view yaml, Language language = Language::en) {
  return read_table(yaml, language).faults;
}

/// The names with their places, then a line a school: its line, its cells as readers see them.
std::string shown(const YamlTable& table) {
  std::string text;
  for (size_t i = 0; i < table.names.size(); ++i)
    text += fmt::format("{}@{}:{} ", table.names[i], table.places[i].line, table.places[i].column);
  std::list<std::string> kept;
  for (size_t row = 0; row < table.grid.rows; ++row) {
    text += fmt::format("\n{}", table.grid.line(row) + 1);
    for (size_t column = 0; column < table.grid.columns; ++column)
      text += fmt::format("|{}", cell_text(table.grid.cell(row, column), kept));
  }
  return text + '\n';
}

std::string places_of(const Grid& grid) {
  std::string text;
  for (size_t i = 0; i < grid.places.size(); ++i)
    text += fmt::format("{}{}:{}",
                        i == 0                  ? ""
                        : i % grid.columns == 0 ? "\n"
                                                : " ",
                        grid.places[i].first, grid.places[i].second);
  return text + '\n';
}

/// A file without faults.
YamlTable table_of(std::string_view yaml) {
  TableRead read = read_table(yaml);
  REQUIRE(read.faults == "");
  REQUIRE(read.table);
  const Grid& grid = read.table->grid;
  CHECK(grid.columns == read.table->names.size());
  CHECK(read.table->places.size() == grid.columns);
  CHECK(grid.places.size() == grid.rows * grid.columns);
  CHECK(grid.lines.size() == grid.rows);
  CHECK(grid.ends[0] == static_cast<uint32_t>(-1));
  CHECK(grid.text == grid.kept_text.data());
  CHECK(grid.kept_text.size() == grid.ends[grid.rows * grid.columns] + 1 + kGridPadding);
  return std::move(*read.table);
}

TEST_CASE("one school is one row") {
  const YamlTable table = table_of(R"(# Phiếu
school:
  school_id: TH0017
  assessed_on: 2023-12-31
data:
  pupils: 360
  area: 1.50
results: {5.5.1a: đạt, "5.10": 3}
)");
  CHECK(shown(table) ==
        "school_id@3:3 assessed_on@4:3 pupils@6:3 area@7:3 5.5.1a@8:11 5.10@8:24 \n"
        "2|TH0017|2023-12-31|360|1.50|đạt|3\n");
  CHECK(places_of(table.grid) == "3:14 4:16 6:11 7:9 8:19 8:32\n");
  CHECK(table.grid.line_count == 8);
  CHECK(table.places[0].file == "truong.yaml");
}

TEST_CASE("a list of schools has the keys of all, in the order of first use") {
  const YamlTable table = table_of(R"(- school: {school_id: A}
  data: {pupils: 10}
- results: {5.5: 2}
  school:
    district: Vân Hồ
    school_id: B
- {school: {school_id: C}, data: {classes: 4, PUPILS: 30}})");
  CHECK(shown(table) ==
        "school_id@1:12 pupils@2:10 district@5:5 5.5@3:13 classes@7:35 \n"
        "1|A|10|||\n4|B||Vân Hồ|2|\n7|C|30|||4\n");
  CHECK(places_of(table.grid) ==
        "1:23 2:18 1:3 1:3 1:3\n6:16 4:3 5:15 3:18 4:3\n7:24 7:55 7:4 7:4 7:44\n");
  CHECK(table.grid.line_count == 7);
}

TEST_CASE("the grid stays whole when it moves") {
  YamlTable table = table_of("school: {school_id: A}\n");
  const Grid grid = std::move(table.grid);
  CHECK(grid.text == grid.kept_text.data());
  CHECK(grid.cell(0, 0) == "A");
  for (size_t i = 2; i < 2 + kGridPadding; ++i) CHECK(grid.text[i] == '\0');
}

constexpr struct {
  const char* name;
  std::string_view value;
  std::string_view text;
} kValues[] = {
    {"null", "null", ""},
    {"tilde", "~", ""},
    {"nothing", "", ""},
    {"empty text", "''", ""},
    {"the word null", "'null'", "null"},
    {"flag", "true", "true"},
    {"flag in capitals", "No", "No"},
    {"number", "1.50", "1.50"},
    {"leading zeros", "007", "007"},
    {"exponent", "1e3", "1e3"},
    {"date", "2023-12-31", "2023-12-31"},
    {"number in quotes", "'12'", "12"},
    {"separators of CSV", "a, b; c\td", "a, b; c\td"},
    {"a quote inside", "a \"b\" c", "a \"b\" c"},
    {"a quote in front", "'\"a\" b'", "\"a\" b"},
    {"a blank, then a quote", "' \"a\"'", "\"a\""},
    {"all in quotes", "'\"a\"'", "\"a\""},
    {"one quote", "'\"'", "\""},
    {"two quotes", "'\"\"'", "\"\""},
    {"three quotes", "'\"\"\"'", "\"\"\""},
    {"line break", R"("a\nb")", "a\nb"},
    {"two paragraphs", "|\n    a\n\n    b\n", "a\n\nb"},
    {"folded lines", ">-\n    a\n    b\n", "a b"},
    {"any byte", R"("a\x1Fb")",
     "a\x1F"
     "b"},
};

TEST_CASE("values are text as written") {
  for (const auto& one : kValues) {
    CAPTURE(one.name);
    const std::string yaml =
        fmt::format("school: {{school_id: A}}\ndata:\n  x: {}\n  y: next\n", one.value);
    const YamlTable table = table_of(yaml);
    std::list<std::string> kept;
    CHECK(cell_text(table.grid.cell(0, 1), kept) == one.text);
    CHECK(table.grid.cell(0, 2) == "next");
  }
}

TEST_CASE("figures without quotes are numbers") {
  const YamlTable table = table_of(
      "school: {school_id: A}\n"
      "data: {a: 8.500, b: '8.500', c: \"8.500\", d: 8.50, e: 8500}\n");
  REQUIRE(table.names.size() == 6);
  for (uint32_t column = 0; column < 6; ++column)
    CHECK(table.grid.is_number(0, column) == (column == 1));
}

TEST_CASE("text is put in the composed form, a null stands at its key") {
  const YamlTable table =
      table_of("school:\n  school_id: A\n  commune:\n  district: Va\xCC\x82n\n");
  CHECK(table.grid.cell(0, 2) == "Vân");
  CHECK(places_of(table.grid) == "2:14 3:3 4:13\n");
}

TEST_CASE("empty sections are as good as none") {
  CHECK(shown(table_of("school: {school_id: A}\ndata:\nresults: {}\nnotes:\n")) ==
        "school_id@1:10 \n1|A\n");
}

TEST_CASE("names lose outer blanks") {
  CHECK(table_of("school: {' school_id ': A}").names == std::vector<std::string>{"school_id"});
}

constexpr struct {
  const char* name;
  std::string_view yaml;
  std::string_view said;
} kFaults[] = {
    {"text", "abc\n",
     "truong.yaml:1:1: error: file: expected a school or a list of schools, found \"abc\"\n"},
    {"empty file", "# no\n", "truong.yaml: error: the file is empty\n"},
    {"empty list", "[]\n", "truong.yaml:1:1: error: the file has no schools\n"},
    {"list of texts", "- A\n- null\n",
     "truong.yaml:1:3: error: a school: expected a map, found \"A\"\n"
     "truong.yaml:2:3: error: a school: expected a map, found nothing\n"},
    {"no school", "data: {pupils: 1}\n",
     "truong.yaml:1:1: error: a school: missing key \"school\"\n"},
    {"school is nothing", "school:\n",
     "truong.yaml:1:1: error: school: expected a map, found nothing\n"},
    {"school is text", "school: A\n",
     "truong.yaml:1:9: error: school: expected a map, found \"A\"\n"},
    {"school without values", "school: {}\n", "truong.yaml:1:1: error: the school has no values\n"},
    {"school of blanks", "school: {school_id: ' '}\ndata: {pupils: }\n",
     "truong.yaml:1:1: error: the school has no values\n"},
    {"data is a list", "school: {school_id: A}\ndata: [1]\n",
     "truong.yaml:2:7: error: data: expected a map, found a list\n"},
    {"results is text", "school: {school_id: A}\nresults: đạt\n",
     "truong.yaml:2:10: error: results: expected a map, found \"đạt\"\n"},
    {"near key", "school: {school_id: A}\nresult: {5.5: 1}\n",
     "truong.yaml:2:1: error: a school: unknown key \"result\"\n"
     "  hint: did you mean \"results\"?\n"},
    {"far key", "school: {school_id: A}\nkdcl: 1\n",
     "truong.yaml:2:1: error: a school: unknown key \"kdcl\"\n"
     "  hint: the keys here are: school, data, results, notes\n"},
    {"value is a list", "school: {school_id: A}\ndata: {pupils: [1, 2]}\n",
     "truong.yaml:2:16: error: pupils: expected a single value, found a list\n"},
    {"value is a map", "school: {school_id: A}\nresults:\n  5.5.1: {a: x}\n",
     "truong.yaml:3:10: error: 5.5.1: expected a single value, found a map\n"},
    {"alias is reported once", "school: {school_id: &a A}\ndata: {x: *a}\n",
     "truong.yaml:1:21: error: anchors (&) are not read\n"
     "  hint: write the content again here\n"
     "truong.yaml:2:11: error: aliases (*) are not read\n"
     "  hint: write the content again here\n"},
    {"faulty identity is reported once", "school: {school_id: [A]}\n",
     "truong.yaml:1:21: error: school_id: expected a single value, found a list\n"},
    {"blank name", "school: {school_id: A}\ndata: {' ': 1}\n",
     "truong.yaml:2:8: error: data: expected a text, found a blank one\n"},
    {"name twice in a section", "school: {school_id: A}\ndata:\n  pupils: 1\n  pupils: 2\n",
     "truong.yaml:4:3: error: repeated key \"pupils\", first at line 3, column 3\n"},
    {"name twice but for its case", "school: {school_id: A, School_ID: B}\n",
     "truong.yaml:1:24: error: repeated key \"School_ID\", first at line 1, column 10\n"},
    {"name in two sections",
     "- school: {school_id: A}\n  data: {5.5.1a: x}\n  results: {5.5.1A: x}\n"
     "- school: {school_id: B}\n  results: {5.5.1a: x}\n",
     "truong.yaml:3:13: error: repeated key \"5.5.1A\", first at line 2, column 10\n"},
    {"all in one run",
     "- school: {school_id: A}\n  dat: {x: 1}\n- data: {x: []}\n- school: {school_id: C}\n"
     "  data: {x: [], y: {}}\n",
     "truong.yaml:2:3: error: a school: unknown key \"dat\"\n"
     "  hint: did you mean \"data\"?\n"
     "truong.yaml:3:3: error: a school: missing key \"school\"\n"
     "truong.yaml:3:13: error: x: expected a single value, found a list\n"
     "truong.yaml:5:13: error: x: expected a single value, found a list\n"
     "truong.yaml:5:20: error: y: expected a single value, found a map\n"},
    {"notes is a list", "school: {school_id: A}\nnotes: []\n",
     "truong.yaml:2:8: error: notes: expected a map, found a list\n"},
    {"note is text", "school: {school_id: A}\nnotes: {'1.1': tốt}\n",
     "truong.yaml:2:16: error: 1.1: expected a map, found \"tốt\"\n"},
    {"keys of notes",
     R"(school: {school_id: A}
notes:
  "1.1":
    strength: x
    weaknesses: {a: b}
    strengths: [x, [y]]
    plan: {action: x}
    evidence: H1
  "1.2":
    plan: [{action: x, from: y, cost: [1]}, z]
    evidence: [{code: [H1], titel: x}]
)",
     R"(truong.yaml:4:5: error: 1.1: unknown key "strength"
  hint: did you mean "strengths"?
truong.yaml:5:17: error: weaknesses: expected a text or a list of texts, found a map
truong.yaml:6:20: error: strengths: expected a text, found a list
truong.yaml:7:11: error: plan: expected a list, found a map
truong.yaml:8:15: error: evidence: expected a list, found "H1"
truong.yaml:10:24: error: plan: unknown key "from"
  hint: the keys here are: action, by, owner, cost, goal, done
truong.yaml:10:39: error: cost: expected a text, found a list
truong.yaml:10:45: error: plan: expected a map, found "z"
truong.yaml:11:23: error: code: expected a text, found a list
truong.yaml:11:29: error: evidence: unknown key "titel"
  hint: did you mean "title"?
)"},
};

TEST_CASE("faults are reported at their places") {
  for (const auto& fault : kFaults) {
    CAPTURE(fault.name);
    CHECK(faults_of(fault.yaml) == fault.said);
  }
}

TEST_CASE("faults in Vietnamese") {
  CHECK(faults_of("abc", Language::vi) ==
        "truong.yaml:1:1: lỗi: tệp: cần một trường hoặc một danh sách trường, gặp \"abc\"\n");
  CHECK(faults_of("[]", Language::vi) == "truong.yaml:1:1: lỗi: tệp không có trường nào\n");
  CHECK(faults_of("school: {}", Language::vi) ==
        "truong.yaml:1:1: lỗi: trường không có giá trị nào\n");
  CHECK(faults_of("school: {school_id: A}\ndat: []\ndata: {x: []}\nnotes: {a: {strengths: {}}}\n",
                  Language::vi) ==
        "truong.yaml:2:1: lỗi: một trường: không có khóa \"dat\"\n"
        "  gợi ý: có phải \"data\"?\n"
        "truong.yaml:3:11: lỗi: x: cần một giá trị, gặp một danh sách\n"
        "truong.yaml:4:24: lỗi: strengths: cần chữ hoặc một danh sách chữ, gặp một nhóm khóa\n");
}

TEST_CASE("a faulty value is an empty cell, a school of faulty identity is left out") {
  const TableRead read = read_table(
      "- {school: {school_id: A}, data: {x: [], y: 1}}\n"
      "- {school: {school_id: B, stage: []}, data: {z: 1}}\n");
  REQUIRE(read.table);
  CHECK(shown(*read.table) == "school_id@1:13 x@1:35 y@1:42 stage@2:27 z@2:46 \n1|A||1||\n");
  CHECK_FALSE(read_table("- {school: {school_id: []}}\n").table);
}

TEST_CASE("notes by row, in every shape") {
  const YamlTable table = table_of(R"(- school: {school_id: A}
  notes:
    "1.1":
      state: Có
      strengths: >-
        Có kế hoạch
        từng năm.
      weaknesses: [Một, ' Hai ', ]
      causes: Ít người
      plan:
        - {action: Sửa, by: 2024-08-30, owner: Hiệu trưởng, cost: 1500000, goal: Đủ, done: có}
        - {action: Xây, cost: }
        - {}
      evidence: [{code: "[H1-1.1-01]", title: Biên bản, issued: 12/BB}, {title: Ảnh}]
    "1.2": {strengths: , plan: , evidence: []}
    "1.3":
- school: {school_id: B}
)");
  CHECK(shown(table) == "school_id@1:12 \n1|A\n17|B\n");
  REQUIRE(table.notes.size() == 2);
  CHECK(table.notes[1].empty());
  const SchoolNotes& notes = table.notes[0];
  REQUIRE(notes.nodes.size() == 2);
  const NodeNotes& node = notes.nodes[0];
  CHECK(node.node == "1.1");
  CHECK(node.place == Location{"truong.yaml", 3, 5});
  using Texts = std::vector<std::string>;
  CHECK(node.state == Texts{"Có"});
  CHECK(node.strengths == Texts{"Có kế hoạch từng năm."});
  CHECK(node.weaknesses == Texts{"Một", "Hai"});
  CHECK(node.causes == Texts{"Ít người"});
  REQUIRE(node.plan.size() == 2);
  CHECK(node.plan[0].action == "Sửa");
  CHECK(node.plan[0].by == "2024-08-30");
  CHECK(node.plan[0].owner == "Hiệu trưởng");
  CHECK(node.plan[0].cost == "1500000");
  CHECK(node.plan[0].goal == "Đủ");
  CHECK(node.plan[0].done == "có");
  CHECK(node.plan[1].action == "Xây");
  REQUIRE(node.evidence.size() == 1);
  CHECK(node.evidence[0].code == "[H1-1.1-01]");
  CHECK(node.evidence[0].place == Location{"truong.yaml", 14, 25});
  REQUIRE(notes.documents.size() == 2);
  CHECK(notes.documents[0].title == "Biên bản");
  CHECK(notes.documents[0].issued == "12/BB");
  CHECK(notes.documents[0].criterion == "1.1");
  CHECK(notes.documents[1].title == "Ảnh");
  CHECK(notes.nodes[1].node == "1.2");
}

std::string with_value_of(size_t length) {
  return fmt::format("school: {{school_id: A}}\ndata:\n  x: {}\n", std::string(length, 'a'));
}

TEST_CASE("the longest value") {
  CHECK(faults_of(with_value_of(kLongestCell)) == "");
  CHECK(faults_of(with_value_of(kLongestCell + 1)) ==
        "truong.yaml:3:6: error: x: the value is longer than 1 MiB\n");
  CHECK(faults_of(with_value_of(kLongestCell + 1), Language::vi) ==
        "truong.yaml:3:6: lỗi: x: giá trị dài hơn 1 MiB\n");
}

/// A school with `names` names, its id among them, then schools with an id alone.
std::string of_size(size_t names, size_t schools) {
  std::string yaml = "- school: {a: 1}\n  data:\n";
  for (size_t i = 1; i < names; ++i) yaml += fmt::format("    n{}: 1\n", i);
  for (size_t i = 1; i < schools; ++i) yaml += "- school: {a: 1}\n";
  return yaml;
}

TEST_CASE("the most names") {
  CHECK(faults_of(of_size(kMostColumns, 1)) == "");
  CHECK(faults_of(of_size(kMostColumns + 2, 1)) ==
        "truong.yaml:20002:5: error: expected at most 20000 different names, found 20002\n");
  CHECK(faults_of(of_size(kMostColumns + 1, 1), Language::vi) ==
        "truong.yaml:20002:5: lỗi: cần nhiều nhất 20000 tên khác nhau, gặp 20001\n");
}

TEST_CASE("the most cells") {
  CHECK(faults_of(of_size(10'000, 1000)) == "");
  CHECK(faults_of(of_size(10'000, 1001)) ==
        "truong.yaml: error: 1001 schools with 10000 different names are over 10000000 cells\n"
        "  hint: split the file, or use CSV\n");
  CHECK(faults_of(of_size(10'000, 1001), Language::vi) ==
        "truong.yaml: lỗi: 1001 trường với 10000 tên khác nhau quá 10000000 ô\n"
        "  gợi ý: chia tệp thành nhiều tệp, hoặc dùng CSV\n");
}

/// What is said of a file from YAML to typed schools, and the table it gives.
struct SchoolsOfYaml {
  Binding binding;
  SchoolTable table;
  std::string faults;
};

void read_schools_of(const Run& run, const TableRead& read, bool strict, SchoolsOfYaml& schools,
                     Language language = Language::en) {
  REQUIRE(read.faults == "");
  REQUIRE(read.table);
  Diagnostics diagnostics(language);
  schools.binding = bind_columns(read.table->names, {"truong.yaml"}, run, strict, diagnostics,
                                 read.table->places);
  check_sections(*read.table, schools.binding, diagnostics);
  if (!diagnostics.has_errors())
    SchoolReader(run, schools.binding, "truong.yaml", false)
        .read(read.table->grid, schools.table, diagnostics);
  schools.faults = format_diagnostics(diagnostics, false);
}

std::string faults_after(std::string_view yaml, bool strict = false,
                         Language language = Language::en) {
  const Run run =
      run_of(one_criterion("fields:\n  pupils: {title: {vi: Số học sinh, en: Pupils}, "
                           "type: integer}\n  motto: {title: {@}, type: text}",
                           "            a: {@}\n            b: {@}"));
  const TableRead read = read_table(yaml, language);
  SchoolsOfYaml schools;
  read_schools_of(run, read, strict, schools, language);
  return schools.faults;
}

TEST_CASE("later readers find words, figures and texts in the grid") {
  const Run run =
      run_of(one_criterion("fields:\n  pupils: {title: {@}, type: integer}\n"
                           "  motto: {title: {vi: y, en: y}, type: text}",
                           "            a: {@}\n            b: {@}"));
  const TableRead read = read_table(R"(
- school: {school_id: A, school_type: tieu_hoc, assessed_on: 2024-05-31}
  data: {motto: '"Dạy tốt", học tốt', pupils: 12}
  results: {1.1.1a: true, 1.1.1b: Không đạt}
- school: {school_id: B, school_type: tieu_hoc, assessed_on: 31/05/2024}
  results: {1.1: 0}
)");
  SchoolsOfYaml schools;
  read_schools_of(run, read, true, schools);
  CHECK(schools.faults == "");
  REQUIRE(schools.table.rows == 2);
  CHECK(schools.table.line == std::vector<uint64_t>{2, 5});
  CHECK(schools.table.numbers[0][0] == 12);
  CHECK(schools.table.texts[1][0] == "\"Dạy tốt\", học tốt");
  CHECK(schools.table.met.row(0)[0] == 1);
  CHECK(schools.table.not_met.row(0)[0] == 2);
  CHECK(schools.table.not_met.row(1)[0] == 3);
}

constexpr std::string_view kOneSchool =
    "school: {school_id: A, school_type: tieu_hoc, assessed_on: 2024-05-31}\n";

TEST_CASE("faults of later readers are at the values and names of the file") {
  const std::string yaml =
      fmt::format("{}data:\n  pupil: 3\n  pupils: 1,200\nresults: {{1.1.1a: maybe}}\n", kOneSchool);
  CHECK(faults_after(yaml) == R"(truong.yaml:3:3: warning: unknown column "pupil" is left out
  hint: did you mean "pupils"?
truong.yaml:4:11: error: pupils: expected a whole number, found "1,200"
  hint: write 1200; a thousands separator is not read
truong.yaml:5:19: error: 1.1.1a: expected met, not met or not applicable, found "maybe"
  hint: leave it empty if it is not judged yet
)");
  CHECK(faults_after(yaml, true) == R"(truong.yaml:3:3: error: unknown column "pupil" is left out
  hint: did you mean "pupils"?
)");
  CHECK(faults_after("- school: {school_id: A, school_type: tieu_hoc, assessed_on: 2024-05-31}\n"
                     "- school: {school_type: tieu_hoc, assessed_on: 2024-05-31}\n") ==
        "truong.yaml:2:3: error: school_id: expected the school's id, found an empty cell\n");
}

TEST_CASE("a name stands in the section of what it means") {
  CHECK(faults_after("school: {school_id: A, school_type: tieu_hoc, assessed_on: 2024-05-31}\n"
                     "data: {pupils: 3, colour: red}\n"
                     "results: {1.1.1a: x, 1.1: 1}\n") ==
        "truong.yaml:2:19: warning: unknown column \"colour\" is left out\n");
  CHECK(faults_after("school: {school_id: A, pupils: 3, 1.1.1a: x}\n"
                     "data: {district: B}\n") ==
        R"(truong.yaml:1:24: error: pupils: expected under "data:", found under "school:"
  hint: put it under "data:"
truong.yaml:1:35: error: 1.1.1a: expected under "results:", found under "school:"
  hint: put it under "results:"
truong.yaml:2:8: error: district: expected under "school:", found under "data:"
  hint: put it under "school:"
)");
  CHECK(faults_after("school: {school_id: A, pupils: 3}\n", false, Language::vi) ==
        R"(truong.yaml:1:24: lỗi: pupils: cần đứng dưới "data:", gặp dưới "school:"
  gợi ý: chuyển sang "data:"
)");
}

TEST_CASE("names are bound without a header row") {
  const std::string yaml =
      "- {school: {school_id: A}, data: {pupils: 1}}\n"
      "- {school: {school_id: B}, data: {Số học sinh: 1}}\n";
  CHECK(faults_after(yaml) ==
        "truong.yaml:2:35: error: \"Số học sinh\" means the same as \"pupils\" in line 1; use one "
        "name in the whole file\n");
  CHECK(faults_after(yaml, false, Language::vi) ==
        "truong.yaml:2:35: lỗi: \"Số học sinh\" cùng nghĩa với \"pupils\" ở dòng 1; chỉ dùng một "
        "tên trong cả tệp\n");
  CHECK(faults_after("school: {district: Vân Hồ}\n") ==
        "truong.yaml: error: no school has a school_id\n"
        "  hint: write school_id under \"school:\"\n");
  CHECK(faults_after("school: {district: Vân Hồ}\n", false, Language::vi) ==
        "truong.yaml: lỗi: không trường nào có school_id\n"
        "  gợi ý: ghi school_id dưới \"school:\"\n");
}

}  // namespace
}  // namespace kdcl::test
