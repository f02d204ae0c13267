// How many schools moved: counts, the matrix of levels, and the moves by place and type.
#include <algorithm>

#include "model/office_words.h"
#include "report/comparison_tables.h"
#include "report/comparison_words.h"
#include "report/line_counts.h"
#include "report/phrases.h"
#include "report/words.h"

namespace kdcl {
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
