#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/comparison_case.h"

namespace kdcl::test {
namespace {

std::string rows(std::string_view lines) {
  return fmt::format("school_id;school_type;stage;assessment;assessed_on;1.1.1\n{}", lines);
}

std::string moves_of(std::string_view before, std::string_view after, bool per_stage = false) {
  std::string body(kOneLevel);
  if (per_stage) body += "per_stage: true\n";
  return ComparisonCase(run_of(body), rows(before), rows(after)).moves();
}

TEST_CASE("compare: who moved, in the order of the later side") {
  CHECK(moves_of("A;tieu_hoc;;;2022-05-31;k\nB;tieu_hoc;;;2022-05-31;x\n"
                 "C;tieu_hoc;;;2022-05-31;x\n",
                 "C;tieu_hoc;;;2023-05-31;x\nB;tieu_hoc;;;2023-05-31;k\n"
                 "A;tieu_hoc;;;2023-05-31;x\n") == "C same, B fell, A rose");
}

TEST_CASE("compare: schools that only one side has, last those of the earlier one") {
  CHECK(moves_of("A;tieu_hoc;;;2022-05-31;k\nB;tieu_hoc;;;2022-05-31;x\n",
                 "C;tieu_hoc;;;2023-05-31;x\nB;tieu_hoc;;;2023-05-31;x\n") ==
        "C only after, B same, A only before");
}

TEST_CASE("compare: those out of scope are on no side") {
  CHECK(moves_of("A;tieu_hoc;;;2022-05-31;k\nB;gdtx;;;2022-05-31;x\n",
                 "A;gdtx;;;2023-05-31;x\nB;tieu_hoc;;;2023-05-31;x\n") ==
        "B only after, A only before");
}

TEST_CASE("compare: the latest assessment of each side counts, of one day the external one") {
  CHECK(moves_of("A;tieu_hoc;;;2022-05-31;k\nA;tieu_hoc;;;2021-05-31;x\n",
                 "A;tieu_hoc;;self;2023-05-31;k\nA;tieu_hoc;;external;2023-05-31;x\n"
                 "A;tieu_hoc;;self;2022-12-31;k\n") == "A rose");
}

TEST_CASE("compare: stage by stage in per-stage sets") {
  CHECK(moves_of("A;tieu_hoc;tieu_hoc;;2022-05-31;k\nA;tieu_hoc;thcs;;2022-05-31;x\n",
                 "A;tieu_hoc;thcs;;2023-05-31;x\nA;tieu_hoc;tieu_hoc;;2023-05-31;x\n",
                 true) == "A/thcs same, A/tieu_hoc rose");
  CHECK(moves_of("A;tieu_hoc;tieu_hoc;;2022-05-31;k\nA;tieu_hoc;thcs;;2022-05-31;x\n",
                 "A;tieu_hoc;thcs;;2023-05-31;k\nA;tieu_hoc;thpt;;2023-05-31;x\n",
                 true) == "A/thcs fell, A/thpt only after, A/tieu_hoc only before");
}

TEST_CASE("compare: a school of one row a side is one school, whatever its stage is called") {
  CHECK(moves_of("A;tieu_hoc;;;2022-05-31;k\n", "A;tieu_hoc;tieu_hoc;;2023-05-31;x\n", true) ==
        "A/tieu_hoc rose");
}

TEST_CASE("compare: sets without a common indicator say nothing of each other") {
  std::string other(kOneLevel);
  other.replace(other.find("\"1.1\""), 5, "\"1.2\"");
  const ComparisonCase compared(kOneLevel, other, rows("A;tieu_hoc;;;2022-05-31;x\n"));
  CHECK(compared.moves() == "A not comparable");
  CHECK(compared.causes() == "");
}

}  // namespace
}  // namespace kdcl::test
