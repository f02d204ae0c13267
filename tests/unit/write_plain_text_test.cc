#include <doctest/doctest.h>

#include "base/text.h"
#include "report/score/score.h"
#include "support/score_case.h"
#include "write/plain_text.h"

namespace kdcl {
namespace {

Cell text(std::string words, Style style = {}) { return {std::move(words), style}; }

std::string print(Table table, size_t width, bool color = false, Language language = Language::vi) {
  Report report{.language = language};
  Sheet sheet;
  sheet.tables = {std::move(table)};
  report.sheets = {std::move(sheet)};
  return write_plain_text(report, {width, color});
}

Table names_table() {
  Table table;
  table.columns = {{}, {.fit = Fit::shorten}, {.fit = Fit::wrap}, {.align = Align::right}};
  table.header = {{{"Mã"}, {"Trường"}, {"Còn vướng"}, {"Số"}}};
  table.rows = {{{text("MN01"),
                  text("Mầm non Hoa Ban ở bản xa"),
                  text("1.1.1a  2.2.2b  3.3.3c  4.4.4d"),
                  {Number{1250.5, 1, "m²"}, {}}},
                 {}}};
  return table;
}

TEST_CASE("a table that fits is as wide as its cells") {
  CHECK(print(names_table(), 0) ==
        "Mã    Trường                    Còn vướng                               Số\n"
        "MN01  Mầm non Hoa Ban ở bản xa  1.1.1a  2.2.2b  3.3.3c  4.4.4d  1.250,5 m²\n");
}

TEST_CASE("a column in which no row has anything is left out") {
  Table table = names_table();
  table.rows[0].cells[2] = {};
  CHECK(print(table, 0) ==
        "Mã    Trường                            Số\n"
        "MN01  Mầm non Hoa Ban ở bản xa  1.250,5 m²\n");
}

TEST_CASE("a narrow line cuts names and wraps lists but never figures or codes") {
  CHECK(print(names_table(), 58) ==
        "Mã    Trường            Còn vướng                       Số\n"
        "MN01  Mầm non Hoa Ban…  1.1.1a  2.2.2b  3.3.3c  1.250,5 m²\n"
        "                        4.4.4d\n");
}

TEST_CASE("a wrapped column goes below its shortest where the line would be too long") {
  Table table;
  table.columns = {{.fit = Fit::wrap}, {}};
  table.rows = {{{text("một hai ba bốn năm sáu"), text("1.250,5 m²")}, {}}};
  CHECK(print(table, 30) ==
        "một hai ba bốn năm  1.250,5 m²\n"
        "sáu\n");
  CHECK(print(table, 29) ==
        "một hai ba bốn     1.250,5 m²\n"
        "năm sáu\n");
  CHECK(print(table, 20) ==
        "một hai ba    1.250,5 m²\n"
        "bốn năm sáu\n");
}

TEST_CASE("a line too narrow for its figures is longer, not wrong") {
  const std::string out = print(names_table(), 20);
  CHECK(out.find("MN01") != std::string::npos);
  CHECK(out.find("1.250,5 m²") != std::string::npos);
}

TEST_CASE("composed and decomposed letters stand below each other") {
  Table table;
  table.columns = {{}, {}};
  table.rows = {{{text("Mầm non"), text("a")}, {}},
                {{text("Ma\xCC\x82\xCC\x80m non"), text("b")}, {}}};
  CHECK(print(table, 80) == "Mầm non  a\nMa\xCC\x82\xCC\x80m non  b\n");
}

TEST_CASE("both halves of shares are set right, each language in its own way") {
  Table table;
  table.columns = {{.align = Align::right}};
  table.rows = {{{{Share{394, 597}, {}}}, {}},
                {{{Share{0, 597}, {}}}, {}},
                {{{Share{1, 1}, {}}}, {}},
                {{{Share{0, 0}, {}}}, {}}};
  CHECK(print(table, 80) ==
        "394/597   66,0 %\n  0/597    0,0 %\n    1/1  100,0 %\n    0/0        –\n");
  CHECK(print(table, 80, false, Language::en) ==
        "394/597   66.0 %\n  0/597    0.0 %\n    1/1  100.0 %\n    0/0        –\n");
}

TEST_CASE("every kind of cell has its words") {
  const std::pair<Content, std::string> cases[] = {
      {std::monostate{}, ""},
      {Number{41000, 0, {}}, "41.000"},
      {Number{kUnknown, 1, "%"}, ""},
      {Number{2.675, 2, {}}, "2,68"},
      {LevelRange{1, 3}, "1-3"},
      {LevelRange{2, 2}, "2"},
      {LevelRange{}, ""},
      {Verdict::not_applicable, "không áp dụng"},
      {Verdict::unknown, "chưa rõ"},
      {DateCell{*read_date("2023-12-31")}, "31/12/2023"},
      {DateCell{}, ""},
      {Formula{.pattern = "1", .value = 0.66, .decimals = 1, .percent = true}, "66,0 %"},
      {Formula{.pattern = "1", .value = 597}, "597"},
  };
  for (const auto& [content, expected] : cases) {
    Table table;
    table.columns = {{}};
    table.rows = {{{{content, {}}}, {}}};
    CHECK(print(table, 80) == expected + "\n");
  }
}

TEST_CASE("bars grow to an eighth of a column, and few is not none") {
  CHECK(draw_bar(0, 40).empty());
  CHECK(draw_bar(0.0001, 40) == "▏");
  CHECK(draw_bar(0.5, 4) == "██");
  CHECK(draw_bar(1, 4) == "████");
  CHECK(draw_bar(1.5, 4) == "████");
}

TEST_CASE("spare columns go first") {
  Table table;
  table.columns = {{}, {.fit = Fit::spare}, {}};
  table.rows = {{{text("aaaaaaaaaa"), text("bbbbbbbbbb"), text("cccccccccc")}, {}}};
  CHECK(print(table, 40) == "aaaaaaaaaa  bbbbbbbbbb  cccccccccc\n");
  CHECK(print(table, 30) == "aaaaaaaaaa  cccccccccc\n");
}

TEST_CASE("notes stand under the second column and wrap there") {
  Table table;
  table.columns = {{}, {.fit = Fit::wrap}};
  table.rows = {
      {{text("1.1.1a"), text("Có chiến lược")}, "ngưỡng riêng: vùng khó khăn (chung: ≥ 80 %)"}};
  CHECK(print(table, 40) ==
        "1.1.1a  Có chiến lược\n"
        "        ngưỡng riêng: vùng khó khăn\n"
        "        (chung: ≥ 80 %)\n");
}

TEST_CASE("the innermost label of a header of several rows is shown") {
  Table table;
  table.columns = {{}, {}, {}};
  table.header = {{{"Tên", 1, 2}, {"Mức", 2, 1}}, {{"một"}, {"hai"}}};
  table.rows = {{{text("Hoa Ban"), text("1"), text("2")}, {}}};
  CHECK(print(table, 80) == "Tên      một  hai\nHoa Ban  1    2\n");
}

TEST_CASE("text from data cannot steer the terminal") {
  Table table;
  table.columns = {{}};
  table.rows = {{{text("a\x1B[2J\nb\xC2\x9Bz")}, {}}};
  CHECK(print(table, 80, true) == "a [2J b z\n");
}

Table form() {
  Table table;
  table.kind = TableKind::form;
  table.columns = {{.fit = Fit::wrap}, {.align = Align::center}, {.align = Align::center}, {}};
  table.header = {{{"Tiêu chí", 1, 2}, {"Kết quả", 2}, {"Ghi chú", 1, 2}},
                  {{"Không đạt"}, {"Mức 1"}}};
  table.rows = {{{text("Tiêu chí 1.1"), text(""), text("x")}, {}}};
  return table;
}

TEST_CASE("a form keeps its empty columns and the labels over several") {
  CHECK(print(form(), 0) ==
        "               Kết quả\n"
        "              Không  Mức  Ghi\n"
        "Tiêu chí       đạt    1   chú\n"
        "Tiêu chí 1.1          x\n");
}

TEST_CASE("a form wider than the line is written cell by cell") {
  Table table = form();
  table.rows.push_back({{text("Một tiêu chí có tên rất dài, dài hơn một dòng"), text("x")}, {}});
  CHECK(print(table, 30) ==
        "Tiêu chí: Tiêu chí 1.1\n"
        "Mức 1: x\n"
        "\n"
        "Tiêu chí: Một tiêu chí có tên\n"
        "rất dài, dài hơn một dòng\n"
        "Không đạt: x\n");
}

TEST_CASE("colour adds escape sequences around words and nothing else") {
  const testing::ScoreCase made = testing::make_score_case();
  const Report report = make_score_text(made.run, made.blocks, {});
  const std::string plain = write_plain_text(report, {80, false});
  std::string colored = write_plain_text(report, {80, true});
  CHECK(colored != plain);
  for (size_t at = 0; (at = colored.find('\x1B')) != std::string::npos;)
    colored.erase(at, colored.find('m', at) - at + 1);
  CHECK(colored == plain);
}

TEST_CASE("no line is longer than asked for and none ends in a blank") {
  const testing::ScoreCase made = testing::make_score_case();
  for (const size_t width : {80, 100, 140}) {
    for (const Language language : {Language::vi, Language::en}) {
      const std::string out = write_plain_text(
          make_score_text(made.run, made.blocks, {.language = language}), {width, false});
      for (size_t at = 0; at < out.size();) {
        const size_t end = out.find('\n', at);
        const std::string line = out.substr(at, end - at);
        CHECK(display_width(line) <= width);
        CHECK_FALSE(line.ends_with(' '));
        at = end + 1;
      }
    }
  }
}

TEST_CASE("prose breaks at blanks and a long word stays whole") {
  CHECK(wrap_text("một hai ba", 7) == std::vector<std::string>{"một hai", "ba"});
  CHECK(wrap_text("dài-quá-dài", 4) == std::vector<std::string>{"dài-quá-dài"});
  CHECK(wrap_text("cần 70 %, có 65 %", 6) ==
        std::vector<std::string>{"cần", "70 %,", "có", "65 %"});
  CHECK(wrap_text("", 4) == std::vector<std::string>{""});
  CHECK(wrap_text("a  b  c", 0) == std::vector<std::string>{"a  b  c"});
}

}  // namespace
}  // namespace kdcl
