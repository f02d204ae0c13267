#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

TEST_CASE("fields of used files come first, in order") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  std::string ids;
  for (const Field& field : set->fields) ids += field.id + ' ';
  CHECK(ids == "pupils pupils_completed remote library power opened area motto ");
  const Field& pupils = set->fields[0];
  CHECK(pupils.title == LocalText{"Số học sinh", "Pupils"});
  CHECK(pupils.type == FieldType::integer);
  CHECK(pupils.unit.vi == "học sinh");
  CHECK(pupils.min == 0);
  CHECK(pupils.max == 5000);
  CHECK(pupils.aliases == std::vector<std::string>{"Sĩ số"});
  CHECK(pupils.place == Location{"fields.yaml", 3, 3});
  CHECK(set->fields[2].type == FieldType::flag);
  CHECK_FALSE(set->fields[2].min);
  const Field& library = set->fields[3];
  CHECK(library.type == FieldType::scale);
  REQUIRE(library.values.size() == 3);
  CHECK(library.values[0].id == "none");
  CHECK(library.values[0].title == LocalText{"chưa có", "none yet"});
  CHECK(library.values[1].id == "basic");
  CHECK(library.values[1].title == LocalText{"basic", "basic"});
  CHECK(set->fields[4].type == FieldType::choice);
  CHECK(set->fields[5].type == FieldType::date);
  CHECK(set->fields[6].min == 0.5);
  CHECK(set->fields[7].type == FieldType::text);
}

TEST_CASE("measures may use measures that stand further down") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  REQUIRE(set);
  REQUIRE(set->measures.size() == 3);
  const Measure& completion = set->measures[0];
  CHECK(completion.id == "completion");
  CHECK(completion.title == LocalText{"Tỷ lệ hoàn thành", "Completion"});
  CHECK(completion.unit.vi == "%");
  CHECK(completion.formula.source == "100 * pupils_completed / pupils");
  CHECK(set->measures[1].id == "half");
  CHECK(set->measures[1].formula.nodes.size() == 7);
  CHECK(fields_of(set->measures[1].formula) == std::vector<uint32_t>{0, 1});
  CHECK(set->measures[2].formula.nodes == completion.formula.nodes);
}

TEST_CASE("measures that double at every step are refused, not written out") {
  std::string measures = "measures:\n  m0: {title: {vi: A, en: A}, formula: pupils + pupils}\n";
  for (int i = 1; i < 40; ++i)
    measures +=
        fmt::format("  m{0}: {{title: {{vi: A, en: A}}, formula: m{1} + m{1}}}\n", i, i - 1);
  CHECK(faults_of(replaced(kSet, "measures:\n", measures)) ==
        "set.yaml:51:41: error: formula: the expressions of the set are too large with their "
        "measures written out\n");
}

TEST_CASE("a circle of measures is reported once, its users are not") {
  const std::string text =
      replaced(kSet, "formula: completion}",
               "formula: half}\n  user: {title: {vi: A, en: A}, formula: half + 1}");
  CHECK(faults_of(text) ==
        "set.yaml:34:51: error: formula: the measure uses itself: half -> share -> half\n");
}

constexpr SetFault kFieldFaults[] = {
    {"fields is a list", set_part("fields:\n", "measures:\n"), "fields: [remote]\n",
     "set.yaml:23:9: error: fields: expected a map, found a list\n"},
    {"bad id", "  remote: {title:", "  Remote: {title:",
     R"(set.yaml:24:3: error: fields: expected an id of a-z, 0-9 and _ that starts with a letter, found "Remote"
)"},
    {"digit first", "  motto: {", "  1motto: {",
     R"(set.yaml:32:3: error: fields: expected an id of a-z, 0-9 and _ that starts with a letter, found "1motto"
)"},
    {"unknown key", "type: date}", "typ: date}",
     R"(set.yaml:30:46: error: opened: unknown key "typ"
  hint: did you mean "type"?
)"},
    {"unknown type", "type: date}", "type: dat}",
     R"(set.yaml:30:52: error: type: expected one of integer, number, text, date, choice, scale, flag, found "dat"
  hint: did you mean "date"?
)"},
    {"type missing", "  opened: {title: {vi: Ngày mở, en: Opened}, type: date}",
     "  opened: {title: {vi: Ngày mở, en: Opened}}",
     R"(set.yaml:30:11: error: opened: missing key "type"
)"},
    {"title missing", "  opened: {title: {vi: Ngày mở, en: Opened}, type: date}",
     "  opened: {type: date}",
     R"(set.yaml:30:11: error: opened: missing key "title"
)"},
    {"field is text", "  opened: {title: {vi: Ngày mở, en: Opened}, type: date}", "  opened: date",
     R"(set.yaml:30:11: error: opened: expected a map, found "date"
)"},
    {"min over max", "min: 0.5", "min: 100",
     "set.yaml:31:73: error: min: 100 is over the max 99.5\n"},
    {"number in quotes", "min: 0.5", "min: '0.5'",
     R"(set.yaml:31:73: error: min: expected a number, found "0.5"
  hint: write 0.5, without quotes
)"},
    {"decimal comma", "min: 0.5, max: 99.5", "min: 0.5, max: '99,5'",
     R"(set.yaml:31:83: error: max: expected a number, found "99,5"
  hint: the decimal sign is a point, and thousands have no separator
)"},
    {"thousands", "max: 99.5", "max: 1.000.000",
     R"(set.yaml:31:83: error: max: expected a number, found "1.000.000"
  hint: the decimal sign is a point, and thousands have no separator
)"},
    {"too many digits", "max: 99.5", "max: 1234567890.123456",
     R"(set.yaml:31:83: error: max: expected a number, found "1234567890.123456"
  hint: a number has at most 15 digits
)"},
    {"15 digits", "max: 99.5", "max: 1234567890.12345", ""},
    {"exponent", "max: 99.5", "max: 1e3",
     R"(set.yaml:31:83: error: max: expected a number, found "1e3"
)"},
    {"not a number", "max: 99.5", "max: []",
     "set.yaml:31:83: error: max: expected a number, found a list\n"},
    {"limit of a whole number", "type: flag}", "type: integer, min: 0.5}",
     R"(set.yaml:24:72: error: min: expected a whole number, found "0.5"
)"},
    {"unit of a date", "type: date}", "type: date, unit: ngày, min: 1, max: 2}",
     R"(set.yaml:30:58: error: unit: not for the type "date"
set.yaml:30:70: error: min: not for the type "date"
set.yaml:30:78: error: max: not for the type "date"
)"},
    {"values of a flag", "type: flag}", "type: flag, values: [a]}",
     R"(set.yaml:24:64: error: values: not for the type "flag"
)"},
    {"no values", "type: choice, values: [grid, sun]", "type: choice",
     R"(set.yaml:29:53: error: type: "choice" needs the key "values"
)"},
    {"empty values", "values: [grid, sun]", "values: []",
     "set.yaml:29:69: error: values: expected at least one item\n"},
    {"value twice", "values: [grid, sun]", "values: [grid, sun, GRID]",
     R"(set.yaml:29:81: error: values: "GRID" is listed twice
)"},
    {"value with the title of another", "basic, {id", "tốt, {id",
     R"(set.yaml:28:67: error: values: "tốt" is listed twice
)"},
    {"value without title", "basic, {id: good, title: {vi: tốt, en: good}}", "basic, {id: good}",
     R"(set.yaml:28:69: error: values: missing key "title"
)"},
    {"value is a list", "values: [grid, sun]", "values: [grid, sun, [a]]",
     "set.yaml:29:81: error: values: expected a text, found a list\n"},
    {"aliases is text", "type: date}", "type: date, aliases: Ngày}",
     R"(set.yaml:30:67: error: aliases: expected a list, found "Ngày"
)"},
    {"alias is a map", "type: date}", "type: date, aliases: [{a: b}]}",
     "set.yaml:30:68: error: aliases: expected a text, found a map\n"},
    {"checked", "type: date}", "type: date, checked: maybe}",
     R"(set.yaml:30:67: error: checked: expected one of high, medium, low, found "maybe"
)"},
};

TEST_CASE("fields have a type and what goes with it") { check_faults(kFieldFaults); }

constexpr SetFault kNameFaults[] = {
    {"field of a used file", "  opened: {", "  pupils: {",
     R"(set.yaml:30:3: error: the name "pupils" is already taken by the field "pupils" (fields.yaml:3)
)"},
    {"field twice", "  opened: {", "  remote: {",
     R"(set.yaml:30:3: error: repeated key "remote", first at line 24, column 3
)"},
    {"identity column", "  opened: {", "  district: {",
     R"(set.yaml:30:3: error: the name "district" is already taken by the identity column "district"
)"},
    {"result column", "  opened: {", "  blocking: {",
     R"(set.yaml:30:3: error: the name "blocking" is already taken by the result column "blocking" of score
)"},
    {"word", "  opened: {", "  known: {",
     R"(set.yaml:30:3: error: the name "known" is already taken by the word "known" of expressions
)"},
    {"title of another", "{vi: Ngày mở, en: Opened}", "{vi: THƯ VIỆN, en: Opened}",
     R"(set.yaml:30:24: error: the name "THƯ VIỆN" is already taken by the field "library" (set.yaml:26)
)"},
    {"alias of another", "type: date}", "type: date, aliases: [sĩ số]}",
     R"(set.yaml:30:68: error: the name "sĩ số" is already taken by the field "pupils" (fields.yaml:3)
)"},
    {"own names may repeat", "type: date}", "type: date, aliases: [Opened, ngày mở]}", ""},
    {"measure with the name of a field", "  half: {", "  remote: {",
     R"(set.yaml:34:3: error: the name "remote" is already taken by the field "remote" (set.yaml:24)
set.yaml:73:19: error: monitor: no measure or field is named "half"
)"},
    {"criterion with the name of an alias", "id: M2.1", "id: Sĩ số",
     R"(set.yaml:69:13: error: the name "Sĩ số" is already taken by the field "pupils" (fields.yaml:3)
)"},
};

TEST_CASE("a name is given once") { check_faults(kNameFaults); }

constexpr SetFault kMeasureFaults[] = {
    {"measures is text", set_part("measures:\n", "standards:\n"), "measures: none\n",
     R"(set.yaml:33:11: error: measures: expected a map, found "none"
)"},
    {"bad id", "  half: {", "  Half: {",
     R"(set.yaml:34:3: error: measures: expected an id of a-z, 0-9 and _ that starts with a letter, found "Half"
)"},
    {"unknown key", "formula: share / 2", "formula: share / 2, min: 0",
     R"(set.yaml:34:62: error: half: unknown key "min"
  hint: the keys here are: title, unit, formula, checked
)"},
    {"no formula", ", formula: share / 2}", "}",
     R"(set.yaml:34:9: error: half: missing key "formula"
)"},
    {"not a map", "half: {title: {vi: Một nửa, en: Half}, formula: share / 2}", "half: share / 2",
     R"(set.yaml:34:9: error: half: expected a map, found "share / 2"
)"},
    {"formula of a condition", "formula: share / 2", "formula: remote",
     "set.yaml:34:51: error: expression: expected a number, found a condition\n"},
    {"unknown name", "formula: share / 2", "formula: 2 * shrae",
     R"(set.yaml:34:55: error: expression: no field, measure or column is named "shrae"
  hint: did you mean "share"?
)"},
    {"place in a quoted formula", "formula: share / 2", "formula: 'share / tỷ'",
     R"(set.yaml:34:61: error: expression: unexpected character "ỷ"
)"},
    {"itself", "formula: share / 2", "formula: half / 2",
     "set.yaml:34:51: error: formula: the measure uses itself: half -> half\n"},
    {"two in a circle", "formula: completion", "formula: half + share",
     "set.yaml:34:51: error: formula: the measure uses itself: half -> share -> half\n"},
};

TEST_CASE("measures are formulas without circles") { check_faults(kMeasureFaults); }

TEST_CASE("a unit is one word, or one for each language and one beside the figure 1") {
  constexpr std::string_view kUnit = "type: integer, unit: học sinh, min: 0, max: 5000, aliases";
  const auto unit_of = [&](std::string_view unit) {
    Diagnostics diagnostics(Language::en);
    const auto set =
        read_set(kSet, diagnostics,
                 replaced(kUsedFile, kUnit, fmt::format("type: integer, unit: {}, aliases", unit)));
    REQUIRE(set);
    return set->fields[0].unit;
  };
  const Unit word = unit_of("học sinh");
  CHECK(word.in(Language::vi, 2) == "học sinh");
  CHECK(word.in(Language::en, 1) == "học sinh");
  const Unit both = unit_of("{vi: học sinh, en: pupils}");
  CHECK(both.in(Language::vi, 1) == "học sinh");
  CHECK(both.in(Language::en, 1) == "pupils");
  const Unit all = unit_of("{vi: học sinh, en: pupils, one: pupil}");
  CHECK(all.in(Language::vi, 1) == "học sinh");
  CHECK(all.in(Language::en, 1) == "pupil");
  CHECK(all.in(Language::en, 0) == "pupils");
  CHECK(all.in(Language::en, 1.5) == "pupils");
  const auto faults = [&](std::string_view unit) {
    return faults_of(
        kSet, replaced(kUsedFile, kUnit, fmt::format("type: integer, unit: {}, aliases", unit)));
  };
  CHECK(faults("{vi: học sinh}") == "fields.yaml:3:71: error: unit: missing key \"en\"\n");
  CHECK(faults("{vi: học sinh, en: pupils, many: pupils}") ==
        "fields.yaml:3:98: error: unit: unknown key \"many\"\n  hint: the keys here are: vi, en, "
        "one\n");
  CHECK(faults("[học sinh]") == "fields.yaml:3:71: error: unit: expected a text, found a list\n");
}

}  // namespace
}  // namespace kdcl::test
