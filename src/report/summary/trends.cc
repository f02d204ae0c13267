#include "report/summary/trends.h"

#include <algorithm>

#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/summary/page.h"

namespace kdcl {
namespace {

using namespace trend_words;

constexpr double kYearWidth = 7;
constexpr double kFigureWidth = 11;

void add_year_column(const SummaryView& view, Table& table) {
  add_column(table, view, summary_words::kYear,
             {.align = Align::center, .width = kYearWidth, .id = "year"});
}

void add_figure(std::string head, std::string id, Table& table) {
  add_column(table, std::move(head),
             {.align = Align::right, .width = kFigureWidth, .id = std::move(id)});
}

/// The sum of neighbouring cells of a row.
Cell sum_cell(size_t sheet, size_t table, size_t row, size_t first, size_t last, uint64_t sum) {
  return {Formula{.pattern = "SUM({0}:{1})",
                  .references = {{sheet, table, first, row}, {sheet, table, last, row}},
                  .value = static_cast<double>(sum)},
          {}};
}

/// A set in use that has so many levels, to name them.
const CriteriaSet& set_with(const SummaryView& view, int top) {
  const std::vector<size_t> scored = sets_scored(view.summary);
  return view.run.sets[*std::find_if(scored.begin(), scored.end(), [&view, top](size_t set) {
    return view.run.sets[set].top_level() == top;
  })];
}

struct ChangeHead {
  LevelChange change;
  Message head;
};

/// The kinds of changes that can occur in these data.
std::vector<ChangeHead> change_heads(const SummaryView& view) {
  std::vector<ChangeHead> heads{{LevelChange::rose, kRose},
                                {LevelChange::same, Message{"Giữ mức", "Same"}},
                                {LevelChange::fell, kFell},
                                {LevelChange::unclear, summary_words::kUnclear}};
  if (level_scales(view.run, view.summary.trends).size() > 1)
    heads.push_back({LevelChange::other_levels, Message{"Không so được", "Not comparable"}});
  return heads;
}

Table standard_text_table(const SummaryView& view) {
  Table table;
  table.title = view.said(kStandardByYear);
  add_year_column(view, table);
  add_column(table, view, summary_words::kDecidedShort, {.align = Align::right});
  add_column(table, "", {.fit = Fit::spare});
  add_column(table, view, summary_words::kScoredShort, {.align = Align::right});
  add_column(table, view, words::kCount, {.align = Align::right});
  for (const auto& [year, sets] : view.summary.trends.years) {
    const YearTotal total = year_total(view.run, view.summary.trends, year);
    table.rows.push_back(
        {{text_cell(std::to_string(year)), share_cell(total.decided, total.national),
          bar_cell(total.decided, total.national), share_cell(total.by_score, total.national),
          count_cell(total.schools)},
         {}});
  }
  table.rows.back().note = earlier_note(view);
  return table;
}

/// Where the list of the schools is, if there are any to list.
std::string list_hint(const SummaryView& view) {
  const bool has_list =
      std::any_of(view.records.begin(), view.records.end(),
                  [](const SchoolRecord& record) { return !record.years.empty(); });
  if (!has_list) return {};
  return format_message(
      view.language(),
      {"Từng trường: trang “{0}” của -o TỆP.xlsx", "School by school: sheet “{0}” of -o FILE.xlsx"},
      view.said(kTabTrajectory));
}

}  // namespace

Table year_levels_table(const SummaryView& view, int top, size_t sheet, size_t place) {
  Table table;
  table.id = "levels_by_year." + std::to_string(top);
  table.title = format_message(view.language(),
                               {"Mức đạt được qua các năm (bộ tiêu chí có {0} mức)",
                                "Levels by year (sets with {0} levels)"},
                               top);
  add_year_column(view, table);
  for (int level = 0; level <= top; ++level)
    add_figure(level_title(set_with(view, top), level, view.language()),
               "level_" + std::to_string(level), table);
  add_figure(view.said(summary_words::kAll), "schools", table);
  for (const auto& [year, sets] : view.summary.trends.years) {
    Row row{{text_cell(std::to_string(year))}, {}};
    uint64_t sum = 0;
    for (const uint64_t schools : schools_by_level(view.run, view.summary.trends, year, top)) {
      row.cells.push_back(count_cell(schools));
      sum += schools;
    }
    row.cells.push_back(
        sum_cell(sheet, place, table.rows.size(), 1, static_cast<size_t>(top) + 1, sum));
    if (sum > 0) table.rows.push_back(std::move(row));
  }
  return table;
}

Table year_changes_table(const SummaryView& view, size_t sheet, size_t place) {
  Table table;
  table.id = "level_changes";
  table.title = view.said(
      {"Mức so với năm trước trong dữ liệu", "Levels against the year before in the data"});
  add_year_column(view, table);
  add_column(table, view, {"So với năm", "Against"},
             {.align = Align::center, .width = kFigureWidth, .id = "against"});
  const std::vector<ChangeHead> heads = change_heads(view);
  for (const auto& [change, head] : heads)
    add_figure(view.said(head), std::string(level_change_name(change)), table);
  add_figure(view.said({"Có cả hai năm", "In both"}), "both", table);
  add_figure(view.said(kAdded), "added", table);
  add_figure(view.said({"Không còn", "Gone"}), "gone", table);
  for (const YearStep& step : year_steps(view.run, view.summary.trends)) {
    Row row{{text_cell(std::to_string(step.to)), text_cell(std::to_string(step.from))}, {}};
    for (const auto& [change, head] : heads) row.cells.push_back(count_cell(step.at(change)));
    row.cells.push_back(
        sum_cell(sheet, place, table.rows.size(), 2, heads.size() + 1, step.both()));
    row.cells.push_back(count_cell(step.added));
    row.cells.push_back(count_cell(step.gone));
    table.rows.push_back(std::move(row));
  }
  return table;
}

uint64_t schools_of_earlier_years(const SummaryView& view) {
  const Trends& trends = view.summary.trends;
  if (trends.years.size() < 2) return 0;
  const uint64_t schools = view.summary.total().at(SchoolCount::schools);
  const uint64_t last = year_total(view.run, trends, trends.years.rbegin()->first).schools;
  return schools > last ? schools - last : 0;
}

std::string earlier_note(const SummaryView& view) {
  const uint64_t schools = schools_of_earlier_years(view);
  if (schools == 0) return {};
  return format_message(
      view.language(),
      {"Các phần khác tính mỗi trường theo lần đánh giá gần nhất, kể cả {0} không được đánh giá "
       "năm {1}.",
       "All other parts count each school by its latest assessment, also {0} not assessed in {1}."},
      count_of_schools(schools, view.language()), view.summary.trends.years.rbegin()->first);
}

void add_group_label(Table& table, std::string head, const std::vector<std::string>& labels) {
  table.header.resize(2);
  table.header[0].push_back({std::move(head), labels.size(), 1});
  for (const std::string& label : labels) table.header[1].push_back({label});
}

std::vector<Table> trend_text_tables(const SummaryView& view) {
  if (!view.summary.has_trends()) return {};
  std::vector<Table> tables{standard_text_table(view)};
  for (const int top : level_scales(view.run, view.summary.trends))
    tables.push_back(year_levels_table(view, top, 0, 0));
  tables.push_back(year_changes_table(view, 0, 0));
  tables.back().rows.back().note = list_hint(view);
  return tables;
}

// Sheet 10 of the summary, for data of several years: the years side by side.

namespace {

using namespace trend_words;
using summary_words::kStandardByDecision;
using summary_words::kStandardByScore;

/// Columns of the table of the national standard.
constexpr size_t kDayColumn = 1, kNational = 3, kScored = 4, kScoredShare = 5, kDecided = 6,
                 kDecidedShare = 7;

void add_standard_columns(const SummaryView& view, Table& table) {
  add_column(table, view, summary_words::kYear, {.align = Align::center, .width = 7, .id = "year"});
  add_column(table, view, {"Tính đến", "As of"},
             {.align = Align::center, .width = kFigureWidth, .id = "as_of"});
  add_column(table, view, kAssessed,
             {.align = Align::right, .width = kFigureWidth, .id = "schools"});
  add_column(table, view, summary_words::kNationalSchools,
             {.align = Align::right, .width = kFigureWidth, .id = "national"});
  for (HeaderCell& head : table.header[0]) head.rows = 2;
  const std::vector<std::string> labels{view.said(summary_words::kNumber),
                                        view.said(summary_words::kPercent)};
  add_group_label(table, view.said(kStandardByScore), labels);
  add_group_label(table, view.said(kStandardByDecision), labels);
  for (const char* id : {"national_standard_by_score", "national_standard_by_score_share",
                         "decided", "decided_share"})
    table.columns.push_back({.align = Align::right, .width = kFigureWidth, .id = id});
}

Table standard_table(const SummaryView& view, size_t own) {
  Table table;
  table.id = "by_year";
  table.title = view.said(kStandardByYear);
  add_standard_columns(view, table);
  for (const auto& [year, sets] : view.summary.trends.years) {
    const YearTotal total = year_total(view.run, view.summary.trends, year);
    const auto share = [&, row = table.rows.size()](size_t column, uint64_t part) {
      return row_share(own, 0, row, column, kNational, part, total.national);
    };
    table.rows.push_back({{text_cell(std::to_string(year)),
                           {DateCell{day_of_year(year, view.summary.as_of)}, {}},
                           count_cell(total.schools),
                           count_cell(total.national),
                           count_cell(total.by_score),
                           share(kScored, total.by_score),
                           count_cell(total.decided),
                           share(kDecided, total.decided)},
                          {}});
  }
  return table;
}

}  // namespace

Sheet make_year_sheet(const SummaryView& view, size_t own) {
  Sheet sheet = summary_page(view, {"10 Qua các năm", "10 By year"}, 10,
                             view.said({"KẾT QUẢ QUA CÁC NĂM", "RESULTS BY YEAR"}));
  sheet.tables.push_back(standard_table(view, own));
  for (const int top : level_scales(view.run, view.summary.trends))
    sheet.tables.push_back(year_levels_table(view, top, own, sheet.tables.size()));
  sheet.tables.push_back(year_changes_table(view, own, sheet.tables.size()));
  sheet.landscape = false;
  sheet.chart = Chart{.kind = Chart::Kind::lines,
                      .title = view.said(kStandardByYear),
                      .unit = "%",
                      .table = 0,
                      .labels = kDayColumn,
                      .series = {{view.said(kStandardByScore), kScoredShare},
                                 {view.said(kStandardByDecision), kDecidedShare}}};
  sheet.footnotes.insert(
      sheet.footnotes.begin(),
      view.said(
          {"Lên mức, xuống mức: mọi mức trường có thể đạt năm sau đều cao hơn, thấp hơn năm trước; "
           "chưa rõ khi còn thiếu số liệu. Mới có, không còn: chỉ được đánh giá năm sau, năm "
           "trước. Chỉ so giữa các bộ tiêu chí có cùng số mức; mức không quy đổi.",
           "Rose, fell: whatever level the school may have is above, below that of the year "
           "before; unclear where data are missing. New, gone: assessed only in the year, in the "
           "one before. Only sets with as many levels are compared; levels are never converted."}));
  if (const std::string note = earlier_note(view); !note.empty())
    sheet.footnotes.insert(sheet.footnotes.begin(), note);
  return sheet;
}

}  // namespace kdcl
