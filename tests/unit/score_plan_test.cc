#include <doctest/doctest.h>

#include "score/plan.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

/// Indicators 0-4: 1.1.1a 1.1.1b 1.1.3, 1.2.1 1.2.2.
CriteriaSet planned_set() {
  return test::set_of(R"(
levels:
  1: {title: {@}}
  2: {title: {@}, needs: [{criteria: mandatory, level: 2}, {criteria: optional, at_least: 1, level: 1}]}
  3: {title: {@}}
fields:
  count: {title: {vi: Số, en: Count}, type: integer}
  far: {title: {vi: Xa, en: Far}, type: flag}
  kind: {title: {vi: Loại, en: Kind}, type: text}
standards:
  - id: "1"
    title: {@}
    criteria:
      - id: "1.1"
        title: {@}
        levels:
          1:
            a: {@, require: {measure: count, at_least: 10}}
            b: {@, where: far, require: [{measure: count, at_least: 12, where: far}, {measure: count, at_most: 90, covers: part}]}
          3: {@}
      - id: "1.2"
        title: {@}
        mandatory: false
        where: kind == 'a'
        levels:
          1: {@, where: kind == 'b'}
          2: {@, require: {measure: count, at_least: 20, exceptions: [{where: far, at_least: 15, because: {@}}]}}
)");
}

TEST_CASE("plan: every condition and figure once") {
  const CriteriaSet set = planned_set();
  const SetPlan plan = make_plan(set);
  REQUIRE(plan.figures.size() == 1);
  REQUIRE(plan.conditions.size() == 3);  // far, and the same words with another text
  CHECK(plan.conditions[0]->source == "far");
  CHECK(plan.conditions[1]->source == "kind == 'a'");
  CHECK(plan.conditions[2]->source == "kind == 'b'");
}

TEST_CASE("plan: indicators with figures or conditions") {
  const CriteriaSet set = planned_set();
  const SetPlan plan = make_plan(set);
  REQUIRE(plan.indicators.size() == 4);
  CHECK(plan.indicators[0].indicator == 0);
  CHECK(plan.indicators[0].wheres.empty());
  CHECK(plan.indicators[1].wheres == std::vector<uint32_t>{0});
  REQUIRE(plan.indicators[1].requirements.size() == 2);
  CHECK(plan.indicators[1].requirements[0].where == 0);
  CHECK(plan.indicators[1].requirements[1].where == kNoCondition);
  CHECK(plan.indicators[2].indicator == 3);
  CHECK(plan.indicators[2].wheres == std::vector<uint32_t>{1, 2});
  CHECK(plan.indicators[3].wheres == std::vector<uint32_t>{1});
  REQUIRE(plan.indicators[3].requirements[0].exceptions.size() == 1);
  CHECK(plan.indicators[3].requirements[0].exceptions[0].condition == 0);
  CHECK(plan.indicators[3].requirements[0].exceptions[0].value == 15);
}

TEST_CASE("plan: bits and levels") {
  const CriteriaSet set = planned_set();
  const SetPlan plan = make_plan(set);
  CHECK(plan.words == 1);
  CHECK(plan.all == BitMask{0b11111});
  CHECK(plan.whole == BitMask{0b10001});
  CHECK(plan.criterion_of == std::vector<uint32_t>{0, 0, 0, 1, 1});
  CHECK(plan.firsts == BitMask{0b01001});
  CHECK(plan.lasts == BitMask{0b10100});
  CHECK(plan.own_top == std::vector<int8_t>{3, 2});
  CHECK(plan.level_if_failing == std::vector<int8_t>{0, 0, 1, 0, 1});
  CHECK(plan.reach_if_failing == std::vector<int8_t>{0, 0, 2, 0, 1});
}

TEST_CASE("plan: what the levels need") {
  const CriteriaSet set = planned_set();
  const SetPlan plan = make_plan(set);
  REQUIRE(plan.needs.size() == 3);
  CHECK(plan.counts_criteria);
  REQUIRE(plan.needs[0].size() == 1);
  CHECK(plan.needs[0][0].indicators == BitMask{0b01011});
  CHECK(plan.needs[0][0].at_least == 0);
  REQUIRE(plan.needs[1].size() == 2);
  CHECK(plan.needs[1][0].indicators == BitMask{0b00011});
  CHECK(plan.needs[1][0].criteria == std::vector<uint32_t>{0});
  CHECK(plan.needs[1][1].indicators == BitMask{0b01000});
  CHECK(plan.needs[1][1].at_least == 1);
  CHECK(plan.needs[1][1].level == 1);
  CHECK(plan.needs[1][1].criteria == std::vector<uint32_t>{1});
  CHECK(plan.needs[2][0].indicators == BitMask{0b11111});
}

}  // namespace
}  // namespace kdcl
