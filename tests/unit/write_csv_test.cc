#include <doctest/doctest.h>

#include <string>

#include "write/score_csv.h"

namespace kdcl {
namespace {

/// The cell that a school's name is written as, in a row without a criteria set.
std::string name_cell(std::string_view name, bool raw = false) {
  const Run run;
  ScoredBlock block;
  SchoolTable& table = block.table;
  table.rows = 1;
  table.identity[static_cast<size_t>(IdentityColumn::school_name)] = {name};
  table.assessed_on = {kNoDate};
  table.set = {kNoSet};
  CharBuffer buffer;
  ScoreCsv(run, raw, false).append(block, buffer);
  const std::string_view row = buffer.view();
  constexpr std::string_view kAfter = ",,,,,,,,,,,,,,,,,,\n";
  REQUIRE(row.starts_with(','));
  REQUIRE(row.ends_with(kAfter));
  return std::string(row.substr(1, row.size() - 1 - kAfter.size()));
}

TEST_CASE("score CSV: texts of any length, and what needs quotes anywhere in them") {
  for (size_t length = 0; length <= 50; ++length) {
    CAPTURE(length);
    const std::string text(length, 'a');
    CHECK(name_cell(text) == text);
    for (size_t at = 0; at < length; ++at) {
      CAPTURE(at);
      for (const char c : {',', '\n', '\r'}) {
        std::string special = text;
        special[at] = c;
        const bool is_guarded = at == 0 && c == '\r';  // a spreadsheet might run it
        CHECK(name_cell(special) == (is_guarded ? "\"'" : "\"") + special + "\"");
      }
      std::string quoted = text;
      quoted[at] = '"';
      CHECK(name_cell(quoted) ==
            "\"" + std::string(at, 'a') + "\"\"" + std::string(length - at - 1, 'a') + "\"");
      // Neighbours of the four in the table of characters need nothing.
      for (const char c : {'!', '#', '+', '-', ' ', '~', '\t'}) {
        std::string plain = text;
        plain[at] = c;
        if (at > 0) CHECK(name_cell(plain) == plain);
      }
      std::string blank = text;
      blank[at] = ' ';
      for (const char c : {'\0', '\x01', '\v', '\f', '\x0E', '\x1B', '\x1F', '\x7F'}) {
        std::string control = text;
        control[at] = c;
        CHECK(name_cell(control) == blank);
        CHECK(name_cell(control, true) == control);
      }
    }
  }
}

TEST_CASE("score CSV: only the text itself is looked at") {
  const std::string text = "\",\n" + std::string(40, 'b') + "\",\n";
  for (size_t length = 0; length <= 40; ++length)
    CHECK(name_cell(std::string_view(text).substr(3, length)) == std::string(length, 'b'));
  for (size_t length = 0; length <= 40; ++length)
    CHECK(name_cell(std::string_view(text).substr(43 - length, length)) ==
          std::string(length, 'b'));
}

TEST_CASE("score CSV: controls of two bytes are blanks, the letters beside them are not") {
  CHECK(name_cell("a\xC2\x80"
                  "b\xC2\x9F,") == "\"a b ,\"");
  CHECK(name_cell("a\xC2\xA0"
                  "b\xC3\x80\xC2\xB2") ==
        "a\xC2\xA0"
        "b\xC3\x80\xC2\xB2");
  CHECK(name_cell("\x1B[2J", true) == "\x1B[2J");
}

TEST_CASE("score CSV: formulas are guarded unless raw") {
  for (const std::string text : {"=1+1", "+a", "-a", "@a", "\ta", "=a"}) {
    CHECK(name_cell(text) == "'" + text);
    CHECK(name_cell(text, true) == text);
  }
  for (const std::string text : {"-1", "1", "a=b", "A", "?", "-1.5", "Ân"})
    CHECK(name_cell(text) == text);
  CHECK(name_cell("=a,b") == "\"'=a,b\"");
  // What would be taken for guarded text on reading is guarded itself.
  CHECK(name_cell("'=a") == "''=a");
  for (const std::string text : {"'a", "'", "''", "'-1", "'Trường"}) CHECK(name_cell(text) == text);
  CHECK(name_cell("=a,b", true) == "\"=a,b\"");
}

}  // namespace
}  // namespace kdcl
