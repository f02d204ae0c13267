#include <doctest/doctest.h>

#include "report/forms/parts.h"
#include "score/score.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

constexpr std::string_view kBody = R"(
levels:
  1:
    title: {vi: Mức 1, en: Level 1}
    needs: [{criteria: mandatory, level: 1}, {criteria: optional, at_least: 2, level: 1}]
fields:
  pupils: {title: {vi: Học sinh, en: Pupils}, type: integer, min: 0, max: 1000, unit: {vi: em, en: pupils, one: pupil}}
  passed: {title: {vi: Đạt, en: Passed}, type: integer, min: 0, max: 1000, unit: {vi: em, en: pupils, one: pupil}}
measures:
  pass: {title: {vi: Tỉ lệ, en: Pass rate}, unit: "%", formula: 100 * passed / pupils}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, mandatory: false, levels: {1: {a: {@}, b: {@}}}}
      - {id: "1.2", title: {@}, mandatory: false, levels: {1: {@}}}
      - {id: "1.3", title: {@}, mandatory: false, levels: {1: {@}}}
      - {id: "1.4", title: {@}, clause: Điều 7, levels: {1: {a: {@, require: {measure: pass, at_least: 70}}}}}
)";

struct Gaps {
  Run run = test::run_of(kBody);
  std::unique_ptr<test::SchoolsRead> read;
  ScoredBlock block;
  SchoolCase school{};

  explicit Gaps(const std::string& cells) {
    read = test::read_schools(
        run, test::one_school("pupils;passed;1.1.1a;1.1.1b;1.2.1;1.3.1;1.4.1a", cells));
    REQUIRE(read->faults() == "");
    const Scorer scorer(run);
    scorer.score(read->table, block.score);
    block.details = scorer.details(read->table);
    block.table = std::move(read->table);
    block.notes.resize(1);
    school.row = {&block, 0};
  }
  [[nodiscard]] FormView form() const { return {{run, school.row, Language::en}, school}; }
};

TEST_CASE("mandatory criteria first, then those that lack least") {
  const Gaps gaps("100;62;k;k;k;x;x");
  std::string names;
  for (const Gap& gap : gaps_of(gaps.form()))
    names += gaps.run.sets[0].indicators[gap.indicator].name + " ";
  CHECK(names == "1.4.1a 1.2.1 1.1.1a 1.1.1b ");
  const Gap gap = gaps_of(gaps.form())[0];
  CHECK(gap_words(gap) == "Pass rate (Điều 7)");
  CHECK(gap.found == "62 %");
  CHECK(gap.required == "≥ 70 %");
  CHECK(gap.shortfall == "short by 8 points = 8 pupils");
  CHECK(next_level_title(gaps.form(), gaps.block.score) == "Level 1");
  CHECK(failing_needs(gaps.form(), gaps.block.score) ==
        std::vector<std::string>{
            "Mandatory criteria: every criterion at Level 1; still below (1): 1.4.",
            "Other criteria: at least 2 of 3 criteria at Level 1; so far 1, 1 short. Still below: "
            "1.1, 1.2."});
}

TEST_CASE("a criterion that does not apply is not among those a clause counts") {
  const Gaps gaps("100;70;x;x;k;kad;x");
  CHECK(failing_needs(gaps.form(), gaps.block.score) ==
        std::vector<std::string>{
            "Other criteria: at least 2 of 2 criteria at Level 1; so far 1, 1 short. Still below: "
            "1.2."});
}

TEST_CASE("nothing is in the way at the top") {
  const Gaps gaps("100;70;x;x;x;k;x");
  CHECK(gaps_of(gaps.form()).empty());
  CHECK(next_level_title(gaps.form(), gaps.block.score).empty());
  CHECK(failing_needs(gaps.form(), gaps.block.score).empty());
}

}  // namespace
}  // namespace kdcl
