#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

TEST_CASE("standards, criteria and indicators stand in set order") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  CHECK(set->standards[0].id == "1");
  CHECK(set->standards[0].title == LocalText{"Quản lý", "Management"});
  CHECK(set->standards[0].first_criterion == 0);
  CHECK(set->standards[0].criterion_count == 1);
  CHECK(set->standards[0].checked == Certainty::medium);
  CHECK(set->standards[1].first_criterion == 1);
  CHECK(set->standards[1].checked == Certainty::high);
  const Criterion& plan = set->criteria[0];
  CHECK(plan.id == "1.1");
  CHECK(plan.title == LocalText{"Kế hoạch", "Plan"});
  CHECK(plan.standard == 0);
  CHECK(plan.mandatory);
  CHECK(plan.first_indicator == 0);
  CHECK(plan.indicator_count == 3);
  const Criterion& results = set->criteria[1];
  CHECK(results.standard == 1);
  CHECK_FALSE(results.mandatory);
  CHECK(results.where->source == "remote");
  CHECK(results.first_indicator == 3);
  CHECK(results.indicator_count == 1);
  CHECK(results.monitor == std::vector<uint32_t>{0, 1});
  CHECK(results.evidence == std::vector<LocalText>{{"Sổ", "Register"}});
  CHECK(set->monitors[0].id == "half");
  CHECK(set->monitors[0].figure == set->measures[1].formula);
  CHECK(set->monitors[1].title == LocalText{"Số học sinh", "Pupils"});
  CHECK(set->monitors[1].unit.vi == "học sinh");
}

TEST_CASE("indicators take clause and certainty from above") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  const struct {
    const char *name, *letter, *clause;
    int level;
    uint32_t criterion;
    Certainty checked;
  } kIndicators[] = {
      {"1.1.1a", "a", "Điều 7 khoản 1", 1, 0, Certainty::medium},
      {"1.1.1đ", "đ", "Điều 8", 1, 0, Certainty::low},
      {"1.1.2", "", "Điều 7 khoản 1", 2, 0, Certainty::medium},
      {"M2.1.2", "", "", 2, 1, Certainty::high},
  };
  REQUIRE(set->indicators.size() == std::size(kIndicators));
  for (size_t i = 0; i < std::size(kIndicators); ++i) {
    CAPTURE(kIndicators[i].name);
    const Indicator& indicator = set->indicators[i];
    CHECK(indicator.name == kIndicators[i].name);
    CHECK(indicator.letter == kIndicators[i].letter);
    CHECK(indicator.clause == kIndicators[i].clause);
    CHECK(indicator.level == kIndicators[i].level);
    CHECK(indicator.criterion == kIndicators[i].criterion);
    CHECK(indicator.checked == kIndicators[i].checked);
  }
  CHECK(set->indicators[0].text == LocalText{"Một", "One"});
  CHECK(set->indicators[0].where->source == "not remote");
  CHECK_FALSE(set->indicators[1].where);
}

constexpr std::string_view kOne = "{vi: Một, en: One, where: not remote}";
constexpr std::string_view kOneInDoubt =
    "{vi: Một, en: One, doubt: {from: 2020-07-01, to: 2025-01-24, because: {vi: Ngờ, en: Doubt}}}";

TEST_CASE("an indicator may be in doubt from a day up to another") {
  const CriteriaSet set = read_sound_set(replaced(kSet, kOne, kOneInDoubt));
  REQUIRE(set.indicators[0].doubt);
  CHECK_FALSE(set.indicators[1].doubt);
  const Doubt& doubt = *set.indicators[0].doubt;
  CHECK(doubt.because == LocalText{"Ngờ", "Doubt"});
  for (const std::string_view day : {"2020-07-01", "2025-01-24"}) {
    CAPTURE(day);
    CHECK(doubt.covers(*read_date(day)));
  }
  for (const std::string_view day : {"2020-06-30", "2025-01-25"}) {
    CAPTURE(day);
    CHECK_FALSE(doubt.covers(*read_date(day)));
  }
  CHECK_FALSE(doubt.covers(kNoDate));
}

TEST_CASE("faults of doubts") {
  static constexpr SetFault kFaults[] = {
      {"no reason", ", because: {vi: Ngờ, en: Doubt}", "",
       R"(set.yaml:46:42: error: doubt: missing key "because"
)"},
      {"no last day", "to: 2025-01-24, ", "",
       R"(set.yaml:46:42: error: doubt: missing key "to"
)"},
      {"ends before it begins", "to: 2025-01-24", "to: 2020-06-30",
       "set.yaml:46:65: error: to: 2020-06-30 is before the start 2020-07-01\n"},
      {"a day that is none", "from: 2020-07-01", "from: 2020-06-31",
       R"(set.yaml:46:49: error: from: expected a date like 2018-08-22, found "2020-06-31"
)"},
      {"another key", "because: {vi: Ngờ", "why: {vi: Ngờ",
       R"(set.yaml:46:42: error: doubt: missing key "because"
set.yaml:46:77: error: doubt: unknown key "why"
  hint: the keys here are: from, to, because
)"},
  };
  check_faults(kFaults, replaced(kSet, kOne, kOneInDoubt));
}

TEST_CASE("levels of a criterion may stand in any order, set order is rising") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set =
      read_set(replaced(kSet, "          2: {vi: Bốn",
                        "          2: {vi: Năm, en: Five}\n          1: {vi: Bốn"),
               diagnostics);
  REQUIRE(set);
  REQUIRE(set->indicators.size() == 5);
  CHECK(set->indicators[3].name == "M2.1.1");
  CHECK(set->indicators[4].name == "M2.1.2");
}

TEST_CASE("a letter in decomposed form is the same letter") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set =
      read_set(replaced(kSet, "            đ:\n", "            e\u0302:\n"), diagnostics);
  REQUIRE(set);
  CHECK(set->indicators[1].name == "1.1.1ê");
}

constexpr SetFault kStandardFaults[] = {
    {"standards is a map", set_part("standards:\n"), "standards: {id: M2}\n",
     "set.yaml:36:12: error: standards: expected a list, found a map\n"},
    {"no standards", set_part("standards:\n"), "standards: []\n",
     "set.yaml:36:12: error: standards: expected at least one item\n"},
    {"no criteria", set_part("    criteria:\n      - id: M2.1\n"), "    criteria: []\n",
     "set.yaml:68:15: error: criteria: expected at least one item\n"},
    {"standard is text", "  - id: M2\n", R"(  - M3
  - id: M2
)",
     R"(set.yaml:65:5: error: standards: expected a map, found "M3"
)"},
    {"unknown key", "    checked: high\n", "    check: high\n",
     R"(set.yaml:67:5: error: standards: unknown key "check"
  hint: the keys here are: id, title, criteria, clause, checked
)"},
    {"standard twice", "  - id: M2\n", R"(  - id: "1"
)",
     R"(set.yaml:65:9: error: the name "1" is already taken by the standard "1" (set.yaml:37)
)"},
    {"criterion with the id of a standard", "id: M2.1", "id: M2",
     R"(set.yaml:69:13: error: the name "M2" is already taken by the standard "M2" (set.yaml:65)
)"},
    {"criterion twice", "id: M2.1", R"(id: "1.1")",
     R"(set.yaml:69:13: error: the name "1.1" is already taken by the criterion "1.1" (set.yaml:41)
)"},
    {"criterion like an indicator", "id: M2.1", "id: 1.1.2",
     R"(set.yaml:69:13: error: the name "1.1.2" is already taken by the indicator "1.1.2" (set.yaml:59)
)"},
    {"criterion like a field", "id: M2.1", "id: Pupils",
     R"(set.yaml:69:13: error: the name "Pupils" is already taken by the field "pupils" (fields.yaml:3)
)"},
    {"empty id", "id: M2.1", "id: ''",
     R"(set.yaml:69:13: error: id: expected an id without outer blanks, ";" or line breaks, found ""
)"},
    {"outer blank", "id: M2.1", "id: ' M2.1'",
     R"(set.yaml:69:13: error: id: expected an id without outer blanks, ";" or line breaks, found " M2.1"
)"},
    {"separator of lists", "id: M2.1", "id: M2;1",
     R"(set.yaml:69:13: error: id: expected an id without outer blanks, ";" or line breaks, found "M2;1"
)"},
    {"id is a list", "id: M2.1", "id: [M2]",
     R"(set.yaml:69:13: error: id: expected an id without outer blanks, ";" or line breaks, found a list
)"},
    {"blank clause", "clause: Điều 8", "clause: ''",
     "set.yaml:50:23: error: clause: expected a text, found a blank one\n"},
    {"mandatory", "mandatory: false", "mandatory: maybe",
     R"(set.yaml:71:20: error: mandatory: expected true or false, found "maybe"
)"},
    {"where", "        where: remote\n", "        where: remotely\n",
     R"(set.yaml:72:16: error: expression: no field, measure or column is named "remotely"
  hint: did you mean "remote"?
)"},
    {"evidence", "[{vi: Sổ, en: Register}]", "[Sổ, {vi: Sổ}]",
     R"(set.yaml:74:20: error: evidence: expected a map, found "Sổ"
set.yaml:74:24: error: evidence: missing key "en"
)"},
};

TEST_CASE("standards hold criteria") { check_faults(kStandardFaults); }

constexpr SetFault kMonitorFaults[] = {
    {"unknown", "monitor: [half, pupils]", "monitor: [half, pupil]",
     R"(set.yaml:73:25: error: monitor: no measure or field is named "pupil"
  hint: did you mean "pupils"?
)"},
    {"twice", "monitor: [half, pupils]", "monitor: [half, half]",
     R"(set.yaml:73:25: error: monitor: "half" is listed twice
)"},
    {"not a number", "monitor: [half, pupils]", "monitor: [half, power]",
     R"(set.yaml:73:25: error: monitor: "power" is not a number
)"},
    {"not a list", "monitor: [half, pupils]", "monitor: half",
     R"(set.yaml:73:18: error: monitor: expected a list, found "half"
)"},
};

TEST_CASE("criteria show figures that never decide") { check_faults(kMonitorFaults); }

constexpr SetFault kIndicatorFaults[] = {
    {"no levels", "          2: {vi: Bốn, en: Four, require: {measure: power, equals: sun}}\n",
     "          {}\n", "set.yaml:76:11: error: levels: expected at least one key\n"},
    {"levels is text", "          2: {vi: Bốn, en: Four, require: {measure: power, equals: sun}}\n",
     "          two\n",
     R"(set.yaml:76:11: error: levels: expected a map, found "two"
)"},
    {"level of the set", "          2: {vi: Bốn, en: Four,", "          3: {vi: Bốn, en: Four,",
     "set.yaml:76:11: error: levels: the set has no level 3\n"},
    {"not a level", "          2: {vi: Bốn, en: Four,", "          mức 2: {vi: Bốn, en: Four,",
     R"(set.yaml:76:11: error: levels: expected a level from 1 to 2, found "mức 2"
)"},
    {"level 0", "          2: {vi: Bốn, en: Four,", "          0: {vi: Bốn, en: Four,",
     R"(set.yaml:76:11: error: levels: expected a level from 1 to 2, found "0"
)"},
    {"no indicator", "          2: {vi: Bốn, en: Four, require: {measure: power, equals: sun}}\n",
     "          2: {}\n", "set.yaml:76:14: error: level 2: expected at least one indicator\n"},
    {"level is text", "          2: {vi: Bốn, en: Four, require: {measure: power, equals: sun}}\n",
     "          2: four\n",
     R"(set.yaml:76:14: error: levels.2: expected a map, found "four"
)"},
    {"two letters", "            a: {vi: Một", "            ab: {vi: Một",
     R"(set.yaml:46:13: error: level 1: expected a single letter, or "vi" and "en", found "ab"
)"},
    {"a digit", "            a: {vi: Một", "            1: {vi: Một",
     R"(set.yaml:46:13: error: level 1: expected a single letter, or "vi" and "en", found "1"
)"},
    {"a sign", "            a: {vi: Một", "            ×: {vi: Một",
     R"(set.yaml:46:13: error: level 1: expected a single letter, or "vi" and "en", found "×"
)"},
    {"letter twice in another case", "            đ:\n", "            A:\n",
     R"(set.yaml:47:13: error: the name "1.1.1A" is already taken by the indicator "1.1.1a" (set.yaml:46)
)"},
    {"letter beside text", "vi: Bốn, en: Four,", "vi: Bốn, en: Four, a: {vi: Năm, en: Five},",
     R"(set.yaml:76:34: error: M2.1.2: unknown key "a"
  hint: the keys here are: vi, en, require, where, clause, doubt, checked
)"},
    {"clause beside letters", "            a: {vi: Một", R"(            clause: Điều 9
            a: {vi: Một)",
     R"(set.yaml:46:13: error: level 1: expected a single letter, or "vi" and "en", found "clause"
)"},
    {"checked beside letters", "            a: {vi: Một", R"(            checked: low
            a: {vi: Một)",
     ""},
    {"unlettered without text", "2: {vi: Bốn, en: Four, require", "2: {require",
     R"(set.yaml:76:14: error: M2.1.2: missing key "vi"
set.yaml:76:14: error: M2.1.2: missing key "en"
)"},
    {"no English", "{vi: Một, en: One, where", "{vi: Một, where",
     R"(set.yaml:46:16: error: 1.1.1a: missing key "en"
)"},
    {"unknown key", "{vi: Một, en: One, where", "{vi: Một, en: One, note: x, where",
     R"(set.yaml:46:35: error: 1.1.1a: unknown key "note"
  hint: the keys here are: vi, en, require, where, clause, doubt, checked
)"},
    {"indicator is text", "a: {vi: Một, en: One, where: not remote}", "a: Một",
     R"(set.yaml:46:16: error: 1.1.1a: expected a map, found "Một"
)"},
};

TEST_CASE("criteria have levels, levels have indicators") { check_faults(kIndicatorFaults); }

}  // namespace
}  // namespace kdcl::test
