// The workbook of the summary: make_summary_workbook of report/summary.h.
#include "report/assumptions.h"
#include "report/phrases.h"
#include "report/summary.h"
#include "report/summary_sheets.h"
#include "report/summary_words.h"

namespace kdcl {

namespace {

/// The two days, and who is left aside.
Table period_table(const Summary& summary) {
  Table table;
  table.id = "period";
  for (const char* id : {"from", "to", "not_in_year", "later_rows"})
    table.columns.push_back({.id = id});
  table.rows = {{{{DateCell{summary.since}, {}},
                  {DateCell{summary.as_of}, {}},
                  count_cell(summary.older),
                  count_cell(summary.later)},
                 {}}};
  return table;
}

}  // namespace

Report empty_summary_report(const SummaryView& view) {
  Report report = empty_report(view.options, summary_words::kTitle, view.summary.as_of);
  report.about = {period_table(view.summary)};
  return report;
}

Report make_summary_workbook(const SummaryView& view) {
  std::vector sheets{make_type_sheet,     make_target_sheet,   make_place_sheet,
                     make_weakness_sheet, make_strength_sheet, make_near_sheet,
                     make_expiry_sheet,   make_list_sheet,     make_gap_sheet};
  if (view.summary.has_trends())
    sheets.insert(sheets.end(), {make_year_sheet, make_trajectory_sheet});
  sheets.push_back(make_source_sheet);
  Report report = empty_summary_report(view);
  for (const auto make : sheets) report.sheets.push_back(make(view, report.sheets.size()));
  state_assumptions(view.run, report);
  return report;
}

}  // namespace kdcl
