// Sheet 10 of the summary, for data of several years: the years side by side.
#include "report/phrases.h"
#include "report/summary_page.h"
#include "report/summary_sheets.h"
#include "report/summary_words.h"
#include "report/trend_tables.h"
#include "report/trend_words.h"

namespace kdcl {
namespace {

using namespace trend_words;
using summary_words::kStandardByDecision;
using summary_words::kStandardByScore;

/// Columns of the table of the national standard.
constexpr size_t kDayColumn = 1, kNational = 3, kScored = 4, kScoredShare = 5, kDecided = 6,
                 kDecidedShare = 7;
constexpr double kFigureWidth = 11;

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
