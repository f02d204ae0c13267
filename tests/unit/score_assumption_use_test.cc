#include <doctest/doctest.h>

#include "read/criteria/assumptions.h"
#include "score/assumption_use.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

constexpr std::string_view kFields = R"(fields:
  count: {title: {vi: Số, en: Count}, type: integer}
  far: {title: {vi: Xa, en: Far}, type: flag}
)";

/// The statements whose condition held in none of the rows.
std::string unused(const std::vector<std::string>& statements, const std::string& rows) {
  Run run = test::run_of(test::one_criterion(
      kFields, "            a: {@, require: {measure: count, at_least: 10}}\n"));
  Diagnostics diagnostics(Language::en);
  take_assumptions(statements, run, diagnostics);
  REQUIRE(!diagnostics.has_errors());
  const AssumptionUse use(run);
  const auto read = test::read_schools(run, "school_id;school_type;assessed_on;count;far\n" + rows);
  REQUIRE(read->faults() == "");
  use.note(read->table);
  std::string result;
  for (const Assumption& assumption : use.unused()) result += assumption.where + ";";
  return result;
}

TEST_CASE("assumption_use: conditions that hold for no row that is judged") {
  const std::string far = "indicator 1.1.1a at_least 5 where far";
  CHECK(unused({far}, "A;tieu_hoc;2024-05-31;9;có\n") == "");
  CHECK(unused({far}, "A;tieu_hoc;2024-05-31;9;không\n") == "far;");
  CHECK(unused({far}, "A;tieu_hoc;2024-05-31;9;?\n") == "far;");
  CHECK(unused({far}, "A;tieu_hoc;2024-05-31;9;không\nB;tieu_hoc;2024-05-31;9;có\n") == "");
  // Of a row that no set of the assumption judges the condition says nothing.
  CHECK(unused({far}, "A;gdtx;2024-05-31;9;có\n") == "far;");
  CHECK(unused({far}, "") == "far;");
  CHECK(unused({"indicator 1.1.1a at_least 5"}, "A;gdtx;2024-05-31;9;có\n") == "");
  CHECK(unused({far, "indicator 1.1.1a at_least 6 where not far"},
               "A;tieu_hoc;2024-05-31;9;không\n") == "far;");
}

}  // namespace
}  // namespace kdcl
