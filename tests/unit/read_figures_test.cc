#include <doctest/doctest.h>

#include <cmath>

#include "base/number.h"
#include "read/schools/figures.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

Run figures_run() {
  return test::run_of(test::one_criterion(R"(fields:
  pupils: {title: {vi: Học sinh, en: Pupils}, type: integer, min: 0, max: 5000}
  area: {title: {vi: Diện tích, en: Area}, type: number, min: 0.5, max: 99.5}
  change: {title: {vi: Thay đổi, en: Change}, type: number}
  thousand: {title: {vi: Nghìn, en: Thousand}, type: number, max: 1000}
  below: {title: {vi: Dưới nghìn, en: Below}, type: number, max: 999.9}
  remote: {title: {vi: Xa, en: Remote}, type: flag}
  opened: {title: {vi: Ngày mở, en: Opened}, type: date}
  power: {title: {vi: Điện, en: Power}, type: choice, values: [{id: grid, title: {vi: lưới điện, en: mains}}, sun]}
  library: {title: {vi: Thư viện, en: Library}, type: scale, values: [{id: none, title: {vi: chưa có, en: none yet}}, good]}
  motto: {title: {vi: Khẩu hiệu, en: Motto}, type: text})",
                                          "            a: {@}"));
}

struct CellCase {
  std::string_view field, cell;
  double value;
};

uint32_t position_of(const Run& run, std::string_view field) {
  uint32_t at = 0;
  while (run.fields[at].id != field) ++at;
  return at;
}

void check_cells(std::span<const CellCase> cases) {
  const Run run = figures_run();
  for (const CellCase& c : cases) {
    CAPTURE(c.field);
    CAPTURE(c.cell);
    const auto read = test::read_schools(run, test::one_school(c.field, c.cell));
    CHECK(read->faults() == "");
    REQUIRE(read->table.rows == 1);
    const double value = read->table.numbers[position_of(run, c.field)][0];
    if (std::isnan(c.value))
      CHECK(std::isnan(value));
    else
      CHECK(value == c.value);
  }
}

TEST_CASE("figures: numbers") {
  const CellCase cases[] = {
      {"pupils", "0", 0},
      {"pupils", "5000", 5000},
      {"pupils", " 120 ", 120},
      {"pupils", "\"120\"", 120},
      {"pupils", "000000120", 120},
      {"pupils", "0000000120", 120},
      {"pupils", "12.0", 12},
      {"pupils", "", kUnknown},
      {"pupils", "?", kUnknown},
      {"pupils", "chưa rõ", kUnknown},
      {"pupils", " ", kUnknown},
      {"pupils", "\"\"", kUnknown},
      {"area", "0.5", 0.5},
      {"area", "99.5", 99.5},
      {"area", "62,4", 62.4},
      {"area", "1", 1},
      {"change", "-1.5", -1.5},
      {"change", "-0", 0},
      {"change", "999999999", 999999999},
      {"change", "1000000000", 1000000000},
      {"change", "123456789012345", 123456789012345},
      {"change", "0.12345678901234", 0.12345678901234},
      {"change", "1.25", 1.25},
      {"change", "1.2500", 1.25},
      {"change", "0.125", 0.125},
      {"change", "0,125", 0.125},
      {"change", "1250.125", 1250.125},
      {"area", "12.125", 12.125},
      {"area", "12,125", 12.125},
      {"change", "Unknown", kUnknown},
  };
  check_cells(cases);
}

TEST_CASE("figures: whole numbers of any length, and what looks like one") {
  const Run run = figures_run();
  double expected = 0;
  std::string digits;
  for (const char digit : std::string_view("987654321012345")) {
    digits += digit;
    expected = expected * 10 + (digit - '0');
    for (const std::string& zeros : {std::string(), std::string("0"), std::string("000")}) {
      if (zeros.size() + digits.size() > 15) continue;
      const std::string cell = zeros + digits;
      const CellCase given[] = {{"change", cell, expected}};
      check_cells(given);
    }
    // The characters around the digits, and letters that differ from one in a bit.
    for (size_t at = 0; at < digits.size(); ++at) {
      for (const char wrong : {'/', ':', 'p', '\x10', '@', '*', '\xB1'}) {
        std::string cell = digits;
        cell[at] = wrong;
        CAPTURE(cell);
        const auto read = test::read_schools(run, test::one_school("change", cell));
        CHECK(read->faults() != "");
      }
    }
  }
}

TEST_CASE("figures: a note of columns that are whole") {
  const Run run = figures_run();
  const std::pair<const char*, bool> cases[] = {{"5", true},  {"", true},     {"12345678901", true},
                                                {"?", true},  {"5.0", true},  {"5.5", false},
                                                {"-3", true}, {"-0.5", false}};
  for (const auto& [cell, is_whole] : cases) {
    CAPTURE(cell);
    const auto read = test::read_schools(run, test::one_school("change", cell));
    CHECK(bool{read->table.is_whole[position_of(run, "change")] != 0} == is_whole);
    CHECK(read->table.is_whole[position_of(run, "pupils")] != 0);
  }
}

TEST_CASE("figures: a spelling met before is read like the first") {
  const Run run = figures_run();
  const std::string middle = ";tieu_hoc;2024-05-31;";
  std::string text = "school_id;school_type;assessed_on;library\n";
  for (size_t row = 0; row < 200; ++row) {
    std::string word = "chưa có";
    if (row % 3 != 0) word[row % 2] = row % 2 == 0 ? 'C' : 'H';
    text += "s" + std::to_string(row) + middle + word + "\n";
    text += "t" + std::to_string(row) + middle + (row % 2 == 0 ? "GOOD" : "Good") + "\n";
  }
  const auto read = test::read_schools(run, text);
  CHECK(read->faults() == "");
  REQUIRE(read->table.rows == 400);
  const auto& column = read->table.numbers[position_of(run, "library")];
  for (size_t row = 0; row < 400; ++row) CHECK(column[row] == static_cast<double>(row % 2));
}

TEST_CASE("figures: flags, dates, choices and scales") {
  const CellCase cases[] = {
      {"remote", "có", 1},       {"remote", "CO", 1},          {"remote", "không", 0},
      {"remote", "khong", 0},    {"remote", "x", 1},           {"remote", "đạt", 1},
      {"remote", "1", 1},        {"remote", "k", 0},           {"remote", "No", 0},
      {"remote", "co\u0301", 1}, {"remote", "?", kUnknown},    {"remote", "", kUnknown},
      {"remote", "\"có\"", 1},   {"opened", "1970-01-02", 1},  {"opened", "3/1/1970", 2},
      {"opened", "?", kUnknown}, {"power", "grid", 0},         {"power", "SUN", 1},
      {"power", "Lưới Điện", 0}, {"power", "Mains", 0},        {"power", "chua ro", kUnknown},
      {"library", "none", 0},    {"library", "chưa có", 0},    {"library", "good", 1},
      {"library", "", kUnknown}, {"library", "\" good \"", 1},
  };
  check_cells(cases);
}

TEST_CASE("figures: texts are composed, without blanks, and unknown words are empty") {
  const Run run = figures_run();
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Dạy tốt", "Dạy tốt"},
      {" a ", "a"},
      {"\"a \"\"b\"\"\"", "a \"b\""},
      {"?", ""},
      {"", ""},
      {"Chưa rõ", ""},
      {"Sơ\u0301n", "S\u1EDBn"},
      {"x", "x"},
      {"1", "1"},
  };
  for (const auto& [cell, text] : cases) {
    CAPTURE(cell);
    const auto read = test::read_schools(run, test::one_school("motto", cell));
    CHECK(read->faults() == "");
    CHECK(read->table.texts[position_of(run, "motto")][0] == text);
  }
}

struct FaultCase {
  std::string_view field, cell, said;  // after "data.csv:2:4: error: "
};

void check_faults(std::span<const FaultCase> cases, char separator = ';') {
  const Run run = figures_run();
  for (const FaultCase& c : cases) {
    CAPTURE(c.field);
    CAPTURE(c.cell);
    std::string text = test::one_school(c.field, c.cell);
    if (separator == ',')
      for (char& letter : text)
        if (letter == ';') letter = ',';
    const auto read = test::read_schools(run, text);
    CHECK(read->faults() == fmt::format("data.csv:2:4: error: {}\n", c.said));
    const auto& column = read->table.numbers[position_of(run, c.field)];
    if (c.said.find("expected at") == std::string_view::npos && !column.empty())
      CHECK(std::isnan(column[0]));
  }
}

TEST_CASE("figures: faults of numbers") {
  const FaultCase cases[] = {
      {"pupils", "abc", "pupils: expected a whole number, found \"abc\""},
      {"pupils", "12.5", "pupils: expected a whole number, found \"12.5\""},
      {"pupils", "12,5", "pupils: expected a whole number, found \"12,5\""},
      {"pupils", "1 2", "pupils: expected a whole number, found \"1 2\""},
      {"pupils", "1e3", "pupils: expected a whole number, found \"1e3\""},
      {"pupils", "12.", "pupils: expected a whole number, found \"12.\""},
      {"pupils", "+5", "pupils: expected a whole number, found \"+5\""},
      {"pupils", "có", "pupils: expected a whole number, found \"có\""},
      {"pupils", "đạt", "pupils: expected a whole number, found \"đạt\""},
      {"area", "-", "area: expected a number, found \"-\""},
      {"area", ".5", "area: expected a number, found \".5\""},
      {"area", "62.4%", "area: expected a number, found \"62.4%\"\n  hint: leave out the % sign"},
      {"pupils", "62%",
       "pupils: expected a whole number, found \"62%\"\n  hint: leave out the % sign"},
      {"change", "1234567890123456",
       "change: expected at most 15 digits, found \"1234567890123456\""},
      {"pupils", "0000000000000001",
       "pupils: expected at most 15 digits, found \"0000000000000001\""},
      {"area", "1.2345678901234567",
       "area: expected at most 15 digits, found \"1.2345678901234567\""},
  };
  check_faults(cases);
}

TEST_CASE("figures: a thousands separator is a fault that says so") {
  const FaultCase cases[] = {
      {"pupils", "1.250",
       "pupils: expected a whole number, found \"1.250\"\n  hint: write 1250; a thousands "
       "separator is not read"},
      {"pupils", "1,250",
       "pupils: expected a whole number, found \"1,250\"\n  hint: write 1250; a thousands "
       "separator is not read"},
      {"pupils", "1 250",
       "pupils: expected a whole number, found \"1 250\"\n  hint: write 1250; a thousands "
       "separator is not read"},
      {"pupils", "1'250",
       "pupils: expected a whole number, found \"1'250\"\n  hint: write 1250; a thousands "
       "separator is not read"},
      {"pupils", "1.000",
       "pupils: expected a whole number, found \"1.000\"\n  hint: write 1000; a thousands "
       "separator is not read"},
      {"pupils", "1,000",
       "pupils: expected a whole number, found \"1,000\"\n  hint: write 1000; a thousands "
       "separator is not read"},
      {"area", "1.250.000",
       "area: expected a number, found \"1.250.000\"\n  hint: write 1250000; a thousands separator "
       "is not read"},
      {"area", "1,250,000",
       "area: expected a number, found \"1,250,000\"\n  hint: write 1250000; a thousands separator "
       "is not read"},
      {"area", "1 250",
       "area: expected a number, found \"1 250\"\n  hint: write 1250; a thousands separator is not "
       "read"},
      {"area", "1.25.000", "area: expected a number, found \"1.25.000\""},
      {"area", "1250.00.000", "area: expected a number, found \"1250.00.000\""},
      {"area", "1.250,5", "area: expected a number, found \"1.250,5\""},
  };
  check_faults(cases);
}

TEST_CASE("figures: three digits behind the sign may be thousands") {
  const FaultCase cases[] = {
      {"change", "8.500",
       "change: \"8.500\" may mean 8500 or 8.5\n  hint: write 8500, or 8.50 if 8.5 is meant"},
      {"change", "12,000",
       "change: \"12,000\" may mean 12000 or 12\n  hint: write 12000, or 12,00 if 12 is meant"},
      {"change", "\" 125.125 \"",
       "change: \"125.125\" may mean 125125 or 125.125\n  hint: write 125125, or 125.1250 if "
       "125.125 is meant"},
      {"change", "-8.500",
       "change: \"-8.500\" may mean -8500 or -8.5\n  hint: write -8500, or -8.50 if -8.5 is meant"},
      {"thousand", "8.500",
       "thousand: \"8.500\" may mean 8500 or 8.5\n  hint: write 8500, or 8.50 if 8.5 is meant"},
  };
  check_faults(cases);
  const CellCase fine[] = {{"below", "8.500", 8.5}, {"below", "998.125", 998.125}};
  check_cells(fine);
}

TEST_CASE("figures: between commas a comma is no decimal sign") {
  const FaultCase cases[] = {
      {"area", "\"62,4\"", "area: expected a number, found \"62,4\""},
      {"pupils", "\"1,250\"",
       "pupils: expected a whole number, found \"1,250\"\n  hint: write 1250; a thousands "
       "separator is not read"},
  };
  check_faults(cases, ',');
}

TEST_CASE("figures: both ends of a range") {
  const FaultCase cases[] = {
      {"pupils", "5001", "pupils: expected at most 5000, found 5001"},
      {"pupils", "-1", "pupils: expected at least 0, found -1"},
      {"area", "0.49", "area: expected at least 0.5, found 0.49"},
      {"area", "0", "area: expected at least 0.5, found 0"},
      {"area", "99.51", "area: expected at most 99.5, found 99.51"},
      {"area", "99,50000000001", "area: expected at most 99.5, found 99.50000000001"},
  };
  check_faults(cases);
}

TEST_CASE("figures: faults of flags, dates, choices and texts") {
  const FaultCase cases[] = {
      {"remote", "maybe", "remote: expected yes or no, found \"maybe\""},
      {"remote", "n/a", "remote: expected yes or no, found \"n/a\""},
      {"remote", "2", "remote: expected yes or no, found \"2\""},
      {"opened", "2023-02-29",
       "opened: expected a date like 31/12/2023 or 2023-12-31, found \"2023-02-29\""},
      {"opened", "45000",
       "opened: expected a date like 31/12/2023 or 2023-12-31, found \"45000\"\n"
       "  hint: perhaps a date in a cell without a date format: format it as a date in Excel"},
      {"power", "coal", "power: expected one of grid, sun, found \"coal\""},
      {"library", "đạt", "library: expected one of none, good, found \"đạt\""},
  };
  check_faults(cases);
}

TEST_CASE("figures: a text that is not UTF-8") {
  const Run run = figures_run();
  Diagnostics diagnostics(Language::en);
  TextBlock block = test::block_of("A;tr\xEFng\n");  // the cutter checks only the start of a file
  Grid grid;
  REQUIRE(read_csv_grid(block, ';', 2, "data.csv", grid, diagnostics));
  const Binding binding =
      bind_columns({"school_id", "motto"}, {"data.csv", 1}, run, false, diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  SchoolTable table;
  SchoolReader(run, binding, "data.csv", true).read(grid, table, diagnostics);
  CHECK(diagnostics.kept()[0].message == "motto: expected UTF-8 text, found \"tr\uFFFDng\"");
  CHECK(diagnostics.kept()[0].hint ==
        "add --encoding windows-1258 or --encoding tcvn3, whichever reads right; or save as \"CSV "
        "UTF-8\" in Excel");
  CHECK(diagnostics.kept()[0].location == Location{"data.csv", 1, 2});
}

TEST_CASE("figures: one block's decimal signs, each where it is first") {
  const Run run = figures_run();
  Diagnostics diagnostics(Language::en);
  TextBlock block = test::block_of("A;5\nB;6,5\nC;7.5\nD;8,5\nE;9.5\n");
  Grid grid;
  REQUIRE(read_csv_grid(block, ';', 2, "data.csv", grid, diagnostics));
  const Binding binding =
      bind_columns({"school_id", "area"}, {"data.csv", 1}, run, false, diagnostics);
  SchoolTable table;
  SchoolReader reader(run, binding, "data.csv", true);
  reader.read(grid, table, diagnostics);
  CHECK(reader.decimal_signs().comma == Location{"data.csv", 2, 2});
  CHECK(reader.decimal_signs().point == Location{"data.csv", 3, 2});
}

TEST_CASE("figures: the same faulty cell in row after row is told each time") {
  const Run run = figures_run();
  const auto read = test::read_schools(run,
                                       "school_id,school_type,assessed_on,remote\n"
                                       "A,tieu_hoc,2024-05-31,maybe\nB,tieu_hoc,2024-05-31,maybe\n"
                                       "C,tieu_hoc,2024-05-31,có\nD,tieu_hoc,2024-05-31,có\n");
  CHECK(read->faults() ==
        "data.csv:2:4: error: remote: expected yes or no, found \"maybe\"\n"
        "data.csv:3:4: error: remote: expected yes or no, found \"maybe\"\n");
  CHECK(read->table.numbers[position_of(run, "remote")][3] == 1);
}

TEST_CASE("figures: empty last cells before a carriage return") {
  const Run run = figures_run();
  for (const std::string_view field : {"pupils", "area", "remote", "opened", "power", "library"}) {
    CAPTURE(field);
    const auto read =
        test::read_schools(run, fmt::format("school_id;school_type;assessed_on;{}\r\nA;tieu_hoc;"
                                            "2024-05-31;\r\nB;tieu_hoc;2024-05-31;?\r\n",
                                            field));
    CHECK(read->faults() == "");
    CHECK(std::isnan(read->table.numbers[position_of(run, field)][0]));
  }
}

TEST_CASE("figures: columns that the data do not have stay empty") {
  const Run run = figures_run();
  const auto read = test::read_schools(run, test::one_school("pupils", "5"));
  CHECK(read->table.numbers[position_of(run, "area")].empty());
  CHECK(read->table.texts[position_of(run, "motto")].empty());
}

}  // namespace
}  // namespace kdcl
