#include <doctest/doctest.h>

#include "score/recheck.h"
#include "support/recheck_text.h"

namespace kdcl {
namespace {

constexpr std::string_view kHeader =
    "school_id;school_type;district;assessed_on;recognized_level;recognized_on;1.1.1;1.1.2;1.2.1;"
    "1.2.2;share\n";

std::unique_ptr<test::RecheckText> recheck_one(std::string_view recognized, std::string_view cells,
                                               std::string_view day = "2024-05-31") {
  return test::recheck_text(
      test::run_of(test::kRecheckBody),
      fmt::format("{}A;tieu_hoc;Mai Sơn;2024-05-31;{};{}\n", kHeader, recognized, cells), day);
}

/// Names of the obstacles: "1.1.2 1.2.1".
std::string names_of(const Run& run, const std::vector<Obstacle>& obstacles) {
  std::string names;
  for (const Obstacle& obstacle : obstacles)
    names += (names.empty() ? "" : " ") +
             run.sets[obstacle.at.set()].indicators[obstacle.indicator].name;
  return names;
}

TEST_CASE("recheck: how a school stands") {
  const struct {
    std::string_view level, cells;
    Standing standing;
    int asked;
    std::string_view not_met, unknown;
  } kCases[] = {
      {"1", "x;;x;;70", Standing::holds, 1, "", ""},
      {"1", "x;k;x;k;70", Standing::holds, 1, "", ""},  // level 2 is not asked
      {"1", "x;x;x;x;69.9", Standing::falls_short, 1, "1.2.1", ""},
      {"1", "x;x;x;x;", Standing::holds, 1, "", ""},  // judged met, not verified
      {"1", "x;x;;x;", Standing::doubtful, 1, "", "1.2.1"},
      {"1", ";x;;x;", Standing::doubtful, 1, "", "1.1.1 1.2.1"},
      {"1", "k;x;;x;", Standing::falls_short, 1, "1.1.1", "1.2.1"},
      {"2", "x;x;x;x;70", Standing::holds, 2, "", ""},
      {"2", "x;k;x;;70", Standing::falls_short, 2, "1.1.2", "1.2.2"},
      {"2", "k;k;x;x;70", Standing::falls_short, 2, "1.1.1 1.1.2", ""},
      {"2", "x;;x;x;70", Standing::doubtful, 2, "", "1.1.2"},
      {"2", ";;;;", Standing::no_data, 2, "", ""},
      {"2", ";;;;71", Standing::doubtful, 2, "", "1.1.1 1.1.2 1.2.2"},  // a figure is data
      {"2", "n/a;n/a;n/a;n/a;", Standing::no_data, 2, "", ""},
      {"1", "n/a;n/a;x;x;70", Standing::holds, 1, "", ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.level);
    CAPTURE(c.cells);
    const auto text = recheck_one(std::string(c.level) + ";2023-01-01", c.cells);
    REQUIRE(text->recheck.schools.size() == 1);
    const RecheckedSchool& school = text->recheck.schools[0];
    CHECK(school.standing == c.standing);
    CHECK(school.asked == c.asked);
    CHECK(names_of(text->run, school.not_met) == c.not_met);
    CHECK(names_of(text->run, school.unknown) == c.unknown);
    CHECK(text->recheck.total().at(c.standing, Validity::valid) == 1);
  }
}

TEST_CASE("recheck: the figure says by how much") {
  const auto text = recheck_one("1;2023-01-01", "x;x;x;x;62.5");
  const RecheckedSchool& school = text->recheck.schools.at(0);
  REQUIRE(school.not_met.size() == 1);
  REQUIRE(school.not_met[0].figure.has_value());
  CHECK(school.not_met[0].figure->fails);
  CHECK(school.not_met[0].figure->found == 62.5);
  CHECK(school.not_met[0].figure->shortfall == 7.5);
}

TEST_CASE("recheck: validity and the day to file by") {
  const struct {
    std::string_view since, day;
    Validity validity;
    std::string_view file_by;
  } kCases[] = {
      {"2018-12-30", "2023-12-31", Validity::expired, ""},
      {"2018-12-31", "2023-12-31", Validity::expiring, "2023-07-31"},
      {"2019-01-01", "2023-12-31", Validity::expiring, "2023-08-01"},
      {"2019-12-30", "2023-12-31", Validity::expiring, "2024-07-30"},
      {"2019-12-31", "2023-12-31", Validity::expiring, "2024-07-31"},
      {"2020-01-01", "2023-12-31", Validity::valid, ""},
      {"2019-07-31", "2023-12-31", Validity::expiring, "2024-02-29"},  // no 31st, a leap year
      {"2018-07-31", "2023-01-31", Validity::expiring, "2023-02-28"},
      {"2020-02-29", "2024-12-31", Validity::expiring, "2024-09-28"},  // until 28/02/2025
      {"2023-12-31", "2023-12-31", Validity::valid, ""},
      {"", "2023-12-31", Validity::undated, ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.since);
    const auto text = recheck_one("1;" + std::string(c.since), "x;x;x;x;70", c.day);
    REQUIRE(text->recheck.schools.size() == 1);
    const RecheckedSchool& school = text->recheck.schools[0];
    CHECK(school.validity == c.validity);
    CHECK((school.file_by == kNoDate ? "" : format_iso(school.file_by)) == c.file_by);
  }
}

TEST_CASE("recheck: schools without a recognition are counted, not listed") {
  for (const std::string_view recognized : {"0;", ";", "1;2024-06-01"}) {
    CAPTURE(recognized);
    const auto text = recheck_one(recognized, "x;x;x;x;70");
    CHECK(text->recheck.schools.empty());
    CHECK(text->recheck.total().schools == 1);
    CHECK(text->recheck.total().in_force() == 0);
  }
}

TEST_CASE("recheck: shares are of the schools whose set has the standard") {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(test::kRecheckBody));
  sets.push_back(test::set_of(test::one_criterion("", "            a: {@}"),
                              {.id = "gdtx", .applies_to = "school_type == 'gdtx'"}));
  const auto text = test::recheck_text(make_run(std::move(sets), kNoDate),
                                       std::string(kHeader) +
                                           "A;tieu_hoc;X;2024-05-31;1;2023-01-01;x;x;x;x;70\n"
                                           "B;tieu_hoc;Y;2024-05-31;1;2023-01-01;k;x;x;x;70\n"
                                           "C;tieu_hoc;Y;2024-05-31;1;2018-01-01;x;x;x;x;70\n"
                                           "D;gdtx;Y;2024-05-31;1;2023-01-01;;;;;\n"
                                           "E;thcs;Y;2024-05-31;1;2023-01-01;;;;;\n",
                                       "2024-05-31");
  const RecheckSums total = text->recheck.total();
  CHECK(total.schools == 3);
  CHECK(total.in_force() == 2);
  CHECK(total.in_force(Standing::holds) == 1);
  CHECK(total.in_force(Standing::falls_short) == 1);
  CHECK(total.all(Standing::holds) == 2);
  CHECK(total.all(Validity::expired) == 1);
  CHECK(text->recheck.without_standard == 1);
  CHECK(text->recheck.outside.size() == 1);
  CHECK(text->recheck.groups.at({"tieu_hoc", "Y"}).in_force() == 1);
}

TEST_CASE("recheck: a stage below the level asked is in the way") {
  const std::string body = std::string(test::kRecheckBody) + "per_stage: true\n";
  const auto text = test::recheck_text(
      test::run_of(body),
      "school_id;school_type;stage;assessed_on;recognized_level;recognized_on;1.1.1;1.1.2;1.2.1;"
      "1.2.2;share\n"
      "A;tieu_hoc;tieu_hoc;2024-05-31;2;2023-01-01;x;x;x;x;70\n"
      "A;tieu_hoc;thcs;2024-05-31;2;2023-01-01;x;k;x;x;70\n",
      "2024-05-31");
  REQUIRE(text->recheck.schools.size() == 1);
  const RecheckedSchool& school = text->recheck.schools[0];
  CHECK(school.standing == Standing::falls_short);
  REQUIRE(school.not_met.size() == 1);
  CHECK(school.not_met[0].at.row == 1);
}

}  // namespace
}  // namespace kdcl
