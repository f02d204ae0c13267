// Sheets 9 and 10 of the summary: what data are missing or to be looked at, and where everything
// comes from.
#include <algorithm>
#include <set>

#include "base/figures.h"
#include "model/alike_names.h"
#include "report/assumptions.h"
#include "report/phrases.h"
#include "report/register_tables.h"
#include "report/score.h"
#include "report/source_tables.h"
#include "report/summary_lists.h"
#include "report/summary_page.h"
#include "report/summary_sheets.h"
#include "report/summary_words.h"
#include "report/words.h"

namespace kdcl {
namespace {

using namespace summary_words;

uint64_t sum_of(const std::vector<uint64_t>& counts) {
  uint64_t sum = 0;
  for (const uint64_t count : counts) sum += count;
  return sum;
}

void add_counts(const SummaryView& view, Sheet& sheet) {
  Table table;
  table.id = "gaps";
  table.title = numbered(view.language(), sheet, {"{0}. Tổng hợp", "{0}. Counts"});
  add_column(table, view, words::kOrder, {.align = Align::center, .width = 6});
  add_column(table, view, words::kIndicatorCount,
             {.align = Align::right, .width = 11, .id = "indicators"});
  add_column(table, view, words::kContent, {.fit = Fit::wrap, .width = 28, .id = "kind"});
  add_column(table, view, words::kCount, {.align = Align::right, .width = 13, .id = "schools"});
  const SchoolSums total = view.summary.total();
  const auto add = [&](const Message& what, std::vector<uint64_t> SetSums::*counts,
                       SchoolCount schools) {
    uint64_t indicators = 0;
    if (counts)
      for (const size_t set : sets_in_use(view)) indicators += sum_of(set_total(view, set).*counts);
    table.rows.push_back(
        {{count_cell(table.rows.size() + 1), counts ? count_cell(indicators) : Cell{},
          text_cell(view.said(what)), count_cell(total.at(schools))},
         {}});
  };
  add(words::kMissingData, &SetSums::missing, SchoolCount::with_missing);
  add(words::kContradictions, &SetSums::contradicted, SchoolCount::with_contradictions);
  add(words::kUnverified, &SetSums::unverified, SchoolCount::with_unverified);
  add(kUndatedCount, nullptr, SchoolCount::undated);
  add(kMisdatedCount, nullptr, SchoolCount::misdated);
  add(kNoDecisionCount, nullptr, SchoolCount::no_decision_data);
  sheet.tables.push_back(std::move(table));
}

void add_indicators(const SummaryView& view, size_t index, Sheet& sheet) {
  const CriteriaSet& set = view.run.sets[index];
  const SetSums total = set_total(view, index);
  Table table;
  table.id = "gap_indicators." + set.id;
  table.title =
      numbered(view.language(), sheet, {"{0}. {1}: theo chỉ báo", "{0}. {1}: by indicator"},
               set.title.in(view.language()));
  add_column(table, view, words::kOrder, {.align = Align::center, .width = 6});
  add_column(table, view, kIndicator, {.width = 11, .id = "id"});
  add_column(table, view, kMissing, {.align = Align::right, .width = 28, .id = "missing"});
  add_column(table, view, words::kContradictionHead,
             {.align = Align::right, .width = 13, .id = "contradicted"});
  add_column(table, view, words::kUnverifiedHead,
             {.align = Align::right, .width = 14, .id = "unverified"});
  add_column(table, view, kText, {.fit = Fit::wrap, .width = 36});
  for (size_t i = 0; i < set.indicators.size(); ++i) {
    if (total.missing[i] + total.contradicted[i] + total.unverified[i] == 0) continue;
    table.rows.push_back(
        {{count_cell(table.rows.size() + 1), text_cell(set.indicators[i].name),
          count_cell(total.missing[i]), count_cell(total.contradicted[i]),
          count_cell(total.unverified[i]), text_cell(set.indicators[i].text.in(view.language()))},
         {}});
  }
  if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
}

/// What is not known of the decision of a school.
std::string decision_question(const SummaryView& view, const SchoolRecord& record) {
  if (!standard_of(view, record)) return {};
  const Decision decision = record.decision.decision;
  if (decision == Decision::undated || decision == Decision::misdated)
    return view.said({"ngày công nhận", "date of the decision"});
  return decision == Decision::no_data ? view.said({"mức công nhận", "level recognised"})
                                       : std::string();
}

bool has_question(const SummaryView& view, const SchoolRecord& record) {
  if (!decision_question(view, record).empty()) return true;
  return std::any_of(record.rows.rows.begin(), record.rows.rows.end(), [](const RowAt& at) {
    return count_bits(at.block->score.missing, at.row) > 0 ||
           count_bits(at.block->score.contradiction, at.row) > 0;
  });
}

void add_questions(const SummaryView& view, Sheet& sheet) {
  RecordList records = records_where(
      view, [&view](const SchoolRecord& record) { return has_question(view, record); });
  if (records.empty()) return;
  Table table;
  table.id = "questions";
  table.title = numbered(view.language(), sheet,
                         {"{0}. Cần hỏi lại từng trường", "{0}. What to ask of which school"});
  add_school_columns(view.places(), table);
  add_column(table, view, {"Số liệu, đánh giá còn thiếu", "Figures and judgements missing"},
             {.fit = Fit::wrap, .width = 36, .id = "missing"});
  add_column(table, view, {"Mâu thuẫn cần xem lại", "Contradictions to look at"},
             {.fit = Fit::wrap, .width = 30, .id = "contradictions"});
  add_column(table, view, {"Công nhận", "Recognition"},
             {.fit = Fit::wrap, .width = 18, .id = "recognition"});
  table.made.count = records.size();
  table.made.make = [&view, records = std::move(records)](size_t index, Row& row) {
    const SchoolRecord& record = *records[index];
    add_school_cells(view.places(), index + 1, record, row);
    row.cells.push_back(text_cell(indicator_list(view, record.rows, &ScoreBlock::missing)));
    row.cells.push_back(text_cell(indicator_list(view, record.rows, &ScoreBlock::contradiction)));
    row.cells.push_back(text_cell(decision_question(view, record)));
  };
  sheet.tables.push_back(std::move(table));
}

/// Places that may be one, written in several ways: they are counted apart.
void add_names(const SummaryView& view, Sheet& sheet) {
  std::set<std::string> places;
  for (const auto& [group, sums] : view.summary.groups) places.insert(group.place);
  const std::vector<std::string> names(places.begin(), places.end());
  Table table;
  table.id = "alike_places";
  table.title = numbered(view.language(), sheet,
                         {"{0}. Tên viết nhiều cách", "{0}. Names written in several ways"});
  add_column(table, view, words::kOrder, {.align = Align::center, .width = 6});
  add_column(table, std::string(), {.width = 11});
  add_column(table, view, kNames, {.fit = Fit::wrap, .width = 28, .id = "names"});
  for (const std::vector<std::string>& alike : alike_names(names))
    table.rows.push_back(
        {{count_cell(table.rows.size() + 1), {}, text_cell(joined(alike, "; "))}, {}});
  if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
}

void add_outside(const SummaryView& view, Sheet& sheet) {
  std::vector<const SchoolRecord*> records;
  for (const SchoolRecord& record : view.records)
    if (record.outside && record.counts) records.push_back(&record);
  if (records.empty()) return;
  Table table;
  table.id = "out_of_scope";
  table.title = numbered(view.language(), sheet, {"{0}. Ngoài phạm vi", "{0}. Out of scope"});
  add_school_columns(view.places(), table);
  add_column(table, view, words::kReason, {.fit = Fit::wrap, .width = 36, .id = "reason"});
  table.made.count = records.size();
  table.made.make = [&view, records = std::move(records)](size_t index, Row& row) {
    const SchoolTable& data = records[index]->outside->table;
    const size_t at = records[index]->outside_row;
    const auto text = [&](IdentityColumn column) {
      return text_cell(std::string(data.text_of(column, at)));
    };
    row.cells = {
        count_cell(index + 1),
        text(IdentityColumn::school_id),
        text(IdentityColumn::school_name),
        text_cell(type_words(data.text_of(IdentityColumn::school_type, at), view.language())),
        text(IdentityColumn::district),
        text_cell(out_of_scope_reason(data, at, view.language()))};
  };
  sheet.tables.push_back(std::move(table));
}

void add_older(const SummaryView& view, Sheet& sheet) {
  RecordList records = older_schools(view);
  if (records.empty()) return;
  Table table =
      school_table(view, "not_in_year",
                   numbered(view.language(), sheet,
                            {"{0}. Không có trong dữ liệu năm nay, không tính vào tỉ lệ nào",
                             "{0}. Not in this year's data, in no share"}));
  add_column(table, view, kLastAssessed,
             {.align = Align::center, .width = 12, .id = "assessed_on"});
  fill_school_table(
      view, std::move(records),
      [](const SchoolRecord& record, Row& row) {
        const RowAt& at = record.rows.first();
        row.cells.push_back({DateCell{at.block->table.assessed_on[at.row]}, {}});
      },
      table);
  sheet.tables.push_back(std::move(table));
}

void add_register(const SummaryView& view, Sheet& sheet) {
  if (!view.not_received.empty())
    sheet.tables.push_back(not_received_table(
        view, numbered(view.language(), sheet,
                       {"{0}. Trong danh sách trường, chưa có dữ liệu của năm",
                        "{0}. In the list of schools, not received this year"})));
  if (Table table = unlisted_table(
          view,
          numbered(view.language(), sheet,
                   {"{0}. Có dữ liệu nhưng không có trong danh sách trường, không tính vào số nào",
                    "{0}. With data, but not in the list of schools, in no figure"}));
      !table.rows.empty())
    sheet.tables.push_back(std::move(table));
}

std::string data_days(const SummaryView& view) {
  const Summary& summary = view.summary;
  if (summary.last == kNoDate) return {};
  if (summary.first == summary.last) return format_day_first(summary.last);
  return format_message(view.language(), words::kFromTo, format_day_first(summary.first),
                        format_day_first(summary.last));
}

Table run_table(const SummaryView& view) {
  const Summary& summary = view.summary;
  return run_table(
      view.language(), view.options.version,
      {{kReportDay, summary.as_of == kNoDate ? "" : format_day_first(summary.as_of)},
       {Message{"Tính từ ngày", "Counted from"}, summary.since == kNoDate
                                                     ? view.said({"mọi ngày", "any day"})
                                                     : format_day_first(summary.since)},
       {words::kDataDate, data_days(view)},
       {words::kRowsHead, format_figure(static_cast<double>(summary.rows), 0, view.language())},
       {words::kSettings, view.options.settings}});
}

}  // namespace

Sheet make_gap_sheet(const SummaryView& view, size_t) {
  Sheet sheet = summary_page(
      view, kTabGaps, 9,
      view.said({"DỮ LIỆU CÒN THIẾU VÀ CẦN XEM LẠI", "DATA THAT ARE MISSING OR TO BE LOOKED AT"}));
  add_counts(view, sheet);
  for (const size_t set : sets_in_use(view)) add_indicators(view, set, sheet);
  add_questions(view, sheet);
  add_names(view, sheet);
  add_older(view, sheet);
  add_register(view, sheet);
  if (!view.left_out.empty()) {
    sheet.tables.push_back(left_out_table(view.left_out, view.language()));
    sheet.tables.back().title =
        std::to_string(sheet.tables.size()) + ". " + sheet.tables.back().title;
  }
  add_outside(view, sheet);
  return sheet;
}

Sheet make_source_sheet(const SummaryView& view, size_t own) {
  Sheet sheet;
  sheet.name = format_message(view.language(), kTabSources, own + 1);
  sheet.title = format_message(view.language(), kNumbered, own + 1, view.said(words::kTitleSource));
  for (Table table : {run_table(view), assumptions_table(view.run, view.language()),
                      sets_table(view.run, sets_scored(view.summary), view.language()),
                      inputs_table(view.options.inputs, view.language()),
                      unsettled_table(view.run, sets_scored(view.summary), view.language()),
                      doubtful_table(view.run, items_of(view, &SetSums::doubtful), view.language()),
                      doubts_table(view.run, items_of(view, &SetSums::in_doubt), view.language())})
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  sheet.footnotes = {view.said(words::kSupports)};
  return sheet;
}

}  // namespace kdcl
