#include <array>

#include "model/criteria_diff.h"
#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

constexpr std::array<std::string_view, 36> kAspectNames = {
    "id",        "title",         "document",   "issued",    "in_force", "applies_to",
    "per_stage", "evidence_code", "data_years", "checked",   "level",    "valid_years",
    "needs",     "text",          "clause",     "mandatory", "where",    "monitor",
    "evidence",  "doubt",         "measure",    "threshold", "formula",  "covers",
    "order",     "value",         "because",    "type",      "unit",     "range",
    "values",    "aliases",       "number",     "columns",   "note",     "figures"};

std::string text_of(const std::vector<Aspect>& aspects) {
  std::string text;
  for (const Aspect aspect : aspects) {
    text += ' ';
    text += kAspectNames[static_cast<size_t>(aspect)];
  }
  return text;
}

std::string text_of(const std::optional<uint32_t>& position) {
  return position ? std::to_string(*position) : "-";
}

/// "0>0 title (1>-)": positions, aspects, parts.
std::string text_of(const std::vector<CriteriaChange>& changes) {
  std::string text;
  for (const CriteriaChange& change : changes) {
    if (!text.empty()) text += ", ";
    text += text_of(change.before) + ">" + text_of(change.after) + text_of(change.aspects);
    if (!change.parts.empty()) text += " (" + text_of(change.parts) + ")";
  }
  return text;
}

std::string text_of(const CriteriaDiff& diff) {
  std::string text;
  if (!diff.aspects.empty()) text += "set:" + text_of(diff.aspects) + "\n";
  const std::array<std::pair<std::string_view, const std::vector<CriteriaChange>*>, 6> kLists = {
      {{"levels", &diff.levels},
       {"families", &diff.families},
       {"standards", &diff.standards},
       {"fields", &diff.fields},
       {"measures", &diff.measures},
       {"tables", &diff.data_tables}}};
  for (const auto& [name, changes] : kLists)
    if (!changes->empty()) text += std::string(name) + ": " + text_of(*changes) + "\n";
  CHECK(diff.is_empty() == text.empty());
  return text;
}

std::string difference(const CriteriaSet& before, const CriteriaSet& after) {
  return text_of(diff_criteria({before, before.fields}, {after, after.fields}));
}

/// A piece of a set, what it is replaced by, and what then differs.
struct SetChange {
  std::string_view name;
  std::string_view piece;
  std::string_view by;
  std::string_view differs;
};

void check_changes(std::span<const SetChange> changes, std::string_view text = kSet) {
  const CriteriaSet before = read_sound_set(text);
  for (const SetChange& change : changes) {
    CAPTURE(change.name);
    CHECK(difference(before, read_sound_set(replaced(text, change.piece, change.by))) ==
          change.differs);
  }
}

TEST_CASE("criteria diff: a set does not differ from itself") {
  const CriteriaSet set = read_sound_set(kSet);
  CHECK(difference(set, set) == "");
}

TEST_CASE("criteria diff: the set itself") {
  static constexpr SetChange kChanges[] = {
      {"id", "id: thu-2018", "id: thu-2024", "set: id\n"},
      {"title", "title: {vi: Thử, en: Trial}", "title: {vi: Thử, en: Test}", "set: title\n"},
      {"document", "1/2018/TT,", "2/2018/TT,", "set: document\n"},
      {"issued", "issued: 2018-08-22", "issued: 2018-08-23", "set: issued\n"},
      {"from", "from: 2018-10-10", "from: 2018-10-11", "set: in_force\n"},
      {"to", ", to: 2026-07-06", "", "set: in_force\n"},
      {"applies to", "'tieu_hoc'", "'thcs'", "set: applies_to\n"},
      {"blanks do not count", "school_type == 'tieu_hoc'", "school_type=='tieu_hoc'", ""},
      {"no applies to", "applies_to: school_type == 'tieu_hoc'\n", "", "set: applies_to\n"},
      {"per stage", "per_stage: false", "per_stage: true", "set: per_stage\n"},
      {"evidence code", "'H\\d+'", "'H\\d'", "set: evidence_code\n"},
      {"certainty, not what inherits it", "checked: medium", "checked: high", "set: checked\n"},
  };
  check_changes(kChanges);
}

TEST_CASE("criteria diff: levels and awards") {
  static constexpr SetChange kChanges[] = {
      {"title of a level", "{vi: Mức 2, en: Level 2}", "{vi: Mức 2, en: Step 2}",
       "levels: 1>1 title\n"},
      {"how many", "{criteria: optional, at_least: 1, level: 1}", "{criteria: optional, level: 1}",
       "levels: 1>1 needs\n"},
      {"which group", "{criteria: mandatory, level: 2}", "{criteria: all, level: 2}",
       "levels: 1>1 needs\n"},
      {"at which level", "{criteria: mandatory, level: 2}", "{criteria: mandatory, level: 1}",
       "levels: 1>1 needs\n"},
      {"the default spelled out", "1: {title: {vi: Mức 1, en: Level 1}}",
       "1: {title: {vi: Mức 1, en: Level 1}, needs: [{criteria: all, level: 1}]}", ""},
      {"title of an award", "{vi: Cấp độ 1, en: Accreditation 1}",
       "{vi: Cấp độ 1, en: Accreditation I}", "families: 0>0 (0>0 title)\n"},
      {"years", "valid_years: 5", "valid_years: 4", "families: 0>0 (0>0 valid_years)\n"},
      {"no years", "      valid_years: 5\n", "", "families: 0>0 (0>0 valid_years)\n"},
      {"text of a condition", "en: A cohort,", "en: One cohort,",
       "families: 0>0 (0>0 (0>0 text))\n"},
      {"its rule", "where: pupils > 0", "where: pupils > 1", "families: 0>0 (0>0 (0>0 where))\n"},
      {"its certainty", "where: pupils > 0}", "where: pupils > 0, checked: low}",
       "families: 0>0 (0>0 (0>0 checked))\n"},
      {"another condition", "id: cohort", "id: class", "families: 0>0 (0>0 (0>-, ->0))\n"},
      {"an award less", "    - {level: 2, title: {vi: Cấp độ 2, en: Accreditation 2}}\n", "",
       "families: 0>0 (1>-)\n"},
      {"another family", "accreditation:\n", "national_standard:\n",
       "families: 0>- (0>- (0>-), 1>-), ->0 (->0 (->0), ->1)\n"},
  };
  check_changes(kChanges);
}

TEST_CASE("criteria diff: an award of one title may be of another level") {
  const std::string one =
      replaced(kSet, "    - {level: 2, title: {vi: Cấp độ 2, en: Accreditation 2}}\n", "");
  static constexpr SetChange kChanges[] = {
      {"level", "- level: 1\n", "- level: 2\n", "families: 0>0 (0>0 level)\n"},
  };
  check_changes(kChanges, one);
}

TEST_CASE("criteria diff: standards and criteria") {
  static constexpr SetChange kChanges[] = {
      {"title of a standard", "{vi: Quản lý, en: Management}", "{vi: Quản trị, en: Management}",
       "standards: 0>0 title\n"},
      {"certainty of a standard", "    checked: high\n", "    checked: low\n",
       "standards: 1>1 checked\n"},
      {"title of a criterion", "{vi: Kế hoạch, en: Plan}", "{vi: Kế hoạch, en: Plans}",
       "standards: 0>0 (0>0 title)\n"},
      {"clause, not that of its indicators", "Điều 7 khoản 1", "Điều 7 khoản 2",
       "standards: 0>0 (0>0 clause)\n"},
      {"mandatory", "clause: Điều 7 khoản 1\n",
       "clause: Điều 7 khoản 1\n        mandatory: false\n", "standards: 0>0 (0>0 mandatory)\n"},
      {"condition", "        where: remote\n", "        where: not remote\n",
       "standards: 1>1 (0>0 where)\n"},
      {"no condition", "        where: remote\n", "", "standards: 1>1 (0>0 where)\n"},
      {"monitored", "monitor: [half, pupils]", "monitor: [half]", "standards: 1>1 (0>0 monitor)\n"},
      {"evidence", "{vi: Sổ, en: Register}", "{vi: Sổ, en: Book}",
       "standards: 1>1 (0>0 evidence)\n"},
      {"another criterion", "- id: M2.1", "- id: M2.2",
       "standards: 1>1 (0>- (0>- (0>-)), ->0 (->0 (->0)))\n"},
  };
  check_changes(kChanges);
}

TEST_CASE("criteria diff: indicators") {
  static constexpr SetChange kChanges[] = {
      {"text in one language", "en: One,", "en: The one,", "standards: 0>0 (0>0 (0>0 text))\n"},
      {"own clause", "clause: Điều 8", "clause: Điều 9", "standards: 0>0 (0>0 (1>1 clause))\n"},
      {"no own clause any more", "              clause: Điều 8\n", "",
       "standards: 0>0 (0>0 (1>1 clause))\n"},
      {"certainty", "checked: low", "checked: high", "standards: 0>0 (0>0 (1>1 checked))\n"},
      {"condition", "where: not remote", "where: remote", "standards: 0>0 (0>0 (0>0 where))\n"},
      {"no condition", ", where: not remote", "", "standards: 0>0 (0>0 (0>0 where))\n"},
      {"removed", "            a: {vi: Một, en: One, where: not remote}\n", "",
       "standards: 0>0 (0>0 (0>-))\n"},
      {"added between", "            đ:\n", "            b: {vi: Thêm, en: More}\n            đ:\n",
       "standards: 0>0 (0>0 (->1))\n"},
  };
  check_changes(kChanges);
}

TEST_CASE("criteria diff: doubts") {
  static constexpr std::string_view kDoubt =
      ", doubt: {from: 2020-07-01, to: 2025-01-24, because: {vi: Ngờ, en: Doubt}}";
  static constexpr SetChange kChanges[] = {
      {"first day", "from: 2020-07-01", "from: 2020-07-02", "standards: 0>0 (0>0 (0>0 doubt))\n"},
      {"last day", "to: 2025-01-24", "to: 2025-01-23", "standards: 0>0 (0>0 (0>0 doubt))\n"},
      {"reason", "en: Doubt", "en: Doubts", "standards: 0>0 (0>0 (0>0 doubt))\n"},
      {"no doubt any more", kDoubt, "", "standards: 0>0 (0>0 (0>0 doubt))\n"},
  };
  check_changes(kChanges, replaced(kSet, "where: not remote",
                                   std::string("where: not remote") + std::string(kDoubt)));
}

TEST_CASE("criteria diff: an indicator added at level 1 stands before one removed at level 2") {
  const std::string added = replaced(
      kSet, "          2:\n            vi: Ba\n            en: Three\n            require:\n",
      "            e:\n              vi: Ba\n              en: Three\n              require:\n");
  CHECK(difference(read_sound_set(kSet), read_sound_set(added)) ==
        "standards: 0>0 (0>0 (->2 (->0, ->1), 2>- (0>-, 1>-)))\n");
}

TEST_CASE("criteria diff: requirements") {
  static constexpr SetChange kChanges[] = {
      {"value", "at_least: 70\n", "at_least: 69.5\n",
       "standards: 0>0 (0>0 (1>1 (0>0 threshold)))\n"},
      {"operator", "{measure: completion, at_least: 70, where",
       "{measure: completion, equals: 70, where", "standards: 0>0 (0>0 (2>2 (0>0 threshold)))\n"},
      {"step of a scale", "at_least: good", "at_least: basic",
       "standards: 0>0 (0>0 (2>2 (1>1 threshold)))\n"},
      {"choice", "equals: sun", "equals: grid", "standards: 1>1 (0>0 (0>0 (0>0 threshold)))\n"},
      {"condition", "where: pupils > 10}", "where: pupils > 11}",
       "standards: 0>0 (0>0 (2>2 (0>0 where)))\n"},
      {"no condition", "                where: pupils > 10\n", "",
       "standards: 0>0 (0>0 (1>1 (0>0 where)))\n"},
      {"covers", "                covers: part\n", "", "standards: 0>0 (0>0 (1>1 (0>0 covers)))\n"},
      {"certainty", "{measure: library, at_least: good}",
       "{measure: library, at_least: good, checked: low}",
       "standards: 0>0 (0>0 (2>2 (1>1 checked)))\n"},
      {"order does not count",
       "- {measure: completion, at_least: 70, where: pupils > 10}\n"
       "              - {measure: library, at_least: good}",
       "- {measure: library, at_least: good}\n"
       "              - {measure: completion, at_least: 70, where: pupils > 10}",
       ""},
      {"one less", "              - {measure: library, at_least: good}\n", "",
       "standards: 0>0 (0>0 (2>2 (1>-)))\nfields: 3>-\n"},
      {"another measure", "{measure: library, at_least: good}", "{measure: pupils, at_least: 9}",
       "standards: 0>0 (0>0 (2>2 (1>-, ->1)))\nfields: 3>-\n"},
  };
  check_changes(kChanges);
}

TEST_CASE("criteria diff: exceptions") {
  const std::string two = replaced(
      kSet, "because: {vi: Vùng khó khăn, en: Remote area}}",
      "because: {vi: Vùng khó khăn, en: Remote area}}\n                  - {where: pupils < 20, "
      "at_least: 60, because: {vi: Trường nhỏ, en: Small school}}");
  static constexpr SetChange kChanges[] = {
      {"value", "at_least: 65.5", "at_least: 65", "standards: 0>0 (0>0 (1>1 (0>0 (0>0 value))))\n"},
      {"reason", "en: Remote area", "en: Remote",
       "standards: 0>0 (0>0 (1>1 (0>0 (0>0 because))))\n"},
      {"condition", "{where: pupils < 20,", "{where: pupils < 30,",
       "standards: 0>0 (0>0 (1>1 (0>0 (1>1 where))))\n"},
      {"condition and reason",
       "{where: pupils < 20, at_least: 60, because: {vi: Trường nhỏ, en: Small school}}",
       "{where: pupils < 30, at_least: 60, because: {vi: Trường bé, en: Little school}}",
       "standards: 0>0 (0>0 (1>1 (0>0 (1>-, ->1))))\n"},
      {"certainty", "at_least: 60,", "at_least: 60, checked: high,",
       "standards: 0>0 (0>0 (1>1 (0>0 (1>1 checked))))\n"},
      {"removed",
       "                  - {where: remote, at_least: 65.5, because: {vi: Vùng khó khăn, en: "
       "Remote area}}\n",
       "", "standards: 0>0 (0>0 (1>1 (0>0 (0>-))))\n"},
  };
  check_changes(kChanges, two);
}

TEST_CASE("criteria diff: the order of exceptions counts, since the first that holds does") {
  const auto [one, other] = two_orders();
  CHECK(difference(read_sound_set(one), read_sound_set(other)) ==
        "standards: 0>0 (0>0 (1>1 (0>0 order)))\n");
}

TEST_CASE("criteria diff: fields that a set uses") {
  static constexpr SetChange kChanges[] = {
      {"title", "{vi: Vùng khó khăn, en: Remote}", "{vi: Vùng khó, en: Remote}",
       "fields: 2>2 title\n"},
      {"a step more; the threshold is the same word", "basic, {id: good,",
       "basic, fair, {id: good,", "fields: 3>3 values\n"},
      {"title of a choice", "values: [grid, sun]",
       "values: [{id: grid, title: {vi: Lưới, en: Grid}}, sun]", "fields: 4>4 values\n"},
      {"used by none", "unit: m2, min: 0.5", "unit: ha, min: 1", ""},
      {"used by the later set only", "where: not remote", "where: area > 1",
       "standards: 0>0 (0>0 (0>0 where))\nfields: ->6\n"},
  };
  check_changes(kChanges);
}

TEST_CASE("criteria diff: fields and measures of a file that both use") {
  const CriteriaSet before = read_sound_set(kSet);
  static constexpr SetChange kChanges[] = {
      {"unit", "unit: học sinh", "unit: em", "fields: 0>0 unit\n"},
      {"range", "max: 5000", "max: 4000", "fields: 0>0 range\n"},
      {"aliases", "[Sĩ số]", "[Sĩ số, Số em]", "fields: 0>0 aliases\n"},
      {"type", "en: Completed}, type: integer", "en: Completed}, type: number",
       "fields: 1>1 type\n"},
      {"title of a measure", "en: Completion}", "en: Completed}", "measures: 0>0 title\n"},
      {"unit of a measure", "unit: \"%\"", "unit: phần trăm",
       "standards: 0>0 (0>0 (1>1 (0>0 threshold), 2>2 (0>0 threshold)))\nmeasures: 0>0 unit\n"},
      {"formula", "100 * pupils_completed / pupils", "99 * pupils_completed / pupils",
       "standards: 0>0 (0>0 (1>1 (0>0 formula), 2>2 (0>0 formula)))\nmeasures: 0>0 formula\n"},
      {"blanks of a formula", "100 * pupils_completed / pupils", "100*pupils_completed/pupils", ""},
  };
  for (const SetChange& change : kChanges) {
    CAPTURE(change.name);
    const std::string used = replaced(kUsedFile, change.piece, change.by);
    CHECK(difference(before, read_sound_set(kSet, used)) == change.differs);
  }
}

TEST_CASE("criteria diff: a formula changes with that of a measure in it") {
  const std::string set =
      replaced(kSet, "{measure: library, at_least: good}", "{measure: half, at_least: 30}");
  const std::string used = replaced(kUsedFile, "100 *", "99 *");
  CHECK(difference(read_sound_set(set), read_sound_set(set, used)) ==
        "standards: 0>0 (0>0 (1>1 (0>0 formula), 2>2 (0>0 formula, 1>1 formula)))\n"
        "measures: 0>0 formula\n");
}

TEST_CASE("criteria diff: numbers of fields do not matter, their names do") {
  const CriteriaSet before = read_sound_set(kSet);
  const std::string moved =
      replaced(replaced(kSet, "  opened: {title: {vi: Ngày mở, en: Opened}, type: date}\n", ""),
               "fields:\n", "fields:\n  opened: {title: {vi: Ngày mở, en: Opened}, type: date}\n");
  const CriteriaSet after = read_sound_set(moved);
  REQUIRE(before.fields[2].id != after.fields[2].id);
  CHECK(difference(before, after) == "");
}

constexpr std::string_view kTables = R"(data_years: 3
data_tables:
  - number: "1"
    title: {vi: Học sinh, en: Pupils}
    note: {vi: Cuối năm, en: At the end}
    rows:
      - {number: "1", show: pupils}
      - {title: {vi: Trong đó, en: Of these}}
      - {number: a), show: completion, where: remote}
  - title: {vi: Phòng, en: Rooms}
    columns: [{vi: Số, en: Number}, {vi: Diện tích, en: Area}]
    rows: [{title: {vi: Phòng học, en: Classrooms}, show: [null, area]}]
)";

TEST_CASE("criteria diff: data tables") {
  static constexpr SetChange kChanges[] = {
      {"years", "data_years: 3", "data_years: 5", "set: data_years\n"},
      {"title", "en: Pupils}\n    note", "en: Children}\n    note", "tables: 0>0 title\n"},
      {"number", "- number: \"1\"\n", "- number: \"2\"\n", "tables: 0>0 number\n"},
      {"note", "    note: {vi: Cuối năm, en: At the end}\n", "", "tables: 0>0 note\n"},
      {"condition", "    note:", "    where: remote\n    note:", "tables: 0>0 where\n"},
      {"remarks", "  - title: {vi: Phòng, en: Rooms}",
       "  - title: {vi: Phòng, en: Rooms}\n    remarks: true", "tables: 1>1 columns\n"},
      {"title of a column", "en: Area}]", "en: Square}]", "tables: 1>1 columns\n"},
      {"another figure", "show: [null, area]", "show: [pupils, area]",
       "tables: 1>1 (0>0 figures)\n"},
      {"condition of a row", "where: remote}\n  - title", "where: not remote}\n  - title",
       "tables: 0>0 (2>2 where)\n"},
      {"a row less", "      - {title: {vi: Trong đó, en: Of these}}\n", "", "tables: 0>0 (1>-)\n"},
  };
  check_changes(kChanges, std::string(kSet) + std::string(kTables));
}

TEST_CASE("criteria diff: sets without an indicator of the same name have nothing in common") {
  const CriteriaSet set = read_sound_set(kSet);
  CHECK(have_common_indicator(set, set));
  CHECK(have_common_indicator(set, read_sound_set(replaced(kSet, "id: \"1.1\"", "id: \"1.2\""))));
  const std::string other =
      replaced(replaced(kSet, "id: \"1.1\"", "id: \"1.2\""), "id: M2.1", "id: M2.2");
  CHECK_FALSE(have_common_indicator(set, read_sound_set(other)));
  // The numbers of another circular are not its indicators.
  CriteriaSet reworded = set;
  for (Indicator& indicator : reworded.indicators) indicator.text.vi += " khác";
  CHECK_FALSE(have_common_indicator(set, reworded));
  reworded.indicators[0].text = set.indicators[0].text;
  CHECK(have_common_indicator(set, reworded));
}

}  // namespace
}  // namespace kdcl::test
