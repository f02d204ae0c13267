#include "report/compare/comparison.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "model/office_words.h"
#include "report/common/line_counts.h"
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/score/counts.h"

namespace kdcl {
namespace {

Day last_day_of(const ComparisonView& view) {
  Day last = kNoDate;
  for (const ComparedSchool& school : view.comparison.schools) {
    const RowAt& at = school.any();
    last = std::max(last, at.block->table.assessed_on[at.row]);
  }
  return last;
}

Report empty_comparison(const ComparisonView& view) {
  constexpr int64_t kSecondsOfDay = 86400;
  Report report{
      .language = view.language,
      .title = format_message(view.language, words::kCompareLine, view.before, view.after)};
  report.producer = "kdcl " + view.version;
  const Day day = view.run.date != kNoDate ? view.run.date : last_day_of(view);
  report.created = view.created.value_or(day == kNoDate ? 0 : day * kSecondsOfDay);
  return report;
}

/// The sets of both sides. One that a side takes with assumptions is from the same file: it is
/// named once.
std::vector<size_t> sets_of(const ComparisonView& view) {
  std::set<size_t> used;
  for (const ComparedSchool& school : view.comparison.schools)
    for (const std::optional<RowAt>* side : {&school.before, &school.after})
      if (*side) used.insert((*side)->set());
  std::vector<size_t> sets;
  std::set<std::string_view> files;
  for (const size_t set : used)
    if (files.insert(view.run.sets[set].sha256).second) sets.push_back(set);
  return sets;
}

/// Of both sides.
std::vector<DoubtfulItem> in_doubt(const ComparisonView& view) {
  std::vector<SchoolRows> rows;
  for (const ComparedSchool& school : view.comparison.schools)
    for (const std::optional<RowAt>* side : {&school.before, &school.after})
      if (*side) rows.push_back({.rows = {**side}});
  return find_in_doubt(view.run, rows);
}

/// What the causes of text mean. On paper what stands after "or alone" is a column.
std::string cause_note(const ComparisonView& view) {
  const std::vector<ComparedSchool>& schools = view.comparison.schools;
  const bool has_also = std::any_of(schools.begin(), schools.end(),
                                    [](const auto& school) { return !school.also.empty(); });
  std::string note = view.said(words::kCauseNote);
  return has_also ? note + " " +
                        view.said({"Nếu chỉ bỏ thay đổi ghi sau “hoặc chỉ riêng” thì trường cũng "
                                   "trở lại mức cũ.",
                                   "Undoing only what stands after “or alone” does so, too."})
                  : note;
}

Sheet source_sheet(const ComparisonView& view) {
  Sheet sheet;
  sheet.name = view.said(words::kSheetSource);
  sheet.title = view.said(words::kTitleSource);
  for (Table table : {run_table(view.language, view.version, {{words::kSettings, view.settings}}),
                      assumptions_table(view.run, view.language),
                      sets_table(view.run, sets_of(view), view.language),
                      unsettled_table(view.run, sets_of(view), view.language),
                      doubts_table(view.run, in_doubt(view), view.language),
                      inputs_table(view.inputs, view.language)})
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  sheet.footnotes = {view.said(words::kSupports)};
  return sheet;
}

/// A sheet of the workbook.
Sheet page(const ComparisonView& view, std::string tab, const std::string& title,
           std::vector<Table> tables) {
  Sheet sheet;
  sheet.name = std::move(tab);
  sheet.title = upper(title);
  sheet.subtitles = {format_message(view.language, words::kCompareLine, view.before, view.after)};
  sheet.tables = std::move(tables);
  sheet.footnotes = {view.said(words::kSupports)};
  return sheet;
}

Sheet group_page(const ComparisonView& view, IdentityColumn column, Table moves) {
  const std::string by = lower_first(identity_title(column, view.language));
  Sheet sheet = page(view, format_message(view.language, {"Theo {0}", "By {0}"}, by),
                     format_message(view.language, {"Thay đổi mức theo {0}", "Moves by {0}"}, by),
                     {std::move(moves)});
  if (column != IdentityColumn::school_type) sheet.chart = moves_chart(view);
  return sheet;
}

Sheet list_page(const ComparisonView& view, const Message& tab, const Message& title, Table list) {
  Sheet sheet = page(view, view.said(tab), view.said(title), {std::move(list)});
  sheet.main_table = 0;
  return sheet;
}

}  // namespace

Report make_comparison_text(const ComparisonView& view) {
  Report report = empty_comparison(view);
  Sheet sheet;
  sheet.title = report.title;
  sheet.tables = {move_counts(view), level_matrix(view)};
  if (Table moved = moved_lines(view); !moved.rows.empty()) {
    sheet.tables.push_back(std::move(moved));
    sheet.footnotes = {cause_note(view)};
  }
  if (Table others = unmatched_list(view); others.row_count() > 0) {
    others.title = view.said(words::kUnmatched);
    sheet.tables.push_back(std::move(others));
  }
  for (std::string& line : unsettled_lines(view.run, sets_of(view), view.language))
    sheet.footnotes.push_back(std::move(line));
  for (std::string& line : doubt_lines(view.run, in_doubt(view), view.language))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.push_back(view.said(words::kSupports));
  report.sheets = {std::move(sheet)};
  state_assumptions(view.run, report);
  return report;
}

Report make_comparison_workbook(const ComparisonView& view) {
  Report report = empty_comparison(view);
  report.sheets = {
      page(view, view.said({"Chuyển mức", "Levels"}),
           view.said({"So sánh mức đạt được của các trường", "Levels of the schools compared"}),
           {move_counts(view), level_matrix(view)})};
  for (const IdentityColumn column : {place_column(view), IdentityColumn::school_type})
    if (Table moves = moves_by(view, column, report.sheets.size()); moves.rows.size() > 1)
      report.sheets.push_back(group_page(view, column, std::move(moves)));
  if (Table moved = moved_list(view); moved.row_count() > 0) {
    Sheet sheet =
        list_page(view, {"Trường thay đổi", "Moved"}, words::kMovedSchools, std::move(moved));
    sheet.footnotes.insert(sheet.footnotes.begin(), view.said(words::kCauseNote));
    report.sheets.push_back(std::move(sheet));
  }
  if (Table others = unmatched_list(view); others.row_count() > 0)
    report.sheets.push_back(
        list_page(view, {"Một phía", "One side"}, words::kUnmatched, std::move(others)));
  report.sheets.push_back(source_sheet(view));
  state_assumptions(view.run, report);
  return report;
}

// The schools of a comparison one by one: those that moved with their causes, and those that could
// not be compared.

namespace {

constexpr size_t kMostAlsoInText = 2, kMostAlsoOnPaper = 12;

bool is_move(Move move) { return move == Move::rose || move == Move::fell; }

/// Calls `use` for every school that moved.
template <typename Use>
void for_each_moved(const ComparisonView& view, Use use) {
  for (size_t i = 0; i < view.comparison.schools.size(); ++i)
    if (const Move move = view.comparison.moves[i]; is_move(move))
      use(view.comparison.schools[i], move);
}

std::vector<std::string> cause_texts(const ComparisonView& view, const ComparedSchool& school,
                                     const std::vector<Cause>& causes) {
  std::vector<std::string> texts;
  for (const Cause& cause : causes)
    texts.push_back(cause_text(view.run, school, cause, view.language));
  return texts;
}

std::string text_of(const RowAt& at, IdentityColumn column) { return std::string(at.text(column)); }

LevelRange levels_of(const RowAt& at) { return {level_of(at), level_max_of(at)}; }

Tone tone_of(Move move) { return move == Move::rose ? Tone::good : Tone::bad; }

/// "3 → 1", and "3 → 0-2" where the level is open.
std::string change_text(const ComparedSchool& school) {
  const auto text = [](const LevelRange& levels) {
    return levels.level == levels.level_max ? std::to_string(levels.level)
                                            : fmt::format("{}-{}", levels.level, levels.level_max);
  };
  return text(levels_of(*school.before)) + " → " + text(levels_of(*school.after));
}

std::string name_and_place(const ComparisonView& view, const RowAt& at) {
  std::string name = row_name(at, view.language);
  const std::string place = text_of(at, place_column(view));
  return place.empty() ? name : name + ", " + place;
}

Cell change_cell(const ComparisonView& view, Move move) {
  return text_cell(view.said(move == Move::rose ? words::kRose : words::kFell),
                   {.tone = tone_of(move)});
}

std::string side_text(const ComparisonView& view, const ComparedSchool& school) {
  if (school.is_in_both()) return view.said(words::kNotComparable);
  std::string side = only_in(view, school.before ? view.before : view.after);
  return school.is_merged ? side + ", " + view.said({"đã sáp nhập", "merged"}) : side;
}

void add_column(std::string head, Column column, Table& table) {
  if (table.header.empty()) table.header.emplace_back();
  table.header[0].push_back({std::move(head)});
  table.columns.push_back(std::move(column));
}

void add_column(const ComparisonView& view, const Message& head, Column column, Table& table) {
  add_column(view.said(head), std::move(column), table);
}

/// Number, id, name and place.
void add_school_columns(const ComparisonView& view, Table& table) {
  add_column(view, words::kOrder, {.align = Align::center, .fit = Fit::spare, .width = 5}, table);
  add_column(view, words::kCode, {.width = 10}, table);
  add_column(view, words::kSchool, {.fit = Fit::wrap, .width = 26}, table);
  add_column(identity_title(place_column(view), view.language), {.fit = Fit::wrap, .width = 13},
             table);
}

/// Makes the rows of a list of schools, given by their positions, while they are written; `add`
/// adds the cells behind those that say which school it is.
void make_rows(const ComparisonView& view, std::vector<size_t> schools, auto add, Table& table) {
  const IdentityColumn place = place_column(view);
  table.made.count = schools.size();
  table.made.make = [&view, place, schools = std::move(schools), add](size_t index, Row& row) {
    const size_t school = schools[index];
    const RowAt& at = view.comparison.schools[school].any();
    row.cells = {count_cell(index + 1), text_cell(text_of(at, IdentityColumn::school_id)),
                 text_cell(row_name(at, view.language)), text_cell(text_of(at, place))};
    add(school, row);
  };
}

}  // namespace

Table moved_lines(const ComparisonView& view) {
  Table table;
  table.title = view.said(words::kMovedSchools);
  add_column(view, words::kCode, {}, table);
  add_column(view, words::kLevels, {.align = Align::center}, table);
  add_column(view, {"Trường, nguyên nhân", "School, causes"}, {.fit = Fit::wrap}, table);
  for_each_moved(view, [&](const ComparedSchool& school, Move move) {
    const RowAt& at = *school.after;
    table.rows.push_back({{text_cell(text_of(at, IdentityColumn::school_id)),
                           text_cell(change_text(school), {.bold = true, .tone = tone_of(move)}),
                           text_cell(name_and_place(view, at), {.bold = true})},
                          {}});
    std::vector<std::string> lines = cause_texts(view, school, school.causes);
    const std::vector<std::string> also = cause_texts(view, school, school.also);
    if (!also.empty())
      lines.push_back(
          format_message(view.language, words::kOr, joined(also, "; ", kMostAlsoInText)));
    for (const std::string& line : lines)
      table.rows.push_back({{{}, {}, text_cell("- " + line)}, {}});
  });
  return table;
}

Table moved_list(const ComparisonView& view) {
  Table table;
  add_school_columns(view, table);
  add_column(view, {"Mức trước", "Level before"}, {.align = Align::center, .width = 7}, table);
  add_column(view, {"Mức sau", "Level after"}, {.align = Align::center, .width = 7}, table);
  add_column(view, {"Thay đổi", "Change"}, {.align = Align::center, .fit = Fit::wrap, .width = 10},
             table);
  add_column(view, {"Nguyên nhân", "Causes"}, {.fit = Fit::wrap, .width = 46}, table);
  add_column(
      view,
      {"Thay đổi khác, bỏ riêng cũng về mức cũ", "Other changes that alone, undone, lead back"},
      {.fit = Fit::wrap, .width = 34}, table);
  std::vector<size_t> moved;
  for (size_t i = 0; i < view.comparison.schools.size(); ++i)
    if (is_move(view.comparison.moves[i])) moved.push_back(i);
  const auto add = [&view](size_t index, Row& row) {
    const ComparedSchool& school = view.comparison.schools[index];
    for (const RowAt& at : {*school.before, *school.after})
      row.cells.push_back({levels_of(at), {}});
    row.cells.push_back(change_cell(view, view.comparison.moves[index]));
    row.cells.push_back(text_cell(joined(cause_texts(view, school, school.causes), "; ")));
    row.cells.push_back(
        text_cell(joined(cause_texts(view, school, school.also), "; ", kMostAlsoOnPaper)));
  };
  make_rows(view, std::move(moved), add, table);
  return table;
}

Table unmatched_list(const ComparisonView& view) {
  Table table;
  add_school_columns(view, table);
  add_column(view, {"Phía", "Side"}, {.fit = Fit::wrap, .width = 44}, table);
  std::vector<size_t> unmatched;
  for (size_t i = 0; i < view.comparison.schools.size(); ++i)
    if (!view.comparison.schools[i].is_in_both() ||
        view.comparison.moves[i] == Move::not_comparable)
      unmatched.push_back(i);
  const auto add = [&view](size_t index, Row& row) {
    row.cells.push_back(text_cell(side_text(view, view.comparison.schools[index])));
  };
  make_rows(view, std::move(unmatched), add, table);
  return table;
}

// How many schools moved: counts, the matrix of levels, and the moves by place and type.

namespace {

constexpr size_t kLevels = 10;
using LevelMatrix = std::array<std::array<size_t, kLevels>, kLevels>;

/// The schools that can be compared, by level before and after.
LevelMatrix count_levels(const SchoolComparison& comparison) {
  LevelMatrix counts{};
  for (size_t i = 0; i < comparison.schools.size(); ++i) {
    const ComparedSchool& school = comparison.schools[i];
    if (school.is_in_both() && comparison.moves[i] != Move::not_comparable)
      ++counts[static_cast<size_t>(level_of(*school.before))]
              [static_cast<size_t>(level_of(*school.after))];
  }
  return counts;
}

/// One more than the highest level that a school has on either side.
size_t levels_in_use(const LevelMatrix& counts) {
  size_t end = 1;
  for (size_t from = 0; from < kLevels; ++from)
    for (size_t to = 0; to < kLevels; ++to)
      if (counts[from][to] > 0) end = std::max({end, from + 1, to + 1});
  return end;
}

std::string level_name(const ComparisonView& view, size_t level) {
  return level == 0 ? view.said(words::kBelowShort)
                    : format_message(view.language, {"Mức {0}", "Level {0}"}, level);
}

Style matrix_style(size_t from, size_t to, size_t count) {
  if (from == to) return {.bold = true};
  if (count == 0) return {.tone = Tone::quiet};
  return {.tone = to > from ? Tone::good : Tone::bad};
}

void add_matrix_header(const ComparisonView& view, size_t levels, Table& table) {
  table.columns = {{.width = 16}};
  table.columns.resize(levels + 2, {.align = Align::right, .width = 12});
  std::vector<HeaderCell>& header = table.header.emplace_back();
  header.push_back({view.said({"Mức", "Level"})});
  for (size_t level = 0; level < levels; ++level) header.push_back({level_name(view, level)});
  header.push_back({view.said(words::kTotal)});
}

/// What the columns of a table of groups count.
struct MoveColumn {
  std::string head;
  std::vector<Move> moves;
  Tone tone = Tone::plain;

  [[nodiscard]] size_t count(const MoveGroup& group) const {
    size_t sum = 0;
    for (const Move move : moves) sum += group.count(move);
    return sum;
  }
};

constexpr size_t kRoseColumn = 2, kFellColumn = 3;  // as move_columns has them

std::vector<MoveColumn> move_columns(const ComparisonView& view) {
  std::vector<MoveColumn> columns = {{view.said({"Có ở cả hai bên", "On both sides"}),
                                      {Move::rose, Move::fell, Move::same, Move::not_comparable}},
                                     {view.said(words::kRose), {Move::rose}, Tone::good},
                                     {view.said(words::kFell), {Move::fell}, Tone::bad},
                                     {view.said({"Giữ mức", "Same level"}), {Move::same}}};
  const auto add_if_any = [&](Move move, std::string head) {
    if (view.comparison.count(move) > 0) columns.push_back({std::move(head), {move}});
  };
  add_if_any(Move::not_comparable, view.said(words::kNotComparable));
  add_if_any(Move::only_before, only_in(view, view.before));
  add_if_any(Move::only_after, only_in(view, view.after));
  return columns;
}

std::string group_name(const ComparisonView& view, IdentityColumn column,
                       const std::string& value) {
  if (value.empty()) return view.said(words::kUnknownValue);
  return office_title(column, value, view.language);
}

Row group_row(std::string name, const std::vector<MoveColumn>& columns, const MoveGroup& group) {
  Row row{{text_cell(std::move(name))}, {}};
  for (const MoveColumn& column : columns) {
    const size_t count = column.count(group);
    row.cells.push_back(count_cell(count, {.tone = count > 0 ? column.tone : Tone::plain}));
  }
  return row;
}

}  // namespace

std::string only_in(const ComparisonView& view, const std::string& side) {
  return format_message(view.language, {"Chỉ có ở {0}", "Only in {0}"}, side);
}

IdentityColumn place_column(const ComparisonView& view) {
  for (const ComparedSchool& school : view.comparison.schools)
    if (!school.any().text(IdentityColumn::district).empty()) return IdentityColumn::district;
  return IdentityColumn::commune;
}

Table move_counts(const ComparisonView& view) {
  Table table;
  table.columns = {{.width = 40}, {.align = Align::right, .width = 14}};
  MoveGroup all;
  for (size_t i = 0; i < all.counts.size(); ++i)
    all.counts[i] = view.comparison.count(static_cast<Move>(i));
  for (const MoveColumn& column : move_columns(view)) {
    const bool is_part_of_first = !table.rows.empty() && column.moves[0] != Move::only_before &&
                                  column.moves[0] != Move::only_after;
    table.rows.push_back(group_row((is_part_of_first ? "  " : "") + column.head, {column}, all));
  }
  return table;
}

Table level_matrix(const ComparisonView& view) {
  const LevelMatrix counts = count_levels(view.comparison);
  const size_t levels = levels_in_use(counts);
  Table table;
  table.title = format_message(
      view.language,
      {"Mức đạt được: {0} theo dòng, {1} theo cột", "Levels: {0} in rows, {1} in columns"},
      view.before, view.after);
  add_matrix_header(view, levels, table);
  std::vector<size_t> sums(levels + 1);
  for (size_t from = 0; from < levels; ++from) {
    Row& row = table.rows.emplace_back();
    row.cells = {text_cell(level_name(view, from))};
    size_t sum = 0;
    for (size_t to = 0; to < levels; ++to) {
      const size_t count = counts[from][to];
      row.cells.push_back(count_cell(count, matrix_style(from, to, count)));
      sum += count;
      sums[to] += count;
    }
    row.cells.push_back(count_cell(sum));
    sums.back() += sum;
  }
  Row& totals = table.totals.emplace_back();
  totals.cells = {text_cell(view.said(words::kTotal))};
  for (const size_t sum : sums) totals.cells.push_back(count_cell(sum, {.bold = true}));
  return table;
}

Table moves_by(const ComparisonView& view, IdentityColumn column, size_t sheet) {
  const std::vector<MoveColumn> columns = move_columns(view);
  Table table;
  table.columns = {{.fit = Fit::wrap, .width = 26}};
  table.columns.resize(columns.size() + 1, {.align = Align::right, .width = 14});
  table.header = {{{identity_title(column, view.language)}}};
  table.totals = {{{text_cell(view.said(words::kTotal), {.bold = true})}, {}}};
  const std::vector<MoveGroup> groups = group_moves(view.comparison, column);
  for (const MoveColumn& counted : columns) {
    size_t sum = 0;
    for (const MoveGroup& group : groups) sum += counted.count(group);
    table.totals[0].cells.push_back(sum_column({sheet, 0, table.header[0].size(), {}}, sum));
    table.header[0].push_back({counted.head});
  }
  for (const MoveGroup& group : groups)
    table.rows.push_back(group_row(group_name(view, column, group.value), columns, group));
  return table;
}

Chart moves_chart(const ComparisonView& view) {
  return {
      .title = view.said({"Số trường lên mức và xuống mức", "Schools that rose and fell"}),
      .unit = view.said({"trường", "schools"}),
      .series = {{view.said(words::kRose), kRoseColumn}, {view.said(words::kFell), kFellColumn}}};
}

}  // namespace kdcl
