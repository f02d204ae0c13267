#include "report/recheck/page.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/number.h"
#include "report/common/figure_words.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/recheck/recheck.h"
#include "report/recheck/sheets.h"
#include "report/score/counts.h"
#include "report/summary/page.h"

namespace kdcl {
namespace {

using namespace recheck_words;

/// Whose indicator it is: empty unless the school has several stages.
std::string stage_of(const RecheckView& view, const RecheckedSchool& school, const RowAt& at) {
  const std::string_view stage = at.text(IdentityColumn::stage);
  const bool several = school.record.rows.rows.size() > 1 && !stage.empty();
  return several ? stage_title(stage, view.language()) : std::string();
}

ObstacleWords words_of(const RecheckView& view, const RecheckedSchool& school,
                       const Obstacle& obstacle) {
  const Language language = view.language();
  const Indicator& indicator = view.run.sets[obstacle.at.set()].indicators[obstacle.indicator];
  ObstacleWords words;
  const std::string stage = stage_of(view, school, obstacle.at);
  words.indicator = stage.empty() ? indicator.name : stage + ": " + indicator.name;
  words.what = indicator.text.in(language);
  if (obstacle.figure && obstacle.figure->fails) {
    const Figure& figure = *obstacle.figure;
    const Requirement& requirement = indicator.requirements[figure.requirement];
    words.what = requirement.title.in(language);
    words.found = found_text(view.run, requirement, figure, language);
    words.required = required_text(view.run, requirement, figure.required, language);
    words.shortfall = shortfall_text(view.run, requirement, figure, language);
    words.exception = exception_text(view.run, requirement, figure, language);
  } else {
    const bool is_filled =
        obstacle.at.block->table.filled.test(obstacle.at.row, obstacle.indicator);
    words.found = view.said(is_filled ? words::kFilledNotMet : words::kJudgedNotMet);
  }
  if (!indicator.clause.empty()) words.what += " (" + indicator.clause + ")";
  return words;
}

NamedSums in_order(const std::vector<std::string>& names,
                   const std::map<std::string, RecheckSums>& sums) {
  NamedSums named;
  for (const std::string& name : names) named.emplace_back(name, sums.at(name));
  return named;
}

std::map<std::string, RecheckSums> sums_by(const Recheck& recheck,
                                           std::string RecheckGroup::*part) {
  std::map<std::string, RecheckSums> sums;
  for (const auto& [group, own] : recheck.groups) sums[group.*part] += own;
  return sums;
}

std::vector<std::string> names_of(const std::map<std::string, RecheckSums>& sums) {
  std::vector<std::string> names;
  for (const auto& [name, own] : sums) names.push_back(name);
  return names;
}

}  // namespace

std::string recheck_line(const RecheckView& view) {
  const Language language = view.language();
  const Recheck& recheck = view.recheck;
  const auto count = [language](size_t number) {
    return format_figure(static_cast<double>(number), 0, language);
  };
  std::string line = format_message(
      language,
      {"Theo tiêu chuẩn có hiệu lực ngày {0} · {1}, {2} đã được công nhận",
       "Under the standards in force on {0} · {1}, {2} recognised"},
      day_text(recheck.day, language), count_of_schools(recheck.total().schools, language),
      count(recheck.schools.size()));
  const auto add = [&](const Message& message, size_t number) {
    if (number > 0) line += ", " + format_message(language, message, count(number));
  };
  add(words::kMisdated, recheck.misdated.size());
  add({"{0} đã sáp nhập", "{0} merged into others"}, recheck.merged);
  add({"{0} không thuộc diện chuẩn quốc gia", "{0} not in scope of the national standard"},
      recheck.without_standard);
  add({"{0} ngoài phạm vi", "{0} out of scope"}, recheck.outside.size());
  if (recheck.later > 0) line += ", " + later_rows(recheck.later, language);
  return line;
}

std::vector<std::string> reworded_lines(const RecheckView& view) {
  std::vector<std::string> lines;
  for (const RewordedIndicators& reworded : view.recheck.reworded) {
    const CriteriaSet& set = view.run.sets[reworded.set];
    std::vector<std::string> names;
    for (const uint32_t i : reworded.indicators) names.push_back(set.indicators[i].name);
    lines.push_back(format_message(
        view.language(),
        {"Chỉ báo đã sửa nội dung, đánh giá theo nội dung cũ không dùng được ({0}): {1}",
         "Reworded indicators, for which earlier judgements do not count ({0}): {1}"},
        set.document + ", " + lower_first(set.title.in(view.language())), joined(names, ", ")));
  }
  if (!lines.empty())
    lines.push_back(view.said({"Kết quả thứ hai dưới đây không xét các chỉ báo này.",
                               "The second result below leaves these indicators out."}));
  return lines;
}

Sheet recheck_page(const RecheckView& view, const Message& tab, size_t number,
                   const std::string& title) {
  return paper_page(view.options, tab,
                    format_message(view.language(), summary_words::kNumbered, number, title),
                    recheck_line(view), view.recheck.day);
}

Message standing_name(Standing standing) {
  switch (standing) {
    case Standing::holds: return kHolds;
    case Standing::doubtful: return kDoubtful;
    case Standing::falls_short: return kFallsShort;
    case Standing::no_data: break;
  }
  return kNoData;
}

Message validity_name(Validity validity) {
  switch (validity) {
    case Validity::valid: return Message{"Còn hạn", "Valid"};
    case Validity::expiring: return kExpiring;
    case Validity::expired: return kExpired;
    case Validity::undated: return kUndated;
    case Validity::inherited: break;
  }
  return Message{"Từ trường tiền thân", "Of a predecessor"};
}

Tone tone_of(Standing standing) {
  switch (standing) {
    case Standing::holds: return Tone::good;
    case Standing::doubtful: return Tone::fair;
    case Standing::falls_short: return Tone::bad;
    case Standing::no_data: break;
  }
  return Tone::quiet;
}

Cell standing_cell(const RecheckView& view, Standing standing) {
  return text_cell(view.said(standing_name(standing)), {.tone = tone_of(standing)});
}

std::array<ShareLine, 3> share_lines(const RecheckSums& sums) {
  const uint64_t sure = sums.in_force(Standing::holds);
  return {
      {{Message{"Hiện nay: công nhận còn hiệu lực", "Now: recognitions in force"}, sums.in_force()},
       {Message{"Nếu chỉ trường vẫn đạt giữ công nhận", "If only schools that hold kept it"}, sure},
       {Message{"Nếu trường còn nghi vấn cũng giữ", "If doubtful schools kept it, too"},
        sure + sums.in_force(Standing::doubtful)}}};
}

std::vector<ObstacleWords> obstacle_words(const RecheckView& view, const RecheckedSchool& school) {
  std::vector<ObstacleWords> words;
  for (const Obstacle& obstacle : school.not_met) words.push_back(words_of(view, school, obstacle));
  if (words.empty())
    words.push_back({.what = view.said({"quá ít tiêu chí áp dụng cho trường",
                                        "too few criteria apply to the school"})});
  return words;
}

std::string obstacle_names(const RecheckView& view, const RecheckedSchool& school,
                           const std::vector<Obstacle>& obstacles) {
  std::string names;
  const RowAt* last = nullptr;
  for (const Obstacle& obstacle : obstacles) {
    const bool is_same_row =
        last && last->block == obstacle.at.block && last->row == obstacle.at.row;
    if (last) names += is_same_row ? ", " : "; ";
    const std::string stage = stage_of(view, school, obstacle.at);
    if (!is_same_row && !stage.empty()) names += stage + ": ";
    names += view.run.sets[obstacle.at.set()].indicators[obstacle.indicator].name;
    last = &obstacle.at;
  }
  return names;
}

std::string figures_missing(const RecheckView& view, const RecheckedSchool& school) {
  std::vector<std::string> titles;
  for (const Obstacle& obstacle : school.unknown) {
    const Indicator& indicator = view.run.sets[obstacle.at.set()].indicators[obstacle.indicator];
    for (std::string& title : unknown_fields(view.run, indicator, obstacle.at.block->table,
                                             obstacle.at.row, view.language()))
      if (std::find(titles.begin(), titles.end(), title) == titles.end())
        titles.push_back(std::move(title));
  }
  return joined(titles, ", ");
}

Cell level_cell(const RecheckView& view, const RecheckedSchool& school) {
  const SchoolRows& rows = school.record.rows;
  if (school.standing == Standing::no_data) return {};
  const int top = view.run.sets[rows.first().set()].top_level();
  return {LevelRange{rows.level(), rows.level_max()}, {.tone = tone_of_level(rows.level(), top)}};
}

Cell late_cell(const RecheckView& view, const RecheckedSchool& school) {
  const bool is_late = school.file_by != kNoDate && school.file_by < view.recheck.day;
  return is_late ? text_cell(view.said({"đã quá hạn", "past"}), {.tone = Tone::bad}) : Cell{};
}

std::vector<SchoolRows> rechecked_rows(const RecheckView& view) {
  std::vector<SchoolRows> rows;
  for (const RecheckedSchool& school : view.recheck.schools) rows.push_back(school.record.rows);
  return rows;
}

std::vector<std::string> share_notes(const RecheckView& view) {
  const RecheckSums total = view.recheck.total();
  std::vector<std::string> notes;
  const auto add = [&](const Message& message, uint64_t schools) {
    if (schools > 0)
      notes.push_back(
          format_message(view.language(), message, count_of_schools(schools, view.language())));
  };
  add({"{0} có công nhận còn hiệu lực chưa có số liệu theo tiêu chuẩn đang áp dụng, không tính là "
       "giữ được.",
       "Of {0} with a recognition in force there are no data under these standards: not counted as "
       "kept."},
      total.in_force(Standing::no_data));
  add({"{0} chỉ có công nhận của trường tiền thân: được rà soát, không tính vào tỉ lệ.",
       "{0} recognised only by a predecessor: rechecked, in no share."},
      total.all(Validity::inherited));
  notes.push_back(
      view.said({"Công nhận giữ thời hạn đã ghi, thông tư sau có thay tiêu chuẩn; rà soát không "
                 "làm mất công nhận.",
                 "Recognitions keep their printed dates whatever circular came later; a recheck "
                 "takes none away."}));
  return notes;
}

RecheckedSchools schools_with(const RecheckView& view, Standing standing) {
  return schools_where(
      view, [standing](const RecheckedSchool& school) { return school.standing == standing; });
}

RecheckedSchools schools_with(const RecheckView& view, Validity validity) {
  RecheckedSchools schools = schools_where(
      view, [validity](const RecheckedSchool& school) { return school.validity == validity; });
  std::stable_sort(schools.begin(), schools.end(),
                   [](const RecheckedSchool* a, const RecheckedSchool* b) {
                     return a->record.decision.until < b->record.decision.until;
                   });
  return schools;
}

NamedSums sums_by_type(const Recheck& recheck) {
  const auto sums = sums_by(recheck, &RecheckGroup::first);
  return in_order(types_in_order(names_of(sums)), sums);
}

NamedSums sums_by_place(const Recheck& recheck) {
  const auto sums = sums_by(recheck, &RecheckGroup::second);
  return in_order(places_in_order(names_of(sums)), sums);
}

// The workbook of the recheck: make_recheck_workbook of report/recheck/recheck.h; and its last
// sheet.

namespace {

Table run_table(const RecheckView& view) {
  const Recheck& recheck = view.recheck;
  return run_table(
      view.language(), view.options.version,
      {{summary_words::kReportDay, day_text(recheck.day, view.language())},
       {words::kRowsHead, format_figure(static_cast<double>(recheck.rows), 0, view.language())},
       {words::kSettings, view.options.settings}});
}

}  // namespace

Sheet make_recheck_sources(const RecheckView& view, size_t) {
  Sheet sheet;
  sheet.name = view.said(recheck_words::kTabSources);
  sheet.title =
      format_message(view.language(), summary_words::kNumbered, 8, view.said(words::kTitleSource));
  const std::vector<SchoolRows> rows = rechecked_rows(view);
  for (Table table :
       {run_table(view), sets_table(view.run, view.recheck.sets, view.language()),
        unsettled_table(view.run, view.recheck.sets, view.language()),
        inputs_table(view.options.inputs, view.language()),
        doubtful_table(view.run, find_doubtful(view.run, rows), view.language()),
        doubts_table(view.run, find_in_doubt(view.run, rows, view.recheck.day), view.language())})
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  sheet.footnotes = {view.said(words::kSupports)};
  return sheet;
}

Report make_recheck_workbook(const RecheckView& view) {
  constexpr std::array kSheets{make_recheck_overview, make_recheck_places, make_recheck_short,
                               make_recheck_doubtful, make_recheck_expiry, make_recheck_list,
                               make_recheck_merged,   make_recheck_sources};
  Report report = empty_report(view.options, recheck_words::kTitle, view.recheck.day);
  for (const auto make : kSheets) report.sheets.push_back(make(view, report.sheets.size()));
  return report;
}

}  // namespace kdcl
