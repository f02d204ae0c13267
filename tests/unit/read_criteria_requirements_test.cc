#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

TEST_CASE("a requirement holds its figure, value and exceptions") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  const Indicator& indicator = set->indicators[1];
  REQUIRE(indicator.requirements.size() == 1);
  const Requirement& requirement = indicator.requirements[0];
  CHECK(requirement.measure == "completion");
  CHECK(requirement.title == LocalText{"Tỷ lệ hoàn thành", "Completion"});
  CHECK(requirement.unit.vi == "%");
  CHECK(requirement.figure == set->measures[0].formula);
  CHECK_FALSE(requirement.field);
  CHECK(requirement.comparison == Comparison::at_least);
  CHECK(requirement.value == 70);
  CHECK(requirement.where->source == "pupils > 10");
  CHECK(requirement.covers_part);
  CHECK_FALSE(indicator.covers_whole());
  CHECK(requirement.checked == Certainty::low);
  REQUIRE(requirement.exceptions.size() == 1);
  CHECK(requirement.exceptions[0].where.source == "remote");
  CHECK(requirement.exceptions[0].value == 65.5);
  CHECK(requirement.exceptions[0].because == LocalText{"Vùng khó khăn", "Remote area"});
  CHECK(requirement.exceptions[0].checked == Certainty::low);
}

TEST_CASE("a list of requirements is kept in order") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  const Indicator& indicator = set->indicators[2];
  REQUIRE(indicator.requirements.size() == 2);
  CHECK(indicator.covers_whole());
  const Requirement& library = indicator.requirements[1];
  CHECK(library.field == 3u);
  CHECK(library.value == 2);
  CHECK_FALSE(library.where);
  REQUIRE(library.figure.nodes.size() == 1);
  CHECK(library.figure.nodes[0].operation == Operation::field);
  CHECK(library.figure.nodes[0].kind == ValueKind::scale);
  CHECK(library.figure.nodes[0].left == 3);
}

TEST_CASE("values are read in the terms of their field") {
  const struct {
    std::string_view require;
    Comparison comparison;
    double value;
  } kRequirements[] = {
      {"measure: power, equals: sun", Comparison::equals, 1},
      {"measure: remote, equals: true", Comparison::equals, 1},
      {"measure: remote, equals: false", Comparison::equals, 0},
      {"measure: library, equals: chưa có", Comparison::equals, 0},
      {"measure: library, more_than: none yet", Comparison::more_than, 0},
      {"measure: opened, at_most: 1970-01-03", Comparison::at_most, 2},
      {"measure: area, less_than: 12.75", Comparison::less_than, 12.75},
      {"measure: share, equals: 0", Comparison::equals, 0},
  };
  for (const auto& one : kRequirements) {
    CAPTURE(one.require);
    Diagnostics diagnostics(Language::en);
    const auto set =
        read_set(replaced(kSet, "measure: power, equals: sun", one.require), diagnostics);
    REQUIRE(set);
    CHECK(set->indicators[3].requirements[0].comparison == one.comparison);
    CHECK(set->indicators[3].requirements[0].value == one.value);
  }
}

constexpr SetFault kRequirementFaults[] = {
    {"unknown measure", "measure: power, equals: sun", "measure: pover, equals: sun",
     R"(set.yaml:76:53: error: measure: no measure or field is named "pover"
  hint: did you mean "power"?
)"},
    {"measure missing", "measure: power, equals: sun", "equals: sun",
     R"(set.yaml:76:43: error: require: expected exactly one of measure, level_of
)"},
    {"measure is a list", "measure: power, equals: sun", "measure: [power], equals: sun",
     "set.yaml:76:53: error: measure: expected a text, found a list\n"},
    {"no operator", "measure: power, equals: sun", "measure: power",
     "set.yaml:76:43: error: require: expected one of at_least, at_most, more_than, less_than, "
     "equals\n"},
    {"two operators", "measure: power, equals: sun", "measure: power, equals: sun, at_most: 3",
     R"(set.yaml:76:73: error: require: expected one comparison, found "at_most" as well
)"},
    {"unknown key", "measure: power, equals: sun", "measure: power, equal: sun",
     R"(set.yaml:76:43: error: require: expected one of at_least, at_most, more_than, less_than, equals
set.yaml:76:60: error: require: unknown key "equal"
  hint: did you mean "equals"?
)"},
    {"a level beside a measure", "measure: power, equals: sun",
     "measure: power, level_of: other, at_least: 1",
     "set.yaml:76:43: error: require: expected exactly one of measure, level_of\n"},
    {"level of an unknown set", "measure: power, equals: sun", "level_of: other, at_least: 1",
     R"(set.yaml:76:54: error: level_of: there is no criteria set "other"
  hint: if a file holds that set, name the file too (-c FILE); for criteria show and template put it beside this one
)"},
    {"level of a list", "measure: power, equals: sun", "level_of: [other], at_least: 1",
     "set.yaml:76:54: error: level_of: expected a text, found a list\n"},
    {"require is text", "require: {measure: power, equals: sun}", "require: power",
     R"(set.yaml:76:43: error: require: expected a map, found "power"
)"},
    {"empty list", "require: {measure: power, equals: sun}", "require: []",
     "set.yaml:76:43: error: require: expected at least one item\n"},
    {"text for a number", "                at_least: 70\n", "                at_least: bảy mươi\n",
     R"(set.yaml:54:27: error: at_least: expected a number, found "bảy mươi"
)"},
    {"decimal comma", "                at_least: 70\n", "                at_least: 69,5\n",
     R"(set.yaml:54:27: error: at_least: expected a number, found "69,5"
  hint: the decimal sign is a point, and thousands have no separator
)"},
    {"value missing", "                at_least: 70\n", "                at_least:\n",
     "set.yaml:54:17: error: at_least: expected a number, found nothing\n"},
    {"choice compares by rank", "measure: power, equals: sun", "measure: power, at_least: sun",
     R"(set.yaml:76:60: error: at_least: "power" compares only with equals
  hint: to compare by rank, make the field a scale
)"},
    {"no value of the choice", "measure: power, equals: sun", "measure: power, equals: sunn",
     R"(set.yaml:76:68: error: equals: "sunn" is no value of "power"
  hint: did you mean "sun"?
)"},
    {"value by title", "{measure: library, at_least: good}",
     "{measure: library, at_least: chưa có}", ""},
    {"no value of the scale", "{measure: library, at_least: good}",
     "{measure: library, at_least: 3}",
     R"(set.yaml:64:46: error: at_least: "3" is no value of "library"
)"},
    {"flag", "measure: power, equals: sun", "measure: remote, equals: true", ""},
    {"flag in words", "measure: power, equals: sun", "measure: remote, equals: yes",
     R"(set.yaml:76:69: error: equals: expected true or false, found "yes"
)"},
    {"flag by rank", "measure: power, equals: sun", "measure: remote, at_least: 1",
     R"(set.yaml:76:61: error: at_least: "remote" compares only with equals
)"},
    {"date", "measure: power, equals: sun", "measure: opened, at_most: 2020-01-01", ""},
    {"wrong date", "measure: power, equals: sun", "measure: opened, at_most: 2020",
     R"(set.yaml:76:70: error: at_most: expected a date like 2018-08-22, found "2020"
)"},
    {"text field", "measure: power, equals: sun", "measure: motto, equals: sun",
     R"(set.yaml:76:53: error: measure: the text field "motto" can't be required
)"},
    {"where is a number", "                where: pupils > 10\n", "                where: pupils\n",
     "set.yaml:55:24: error: expression: expected a condition, found a number\n"},
    {"covers", "covers: part", "covers: half",
     R"(set.yaml:56:25: error: covers: expected "part", found "half"
)"},
    {"checked", "measure: power, equals: sun", "measure: power, equals: sun, checked: no",
     R"(set.yaml:76:82: error: checked: expected one of high, medium, low, found "no"
)"},
};

TEST_CASE("a requirement compares one figure with one value") { check_faults(kRequirementFaults); }

/// What is said of the set if it asks so for the level of "co-so", which has two levels.
std::string faults_of_level(std::string_view require, std::optional<CriteriaSet>& set) {
  Diagnostics diagnostics(Language::en);
  const CriteriaLibrary library = library_of(
      {{"co-so", replaced(kSet, "id: thu-2018", "id: co-so")},
       {"co-so-2021",
        "kdcl: 1\nid: co-so-2021\nsource: {document: 2, issued: 2021-01-01}\n"
        "in_force: {from: 2021-01-01}\namends: co-so\n"
        "levels: {1: {title: {vi: Một, en: One}}}\nchanges: [{at: 1.1.2, remove: true}]\n"}});
  set = read_criteria("set.yaml", replaced(kSet, "measure: power, equals: sun", require), library,
                      diagnostics);
  return format_diagnostics(diagnostics, false);
}

TEST_CASE("a requirement asks for the level of another set") {
  std::optional<CriteriaSet> set;
  CHECK(faults_of_level("level_of: co-so, more_than: 0, where: remote, covers: part, exceptions: "
                        "[{where: remote, more_than: 1, because: {vi: Xa, en: Far}}]",
                        set) == "");
  REQUIRE(set);
  const Requirement& requirement = set->indicators[3].requirements[0];
  CHECK(requirement.is_level);
  CHECK(requirement.measure == "co-so");
  CHECK(requirement.title == LocalText{"Thử", "Trial"});
  CHECK(requirement.unit.empty());
  CHECK(requirement.figure.nodes.empty());
  CHECK_FALSE(requirement.field);
  CHECK(requirement.comparison == Comparison::more_than);
  CHECK(requirement.value == 0);
  CHECK(requirement.exceptions[0].value == 1);
  CHECK(requirement.covers_part);
  CHECK(requirement.place == Location{"set.yaml", 76, 54});
}

TEST_CASE("a level asked for is one that the other set has") {
  const struct {
    std::string_view require, said;
  } kCases[] = {
      {"level_of: co-so, at_least: 0", ""},
      {"level_of: co-so, at_least: 2", ""},
      {"level_of: co-so, at_least: 3",
       "set.yaml:76:71: error: at_least: expected a whole number from 0 to 2, found \"3\"\n"},
      {"level_of: co-so, equals: 1.5",
       "set.yaml:76:69: error: equals: expected a whole number from 0 to 2, found \"1.5\"\n"},
      {"level_of: co-so, more_than: 2",
       "set.yaml:76:72: error: more_than: expected a whole number from 0 to 1, found \"2\"\n"},
      {"level_of: co-so, less_than: 0",
       "set.yaml:76:72: error: less_than: expected a whole number from 1 to 2, found \"0\"\n"},
      // The title and the levels are those of the set that is amended, unless it has its own.
      {"level_of: co-so-2021, at_least: 1", ""},
      {"level_of: co-so-2021, at_least: 2",
       "set.yaml:76:76: error: at_least: expected a whole number from 0 to 1, found \"2\"\n"},
      {"level_of: co-so, at_least: 1, exceptions: [{where: remote, at_least: 3, because: {vi: X, "
       "en: X}}]",
       "set.yaml:76:113: error: at_least: expected a whole number from 0 to 2, found \"3\"\n"},
      {"level_of: co-sa, at_least: 1",
       "set.yaml:76:54: error: level_of: there is no criteria set \"co-sa\"\n  hint: did you mean "
       "\"co-so\"?\n"},
  };
  for (const auto& one : kCases) {
    CAPTURE(one.require);
    std::optional<CriteriaSet> set;
    CHECK(faults_of_level(one.require, set) == one.said);
  }
}

TEST_CASE("a set that several requirements ask for is looked for once") {
  std::string text = replaced(kSet, "measure: power, equals: sun", "level_of: co-so, at_least: 1");
  text = replaced(text, "{measure: library, at_least: good}", "{level_of: co-so, at_least: 2}");
  size_t asked = 0;
  CriteriaLibrary library = library_of({});
  library.find = [&asked](const std::string& id) {
    ++asked;
    return CriteriaLibrary::File{id + ".yaml", std::string(kSet)};
  };
  Diagnostics diagnostics(Language::en);
  CHECK(read_criteria("set.yaml", text, library, diagnostics));
  CHECK(asked == 1);
}

constexpr SetFault kExceptionFaults[] = {
    {"other operator", "at_least: 65.5, because", "at_most: 65.5, because",
     R"(set.yaml:58:37: error: exceptions: expected "at_least", as in the requirement, found "at_most"
)"},
    {"operator missing", "at_least: 65.5, because", "because",
     R"(set.yaml:58:21: error: exceptions: expected "at_least", as in the requirement
)"},
    {"two operators", "at_least: 65.5, because", "at_least: 65.5, at_most: 70, because",
     R"(set.yaml:58:53: error: exceptions: expected "at_least", as in the requirement, found "at_most"
)"},
    {"wrong value", "at_least: 65.5, because", "at_least: x, because",
     R"(set.yaml:58:47: error: at_least: expected a number, found "x"
)"},
    {"where missing", "{where: remote, at_least: 65.5,", "{at_least: 65.5,",
     R"(set.yaml:58:21: error: exceptions: missing key "where"
)"},
    {"because missing", ", because: {vi: Vùng khó khăn, en: Remote area}}", "}",
     R"(set.yaml:58:21: error: exceptions: missing key "because"
)"},
    {"unknown key", "at_least: 65.5, because", "at_least: 65.5, value: 3, because",
     R"(set.yaml:58:53: error: exceptions: unknown key "value"
  hint: the keys here are: where, at_least, at_most, more_than, less_than, equals, because, checked
)"},
    {"is text", "- {where: remote, at_least: 65.5, because: {vi: Vùng khó khăn, en: Remote area}}",
     "- remote",
     R"(set.yaml:58:21: error: exceptions: expected a map, found "remote"
)"},
};

TEST_CASE("exceptions use the comparison of their requirement") { check_faults(kExceptionFaults); }

constexpr SetFault kThresholdFaults[] = {
    {"looser", "at_least: 70, where: pupils > 10}", "at_least: 69.9, where: pupils > 10}",
     "set.yaml:63:49: error: at_least: level 2 asks 69.9, which is looser than the 70 of level 1 "
     "at line 54\n"},
    {"stricter", "at_least: 70, where: pupils > 10}", "at_least: 70.1, where: pupils > 10}", ""},
    {"other condition", "at_least: 70, where: pupils > 10}", "at_least: 60, where: pupils > 11}",
     ""},
    {"other operator", "at_least: 70, where: pupils > 10}", "more_than: 60, where: pupils > 10}",
     ""},
    {"other measure", "{measure: completion, at_least: 70, where",
     "{measure: share, at_least: 60, where", ""},
    {"the strictest below counts", "            a: {vi: Một, en: One, where: not remote}",
     "            a: {vi: Một, en: One, require: {measure: completion, at_least: 80, where: pupils "
     "> 10}}",
     "set.yaml:63:49: error: at_least: level 2 asks 70, which is looser than the 80 of level 1 at "
     "line 46\n"},
    {"upper limits fall", "measure: library, at_least: good", "measure: library, at_least: basic",
     ""},
};

TEST_CASE("thresholds do not loosen as the level rises") { check_faults(kThresholdFaults); }

}  // namespace
}  // namespace kdcl::test
