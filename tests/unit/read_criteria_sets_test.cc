#include <fmt/format.h>

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

/// A set of one criterion, which asks for the level of another if one is named; perhaps an
/// amendment of a third.
std::string asking_set(std::string_view id, std::string_view criterion, std::string_view asked,
                       std::string_view amended = {}) {
  const std::string require =
      asked.empty() ? "" : fmt::format(", require: {{level_of: {}, at_least: 1}}", asked);
  std::string head = fmt::format(
      "kdcl: 1\nid: {}\nsource: {{document: 1, issued: 2018-08-22}}\nin_force: {{from: "
      "2018-10-10}}\ntitle: {{vi: T, en: T}}\n",
      id);
  if (!amended.empty())
    return head + fmt::format("amends: {}\nchanges: [{{at: {}.1, set: {{vi: A, en: A{}}}}}]\n",
                              amended, criterion, require);
  return head +
         fmt::format(
             "levels: {{1: {{title: {{vi: A, en: A}}}}}}\nstandards: [{{id: S, title: {{vi: "
             "A, en: A}}, criteria: [{{id: {}, title: {{vi: A, en: A}}, levels: {{1: {{vi: A, "
             "en: A{}}}}}}}]}}]\n",
             criterion, require);
}

/// What is said of sets that find each other, by id.
std::string faults_among(const std::map<std::string, std::string>& texts) {
  Diagnostics diagnostics(Language::en);
  std::vector<CriteriaSet> sets;
  for (const auto& [id, text] : texts) {
    auto set = read_criteria(id + ".yaml", text, library_of(texts), diagnostics);
    REQUIRE_MESSAGE(set, format_diagnostics(diagnostics, false));
    sets.push_back(std::move(*set));
  }
  check_sets(sets, diagnostics);
  return format_diagnostics(diagnostics, false);
}

TEST_CASE("sets may ask for levels of others, but not in a circle") {
  CHECK(faults_among({{"a", asking_set("a", "1.1", "b")},
                      {"b", asking_set("b", "2.1", "c")},
                      {"c", asking_set("c", "3.1", "")},
                      {"d", asking_set("d", "4.1", "c")}}) == "");
  CHECK(faults_among({{"a", asking_set("a", "1.1", "a")}}) ==
        "a.yaml:7:135: error: level_of: the sets ask for each other's level: a → a\n");
  CHECK(faults_among({{"a", asking_set("a", "1.1", "b")},
                      {"b", asking_set("b", "2.1", "c")},
                      {"c", asking_set("c", "3.1", "b")}}) ==
        "c.yaml:7:135: error: level_of: the sets ask for each other's level: b → c → b\n");
  // What amends the set asked for may take its place, and must not ask back.
  CHECK(faults_among({{"a", asking_set("a", "1.1", "b")},
                      {"b", asking_set("b", "2.1", "")},
                      {"b-moi", asking_set("b-moi", "2.1", "a", "b")}}) ==
        "b-moi.yaml:7:63: error: level_of: the sets ask for each other's level: a → b-moi → a\n");
}

TEST_CASE("criteria of sets that ask for each other's level have different ids") {
  CHECK(faults_among({{"a", asking_set("a", "1.1", "b")}, {"b", asking_set("b", "1.1", "")}}) ==
        "a.yaml:7:135: error: level_of: columns of the criterion \"1.1\" in the set \"b\" are "
        "those of the set \"a\", too; "
        "its id must differ\n");
  // Small letters or capitals: a column is for both.
  CHECK(faults_among({{"a", asking_set("a", "h.1", "b")}, {"b", asking_set("b", "H.1", "")}}) ==
        "a.yaml:7:135: error: level_of: columns of the criterion \"H.1\" in the set \"b\" are "
        "those of the set \"a\", too; "
        "its id must differ\n");
  // A criterion called as an indicator of the other would read its column.
  CHECK(faults_among({{"a", asking_set("a", "1.1", "b")}, {"b", asking_set("b", "1.1.1", "")}}) ==
        "a.yaml:7:135: error: level_of: columns of the criterion \"1.1.1\" in the set \"b\" are "
        "those of the set \"a\", too; its id must differ\n");
  // Through a third set, too; those that amend each other share theirs.
  CHECK(faults_among({{"a", asking_set("a", "1.1", "b")},
                      {"b", asking_set("b", "2.1", "c")},
                      {"b-moi", asking_set("b-moi", "2.1", "", "b")},
                      {"c", asking_set("c", "1.1", "")}}) ==
        "a.yaml:7:135: error: level_of: columns of the criterion \"1.1\" in the set \"c\" are "
        "those of the set \"a\", too; "
        "its id must differ\n");
}

TEST_CASE("amendments of a set whose level is asked for are not in force on one day") {
  const auto amending = [](std::string_view id, std::string_view base, std::string_view in_force) {
    return replaced(asking_set(id, "2.1", "", base), "{from: 2018-10-10}", in_force);
  };
  const auto faults_with = [](const std::string& one, const std::string& other) {
    return faults_among({{"a", asking_set("a", "1.1", "b")},
                         {"b", asking_set("b", "2.1", "")},
                         {"b1", one},
                         {"b2", other}});
  };
  const std::string first = amending("b1", "b", "{from: 2020-01-01, to: 2020-12-31}");
  CHECK(faults_with(first, amending("b2", "b", "{from: 2020-12-31}")) ==
        "b2.yaml:4:11: error: in_force: overlaps with the set \"b1\" (b1.yaml:4), which amends the "
        "same set\n");
  CHECK(faults_with(first, amending("b2", "b", "{from: 2021-01-01}")) == "");
  CHECK(faults_with(first, amending("b2", "b1", "{from: 2020-12-31}")) == "");
}

TEST_CASE("sets that are not open to rows may overlap, but not two amendments of one") {
  const auto faults_with = [](std::string_view base) {
    Diagnostics diagnostics(Language::en);
    std::vector<CriteriaSet> sets = {
        set_of("first.yaml", kSet),
        set_of("second.yaml", replaced(later_set(), "{from: 2026-07-07}", "{from: 2026-07-06}"))};
    for (CriteriaSet& set : sets)
      if (!base.empty())
        set.bases.push_back({.id = std::string(base), .document = {}, .sha256 = {}});
    check_sets(sets, diagnostics, 1);
    return format_diagnostics(diagnostics, false);
  };
  CHECK(faults_with("") == "");
  CHECK(faults_with("goc") ==
        "second.yaml:5:11: error: in_force: overlaps with the set \"thu-2018\" (first.yaml:5), "
        "which amends the same set\n");
}

}  // namespace
}  // namespace kdcl::test
