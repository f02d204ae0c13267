#include <doctest/doctest.h>

#include "score/cases.h"
#include "score/data_values.h"
#include "score/score.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

constexpr std::string_view kBody = R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
data_years: 3
fields:
  pupils: {title: {vi: Học sinh, en: Pupils}, type: integer, min: 0, max: 1000}
  girls: {title: {vi: Nữ, en: Girls}, type: integer, min: 0, max: 1000}
  big: {title: {vi: Lớn, en: Big}, type: flag}
measures:
  girl_share: {title: {vi: Tỉ lệ nữ, en: Share of girls}, unit: "%", formula: 100 * girls / pupils}
data_tables:
  - title: {@}
    rows: [{show: pupils}, {title: {@}}, {show: girl_share}, {show: girls, where: big}]
  - title: {@}
    columns: [{@}, {@}]
    rows: [{title: {@}, show: [pupils, null]}]
  - title: {@}
    where: not big
    rows: [{show: pupils}]
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {a: {@}, b: {@}}}}
      - {id: "1.2", title: {@}, levels: {1: {@}, 2: {@}}}
)";

/// Rows scored as a command would have them, each with empty notes.
struct Scored {
  Run run = test::run_of(kBody);
  std::unique_ptr<test::SchoolsRead> read;
  std::vector<ScoredBlock> blocks;

  explicit Scored(const std::string& rows) {
    read = test::read_schools(run,
                              "school_id;school_type;assessment;assessed_on;pupils;girls;big;1.1."
                              "1a;1.1.1b;1.2.1;1.2.2\n" +
                                  rows);
    REQUIRE(read->faults() == "");
    ScoredBlock& block = blocks.emplace_back();
    Scorer(run).score(read->table, block.score);
    block.table = std::move(read->table);
    block.notes.resize(block.table.rows);
  }
};

TEST_CASE("a school year begins in August") {
  CHECK(school_year(*read_date("2024-07-31")) == 2023);
  CHECK(school_year(*read_date("2024-08-01")) == 2024);
  CHECK(school_year(*read_date("2023-12-31")) == 2023);
  CHECK(school_year(*read_date("2024-01-01")) == 2023);
  CHECK(school_year(kNoDate) == 0);
}

TEST_CASE("the latest self-assessment, with what stands beside it") {
  const Scored scored(
      "A;tieu_hoc;self;2022-05-31;;;;x;x;x\n"
      "B;tieu_hoc;external;2023-05-31;;;;x;x;x\n"
      "A;tieu_hoc;self;2024-05-31;;;;x;x;x\n"
      "A;tieu_hoc;external;2024-06-30;;;;x;x;x\n"
      "A;tieu_hoc;external;2023-06-30;;;;x;x;x\n"
      "A;tieu_hoc;self;2023-12-31;;;;x;x;x\n"
      "C;gdtx;self;2024-05-31;;;;;;\n"
      "A;tieu_hoc;self;2022-01-31;;;;x;x;x\n");
  const std::vector<SchoolFile> files = find_files(scored.run, scored.blocks);
  REQUIRE(files.size() == 2);
  REQUIRE(files[0].cases.size() == 1);
  const SchoolCase& school = files[0].cases[0];
  CHECK(school.row.row == 2);
  REQUIRE(school.external);
  CHECK(school.external->row == 3);
  REQUIRE(school.earlier);
  CHECK(school.earlier->row == 5);
  // 2022-01-31 and 2022-05-31 are one school year, 2023-12-31 and 2024-05-31 another.
  REQUIRE(school.years.size() == 2);
  CHECK(school.years[0].row == 0);
  CHECK(school.years[1].row == 2);
  CHECK(files[1].text(IdentityColumn::school_id) == "B");
  CHECK(files[1].cases[0].row.row == 1);
  CHECK_FALSE(files[1].cases[0].external);
  CHECK_FALSE(files[1].cases[0].earlier);
}

TEST_CASE("data tables by school year and by column") {
  const Scored scored(
      "A;tieu_hoc;self;2022-05-31;200;50;;x;x;x\n"
      "A;tieu_hoc;self;2024-05-31;400;;k;x;x;x\n"
      "A;tieu_hoc;self;2020-05-31;100;10;;x;x;x\n");
  const auto files = find_files(scored.run, scored.blocks);
  const DataValues data = find_data_values(scored.run, files[0].cases[0]);
  CHECK(data.years == std::vector<int>{2021, 2022, 2023});
  REQUIRE(data.tables.size() == 3);  // `not big` holds
  const auto shown = [](const DataTableValues& table) {
    std::string text;
    for (const DataRowValues& row : table.rows) {
      text += fmt::format("{}:", row.row);
      for (const double value : row.values)
        text += std::isnan(value) ? " ?" : fmt::format(" {}", value);
      text += '\n';
    }
    return text;
  };
  CHECK(shown(data.tables[0]) == "0: 200 ? 400\n1:\n2: 25 ? ?\n");  // `big` does not
  CHECK(shown(data.tables[1]) == "0: 400 ?\n");
  // Where it is not known whether a condition holds, nothing is left out.
  const Scored open("A;tieu_hoc;self;2024-05-31;1;1;;x;x;x\n");
  const auto open_files = find_files(open.run, open.blocks);
  const DataValues all = find_data_values(open.run, open_files[0].cases[0]);
  CHECK(all.tables.size() == 3);
  CHECK(all.tables[0].rows.size() == 4);
}

TEST_CASE("what became of plans") {
  constexpr struct {
    const char* name;
    const char* before;  // 1.1.1a;1.1.1b;1.2.1
    const char* now;
    const char* by;
    bool done_then, done_now;
    PlanOutcome outcome;
  } kPlans[] = {
      {"all met", "k;k;x", "x;x;x", "2023-12-31", false, false, PlanOutcome::done},
      {"one still not met, in time", "k;k;x", "x;k;x", "2024-05-31", false, false,
       PlanOutcome::open},
      {"one still not met, a day late", "k;k;x", "x;k;x", "30/05/2024", false, false,
       PlanOutcome::late},
      {"one unknown now", "k;x;x", "?;x;x", "2024-05-30", false, false, PlanOutcome::late},
      {"no date", "k;x;x", "k;x;x", "học kỳ II", false, false, PlanOutcome::open},
      {"not asked any more", "k;x;x", "kad;x;x", "2024-05-30", false, false,
       PlanOutcome::not_needed},
      {"one met, one not asked", "k;k;x", "kad;x;x", "", false, false, PlanOutcome::done},
      {"marked then", "k;x;x", "k;x;x", "2024-05-30", true, false, PlanOutcome::done},
      {"marked now", "k;x;x", "k;x;x", "2024-05-30", false, true, PlanOutcome::done},
      {"nothing was in the way, late", "x;x;k", "x;x;k", "2024-05-30", false, false,
       PlanOutcome::late},
      {"nothing was in the way", "x;x;k", "x;x;k", "", false, false, PlanOutcome::open},
  };
  for (const auto& plan : kPlans) {
    CAPTURE(plan.name);
    Scored scored(
        fmt::format("A;tieu_hoc;self;2023-05-31;;;;{}\nA;tieu_hoc;self;2024-05-31;;;;{}\n",
                    plan.before, plan.now));
    scored.blocks[0].notes[0].of("1.1").plan.push_back({.action = "Sửa",
                                                        .goal = {},
                                                        .by = plan.by,
                                                        .owner = {},
                                                        .cost = {},
                                                        .done = {},
                                                        .is_done = plan.done_then});
    scored.blocks[0].notes[1].of("1.1").plan.push_back({.action = "SỬA",
                                                        .goal = {},
                                                        .by = {},
                                                        .owner = {},
                                                        .cost = {},
                                                        .done = {},
                                                        .is_done = plan.done_now});
    const auto files = find_files(scored.run, scored.blocks);
    const std::vector<TrackedPlan>& tracked = files[0].cases[0].tracked;
    REQUIRE(!tracked.empty());
    CHECK(tracked[0].criterion == "1.1");
    CHECK(tracked[0].outcome == plan.outcome);
  }
}

TEST_CASE("a plan for what did not keep the school from its next level") {
  Scored scored("A;tieu_hoc;self;2023-05-31;;;;k;x;x;k\nA;tieu_hoc;self;2024-05-31;;;;k;x;x;x\n");
  PlanEntry entry{};
  entry.action = "Sửa";
  entry.by = "2024-01-31";
  scored.blocks[0].notes[0].of("1.2").plan.push_back(entry);
  const auto files = find_files(scored.run, scored.blocks);
  const std::vector<TrackedPlan>& tracked = files[0].cases[0].tracked;
  REQUIRE(tracked.size() == 2);
  CHECK(tracked[0].criterion == "1.1");
  CHECK(tracked[0].outcome == PlanOutcome::open);
  CHECK(tracked[1].then == std::vector<std::string>{"1.2.2"});
  CHECK(tracked[1].outcome == PlanOutcome::done);
}

TEST_CASE("what was in the way without a plan") {
  const Scored scored("A;tieu_hoc;self;2023-05-31;;;;k;x;k\nA;tieu_hoc;self;2024-05-31;;;;x;x;k\n");
  const auto files = find_files(scored.run, scored.blocks);
  const std::vector<TrackedPlan>& tracked = files[0].cases[0].tracked;
  REQUIRE(tracked.size() == 2);
  using Names = std::vector<std::string>;
  CHECK(tracked[0].then == Names{"1.1.1a"});
  CHECK(tracked[0].now.empty());
  CHECK(tracked[0].outcome == PlanOutcome::done);
  CHECK_FALSE(tracked[0].entry);
  CHECK(tracked[1].now == Names{"1.2.1"});
  CHECK(tracked[1].outcome == PlanOutcome::open);
}

}  // namespace
}  // namespace kdcl
