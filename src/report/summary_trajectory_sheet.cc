// Sheet 11 of the summary, for data of several years: the way of each school through them.
#include <algorithm>
#include <map>

#include "report/phrases.h"
#include "report/summary_lists.h"
#include "report/summary_page.h"
#include "report/summary_sheets.h"
#include "report/summary_words.h"
#include "report/trend_tables.h"
#include "report/trend_words.h"

namespace kdcl {
namespace {

using namespace trend_words;

/// A column of levels: a year, and the number of levels of the sets that it is about.
struct LevelColumn {
  int year = 0;
  int top = 0;
};

std::vector<LevelColumn> level_columns(const SummaryView& view) {
  const std::vector<int> scales = level_scales(view.run, view.summary.trends);
  std::vector<LevelColumn> columns;
  for (const auto& [year, sets] : view.summary.trends.years)
    for (const int top : scales)
      if (std::any_of(sets.begin(), sets.end(), [&view, top](const auto& set) {
            return view.run.sets[set.first].top_level() == top;
          }))
        columns.push_back({year, top});
  return columns;
}

int top_of(const SummaryView& view, const SchoolYear& year) {
  return view.run.sets[year.rows.first().set()].top_level();
}

const SchoolYear* find_year(const SchoolRecord& record, int year) {
  const auto found = std::find_if(record.years.begin(), record.years.end(),
                                  [year](const SchoolYear& one) { return one.year == year; });
  return found == record.years.end() ? nullptr : &*found;
}

Cell level_cell(const SummaryView& view, const SchoolRecord& record, const LevelColumn& column) {
  const SchoolYear* year = find_year(record, column.year);
  if (!year || top_of(view, *year) != column.top) return {};
  return {LevelRange{year->rows.level(), year->rows.level_max()},
          {.tone = tone_of_level(year->rows.level(), column.top)}};
}

/// The level in force, 0 if the school was not recognised, else words.
Cell decision_cell(const SummaryView& view, const SchoolRecord& record, int wanted) {
  const SchoolYear* year = find_year(record, wanted);
  if (!year || !find_family(view.run.sets[year->rows.first().set()], kNationalStandard)) return {};
  const DecisionOf& decision = year->decision;
  // Decided in a later year than the column's.
  const bool is_later = decision.decision == Decision::misdated;
  if (decision.decision == Decision::none || is_later) return count_cell(0);
  if (decision.decision == Decision::valid) return count_cell(static_cast<size_t>(decision.level));
  return text_cell(decision_words(decision, view.language()));
}

/// The levels between the first year that compares with the last one and the last.
Cell change_cell(const SummaryView& view, const SchoolRecord& record) {
  const SchoolYear* first = first_comparable(view.run, record.years);
  if (!first) return {};
  const SchoolRows& last = record.years.back().rows;
  switch (change_of(view.run, first->rows, last)) {
    case LevelChange::other_levels: return {};
    case LevelChange::unclear: return text_cell(lower_first(view.said(summary_words::kUnclear)));
    case LevelChange::same: return count_cell(0);
    case LevelChange::rose:
    case LevelChange::fell: break;
  }
  const int change = last.level() - first->rows.level();
  return {Number{.value = static_cast<double>(change), .signed_value = true},
          {.tone = change > 0 ? Tone::good : Tone::bad}};
}

void add_trajectory_columns(const SummaryView& view, const std::vector<LevelColumn>& levels,
                            Table& table) {
  const bool has_scales = level_scales(view.run, view.summary.trends).size() > 1;
  add_column(table, view, {"Tăng (+), giảm (-) mức", "Levels gained (+) or lost (-)"},
             {.align = Align::center, .fit = Fit::wrap, .width = 11, .id = "level_change"});
  for (HeaderCell& head : table.header[0]) head.rows = 2;
  std::vector<std::string> labels;
  for (const auto& [year, top] : levels) {
    labels.push_back(
        has_scales ? format_message(view.language(), {"{0} ({1} mức)", "{0} (of {1})"}, year, top)
                   : std::to_string(year));
    table.columns.push_back({.align = Align::center,
                             .fit = Fit::wrap,
                             .width = 9,
                             .id = "level_" + std::to_string(year) + "_of_" + std::to_string(top)});
  }
  add_group_label(table, view.said({"Mức theo kết quả chấm", "Level by score"}), labels);
  labels.clear();
  for (const auto& [year, sets] : view.summary.trends.years) {
    labels.push_back(std::to_string(year));
    table.columns.push_back({.align = Align::center,
                             .fit = Fit::wrap,
                             .width = 9,
                             .id = "decided_" + std::to_string(year)});
  }
  add_group_label(table, view.said(summary_words::kStandardByDecision), labels);
}

}  // namespace

Sheet make_trajectory_sheet(const SummaryView& view, size_t) {
  Sheet sheet = summary_page(view, kTabTrajectory, 11,
                             view.said({"DIỄN BIẾN CỦA TỪNG TRƯỜNG", "TRAJECTORY OF EACH SCHOOL"}));
  const std::vector<LevelColumn> levels = level_columns(view);
  std::vector<int> years;
  for (const auto& [year, sets] : view.summary.trends.years) years.push_back(year);
  Table table = school_table(view, "trajectory");
  add_trajectory_columns(view, levels, table);
  RecordList records;  // those that don't count this year have a way, too
  for (const SchoolRecord& record : view.records)
    if (!record.years.empty() && record.is_listed) records.push_back(&record);
  sort_by_place(records);
  fill_school_table(
      view, std::move(records),
      [&view, levels, years](const SchoolRecord& record, Row& row) {
        row.cells.push_back(change_cell(view, record));
        for (const LevelColumn& column : levels)
          row.cells.push_back(level_cell(view, record, column));
        for (const int year : years) row.cells.push_back(decision_cell(view, record, year));
      },
      table);
  sheet.tables = {std::move(table)};
  sheet.subtitles.push_back(view.said(
      {"Tăng, giảm mức: năm cuối so với năm đầu được chấm theo bộ có cùng số mức. Chuẩn quốc gia "
       "theo quyết định: mức độ còn hiệu lực cuối năm, 0 là chưa được công nhận.",
       "Levels gained or lost: the last year against the first one by a set with as many levels. "
       "National standard by decision: the level in force at the end of the year, 0 if not "
       "recognised."}));
  sheet.main_table = 0;
  sheet.frozen_columns = 3;
  add_sums_note(view, sheet);
  return sheet;
}

}  // namespace kdcl
