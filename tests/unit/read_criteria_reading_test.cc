#include <doctest/doctest.h>

#include "read/criteria/reading.h"

namespace kdcl::test {
namespace {

TEST_CASE("the names in an expression are found without parsing it") {
  const struct {
    std::string_view source;
    std::vector<std::string_view> names;
  } kSources[] = {
      {"", {}},
      {"1.5 + 2e3", {}},
      {"100 * a / (b - a)", {"a", "b", "a"}},
      {"x_1 == 'y z' and known(w)", {"x_1", "and", "known", "w"}},
      {"a == 'b", {"a"}},
      {"a == '", {"a"}},
      {"tỷ + b", {"t", "b"}},
  };
  for (const auto& one : kSources) {
    CAPTURE(one.source);
    CHECK(names_in(one.source) == one.names);
  }
}

}  // namespace
}  // namespace kdcl::test
