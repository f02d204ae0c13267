// The schools of a comparison one by one: those that moved with their causes, and those that could
// not be compared.
#include "report/comparison_tables.h"
#include "report/comparison_words.h"
#include "report/phrases.h"
#include "report/words.h"

namespace kdcl {
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

}  // namespace kdcl
