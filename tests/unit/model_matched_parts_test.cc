#include <doctest/doctest.h>

#include <cctype>
#include <string>
#include <string_view>

#include "model/criteria_diff.h"

namespace kdcl {
namespace {

/// Letters of both words matched, first the same ones, then those of the other case: "a>b" pairs.
std::string matched(std::string_view before, std::string_view after) {
  const auto is_same = [](char a, char b) { return a == b; };
  const auto is_similar = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
  std::string text;
  for (const MatchedParts& parts : match_parts(std::span<const char>(before),
                                               std::span<const char>(after), is_same, is_similar)) {
    if (!text.empty()) text += ' ';
    text += parts.before ? std::string(1, before[*parts.before]) : "-";
    text += '>';
    text += parts.after ? std::string(1, after[*parts.after]) : "-";
  }
  return text;
}

TEST_CASE("matched parts: everything once, in the order of the later list") {
  struct Case {
    std::string_view before, after, wanted;
  };
  constexpr Case kCases[] = {
      {"", "", ""},
      {"abc", "abc", "a>a b>b c>c"},
      {"", "ab", "->a ->b"},
      {"ab", "", "a>- b>-"},
      {"abc", "ac", "a>a b>- c>c"},
      {"abc", "bc", "a>- b>b c>c"},
      {"ac", "abc", "a>a ->b c>c"},
      {"abc", "axc", "a>a b>- ->x c>c"},
      {"abc", "cba", "c>c b>b a>a"},
      {"axby", "ba", "b>b y>- a>a x>-"},
  };
  for (const Case& one : kCases) {
    CAPTURE(one.before);
    CAPTURE(one.after);
    CHECK(matched(one.before, one.after) == one.wanted);
  }
}

TEST_CASE("matched parts: the same before the similar, of several the first") {
  CHECK(matched("aA", "A") == "a>- A>A");
  CHECK(matched("aa", "a") == "a>a a>-");
  CHECK(matched("ab", "BA") == "b>B a>A");
  CHECK(matched("a", "Aa") == "->A a>a");
}

}  // namespace
}  // namespace kdcl
