#include <doctest/doctest.h>

#include "score/score.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

constexpr std::string_view kBody = R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {@}, 2: {@}}}
)";

/// The school levels of the rows of one or two blocks, with their upper ends: "1-2".
std::string school_levels(bool per_stage, const std::vector<std::string>& rows) {
  std::string body(kBody);
  if (per_stage) body += "per_stage: true\n";
  const Run run = test::run_of(body);
  std::vector<ScoredBlock> blocks;
  std::vector<std::unique_ptr<test::SchoolsRead>> read;
  for (const std::string& text : rows) {
    read.push_back(test::read_schools(
        run, "school_id;school_type;stage;assessment;assessed_on;1.1.1;1.1.2\n" + text));
    REQUIRE(read.back()->faults() == "");
    ScoredBlock& block = blocks.emplace_back();
    Scorer(run).score(read.back()->table, block.score);
    block.table = std::move(read.back()->table);
  }
  join_stages(run, blocks);
  std::string result;
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      result += fmt::format("{}{}-{}", result.empty() ? "" : " ", block.score.school_level[row],
                            block.score.school_level_max[row]);
  return result;
}

TEST_CASE("stages: the lowest of the same school, assessor and date") {
  const std::vector<std::string> rows = {
      "A;tieu_hoc;mam_non;self;2024-05-31;x;x\n"
      "A;tieu_hoc;tieu_hoc;self;2024-05-31;x;?\n"
      "B;tieu_hoc;mam_non;self;2024-05-31;x;x\n"
      "A;tieu_hoc;mam_non;external;2024-05-31;k;x\n"
      "A;tieu_hoc;mam_non;self;2025-05-31;x;x\n"
      "A;gdtx;mam_non;self;2024-05-31;;\n",
      // The school's rows may be in another block.
      "B;tieu_hoc;thcs;self;31/05/2024;x;k\n"};
  CHECK(school_levels(true, rows) == "1-2 1-2 1-1 0-0 2-2 -1--1 1-1");
}

TEST_CASE("stages: elsewhere a row stands for itself") {
  const std::vector<std::string> rows = {
      "A;tieu_hoc;mam_non;self;2024-05-31;x;x\nA;tieu_hoc;tieu_hoc;self;2024-05-31;x;?\n"};
  CHECK(school_levels(false, rows) == "2-2 1-2");
}

}  // namespace
}  // namespace kdcl
