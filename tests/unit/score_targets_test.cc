#include <doctest/doctest.h>

#include <algorithm>

#include "score/score.h"
#include "score/targets.h"
#include "support/targets_text.h"

namespace kdcl::test {
namespace {

constexpr std::string_view kSchools =
    "school_id;school_type;district;recognized_level;recognized_on;assessed_on;1.1.1;1.1.2;"
    "pupils;teachers;motto\n"
    "A;tieu_hoc;Mai Sơn;1;2023-05-01;2024-05-31;x;x;200;10;đủ\n"  // level 2
    "B;tieu_hoc;Mai Sơn;0;;2024-05-31;x;k;100;10;\n"              // level 1
    "C;tieu_hoc;Vân Hồ;2;2020-05-01;2024-05-31;k;k;?;10;đủ\n"     // level 0
    "D;tieu_hoc;;?;;2024-05-31;x;?;100;4;\n"                      // level 1 to 2
    "E;gdtx;Vân Hồ;;;2024-05-31;;;;;\n"                           // out of scope
    "F;;Phù Yên;1;;2024-05-31;;;;;\n";                            // its type is unknown

/// One letter a row: reached, not reached, open, unplaced, or a point for those outside.
std::string marks_of(std::string_view lines) {
  const Run run = targets_run();
  const auto read = read_schools(run, kSchools);
  ScoreBlock score;
  Scorer(run).score(read->table, score);
  const TargetsRead target = read_targets_text(one_target(lines));
  REQUIRE(target.said == "");
  std::string marks;
  TargetTally tally;
  for (const TargetMark mark : mark_rows(target.targets->front(), run, read->table, score)) {
    marks += ".rn?u"[static_cast<size_t>(mark)];
    tally.add(mark);
  }
  const auto count = [&](char mark) {
    return static_cast<uint64_t>(std::count(marks.begin(), marks.end(), mark));
  };
  CHECK(tally.reached == count('r'));
  CHECK(tally.among() == count('r') + count('n') + count('?'));
  CHECK(tally.unplaced == count('u'));
  return marks;
}

TEST_CASE("marks over identity, fields, measures and score results") {
  const struct {
    std::string_view lines, marks;
  } kCases[] = {
      {"count: recognized_level >= 1\n", "rnr??r"},
      {"count: recognized_level >= 1\namong: school_type != 'gdtx'\n", "rnr?.u"},
      {"count: recognized_level >= 1\namong: district == 'Mai Sơn'\n", "rn.u.."},
      {"count: recognized_on >= '2021-01-01'\n", "r?n???"},
      {"count: pupils >= 100\n", "rr?r??"},
      {"count: load <= 20\n", "rr?n??"},
      {"count: motto == 'đủ'\n", "r?r???"},
      {"count: level >= 1\n", "rrnr??"},
      {"count: level >= 2\n", "rnnn??"},
      {"count: level_max >= 2\n", "rnnr??"},
      {"count: school_level >= 2\n", "rnnn??"},
      {"count: national_standard >= 1\n", "rnnn??"},
      {"count: accreditation >= 1\n", "??????"},
      {"count: recognized_level >= 1 and level < 2\n", "nnr???"},
      {"count: recognized_level >= 1 or level >= 1\n", "rrrr?r"},
      {"count: level >= 1\namong: known(level)\n", "rrnr.."},
  };
  for (const auto& one : kCases) {
    CAPTURE(one.lines);
    CHECK(marks_of(std::string(one.lines) + "goals: [{by: 2025, share: 1}]\n") == one.marks);
  }
}

TEST_CASE("a row belongs to the line of its group") {
  const Run run = targets_run();
  const auto read = read_schools(run, kSchools);
  const TargetsRead grouped = read_targets_text(
      one_target("count: remote\nby: district\n"
                 "goals: {Vân Hồ: [{by: 2025, share: 1}], Mai Sơn: [{by: 2025, share: 1}]}\n"));
  const TargetsRead whole =
      read_targets_text(one_target("count: remote\ngoals: [{by: 2025, share: 1}]\n"));
  const std::optional<size_t> lines[] = {1, 1, 0, std::nullopt, 0, std::nullopt};
  for (size_t row = 0; row < read->table.rows; ++row) {
    CAPTURE(row);
    CHECK(line_of(grouped.targets->front(), read->table, row) == lines[row]);
    CHECK(line_of(whole.targets->front(), read->table, row) == 0);
  }
}

TEST_CASE("data without a column leave it unknown") {
  const Run run = targets_run();
  const auto read = read_schools(run, "school_id;school_type;assessed_on\nA;tieu_hoc;2024-05-31\n");
  ScoreBlock score;
  Scorer(run).score(read->table, score);
  for (const std::string_view count :
       {"recognized_level >= 1", "district == 'x'", "pupils > 1", "motto == 'x'"}) {
    CAPTURE(count);
    const TargetsRead read_target = read_targets_text(
        one_target("count: " + std::string(count) + "\ngoals: [{by: 2025, share: 1}]\n"));
    CHECK(mark_rows(read_target.targets->front(), run, read->table, score) ==
          std::vector{TargetMark::open});
  }
}

}  // namespace
}  // namespace kdcl::test
