#include <doctest/doctest.h>

#include "base/pattern.h"

namespace kdcl {
namespace {

TEST_CASE("a pattern matches as it says") {
  const auto pattern = Pattern::read(R"(^\[?H\d+-[1-5]\.\d{1,2}-\d{2}\]?$)");
  REQUIRE(pattern);
  for (const char* code : {"[H1-1.1-01]", "H1-1.1-01", "[H12-1.10-99]", "H1-1.01-02"}) {
    CAPTURE(code);
    CHECK(pattern->matches(code));
  }
  for (const char* code : {"", "[H1-1.1-1]", "[H1-6.1-01]", "H1-1.100-01", "x[H1-1.1-01]"}) {
    CAPTURE(code);
    CHECK_FALSE(pattern->matches(code));
  }
}

TEST_CASE("what is no pattern is told") {
  CHECK_FALSE(Pattern::read("(a"));
  CHECK_FALSE(Pattern::read("[z-a]"));
}

TEST_CASE("long texts match nothing, and don't overflow the stack") {
  const auto pattern = Pattern::read("^a*$");
  REQUIRE(pattern);
  CHECK(pattern->matches(std::string(kLongestMatch, 'a')));
  CHECK_FALSE(pattern->matches(std::string(kLongestMatch + 1, 'a')));
}

}  // namespace
}  // namespace kdcl
