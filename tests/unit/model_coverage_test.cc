#include <doctest/doctest.h>

#include "model/set_finder.h"
#include "support/school_text.h"

namespace kdcl::test {
namespace {

constexpr std::string_view kBody = R"(levels:
  1: {title: {@}}
standards:
  - {id: "1", title: {@}, criteria: [{id: "1.1", title: {@}, levels: {1: {@}}}]}
)";

CriteriaSet set_named(const std::string& id, const std::string& in_force,
                      const std::string& applies_to) {
  return set_of(kBody, {.id = id, .in_force = in_force, .applies_to = applies_to});
}

/// "tieu_hoc: 2020-01-01 2020-12-31 a+b; ..."
std::vector<std::string> coverage_of(std::vector<CriteriaSet> sets) {
  const Run run = make_run(std::move(sets), kNoDate);
  std::vector<std::string> lines;
  for (const Coverage& coverage : find_coverage(run)) {
    std::string line = std::string(coverage.school_type) + ":";
    for (const Stretch& stretch : coverage.stretches) {
      line += " " + format_iso(stretch.from) + ".." +
              (stretch.to == kNoDate ? "" : format_iso(stretch.to)) + "=";
      for (const size_t set : stretch.sets) line += run.sets[set].id;
    }
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;
const std::string kPrimary = "school_type == 'tieu_hoc'";

TEST_CASE("sets that follow each other cover every day once") {
  CHECK(coverage_of({set_named("a", "{from: 2018-10-10, to: 2026-07-06}", kPrimary),
                     set_named("b", "{from: 2026-07-07}", kPrimary)}) ==
        Lines{"tieu_hoc: 2018-10-10..2026-07-06=a 2026-07-07..=b"});
}

TEST_CASE("gaps have no set, overlaps several") {
  CHECK(coverage_of({set_named("a", "{from: 2020-01-01, to: 2020-12-30}", kPrimary),
                     set_named("b", "{from: 2021-01-01, to: 2021-12-31}", kPrimary),
                     set_named("c", "{from: 2021-12-31, to: 2021-12-31}",
                               "school_type in ('tieu_hoc', 'thcs')")}) ==
        Lines{"tieu_hoc: 2020-01-01..2020-12-30=a 2020-12-31..2020-12-31= "
              "2021-01-01..2021-12-30=b 2021-12-31..2021-12-31=bc",
              "thcs: 2021-12-31..2021-12-31=c"});
}

TEST_CASE("an amending set takes the place of its base, and gives it back") {
  CriteriaSet base = set_named("a", "{from: 2020-01-01}", kPrimary);
  CriteriaSet amending = set_named("b", "{from: 2021-01-01, to: 2021-12-31}", kPrimary);
  amending.bases = {{"a", "", ""}};
  CriteriaSet again = set_named("c", "{from: 2021-06-01, to: 2022-01-31}", kPrimary);
  again.bases = {{"a", "", ""}, {"b", "", ""}};
  CHECK(coverage_of({base, amending, again}) ==
        Lines{"tieu_hoc: 2020-01-01..2020-12-31=a 2021-01-01..2021-05-31=b "
              "2021-06-01..2022-01-31=c 2022-02-01..=a"});
}

TEST_CASE("a set whose condition asks for more than the type is not counted") {
  CHECK(coverage_of({set_named("a", "{from: 2020-01-01}", "district == 'Mai Son'")}).empty());
  CHECK(coverage_of({set_named("a", "{from: 2020-01-01}", kPrimary + " or stage == 'mam_non'")}) ==
        Lines{"tieu_hoc: 2020-01-01..=a"});
}

}  // namespace
}  // namespace kdcl::test
