#include <doctest/doctest.h>

#include "score/records.h"
#include "score/score.h"
#include "score/summary.h"
#include "support/school_text.h"

namespace kdcl::test {
namespace {

/// The years of the records, and the trends: "A: 2022=1 2023=2 | 2022: 0,1,0 …".
struct TrendsOf {
  std::string records, sums;

  explicit TrendsOf(std::string_view rows, std::string_view as_of = "2023-12-31") {
    const Run run = run_of(kTwoLevels);
    const auto read = read_schools(
        run,
        "school_id;school_type;criteria_set;assessment;assessed_on;recognized_level;recognized_on;"
        "1.1.1;1.1.2\n" +
            std::string(rows));
    REQUIRE(read->faults() == "");
    std::vector<ScoredBlock> blocks(1);
    Scorer(run).score(read->table, blocks[0].score);
    blocks[0].table = std::move(read->table);
    const std::vector<Target> targets;
    const std::vector<BlockMarks> marks(1);
    const Period period = twelve_months_to(*read_date(as_of));
    std::vector<SchoolRecord> found = find_records(run, blocks, period);
    const Summary summary = sum_records({run, blocks, marks, targets, period},
                                        {.identity = IdentityColumn::district}, found);
    for (const SchoolRecord& record : found) add_record(record);
    add_sums(summary.trends);
  }

 private:
  void add_record(const SchoolRecord& record) {
    for (const SchoolYear& year : record.years)
      records += fmt::format("{}{}:{}", records.empty() ? "" : " ", year.year, year.rows.level());
    if (!record.years.empty())
      CHECK(record.years.back().rows.first().row == record.rows.first().row);
  }
  void add_sums(const Trends& trends) {
    for (const auto& [year, sets] : trends.years)
      for (const auto& [set, year_sums] : sets) {
        sums += fmt::format("{}{}:", sums.empty() ? "" : " ", year);
        for (const uint64_t schools : year_sums.levels) sums += std::to_string(schools);
        sums += fmt::format("+{}", year_sums.decided);
      }
    for (const auto& [years, changes] : trends.changes) {
      sums += fmt::format(" {}-{}:", years.first, years.second);
      for (const uint64_t schools : changes) sums += std::to_string(schools);
    }
  }
};

TEST_CASE("of each year the latest assessment counts, of one day the external one") {
  const TrendsOf found(
      "A;tieu_hoc;;self;2023-01-01;;;x;x\n"
      "A;tieu_hoc;;self;2022-12-31;;;k;k\n"
      "A;tieu_hoc;;self;2022-05-01;;;x;x\n"
      "A;tieu_hoc;;self;2020-05-01;;;k;k\n"
      "A;tieu_hoc;;external;2020-05-01;;;x;k\n");
  CHECK(found.records == "2020:1 2022:0 2023:2");
  CHECK(found.sums == "2020:010+0 2022:100+0 2023:001+0 2020-2022:00100 2022-2023:10000");
}

TEST_CASE("years are kept only where there are several; no day is that of the report") {
  CHECK(
      TrendsOf("A;tieu_hoc;;self;2023-01-01;;;x;x\nA;tieu_hoc;;self;2023-12-31;;;k;k\n").records ==
      "");
  const std::string_view dated = "A;tieu_hoc;thu;self;2023-01-01;;;x;x\n";
  const std::string_view undated = "A;tieu_hoc;thu;self;;;;k;k\n";
  for (const std::string& rows :
       {fmt::format("{}{}", dated, undated), fmt::format("{}{}", undated, dated)}) {
    const TrendsOf found(rows);
    CHECK(found.records == "");
    CHECK(found.sums == "2023:100+0");
  }
  CHECK(TrendsOf(undated).sums == "2023:100+0");
}

TEST_CASE("schools out of scope are in no year") {
  CHECK(TrendsOf("A;gdtx;;self;2022-12-31;;;;\nA;tieu_hoc;;self;2023-12-31;;;x;?\n").sums ==
        "2023:010+0");
}

TEST_CASE("rows after the day of the report are in no year; older ones are in theirs") {
  const TrendsOf found(
      "A;tieu_hoc;;self;2023-07-01;;;x;x\n"
      "A;tieu_hoc;;self;2023-06-30;;;k;k\n"
      "A;tieu_hoc;;self;2022-06-30;;;x;k\n"
      "B;tieu_hoc;;self;2021-06-30;;;x;x\n",
      "2023-06-30");
  CHECK(found.records == "2022:1 2023:0");
  CHECK(found.sums == "2021:001+0 2022:010+0 2023:100+0 2022-2023:00100");
}

TEST_CASE("decisions count on the last day of each year") {
  const struct {
    std::string_view level, since, as_of, sums;
  } kCases[] = {
      {"1", "2017-12-30", "2023-12-31", "2022:001+0 2023:001+0 2022-2023:01000"},
      {"1", "2017-12-31", "2023-12-31", "2022:001+1 2023:001+0 2022-2023:01000"},
      {"1", "2018-12-30", "2023-12-31", "2022:001+1 2023:001+0 2022-2023:01000"},
      {"1", "2018-12-31", "2023-12-31", "2022:001+1 2023:001+1 2022-2023:01000"},
      {"2", "2022-12-31", "2023-12-31", "2022:001+1 2023:001+1 2022-2023:01000"},
      {"2", "2023-01-01", "2023-12-31", "2022:001+0 2023:001+1 2022-2023:01000"},
      {"2", "2023-06-30", "2023-06-30", "2022:001+0 2023:001+1 2022-2023:01000"},
      {"2", "2023-07-01", "2023-06-30", "2022:001+0 2023:001+0 2022-2023:01000"},
      {"1", "2018-06-29", "2024-06-30", "2022:001+1 2023:001+0 2022-2023:01000"},
      {"1", "2018-06-30", "2024-06-30", "2022:001+1 2023:001+1 2022-2023:01000"},
      {"1", "2019-01-01", "2024-06-30", "2022:001+1 2023:001+1 2022-2023:01000"},
      {"0", "", "2023-12-31", "2022:001+0 2023:001+0 2022-2023:01000"},
      {"1", "", "2023-12-31", "2022:001+0 2023:001+0 2022-2023:01000"},
      {"", "", "2023-12-31", "2022:001+0 2023:001+0 2022-2023:01000"},
  };
  for (const auto& [level, since, as_of, sums] : kCases) {
    CAPTURE(since);
    const auto row = [level = level, since = since](std::string_view day) {
      return fmt::format("A;tieu_hoc;;self;{};{};{};x;x\n", day, level, since);
    };
    CHECK(TrendsOf(row("2022-05-01") + row("2023-05-01"), as_of).sums == sums);
    // The same for two schools of a year each.
    std::string other = row("2023-05-01");
    other[0] = 'B';
    CHECK(TrendsOf(row("2022-05-01") + other, as_of).sums ==
          sums.substr(0, sums.find(" 2022-2023")));
  }
}

}  // namespace
}  // namespace kdcl::test
