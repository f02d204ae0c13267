#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

CriteriaSet set_of(const std::string& file, std::string_view text) {
  Diagnostics diagnostics(Language::en);
  std::optional<CriteriaSet> set = read_criteria(file, text, library_of({}), diagnostics);
  REQUIRE(set);
  return *set;
}

std::string faults_between(std::string_view first, std::string_view second) {
  Diagnostics diagnostics(Language::en);
  check_sets({set_of("first.yaml", first), set_of("second.yaml", second)}, diagnostics);
  return format_diagnostics(diagnostics, false);
}

std::string later_set() {
  return replaced(replaced(kSet, "id: thu-2018", "id: thu-2026"),
                  "{from: 2018-10-10, to: 2026-07-06}", "{from: 2026-07-07}");
}

TEST_CASE("sets that follow each other agree") { CHECK(faults_between(kSet, later_set()) == ""); }

TEST_CASE("sets of one run are told apart") {
  const struct {
    const char* name;
    std::string_view piece, by, said;
  } kFaults[] = {
      {"same id", "id: thu-2026", "id: thu-2018",
       "second.yaml:2:5: error: the criteria set id \"thu-2018\" is already used in "
       "first.yaml:2\n"},
      {"a day in both", "{from: 2026-07-07}", "{from: 2026-07-06}",
       "second.yaml:5:11: error: in_force: overlaps with the set \"thu-2018\" (first.yaml:5), "
       "which has the same "
       "applies_to\n"},
      {"ends where the other begins", "{from: 2026-07-07}", "{from: 2000-01-01, to: 2018-10-09}",
       ""},
      {"one day too long", "{from: 2026-07-07}", "{from: 2000-01-01, to: 2018-10-10}",
       "second.yaml:5:11: error: in_force: overlaps with the set \"thu-2018\" (first.yaml:5), "
       "which has the same "
       "applies_to\n"},
      {"field of another type", "type: date}", "type: text}",
       "second.yaml:30:3: error: the field \"opened\" differs in type "
       "or values from first.yaml:30\n"},
  };
  for (const auto& fault : kFaults) {
    CAPTURE(fault.name);
    const std::string second = replaced(later_set(), fault.piece, fault.by);
    CHECK(faults_between(kSet, second) == fault.said);
  }
}

TEST_CASE("values of a field are the same in all sets, in the same order") {
  const std::string said =
      "second.yaml:29:3: error: the field \"power\" differs in type or values from first.yaml:29\n";
  CHECK(faults_between(kSet, replaced(later_set(), "[grid, sun]", "[sun, grid]")) == said);
  CHECK(faults_between(kSet, replaced(later_set(), "[grid, sun]", "[grid, sun, wind]")) == said);
}

TEST_CASE("sets may overlap if they apply to other schools, or only help") {
  const std::string overlapping = replaced(later_set(), "{from: 2026-07-07}", "{from: 2020-01-01}");
  CHECK(faults_between(kSet, replaced(overlapping, "school_type == 'tieu_hoc'",
                                      "school_type == 'thcs'")) == "");
  CHECK(faults_between(kSet,
                       replaced(overlapping, "applies_to: school_type == 'tieu_hoc'\n", "")) == "");
}

}  // namespace
}  // namespace kdcl::test
