#include "report/score/workbook.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <set>

#include "report/common/line_counts.h"
#include "report/common/paper.h"
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/compare/sensitivity.h"
#include "report/score/score.h"

namespace kdcl {
namespace {

constexpr size_t kTypeColumn = 3;  // as add_who adds them
constexpr size_t kPlaceColumn = 4;

/// Columns are added one by one, each with its head, so that a column that a run does not need is
/// simply not added. Their cells are made while the list is written.
struct ListMaker {
  const ScoreView& view;
  Table table{};
  std::vector<HeaderCell> header{};
  std::vector<std::function<Cell(const SchoolRows& school)>> cells{};

  size_t add(std::string head, Column column, auto cell_of) {
    header.push_back({std::move(head)});
    table.columns.push_back(column);
    cells.push_back(std::move(cell_of));
    return table.columns.size() - 1;
  }
  size_t add(const Message& head, Column column, auto cell_of) {
    return add(std::string(head.in(view.language())), column, cell_of);
  }
  size_t add_identity(const Message& head, IdentityColumn identity, double width) {
    return add(head, {.fit = Fit::shorten, .width = width}, [identity](const SchoolRows& school) {
      return text_cell(std::string(school.text(identity)));
    });
  }
  size_t add_count(const Message& head, BitRows ScoreBlock::*bits) {
    return add(head, {.align = Align::center, .width = 8}, [bits](const SchoolRows& school) {
      size_t count = 0;
      for (const RowAt& at : school.rows) count += count_bits(at.block->score.*bits, at.row);
      return count_cell(count);
    });
  }
  size_t add_names(const Message& head, BitRows ScoreBlock::*bits, double width) {
    return add(head, {.fit = Fit::wrap, .width = width},
               [&view = view, bits](const SchoolRows& school) {
                 return text_cell(names_of_school(view.run, school, bits, view.language()));
               });
  }
};

const CriteriaSet& set_of(const ScoreView& view, const SchoolRows& school) {
  return view.run.sets[school.first().set()];
}

Cell level_cell(const ScoreView& view, const SchoolRows& school, int level) {
  return {LevelRange{level, level},
          {.tone = tone_of_level(level, set_of(view, school).top_level())}};
}

std::string award_of(const ScoreView& view, const SchoolRows& school, std::string_view id) {
  const AwardFamily* family = find_family(set_of(view, school), id);
  const int number = family ? award_number(*family, school.level()) : 0;
  return number > 0 ? family->awards[static_cast<size_t>(number) - 1].title.in(view.language())
                    : std::string();
}

void add_who(ListMaker& list) {
  const ScoreView& view = list.view;
  list.add(words::kOrder, {.align = Align::center, .width = 5}, [&view](const SchoolRows& school) {
    return count_cell(static_cast<size_t>(&school - view.schools.data()) + 1);
  });
  list.add_identity(words::kCode, IdentityColumn::school_id, 11);
  list.add_identity(words::kSchool, IdentityColumn::school_name, 28);
  list.add(words::kType, {.fit = Fit::wrap, .width = 12}, [&view](const SchoolRows& school) {
    return text_cell(stage_title(school.text(IdentityColumn::school_type), view.language()));
  });
  const IdentityColumn place = place_column(view);
  list.add_identity(place == IdentityColumn::district ? words::kDistrict : words::kCommune, place,
                    13);
}

void add_levels(ListMaker& list, ListColumns& columns) {
  const ScoreView& view = list.view;
  if (view.counts.levels.size() > 1)
    columns.document = list.add(
        words::kDocument, {.fit = Fit::wrap, .width = 14},
        [&view](const SchoolRows& school) { return text_cell(set_of(view, school).document); });
  columns.level = list.add(
      words::kLevelHead, {.align = Align::center, .width = 7},
      [&view](const SchoolRows& school) { return level_cell(view, school, school.level()); });
  list.add(
      words::kLevelMaxHead, {.align = Align::center, .width = 9},
      [&view](const SchoolRows& school) { return level_cell(view, school, school.level_max()); });
}

void add_awards(ListMaker& list, ListColumns& columns) {
  const ScoreView& view = list.view;
  for (const AwardCounts& awards : view.counts.awards) {
    const std::string id = awards.family;
    const size_t column = list.add(
        format_message(view.language(), {"{0} (theo chấm)", "{0} (by score)"},
                       family_title(id, view.language())),
        {.align = Align::center, .fit = Fit::wrap, .width = 11},
        [&view, id](const SchoolRows& school) { return text_cell(award_of(view, school, id)); });
    columns.families.emplace_back(id, column);
  }
  columns.decision = list.add(
      Message{"Theo quyết định", "By decision"},
      {.align = Align::center, .fit = Fit::wrap, .width = 11}, [&view](const SchoolRows& school) {
        // Where there is no such award there is nothing to decide.
        if (!find_family(set_of(view, school), kNationalStandard)) return Cell{};
        return text_cell(decision_words(decision_of(view.run, school), view.language()));
      });
}

/// Marks the lines that shares are of, where they are not all.
void add_counted(ListMaker& list, ListColumns& columns) {
  if (!list.view.leaves_out()) return;
  // Of the list's own, because its cells are made while it is written.
  const auto counted = std::make_shared<std::set<std::pair<const ScoredBlock*, size_t>>>();
  for (const SchoolRows& school : list.view.counted)
    counted->insert({school.first().block, school.first().row});
  columns.counted =
      list.add(Message{"Tính tỉ lệ", "In shares"}, {.align = Align::center, .width = 8},
               [counted](const SchoolRows& school) {
                 const RowAt& at = school.first();
                 return text_cell(counted->contains({at.block, at.row}) ? "x" : "");
               });
}

/// Marks schools that the register does not have.
void add_unlisted(ListMaker& list) {
  if (!list.view.options.schools) return;
  list.add(words::kNotListed, {.align = Align::center, .fit = Fit::wrap, .width = 9},
           [&view = list.view](const SchoolRows& school) {
             return text_cell(is_listed(view, school) ? "" : "x");
           });
}

/// The column of --by: one of those that are there already, or one more.
size_t add_group(ListMaker& list) {
  const ScoreView& view = list.view;
  if (view.options.by->identity == IdentityColumn::school_type) return kTypeColumn;
  if (view.options.by->identity == place_column(view)) return kPlaceColumn;
  return list.add(
      group_title(view), {.fit = Fit::wrap, .width = 14},
      [&view](const SchoolRows& school) { return text_cell(group_value(view, school)); });
}

void fill_rows(ListMaker& list) {
  list.table.made.count = list.view.schools.size();
  list.table.made.make = [&view = list.view, cells = std::move(list.cells)](size_t index,
                                                                            Row& row) {
    for (const auto& cell_of : cells) row.cells.push_back(cell_of(view.schools[index]));
  };
}

}  // namespace

ListSheet make_list_sheet(const ScoreView& view) {
  ListSheet made;
  ListMaker list{view};
  add_who(list);
  add_levels(list, made.columns);
  add_awards(list, made.columns);
  if (view.options.by) made.columns.group = add_group(list);
  add_counted(list, made.columns);
  add_unlisted(list);
  list.add_names(words::kBlockingHead, &ScoreBlock::blocking, 30);
  list.add_names({"Thiếu số liệu", "Data missing"}, &ScoreBlock::missing, 20);
  made.columns.missing = list.add_count({"Số chỉ báo thiếu", "Missing"}, &ScoreBlock::missing);
  made.columns.contradictions =
      list.add_count(words::kContradictionHead, &ScoreBlock::contradiction);
  made.columns.unverified = list.add_count(words::kUnverifiedHead, &ScoreBlock::unverified);
  list.table.header = {list.header};
  fill_rows(list);
  made.sheet.name = Message{"Danh sách", "Schools"}.in(view.language());
  made.sheet.heading = state_heading({}, view.language());
  made.sheet.title = words::kTitleList.in(view.language());
  made.sheet.subtitles = {count_line(view)};
  made.sheet.tables = {std::move(list.table)};
  made.sheet.footnotes = {std::string(words::kSupports.in(view.language()))};
  made.sheet.signatures = signature_block({}, view.counts.last, view.language());
  made.sheet.main_table = 0;
  made.sheet.frozen_columns = 3;
  return made;
}

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

// The workbook of `score`: make_score_workbook of report/score/score.h.

namespace {

/// Columns of a criteria sheet before its criteria: number, id, name, place, stage where there are
/// stages, level.
void add_row_columns(const ScoreView& view, const CriteriaSet& set, IdentityColumn place,
                     Table& table) {
  const Language language = view.language();
  const auto add = [&](const Message& label, Column column) {
    table.columns.push_back(column);
    table.header[0].push_back({label.text(language), 1, 2});
  };
  add(words::kOrder, {.align = Align::center, .width = 5});
  add(words::kCode, {.fit = Fit::shorten, .width = 11});
  add(words::kSchool, {.fit = Fit::shorten, .width = 30});
  add(place == IdentityColumn::district ? words::kDistrict : words::kCommune,
      {.fit = Fit::shorten, .width = 13});
  if (set.per_stage) add(words::kStage, {.fit = Fit::shorten, .width = 11});
  add(words::kLevelHead, {.align = Align::center, .width = 6});
}

void add_criteria_columns(const CriteriaSet& set, Language language, Table& table) {
  for (const Standard& standard : set.standards) {
    // M4 is no standard of the circular but its requirements of the whole school; its name says so.
    const bool is_number = standard.id.find_first_not_of("0123456789") == std::string::npos;
    const std::string label =
        is_number ? format_message(language, words::kStandardShort, standard.id) : standard.id;
    table.header[0].push_back({label, standard.criterion_count, 1});
    for (uint32_t i = 0; i < standard.criterion_count; ++i) {
      table.header[1].push_back({set.criteria[standard.first_criterion + i].id});
      table.columns.push_back({.align = Align::center, .width = 5.5});
    }
  }
}

Cell criterion_cell(const CriteriaSet& set, const ScoreBlock& score, size_t row, size_t index) {
  const size_t cell = row * score.criteria_stride + index;
  const int level = score.criterion_level[cell];
  if (level == kNoLevel) return text_cell("–", {.tone = Tone::quiet});
  return {LevelRange{level, score.criterion_level_max[cell]},
          {.tone = tone_of_criterion(set, set.criteria[index], level)}};
}

/// Everything but the number and the place.
void add_criteria_cells(const CriteriaSet& set, const RowAt& at, Language language, Row& row) {
  const ScoreBlock& score = at.block->score;
  if (set.per_stage)
    row.cells.push_back(text_cell(stage_title(at.text(IdentityColumn::stage), language)));
  row.cells.push_back(
      {LevelRange{score.level[at.row], score.level_max[at.row]},
       {.bold = true, .tone = tone_of_level(score.level[at.row], set.top_level())}});
  for (size_t i = 0; i < set.criteria.size(); ++i)
    row.cells.push_back(criterion_cell(set, score, at.row, i));
}

std::vector<RowAt> rows_of_set(const ScoreView& view, size_t set) {
  std::vector<RowAt> rows;
  for (const SchoolRows& school : view.schools)
    for (const RowAt& at : school.rows)
      if (at.set() == set) rows.push_back(at);
  return rows;
}

/// One row a row of the data with this set, one column a criterion.
Sheet criteria_sheet(const ScoreView& view, size_t index) {
  const CriteriaSet& set = view.run.sets[index];
  Sheet sheet;
  sheet.title =
      Message{"MỨC ĐẠT ĐƯỢC CỦA TỪNG TIÊU CHÍ", "LEVEL OF EACH CRITERION"}.text(view.language());
  sheet.subtitles = {set.title.in(view.language()) + " · " + set.document};
  Table table;
  table.header.resize(2);
  const IdentityColumn place = place_column(view);
  add_row_columns(view, set, place, table);
  sheet.frozen_columns = 3;
  add_criteria_columns(set, view.language(), table);
  std::vector<RowAt> rows = rows_of_set(view, index);
  table.made.count = rows.size();
  table.made.make = [&set, place, language = view.language(), rows = std::move(rows)](size_t i,
                                                                                      Row& row) {
    const RowAt& at = rows[i];
    row.cells = {count_cell(i + 1), text_cell(std::string(at.text(IdentityColumn::school_id))),
                 text_cell(std::string(at.text(IdentityColumn::school_name))),
                 text_cell(std::string(at.text(place)))};
    add_criteria_cells(set, at, language, row);
  };
  sheet.tables = {std::move(table)};
  sheet.main_table = 0;
  sheet.footnotes = {Message{"Số là mức tiêu chí đạt được; dạng 1-2 là còn có thể lên mức 2 khi đủ "
                             "số liệu; – là không áp dụng.",
                             "Figures are the levels of criteria; 1-2 may become 2 once all data "
                             "are in; – is not applicable."}
                         .text(view.language()),
                     words::kSupports.text(view.language())};
  return sheet;
}

/// A tab takes 31 characters; the number keeps cut names apart.
std::string criteria_tab(const ScoreView& view, const CriteriaSet& set, size_t number,
                         size_t sheets) {
  if (sheets == 1) return Message{"Tiêu chí", "Criteria"}.text(view.language());
  return format_message(view.language(), {"Tiêu chí {0} {1}", "Criteria {0} {1}"}, number,
                        set.id.substr(0, 18));
}

std::string data_days(const ScoreView& view) {
  if (view.counts.first == view.counts.last) return day_text(view.counts.last, view.language());
  return format_message(view.language(), words::kFromTo, format_day_first(view.counts.first),
                        format_day_first(view.counts.last));
}

Table run_table(const ScoreView& view) {
  return run_table(
      view.language(), view.options.version,
      {{words::kDataDate, data_days(view)},
       {words::kRunDate, view.run.date == kNoDate ? "" : format_day_first(view.run.date)},
       {words::kRowsHead, rows_line(view)},
       {words::kSettings, view.options.settings}});
}

Table outside_rows(const ScoreView& view) {
  Table table = source_table(view.language(), {"Dòng ngoài phạm vi", "Rows out of scope"},
                             {words::kSchool, words::kCode, words::kType, words::kReason});
  std::vector<RowAt> rows;
  for (const ScoredBlock& block : view.blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] == kNoSet) rows.push_back({&block, row});
  table.made.count = rows.size();
  table.made.make = [language = view.language(), rows = std::move(rows)](size_t i, Row& row) {
    const RowAt& at = rows[i];
    row.cells = {text_cell(std::string(at.text(IdentityColumn::school_name))),
                 text_cell(std::string(at.text(IdentityColumn::school_id))),
                 text_cell(stage_title(at.text(IdentityColumn::school_type), language)),
                 text_cell(out_of_scope_reason(at.block->table, at.row, language))};
  };
  return table;
}

Sheet source_sheet(const ScoreView& view) {
  Sheet sheet;
  sheet.name = words::kSheetSource.text(view.language());
  sheet.title = words::kTitleSource.text(view.language());
  const Language language = view.language();
  for (Table table : {run_table(view), assumptions_table(view.run, language),
                      sets_table(view.run, used_sets(view), language),
                      inputs_table(view.options.inputs, language),
                      unsettled_table(view.run, used_sets(view), language),
                      doubtful_table(view.run, view.counts.doubtful, language),
                      doubts_table(view.run, view.counts.in_doubt, language), outside_rows(view),
                      left_out_table(view.options.left_out, language)})
    if (table.row_count() > 0) sheet.tables.push_back(std::move(table));
  sheet.footnotes = {words::kSupports.text(view.language())};
  return sheet;
}

/// The rows are made from the view, which stays as long as they do.
void keep_view(const std::shared_ptr<const ScoreView>& view, Report& report) {
  for (Sheet& sheet : report.sheets)
    for (Table& table : sheet.tables)
      if (table.made.count > 0)
        table.made.make = [view, make = std::move(table.made.make)](size_t index, Row& row) {
          make(index, row);
        };
}

}  // namespace

Report make_score_workbook(const Run& run, const std::vector<ScoredBlock>& blocks,
                           const ScoreReportOptions& options) {
  const auto kept = std::make_shared<const ScoreView>(view_scores(run, blocks, options));
  const ScoreView& view = *kept;
  Report report =
      empty_report(words::kTitleSummary.text(options.language), view.counts.last, run, options);
  ListSheet list = make_list_sheet(view);
  report.sheets.push_back(make_summary_sheet(view, list.columns, 0, 1));
  report.sheets.push_back(std::move(list.sheet));
  if (options.by && !view.schools.empty())
    report.sheets.push_back(make_group_sheet(view, list.columns, 2, 1));
  const std::vector<size_t> used = used_sets(view);
  for (size_t i = 0; i < used.size(); ++i) {
    report.sheets.push_back(criteria_sheet(view, used[i]));
    report.sheets.back().name = criteria_tab(view, run.sets[used[i]], i + 1, used.size());
  }
  if (has_sensitivity(blocks)) report.sheets.push_back(make_sensitive_sheet(view));
  report.sheets.push_back(source_sheet(view));
  state_assumptions(run, report);
  keep_view(kept, report);
  return report;
}

}  // namespace kdcl
