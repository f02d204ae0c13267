#include "report/comparison.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "report/assumptions.h"
#include "report/comparison_tables.h"
#include "report/comparison_words.h"
#include "report/phrases.h"
#include "report/score_counts.h"
#include "report/source_tables.h"
#include "report/words.h"

namespace kdcl {
namespace {

Day last_day_of(const ComparisonView& view) {
  Day last = kNoDate;
  for (const ComparedSchool& school : view.comparison.schools) {
    const RowAt& at = school.any();
    last = std::max(last, at.block->table.assessed_on[at.row]);
  }
  return last;
}

Report empty_comparison(const ComparisonView& view) {
  constexpr int64_t kSecondsOfDay = 86400;
  Report report{
      .language = view.language,
      .title = format_message(view.language, words::kCompareLine, view.before, view.after)};
  report.producer = "kdcl " + view.version;
  const Day day = view.run.date != kNoDate ? view.run.date : last_day_of(view);
  report.created = view.created.value_or(day == kNoDate ? 0 : day * kSecondsOfDay);
  return report;
}

/// The sets of both sides. One that a side takes with assumptions is from the same file: it is
/// named once.
std::vector<size_t> sets_of(const ComparisonView& view) {
  std::set<size_t> used;
  for (const ComparedSchool& school : view.comparison.schools)
    for (const std::optional<RowAt>* side : {&school.before, &school.after})
      if (*side) used.insert((*side)->set());
  std::vector<size_t> sets;
  std::set<std::string_view> files;
  for (const size_t set : used)
    if (files.insert(view.run.sets[set].sha256).second) sets.push_back(set);
  return sets;
}

/// Of both sides.
std::vector<DoubtfulItem> in_doubt(const ComparisonView& view) {
  std::vector<SchoolRows> rows;
  for (const ComparedSchool& school : view.comparison.schools)
    for (const std::optional<RowAt>* side : {&school.before, &school.after})
      if (*side) rows.push_back({.rows = {**side}});
  return find_in_doubt(view.run, rows);
}

/// What the causes of text mean. On paper what stands after "or alone" is a column.
std::string cause_note(const ComparisonView& view) {
  const std::vector<ComparedSchool>& schools = view.comparison.schools;
  const bool has_also = std::any_of(schools.begin(), schools.end(),
                                    [](const auto& school) { return !school.also.empty(); });
  std::string note = view.said(words::kCauseNote);
  return has_also ? note + " " +
                        view.said({"Nếu chỉ bỏ thay đổi ghi sau “hoặc chỉ riêng” thì trường cũng "
                                   "trở lại mức cũ.",
                                   "Undoing only what stands after “or alone” does so, too."})
                  : note;
}

Sheet source_sheet(const ComparisonView& view) {
  Sheet sheet;
  sheet.name = view.said(words::kSheetSource);
  sheet.title = view.said(words::kTitleSource);
  for (Table table : {run_table(view.language, view.version, {{words::kSettings, view.settings}}),
                      assumptions_table(view.run, view.language),
                      sets_table(view.run, sets_of(view), view.language),
                      unsettled_table(view.run, sets_of(view), view.language),
                      doubts_table(view.run, in_doubt(view), view.language),
                      inputs_table(view.inputs, view.language)})
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  sheet.footnotes = {view.said(words::kSupports)};
  return sheet;
}

/// A sheet of the workbook.
Sheet page(const ComparisonView& view, std::string tab, const std::string& title,
           std::vector<Table> tables) {
  Sheet sheet;
  sheet.name = std::move(tab);
  sheet.title = upper(title);
  sheet.subtitles = {format_message(view.language, words::kCompareLine, view.before, view.after)};
  sheet.tables = std::move(tables);
  sheet.footnotes = {view.said(words::kSupports)};
  return sheet;
}

Sheet group_page(const ComparisonView& view, IdentityColumn column, Table moves) {
  const std::string by = lower_first(identity_title(column, view.language));
  Sheet sheet = page(view, format_message(view.language, {"Theo {0}", "By {0}"}, by),
                     format_message(view.language, {"Thay đổi mức theo {0}", "Moves by {0}"}, by),
                     {std::move(moves)});
  if (column != IdentityColumn::school_type) sheet.chart = moves_chart(view);
  return sheet;
}

Sheet list_page(const ComparisonView& view, const Message& tab, const Message& title, Table list) {
  Sheet sheet = page(view, view.said(tab), view.said(title), {std::move(list)});
  sheet.main_table = 0;
  return sheet;
}

}  // namespace

Report make_comparison_text(const ComparisonView& view) {
  Report report = empty_comparison(view);
  Sheet sheet;
  sheet.title = report.title;
  sheet.tables = {move_counts(view), level_matrix(view)};
  if (Table moved = moved_lines(view); !moved.rows.empty()) {
    sheet.tables.push_back(std::move(moved));
    sheet.footnotes = {cause_note(view)};
  }
  if (Table others = unmatched_list(view); others.row_count() > 0) {
    others.title = view.said(words::kUnmatched);
    sheet.tables.push_back(std::move(others));
  }
  for (std::string& line : unsettled_lines(view.run, sets_of(view), view.language))
    sheet.footnotes.push_back(std::move(line));
  for (std::string& line : doubt_lines(view.run, in_doubt(view), view.language))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.push_back(view.said(words::kSupports));
  report.sheets = {std::move(sheet)};
  state_assumptions(view.run, report);
  return report;
}

Report make_comparison_workbook(const ComparisonView& view) {
  Report report = empty_comparison(view);
  report.sheets = {
      page(view, view.said({"Chuyển mức", "Levels"}),
           view.said({"So sánh mức đạt được của các trường", "Levels of the schools compared"}),
           {move_counts(view), level_matrix(view)})};
  for (const IdentityColumn column : {place_column(view), IdentityColumn::school_type})
    if (Table moves = moves_by(view, column, report.sheets.size()); moves.rows.size() > 1)
      report.sheets.push_back(group_page(view, column, std::move(moves)));
  if (Table moved = moved_list(view); moved.row_count() > 0) {
    Sheet sheet =
        list_page(view, {"Trường thay đổi", "Moved"}, words::kMovedSchools, std::move(moved));
    sheet.footnotes.insert(sheet.footnotes.begin(), view.said(words::kCauseNote));
    report.sheets.push_back(std::move(sheet));
  }
  if (Table others = unmatched_list(view); others.row_count() > 0)
    report.sheets.push_back(
        list_page(view, {"Một phía", "One side"}, words::kUnmatched, std::move(others)));
  report.sheets.push_back(source_sheet(view));
  state_assumptions(view.run, report);
  return report;
}

}  // namespace kdcl
