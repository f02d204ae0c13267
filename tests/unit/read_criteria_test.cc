#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

TEST_CASE("a set without faults is read field by field") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(kSet, diagnostics);
  CHECK(format_diagnostics(diagnostics, false) == "");
  REQUIRE(set);
  CHECK(set->id == "thu-2018");
  CHECK(set->title == LocalText{"Thử", "Trial"});
  CHECK(set->document == "1/2018/TT");
  CHECK(format_iso(set->issued) == "2018-08-22");
  CHECK(format_iso(set->in_force_from) == "2018-10-10");
  CHECK(format_iso(set->in_force_to) == "2026-07-06");
  REQUIRE(set->applies_to);
  CHECK(set->applies_to->source == "school_type == 'tieu_hoc'");
  CHECK_FALSE(set->per_stage);
  CHECK(set->evidence_code == "H\\d+");
  CHECK(set->checked == Certainty::medium);
  CHECK(set->file == "set.yaml");
  CHECK(set->place == Location{"set.yaml", 2, 5});
  CHECK(set->in_force_place == Location{"set.yaml", 5, 11});
  CHECK(set->top_level() == 2);
  CHECK(set->fields.size() == 8);
  CHECK(set->measures.size() == 3);
  CHECK(set->monitors.size() == 2);
  CHECK(set->standards.size() == 2);
  CHECK(set->criteria.size() == 2);
  CHECK(set->indicators.size() == 4);
}

TEST_CASE("what a set may leave out has a default") {
  std::string text = replaced(kSet, ", to: 2026-07-06", "");
  for (const std::string_view line :
       {"applies_to: school_type == 'tieu_hoc'\n", "per_stage: false\n", "evidence_code: 'H\\d+'\n",
        "checked: medium\n"})
    text = replaced(text, line, "");
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set = read_set(text, diagnostics);
  REQUIRE(set);
  CHECK(set->in_force_to == kNoDate);
  CHECK_FALSE(set->applies_to);
  CHECK_FALSE(set->per_stage);
  CHECK(set->evidence_code.empty());
  CHECK(set->checked == Certainty::high);
}

TEST_CASE("quotes make no difference to ids and level keys") {
  const std::string text = replaced(replaced(kSet, "id: thu-2018", "id: 'thu-2018'"),
                                    "  1: {title: {vi: Mức 1", "  '1': {title: {vi: Mức 1");
  CHECK(faults_of(text) == "");
  CHECK(faults_of(replaced(kSet, "id: \"1.1\"", "id: 1.1")) == "");
}

TEST_CASE("faults of a used file stand at its places") {
  const struct {
    const char* name;
    std::string used;
    std::string_view said;
  } kFaults[] = {
      {"empty", "", "fields.yaml: error: the file is empty\n"},
      {"not YAML", "a: [1\n", "fields.yaml:1:4: error: the [ opened here is not closed\n"},
      {"unknown key", std::string(kUsedFile) + "levels: {}\n",
       R"(fields.yaml:7:1: error: file: unknown key "levels"
  hint: the keys here are: kdcl, fields, measures, data_tables
)"},
      {"format missing", replaced(kUsedFile, "kdcl: 1\n", ""),
       R"(fields.yaml:1:1: error: file: missing key "kdcl"
)"},
      {"other format", replaced(kUsedFile, "kdcl: 1", "kdcl: 3"),
       R"(fields.yaml:1:7: error: kdcl: expected 1, found "3"
  hint: this program reads criteria files of format 1
)"},
      {"wrong value", replaced(kUsedFile, "max: 5000", "max: 5 000"),
       R"(fields.yaml:3:94: error: max: expected a number, found "5 000"
)"},
      {"formula with a field of the set",
       replaced(kUsedFile, "100 * pupils_completed", "100 * area"),
       R"(fields.yaml:6:89: error: expression: no field, measure or column is named "area"
)"},
      {"not a map", "- a\n", "fields.yaml:1:1: error: file: expected a map, found a list\n"},
  };
  for (const auto& fault : kFaults) {
    CAPTURE(fault.name);
    CHECK(faults_of(kSet, fault.used) == fault.said);
  }
}

TEST_CASE("faults of a used file are reported once for several sets") {
  Diagnostics diagnostics(Language::en);
  const std::string used = replaced(kUsedFile, "max: 5000", "max: x");
  CHECK_FALSE(read_set(kSet, diagnostics, used));
  CHECK_FALSE(read_set(kSet, diagnostics, used));
  CHECK(diagnostics.errors() == 1);
}

TEST_CASE("the pattern of codes of evidence is a regular expression") {
  CHECK(faults_of(replaced(kSet, "'H\\d+'", "'(H'"), kUsedFile) ==
        "set.yaml:9:16: error: evidence_code: \"(H\" is no regular expression\n");
}

TEST_CASE("all faults of a set are reported in one run") {
  std::string text = replaced(kSet, "per_stage: false", "per_stage: 0");
  text = replaced(text, "criteria: mandatory, level: 2", "criteria: mandatory, level: 3");
  text = replaced(text, "formula: completion", "formula: completed");
  text = replaced(text, "                at_least: 70\n", "                at_least: many\n");
  CHECK(faults_of(text) == R"(set.yaml:8:12: error: per_stage: expected true or false, found "0"
set.yaml:15:42: error: level: level 2 can ask at most level 2, found 3
set.yaml:35:62: error: expression: no field, measure or column is named "completed"
  hint: did you mean "completion"?
set.yaml:54:27: error: at_least: expected a number, found "many"
)");
}

TEST_CASE("faults are reported in Vietnamese") {
  std::string text = replaced(kSet, "per_stage: false", "per_stages: false");
  text = replaced(text, "measure: power, equals: sun", "measure: pover, equals: sun");
  CHECK(faults_of(text, kUsedFile, Language::vi) ==
        R"(set.yaml:8:1: lỗi: tệp: không có khóa "per_stages"
  gợi ý: có phải "per_stage"?
set.yaml:76:53: lỗi: measure: không có số đo hay trường nào tên "pover"
  gợi ý: có phải "power"?
)");
}

constexpr SetFault kHeadFaults[] = {
    {"unknown key", "per_stage: false", "per_stages: false",
     R"(set.yaml:8:1: error: file: unknown key "per_stages"
  hint: did you mean "per_stage"?
)"},
    {"unknown key far from all", "per_stage: false", "zzz: false",
     R"(set.yaml:8:1: error: file: unknown key "zzz"
  hint: the keys here are: kdcl, id, title, source, in_force, applies_to, uses, per_stage, evidence_code, checked, levels, awards, fields, measures, standards, data_years, data_tables
)"},
    {"repeated key", "per_stage: false", "id: thu",
     R"(set.yaml:8:1: error: repeated key "id", first at line 2, column 1
)"},
    {"missing key", "title: {vi: Thử, en: Trial}\n", "",
     R"(set.yaml:1:1: error: file: missing key "title"
)"},
    {"amends without changes", R"(evidence_code: 'H\d+')", "amends: thu-2017",
     R"(set.yaml:1:1: error: file: missing key "changes"
set.yaml:9:9: error: amends: there is no criteria set "thu-2017"
  hint: if a file holds that set, name the file too (-c FILE); for criteria show and template put it beside this one
)"},
    {"other format", "kdcl: 1", "kdcl: 2",
     R"(set.yaml:1:7: error: kdcl: expected 1, found "2"
  hint: this program reads criteria files of format 1
)"},
    {"format missing", "kdcl: 1\n", "",
     R"(set.yaml:1:1: error: file: missing key "kdcl"
)"},
    {"bad id", "id: thu-2018", "id: Thu_2018",
     R"(set.yaml:2:5: error: id: expected an id of a-z, 0-9 and -, found "Thu_2018"
)"},
    {"title is text", "title: {vi: Thử, en: Trial}", "title: Thử",
     R"(set.yaml:3:8: error: title: expected a map, found "Thử"
)"},
    {"title without English", "title: {vi: Thử, en: Trial}", "title: {vi: Thử}",
     R"(set.yaml:3:8: error: title: missing key "en"
)"},
    {"title is blank", "title: {vi: Thử, en: Trial}", "title: {vi: Thử, en: ' '}",
     "set.yaml:3:22: error: en: expected a text, found a blank one\n"},
    {"comma in flow", "title: {vi: Thử, en: Trial}",
     "title: {vi: Thử, en: Trial, on a small scale}",
     R"(set.yaml:3:29: error: title: unknown key "on a small scale"
  hint: a text with a comma inside {} needs quotes
)"},
    {"source is a list", "source: {document: 1/2018/TT, issued: 2018-08-22}", "source: [1/2018/TT]",
     "set.yaml:4:9: error: source: expected a map, found a list\n"},
    {"source without date", "source: {document: 1/2018/TT, issued: 2018-08-22}",
     "source: {document: 1/2018/TT}",
     R"(set.yaml:4:9: error: source: missing key "issued"
)"},
    {"issued day first", "issued: 2018-08-22", "issued: 22/8/2018",
     R"(set.yaml:4:39: error: issued: expected a date like 2018-08-22, found "22/8/2018"
  hint: write 2018-08-22
)"},
    {"no such day", "issued: 2018-08-22", "issued: 2018-02-30",
     R"(set.yaml:4:39: error: issued: expected a date like 2018-08-22, found "2018-02-30"
)"},
    {"in_force empty", "in_force: {from: 2018-10-10, to: 2026-07-06}",
     "in_force:", "set.yaml:5:1: error: in_force: expected a map, found nothing\n"},
    {"to before from", "to: 2026-07-06", "to: 2018-10-09",
     "set.yaml:5:34: error: to: 2018-10-09 is before the start 2018-10-10\n"},
    {"per_stage quoted", "per_stage: false", "per_stage: 'false'",
     R"(set.yaml:8:12: error: per_stage: expected true or false, found "false"
  hint: write false, without quotes
)"},
    {"per_stage no", "per_stage: false", "per_stage: no",
     R"(set.yaml:8:12: error: per_stage: expected true or false, found "no"
)"},
    {"checked", "checked: medium", "checked: hihg",
     R"(set.yaml:10:10: error: checked: expected one of high, medium, low, found "hihg"
  hint: did you mean "high"?
)"},
    {"applies_to is a number", "school_type == 'tieu_hoc'", "pupils",
     "set.yaml:6:13: error: expression: expected a condition, found a number\n"},
    {"applies_to unknown name", "school_type == 'tieu_hoc'", "schol_type == 'tieu_hoc'",
     R"(set.yaml:6:13: error: expression: no field, measure or column is named "schol_type"
  hint: did you mean "school_type"?
)"},
    {"not a map", kSet,
     R"(- a
- b
)",
     "set.yaml:1:1: error: file: expected a map, found a list\n"},
};

TEST_CASE("a set names its format, itself and its source") { check_faults(kHeadFaults); }

constexpr SetFault kUsesFaults[] = {
    {"no such file", "uses: [fields.yaml]", "uses: [field.yaml]",
     R"(set.yaml:7:8: error: uses: can't read the file "field.yaml"
  hint: the file must be beside this one: field.yaml
)"},
    {"twice", "uses: [fields.yaml]", "uses: [fields.yaml, fields.yaml]",
     R"(set.yaml:7:21: error: uses: the file "fields.yaml" is listed twice
)"},
    {"not a list", "uses: [fields.yaml]", "uses: fields.yaml",
     R"(set.yaml:7:7: error: uses: expected a list, found "fields.yaml"
)"},
    {"not a name", "uses: [fields.yaml]", "uses: [fields.yaml, [a]]",
     "set.yaml:7:21: error: uses: expected a text, found a list\n"},
};

TEST_CASE("files in uses are read beside the set") { check_faults(kUsesFaults); }

TEST_CASE("a file that sets share is told from a set, and checked as what it is") {
  CHECK(is_used_file(kUsedFile));
  CHECK_FALSE(is_used_file(kSet));
  CHECK_FALSE(is_used_file("kdcl: 1\n"));
  CHECK_FALSE(is_used_file("kdcl: 1\nid: mine\nfields: {}\n"));
  CHECK_FALSE(is_used_file("[kdcl, fields]\n"));
  CHECK_FALSE(is_used_file("fields: [\n"));
  const auto faults_of_used = [](std::string_view text) {
    Diagnostics diagnostics(Language::en);
    check_used_file("fields.yaml", text, diagnostics);
    check_used_file("fields.yaml", text, diagnostics);
    return format_diagnostics(diagnostics, false);
  };
  CHECK(faults_of_used(kUsedFile) == "");
  CHECK(faults_of_used("kdcl: 1\nfelds: {}\nmeasures: {half: {title: {vi: Nửa, en: Half}, formula: "
                       "pupils / 2}}\n") ==
        R"(fields.yaml:2:1: error: file: unknown key "felds"
  hint: did you mean "fields"?
fields.yaml:3:56: error: expression: no field, measure or column is named "pupils"
)");
}

}  // namespace
}  // namespace kdcl::test
