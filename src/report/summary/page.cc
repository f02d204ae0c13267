#include "report/summary/page.h"

#include <algorithm>
#include <map>

#include "base/number.h"
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/summary/summary.h"
#include "report/summary/trends.h"

namespace kdcl {
namespace {

using namespace summary_words;

std::string figure(uint64_t count, Language language) {
  return format_figure(static_cast<double>(count), 0, language);
}

bool counts_a_year(const Summary& summary) {
  return summary.since == twelve_months_to(summary.as_of).first;
}

}  // namespace

std::string summary_line(const SummaryView& view) {
  const Language language = view.language();
  const SchoolSums total = view.summary.total();
  std::string who = count_of_schools(total.at(SchoolCount::schools), language);
  if (const uint64_t earlier = schools_of_earlier_years(view); earlier > 0)
    who += " (" +
           format_message(language, {"{0} không có ở năm {1}", "{0} not assessed in {1}"},
                          figure(earlier, language), view.summary.trends.years.rbegin()->first) +
           ")";
  const Summary& summary = view.summary;
  const auto add = [&](const Message& message, uint64_t count) {
    if (count > 0) who += ", " + format_message(language, message, figure(count, language));
  };
  add(kOutside, summary.outside);
  add({"{0} bỏ lại vì dữ liệu có lỗi", "{0} left out for faults"}, summary.left_out);
  if (view.has_register()) {
    add({"{0} chưa có dữ liệu", "{0} not received"}, view.not_received.size());
    add({"{0} ngoài danh sách trường", "{0} not in the list of schools"}, summary.unlisted);
  } else {
    add(counts_a_year(summary)
            ? Message{"{0} không có trong dữ liệu năm nay", "{0} not in this year's data"}
            : Message{"{0} không có trong dữ liệu từ ngày ấy", "{0} not in the data since then"},
        summary.older);
  }
  if (const std::string later = later_rows(summary.later, language); !later.empty())
    who += ", " + later;
  if (summary.as_of == kNoDate) return format_message(language, kNoDay, who);
  const std::string day = format_day_first(summary.as_of);
  if (summary.since == kNoDate)
    return format_message(
        language,
        {"Tính đến ngày {0}, mọi ngày trước đó · {1}", "As of {0}, any day before it · {1}"}, day,
        who);
  return format_message(language, {"Tính đến ngày {0}, từ {1} · {2}", "As of {0}, from {1} · {2}"},
                        day, format_day_first(summary.since), who);
}

std::string later_rows(uint64_t rows, Language language) {
  if (rows == 0) return {};
  if (rows == 1)
    return std::string(
        Message{"1 dòng sau ngày ấy để riêng, không tính", "1 row after that day left aside"}.in(
            language));
  return format_message(
      language, {"{0} dòng sau ngày ấy để riêng, không tính", "{0} rows after that day left aside"},
      figure(rows, language));
}

const AwardFamily* standard_of(const SummaryView& view, const SchoolRecord& record) {
  return find_family(view.run.sets[record.rows.first().set()], kNationalStandard);
}

Sheet summary_page(const SummaryView& view, const Message& tab, size_t number,
                   const std::string& title) {
  const Language language = view.language();
  const SchoolSums total = view.summary.total();
  std::string line = summary_line(view);
  if (total.at(SchoolCount::national) != total.at(SchoolCount::schools))
    line += "; " + format_message(language,
                                  {"tỉ lệ chuẩn quốc gia tính trên {0} thuộc diện công nhận",
                                   "shares of the national standard are of {0} in its scope"},
                                  count_of_schools(total.at(SchoolCount::national), language));
  return paper_page(view.options, tab, format_message(language, kNumbered, number, title),
                    std::move(line), view.summary.as_of);
}

std::string ownership_words(const SummaryView& view, Ownership ownership) {
  switch (ownership) {
    case Ownership::state: return view.said(kState);
    case Ownership::other: return view.said({"Ngoài công lập", "Non-public"});
    case Ownership::unknown: break;
  }
  return view.said({"Không rõ công lập hay ngoài công lập", "Ownership unknown"});
}

std::string indicator_list(const SummaryView& view, const SchoolRows& school,
                           BitRows ScoreBlock::*bits) {
  return names_of_school(view.run, school, bits, view.language());
}

void add_column(Table& table, const SummaryView& view, const Message& head, Column column) {
  add_column(table, view.said(head), std::move(column));
}

std::vector<size_t> sets_in_use(const SummaryView& view) {
  std::vector<size_t> used;
  for (size_t i = 0; i < view.summary.sets.size(); ++i)
    if (!view.summary.sets[i].empty()) used.push_back(i);
  return used;
}

SetSums set_total(const SummaryView& view, size_t set) {
  SetSums total(view.run.sets[set]);
  for (const auto& [type, sums] : view.summary.sets[set]) total += sums;
  return total;
}

std::vector<DoubtfulItem> items_of(const SummaryView& view,
                                   std::vector<uint64_t> SetSums::*counts) {
  std::vector<DoubtfulItem> items;
  for (const size_t set : sets_in_use(view)) {
    const SetSums total = set_total(view, set);
    for (size_t i = 0; i < (total.*counts).size(); ++i)
      if ((total.*counts)[i] > 0) items.push_back({set, i, (total.*counts)[i]});
  }
  return items;
}

Cell row_share(size_t sheet, size_t table, size_t row, size_t part_column, size_t whole_column,
               uint64_t part, uint64_t whole) {
  return {
      Formula{.pattern = "IF({1}=0,0,{0}/{1})",
              .references = {{sheet, table, part_column, row}, {sheet, table, whole_column, row}},
              .value = whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0,
              .decimals = 1,
              .percent = true},
      {}};
}

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

// The workbook of the summary: make_summary_workbook of report/summary/summary.h.

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
