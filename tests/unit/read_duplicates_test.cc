#include <doctest/doctest.h>

#include "read/schools/same_schools.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

Run staged_run(bool per_stage) {
  std::string body = test::one_criterion("", "            a: {@}");
  if (per_stage) body += "per_stage: true\n";
  return test::run_of(body);
}

constexpr std::string_view kHeader = "school_id;school_type;stage;assessment;assessed_on\n";

/// What is said of files read one after another; rows start in line 2.
std::string said_of(const Run& run, const std::vector<std::string>& files, size_t expected = 0) {
  DuplicateFinder finder(expected);
  Diagnostics diagnostics(Language::en);
  for (size_t i = 0; i < files.size(); ++i) {
    const auto read = test::read_schools(run, std::string(kHeader) + files[i]);
    REQUIRE(read->faults() == "");
    finder.add(duplicate_keys(run, read->table), read->table, {fmt::format("{}.csv", i), 2, 1},
               diagnostics);
  }
  return format_diagnostics(diagnostics, false);
}

TEST_CASE("duplicates: the same school, assessor and date") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"A;tieu_hoc;;self;2024-05-31\nB;tieu_hoc;;self;2024-05-31\n", ""},
      {"A;tieu_hoc;;self;2024-05-31\nA;tieu_hoc;;external;2024-05-31\n", ""},
      {"A;tieu_hoc;;self;2024-05-31\nA;tieu_hoc;;self;2024-06-01\n", ""},
      {"A;tieu_hoc;;self;2024-05-31\nB;tieu_hoc;;self;2024-05-31\nA;tieu_hoc;;self;31/05/2024\n",
       "0.csv:4:1: error: school A (same stage, assessor and date) is already at 0.csv:2\n"},
      // Three times: each names the first place.
      {"A;tieu_hoc;;;2024-05-31\nA;tieu_hoc;;;2024-05-31\nA;tieu_hoc;;;2024-05-31\n",
       "0.csv:3:1: error: school A (same stage, assessor and date) is already at 0.csv:2\n"
       "0.csv:4:1: error: school A (same stage, assessor and date) is already at 0.csv:2\n"},
      {"A;gdtx;;self;2024-05-31\nA;gdtx;;self;2024-05-31\n",
       "0.csv:3:1: error: school A (same stage, assessor and date) is already at 0.csv:2\n"},
      {"AB;tieu_hoc;;self;2024-05-31\nA;tieu_hoc;;self;2024-05-31\n", ""},
  };
  for (const auto& [text, said] : cases) {
    CAPTURE(text);
    CHECK(said_of(staged_run(false), {std::string(text)}) == said);
  }
}

TEST_CASE("duplicates: stages count in per-stage sets only") {
  const std::string two_stages =
      "A;tieu_hoc;mam_non;self;2024-05-31\nA;tieu_hoc;thcs;self;2024-05-31\n";
  CHECK(said_of(staged_run(true), {two_stages}) == "");
  CHECK(said_of(staged_run(false), {two_stages}) ==
        "0.csv:3:1: error: school A (same stage, assessor and date) is already at 0.csv:2\n");
  const std::string one_stage =
      "A;tieu_hoc;thcs;self;2024-05-31\nA;tieu_hoc;thcs;self;2024-05-31\n";
  CHECK(said_of(staged_run(true), {one_stage}) ==
        "0.csv:3:1: error: school A (same stage, assessor and date) is already at 0.csv:2\n");
}

TEST_CASE("duplicates: in two files") {
  CHECK(
      said_of(staged_run(false), {"A;tieu_hoc;;self;2024-05-31\n",
                                  "B;tieu_hoc;;self;2024-05-31\nA;tieu_hoc;;self;2024-05-31\n"}) ==
      "1.csv:3:1: error: school A (same stage, assessor and date) is already at 0.csv:2\n");
}

TEST_CASE("duplicates: more schools than there was room for") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += fmt::format("S{};tieu_hoc;;self;2024-05-31\n", i);
  CHECK(said_of(staged_run(false), {text}) == "");
  CHECK(said_of(staged_run(false),
                {text + "S0;tieu_hoc;;self;2024-05-31\nS4999;tieu_hoc;;self;2024-05-31\n"}) ==
        "0.csv:5002:1: error: school S0 (same stage, assessor and date) is already at 0.csv:2\n"
        "0.csv:5003:1: error: school S4999 (same stage, assessor and date) is already at "
        "0.csv:5001\n");
}

}  // namespace
}  // namespace kdcl
