#include "model/criteria.h"
#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

/// Fields of the set, in order: pupils, pupils_completed, remote, library, power, opened, area,
/// motto. All but `opened`, `area` and `motto` decide.
std::vector<std::string> used_names(std::string_view tables) {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set =
      read_set(std::string(kSet) + std::string(tables), diagnostics);
  CHECK(format_diagnostics(diagnostics, false) == "");
  REQUIRE(set);
  std::vector<std::string> names;
  for (const uint32_t field : used_fields(*set)) names.push_back(set->fields[field].id);
  return names;
}

using Names = std::vector<std::string>;

TEST_CASE("the fields of a set without data tables are those that decide, in order") {
  CHECK(used_names("") == Names{"pupils", "pupils_completed", "remote", "library", "power"});
}

TEST_CASE("fields that only data tables show stand last, in the order of their rows") {
  CHECK(used_names(
            "data_years: 3\ndata_tables: [{title: {vi: A, en: A}, rows: [{show: motto}, {show: "
            "pupils}, {show: area}, {show: opened}]}]\n") == Names{"pupils", "pupils_completed",
                                                                   "remote", "library", "power",
                                                                   "motto", "area", "opened"});
}

TEST_CASE("conditions of data tables use fields too") {
  CHECK(
      used_names("data_years: 3\ndata_tables: [{title: {vi: A, en: A}, where: known(opened), rows: "
                 "[{show: pupils, where: area > 1}]}]\n") ==
      Names{"pupils", "pupils_completed", "remote", "library", "power", "opened", "area"});
}

TEST_CASE("measures are used if all their fields are") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set =
      read_set(replaced(kSet, "  half: {title: {vi: Một nửa, en: Half}, formula: share / 2}",
                        "  half: {title: {vi: Một nửa, en: Half}, formula: share / 2}\n"
                        "  each: {title: {vi: Bình quân, en: Each}, formula: area / pupils}"),
               diagnostics);
  REQUIRE(set);
  std::vector<std::string> names;
  for (const uint32_t measure : used_measures(*set)) names.push_back(set->measures[measure].id);
  CHECK(names == Names{"completion", "half", "share"});
}

}  // namespace
}  // namespace kdcl::test
