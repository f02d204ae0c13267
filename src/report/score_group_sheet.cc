#include "report/score_group_sheet.h"

#include "report/line_counts.h"
#include "report/paper.h"
#include "report/phrases.h"
#include "report/words.h"

namespace kdcl {
namespace {

/// What the tables of the sheet are made from; one table for sets with the same number of levels.
struct Maker {
  const ScoreView& view;
  const ListColumns& columns;
  size_t own;
  size_t list;
  size_t table;
  const LevelCounts& levels;

  [[nodiscard]] Language language() const { return view.language(); }
  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(language()));
  }
  /// The column of the schools that a share is out of: all of them, or one of its own where some
  /// can't be at national standard.
  [[nodiscard]] bool has_own_whole() const { return view.shares.national() < view.shares.schools; }
  [[nodiscard]] size_t whole_column() const {
    return has_own_whole() ? static_cast<size_t>(levels.top) + 3 : 1;
  }
  [[nodiscard]] Reference cell(size_t column, size_t row) const {
    return {own, table, column, row};
  }
};

struct Counted {
  size_t schools = 0;
  std::vector<size_t> at;
  size_t national = 0;
  size_t decided = 0;
  size_t by_score = 0;
};

Counted count_group(const ScoreView& view, const std::vector<SchoolRows>& schools) {
  const ScoreCounts counts = count_scores(view.run, schools);
  Counted counted{counts.schools, counts.levels.front().at, counts.national(),
                  counts.decisions[static_cast<size_t>(Decision::valid)], 0};
  for (const AwardCounts& awards : counts.awards)
    if (awards.family == kNationalStandard) counted.by_score = awards.reached;
  return counted;
}

std::optional<size_t> national_column(const Maker& maker) {
  for (const auto& [family, column] : maker.columns.families)
    if (family == kNationalStandard) return column;
  return {};
}

Row group_row(const Maker& maker, const std::string& title, const std::vector<LineTest>& tests,
              const Counted& counted, size_t row) {
  Row cells{{text_cell(title), count_lines(maker.list, tests, counted.schools)}, {}};
  for (int level = 0; level <= maker.levels.top; ++level)
    cells.cells.push_back(count_lines(maker.list, with(tests, level_is(maker.columns, level)),
                                      counted.at[static_cast<size_t>(level)]));
  if (maker.has_own_whole()) cells.cells.push_back(count_cell(counted.national));
  const auto add = [&](LineTest test, size_t count) {
    const size_t column = cells.cells.size();
    cells.cells.push_back(count_lines(maker.list, with(tests, std::move(test)), count));
    cells.cells.push_back(divide_cells(
        maker.cell(column, row), maker.cell(maker.whole_column(), row), count, counted.national));
  };
  add(is_valid_decision(maker.columns, maker.language()), counted.decided);
  if (const auto column = national_column(maker)) add(has_text(*column), counted.by_score);
  return cells;
}

/// All groups together, as sums of the lines above.
Row total_row(const Maker& maker, const Counted& all, size_t row) {
  Row cells{{text_cell(maker.said(words::kTotal))}, {}};
  const auto add_sum = [&](size_t value) {
    cells.cells.push_back(sum_column({maker.own, maker.table, cells.cells.size(), {}}, value));
  };
  add_sum(all.schools);
  for (const size_t count : all.at) add_sum(count);
  if (maker.has_own_whole()) add_sum(all.national);
  const auto add_pair = [&](size_t value) {
    const size_t column = cells.cells.size();
    add_sum(value);
    cells.cells.push_back(divide_cells(maker.cell(column, row),
                                       maker.cell(maker.whole_column(), row), value, all.national));
  };
  add_pair(all.decided);
  if (national_column(maker)) add_pair(all.by_score);
  return cells;
}

/// Two header rows: the levels under one label, each national standard over its count and share.
void add_header(const Maker& maker, Table& table) {
  const CriteriaSet& set = maker.view.run.sets[maker.levels.sets.front()];
  std::vector<HeaderCell> top{{group_title(maker.view), 1, 2},
                              {maker.said(words::kCount), 1, 2},
                              {maker.said({"Mức đạt được", "Levels reached"}),
                               static_cast<size_t>(maker.levels.top) + 1, 1}};
  std::vector<HeaderCell> below;
  table.columns = {{.fit = Fit::wrap, .width = 34}, {.align = Align::right, .width = 10}};
  for (int level = 0; level <= maker.levels.top; ++level) {
    below.push_back({level_title(set, level, maker.language())});
    table.columns.push_back({.align = Align::right, .width = 11});
  }
  if (maker.has_own_whole()) {
    top.push_back({maker.said(words::kNationalWhole), 1, 2});
    table.columns.push_back({.align = Align::right, .fit = Fit::wrap, .width = 12});
  }
  const auto add_pair = [&](const Message& label) {
    top.push_back({maker.said(label), 2, 1});
    below.push_back({maker.said(words::kCount)});
    below.push_back({maker.said(words::kShareHead)});
    table.columns.insert(table.columns.end(), 2, {.align = Align::right, .width = 12});
  };
  add_pair(words::kByDecision);
  if (national_column(maker))
    add_pair({"Chuẩn quốc gia theo kết quả chấm", "National standard by score"});
  table.header = {top, below};
}

Table group_table(const Maker& maker) {
  Table table;
  if (maker.view.shares.levels.size() > 1)
    table.title = criteria_line(maker.view, maker.levels.sets);
  add_header(maker, table);
  std::vector<SchoolRows> all;
  const std::string unknown = maker.said(words::kUnknownValue);
  for (const ValueGroup& group : group_schools(maker.view, maker.levels.sets)) {
    // The list leaves the cell empty where the value is not known.
    const std::string value = group.title == unknown ? std::string() : group.title;
    const auto tests = with(tests_of(maker.view, maker.columns, maker.levels),
                            text_is(*maker.columns.group, value));
    table.rows.push_back(group_row(maker, group.title, tests,
                                   count_group(maker.view, group.schools), table.rows.size()));
    all.insert(all.end(), group.schools.begin(), group.schools.end());
  }
  table.totals = {total_row(maker, count_group(maker.view, all), table.rows.size())};
  return table;
}

}  // namespace

Sheet make_group_sheet(const ScoreView& view, const ListColumns& columns, size_t own, size_t list) {
  const Language language = view.language();
  Sheet sheet;
  sheet.name = Message{"Theo nhóm", "Groups"}.in(language);
  sheet.heading = state_heading({}, language);
  sheet.title = format_message(language, {"TỔNG HỢP KẾT QUẢ CHẤM THEO {0}", "RESULTS BY {0}"},
                               upper(group_title(view)));
  sheet.subtitles = {count_line(view)};
  if (std::string line = shares_line(view); !line.empty())
    sheet.subtitles.push_back(std::move(line));
  for (const LevelCounts& levels : view.shares.levels)
    sheet.tables.push_back(group_table({view, columns, own, list, sheet.tables.size(), levels}));
  sheet.footnotes = {std::string(words::kSupports.in(language))};
  sheet.signatures = signature_block({}, view.counts.last, language);
  return sheet;
}

}  // namespace kdcl
