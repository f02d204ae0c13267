#include <doctest/doctest.h>

#include "report/check/run.h"
#include "support/targets_text.h"

namespace kdcl::test {
namespace {

std::string said_of(std::string_view lines, std::vector<TargetTally> tallies,
                    std::vector<std::string_view> groups, Language language = Language::en) {
  const TargetsRead read = read_targets_text(one_target(lines));
  Diagnostics diagnostics(language);
  report_target_faults(read.targets->front(), tallies, groups, diagnostics);
  return format_diagnostics(diagnostics, false);
}

TEST_CASE("a target that counts nothing is told at its place") {
  const std::string_view whole = "count: remote\namong: level > 1\ngoals: [{by: 2025, share: 1}]\n";
  CHECK(said_of(whole, {{.reached = 0, .not_reached = 1}}, {}) == "");
  CHECK(said_of(whole, {{.unplaced = 5}}, {}) ==
        "t.yaml:5:12: error: among: no school in the data is one of those \"a\" is about\n");
  CHECK(said_of(whole, {{.open = 7}}, {}) ==
        "t.yaml:4:12: error: count: unknown for all 7 schools that \"a\" is about: the data lack "
        "its figures\n");
  CHECK(said_of(whole, {{.open = 7}}, {}, Language::vi) ==
        "t.yaml:4:12: lỗi: count: chỉ tiêu \"a\" không xét được cho trường nào trong 7 trường: "
        "thiếu số liệu\n");
  CHECK(said_of("count: remote\ngoals: [{by: 2025, share: 1}]\n", {{}}, {}) ==
        "t.yaml:2:5: error: among: no school in the data is one of those \"a\" is about\n");
}

TEST_CASE("a group without schools is told with the nearest of the data") {
  const std::string_view grouped =
      "count: remote\nby: district\n"
      "goals: {TP Sơn La: [{by: 2025, share: 1}], Mai Sơn: [{by: 2025, share: 1}]}\n";
  CHECK(said_of(grouped, {{}, {.reached = 1}}, {"TP. Sơn La", "Mai Sơn"}) ==
        "t.yaml:6:24: warning: no school that \"a\" is about has the district \"TP Sơn La\"\n"
        "  hint: did you mean \"TP. Sơn La\"?\n");
  CHECK(said_of(grouped, {{}, {.reached = 1}}, {"Mai Sơn"}) ==
        "t.yaml:6:24: warning: no school that \"a\" is about has the district \"TP Sơn La\"\n");
  CHECK(said_of(grouped, {{}, {}}, {}) ==
        "t.yaml:2:5: error: among: no school in the data is one of those \"a\" is about\n");
}

}  // namespace
}  // namespace kdcl::test
