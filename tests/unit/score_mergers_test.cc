#include <doctest/doctest.h>

#include "score/recheck.h"
#include "support/recheck_text.h"

namespace kdcl {
namespace {

std::unique_ptr<test::RecheckText> merged(std::string_view rows) {
  return test::recheck_text(test::run_of(test::kRecheckBody),
                            "school_id,school_type,assessed_on,recognized_level,recognized_on,"
                            "predecessors,1.1.1,1.2.1\n" +
                                std::string(rows),
                            "2024-05-31");
}

std::string ids_of(const std::vector<Certificate>& certificates) {
  std::string ids;
  for (const Certificate& certificate : certificates)
    ids += (ids.empty() ? "" : " ") + certificate.school_id;
  return ids;
}

std::string ids_of(const std::vector<RecheckedSchool>& schools) {
  std::string ids;
  for (const RecheckedSchool& school : schools)
    ids +=
        (ids.empty() ? "" : " ") + std::string(school.record.rows.text(IdentityColumn::school_id));
  return ids;
}

TEST_CASE("mergers: predecessors are schools no more, and their recognitions go along") {
  const auto text = merged(
      "A,tieu_hoc,2024-05-31,,,B; C ;;B,x,x\n"
      "B,tieu_hoc,2022-05-31,1,2020-01-01,,k,x\n"
      "C,tieu_hoc,2022-05-31,0,,,x,x\n"
      "D,tieu_hoc,2024-05-31,1,2020-01-01,,x,x\n");
  CHECK(text->recheck.merged == 2);
  CHECK(text->recheck.total().schools == 2);
  CHECK(ids_of(text->recheck.schools) == "A D");
  const RecheckedSchool& school = text->recheck.schools[0];
  CHECK(ids_of(school.predecessors) == "B");  // C was never recognised
  CHECK(school.validity == Validity::inherited);
  CHECK(school.number == 1);
  CHECK(school.standing == Standing::holds);  // by its own row, not by B's
  CHECK(text->recheck.total().in_force() == 1);
}

TEST_CASE("mergers: a recognition of its own comes first, the highest of several is rechecked") {
  const auto text = merged(
      "A,tieu_hoc,2024-05-31,1,2023-01-01,B,x,x\n"
      "B,tieu_hoc,2022-05-31,2,2020-01-01,,x,x\n"
      "C,tieu_hoc,2024-05-31,,,D;E,x,x\n"
      "D,tieu_hoc,2022-05-31,1,2020-01-01,,x,x\n"
      "E,tieu_hoc,2022-05-31,2,2015-01-01,,x,x\n");
  REQUIRE(ids_of(text->recheck.schools) == "A C");
  CHECK(text->recheck.schools[0].number == 1);
  CHECK(text->recheck.schools[0].validity == Validity::valid);
  CHECK(ids_of(text->recheck.schools[0].predecessors) == "B");
  CHECK(text->recheck.schools[1].number == 2);
  CHECK(text->recheck.schools[1].validity == Validity::inherited);
}

TEST_CASE("mergers: predecessors of predecessors are some, too") {
  const auto text = merged(
      "A,tieu_hoc,2024-05-31,,,B,x,x\n"
      "B,tieu_hoc,2023-05-31,,,C,x,x\n"
      "C,tieu_hoc,2022-05-31,1,2020-01-01,,x,x\n");
  CHECK(text->recheck.merged == 2);
  REQUIRE(ids_of(text->recheck.schools) == "A");
  CHECK(ids_of(text->recheck.schools[0].predecessors) == "C");
}

TEST_CASE("mergers: what names itself or nothing known") {
  const auto text = merged(
      "AB1,tieu_hoc,2024-05-31,1,2023-01-01,AB1,x,x\n"      // itself only: says nothing
      "AB2,tieu_hoc,2024-05-31,1,2023-01-01,AB3,x,x\n"      // a circle
      "AB3,tieu_hoc,2024-05-31,1,2023-01-01,AB2,x,x\n"      //
      "AB4,tieu_hoc,2024-05-31,1,2023-01-01,AX3;Z,x,x\n");  // nearest AB3
  CHECK(ids_of(text->recheck.schools) == "AB1 AB2 AB3 AB4");
  CHECK(text->mergers.circular == std::vector<std::string_view>{"AB2", "AB3"});
  REQUIRE(text->mergers.unknown.size() == 2);
  CHECK(text->mergers.unknown[0].school_id == "AB4");
  CHECK(text->mergers.unknown[0].named == "AX3");
  CHECK(text->mergers.unknown[0].nearest == "AB3");
  CHECK(text->mergers.unknown[1].named == "Z");
  CHECK(text->mergers.unknown[1].nearest.empty());
}

TEST_CASE("mergers: data without the column") {
  const auto text = test::recheck_text(test::run_of(test::kRecheckBody),
                                       "school_id;school_type;assessed_on\nA;tieu_hoc;2024-05-31\n",
                                       "2024-05-31");
  CHECK(text->mergers.merged.empty());
}

}  // namespace
}  // namespace kdcl
