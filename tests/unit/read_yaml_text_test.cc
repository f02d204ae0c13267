#include <doctest/doctest.h>

#include "read/yaml/yaml.h"

namespace kdcl::test {
namespace {

constexpr size_t kNone = std::string_view::npos;

TEST_CASE("places count lines and characters") {
  const std::string_view text = "ab\nđêx\n";  // đ and ê take two bytes each
  const struct {
    size_t offset;
    uint32_t line, column;
  } kPlaces[] = {{0, 1, 1}, {1, 1, 2}, {3, 2, 1}, {5, 2, 2}, {7, 2, 3},
                 {8, 2, 4}, {9, 3, 1}, {1, 1, 2}, {7, 2, 3}};
  YamlPlaceFinder finder(text);
  for (const auto& one : kPlaces) {
    CAPTURE(one.offset);
    CHECK(yaml_place(text, one.offset).line == one.line);
    CHECK(yaml_place(text, one.offset).column == one.column);
    const YamlPlace found = finder.find(one.offset);
    CHECK(found.line == one.line);
    CHECK(found.column == one.column);
  }
}

TEST_CASE("a quote closes as YAML says") {
  const struct {
    std::string_view text;
    size_t close;
  } kQuotes[] = {{"'a'", 2},        {"'it''s' 'x'", 6}, {"''", 1},        {"'a''", kNone},
                 {"'", kNone},      {"\"a\"", 2},       {"\"\\\"\" ", 3}, {"\"\\\\\" ", 3},
                 {"\"\\\"", kNone}, {"\"a'\"", 3}};
  for (const auto& one : kQuotes) {
    CAPTURE(one.text);
    CHECK(closing_quote(one.text, 0) == one.close);
  }
}

TEST_CASE("the unclosed quote is found among closed ones") {
  CHECK(unclosed_quote("a: 'x', b: 'y", 0) == 11);
  CHECK(unclosed_quote("it's # 'x\n\"y", 0) == 10);
  CHECK(unclosed_quote("no quote", 3) == 3);
}

TEST_CASE("a tab indents only before the text of its line") {
  CHECK(indenting_tab("a:\n \tb: c", 7) == 4);
  CHECK(indenting_tab("a:\n  b:\tc", 8) == kNone);
  CHECK(indenting_tab("\t", 1) == 0);
}

}  // namespace
}  // namespace kdcl::test
