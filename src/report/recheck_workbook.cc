// The workbook of the recheck: make_recheck_workbook of report/recheck.h; and its last sheet.
#include <array>

#include "base/figures.h"
#include "report/recheck.h"
#include "report/recheck_page.h"
#include "report/recheck_sheets.h"
#include "report/recheck_words.h"
#include "report/score_counts.h"
#include "report/source_tables.h"
#include "report/summary_words.h"

namespace kdcl {
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
