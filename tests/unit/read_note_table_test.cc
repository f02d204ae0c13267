#include <doctest/doctest.h>

#include "read/csv/csv.h"
#include "read/schools/note_table.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

using test::block_of;

using Names = std::vector<std::string>;

TEST_CASE("tables of notes are known by their headers") {
  const auto kind = [](const Names& names) -> int {
    const auto found = find_note_columns(folded_names(names));
    return found ? static_cast<int>(found->kind) : -1;
  };
  CHECK(kind({"school_id", "indicator", "result"}) == -1);
  CHECK(kind({"school_id", "indicator", "result", "note"}) == 0);
  CHECK(kind({"Chỉ báo", "Kết quả", "Mã minh chứng"}) == 0);
  CHECK(kind({"school_id", "code", "title"}) == 1);
  CHECK(kind({"TÊN MINH CHỨNG", " Mã minh chứng"}) == 1);
  CHECK(kind({"school_id", "code"}) == -1);
  CHECK(kind({"criterion", "action"}) == 2);
  CHECK(kind({"school_id", "criterion", "strengths"}) == -1);
  CHECK(kind({}) == -1);
  CHECK(find_note_columns(folded_names({"code", "Mã trường", "title"}))->owner.school == 1U);
  CHECK(find_note_columns(folded_names({"code", "title", "CẤP HỌC"}))->owner.stage == 2U);
  CHECK_FALSE(find_note_columns(folded_names({"code", "title"}))->owner.school);
}

struct NotesRead {
  RowOwners owners;
  TableNotes notes;
  std::string faults;

  /// What a row of a wide table gets.
  [[nodiscard]] SchoolNotes of(std::string_view school, std::string_view stage = {},
                               const std::string& workbook = {}) const {
    SchoolNotes found;
    const WideTable wide{"wide", workbook};
    notes.add_to(found, {wide, school, stage}, owners);
    return found;
  }
};

/// The first row of the text is the header.
void add(const std::string& text, const TableOrigin& origin, NotesRead& read) {
  const size_t end = text.find('\n');
  Names names;
  for (size_t at = 0; at <= end;) {
    const size_t next = std::min(text.find(';', at), end);
    names.push_back(text.substr(at, next - at));
    at = next + 1;
  }
  const auto columns = find_note_columns(folded_names(names));
  REQUIRE(columns);
  Diagnostics diagnostics(Language::en);
  TextBlock block = block_of(text.substr(end + 1));
  Grid grid;
  REQUIRE(read_csv_grid(block, ';', static_cast<uint32_t>(names.size()), origin.name, grid,
                        diagnostics));
  read.notes.add(origin, *columns, grid, 2, read.owners, diagnostics);
  read.faults += format_diagnostics(diagnostics, false);
}

TEST_CASE("a note without a school") {
  NotesRead read;
  add("school_id;indicator;result;note\nA;1.1.1a;x;\n;1.1.1b;;\n;1.1.1a;x;y\n", {"r.csv"}, read);
  CHECK(read.faults ==
        "r.csv:4:1: error: school_id: expected the school's id, found an empty cell\n");
  CHECK(read.of("A").empty());
}

TEST_CASE("codes are set apart by blanks, commas and semicolons") {
  NotesRead read;
  add("school_id;indicator;result;note;evidence\n"
      "B;1.1.1a;x; Có kế hoạch ;\"[H1-1.1-01]; H1-1.1-02,\n(H2) \"\n"
      "B;1.1.1b;;;\n"
      "B;1.1.1a;;Đã công khai;\n",
      {"r.csv"}, read);
  CHECK(read.faults.empty());
  CHECK(read.of("A").empty());
  const SchoolNotes notes = read.of("B");
  REQUIRE(notes.nodes.size() == 1);
  const NodeNotes& node = notes.nodes[0];
  CHECK(node.node == "1.1.1a");
  CHECK(node.state == Names{"Có kế hoạch", "Đã công khai"});
  REQUIRE(node.evidence.size() == 3);
  CHECK(node.evidence[0].code == "[H1-1.1-01]");
  CHECK(node.evidence[1].code == "H1-1.1-02");
  CHECK(node.evidence[2].code == "(H2)");
  CHECK(node.evidence[2].place == Location{"r.csv", 2, 5});
}

TEST_CASE("a garbled text is told once a column") {
  NotesRead read;
  add("school_id;code;title;issuer\n"
      "A;H1;Káº¿ hoáº¡ch nÄƒm;TrÆ°á»ng\n"
      "A;H2;Káº¿ hoáº¡ch thÃ¡ng;Trường\n",
      {"m.csv"}, read);
  const std::string found = read.faults;
  const auto count = [&found](std::string_view text) {
    size_t times = 0;
    for (size_t at = found.find(text); at != std::string::npos; at = found.find(text, at + 1))
      ++times;
    return times;
  };
  CHECK(count("m.csv:2:3: warning: school A: title: the text may be garbled") == 1);
  CHECK(count("m.csv:2:4: warning: school A: issuer: the text may be garbled") == 1);
  CHECK(count("warning") == 2);
  CHECK(found.find("\"Kế hoạch năm\"") != std::string::npos);
  CHECK(read.of("A").documents.size() == 2);
}

TEST_CASE("documents") {
  NotesRead read;
  add("Mã trường;code;title;issued;issuer;location;remark;criterion\n"
      "A;[H1-1.1-01];Kế hoạch;12/KH;Trường;Tủ 1;Bản gốc;1.1\n"
      "A;;;;;;;\n"
      "A;;Không mã;;;;;\n"
      ";[H1-1.1-02];Không trường;;;;;\n",
      {"m.csv"}, read);
  CHECK(read.faults ==
        "m.csv:4:2: error: school A: code: expected a code of evidence, found an empty cell\n"
        "m.csv:5:1: error: school_id: expected the school's id, found an empty cell\n");
  const SchoolNotes notes = read.of("A");
  REQUIRE(notes.documents.size() == 1);
  const Document& document = notes.documents[0];
  CHECK(document.code == "[H1-1.1-01]");
  CHECK(document.title == "Kế hoạch");
  CHECK(document.issued == "12/KH");
  CHECK(document.issuer == "Trường");
  CHECK(document.location == "Tủ 1");
  CHECK(document.remark == "Bản gốc");
  CHECK(document.criterion == "1.1");
  CHECK(document.place == Location{"m.csv", 2, 2});
}

TEST_CASE("strengths, weaknesses and plans; several rows for a criterion") {
  NotesRead read;
  const TableOrigin origin{"t.xlsx:Cải tiến", 2, "t.xlsx", "A"};
  add("criterion;criterion_title;strengths;weaknesses;cause;goal;action;by;owner;cost;done\n"
      "1.1;Chiến lược;Rõ;Chậm;Ít người;Đủ mốc;Thêm mốc;2024-08-30;Hiệu trưởng;500;có\n"
      "1.1;Chiến lược;;Nữa;;;Niêm yết;;;;\n"
      "1.2;Hội đồng;;;;;;;;;\n"
      ";;;;;;Làm gì đó;;;;\n",
      origin, read);
  CHECK(read.faults ==
        "t.xlsx:Cải tiến!C5: error: school A: criterion: expected the id of a criterion, found an "
        "empty cell\n");
  CHECK(read.of("A").empty());
  CHECK(read.of("A", {}, "other.xlsx").empty());
  const SchoolNotes notes = read.of("A", {}, "t.xlsx");
  REQUIRE(notes.nodes.size() == 1);
  const NodeNotes& node = notes.nodes[0];
  CHECK(node.strengths == Names{"Rõ"});
  CHECK(node.weaknesses == Names{"Chậm", "Nữa"});
  CHECK(node.causes == Names{"Ít người"});
  CHECK(node.place == Location{"t.xlsx:Cải tiến", 2, 3, true});
  REQUIRE(node.plan.size() == 2);
  CHECK(node.plan[0].action == "Thêm mốc");
  CHECK(node.plan[0].goal == "Đủ mốc");
  CHECK(node.plan[0].by == "2024-08-30");
  CHECK(node.plan[0].owner == "Hiệu trưởng");
  CHECK(node.plan[0].cost == "500");
  CHECK(node.plan[0].done == "có");
  CHECK(node.plan[1].action == "Niêm yết");
  CHECK(node.plan[1].by.empty());
}

std::string codes_of(const SchoolNotes& notes) {
  std::string codes;
  for (const Document& document : notes.documents) codes += document.code + ' ';
  return codes;
}

TEST_CASE("notes of a stage go to that stage, without one to all") {
  NotesRead read;
  add("school_id;stage;criterion;action;strengths\n"
      "A;tieu_hoc;1.1;Một;a\n"
      "A;thcs;1.1;Hai;b\n"
      "A;?;1.2;Ba;c\n"
      "B;thcs;1.1;Bốn;d\n",
      {"c.csv"}, read);
  CHECK(read.faults.empty());
  const auto actions = [&](std::string_view school, std::string_view stage) {
    std::string found;
    for (const NodeNotes& node : read.of(school, stage).nodes)
      for (const PlanEntry& entry : node.plan) found += node.node + ' ' + entry.action + ' ';
    return found;
  };
  CHECK(actions("A", "tieu_hoc") == "1.1 Một 1.2 Ba ");
  CHECK(actions("A", "thcs") == "1.1 Hai 1.2 Ba ");
  CHECK(actions("A", "thpt") == "1.2 Ba ");
  CHECK(actions("A", "") == "1.2 Ba ");
  CHECK(actions("B", "thcs") == "1.1 Bốn ");
  CHECK(actions("B", "tieu_hoc").empty());
}

TEST_CASE("documents of the whole school go to the stages that use them") {
  NotesRead read;
  add("school_id;stage;code;title\n"
      "A;;(MC.1.1.01);Của tiểu học\n"
      "A;;(MC.1.1.02);Của THCS\n"
      "A;;(MC.1.1.03);Của cả hai\n"
      "A;;(MC.1.1.04);Không ai dùng\n"
      "A;thcs;(MC.1.1.05);Ghi rõ cấp học\n"
      "B;;(MC.1.1.01);Của trường khác\n",
      {"d.csv"}, read);
  add("school_id;stage;indicator;result;evidence\n"
      "A;tieu_hoc;1.1.1;x;MC.1.1.01, MC.1.1.03, MC.1.1.05\n"
      "A;thcs;1.1.1;x;MC.1.1.02 MC.1.1.03\n",
      {"l.csv"}, read);
  CHECK(codes_of(read.of("A", "tieu_hoc")) == "(MC.1.1.01) (MC.1.1.03) (MC.1.1.04) ");
  CHECK(codes_of(read.of("A", "thcs")) == "(MC.1.1.05) (MC.1.1.02) (MC.1.1.03) (MC.1.1.04) ");
  CHECK(codes_of(read.of("A", "thpt")) == "(MC.1.1.04) ");
  CHECK(codes_of(read.of("B")) == "(MC.1.1.01) ");
}

TEST_CASE("notes are put together by node") {
  SchoolNotes all, more;
  all.of("1.1").strengths = {"a"};
  more.of("1.1").strengths = {"b"};
  more.of("1.2").causes = {"c"};
  more.documents.emplace_back().code = "H1";
  add_notes(more, all);
  REQUIRE(all.nodes.size() == 2);
  CHECK(all.nodes[0].strengths == Names{"a", "b"});
  CHECK(all.find("1.2")->causes == Names{"c"});
  CHECK_FALSE(all.find("1.3"));
  CHECK(all.documents.size() == 1);
}

}  // namespace
}  // namespace kdcl
