#include <doctest/doctest.h>

#include "read/schools/same_schools.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

struct File {
  std::string name;
  std::vector<std::string> codes;
};

SchoolTable table_of(const std::vector<std::string>& codes) {
  SchoolTable table;
  table.rows = codes.size();
  auto& ids = table.identity[static_cast<size_t>(IdentityColumn::school_id)];
  for (const std::string& code : codes) {
    ids.push_back(table.kept_text.emplace_back(code));
    table.line.push_back(table.line.size() + 1);
  }
  return table;
}

/// What is said of files read one after another; rows start in line 2.
std::string said_of(const std::vector<File>& files, bool strict = false) {
  AlikeCodes codes;
  for (const File& file : files) {
    const SchoolTable table = table_of(file.codes);
    codes.add(code_forms(table), table, {file.name, 2, 0, false});
  }
  Diagnostics diagnostics(Language::en);
  codes.report(strict, diagnostics);
  std::string said;
  for (const Diagnostic& each : diagnostics.kept())
    said += fmt::format("{}:{} {}\n", each.location.file, each.location.line,
                        each.message.substr(each.message.find("code")));
  return said;
}

std::string alike(const std::string& code, const std::string& other) {
  return "code \"" + code + "\" here differs from that at " + other +
         " only in leading zeros, case or blanks; they count as two schools\n";
}

TEST_CASE("alike codes: zeros, case and blanks") {
  struct Case {
    std::string one, other;
    bool alike;
  };
  const Case cases[] = {
      {"01001701", "1001701", true},
      {"1001701", "01001701", true},
      {"TH02", "th02", true},
      {"TH02", "TH2", true},
      {"TH02", "TH 02", true},
      {"TH02", "th 2", true},
      {"TH-02", "TH-2", true},
      {"1-02-3", "01-2-003", true},
      {"0", "00", true},
      {"000123456789", "123456789", true},  // more digits than are read at once
      {"A000123456789", "a123456789", true},
      {"Đ01", "đ1", true},
      {"ABCDEFGHIJ1", "abcdefghij01", true},  // longer than eight letters
      {"T01", "T02", false},
      {"T1", "T10", false},
      {"T10", "T1 0", true},
      {"TH", "TH0", false},
      {"1", "A1", false},
      {"T-1", "T1", false},
      {"T.1", "T-1", false},
      {"10", "01", false},
      {"A0B", "AB", false},
      {"A1B", "A1C", false},
      {"X", "X", false},
      {"123456789", "223456789", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.one);
    CAPTURE(c.other);
    CHECK(said_of({{"a.csv", {"Q7", c.one}}, {"b.csv", {c.other, "Q7"}}}) ==
          (c.alike ? "b.csv:2 " + alike(c.other, "a.csv:3") : ""));
    CHECK(said_of({{"a.csv", {c.one, c.other}}}) ==
          (c.alike ? "a.csv:3 " + alike(c.other, "a.csv:2") : ""));
  }
}

TEST_CASE("alike codes: codes written in one way, or bare, have none") {
  std::vector<std::string> padded, bare;
  for (int i = 1; i < 1200; ++i) {
    padded.push_back(fmt::format("S{:04}", i));
    bare.push_back(fmt::format("S{}", i));
  }
  CHECK(said_of({{"a.csv", padded}, {"b.csv", padded}}) == "");
  CHECK(said_of({{"a.csv", bare}, {"b.csv", bare}}) == "");
  // Both: alike where the number has less than four digits; the first ten are told.
  const std::string said = said_of({{"a.csv", padded}, {"b.csv", bare}});
  CHECK(std::count(said.begin(), said.end(), '\n') == 11);
  CHECK(said.find("b.csv:2 " + alike("S1", "a.csv:2")) == 0);
  CHECK(said.ends_with("codes, from this cell on\n"));
}

TEST_CASE("alike codes: each spelling once, an error if strict") {
  CHECK(said_of({{"a.csv", {"T1", "T1", "T01", "T01", "t1", "T1"}}}) ==
        "a.csv:4 " + alike("T01", "a.csv:2") + "a.csv:6 " + alike("t1", "a.csv:2"));
  AlikeCodes codes;
  const SchoolTable table = table_of({"T1", "T01"});
  codes.add(code_forms(table), table, {"a.xlsx:S", 1, 2, true});
  Diagnostics diagnostics(Language::en);
  codes.report(true, diagnostics);
  CHECK(format_diagnostics(diagnostics, false) ==
        "a.xlsx:S!C2: error: school_id: the code \"T01\" here differs from that at a.xlsx:S!1 only "
        "in leading zeros, case or blanks; they count as two schools\n"
        "  hint: write the code of a school in one way in all files\n");
}

TEST_CASE("alike codes: rows that are not one a line") {
  AlikeCodes codes;
  SchoolTable table = table_of({"T1", "T2", "T02"});
  table.line = {1, 4, 5};
  codes.add(code_forms(table), table, {"a.csv", 2, 0, false});
  Diagnostics diagnostics(Language::en);
  codes.report(false, diagnostics);
  REQUIRE(diagnostics.kept().size() == 1);
  CHECK(diagnostics.kept().front().location.line == 6);
  CHECK(diagnostics.kept().front().message.find("a.csv:5 ") != std::string::npos);
}

TEST_CASE("alike codes: more shapes than are numbered") {
  // Every subset of twelve letters as capitals: 4096 shapes of one family.
  std::vector<std::string> spelt;
  for (unsigned bits = 0; bits < 4096; ++bits) {
    std::string code = fmt::format("{:04}", bits);
    for (unsigned i = 0; i < 12; ++i) code += (bits >> i & 1) != 0 ? 'A' : 'a';
    spelt.push_back(code);
  }
  CHECK(said_of({{"a.csv", spelt}}) == "");
  spelt.push_back("4095" + std::string(12, 'a'));
  // The first shape is the usual one, so the other is told.
  CHECK(said_of({{"a.csv", spelt}}) == "a.csv:4097 " + alike(spelt[4095], "a.csv:4098"));
}

}  // namespace
}  // namespace kdcl
