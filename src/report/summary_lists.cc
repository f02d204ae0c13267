#include "report/summary_lists.h"

#include "report/phrases.h"
#include "report/summary_page.h"
#include "report/summary_words.h"
#include "report/words.h"

namespace kdcl {

RecordList records_where(const SummaryView& view,
                         const std::function<bool(const SchoolRecord&)>& is_wanted) {
  RecordList records;
  for (const SchoolRecord& record : view.records)
    if (!record.outside && is_wanted(record)) records.push_back(&record);
  return records;
}

Table school_table(const SummaryView& view, std::string id, std::string title) {
  Table table;
  table.id = std::move(id);
  table.title = std::move(title);
  add_school_columns(view, table);
  return table;
}

void fill_list(const SummaryView& view, RecordList records,
               std::function<void(const SchoolRecord&, Row&)> add_cells, Table& table) {
  if (records.empty()) {
    table.rows = {
        {{{}, {}, text_cell(view.said(summary_words::kNoRows), {.tone = Tone::quiet})}, {}}};
    return;
  }
  table.made.count = records.size();
  table.made.make = [&view, records = std::move(records), add_cells = std::move(add_cells)](
                        size_t index, Row& row) {
    row.cells.reserve(20);
    add_school_cells(view, index + 1, *records[index], row);
    add_cells(*records[index], row);
  };
}

void add_sums_note(const SummaryView& view, Sheet& sheet) {
  const uint64_t schools = view.summary.total().at(SchoolCount::schools);
  if (view.summary.listed < schools)
    sheet.footnotes.insert(
        sheet.footnotes.begin(),
        format_message(view.language(), summary_words::kOnlySums,
                       count_of_schools(schools - view.summary.listed, view.language())));
}

std::string decision_words(const SummaryView& view, const DecisionOf& decision) {
  switch (decision.decision) {
    case Decision::valid:
      return format_message(view.language(), words::kNationalShort, decision.level);
    case Decision::expired: return view.said(words::kDecisionExpired);
    case Decision::undated: return view.said(words::kDecisionUndated);
    default: return {};
  }
}

}  // namespace kdcl
