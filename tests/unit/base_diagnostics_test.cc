#include <doctest/doctest.h>

#include "base/diagnostics.h"

namespace kdcl {
namespace {

constexpr Message kPlain{"sai", "wrong"};
constexpr Message kFound{"{0}: cần {1}, gặp \"{2}\"", "{0}: expected {1}, found \"{2}\""};
constexpr Message kRemedy{"viết {0}", "write {0}"};

TEST_CASE("diagnostics: nothing in a message steers the terminal") {
  constexpr Message kSays{"gặp {0}", "found {0}"};
  Diagnostics diagnostics(Language::en);
  diagnostics.error({"a\x1B[2J.csv", 2}, kSays, "b\x07\xC2\x9B\n\td").hint(kRemedy, "\x1B]0;e");
  CHECK(format_diagnostics(diagnostics, false) ==
        "a [2J.csv:2: error: found b  \n d\n  hint: write  ]0;e\n");
}

TEST_CASE("diagnostics: places as far as they are known") {
  const std::pair<Location, std::string_view> cases[] = {
      {{"a.csv", 14, 6}, "a.csv:14:6: error: wrong\n"},
      {{"a.csv", 14, 0}, "a.csv:14: error: wrong\n"},
      {{"a.csv", 0, 0}, "a.csv: error: wrong\n"},
      {{"a.csv", 0, 6}, "a.csv: error: wrong\n"},
      {{"", 0, 0}, "error: wrong\n"},
  };
  for (const auto& [where, said] : cases) {
    Diagnostics diagnostics(Language::en);
    diagnostics.error(where, kPlain);
    CHECK(format_diagnostics(diagnostics, false) == said);
  }
}

TEST_CASE("diagnostics: message, hint and both languages") {
  for (const Language language : {Language::vi, Language::en}) {
    Diagnostics diagnostics(language);
    diagnostics.error({"data/2024.csv", 14, 6}, kFound, "pupils", 5, "1,250").hint(kRemedy, 1250);
    diagnostics.warning({"data/2024.csv", 15, 1}, kPlain);
    CHECK(diagnostics.has_errors());
    CHECK(diagnostics.errors() == 1);
    CHECK(diagnostics.warnings() == 1);
    CHECK(format_diagnostics(diagnostics, false) ==
          (language == Language::vi
               ? "data/2024.csv:14:6: lỗi: pupils: cần 5, gặp \"1,250\"\n  gợi ý: viết 1250\n"
                 "data/2024.csv:15:1: cảnh báo: sai\n"
               : "data/2024.csv:14:6: error: pupils: expected 5, found \"1,250\"\n  hint: write "
                 "1250\n"
                 "data/2024.csv:15:1: warning: wrong\n"));
  }
}

TEST_CASE("diagnostics: braces and bytes in data are not read as a format") {
  Diagnostics diagnostics(Language::en);
  diagnostics.error({"{0}.csv", 1, 1}, kFound, "{}", "{3}", "\xFF{");
  CHECK(format_diagnostics(diagnostics, false) ==
        "{0}.csv:1:1: error: {}: expected {3}, found \"\xFF{\"\n");
}

TEST_CASE("diagnostics: colours stand out the severity only") {
  Diagnostics diagnostics(Language::en);
  diagnostics.error({"a", 1, 1}, kPlain);
  diagnostics.warning({"a", 2, 1}, kPlain);
  CHECK(format_diagnostics(diagnostics, true) ==
        "a:1:1: \033[1;31merror:\033[0m wrong\na:2:1: \033[1;33mwarning:\033[0m wrong\n");
}

TEST_CASE("diagnostics: none") {
  const Diagnostics diagnostics(Language::en);
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(format_diagnostics(diagnostics, false) == "");
}

TEST_CASE("diagnostics: sorted by place within a file, files in the order they were read") {
  Diagnostics diagnostics(Language::en);
  const Location places[] = {{"b", 10, 1}, {"a", 5, 1}, {"b", 9, 2},
                             {"b", 9, 1},  {"a", 1, 1}, {"b", 0, 0}};
  for (const Location& where : places) diagnostics.error(where, kPlain);
  CHECK(format_diagnostics(diagnostics, false) ==
        "b: error: wrong\nb:9:1: error: wrong\nb:9:2: error: wrong\nb:10:1: error: wrong\n"
        "a:1:1: error: wrong\na:5:1: error: wrong\n");
}

Diagnostics many(size_t errors, size_t warnings) {
  Diagnostics diagnostics(Language::en);
  for (size_t i = 0; i < warnings; ++i)
    diagnostics.warning({"w", i + 1, 1}, kPlain).hint(kRemedy, "w");
  for (size_t i = 0; i < errors; ++i) diagnostics.error({"e", i + 1, 1}, kPlain).hint(kRemedy, "e");
  return diagnostics;
}

size_t lines_with(const std::string& text, std::string_view piece) {
  size_t count = 0;
  for (size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1))
    ++count;
  return count;
}

TEST_CASE("diagnostics: at most 100 are printed, errors first, and the rest counted") {
  struct Case {
    size_t errors, warnings, errors_shown, warnings_shown;
    std::string_view rest;
  };
  const Case cases[] = {
      {100, 0, 100, 0, ""},
      {101, 0, 100, 0, "1 more errors not shown\n"},
      {0, 150, 0, 100, "50 more warnings not shown\n"},
      {60, 40, 60, 40, ""},
      {60, 41, 60, 40, "1 more warnings not shown\n"},
      {250, 7, 100, 0, "150 more errors not shown\n7 more warnings not shown\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.errors);
    CAPTURE(c.warnings);
    const Diagnostics diagnostics = many(c.errors, c.warnings);
    CHECK(diagnostics.errors() == c.errors);
    CHECK(diagnostics.warnings() == c.warnings);
    const std::string text = format_diagnostics(diagnostics, false);
    CHECK(lines_with(text, "error: wrong\n") == c.errors_shown);
    CHECK(lines_with(text, "warning: wrong\n") == c.warnings_shown);
    CHECK(lines_with(text, "hint: ") == c.errors_shown + c.warnings_shown);
    CHECK(text.ends_with(c.rest));
  }
}

TEST_CASE("diagnostics: a hint for a fault that was only counted is no hint of another") {
  Diagnostics diagnostics(Language::en);
  for (size_t i = 0; i < kMostDiagnostics; ++i) diagnostics.error({"a", 1, 1}, kPlain);
  diagnostics.error({"a", 2, 1}, kPlain).hint(kRemedy, "x");
  CHECK(diagnostics.kept().back().hint.empty());
}

TEST_CASE("diagnostics: those of a later block move down") {
  Diagnostics all(Language::en);
  all.error({"a", 3, 1}, kPlain);
  Diagnostics block(Language::en);
  block.error({"a", 1, 2}, kPlain).hint(kRemedy, 1);
  block.warning({"a", 0, 0}, kPlain);
  all.append(block, 10);
  CHECK(format_diagnostics(all, false) ==
        "a: warning: wrong\na:3:1: error: wrong\na:11:2: error: wrong\n  hint: write 1\n");
  all.append(many(130, 5));
  CHECK(all.errors() == 132);
  CHECK(all.warnings() == 6);
  all.append(many(0, 0));
  CHECK(all.errors() == 132);
}

}  // namespace
}  // namespace kdcl
