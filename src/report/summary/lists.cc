// Sheets 6 to 8 of the summary: schools near their next award, recognitions that end, all schools.
#include <algorithm>
#include <set>

#include "base/number.h"
#include "model/alike_names.h"
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/score/score.h"
#include "report/summary/page.h"

namespace kdcl {
namespace {

using namespace summary_words;

constexpr size_t kNear = 3;

const CriteriaSet& set_of(const SummaryView& view, const SchoolRecord& record) {
  return view.run.sets[record.rows.first().set()];
}

/// Nothing where the set has no national standard.
Cell standard_cell(const SummaryView& view, const SchoolRecord& record) {
  const AwardFamily* family = standard_of(view, record);
  if (!family) return {};
  return {Number{static_cast<double>(award_number(*family, record.rows.level())), 0, {}}, {}};
}

/// The indicators of a mask by name, of one row of a school.
std::string names_in(const CriteriaSet& set, const BitMask& mask) {
  std::string names;
  for (size_t i = 0; i < set.indicators.size(); ++i)
    if ((mask[i / 64] >> (i % 64) & 1) != 0)
      names += (names.empty() ? "" : ", ") + set.indicators[i].name;
  return names;
}

/// What endangers the renewal: the indicators, not met or unknown, that keep the school from the
/// level it was recognised at; nothing where it holds that level.
std::string in_danger(const SummaryView& view, const SchoolRecord& record,
                      BitMask LevelGaps::*kind) {
  const int asked = asked_level(*standard_of(view, record), record.decision.level);
  std::vector<std::string> parts;
  for (const RowAt& at : record.rows.rows) {
    if (at.block->score.level[at.row] >= asked) continue;
    const std::string names = names_in(view.run.sets[at.set()], view.gaps(at, asked).*kind);
    if (names.empty()) continue;
    const std::string_view stage = at.text(IdentityColumn::stage);
    const bool several = record.rows.rows.size() > 1 && !stage.empty();
    parts.push_back(several ? stage_title(stage, view.language()) + ": " + names : names);
  }
  return joined(parts, "; ");
}

void add_decision(const SummaryView& view, const SchoolRecord& record, Row& row) {
  constexpr size_t kDecisionColumns = 5;
  if (standard_of(view, record))
    add_decision_cells(record, view.summary.as_of, view.language(), row);
  else
    row.cells.resize(row.cells.size() + kDecisionColumns);
}

/// Titles of the awards that the next level brings.
std::string next_awards(const SummaryView& view, const SchoolRecord& record) {
  const int level = record.rows.level();
  std::vector<std::string> titles;
  const auto& families = set_of(view, record).award_families;
  for (auto family = families.rbegin(); family != families.rend(); ++family) {
    const int number = award_number(*family, level + 1);
    if (number <= award_number(*family, level)) continue;
    titles.push_back(award_title(*family, number, view.language()));
  }
  return joined(titles, "; ");
}

Cell level_cell(const SummaryView& view, const SchoolRecord& record, int level) {
  return {LevelRange{level, level},
          {.tone = tone_of_level(level, set_of(view, record).top_level())}};
}

/// The indicators that a list names, with their texts: a table a set.
std::vector<Table> legends_of(const SummaryView& view, const RecordList& records) {
  NamedIndicators named;
  for (const SchoolRecord* record : records)
    for (const RowAt& at : record->rows.rows)
      for (size_t i = 0; i < view.run.sets[at.set()].indicators.size(); ++i)
        if (at.block->score.blocking.test(at.row, i) || at.block->score.missing.test(at.row, i))
          named[at.set()].insert(i);
  return legend_tables(view.run, named, view.language());
}

void add_years(const SummaryView& view, size_t own, Sheet& sheet) {
  Table table;
  table.id = "expiry_by_year";
  table.title = numbered(
      view.language(), sheet,
      {"{0}. Số công nhận theo năm hết hạn", "{0}. Recognitions by the year in which they end"});
  add_column(table, view, kYear, {.align = Align::center, .width = 6, .id = "year"});
  add_column(table, view, kDegree1, {.align = Align::right, .width = 11, .id = "level_1"});
  add_column(table, view, kDegree2, {.align = Align::right, .width = 28, .id = "level_2"});
  add_column(table, view, kAll, {.align = Align::right, .width = 13, .id = "recognitions"});
  const size_t place = sheet.tables.size();
  std::array<uint64_t, 2> sums{};
  for (const auto& [year, levels] : view.summary.expiries) {
    const size_t row = table.rows.size();
    table.rows.push_back({{text_cell(std::to_string(year)),
                           count_cell(levels[0]),
                           count_cell(levels[1]),
                           {Formula{.pattern = "{0}+{1}",
                                    .references = {{own, place, 1, row}, {own, place, 2, row}},
                                    .value = static_cast<double>(levels[0] + levels[1])},
                            {}}},
                          {}});
    for (size_t i = 0; i < sums.size(); ++i) sums[i] += levels[i];
  }
  if (!table.rows.empty()) {
    Row total{{text_cell(view.said(kAll))}, {}};
    const uint64_t totals[] = {sums[0], sums[1], sums[0] + sums[1]};
    for (size_t column = 1; column <= 3; ++column)
      total.cells.push_back({Formula{.pattern = "SUM({0})",
                                     .references = {{own, place, column, {}}},
                                     .value = static_cast<double>(totals[column - 1])},
                             {}});
    table.totals = {std::move(total)};
  }
  sheet.tables.push_back(std::move(table));
}

void add_expiry_list(const SummaryView& view, const std::string& id, const Message& title,
                     RecordList records, Sheet& sheet) {
  std::stable_sort(records.begin(), records.end(),
                   [](const SchoolRecord* a, const SchoolRecord* b) {
                     return a->decision.until < b->decision.until;
                   });
  Table table = school_table(view, id, numbered(view.language(), sheet, title));
  add_decision_columns(view.language(), table);
  add_column(table, view, kScoreDegree,
             {.align = Align::center, .fit = Fit::wrap, .width = 10, .id = "standard_by_score"});
  add_column(table, view, {"Chưa đạt để công nhận lại", "Not met for the renewal"},
             {.fit = Fit::wrap, .width = 20, .id = "not_met"});
  add_column(table, view, {"Chưa rõ, cần để công nhận lại", "Unknown, needed for the renewal"},
             {.fit = Fit::wrap, .width = 20, .id = "unknown"});
  fill_school_table(
      view, std::move(records),
      [&view](const SchoolRecord& record, Row& row) {
        add_decision(view, record, row);
        row.cells.push_back(standard_cell(view, record));
        row.cells.push_back(text_cell(in_danger(view, record, &LevelGaps::not_met)));
        row.cells.push_back(text_cell(in_danger(view, record, &LevelGaps::unknown)));
      },
      table);
  sheet.tables.push_back(std::move(table));
}

}  // namespace

Sheet make_near_sheet(const SummaryView& view, size_t) {
  Sheet sheet = summary_page(
      view, {"6 Sắp đạt", "6 Near"}, 6,
      view.said({"TRƯỜNG SẮP ĐẠT DANH HIỆU KẾ TIẾP", "SCHOOLS NEAR THEIR NEXT AWARD"}));
  RecordList records = records_where(view, [](const SchoolRecord& record) {
    return record.distance > 0 && record.distance <= kNear;
  });
  std::stable_sort(
      records.begin(), records.end(),
      [](const SchoolRecord* a, const SchoolRecord* b) { return a->distance < b->distance; });
  Table table = school_table(view, "near");
  add_column(table, view, words::kLevelHead, {.align = Align::center, .width = 7, .id = "level"});
  add_column(table, view, {"Danh hiệu kế tiếp", "Next award"},
             {.fit = Fit::wrap, .width = 29, .id = "next_award"});
  add_column(table, view, {"Còn cách (chỉ báo)", "Indicators away"},
             {.align = Align::center, .fit = Fit::wrap, .width = 10, .id = "away"});
  add_column(table, view, kNotMet, {.fit = Fit::wrap, .width = 20, .id = "blocking"});
  add_column(table, view, kMissing, {.fit = Fit::wrap, .width = 20, .id = "missing"});
  add_column(table, view, kByDecision,
             {.align = Align::center, .fit = Fit::wrap, .width = 11, .id = "decided_level"});
  sheet.subtitles.push_back(view.said(
      {"Trường còn cách danh hiệu kế tiếp từ một đến ba chỉ báo chưa đạt hoặc chưa rõ.",
       "Schools with one to three indicators, not met or unknown, before their next award."}));
  std::vector<Table> legends = legends_of(view, records);
  fill_school_table(
      view, std::move(records),
      [&view](const SchoolRecord& record, Row& row) {
        row.cells.push_back(level_cell(view, record, record.rows.level()));
        row.cells.push_back(text_cell(next_awards(view, record)));
        row.cells.push_back(count_cell(record.distance));
        row.cells.push_back(text_cell(indicator_list(view, record.rows, &ScoreBlock::blocking)));
        row.cells.push_back(text_cell(indicator_list(view, record.rows, &ScoreBlock::missing)));
        row.cells.push_back(text_cell(standard_of(view, record)
                                          ? decision_words(record.decision, view.language())
                                          : std::string()));
      },
      table);
  sheet.tables.push_back(std::move(table));
  for (Table& legend : legends) sheet.tables.push_back(std::move(legend));
  sheet.main_table = 0;
  sheet.frozen_columns = 3;
  add_sums_note(view, sheet);
  return sheet;
}

Sheet make_expiry_sheet(const SummaryView& view, size_t own) {
  Sheet sheet = summary_page(view, kTabExpiry, 7, view.said(kTitleExpiry));
  add_years(view, own, sheet);
  const Day in_a_year = view.summary.as_of == kNoDate ? kNoDate : add_years(view.summary.as_of, 1);
  const auto is_valid = [&view](const SchoolRecord& record) {
    return standard_of(view, record) && record.decision.decision == Decision::valid;
  };
  add_expiry_list(view, "expiring",
                  {"{0}. Hết hạn trong 12 tháng tới", "{0}. Ending within 12 months"},
                  records_where(view,
                                [&](const SchoolRecord& record) {
                                  return is_valid(record) && record.decision.until <= in_a_year;
                                }),
                  sheet);
  add_expiry_list(view, "not_carried",
                  {"{0}. Còn hiệu lực nhưng kết quả chấm không còn đạt mức được công nhận",
                   "{0}. In force, but of a level that the score no longer reaches"},
                  records_where(view,
                                [&](const SchoolRecord& record) {
                                  return is_valid(record) &&
                                         record.standing == Standing::falls_short;
                                }),
                  sheet);
  add_expiry_list(view, "carried_in_doubt",
                  {"{0}. Còn hiệu lực, chưa rõ còn đạt mức được công nhận: tùy số liệu còn thiếu",
                   "{0}. In force, in doubt whether still at that level: missing data decide"},
                  records_where(view,
                                [&](const SchoolRecord& record) {
                                  return is_valid(record) && record.standing == Standing::doubtful;
                                }),
                  sheet);
  add_expiry_list(view, "expired", kExpiredList,
                  records_where(view,
                                [&view](const SchoolRecord& record) {
                                  return standard_of(view, record) &&
                                         record.decision.decision == Decision::expired;
                                }),
                  sheet);
  add_sums_note(view, sheet);
  return sheet;
}

Sheet make_list_sheet(const SummaryView& view, size_t) {
  Sheet sheet = summary_page(view, kTabList, 8, view.said(kTitleList));
  Table table = school_table(view, "schools");
  add_column(table, view, kOwnershipHead, {.fit = Fit::wrap, .width = 10, .id = "ownership"});
  add_column(table, view, words::kLevelHead, {.align = Align::center, .width = 7, .id = "level"});
  add_column(table, view, words::kLevelMaxHead,
             {.align = Align::center, .fit = Fit::wrap, .width = 8, .id = "level_max"});
  add_column(table, view, kScoreDegree,
             {.align = Align::center, .fit = Fit::wrap, .width = 9, .id = "standard_by_score"});
  add_decision_columns(view.language(), table);
  add_column(table, view, kInTheWay, {.fit = Fit::wrap, .width = 27, .id = "blocking"});
  add_column(table, view, kMissing, {.fit = Fit::wrap, .width = 16, .id = "missing"});
  add_column(table, view, {"Kế hoạch năm công nhận", "Year planned"},
             {.fit = Fit::wrap, .width = 9});
  fill_school_table(
      view, records_where(view, [](const SchoolRecord&) { return true; }),
      [&view](const SchoolRecord& record, Row& row) {
        const std::string_view owner = record.rows.text(IdentityColumn::ownership);
        row.cells.push_back(
            text_cell(owner.empty() ? "" : ownership_words(view, ownership_of(owner))));
        row.cells.push_back(level_cell(view, record, record.rows.level()));
        row.cells.push_back(level_cell(view, record, record.rows.level_max()));
        row.cells.push_back(standard_cell(view, record));
        add_decision(view, record, row);
        row.cells.push_back(text_cell(indicator_list(view, record.rows, &ScoreBlock::blocking)));
        row.cells.push_back(text_cell(indicator_list(view, record.rows, &ScoreBlock::missing)));
      },
      table);
  sheet.tables = {std::move(table)};
  sheet.main_table = 0;
  sheet.frozen_columns = 3;
  add_sums_note(view, sheet);
  return sheet;
}

// Sheets 9 and 10 of the summary: what data are missing or to be looked at, and where everything
// comes from.

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
