#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

/// An amending set with these changes, and keys of its own.
std::string amending(std::string_view changes, std::string_view keys = {}) {
  return fmt::format(R"(kdcl: 1
id: thu-2024
source: {{document: 2/2024/TT, issued: 2024-12-10}}
in_force: {{from: 2025-01-25, to: 2026-07-06}}
amends: thu-2018
{}changes:
{})",
                     keys, changes);
}

CriteriaLibrary library() { return library_of({{"thu-2018", std::string(kSet)}}); }

CriteriaSet amended(std::string_view changes, std::string_view keys = {}) {
  Diagnostics diagnostics(Language::en);
  auto set = read_criteria("amend.yaml", amending(changes, keys), library(), diagnostics);
  REQUIRE(format_diagnostics(diagnostics, false) == "");
  return *set;
}

std::string said(std::string_view text, const CriteriaLibrary& sets) {
  Diagnostics diagnostics(Language::en);
  const auto set = read_criteria("amend.yaml", text, sets, diagnostics);
  CHECK(set.has_value() == !diagnostics.has_errors());
  return format_diagnostics(diagnostics, false);
}

std::vector<std::string> names_of(const CriteriaSet& set) {
  std::vector<std::string> names;
  for (const Indicator& indicator : set.indicators) names.push_back(indicator.name);
  return names;
}

const Indicator& indicator_of(const CriteriaSet& set, std::string_view name) {
  for (const Indicator& indicator : set.indicators)
    if (indicator.name == name) return indicator;
  FAIL("no indicator " << name);
  return set.indicators.front();
}

using Names = std::vector<std::string>;

TEST_CASE("an amending set is its base with the changes made") {
  const CriteriaSet set = amended("  - {at: 1.1.1a, remove: true, because: {vi: Bỏ, en: Gone}}\n");
  CHECK(set.id == "thu-2024");
  CHECK(set.document == "1/2018/TT + 2/2024/TT");
  CHECK(format_iso(set.in_force_from) == "2025-01-25");
  CHECK(set.title == LocalText{"Thử", "Trial"});
  CHECK(set.applies_to->source == "school_type == 'tieu_hoc'");
  REQUIRE(set.bases.size() == 1);
  CHECK(set.bases[0].id == "thu-2018");
  CHECK(set.bases[0].document == "1/2018/TT");
  CHECK(set.bases[0].sha256.size() == 64);
  CHECK(set.has_base("thu-2018"));
  CHECK_FALSE(set.has_base("thu-2024"));
  REQUIRE(set.changes.size() == 1);
  CHECK(set.changes[0].at == "1.1.1a");
  CHECK(set.changes[0].kind == Amendment::Kind::remove);
  CHECK(set.changes[0].because == LocalText{"Bỏ", "Gone"});
  CHECK(names_of(set) == Names{"1.1.1đ", "1.1.2", "M2.1.2"});
}

TEST_CASE("keys of an amending set replace those of its base, fields and measures are added") {
  const CriteriaSet set = amended("  - {at: M2, set: {title: {vi: Mới, en: New}}}\n",
                                  "title: {vi: Sửa, en: Amended}\n"
                                  "evidence_code: 'M\\d+'\n"
                                  "fields:\n"
                                  "  rooms: {title: {vi: Phòng, en: Rooms}, type: integer}\n");
  CHECK(set.title == LocalText{"Sửa", "Amended"});
  CHECK(set.evidence_code == "M\\d+");
  CHECK(set.fields.back().id == "rooms");
  CHECK(std::any_of(set.fields.begin(), set.fields.end(),
                    [](const Field& field) { return field.id == "rooms"; }));
  CHECK(set.fields.size() == 9);
  CHECK(set.standards[1].title == LocalText{"Mới", "New"});
}

TEST_CASE("set replaces the keys it gives, keeps the others, and null takes one away") {
  const CriteriaSet set = amended(
      "  - at: 1.1.1đ\n    checked: medium\n"
      "    set: {vi: Khác, require: {measure: completion, at_least: 60}, clause: null}\n"
      "  - {at: M2.1, set: {where: null, title: {vi: Kết, en: End}}}\n");
  const Indicator& changed = indicator_of(set, "1.1.1đ");
  CHECK(changed.text == LocalText{"Khác", "Two"});
  CHECK(changed.clause == "Điều 7 khoản 1");
  CHECK(changed.checked == Certainty::low);
  REQUIRE(changed.requirements.size() == 1);
  CHECK(changed.requirements[0].value == 60);
  CHECK(changed.requirements[0].exceptions.empty());
  CHECK(set.changes[0].checked == Certainty::medium);
  CHECK_FALSE(set.criteria[1].where);
  CHECK(set.criteria[1].title == LocalText{"Kết", "End"});
}

TEST_CASE("an amendment sets a doubt and takes one away") {
  constexpr std::string_view kDoubt =
      "doubt: {from: 2020-07-01, to: 2025-01-24, because: {vi: Ngờ, en: Doubt}}";
  const CriteriaSet set = amended(fmt::format("  - {{at: 1.1.1a, set: {{{}}}}}\n", kDoubt));
  REQUIRE(indicator_of(set, "1.1.1a").doubt);
  CHECK(indicator_of(set, "1.1.1a").doubt->because.en == "Doubt");
  const CriteriaLibrary in_doubt =
      library_of({{"thu-2018", replaced(kSet, "where: not remote", fmt::format("{}", kDoubt))}});
  Diagnostics diagnostics(Language::en);
  const auto cleared = read_criteria(
      "amend.yaml", amending("  - {at: 1.1.1a, set: {doubt: null}}\n"), in_doubt, diagnostics);
  CHECK(format_diagnostics(diagnostics, false) == "");
  REQUIRE(cleared);
  CHECK_FALSE(indicator_of(*cleared, "1.1.1a").doubt);
}

TEST_CASE("add merges maps and appends to lists, a single requirement too") {
  const CriteriaSet set = amended(
      "  - {at: \"1.1\", add: {levels: {1: {b: {vi: Thêm, en: Added}}}}}\n"
      "  - {at: 1.1.1đ, add: {require: [{measure: share, at_least: 50}]}}\n"
      "  - at: M2\n"
      "    add:\n"
      "      criteria:\n"
      "        - {id: M2.2, title: {vi: Hai, en: Two}, levels: {2: {vi: Năm, en: Five}}}\n"
      "  - {at: M2.1, add: {evidence: [{vi: Ảnh, en: Photo}]}}\n");
  CHECK(names_of(set) == Names{"1.1.1a", "1.1.1đ", "1.1.1b", "1.1.2", "M2.1.2", "M2.2.2"});
  REQUIRE(indicator_of(set, "1.1.1đ").requirements.size() == 2);
  CHECK(indicator_of(set, "1.1.1đ").requirements[1].measure == "share");
  CHECK(set.criteria[1].evidence.size() == 2);
}

TEST_CASE("a level goes with its last indicator, a criterion is taken out whole") {
  CHECK(names_of(amended("  - {at: 1.1.1a, remove: true}\n  - {at: 1.1.1đ, remove: true}\n")) ==
        Names{"1.1.2", "M2.1.2"});
  CHECK(names_of(amended("  - {at: 1.1.2, remove: true}\n")) ==
        Names{"1.1.1a", "1.1.1đ", "M2.1.2"});
}

TEST_CASE("amendments of amendments make one set") {
  auto sets = std::map<std::string, std::string>{
      {"thu-2018", std::string(kSet)},
      {"thu-2024", amending("  - {at: 1.1.1a, remove: true, because: {vi: Một, en: One}}\n")}};
  const std::string second = replaced(replaced(amending("  - {at: 1.1.1đ, set: {require: null}}\n"),
                                               "id: thu-2024", "id: thu-tinh"),
                                      "amends: thu-2018", "amends: thu-2024");
  Diagnostics diagnostics(Language::en);
  const auto set = read_criteria("second.yaml", second, library_of(sets), diagnostics);
  REQUIRE(format_diagnostics(diagnostics, false) == "");
  CHECK(names_of(*set) == Names{"1.1.1đ", "1.1.2", "M2.1.2"});
  CHECK(set->indicators[0].requirements.empty());
  CHECK(set->document == "1/2018/TT + 2/2024/TT + 2/2024/TT");
  REQUIRE(set->bases.size() == 2);
  CHECK(set->bases[0].id == "thu-2018");
  CHECK(set->bases[1].id == "thu-2024");
  REQUIRE(set->changes.size() == 2);
  CHECK(set->changes[0].at == "1.1.1a");
  CHECK(set->changes[1].at == "1.1.1đ");
}

TEST_CASE("faults of changes are told at their place") {
  const struct {
    const char* name;
    std::string_view changes, said;
  } kFaults[] = {
      {"nothing there", "  - {at: 1.1.1z, remove: true}\n",
       "amend.yaml:7:10: error: changes: the amended set has no \"1.1.1z\"\n"
       "  hint: did you mean \"1.1.1a\"?\n"},
      {"two places as one", "  - {at: 1.1.2, remove: true}\n  - {at: 1.1.2, set: {vi: X}}\n",
       "amend.yaml:8:10: error: changes: \"1/criteria/1.1/levels/2\" is already changed at line "
       "7\n"},
      {"one key twice", "  - {at: 1.1.2, set: {vi: X}}\n  - {at: 1.1.2, set: {vi: Y}}\n",
       "amend.yaml:8:23: error: changes: \"1/criteria/1.1/levels/2/vi\" is already changed at line "
       "7\n"},
      {"the whole after a part", "  - {at: 1.1.2, set: {vi: X}}\n  - {at: \"1.1\", remove: true}\n",
       "amend.yaml:8:5: error: changes: \"1/criteria/1.1\" is already changed at line 7\n"},
      {"no change", "  - {at: 1.1.2}\n",
       "amend.yaml:7:5: error: changes: expected exactly one of set, add, remove\n"},
      {"two changes", "  - {at: 1.1.2, set: {vi: X}, remove: true}\n",
       "amend.yaml:7:5: error: changes: expected exactly one of set, add, remove\n"},
      {"another id", "  - {at: \"1.1\", set: {id: \"1.2\"}}\n",
       "amend.yaml:7:23: error: set: an \"id\" can't be changed\n"},
      {"what is there already", "  - {at: 1.1.2, add: {vi: X}}\n",
       "amend.yaml:7:23: error: add: \"1/criteria/1.1/levels/2/vi\" is there already; to replace "
       "it, use set\n"},
      {"taking away what is not there", "  - {at: 1.1.1a, set: {clause: null}}\n",
       "amend.yaml:7:24: error: changes: the amended set has no "
       "\"1/criteria/1.1/levels/1/a/clause\"\n"},
      {"remove: false", "  - {at: 1.1.2, remove: false}\n",
       "amend.yaml:7:25: error: remove: expected true\n"},
      {"an empty standard", "  - {at: M2.1, remove: true}\n",
       "amend.yaml:7:5: error: remove: nothing is left of its criterion or standard; remove that "
       "instead\n"},
      {"a wrong value", "  - {at: 1.1.2, set: {require: {measure: complation, at_least: 70}}}\n",
       "amend.yaml:7:42: error: measure: no measure or field is named \"complation\"\n"
       "  hint: did you mean \"completion\"?\n"},
      {"a value that loosens",
       "  - {at: 1.1.1đ, set: {require: {measure: completion, at_least: "
       "71, where: pupils > 10}}}\n",
       "thu-2018.yaml:63:49: error: at_least: level 2 asks 70, which is looser than the 71 of "
       "level 1 at line 7\n"},
  };
  for (const auto& fault : kFaults) {
    CAPTURE(fault.name);
    CHECK(said(amending(fault.changes), library()) == fault.said);
  }
}

TEST_CASE("a base that is not there, or amendments in a circle, are told") {
  CHECK(said(amending("  - {at: 1.1.2, remove: true}\n"), library_of({{"thu-2017", ""}})) ==
        "amend.yaml:5:9: error: amends: there is no criteria set \"thu-2018\"\n"
        "  hint: did you mean \"thu-2017\"?\n");
  const std::string first = amending("  - {at: 1.1.2, remove: true}\n");
  const std::string second = replaced(replaced(first, "id: thu-2024", "id: thu-2018"),
                                      "amends: thu-2018", "amends: thu-2024");
  CHECK(said(first, library_of({{"thu-2018", second}, {"thu-2024", first}})) ==
        "thu-2018.yaml:5:9: error: amends: the sets amend each other: thu-2024 → thu-2018 → "
        "thu-2024\n");
}

TEST_CASE("faults of the base are told once, where they are") {
  Diagnostics diagnostics(Language::en);
  const auto sets = library_of({{"thu-2018", replaced(kSet, "at_least: good", "at_least: big")}});
  const std::string text = amending("  - {at: 1.1.1a, remove: true}\n");
  CHECK_FALSE(read_criteria("amend.yaml", text, sets, diagnostics));
  CHECK_FALSE(read_criteria("again.yaml", text, sets, diagnostics));
  CHECK(diagnostics.errors() == 1);
  CHECK(format_diagnostics(diagnostics, false).starts_with("thu-2018.yaml:64:"));
}

}  // namespace
}  // namespace kdcl::test
