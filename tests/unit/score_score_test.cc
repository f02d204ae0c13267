#include "score/score.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/school_rows.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

using test::one_criterion;
using test::one_school;
using test::read_schools;
using test::run_of;

/// a is covered whole by its figure, b in part, c has none.
Run figures_run() {
  return run_of(one_criterion(
      R"(fields:
  count: {title: {vi: Số, en: Count}, type: integer}
  far: {title: {vi: Xa, en: Far}, type: flag}
)",
      R"(
            a: {@, require: {measure: count, at_least: 10}}
            b: {@, require: {measure: count, at_least: 10, covers: part}}
            c: {@}
            d: {@, require: {measure: count, at_least: 10, where: far}}
            e: {@, where: far, require: {measure: count, at_least: 10}}
            f: {@, require: [{measure: count, at_least: 10}, {measure: count, at_most: 20, covers: part}]})"));
}

struct Scored {
  Verdict verdict;
  bool contradiction, unverified;
};

Scored score_one(const Run& run, std::string_view columns, std::string_view cells,
                 size_t indicator) {
  const auto read = read_schools(run, one_school(columns, cells));
  REQUIRE(read->faults() == "");
  ScoreBlock block;
  Scorer(run).score(read->table, block);
  return {verdict_of(block, 0, indicator), block.contradiction.test(0, indicator),
          block.unverified.test(0, indicator)};
}

struct JudgedCase {
  char letter;
  std::string_view judged;
  std::string_view count;  // 10 is enough, 9 is not
  std::string_view far;
  Verdict verdict;
  bool contradiction = false;
  bool unverified = false;
};

constexpr Verdict kMet = Verdict::met;
constexpr Verdict kNotMet = Verdict::not_met;
constexpr Verdict kOpen = Verdict::unknown;
constexpr Verdict kNone = Verdict::not_applicable;

void check_judged(std::span<const JudgedCase> cases) {
  const Run run = figures_run();
  for (const JudgedCase& c : cases) {
    CAPTURE(c.letter);
    CAPTURE(c.judged);
    CAPTURE(c.count);
    CAPTURE(c.far);
    const Scored scored = score_one(run, fmt::format("count;far;1.1.1{}", c.letter),
                                    fmt::format("{};{};{}", c.count, c.far, c.judged),
                                    static_cast<size_t>(c.letter - 'a'));
    CHECK(scored.verdict == c.verdict);
    CHECK(scored.contradiction == c.contradiction);
    CHECK(scored.unverified == c.unverified);
  }
}

TEST_CASE("score: judgement against figures that cover the indicator whole") {
  const JudgedCase cases[] = {
      {'a', "đạt", "10", "", kMet},
      {'a', "đạt", "9", "", kNotMet, true},
      {'a', "đạt", "?", "", kMet, false, true},
      {'a', "không đạt", "10", "", kNotMet, true},
      {'a', "không đạt", "9", "", kNotMet},
      {'a', "không đạt", "?", "", kNotMet},
      {'a', "", "10", "", kMet},
      {'a', "", "9", "", kNotMet},
      {'a', "", "?", "", kOpen},
      {'a', "n/a", "10", "", kNone},
      {'a', "n/a", "9", "", kNone},
      {'a', "n/a", "?", "", kNone},
  };
  check_judged(cases);
}

TEST_CASE("score: judgement against figures that cover the indicator in part") {
  const JudgedCase cases[] = {
      {'b', "đạt", "10", "", kMet},
      {'b', "đạt", "9", "", kNotMet, true},
      {'b', "đạt", "?", "", kMet, false, true},
      {'b', "không đạt", "10", "", kNotMet, false},
      {'b', "không đạt", "9", "", kNotMet},
      {'b', "không đạt", "?", "", kNotMet},
      {'b', "", "10", "", kOpen},
      {'b', "", "9", "", kNotMet},
      {'b', "", "?", "", kOpen},
      {'b', "n/a", "9", "", kNone},
      // One requirement that covers part makes the whole list part.
      {'f', "", "10", "", kOpen},
      {'f', "", "21", "", kNotMet},
      {'f', "không đạt", "15", "", kNotMet, false},
  };
  check_judged(cases);
}

TEST_CASE("score: judgement alone") {
  const JudgedCase cases[] = {
      {'c', "đạt", "9", "", kMet},
      {'c', "không đạt", "10", "", kNotMet},
      {'c', "", "10", "", kOpen},
      {'c', "?", "10", "", kOpen},
      {'c', "n/a", "10", "", kNone},
      // The only requirement is left out where its condition is false.
      {'d', "đạt", "9", "không", kMet},
      {'d', "không đạt", "10", "không", kNotMet},
      {'d', "", "10", "không", kOpen},
      {'d', "", "9", "không", kOpen},
  };
  check_judged(cases);
}

TEST_CASE("score: conditions of a requirement and of an indicator") {
  const JudgedCase cases[] = {
      {'d', "", "9", "có", kNotMet},
      {'d', "", "10", "có", kMet},
      {'d', "đạt", "9", "?", kMet, false, true},
      {'d', "", "9", "?", kOpen},
      {'d', "", "10", "?", kOpen},
      {'d', "không đạt", "10", "?", kNotMet},
      {'e', "đạt", "9", "có", kNotMet, true},
      {'e', "đạt", "9", "không", kNone},
      {'e', "không đạt", "10", "không", kNone},
      {'e', "", "10", "không", kNone},
      // Unknown: the requirements are left out and the judgement alone decides.
      {'e', "đạt", "9", "?", kMet},
      {'e', "không đạt", "10", "?", kNotMet},
      {'e', "", "10", "?", kOpen},
  };
  check_judged(cases);
}

TEST_CASE("score: a filled-in not met is never a contradiction, a filled-in met may be") {
  const Run run = figures_run();
  const Scored low = score_one(run, "count;1.1", "10;0", 0);
  CHECK(low.verdict == kNotMet);
  CHECK_FALSE(low.contradiction);
  const Scored high = score_one(run, "count;1.1", "9;1", 0);
  CHECK(high.verdict == kNotMet);
  CHECK(high.contradiction);
  const Scored own = score_one(run, "count;1.1;1.1.1a", "10;1;k", 0);
  CHECK(own.verdict == kNotMet);
  CHECK(own.contradiction);
}

TEST_CASE("score: what was judged, and figures that cover the whole where nothing was") {
  struct Case {
    char letter;
    std::string_view judged, count, far;
    Verdict verdict;
  };
  const Case cases[] = {
      {'a', "đạt", "9", "", kMet},
      {'a', "đạt", "?", "", kMet},
      {'a', "không đạt", "10", "", kNotMet},
      {'a', "n/a", "9", "", kNone},
      {'a', "", "10", "", kMet},
      {'a', "", "9", "", kNotMet},
      {'a', "", "?", "", kOpen},
      {'b', "đạt", "9", "", kMet},
      {'b', "", "10", "", kOpen},
      {'b', "", "9", "", kOpen},
      {'c', "", "9", "", kOpen},
      {'c', "đạt", "9", "", kMet},
      {'d', "", "9", "có", kNotMet},
      {'d', "", "9", "không", kOpen},
      {'d', "", "9", "?", kOpen},
      {'e', "đạt", "9", "không", kMet},
      {'e', "không đạt", "9", "không", kNotMet},
      {'e', "", "10", "không", kNone},
      {'e', "", "10", "có", kMet},
      {'e', "", "10", "?", kOpen},
      {'f', "", "21", "", kOpen},
      {'f', "đạt", "21", "", kMet},
  };
  const Run run = figures_run();
  for (const Case& c : cases) {
    CAPTURE(c.letter);
    CAPTURE(c.judged);
    CAPTURE(c.count);
    CAPTURE(c.far);
    const auto read =
        read_schools(run, one_school(fmt::format("count;far;1.1.1{}", c.letter),
                                     fmt::format("{};{};{}", c.count, c.far, c.judged)));
    REQUIRE(read->faults() == "");
    ScoreBlock block;
    Scorer(run).score(read->table, block, Basis::judgement);
    CHECK(verdict_of(block, 0, static_cast<size_t>(c.letter - 'a')) == c.verdict);
    CHECK_FALSE(has_any(block.contradiction, 0));
  }
}

TEST_CASE("score: the level that was judged, by the criterion's level too") {
  const Run run = figures_run();
  struct Case {
    std::string_view columns, cells;
    int judged, judged_max, scored;
  };
  const Case cases[] = {
      {"count;far;1.1", "9;có;1", 1, 1, 0},  // filled in as met
      {"count;far;1.1", "15;có;1", 1, 1, 1},
      {"count;far;1.1", "15;có;0", 0, 0, 0},
      {"count;far;1.1;1.1.1a", "9;có;1;k", 0, 0, 0},
      {"count;far;1.1.1a;1.1.1b;1.1.1c;1.1.1d;1.1.1e;1.1.1f", "9;có;x;;x;x;x;x", 0, 1, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.columns);
    CAPTURE(c.cells);
    const auto read = read_schools(run, one_school(c.columns, c.cells));
    REQUIRE(read->faults() == "");
    ScoreBlock judged, scored;
    const Scorer scorer(run);
    scorer.score(read->table, judged, Basis::judgement);
    scorer.score(read->table, scored);
    CHECK(judged.level[0] == c.judged);
    CHECK(judged.level_max[0] == c.judged_max);
    CHECK(scored.level[0] == c.scored);
  }
}

TEST_CASE("score: the condition of a criterion holds for all its indicators") {
  const Run run = run_of(R"(
levels:
  1: {title: {@}}
fields:
  far: {title: {vi: Xa, en: Far}, type: flag}
  near: {title: {vi: Gần, en: Near}, type: flag}
standards:
  - id: "1"
    title: {@}
    criteria:
      - id: "1.1"
        title: {@}
        where: far
        levels:
          1: {a: {@}, b: {@, where: near, require: {measure: near, equals: false}}}
)");
  struct Case {
    std::string_view cells;
    Verdict a, b;
  };
  const Case cases[] = {
      {"có;có;x;x", kMet, kNotMet},  {"có;không;x;x", kMet, kNone}, {"không;có;x;x", kNone, kNone},
      {"không;?;x;x", kNone, kNone}, {"?;không;x;x", kMet, kNone},  {"?;có;x;x", kMet, kMet},
      {"có;?;x;", kMet, kOpen},
  };
  for (const Case& c : cases) {
    CAPTURE(c.cells);
    const auto read = read_schools(run, one_school("far;near;1.1.1a;1.1.1b", c.cells));
    ScoreBlock block;
    Scorer(run).score(read->table, block);
    CHECK(verdict_of(block, 0, 0) == c.a);
    CHECK(verdict_of(block, 0, 1) == c.b);
  }
}

/// Two sets of different size: primary with two criteria, secondary with one.
Run two_sets() {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(R"(
levels:
  1: {title: {@}}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {a: {@}, b: {@}}}}
      - {id: "1.2", title: {@}, levels: {1: {a: {@}}}}
)",
                              {.id = "tieu-hoc"}));
  sets.push_back(test::set_of(R"(
levels:
  1: {title: {@}}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "2.1", title: {@}, levels: {1: {a: {@}}}}
)",
                              {.id = "thcs", .applies_to = "school_type == 'thcs'"}));
  return make_run(std::move(sets), kNoDate);
}

TEST_CASE("score: rows of several sets and of none keep their places") {
  const Run run = two_sets();
  const auto read = read_schools(run,
                                 "school_id,school_type,assessed_on,1.1.1a,1.1.1b,1.2.1a,2.1.1a\n"
                                 "A,thcs,2024-05-31,,,,x\n"
                                 "B,tieu_hoc,2024-05-31,x,x,k,\n"
                                 "C,gdtx,2024-05-31,,,,\n"
                                 "D,tieu_hoc,2024-05-31,x,x,x,\n");
  REQUIRE(read->faults() == "");
  ScoreBlock block;
  Scorer(run).score(read->table, block);
  const auto none = static_cast<int>(kNoLevel);
  CHECK(std::vector<int>(block.level.begin(), block.level.end()) ==
        std::vector<int>{1, 0, none, 1});
  CHECK(std::vector<int>(block.school_level.begin(), block.school_level.end()) ==
        std::vector<int>{1, 0, none, 1});
  REQUIRE(block.criteria_stride == 2);
  CHECK(std::vector<int>(block.criterion_level.begin(), block.criterion_level.end()) ==
        std::vector<int>{1, none, 1, 0, none, none, 1, 1});
  CHECK(block.blocking.test(1, 2));
  CHECK_FALSE(block.blocking.test(0, 0));
}

Run detailed_run() {
  return run_of(R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
awards:
  accreditation: [{level: 1, title: {@}}]
  national_standard:
    - {level: 1, title: {@}, needs: [{id: cohort, @, where: count >= 10}, {id: far, @, where: far}]}
    - {level: 2, title: {@}, needs: [{id: cohort, @, where: count >= 20}]}
fields:
  count: {title: {vi: Số, en: Count}, type: integer}
  far: {title: {vi: Xa, en: Far}, type: flag}
measures:
  twice: {title: {@}, formula: 2 * count}
standards:
  - id: "1"
    title: {@}
    criteria:
      - id: "1.1"
        title: {@}
        monitor: [twice]
        levels: {1: {a: {@, require: {measure: count, at_least: 10}}, b: {@}}, 2: {@}}
      - {id: "1.2", title: {@}, where: far, monitor: [count], levels: {1: {a: {@}}}}
)");
}

TEST_CASE("score: details have figures, monitored values and award conditions") {
  const Run run = detailed_run();
  const auto read = read_schools(run,
                                 "school_id;school_type;assessed_on;count;far\n"
                                 "A;tieu_hoc;2024-05-31;15;có\n"
                                 "B;tieu_hoc;2024-05-31;?;không\n"
                                 "C;gdtx;2024-05-31;15;có\n"
                                 "D;tieu_hoc;2024-05-31;20;?\n");
  REQUIRE(read->faults() == "");
  const std::vector<SchoolDetail> details = Scorer(run).details(read->table);
  REQUIRE(details.size() == 4);
  REQUIRE(details[0].figures.size() == 4);
  CHECK(details[0].figures[0]->found == 15);
  CHECK_FALSE(details[0].figures[1].has_value());
  CHECK(details[0].monitors == std::vector<double>{30, 15});
  CHECK(details[0].conditions == std::vector<Verdict>{kMet, kMet, kNotMet});
  CHECK(std::isnan(details[1].figures[0]->found));
  CHECK(std::isnan(details[1].monitors[0]));
  CHECK(details[1].conditions == std::vector<Verdict>{kOpen, kNotMet, kOpen});
  CHECK(details[2].figures.empty());
  CHECK(details[2].monitors.empty());
  CHECK(details[3].monitors[0] == 40);
  CHECK(std::isnan(details[3].monitors[1]));  // the criterion may not apply
  CHECK(details[3].conditions == std::vector<Verdict>{kMet, kOpen, kMet});
}

TEST_CASE("score: an award is the number of the highest whose level is reached") {
  AwardFamily family{"national_standard", std::vector<Award>(2)};
  family.awards[0].level = 2;
  family.awards[1].level = 3;
  const int expected[] = {0, 0, 1, 2, 2};
  for (int level = 0; level <= 4; ++level) {
    CAPTURE(level);
    CHECK(award_number(family, level) == expected[level]);
  }
  CHECK(award_number(family, kNoLevel) == 0);
}

TEST_CASE("score: a run without rows") {
  const Run run = figures_run();
  ScoreBlock block;
  SchoolTable table;
  Scorer(run).score(table, block);
  CHECK(block.level.empty());
  CHECK(Scorer(run).details(table).empty());
}

}  // namespace
}  // namespace kdcl
