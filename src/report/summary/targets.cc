// Sheet 2 of the summary: goals, what was reached, what comes next, and the way there.
#include "model/targets.h"

#include <algorithm>
#include <map>

#include "base/number.h"
#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/summary/page.h"
#include "report/summary/sums.h"
#include "report/summary/trends.h"

namespace kdcl {
namespace {

using namespace summary_words;

/// One line of a target with its tally.
struct LineAt {
  const Target& target;
  const TargetLine& line;
  const TargetTally& tally;
};

std::vector<LineAt> lines_of(const SummaryView& view) {
  std::vector<LineAt> lines;
  for (size_t i = 0; i < view.targets.size(); ++i)
    for (size_t j = 0; j < view.targets[i].lines.size(); ++j)
      lines.push_back({view.targets[i], view.targets[i].lines[j], view.summary.targets[i][j]});
  return lines;
}

std::string group_words(const SummaryView& view, const LineAt& at) {
  if (at.target.by == IdentityColumn::school_type)
    return type_words(at.line.group, view.language());
  return at.line.group;
}

/// Days stay days: what was written as a year is its last one.
Cell day_cell(const TargetDay& day) { return {DateCell{day.day}, {}}; }

Cell goal_cell(const Target& target, const Goal& goal) {
  return {Number{goal.value, target.counts_schools ? 0 : 1, target.counts_schools ? "" : "%"}, {}};
}

/// The columns that all tables of the sheet stand in.
void add_columns(Table& table, const SummaryView& view, const std::vector<Message>& heads,
                 const std::vector<std::string>& ids) {
  const double widths[] = {46, 18, 14, 12, 11, 11, 12, 14, 15};
  for (size_t i = 0; i < heads.size(); ++i)
    add_column(table, view, heads[i],
               {.align = i < 2    ? Align::left
                         : i == 2 ? Align::center
                                  : Align::right,
                .fit = i < 2 ? Fit::wrap : Fit::keep,
                .width = widths[i],
                .id = ids[i]});
}

Table progress_table(const SummaryView& view, size_t own) {
  Table table;
  table.id = "targets";
  table.title = view.said({"Kết quả so với chỉ tiêu gần nhất", "Results against the nearest goal"});
  add_columns(table, view,
              {kTarget, kGroup, kBy, kGoal, kReached, kAmong, Message{"Tỉ lệ", "Share"},
               Message{"Chênh lệch (điểm)", "Difference (points)"},
               Message{"Vượt (+), còn thiếu (-) trường", "Schools ahead (+) or needed (-)"}},
              {"target", "group", "by", "goal", "reached", "of", "share", "difference", "ahead"});
  for (const LineAt& at : lines_of(view)) {
    const Goal& goal = nearest_goal(at.line, view.summary.as_of);
    const GoalProgress progress =
        progress_to(goal, at.tally, at.target.counts_schools, view.summary.as_of);
    const size_t row = table.rows.size();
    Row cells{{text_cell(at.target.title.in(view.language())), text_cell(group_words(view, at)),
               day_cell(goal.by), goal_cell(at.target, goal), count_cell(at.tally.reached),
               count_cell(at.tally.among()),
               row_share(own, 0, row, 4, 5, at.tally.reached, at.tally.among())},
              {}};
    const Tone tone = progress.ahead >= 0 ? Tone::good : Tone::bad;
    if (at.target.counts_schools || at.tally.among() == 0)
      cells.cells.push_back({});
    else
      cells.cells.push_back({Formula{.pattern = "{0}*100-{1}",
                                     .references = {{own, 0, 6, row}, {own, 0, 3, row}},
                                     .value = progress.difference,
                                     .decimals = 1,
                                     .signed_value = true},
                             {.tone = tone}});
    cells.cells.push_back(
        {Number{.value = static_cast<double>(progress.ahead), .signed_value = true},
         {.tone = tone}});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table next_table(const SummaryView& view) {
  Table table;
  table.id = "next_goals";
  table.title =
      view.said({"Các mốc tiếp theo và nhịp độ cần có", "Next goals and the pace they ask for"});
  add_columns(table, view,
              {kTarget, kGroup, kBy, kGoal, kReached, kAmong, Message{"Còn thiếu", "Needed"},
               Message{"Còn (tháng)", "Months left"}, Message{"Trường mỗi năm", "Schools a year"}},
              {"target", "group", "by", "goal", "reached", "of", "needed", "months_left",
               "schools_a_year"});
  for (const LineAt& at : lines_of(view)) {
    const Goal& nearest = nearest_goal(at.line, view.summary.as_of);
    for (const Goal& goal : at.line.goals) {
      if (goal.by.day <= view.summary.as_of || goal.by.day < nearest.by.day) continue;
      const GoalProgress progress =
          progress_to(goal, at.tally, at.target.counts_schools, view.summary.as_of);
      table.rows.push_back({{text_cell(at.target.title.in(view.language())),
                             text_cell(group_words(view, at)),
                             day_cell(goal.by),
                             goal_cell(at.target, goal),
                             count_cell(at.tally.reached),
                             count_cell(at.tally.among()),
                             count_cell(static_cast<size_t>(std::max<int64_t>(0, -progress.ahead))),
                             count_cell(static_cast<size_t>(progress.months)),
                             {Number{progress.pace, 1, {}}, {}}},
                            {}});
    }
  }
  return table;
}

std::string source_words(const SummaryView& view, const LocalText& source, Certainty checked) {
  std::string words = source.in(view.language());
  if (checked == Certainty::high) return words;
  if (!words.empty()) words += "; ";
  return words + view.said(checked == Certainty::low
                               ? Message{"độ tin cậy: thấp", "certainty: low"}
                               : Message{"độ tin cậy: trung bình", "certainty: medium"});
}

/// A day on the way: a goal, a figure reached, or both.
struct Step {
  Day day = kNoDate;
  const Goal* goal = nullptr;
  const PastFigure* past = nullptr;
  bool is_now = false;
};

/// Goals and figures up to the day of the report; what is to come is in the table of next goals.
/// What was published for that day and agrees with the report is not said twice.
std::vector<Step> steps_of(const SummaryView& view, const LineAt& at) {
  std::vector<Step> steps;
  for (const PastFigure& past : at.line.history) steps.push_back({past.on.day, nullptr, &past});
  const auto is_this = [&](const Step& step) {
    return step.day == view.summary.as_of && step.past->reached && step.past->of &&
           static_cast<uint64_t>(*step.past->reached) == at.tally.reached &&
           static_cast<uint64_t>(*step.past->of) == at.tally.among();
  };
  if (const auto same = std::find_if(steps.begin(), steps.end(), is_this); same != steps.end())
    same->is_now = true;
  else if (view.summary.as_of != kNoDate)
    steps.push_back({view.summary.as_of, nullptr, nullptr, true});
  for (const Goal& goal : at.line.goals) {
    const auto same = std::find_if(steps.begin(), steps.end(), [&goal](const Step& step) {
      return step.day == goal.by.day && !step.goal;
    });
    if (same != steps.end())
      same->goal = &goal;
    else
      steps.push_back({goal.by.day, &goal});
  }
  std::erase_if(steps, [&view](const Step& step) {
    return view.summary.as_of != kNoDate && step.day > view.summary.as_of;
  });
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Step& a, const Step& b) { return a.day < b.day; });
  return steps;
}

Row step_row(const SummaryView& view, const LineAt& at, const Step& step) {
  std::vector<std::string> sources;
  double share = kUnknown, reached = kUnknown, of = kUnknown, goal = kUnknown;
  if (step.past) {
    sources.push_back(source_words(view, step.past->source, step.past->checked));
    share = share_of(*step.past);
    if (step.past->reached) reached = *step.past->reached;
    if (step.past->of) of = *step.past->of;
  }
  if (step.is_now) {
    sources.push_back(view.said({"báo cáo này", "this report"}));
    reached = static_cast<double>(at.tally.reached);
    of = static_cast<double>(at.tally.among());
    share = of > 0 ? 100 * reached / of : kUnknown;
  }
  if (step.goal) {
    sources.push_back(source_words(view, step.goal->source, step.goal->checked));
    goal = step.goal->value;
  }
  std::erase(sources, "");
  const bool in_schools = at.target.counts_schools;
  return {{text_cell(joined(sources, "; ")),
           text_cell(group_words(view, at)),
           {DateCell{step.day}, {}},
           {Number{goal, in_schools ? 0 : 1, {}}, {}},
           {Number{reached, 0, {}}, {}},
           {Number{of, 0, {}}, {}},
           {Number{share, 1, {}}, {}}},
          {}};
}

Table history_table(const SummaryView& view, const LineAt& at, size_t number) {
  Table table;
  table.id = "history_" + std::to_string(number);
  table.title = view.said({"Diễn biến", "History"}) + ": " + at.target.title.in(view.language());
  if (!at.line.group.empty()) table.title += " (" + group_words(view, at) + ")";
  add_columns(table, view,
              {Message{"Nguồn", "Source"}, kGroup, kDay,
               at.target.counts_schools ? kGoal : Message{"Chỉ tiêu (%)", "Goal (%)"}, kReached,
               kAmong, kSharePercent},
              {"source", "group", "on", "goal", "reached", "of", "percent"});
  for (const Step& step : steps_of(view, at)) table.rows.push_back(step_row(view, at, step));
  return table;
}

Table type_table(const SummaryView& view, size_t own, size_t place) {
  std::map<std::string, SchoolSums> types;
  std::vector<std::string> names;
  for (const auto& [group, sums] : view.summary.groups) types[group.type] += sums;
  for (const auto& [type, sums] : types) names.push_back(type);
  SumTable table(progress_columns(view), own, place, 1);
  std::vector<size_t> rows;
  for (const std::string& type : types_in_order(names)) {
    rows.push_back(table.rows());
    table.add({text_cell(type_words(type, view.language()))}, types.at(type));
  }
  table.total(view.said(kAll), rows, view.summary.total());
  Table made = table.finish({{view.said(kTypeHead)}},
                            {{.fit = Fit::wrap, .width = 46, .id = "school_type"}});
  made.title = view.said({"Theo loại trường: đã đạt, sắp hết hạn, sắp đạt",
                          "By school type: reached, expiring, near"});
  made.id = "progress_by_type";
  return made;
}

}  // namespace

Sheet make_target_sheet(const SummaryView& view, size_t own) {
  Sheet sheet = summary_page(view, {"2 Chỉ tiêu", "2 Targets"}, 2,
                             view.said({"TIẾN ĐỘ SO VỚI CHỈ TIÊU", "PROGRESS TO TARGETS"}));
  const std::vector<LineAt> lines = lines_of(view);
  if (lines.empty()) {
    sheet.footnotes.insert(sheet.footnotes.begin(),
                           view.said({"Không có tệp chỉ tiêu (--targets).",
                                      "No targets file was given (--targets)."}));
  } else {
    sheet.tables.push_back(progress_table(view, own));
    if (Table next = next_table(view); !next.rows.empty()) sheet.tables.push_back(std::move(next));
  }
  sheet.tables.push_back(type_table(view, own, sheet.tables.size()));
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i == 0)
      sheet.chart =
          Chart{.kind = Chart::Kind::lines,
                .title = lines[0].target.title.in(view.language()),
                .unit = lines[0].target.counts_schools ? view.said({"trường", "schools"}) : "%",
                .table = sheet.tables.size(),
                .labels = 2,
                .series = {
                    {view.said(kGoal), 3},
                    {view.said(kReached), lines[0].target.counts_schools ? size_t{4} : size_t{6}}}};
    sheet.tables.push_back(history_table(view, lines[i], i + 1));
  }
  for (const LineAt& at : lines)
    if (at.tally.open > 0)
      sheet.footnotes.insert(
          sheet.footnotes.begin(),
          format_message(
              view.language(),
              {"{0}: {1} chưa đủ số liệu để tính, vẫn ở trong mẫu số.",
               "{0}: {1} can't be counted for lack of data and stay in the denominator."},
              at.target.title.in(view.language()),
              count_of_schools(at.tally.open, view.language())));
  return sheet;
}

// Sheet 11 of the summary, for data of several years: the way of each school through them.

namespace {

using namespace trend_words;

/// A column of levels: a year, and the number of levels of the sets that it is about.
struct LevelColumn {
  int year = 0;
  int top = 0;
};

std::vector<LevelColumn> level_columns(const SummaryView& view) {
  const std::vector<int> scales = level_scales(view.run, view.summary.trends);
  std::vector<LevelColumn> columns;
  for (const auto& [year, sets] : view.summary.trends.years)
    for (const int top : scales)
      if (std::any_of(sets.begin(), sets.end(), [&view, top](const auto& set) {
            return view.run.sets[set.first].top_level() == top;
          }))
        columns.push_back({year, top});
  return columns;
}

int top_of(const SummaryView& view, const SchoolYear& year) {
  return view.run.sets[year.rows.first().set()].top_level();
}

const SchoolYear* find_year(const SchoolRecord& record, int year) {
  const auto found = std::find_if(record.years.begin(), record.years.end(),
                                  [year](const SchoolYear& one) { return one.year == year; });
  return found == record.years.end() ? nullptr : &*found;
}

Cell level_cell(const SummaryView& view, const SchoolRecord& record, const LevelColumn& column) {
  const SchoolYear* year = find_year(record, column.year);
  if (!year || top_of(view, *year) != column.top) return {};
  return {LevelRange{year->rows.level(), year->rows.level_max()},
          {.tone = tone_of_level(year->rows.level(), column.top)}};
}

/// The level in force, 0 if the school was not recognised, else words.
Cell decision_cell(const SummaryView& view, const SchoolRecord& record, int wanted) {
  const SchoolYear* year = find_year(record, wanted);
  if (!year || !find_family(view.run.sets[year->rows.first().set()], kNationalStandard)) return {};
  const DecisionOf& decision = year->decision;
  // Decided in a later year than the column's.
  const bool is_later = decision.decision == Decision::misdated;
  if (decision.decision == Decision::none || is_later) return count_cell(0);
  if (decision.decision == Decision::valid) return count_cell(static_cast<size_t>(decision.level));
  return text_cell(decision_words(decision, view.language()));
}

/// The levels between the first year that compares with the last one and the last.
Cell change_cell(const SummaryView& view, const SchoolRecord& record) {
  const SchoolYear* first = first_comparable(view.run, record.years);
  if (!first) return {};
  const SchoolRows& last = record.years.back().rows;
  switch (change_of(view.run, first->rows, last)) {
    case LevelChange::other_levels: return {};
    case LevelChange::unclear: return text_cell(lower_first(view.said(summary_words::kUnclear)));
    case LevelChange::same: return count_cell(0);
    case LevelChange::rose:
    case LevelChange::fell: break;
  }
  const int change = last.level() - first->rows.level();
  return {Number{.value = static_cast<double>(change), .signed_value = true},
          {.tone = change > 0 ? Tone::good : Tone::bad}};
}

void add_trajectory_columns(const SummaryView& view, const std::vector<LevelColumn>& levels,
                            Table& table) {
  const bool has_scales = level_scales(view.run, view.summary.trends).size() > 1;
  add_column(table, view, {"Tăng (+), giảm (-) mức", "Levels gained (+) or lost (-)"},
             {.align = Align::center, .fit = Fit::wrap, .width = 11, .id = "level_change"});
  for (HeaderCell& head : table.header[0]) head.rows = 2;
  std::vector<std::string> labels;
  for (const auto& [year, top] : levels) {
    labels.push_back(
        has_scales ? format_message(view.language(), {"{0} ({1} mức)", "{0} (of {1})"}, year, top)
                   : std::to_string(year));
    table.columns.push_back({.align = Align::center,
                             .fit = Fit::wrap,
                             .width = 9,
                             .id = "level_" + std::to_string(year) + "_of_" + std::to_string(top)});
  }
  add_group_label(table, view.said({"Mức theo kết quả chấm", "Level by score"}), labels);
  labels.clear();
  for (const auto& [year, sets] : view.summary.trends.years) {
    labels.push_back(std::to_string(year));
    table.columns.push_back({.align = Align::center,
                             .fit = Fit::wrap,
                             .width = 9,
                             .id = "decided_" + std::to_string(year)});
  }
  add_group_label(table, view.said(summary_words::kStandardByDecision), labels);
}

}  // namespace

Sheet make_trajectory_sheet(const SummaryView& view, size_t) {
  Sheet sheet = summary_page(view, kTabTrajectory, 11,
                             view.said({"DIỄN BIẾN CỦA TỪNG TRƯỜNG", "TRAJECTORY OF EACH SCHOOL"}));
  const std::vector<LevelColumn> levels = level_columns(view);
  std::vector<int> years;
  for (const auto& [year, sets] : view.summary.trends.years) years.push_back(year);
  Table table = school_table(view, "trajectory");
  add_trajectory_columns(view, levels, table);
  RecordList records;  // those that don't count this year have a way, too
  for (const SchoolRecord& record : view.records)
    if (!record.years.empty() && record.is_listed) records.push_back(&record);
  sort_by_place(records);
  fill_school_table(
      view, std::move(records),
      [&view, levels, years](const SchoolRecord& record, Row& row) {
        row.cells.push_back(change_cell(view, record));
        for (const LevelColumn& column : levels)
          row.cells.push_back(level_cell(view, record, column));
        for (const int year : years) row.cells.push_back(decision_cell(view, record, year));
      },
      table);
  sheet.tables = {std::move(table)};
  sheet.subtitles.push_back(view.said(
      {"Tăng, giảm mức: năm cuối so với năm đầu được chấm theo bộ có cùng số mức. Chuẩn quốc gia "
       "theo quyết định: mức độ còn hiệu lực cuối năm, 0 là chưa được công nhận.",
       "Levels gained or lost: the last year against the first one by a set with as many levels. "
       "National standard by decision: the level in force at the end of the year, 0 if not "
       "recognised."}));
  sheet.main_table = 0;
  sheet.frozen_columns = 3;
  add_sums_note(view, sheet);
  return sheet;
}

}  // namespace kdcl
