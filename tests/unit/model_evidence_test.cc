#include <doctest/doctest.h>

#include "model/school_case.h"

namespace kdcl {
namespace {

CriteriaSet set_of(std::string pattern, std::vector<std::string> criteria) {
  CriteriaSet set;
  set.evidence_code = std::move(pattern);
  for (std::string& id : criteria) set.criteria.emplace_back().id = std::move(id);
  return set;
}

TEST_CASE("spellings of one code") {
  constexpr struct {
    const char* written;
    const char* bare;
  } kCodes[] = {
      {"[H1-1.1-01]", "H1-1.1-01"},   {" h1-1.1-01 ", "H1-1.1-01"}, {"[H1-1.01-01]", "H1-1.1-01"},
      {"H1-1.10-01", "H1-1.10-01"},   {"(MC.1.1.01)", "MC.1.1.01"}, {"MC.1.1.01", "MC.1.1.01"},
      {"H1-1.001-01", "H1-1.001-01"}, {"[H1-1.0-01]", "H1-1.0-01"}, {"", ""},
  };
  for (const auto& code : kCodes) {
    CAPTURE(code.written);
    CHECK(bare_code(code.written) == code.bare);
  }
}

TEST_CASE("a code is printed in the brackets of its set") {
  CHECK(printed_code(set_of(R"(^\[?H\d+-\d\]?$)", {}), "h1-2") == "[H1-2]");
  CHECK(printed_code(set_of(R"(^\(?MC\.\d\)?$)", {}), "[mc.1]") == "(MC.1)");
  CHECK(printed_code(set_of("", {}), "[x1]") == "X1");
}

TEST_CASE("the criterion of a code") {
  const CriteriaSet set = set_of("", {"1.1", "1.10", "2.1", "M4.1"});
  CHECK(criterion_of_code(set, "[H1-1.1-01]") == 0U);
  CHECK(criterion_of_code(set, "[H1-1.01-01]") == 0U);
  CHECK(criterion_of_code(set, "[H1-1.10-01]") == 1U);
  CHECK(criterion_of_code(set, "(MC.2.1.01)") == 2U);
  CHECK(criterion_of_code(set, "H1-M4.1-01") == 3U);
  CHECK_FALSE(criterion_of_code(set, "[H1-1.2-01]"));
  CHECK_FALSE(criterion_of_code(set, "H11.1-01"));
}

}  // namespace
}  // namespace kdcl
