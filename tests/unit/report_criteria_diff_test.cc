#include "report/criteria/diff.h"
#include "report/criteria/diff_lines.h"
#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

Run run_of(std::string_view text, std::string_view used = kUsedFile) {
  std::vector<CriteriaSet> sets;
  sets.push_back(read_sound_set(text, used));
  return make_run(std::move(sets), kNoDate);
}

/// All lines but headings of what stands there for something else: "name | what | before | after".
std::string lines_of(const Run& before, const Run& after, Language language = Language::en) {
  const CriteriaDiff diff =
      diff_criteria({before.sets[0], before.fields}, {after.sets[0], after.fields});
  const DiffView view{before, after, diff, language};
  std::string text;
  for (const auto make : {general_lines, criteria_lines, figure_lines, data_table_lines})
    for (const DiffLine& line : make(view))
      if (!line.is_heading || line.before != line.after)
        text += line.name + " | " + line.what + " | " + line.before + " | " + line.after + "\n";
  return text;
}

struct TextChange {
  std::string_view name;
  std::string_view piece;
  std::string_view by;
  std::string_view lines;
};

void check_lines(std::span<const TextChange> changes, std::string_view text = kSet) {
  const Run before = run_of(text);
  for (const TextChange& change : changes) {
    CAPTURE(change.name);
    CHECK(lines_of(before, run_of(replaced(text, change.piece, change.by))) == change.lines);
  }
}

TEST_CASE("criteria diff: lines of the set, its levels and awards") {
  static constexpr TextChange kChanges[] = {
      {"stages", "per_stage: false", "per_stage: true", " | scored by stage | no | yes\n"},
      {"certainty", "checked: medium", "checked: high", " | certainty | medium | high\n"},
      {"open end", ", to: 2026-07-06", "",
       " | in force | from 10/10/2018 to 06/07/2026 | from 10/10/2018\n"},
      {"applies to all", "applies_to: school_type == 'tieu_hoc'\n", "",
       " | applies when | school_type == 'tieu_hoc' | \n"},
      {"title of a level", "en: Level 1}}", "en: Step 1}}",
       " | Step 1 | Level 1: every criterion at level 1 | Step 1: every criterion at level 1\n"},
      {"title of an award", "en: Accreditation 2}", "en: Accreditation II}",
       " | Accreditation II | Accreditation 2: from level 2 [certainty: medium] | Accreditation "
       "II: from level 2 [certainty: medium]\n"},
      {"in Vietnamese only", "title: {vi: Thử, en: Trial}", "title: {vi: Thử lại, en: Trial}",
       " | title (Vietnamese) | Thử | Thử lại\n"},
  };
  check_lines(kChanges);
}

TEST_CASE("criteria diff: lines of criteria and indicators") {
  static constexpr TextChange kChanges[] = {
      {"title of a standard in Vietnamese only", "{vi: Quản lý, en: Management}",
       "{vi: Quản trị, en: Management}", "1 | title (Vietnamese) | Quản lý | Quản trị\n"},
      {"certainty of a standard", "    checked: high\n", "    checked: low\n",
       "M2 | standard | Whole school | Whole school [certainty: low]\n"},
      {"monitored", "monitor: [half, pupils]", "monitor: [half]",
       "M2.1 | monitored | half; pupils | half\n"},
      {"certainty of an indicator", "checked: low", "checked: high",
       "1.1.1đ | certainty | low | high\n"},
      {"text in Vietnamese only", "vi: Hai\n", "vi: Hai nữa\n",
       "1.1.1đ | text (Vietnamese) | Hai | Hai nữa\n"},
      {"removed with its condition", "            a: {vi: Một, en: One, where: not remote}\n", "",
       "1.1.1a | removed | One (Điều 7 khoản 1) [certainty: medium] | \n"
       "1.1.1a | only when | not remote | \n"},
      {"a criterion under another id", "- id: M2.1", "- id: M2.2",
       "M2.1 | removed criterion | Results | \n"
       "M2.1 | mandatory | optional | \n"
       "M2.1 | only when | remote | \n"
       "M2.1 | monitored | half; pupils | \n"
       "M2.1 | evidence | register | \n"
       "M2.1.2 | removed | Four | \n"
       "M2.1.2 | figure | power sun | \n"
       "M2.2 | added criterion |  | Results\n"
       "M2.2 | mandatory |  | optional\n"
       "M2.2 | only when |  | remote\n"
       "M2.2 | monitored |  | half; pupils\n"
       "M2.2 | evidence |  | register\n"
       "M2.2.2 | added |  | Four\n"
       "M2.2.2 | figure |  | power sun\n"},
  };
  check_lines(kChanges);
}

TEST_CASE("criteria diff: lines of figures") {
  static constexpr TextChange kChanges[] = {
      {"a step of a scale", "at_least: good", "at_least: basic",
       "1.1.2 | figure | library good or better [certainty: medium] | library basic or better "
       "[certainty: medium]\n"},
      {"a step more", "basic, {id: good,", "basic, fair, {id: good,",
       "library | changed column | Library · scale · none yet (none) < basic < good | Library · "
       "scale · none yet (none) < basic < fair < good\n"},
      {"reason of an exception", "en: Remote area", "en: Remote school",
       "1.1.1đ | exception | remote area: ≥ 65.5 % [certainty: low], when remote | remote school: "
       "≥ 65.5 % [certainty: low], when remote\n"},
  };
  check_lines(kChanges);
}

TEST_CASE("criteria diff: the order of exceptions is told by their reasons") {
  const auto [one, other] = two_orders();
  CHECK(lines_of(run_of(one), run_of(other)) ==
        "1.1.1đ | order of exceptions | remote area; small school | small school; remote area\n");
}

TEST_CASE("criteria diff: a formula that changes with a measure in it") {
  const std::string set =
      replaced(kSet, "{measure: library, at_least: good}", "{measure: half, at_least: 30}");
  CHECK(lines_of(run_of(set), run_of(set, replaced(kUsedFile, "100 *", "99 *"))) ==
        "1.1.1đ | calculation | completion = 100 * pupils_completed / pupils | completion = 99 * "
        "pupils_completed / pupils\n"
        "1.1.2 | calculation | completion = 100 * pupils_completed / pupils | completion = 99 * "
        "pupils_completed / pupils\n"
        "1.1.2 | calculation |  | half: the formula of a measure in it has changed\n"
        "completion | changed measure | Completion · % · 100 * pupils_completed / pupils | "
        "Completion · % · 99 * pupils_completed / pupils\n");
}

TEST_CASE("criteria diff: lines of data tables") {
  static constexpr std::string_view kTables = R"(data_years: 3
data_tables:
  - number: "1"
    title: {vi: Học sinh, en: Pupils}
    note: {vi: Cuối năm, en: At the end}
    rows:
      - {number: "1", show: pupils}
      - {number: a), show: completion, where: remote}
)";
  static constexpr TextChange kChanges[] = {
      {"table", "    note: {vi: Cuối năm, en: At the end}\n", "    where: remote\n",
       " | changed table | 1 Pupils · At the end [certainty: medium] | 1 Pupils, when remote "
       "[certainty: medium]\n"},
      {"row", "      - {number: \"1\", show: pupils}\n", "",
       " | removed row | 1 Pupils: pupils [certainty: medium] | \n"},
      {"condition of a row", ", where: remote}\n", "}\n",
       " | changed row | a) Completion: completion, when remote [certainty: medium] | a) "
       "Completion: completion [certainty: medium]\n"},
      {"number of a row", "number: a),", "number: b),",
       " | changed row | a) Completion: completion, when remote [certainty: medium] | b) "
       "Completion: completion, when remote [certainty: medium]\n"},
  };
  check_lines(kChanges, std::string(kSet) + std::string(kTables));
}

TEST_CASE("criteria diff: the report counts and has a sheet for each part") {
  const Run before = run_of(kSet);
  const Run after = run_of(replaced(kSet, "en: One,", "en: The one,"));
  const CriteriaDiff diff =
      diff_criteria({before.sets[0], before.fields}, {after.sets[0], after.fields});
  const Report book = make_criteria_diff_workbook(before, after, diff, Language::en);
  REQUIRE(book.sheets.size() == 3);
  CHECK(book.sheets[0].name == "Summary");
  CHECK(book.sheets[1].name == "Criteria");
  CHECK(book.sheets[2].name == "Sources");
  const std::vector<Row>& counts = book.sheets[0].tables[0].rows;
  REQUIRE(counts.size() == 3);
  const auto figure = [&](size_t row, size_t column) {
    return std::get<Number>(counts[row].cells[column].content).value;
  };
  // Standards, criteria, indicators: before, after, added, removed, changed.
  constexpr double kWanted[3][5] = {{2, 2, 0, 0, 1}, {2, 2, 0, 0, 1}, {4, 4, 0, 0, 1}};
  for (size_t row = 0; row < 3; ++row)
    for (size_t i = 0; i < 5; ++i) CHECK(figure(row, i + 1) == kWanted[row][i]);
}

}  // namespace
}  // namespace kdcl::test
