// The summary as one page of text: make_summary_text of report/summary/summary.h. The answer first,
// then targets, then where and why.
#include <algorithm>
#include <map>
#include <numeric>

#include "base/number.h"
#include "model/targets.h"
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/summary/page.h"
#include "report/summary/summary.h"
#include "report/summary/sums.h"
#include "report/summary/trends.h"

namespace kdcl {
namespace {

using namespace summary_words;

constexpr size_t kMostWeak = 10;   // indicators on the page
constexpr size_t kMostStrong = 5;  // criteria on the page
constexpr size_t kMostOlder = 10;  // schools that don't count on the page

void add_head(const SummaryView& view, Table& table, const Message& head, Column column) {
  add_column(table, view, head, std::move(column));
}

/// A share, or that no row of the data says what it is of.
Cell known_share(const SummaryView& view, Fact fact, uint64_t part, uint64_t whole) {
  return view.summary.carries(fact)
             ? share_cell(part, whole)
             : text_cell(view.said({"không có dữ liệu", "no data"}), {.tone = Tone::quiet});
}

Table answer_table(const SummaryView& view) {
  Table table;
  table.columns = {{.fit = Fit::wrap}, {.align = Align::right}, {.fit = Fit::wrap}};
  const SchoolSums total = view.summary.total();
  const uint64_t whole = total.at(SchoolCount::national);
  const uint64_t base = total.at(SchoolCount::decision_base);
  const Language language = view.language();
  if (base > 0) {
    std::vector<std::string> remarks;
    const auto remark = [&](const Message& message, SchoolCount count) {
      if (total.at(count) > 0)
        remarks.push_back(format_message(
            language, message, format_figure(static_cast<double>(total.at(count)), 0, language)));
    };
    for (const int level : {1, 2})
      remarks.push_back(format_message(
          language, words::kRecognizedAs, level,
          format_figure(static_cast<double>(
                            total.at(level == 1 ? SchoolCount::decided_1 : SchoolCount::decided_2)),
                        0, language)));
    remark(words::kExpired, SchoolCount::expired);
    remark(words::kUndated, SchoolCount::undated);
    remark(words::kMisdated, SchoolCount::misdated);
    remark(words::kNoDecisionData, SchoolCount::no_decision_data);
    table.rows.push_back(
        {{text_cell(view.said(kStandardByDecision), {.bold = true}),
          known_share(view, Fact::recognition, total.decided(), base),
          text_cell(view.summary.carries(Fact::recognition) ? joined(remarks, ", ") : "")},
         {}});
    std::string higher;
    if (const uint64_t may = total.at(SchoolCount::may_be_higher); may > 0)
      higher = format_message(language, words::kMayBeHigher, count_of_schools(may, language));
    table.rows.push_back({{text_cell(view.said(kStandardByScore), {.bold = true}),
                           share_cell(standard_by_score(view, total), whole), text_cell(higher)},
                          {}});
  }
  const uint64_t schools = total.at(SchoolCount::schools);
  table.rows.push_back({{text_cell(view.said(kSelfAssessed)),
                         share_cell(total.at(SchoolCount::self_assessed), schools)},
                        {}});
  table.rows.push_back({{text_cell(view.said(kExternallyAssessed)),
                         known_share(view, Fact::external_assessment,
                                     total.at(SchoolCount::externally_assessed), schools)},
                        {}});
  table.rows.push_back({{text_cell(view.said(kAccreditationByDecision)),
                         known_share(view, Fact::certificate, certified(total), schools),
                         text_cell(certificate_remarks(view))},
                        {}});
  return table;
}

std::string ahead_words(const SummaryView& view, int64_t ahead) {
  if (ahead == 0) return view.said({"vừa đủ", "just reached"});
  const std::string schools =
      count_of_schools(static_cast<size_t>(ahead < 0 ? -ahead : ahead), view.language());
  return format_message(
      view.language(),
      ahead > 0 ? Message{"vượt {0}", "{0} ahead"} : Message{"còn thiếu {0}", "{0} needed"},
      schools);
}

std::string pace_words(const SummaryView& view, const GoalProgress& progress) {
  if (std::isnan(progress.pace)) return {};
  return format_message(view.language(), {"cần {0} trường mỗi năm", "{0} schools a year needed"},
                        format_figure(progress.pace, 1, view.language()));
}

Row target_row(const SummaryView& view, const Target& target, const TargetLine& line,
               const TargetTally& tally, const Goal& goal, bool is_first) {
  const GoalProgress progress = progress_to(goal, tally, target.counts_schools, view.summary.as_of);
  std::string name = target.title.in(view.language());
  if (!line.group.empty())
    name +=
        ": " + (target.by == IdentityColumn::school_type ? type_words(line.group, view.language())
                                                         : line.group);
  const Style tone{.tone = progress.ahead >= 0 ? Tone::good : Tone::bad};
  std::string standing = ahead_words(view, progress.ahead);
  if (const std::string pace = pace_words(view, progress); !pace.empty()) standing += ", " + pace;
  return {
      {text_cell(is_first ? name : ""),
       {DateCell{goal.by.day}, {}},
       {Number{goal.value, target.counts_schools ? 0 : 1, target.counts_schools ? "" : "%"}, {}},
       is_first ? share_cell(tally.reached, tally.among()) : Cell{},
       {Number{.value = progress.difference, .decimals = 1, .signed_value = true}, tone},
       text_cell(standing)},
      {}};
}

/// A line a goal: the nearest one, then those that follow.
Table target_table(const SummaryView& view) {
  Table table;
  add_head(view, table, kTarget, {.fit = Fit::wrap});
  add_head(view, table, kBy, {});
  add_head(view, table, kGoal, {.align = Align::right});
  add_head(view, table, kReached, {.align = Align::right});
  add_head(view, table, {"Điểm", "Points"}, {.align = Align::right});
  add_head(view, table, {"So với chỉ tiêu", "Against the goal"}, {.fit = Fit::wrap});
  for (size_t i = 0; i < view.targets.size(); ++i) {
    const Target& target = view.targets[i];
    for (size_t j = 0; j < target.lines.size(); ++j) {
      const Goal& nearest = nearest_goal(target.lines[j], view.summary.as_of);
      bool is_first = true;
      for (const Goal& goal : target.lines[j].goals) {
        if (goal.by.day < nearest.by.day) continue;
        table.rows.push_back(
            target_row(view, target, target.lines[j], view.summary.targets[i][j], goal, is_first));
        is_first = false;
      }
    }
  }
  return table;
}

Row group_row(const SummaryView& view, const std::string& name, const SchoolSums& sums) {
  const uint64_t whole = sums.at(SchoolCount::national);
  const bool is_known = view.summary.carries(Fact::recognition);
  const uint64_t base = sums.at(SchoolCount::decision_base);
  return {{text_cell(name), known_share(view, Fact::recognition, sums.decided(), base),
           is_known ? bar_cell(sums.decided(), base) : Cell{},
           share_cell(standard_by_score(view, sums), whole),
           is_known ? count_cell(sums.at(SchoolCount::expiring)) : Cell{},
           count_cell(near_award(sums))},
          {}};
}

/// Decided, as a bar, by score, who will leave and who is near: a line a group.
Table group_table(const SummaryView& view, std::string title, const std::string& head) {
  Table table;
  table.title = std::move(title);
  add_column(table, head, {.fit = Fit::wrap});
  add_head(view, table, kDecidedShort, {.align = Align::right});
  add_column(table, "", {.fit = Fit::spare});
  add_head(view, table, kScoredShort, {.align = Align::right});
  add_head(view, table, kExpiringShort, {.align = Align::right});
  add_head(view, table, {"Sắp đạt", "Near"}, {.align = Align::right});
  return table;
}

Table type_table(const SummaryView& view) {
  Table table = group_table(view, view.said(kTextTypes), view.said(words::kType));
  std::map<std::string, SchoolSums> types;
  std::vector<std::string> names;
  for (const auto& [group, sums] : view.summary.groups) types[group.type] += sums;
  for (const auto& [type, sums] : types) names.push_back(type);
  for (const std::string& type : types_in_order(names))
    table.rows.push_back(group_row(view, type_words(type, view.language()), types.at(type)));
  return table;
}

Table place_table(const SummaryView& view) {
  Table table = group_table(
      view, format_message(view.language(), kTextPlaces, lower_first(place_title(view.places()))),
      place_title(view.places()));
  std::map<std::string, SchoolSums> places;
  for (const auto& [group, sums] : view.summary.groups) places[group.place] += sums;
  std::vector<std::string> names;
  for (const auto& [place, sums] : places) names.push_back(place);
  for (const std::string& place : places_in_order(std::move(names)))
    table.rows.push_back(
        group_row(view, place.empty() ? place_words(view.places(), "") : place, places.at(place)));
  return table;
}

/// An indicator or criterion of a set with its counts, to be put in one order with those of others.
struct Item {
  size_t set = 0;
  size_t index = 0;
  uint64_t part = 0;
  uint64_t whole = 0;
  uint64_t only = 0;
};

/// The largest shares first; of equal ones those of more schools.
void keep_first(std::vector<Item>& items, size_t most) {
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return a.part > b.part; });
  if (items.size() > most) items.resize(most);
}

Table item_table(const SummaryView& view, const Message& title, const Message& head) {
  Table table;
  table.title = view.said(title);
  add_head(view, table, head, {});
  if (sets_in_use(view).size() > 1) add_head(view, table, words::kDocument, {});
  add_head(view, table, kText, {.fit = Fit::shorten});
  add_head(view, table, words::kCount, {.align = Align::right});
  add_column(table, "", {.fit = Fit::spare});
  return table;
}

Row item_row(const SummaryView& view, const CriteriaSet& set, const std::string& name,
             const LocalText& title, const Item& item) {
  Row row{{text_cell(name)}, {}};
  if (sets_in_use(view).size() > 1) row.cells.push_back(text_cell(set.document));
  row.cells.push_back(text_cell(title.in(view.language())));
  row.cells.push_back(share_cell(item.part, item.whole));
  row.cells.push_back(bar_cell(item.part, item.whole));
  return row;
}

Table weak_table(const SummaryView& view) {
  std::vector<Item> items;
  for (const size_t set : sets_in_use(view)) {
    const SetSums total = set_total(view, set);
    for (size_t i = 0; i < total.kept.size(); ++i)
      if (total.kept[i] > 0) items.push_back({set, i, total.kept[i], total.rows, total.only[i]});
  }
  keep_first(items, kMostWeak);
  Table table = item_table(
      view, {"Vướng nhiều nhất để lên mức tiếp theo", "Most often in the way of the next level"},
      kIndicator);
  add_head(view, table, kOnly, {.align = Align::right});
  for (const Item& item : items) {
    const CriteriaSet& set = view.run.sets[item.set];
    const Indicator& indicator = set.indicators[item.index];
    table.rows.push_back(
        item_row(view, set, indicator.name, set.criteria[indicator.criterion].title, item));
    table.rows.back().cells.push_back(count_cell(item.only));
  }
  return table;
}

Table strong_table(const SummaryView& view) {
  std::vector<Item> items;
  for (const size_t index : sets_in_use(view)) {
    const CriteriaSet& set = view.run.sets[index];
    const SetSums total = set_total(view, index);
    const size_t stride = set.levels.size() + 1;
    for (size_t i = 0; i < set.criteria.size(); ++i) {
      const Criterion& criterion = set.criteria[i];
      const int highest =
          set.indicators[criterion.first_indicator + criterion.indicator_count - 1].level;
      const auto first = total.reached.begin() + static_cast<ptrdiff_t>(i * stride);
      items.push_back(
          {index, i, first[highest],
           std::accumulate(first, first + static_cast<ptrdiff_t>(stride), uint64_t{0})});
    }
  }
  std::erase_if(items, [](const Item& item) { return item.part == 0; });
  keep_first(items, kMostStrong);
  Table table = item_table(view,
                           {"Điểm mạnh: tiêu chí nhiều trường đạt mức cao nhất",
                            "Strengths: criteria most schools bring to their highest level"},
                           kCriterion);
  for (const Item& item : items) {
    const CriteriaSet& set = view.run.sets[item.set];
    const Criterion& criterion = set.criteria[item.index];
    table.rows.push_back(item_row(view, set, criterion.id, criterion.title, item));
  }
  return table;
}

Table near_table(const SummaryView& view) {
  Table table;
  table.title = view.said({"Sắp đạt danh hiệu kế tiếp", "Near the next award"});
  table.columns = {{}, {.align = Align::right}, {.fit = Fit::spare}};
  const SchoolSums total = view.summary.total();
  const uint64_t whole = total.at(SchoolCount::schools);
  for (const int away : {1, 2, 3}) {
    const uint64_t schools =
        total.at(static_cast<SchoolCount>(static_cast<int>(SchoolCount::near_1) + away - 1));
    table.rows.push_back(
        {{text_cell(away == 1 ? view.said({"còn 1 chỉ báo", "1 indicator away"})
                              : format_message(view.language(),
                                               {"còn {0} chỉ báo", "{0} indicators away"}, away)),
          share_cell(schools, whole), bar_cell(schools, whole)},
         {}});
  }
  return table;
}

Table expiry_table(const SummaryView& view) {
  Table table;
  table.title =
      view.said({"Công nhận theo năm hết hạn", "Recognitions by the year in which they end"});
  add_head(view, table, kYear, {});
  add_head(view, table, kDegree1, {.align = Align::right});
  add_head(view, table, kDegree2, {.align = Align::right});
  add_head(view, table, kAll, {.align = Align::right});
  add_column(table, "", {.fit = Fit::spare});
  const uint64_t decided = view.summary.total().decided();
  for (const auto& [year, levels] : view.summary.expiries)
    table.rows.push_back(
        {{text_cell(std::to_string(year)), count_cell(levels[0]), count_cell(levels[1]),
          count_cell(levels[0] + levels[1]), bar_cell(levels[0] + levels[1], decided)},
         {}});
  return table;
}

Table gap_table(const SummaryView& view) {
  Table table;
  table.title = view.said({"Dữ liệu cần bổ sung, xem lại", "Data to add or to look at"});
  table.columns = {{.fit = Fit::wrap}, {.align = Align::right}};
  const SchoolSums total = view.summary.total();
  const auto add = [&](const Message& what, SchoolCount count) {
    if (total.at(count) > 0)
      table.rows.push_back({{text_cell(view.said(what)),
                             text_cell(count_of_schools(total.at(count), view.language()))},
                            {}});
  };
  add(words::kMissingData, SchoolCount::with_missing);
  add(words::kContradictions, SchoolCount::with_contradictions);
  add(words::kUnverified, SchoolCount::with_unverified);
  add(kUndatedCount, SchoolCount::undated);
  add(kMisdatedCount, SchoolCount::misdated);
  add(kNoDecisionCount, SchoolCount::no_decision_data);
  add(kExpiringHead, SchoolCount::expiring);
  add({"Kết quả chấm không còn đạt mức được công nhận",
       "Score no longer reaches the level recognised"},
      SchoolCount::not_carried);
  add(kInDoubtHead, SchoolCount::carried_in_doubt);
  return table;
}

/// The first lines of a list, as the page has room for.
Table first_lines(const SummaryView& view, Table table) {
  if (table.rows.size() <= kMostOlder) return table;
  const size_t more = table.rows.size() - kMostOlder;
  table.rows.resize(kMostOlder);
  table.rows.back().note = format_message(view.language(), kMoreSchools, more, view.said(kTabGaps));
  return table;
}

/// The first of them; the workbook has all.
Table older_table(const SummaryView& view) {
  Table table;
  table.title = view.said({"Không có trong dữ liệu năm nay, không tính vào tỉ lệ nào",
                           "Not in this year's data, in no share"});
  add_head(view, table, words::kCode, {});
  add_head(view, table, words::kSchool, {.fit = Fit::shorten});
  add_column(table, place_title(view.places()), {.fit = Fit::spare});
  add_head(view, table, kLastAssessed, {});
  const RecordList records = older_schools(view);
  for (const SchoolRecord* record : records) {
    if (table.rows.size() == kMostOlder) break;
    const RowAt& at = record->rows.first();
    table.rows.push_back({{text_cell(std::string(at.text(IdentityColumn::school_id))),
                           text_cell(std::string(record->rows.text(IdentityColumn::school_name))),
                           text_cell(place_words(view.places(), record->place)),
                           {DateCell{at.block->table.assessed_on[at.row]}, {}}},
                          {}});
  }
  if (records.size() > kMostOlder)
    table.rows.back().note = format_message(view.language(), kMoreSchools,
                                            records.size() - kMostOlder, view.said(kTabGaps));
  return table;
}

}  // namespace

Report make_summary_text(const SummaryView& view) {
  Report report = empty_summary_report(view);
  Sheet sheet;
  sheet.title = summary_line(view);
  sheet.tables = {answer_table(view), target_table(view)};
  for (Table& table : trend_text_tables(view)) sheet.tables.push_back(std::move(table));
  for (Table table :
       {type_table(view), place_table(view), weak_table(view), strong_table(view), near_table(view),
        expiry_table(view), gap_table(view), older_table(view),
        left_out_table(view.left_out, view.language()),
        first_lines(view, not_received_table(
                              view, view.said({"Trong danh sách trường, chưa có dữ liệu của năm",
                                               "In the list of schools, not received this year"}))),
        first_lines(
            view,
            unlisted_table(
                view,
                view.said(
                    {"Có dữ liệu nhưng không có trong danh sách trường, không tính vào số nào",
                     "With data, but not in the list of schools, in no figure"})))})
    sheet.tables.push_back(std::move(table));
  std::erase_if(sheet.tables, [](const Table& table) { return table.rows.empty(); });
  sheet.footnotes = unsettled_lines(view.run, sets_scored(view.summary), view.language());
  for (std::string& line :
       doubt_lines(view.run, items_of(view, &SetSums::in_doubt), view.language()))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.push_back(view.said(words::kSupports));
  report.sheets = {std::move(sheet)};
  state_assumptions(view.run, report);
  return report;
}

}  // namespace kdcl
