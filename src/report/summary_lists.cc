#include "report/summary_lists.h"

#include <algorithm>
#include <map>

#include "report/phrases.h"
#include "report/summary_words.h"

namespace kdcl {

RecordList records_where(const SummaryView& view,
                         const std::function<bool(const SchoolRecord&)>& is_wanted) {
  RecordList records;
  for (const SchoolRecord& record : view.records)
    if (!record.outside && record.counts && is_wanted(record)) records.push_back(&record);
  return records;
}

RecordList older_schools(const SummaryView& view) {
  RecordList records;
  if (view.has_register()) return records;  // they are among those not received
  for (const SchoolRecord& record : view.records)
    if (!record.outside && !record.counts) records.push_back(&record);
  sort_by_place(records);
  return records;
}

void sort_by_place(RecordList& records) {
  std::vector<std::string> places;
  for (const SchoolRecord* record : records) places.push_back(record->place);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::map<std::string, size_t> order;
  for (const std::string& place : places_in_order(std::move(places)))
    order.emplace(place, order.size());
  std::stable_sort(records.begin(), records.end(),
                   [&order](const SchoolRecord* a, const SchoolRecord* b) {
                     return order.at(a->place) < order.at(b->place);
                   });
}

Table school_table(const SummaryView& view, std::string id, std::string title) {
  Table table;
  table.id = std::move(id);
  table.title = std::move(title);
  add_school_columns(view.places(), table);
  return table;
}

void fill_school_table(const SummaryView& view, RecordList records,
                       std::function<void(const SchoolRecord&, Row&)> add_cells, Table& table) {
  fill_list(
      std::move(records),
      [&view, add_cells = std::move(add_cells)](size_t index, const SchoolRecord* record,
                                                Row& row) {
        row.cells.reserve(20);
        add_school_cells(view.places(), index + 1, *record, row);
        add_cells(*record, row);
      },
      view.language(), table);
}

void add_sums_note(const SummaryView& view, Sheet& sheet) {
  const uint64_t schools = view.summary.total().at(SchoolCount::schools);
  if (view.summary.listed < schools)
    sheet.footnotes.insert(
        sheet.footnotes.begin(),
        format_message(view.language(),
                       {"{0} chỉ có số tổng, không có trong danh sách",
                        "of {0} there are only sums, no lines in the lists"},
                       count_of_schools(schools - view.summary.listed, view.language())));
}

}  // namespace kdcl
