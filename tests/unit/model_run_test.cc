#include <doctest/doctest.h>

#include "model/run.h"
#include "support/level_sets.h"

namespace kdcl {
namespace {

constexpr std::string_view kFirst = R"(
levels:
  1: {title: {@}}
fields:
  pupils: {title: {vi: Học sinh, en: Pupils}, type: integer}
  far: {title: {vi: Xa, en: Far}, type: flag}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {a: {@, require: {measure: pupils, at_least: 10, where: far}}}}}
)";

/// The fields of the first set in another order, after one of its own; every place where an
/// expression may stand.
constexpr std::string_view kSecond = R"(
levels:
  1: {title: {@}}
awards:
  accreditation: [{level: 1, title: {@}, needs: [{id: cohort, @, where: pupils > 0}]}]
fields:
  rooms: {title: {vi: Phòng, en: Rooms}, type: integer}
  far: {title: {vi: Xa, en: Far}, type: flag}
  pupils: {title: {vi: Học sinh, en: Pupils}, type: integer}
measures:
  each: {title: {@}, formula: pupils / rooms}
standards:
  - id: "1"
    title: {@}
    criteria:
      - id: "2.1"
        title: {@}
        where: rooms > 0
        monitor: [each]
        levels:
          1:
            a: {@, where: far, require: {measure: pupils, at_least: 10, where: rooms > 1, exceptions: [{where: far, at_least: 5, because: {@}}]}}
            b: {@, require: {measure: each, at_least: 10}}
data_years: 3
data_tables:
  - {title: {@}, where: far, rows: [{show: rooms, where: pupils > 1}, {show: each}]}
  - {title: {@}, columns: [{@}, {@}], rows: [{title: {@}, show: [null, pupils]}]}
)";

Run two_sets() {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(kFirst, {.id = "first"}));
  sets.push_back(test::set_of(kSecond, {.id = "second", .applies_to = "far"}));
  return make_run(std::move(sets), 19000);
}

using Fields = std::vector<uint32_t>;

TEST_CASE("run: the union of the sets' fields, in order") {
  const Run run = two_sets();
  REQUIRE(run.fields.size() == 3);
  CHECK(run.fields[0].id == "pupils");
  CHECK(run.fields[1].id == "far");
  CHECK(run.fields[2].id == "rooms");
  CHECK(run.date == 19000);
  CHECK(run.sets[0].id == "first");
  CHECK(run.sets[1].id == "second");
}

TEST_CASE("run: the first set keeps its numbers") {
  const Run run = two_sets();
  const Requirement& requirement = run.sets[0].indicators[0].requirements[0];
  CHECK(fields_of(requirement.figure) == Fields{0});
  CHECK(fields_of(*requirement.where) == Fields{1});
  CHECK(field_of(run, requirement)->id == "pupils");
}

TEST_CASE("run: every expression of a later set is renumbered") {
  const Run run = two_sets();
  const CriteriaSet& set = run.sets[1];
  CHECK(fields_of(*set.applies_to) == Fields{1});
  CHECK(fields_of(set.measures[0].formula) == Fields{0, 2});
  CHECK(fields_of(set.monitors[0].figure) == Fields{0, 2});
  CHECK(fields_of(*set.criteria[0].where) == Fields{2});
  CHECK(fields_of(*set.indicators[0].where) == Fields{1});
  const Requirement& requirement = set.indicators[0].requirements[0];
  CHECK(fields_of(requirement.figure) == Fields{0});
  CHECK(requirement.field == 0);
  CHECK(fields_of(*requirement.where) == Fields{2});
  CHECK(fields_of(requirement.exceptions[0].where) == Fields{1});
  CHECK(fields_of(set.award_families[0].awards[0].conditions[0].where) == Fields{0});
}

TEST_CASE("run: fields and conditions of data tables are renumbered, measures are not") {
  using Kind = DataFigure::Kind;
  const Run run = two_sets();
  const CriteriaSet& set = run.sets[1];
  REQUIRE(set.data_tables.size() == 2);
  CHECK(fields_of(*set.data_tables[0].where) == Fields{1});
  const std::vector<DataRow>& rows = set.data_tables[0].rows;
  CHECK(fields_of(*rows[0].where) == Fields{0});
  CHECK(rows[0].show == std::vector<DataFigure>{{Kind::field, 2}});
  CHECK(rows[1].show == std::vector<DataFigure>{{Kind::measure, 0}});
  CHECK(set.data_tables[1].rows[0].show ==
        std::vector<DataFigure>{{Kind::nothing, 0}, {Kind::field, 0}});
}

TEST_CASE("run: what a cell of a data table shows") {
  const Run run = two_sets();
  const CriteriaSet& set = run.sets[1];
  const DataFigure& rooms = set.data_tables[0].rows[0].show[0];
  const DataFigure& each = set.data_tables[0].rows[1].show[0];
  const DataFigure& empty = set.data_tables[1].rows[0].show[0];
  CHECK(field_of(run, rooms)->id == "rooms");
  CHECK(measure_of(set, rooms) == nullptr);
  CHECK(field_of(run, each) == nullptr);
  CHECK(measure_of(set, each)->id == "each");
  CHECK(field_of(run, empty) == nullptr);
  CHECK(measure_of(set, empty) == nullptr);
  CHECK(fields_of(expression_of(run, set, rooms)) == Fields{2});
  CHECK(expression_of(run, set, rooms).source == "rooms");
  CHECK(expression_of(run, set, each) == set.measures[0].formula);
}

TEST_CASE("run: a requirement on a measure names no field") {
  const Run run = two_sets();
  CHECK(field_of(run, run.sets[1].indicators[1].requirements[0]) == nullptr);
}

/// Sets and words of what rows of a set are judged by: "0@0 1@1".
std::string judged_text(const Run& run, size_t set) {
  std::string text;
  for (const JudgedSet& each : run.judged[set])
    text += fmt::format("{}{}@{}", text.empty() ? "" : " ", each.set, each.first_word);
  return text;
}

TEST_CASE("run: rows need the judgements of sets whose level is asked for, in words of their own") {
  const Run run = make_run(test::level_sets("{level_of: phu, at_least: 1}", true), kNoDate);
  CHECK(judged_text(run, 0) == "0@0 1@1 2@2");
  CHECK(judged_text(run, 1) == "1@0");
  CHECK(judged_text(run, 2) == "2@0");
  CHECK(judgement_words(run, 0) == 3);
  CHECK(judgement_words(run, 1) == 1);
  CHECK(judgement_words(run) == 3);
  CHECK(judgement_words(Run{}) == 1);
}

TEST_CASE("run: an amendment takes the place of what it amends while it is in force") {
  const Run run = make_run(test::level_sets("{level_of: phu, at_least: 1}", true), kNoDate);
  const auto on = [&run](std::string_view id, Day day) {
    return set_in_place(run, run.judged[0], id, day).set;
  };
  CHECK(on("phu", *read_date("2020-12-31")) == 1);
  CHECK(on("phu", *read_date("2021-01-01")) == 2);
  CHECK(on("phu", kNoDate) == 1);
  CHECK(on("phu-sua", *read_date("2020-12-31")) == 2);  // named itself
}

TEST_CASE("run: an amendment of one that has ended takes the place of the first set") {
  std::vector<CriteriaSet> sets = test::level_sets("{level_of: phu, at_least: 1}", true);
  CriteriaSet third = sets[2];
  third.id = "phu-sua-2";
  third.bases.push_back({.id = "phu-sua", .document = {}, .sha256 = {}});
  third.in_force_from = *read_date("2023-01-01");
  sets[2].in_force_to = *read_date("2022-06-30");
  for (const bool is_before : {false, true}) {
    CAPTURE(is_before);
    std::vector<CriteriaSet> all = sets;
    all.insert(is_before ? all.begin() + 1 : all.end(), third);
    const Run run = make_run(all, kNoDate);
    const auto on = [&run](Day day) {
      return run.sets[set_in_place(run, run.judged[0], "phu", day).set].id;
    };
    CHECK(on(*read_date("2022-06-30")) == "phu-sua");
    CHECK(on(*read_date("2022-07-01")) == "phu");
    CHECK(on(*read_date("2023-01-01")) == "phu-sua-2");
  }
}

TEST_CASE("run: sets put before others keep what they are judged by") {
  const Run earlier = make_run(test::level_sets("{level_of: phu, at_least: 1}"), kNoDate);
  Run run = earlier;
  run.assumptions.push_back({.statement = "", .set = 1});
  put_before(earlier, run);
  REQUIRE(run.sets.size() == 4);
  CHECK(judged_text(run, 0) == "0@0 1@1");
  CHECK(judged_text(run, 2) == "2@0 3@1");
  CHECK(judged_text(run, 3) == "3@0");
  CHECK(run.assumptions[0].set == 3);
}

}  // namespace
}  // namespace kdcl
