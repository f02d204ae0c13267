#include <doctest/doctest.h>

#include "report/score/score.h"
#include "support/score_case.h"
#include "write/score_json.h"

namespace kdcl {
namespace {

std::string rows_of(const testing::ScoreCase& made) {
  std::string out;
  bool first = true;
  for (const ScoredBlock& block : made.blocks)
    append_json_schools(made.run, block, nullptr, Language::en, first, out);
  return out;
}

/// The value after `key` in the first place after `from`.
std::string after(const std::string& text, const std::string& from, size_t length) {
  const size_t place = text.find(from);
  return place == std::string::npos ? "nothing" : text.substr(place, length);
}

TEST_CASE("a JSON text keeps letters, escapes controls and never breaks on wrong bytes") {
  CHECK(json_string("Mầm non \"Hoa\\Ban\"") == "\"Mầm non \\\"Hoa\\\\Ban\\\"\"");
  CHECK(json_string("a\nb\tc\rd\x01\x7F") == "\"a\\nb\\tc\\rd\\u0001\\u007f\"");
  CHECK(json_string("a\xC2\x80"
                    "b\xC2\x9F\xC2\xA0\xC3\x9F") == "\"a\\u0080b\\u009f\xC2\xA0\xC3\x9F\"");
  CHECK(json_string("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
  CHECK(json_string("") == "\"\"");
}

TEST_CASE("the head names the program and the criteria") {
  const testing::ScoreCase made = testing::make_score_case();
  CHECK(json_head(made.run, "1.0") ==
        "{\"kdcl\": \"1.0\",\n\"criteria\": [\n  {\"id\": \"tieu-hoc-2018\", \"document\": "
        "\"17/2018/TT-BGDĐT\", "
        "\"sha256\": \"" +
            std::string(64, 'a') + "\"}],\n\"schools\": [");
}

/// 5.5.1a in doubt on these days.
testing::ScoreCase case_in_doubt(std::string_view from, std::string_view to) {
  testing::ScoreCase made = testing::make_score_case();
  made.run.sets[0].indicators[4].doubt = Doubt{*read_date(from), *read_date(to), {"Ngờ", "Doubt"}};
  return made;
}

TEST_CASE("the head says which indicators are in doubt, and when") {
  const testing::ScoreCase made = case_in_doubt("2023-12-31", "2024-12-30");
  CHECK(
      json_head(made.run, "1.0")
          .find(
              R"(aaaa", "doubts": [{"at": "5.5.1a", "from": "2023-12-31", "to": "2024-12-30", "because": {"vi": "Ngờ", "en": "Doubt"}}]}],)") !=
      std::string::npos);
}

TEST_CASE("the tail says what decided rows on days of doubt, and how many") {
  const auto tail = [](std::string_view from, std::string_view to) {
    const testing::ScoreCase made = case_in_doubt(from, to);
    DoubtCounts doubts(made.run);
    for (const SchoolRows& school : find_schools(made.run, made.blocks))
      for (const RowAt& at : school.rows) doubts.add(at);
    return json_tail(made.run, {}, {}, doubts);
  };
  const std::string none = "],\n\"inputs\": [],\n\"out_of_scope\": []}\n";
  const std::string all =
      "],\n\"inputs\": [],\n\"out_of_scope\": [],\n\"in_doubt\": [\n"
      "  {\"criteria_set\": \"tieu-hoc-2018\", \"indicator\": \"5.5.1a\", \"rows\": 4}]}\n";
  CHECK(tail("2023-12-31", "2024-12-30") == all);
  CHECK(tail("2022-12-31", "2023-12-31") == all);
  CHECK(tail("2022-12-31", "2023-12-30") == none);
  CHECK(tail("2024-01-01", "2024-12-30") == none);
}

TEST_CASE("the tail lists inputs and rows out of scope") {
  const std::vector<InputFile> inputs{{"a.csv", "ab12"}, {"-", ""}};
  const std::vector<OutOfScope> rows{{"GD01", "no criteria set"}};
  const testing::ScoreCase made = testing::make_score_case();
  const DoubtCounts none(made.run);
  CHECK(json_tail(made.run, inputs, rows, none) ==
        "],\n\"inputs\": [\n  {\"name\": \"a.csv\", \"sha256\": \"ab12\"},\n  {\"name\": \"-\", "
        "\"sha256\": null}],\n"
        "\"out_of_scope\": [\n  {\"school_id\": \"GD01\", \"reason\": \"no criteria set\"}]}\n");
  CHECK(json_tail(made.run, {}, {}, none) == "],\n\"inputs\": [],\n\"out_of_scope\": []}\n");
}

TEST_CASE("an entry has levels, awards, conditions and what blocks") {
  const std::string out = rows_of(testing::make_score_case());
  const std::string expected =
      "\n{\"school_id\": \"MN01\", \"stage\": null, \"criteria_set\": \"tieu-hoc-2018\", "
      "\"level\": 1, \"level_max\": 1, "
      "\"school_level\": 1, \"school_level_max\": 1, \"awards\": {\"accreditation\": 1, "
      "\"national_standard\": 0}, "
      "\"award_conditions\": {\"national_standard\": [{\"cohort\": \"met\"}, {}]}, \"blocking\": "
      "[\"5.5.2a\"], "
      "\"missing\": [\"1.2.2\"], \"contradictions\": [\"5.5.2a\"], \"criteria\": {\"1.1\": "
      "{\"level\": 2, \"level_max\": 2}, "
      "\"1.2\": {\"level\": 1, \"level_max\": 2}, \"5.5\": {\"level\": 1, \"level_max\": 1}}, "
      "\"indicators\": {";
  CHECK(out.substr(0, expected.size()) == expected);
  CHECK(after(out, "\"monitor\"", 25) == "\"monitor\": {\"fill\": 96.5}");
}

TEST_CASE("figures are written as their fields write them") {
  const std::string out = rows_of(testing::make_score_case());
  const std::pair<std::string, std::string> cases[] = {
      {"\"1.1.1a\": ",
       R"({"verdict": "met", "judged": "met", "found": null, "required": null, "op": null, "unit": null, )"},
      {"\"1.2.1\": ",
       R"({"verdict": "met", "judged": "met", "found": true, "required": true, "op": "==", "unit": null, )"},
      {"\"1.2.2\": ",
       R"({"verdict": "unknown", "judged": null, "found": null, "required": "advanced", "op": ">=", )"},
      {"\"5.5.2a\": ",
       R"({"verdict": "not_met", "judged": "met", "found": 80, "required": 85, "op": ">=", "unit": "%", )"
       R"("shortfall": 5, "heads": 5, "clause": "Điều 8 khoản 3", "exception": null})"},
  };
  for (const auto& [key, value] : cases)
    CHECK(after(out, key, key.size() + value.size()) == key + value);
}

TEST_CASE("an exception says why, in the language asked for") {
  testing::ScoreCase made = testing::make_score_case();
  std::string out;
  bool first = true;
  append_json_schools(made.run, made.blocks[0], nullptr, Language::vi, first, out);
  CHECK(out.find("\"exception\": \"Trường ở vùng khó khăn\"") != std::string::npos);
  CHECK(rows_of(made).find("\"exception\": \"School in a difficult area\"") != std::string::npos);
}

TEST_CASE("a share is written so that it reads back") {
  const std::string out = rows_of(testing::make_score_case());
  CHECK(out.find("\"found\": 69.66292134831461") != std::string::npos);
}

TEST_CASE("without details all that they would give is null") {
  testing::ScoreCase made = testing::make_score_case();
  made.blocks[0].details.clear();
  const std::string out = rows_of(made);
  CHECK(after(out, "\"monitor\"", 25) == "\"monitor\": {\"fill\": null}");
  CHECK(out.find("\"found\": 8") == std::string::npos);
  CHECK(after(out, "\"award_conditions\"", 63) ==
        "\"award_conditions\": {\"national_standard\": [{\"cohort\": \"unknown\"");
}

TEST_CASE("two blocks are one list") {
  testing::ScoreCase made = testing::make_stage_case();
  made.blocks.push_back(made.blocks[0]);
  std::string out = rows_of(made);
  size_t entries = 0;
  for (size_t at = 0; (at = out.find("{\"school_id\"", at)) != std::string::npos; ++at) ++entries;
  CHECK(entries == 4);
  CHECK(out.find("}{") == std::string::npos);
  CHECK(out.find("}}},\n{\"school_id\"") == std::string::npos);
  CHECK(out.find("},\n{\"school_id\": \"MN01\", \"stage\": \"thcs\"") != std::string::npos);
}

}  // namespace
}  // namespace kdcl
