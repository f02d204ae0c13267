#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

TEST_CASE("needs are spelled out") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  REQUIRE(set->levels.size() == 2);
  CHECK(set->levels[0].level == 1);
  CHECK(set->levels[0].title == LocalText{"Mức 1", "Level 1"});
  REQUIRE(set->levels[0].needs.size() == 1);
  CHECK(set->levels[0].needs[0].group == Need::Group::all);
  CHECK_FALSE(set->levels[0].needs[0].at_least);
  CHECK(set->levels[0].needs[0].level == 1);
  REQUIRE(set->levels[1].needs.size() == 2);
  CHECK(set->levels[1].needs[0].group == Need::Group::mandatory);
  CHECK(set->levels[1].needs[0].level == 2);
  CHECK(set->levels[1].needs[1].group == Need::Group::optional);
  CHECK(set->levels[1].needs[1].at_least == 1);
  CHECK(set->levels[1].needs[1].level == 1);
}

TEST_CASE("awards have levels and conditions") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  REQUIRE(set->award_families.size() == 1);
  const AwardFamily& family = set->award_families[0];
  CHECK(family.id == "accreditation");
  REQUIRE(family.awards.size() == 2);
  CHECK(family.awards[0].level == 1);
  CHECK(family.awards[0].title == LocalText{"Cấp độ 1", "Accreditation 1"});
  CHECK(family.awards[0].valid_years == 5);
  CHECK(family.awards[0].checked == Certainty::medium);
  REQUIRE(family.awards[0].conditions.size() == 1);
  CHECK(family.awards[0].conditions[0].id == "cohort");
  CHECK(family.awards[0].conditions[0].text == LocalText{"Có khóa", "A cohort"});
  CHECK(family.awards[0].conditions[0].where.source == "pupils > 0");
  CHECK_FALSE(family.awards[1].valid_years);
  CHECK(family.awards[1].conditions.empty());
}

constexpr SetFault kLevelFaults[] = {
    {"levels is a list", set_part("levels:\n", "awards:\n"), "levels: [1, 2]\n",
     "set.yaml:11:9: error: levels: expected a map, found a list\n"},
    {"no levels", set_part("levels:\n", "awards:\n"), "levels: {}\n",
     "set.yaml:11:9: error: levels: expected at least one key\n"},
    {"gap", R"(  2:
    title: {vi: Mức 2)",
     R"(  3:
    title: {vi: Mức 2)",
     R"(set.yaml:13:3: error: levels: expected level 2, found "3"
  hint: levels are 1, 2, ... in order, without gaps
)"},
    {"not from 1", "  1: {title: {vi: Mức 1, en: Level 1}}\n", "",
     R"(set.yaml:12:3: error: levels: expected level 1, found "2"
  hint: levels are 1, 2, ... in order, without gaps
)"},
    {"not a level", R"(  2:
    title: {vi: Mức 2)",
     R"(  hai:
    title: {vi: Mức 2)",
     R"(set.yaml:13:3: error: levels: expected level 2, found "hai"
  hint: levels are 1, 2, ... in order, without gaps
)"},
    {"more than 9", R"(  1: {title: {vi: Mức 1, en: Level 1}}
  2:
    title: {vi: Mức 2, en: Level 2}
)",
     R"(  1: {title: {vi: A, en: A}}
  2: {title: {vi: A, en: A}}
  3: {title: {vi: A, en: A}}
  4: {title: {vi: A, en: A}}
  5: {title: {vi: A, en: A}}
  6: {title: {vi: A, en: A}}
  7: {title: {vi: A, en: A}}
  8: {title: {vi: A, en: A}}
  9: {title: {vi: A, en: A}}
  10:
    title: {vi: Mức 2, en: Level 2}
)",
     "set.yaml:21:3: error: levels: more than 9 levels\n"},
    {"title missing", "    title: {vi: Mức 2, en: Level 2}\n", "",
     R"(set.yaml:14:5: error: levels.2: missing key "title"
)"},
    {"no needs",
     "needs: [{criteria: mandatory, level: 2}, {criteria: optional, at_least: 1, level: 1}]",
     "needs: []", "set.yaml:15:12: error: needs: expected at least one item\n"},
    {"unknown group", "criteria: mandatory", "criteria: mandatry",
     R"(set.yaml:15:24: error: criteria: expected one of all, mandatory, optional, found "mandatry"
  hint: did you mean "mandatory"?
)"},
    {"group missing", "criteria: mandatory, level: 2", "level: 2",
     R"(set.yaml:15:13: error: needs: missing key "criteria"
)"},
    {"level missing", "criteria: mandatory, level: 2", "criteria: mandatory",
     R"(set.yaml:15:13: error: needs: missing key "level"
)"},
    {"above its level", "criteria: mandatory, level: 2", "criteria: mandatory, level: 3",
     "set.yaml:15:42: error: level: level 2 can ask at most level 2, found 3\n"},
    {"level 0", "criteria: mandatory, level: 2", "criteria: mandatory, level: 0",
     R"(set.yaml:15:42: error: level: expected a whole number from 1 to 9, found "0"
)"},
    {"level with decimals", "criteria: mandatory, level: 2", "criteria: mandatory, level: 1.5",
     R"(set.yaml:15:42: error: level: expected a whole number from 1 to 9, found "1.5"
)"},
    {"level in quotes", "criteria: mandatory, level: 2", "criteria: mandatory, level: '2'",
     R"(set.yaml:15:42: error: level: expected a whole number from 1 to 9, found "2"
  hint: write 2, without quotes
)"},
    {"all of the group", "at_least: 1, level: 1", "at_least: 1, level: 2", ""},
    {"more than the group", "at_least: 1, level: 1", "at_least: 2, level: 1",
     R"(set.yaml:15:77: warning: at_least: expected at most 1 (the criteria of the group "optional"), found 2
)"},
    {"at least none", "at_least: 1, level: 1", "at_least: 0, level: 1",
     R"(set.yaml:15:77: error: at_least: expected a whole number from 1 to 10000, found "0"
)"},
    {"need is text", "{criteria: mandatory, level: 2}", "mandatory",
     R"(set.yaml:15:13: error: needs: expected a map, found "mandatory"
)"},
};

TEST_CASE("levels are 1, 2, ... and ask at most their own") { check_faults(kLevelFaults); }

constexpr SetFault kAwardFaults[] = {
    {"unknown family", "  accreditation:\n", "  acreditation:\n",
     R"(set.yaml:17:3: error: awards: unknown key "acreditation"
  hint: did you mean "accreditation"?
)"},
    {"empty family", "  accreditation:\n", R"(  national_standard: []
  accreditation:
)",
     "set.yaml:17:22: error: national_standard: expected at least one item\n"},
    {"not rising", "{level: 2, title: {vi: Cấp độ 2", "{level: 1, title: {vi: Cấp độ 2",
     "set.yaml:22:15: error: level: expected a level above 1, found 1\n"},
    {"no such level", "{level: 2, title: {vi: Cấp độ 2", "{level: 3, title: {vi: Cấp độ 2",
     "set.yaml:22:15: error: level: the set has no level 3\n"},
    {"level missing", "{level: 2, title: {vi: Cấp độ 2", "{title: {vi: Cấp độ 2",
     R"(set.yaml:22:7: error: accreditation: missing key "level"
)"},
    {"award is text", "- {level: 2, title: {vi: Cấp độ 2, en: Accreditation 2}}", "- two",
     R"(set.yaml:22:7: error: accreditation: expected a map, found "two"
)"},
    {"years", "valid_years: 5", "valid_years: 0",
     R"(set.yaml:20:20: error: valid_years: expected a whole number from 1 to 100, found "0"
)"},
    {"condition without text", "vi: Có khóa, en: A cohort", "vi: Có khóa",
     R"(set.yaml:21:15: error: needs: missing key "en"
)"},
    {"condition without where", ", where: pupils > 0}", "}",
     R"(set.yaml:21:15: error: needs: missing key "where"
)"},
    {"condition id", "id: cohort", "id: Cohort",
     R"(set.yaml:21:20: error: id: expected an id of a-z, 0-9 and _ that starts with a letter, found "Cohort"
)"},
    {"condition twice", "needs: [{id: cohort, ",
     "needs: [{id: cohort, vi: A, en: A, where: remote}, {id: cohort, ",
     R"(set.yaml:21:63: error: id: the condition "cohort" is listed twice
)"},
    {"condition is a number", "where: pupils > 0", "where: pupils",
     "set.yaml:21:62: error: expression: expected a condition, found a number\n"},
};

TEST_CASE("awards rise and name levels of the set") { check_faults(kAwardFaults); }

}  // namespace
}  // namespace kdcl::test
