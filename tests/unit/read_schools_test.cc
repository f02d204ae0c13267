#include <doctest/doctest.h>

#include "base/number.h"
#include "read/schools/messages.h"
#include "read/schools/schools.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

Run small_run(Day date = kNoDate) {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(test::one_criterion(
      "fields:\n  size: {title: {vi: Cỡ, en: Size}, type: integer}", "            a: {@}")));
  return make_run(std::move(sets), date);
}

std::string_view text_of(const test::SchoolsRead& read, IdentityColumn column, size_t row = 0) {
  return read.table.text_of(column, row);
}

TEST_CASE("schools: identity") {
  const auto read =
      test::read_schools(small_run(),
                         "school_id;school_name;school_type;ownership;district;commune;assessed_on;"
                         "assessment;recognized_level;recognized_on;decision;stage\n"
                         "007;\"Trường \"\"Hoa Ban\"\"\";Tiểu học;công  lập;Mộc Châu;Ta\u0302n "
                         "Lập;31/5/2024;Tự đánh giá;2;2020-02-29;12/QĐ-UBND;Mầm non\n");
  CHECK(read->faults() == "");
  REQUIRE(read->table.rows == 1);
  CHECK(text_of(*read, IdentityColumn::school_id) == "007");
  CHECK(text_of(*read, IdentityColumn::school_type) == "tieu_hoc");
  CHECK(text_of(*read, IdentityColumn::ownership) == "cong_lap");
  CHECK(text_of(*read, IdentityColumn::stage) == "mam_non");
  CHECK(text_of(*read, IdentityColumn::commune) == "T\u00E2n Lập");
  CHECK(text_of(*read, IdentityColumn::assessment) == "self");
  CHECK(text_of(*read, IdentityColumn::decision) == "12/QĐ-UBND");
  CHECK(text_of(*read, IdentityColumn::criteria_set) == "");
  CHECK(read->table.assessed_on[0] == read_date("2024-05-31"));
  CHECK(read->table.recognized_on[0] == read_date("2020-02-29"));
  CHECK(read->table.recognized_level[0] == 2);
  CHECK(read->table.line[0] == 1);
}

TEST_CASE("schools: unknown identity") {
  const auto read = test::read_schools(small_run(*read_date("2024-05-31")),
                                       "school_id;school_name;school_type;district;assessed_on;"
                                       "assessment;recognized_level;recognized_on;stage\n"
                                       "x;?;tieu_hoc;?;;?;chưa rõ;?;\n");
  CHECK(read->faults() == "");
  CHECK(text_of(*read, IdentityColumn::school_id) == "x");
  CHECK(text_of(*read, IdentityColumn::district) == "");
  CHECK(text_of(*read, IdentityColumn::assessment) == "");
  CHECK(read->table.assessed_on[0] == read_date("2024-05-31"));
  CHECK(read->table.recognized_on[0] == kNoDate);
  CHECK(std::isnan(read->table.recognized_level[0]));
}

struct FaultCase {
  std::string_view columns, cells, said;
};

TEST_CASE("schools: faults of identity") {
  const FaultCase cases[] = {
      {"school_id;school_type;assessed_on;size", ";tieu_hoc;2024-05-31;5",
       "2:1: error: school_id: expected the school's id, found an empty cell"},
      {"school_id;school_type;assessed_on;assessment", "A;tieu_hoc;2024-05-31;both",
       "2:4: error: assessment: expected self or external, found \"both\""},
      {"school_id;school_type;assessed_on;stage", "A;tieu_hoc;2024-05-31;gdtx",
       "2:4: error: stage: expected mam_non, tieu_hoc, thcs or thpt, found \"gdtx\""},
      {"school_id;school_type;assessed_on;assessment", "A;tieu_hoc;2024-05-31;Đánh giá ngoai",
       "2:4: error: assessment: expected self or external, found \"Đánh giá ngoai\"\n"
       "  hint: did you mean \"Đánh giá ngoài\"?"},
      {"school_id;school_type;assessed_on;ownership", "A;tieu_hoc;2024-05-31;bán công",
       "2:4: error: ownership: expected one of cong_lap, dan_lap, tu_thuc, ngoai_cong_lap, found "
       "\"bán công\""},
      {"school_id;school_type;assessed_on", "A;Tiểu hoc;2024-05-31",
       "2:2: error: school_type: expected one of mam_non, tieu_hoc, thcs, thpt, th_thcs, "
       "thcs_thpt, th_thcs_thpt, gdtx, found \"Tiểu hoc\"\n  hint: did you mean \"Tiểu học\"?"},
      {"school_id;school_type;assessed_on;recognized_level", "A;tieu_hoc;2024-05-31;3",
       "2:4: error: recognized_level: expected 0, 1 or 2, found \"3\""},
      {"school_id;school_type;assessed_on;recognized_level", "A;tieu_hoc;2024-05-31;01",
       "2:4: error: recognized_level: expected 0, 1 or 2, found \"01\""},
      {"school_id;school_type;assessed_on;recognized_on", "A;tieu_hoc;2024-05-31;30/02/2023",
       "2:4: error: recognized_on: expected a date like 31/12/2023 or 2023-12-31, found "
       "\"30/02/2023\""},
      {"school_id;school_type;criteria_set;assessed_on", "A;tieu_hoc;thu;5-2024",
       "2:4: error: assessed_on: expected a date like 31/12/2023 or 2023-12-31, found \"5-2024\""},
  };
  for (const FaultCase& c : cases) {
    CAPTURE(c.cells);
    const auto read = test::read_schools(small_run(), fmt::format("{}\n{}\n", c.columns, c.cells));
    CHECK(read->faults() == fmt::format("data.csv:{}\n", c.said));
  }
}

TEST_CASE("schools: neighbouring rows that say the same, and faults in each") {
  const auto read = test::read_schools(
      small_run(),
      "school_id;school_type;assessed_on;district;assessment\n"
      "A;tieu_hoc;2024-05-31;Yên Châu;both\nB;tieu_hoc;2024-05-31;Yên Châu;both\n"
      "C;tieu_hoc;2024-06-01;?;self\nD;tieu_hoc;2024-06-01;?;self\nE;tieu_hoc;2024-06-01;Mai "
      "Sơn;self\n");
  CHECK(read->faults() ==
        "data.csv:2:5: error: assessment: expected self or external, found \"both\"\n"
        "data.csv:3:5: error: assessment: expected self or external, found \"both\"\n");
  const std::vector<std::string_view> districts = {"Yên Châu", "Yên Châu", "", "", "Mai Sơn"};
  for (size_t row = 0; row < 5; ++row)
    CHECK(text_of(*read, IdentityColumn::district, row) == districts[row]);
  CHECK(read->table.assessed_on[4] == read_date("2024-06-01"));
}

TEST_CASE("schools: one word in many spellings, row after row") {
  std::string text = "school_id;school_type;assessed_on;ownership\n";
  for (int i = 0; i < 200; ++i)
    text += fmt::format("A{};{}tiểu{}học;2024-05-31;{}\n", i, i % 3 == 0 ? "Trường " : "",
                        std::string(static_cast<size_t>(1 + i), ' '), i % 2 == 0 ? "CL" : "NCL");
  const auto read = test::read_schools(small_run(), text);
  CHECK(read->faults() == "");
  for (size_t row = 0; row < 200; ++row) {
    CHECK(text_of(*read, IdentityColumn::school_type, row) == "tieu_hoc");
    CHECK(text_of(*read, IdentityColumn::ownership, row) ==
          (row % 2 == 0 ? "cong_lap" : "ngoai_cong_lap"));
  }
}

TEST_CASE("schools: the set by its id in any case") {
  const auto read = test::read_schools(
      small_run(), "school_id;school_type;criteria_set;assessed_on\nA;tieu_hoc;THU;2024-05-31\n");
  CHECK(read->faults() == "");
  CHECK(read->table.set[0] == 0);
}

TEST_CASE("schools: what nobody sees, and the apostrophe of CSV, are not of a text") {
  const auto read =
      test::read_schools(small_run(),
                         "school_id;school_type;assessed_on;school_name;district;commune\n"
                         "T01\u200B;tieu_hoc;2024-05-31;'=Trường\u00A0A;\uFEFFMộc\u00A0Châu;'-5\n"
                         "'-T02;tieu_hoc;2024-05-31;''=B;Mai Sơn;'\n"
                         "T\u00AD03;tieu_hoc;2024-05-31;'C;Mai Sơn;\u200B\n");
  CHECK(read->faults() == "");
  const std::string_view texts[3][4] = {{"T01", "=Trường A", "Mộc Châu", "'-5"},
                                        {"-T02", "'=B", "Mai Sơn", "'"},
                                        {"T03", "'C", "Mai Sơn", ""}};
  for (size_t row = 0; row < 3; ++row) {
    CHECK(text_of(*read, IdentityColumn::school_id, row) == texts[row][0]);
    CHECK(text_of(*read, IdentityColumn::school_name, row) == texts[row][1]);
    CHECK(text_of(*read, IdentityColumn::district, row) == texts[row][2]);
    CHECK(text_of(*read, IdentityColumn::commune, row) == texts[row][3]);
  }
}

TEST_CASE("schools: empty rows are left out, lines are kept") {
  const auto read =
      test::read_schools(small_run(),
                         "school_id;school_type;assessed_on;school_name\n"
                         "A;tieu_hoc;2024-05-31;a\n;;;\n\"\";\"\"; "
                         ";\u00A0\n\nB;tieu_hoc;2024-05-31;\"b\nb\"\nC;tieu_hoc;2024-05-31;c\n");
  CHECK(read->faults() == "");
  REQUIRE(read->table.rows == 3);
  CHECK(read->table.line == std::vector<uint64_t>{1, 5, 7});
  CHECK(text_of(*read, IdentityColumn::school_id, 2) == "C");
}

TEST_CASE("schools: one table for block after block") {
  const Run run = small_run();
  Diagnostics diagnostics(Language::en);
  const Binding binding =
      bind_columns({"school_id", "school_type", "assessed_on", "size", "1.1.1a"}, {"data.csv", 1},
                   run, false, diagnostics);
  SchoolReader reader(run, binding, "data.csv", false);
  SchoolTable table;
  Grid grid;
  TextBlock first = test::block_of("A,tieu_hoc,2024-05-31,1,x\nB,tieu_hoc,2024-05-31,2,x\n");
  REQUIRE(read_csv_grid(first, ',', 5, "data.csv", grid, diagnostics));
  reader.read(grid, table, diagnostics);
  TextBlock second = test::block_of("C,tieu_hoc,2024-05-31,,\n");
  REQUIRE(read_csv_grid(second, ',', 5, "data.csv", grid, diagnostics));
  reader.read(grid, table, diagnostics);
  CHECK(format_diagnostics(diagnostics, false) == "");
  REQUIRE(table.rows == 1);
  CHECK(table.text_of(IdentityColumn::school_id, 0) == "C");
  CHECK(std::isnan(table.numbers[0][0]));
  CHECK_FALSE(table.met.test(0, 0));
}

TEST_CASE("schools: messages in Vietnamese") {
  const auto read = test::read_schools(
      small_run(),
      "school_id;school_type;assessed_on;size;1.1.1a\nA;tieu_hoc;2024-05-31;1.250;tốt\n", false,
      Language::vi);
  CHECK(read->faults() ==
        "data.csv:2:4: lỗi: Cỡ (size): cần một số nguyên, gặp \"1.250\"\n"
        "  gợi ý: viết 1250; dấu phân cách hàng nghìn không được đọc\n"
        "data.csv:2:5: lỗi: 1.1.1a: cần đạt, không đạt hoặc không áp dụng, gặp \"tốt\"\n"
        "  gợi ý: để trống nếu chưa đánh giá\n");
}

/// Those that only commands say; the others are tested where they arise.
TEST_CASE("schools: messages about whole files") {
  using namespace message;
  CHECK(format_message(Language::en, kHeaderOnly) == "only a header row, no schools");
}

}  // namespace
}  // namespace kdcl
