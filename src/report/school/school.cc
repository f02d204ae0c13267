#include "report/school/school.h"

#include <algorithm>
#include <cctype>

#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/compare/sensitivity.h"
#include "report/forms/parts.h"
#include "report/school/sections.h"
#include "report/score/counts.h"
#include "report/score/score.h"

namespace kdcl {
namespace {

Message assessor(const SchoolView& view) {
  const std::string_view assessment = view.at.text(IdentityColumn::assessment);
  if (assessment == "external") return external_word(view.set());
  return assessment == "self" ? words::kSelf : words::kAssessed;
}

}  // namespace

Message external_word(const CriteriaSet& set) {
  return has_letters(set) ? Message{"đánh giá ngoài", "external assessment"}
                          : Message{"thẩm định", "external assessment"};
}

std::string school_title(const RowAt& at) {
  const std::string id(at.text(IdentityColumn::school_id));
  const std::string name(at.text(IdentityColumn::school_name));
  return name.empty() ? id : name + " (" + id + ")";
}

std::string row_line(const SchoolView& view) {
  std::vector<std::string> parts;
  for (const IdentityColumn column : {IdentityColumn::commune, IdentityColumn::district})
    if (!view.at.text(column).empty()) parts.emplace_back(view.at.text(column));
  if (const std::string_view stage = view.at.text(IdentityColumn::stage); !stage.empty())
    parts.push_back(stage_title(stage, view.language));
  std::string when(assessor(view).in(view.language));
  const Day day = view.table().assessed_on[view.at.row];
  if (day != kNoDate) when += " " + format_day_first(day);
  parts.push_back(std::move(when));
  if (view.table().set[view.at.row] != kNoSet) parts.push_back(view.set().document);
  return joined(parts, " · ");
}

std::string level_text(const SchoolView& view, int level, int level_max) {
  const CriteriaSet& set = view.set();
  std::string line = level > 0 ? format_message(view.language, words::kReached,
                                                level_title(set, level, view.language))
                               : format_message(view.language, {"Chưa đạt {0}", "Below {0}"},
                                                level_title(set, 1, view.language));
  if (level_max > level)
    line += format_message(view.language, words::kUpTo, level_title(set, level_max, view.language));
  return line;
}

std::string awards_text(const SchoolView& view, int level) {
  std::vector<std::string> awards;
  for (const AwardFamily& family : view.set().award_families) {
    if (const int number = award_number(family, level))
      awards.push_back(lower_first(award_title(family, number, view.language)));
  }
  return joined(awards, " · ");
}

std::string row_level_line(const SchoolView& view, const ScoreBlock& score) {
  const size_t row = view.at.row;
  std::string line = level_text(view, score.level[row], score.level_max[row]);
  std::string awards = awards_text(view, score.school_level[row]);
  if (awards.empty()) return line;
  if (score.school_level[row] != score.level[row])
    awards = format_message(view.language, {"toàn trường: {0}", "whole school: {0}"}, awards);
  return line + " · " + awards;
}

std::string decision_line(const SchoolView& view) {
  const DecisionOf decision = decision_of(view.run, {{view.at}});
  if (decision.decision == Decision::no_data) return {};
  if (decision.decision == Decision::none)
    return std::string(Message{"Theo quyết định: chưa được công nhận chuẩn quốc gia",
                               "By decision: not at national standard"}
                           .in(view.language));
  std::string when;
  if (decision.since != kNoDate)
    when = format_message(view.language, {", công nhận ngày {0}", ", recognised on {0}"},
                          format_day_first(decision.since));
  if (decision.decision == Decision::expired)
    when += Message{", đã hết hiệu lực", ", expired"}.in(view.language);
  return format_message(view.language,
                        {"Theo quyết định: chuẩn quốc gia mức độ {0}{1}",
                         "By decision: national standard level {0}{1}"},
                        decision.level, when);
}

// One school in full: make_school_report of report/score/score.h.

namespace {

void add_section(Table table, Sheet& sheet) {
  if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
}

void add_sections(const SchoolView& view, Sheet& sheet) {
  const bool at_top = view.score().level[view.at.row] == view.set().top_level();
  if (!at_top) {
    add_section(blocking_section(view), sheet);
    add_section(missing_section(view), sheet);
  }
  add_section(contradiction_section(view), sheet);
  add_section(other_not_met_section(view), sheet);
  add_section(other_unknown_section(view), sheet);
  add_section(unverified_section(view), sheet);
  add_section(sensitive_section(view), sheet);
  add_section(criteria_section(view), sheet);
  add_section(strength_section(view), sheet);
  add_section(condition_section(view), sheet);
  add_section(monitor_section(view), sheet);
}

/// A sheet's name that a workbook takes: the id where it fits, with the number of the row where
/// there are several.
std::string sheet_name(std::string_view id, size_t number, size_t rows) {
  std::string name;
  for (const char c : id.substr(0, 24)) {
    const bool safe =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
    name += safe ? c : '_';
  }
  return rows > 1 ? name + " (" + std::to_string(number) + ")" : name;
}

Sheet row_sheet(const SchoolView& view) {
  Sheet sheet;
  sheet.title = school_title(view.at);
  sheet.subtitles.push_back(row_line(view));
  if (view.table().set[view.at.row] == kNoSet) {
    sheet.subtitles.push_back(out_of_scope_reason(view.table(), view.at.row, view.language));
    return sheet;
  }
  sheet.subtitles.push_back(row_level_line(view, view.score()));
  if (std::string line = decision_line(view); !line.empty())
    sheet.subtitles.push_back(std::move(line));
  add_sections(view, sheet);
  sheet.footnotes = unsettled_lines(view.run, {view.at.set()}, view.language);
  for (std::string& line :
       doubt_lines(view.run, find_in_doubt(view.run, {{.rows = {view.at}}}), view.language))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.emplace_back(Message{
      "●  đạt   –  không đạt   ?  chưa rõ   ·  mức này không có yêu cầu hoặc không áp dụng",
      "●  met   –  not met   ?  unknown   ·  nothing asked at this level, or not applicable"}
                                   .in(view.language));
  return sheet;
}

Row stage_row(const SchoolView& view) {
  const ScoreBlock& score = view.score();
  const size_t row = view.at.row;
  return {{text_cell(stage_title(view.at.text(IdentityColumn::stage), view.language)),
           {LevelRange{score.level[row], score.level_max[row]},
            {.tone = tone_of_level(score.level[row], view.set().top_level())}},
           text_cell(joined(indicator_names(view.set(), score.blocking, row), "  "))},
          {}};
}

/// The stages of a school side by side, and that the lowest is the school's.
Sheet stage_sheet(const Run& run, const SchoolRows& school, Language language) {
  Sheet sheet;
  const SchoolView first{run, school.first(), language};
  sheet.title = school_title(school.first());
  std::string line = level_text(first, school.level(), school.level_max());
  if (const std::string awards = awards_text(first, school.level()); !awards.empty())
    line += " · " + awards;
  sheet.subtitles = {format_message(language,
                                    {"Mức của trường là mức thấp nhất của các cấp học: {0}",
                                     "The school's level is the lowest of its stages: {0}"},
                                    lower_first(line))};
  Table table;
  table.title = Message{"Các cấp học", "Stages"}.in(language);
  table.columns = {
      {.width = 30}, {.align = Align::center, .width = 14}, {.fit = Fit::wrap, .width = 80}};
  table.header = {{{std::string(words::kStage.in(language))},
                   {std::string(words::kLevelHead.in(language))},
                   {std::string(words::kBlockingHead.in(language))}}};
  for (const RowAt& at : school.rows) table.rows.push_back(stage_row({run, at, language}));
  sheet.tables = {std::move(table)};
  return sheet;
}

/// All rows with this id, out of scope too.
std::vector<RowAt> rows_of(const std::vector<ScoredBlock>& blocks, std::string_view school_id) {
  std::vector<RowAt> rows;
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.text_of(IdentityColumn::school_id, row) == school_id)
        rows.push_back({&block, row});
  return rows;
}

}  // namespace

Report make_school_report(const Run& run, const std::vector<ScoredBlock>& blocks,
                          std::string_view school_id, const ScoreReportOptions& options) {
  const std::vector<RowAt> rows = rows_of(blocks, school_id);
  Day last = kNoDate;
  for (const RowAt& at : rows) last = std::max(last, at.block->table.assessed_on[at.row]);
  Report report =
      empty_report(rows.empty() ? std::string() : school_title(rows.front()), last, run, options);
  for (const SchoolRows& school : find_schools(run, blocks))
    if (school.rows.size() > 1 && school.text(IdentityColumn::school_id) == school_id)
      report.sheets.push_back(stage_sheet(run, school, options.language));
  for (const RowAt& at : rows) report.sheets.push_back(row_sheet({run, at, options.language}));
  for (size_t i = 0; i < report.sheets.size(); ++i)
    report.sheets[i].name = sheet_name(school_id, i + 1, report.sheets.size());
  if (!report.sheets.empty())
    report.sheets.back().footnotes.emplace_back(words::kSupports.in(options.language));
  state_assumptions(run, report);
  return report;
}

}  // namespace kdcl
