// Biểu 1 of circular 57/2026/TT-BGDĐT: the standards of part II, and part III.
#include <algorithm>
#include <cmath>
#include <optional>

#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/forms/marks.h"
#include "report/forms/parts.h"

namespace kdcl {
namespace {

std::string criterion_line(const FormView& form, const Criterion& criterion) {
  const std::string words = format_message(form.language(), words::kCriterionLine, criterion.id,
                                           criterion.title.in(form.language()));
  return criterion.mandatory ? format_message(form.language(), words::kMandatoryMark, words)
                             : words;
}

/// The title and what each level asks.
Table criterion_lines(const FormView& form, const Criterion& criterion) {
  Table lines = prose();
  add_lines(criterion_line(form, criterion), lines, {.bold = true});
  for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
    const Indicator& indicator = form.set().indicators[criterion.first_indicator + i];
    add_lines(level_title(form.set(), indicator.level, form.language()) + ": " +
                  indicator.text.in(form.language()),
              lines, {.italic = true});
  }
  return lines;
}

/// A row a level: the state as it was written, and met or not. A higher level is filled in only if
/// the one below is met. Long texts go on in further rows.
Table state_table(const FormView& form, uint32_t index) {
  const CriteriaSet& set = form.set();
  const Criterion& criterion = set.criteria[index];
  Table table = form_table();
  table.columns = {{.width = 14},
                   {.fit = Fit::wrap, .width = 46},
                   {.align = Align::center, .fit = Fit::wrap, .width = 13}};
  table.header = {{{form.said(words::kLevelHead)},
                   {form.said({"Hiện trạng, kết quả đạt được của tiêu chí đến thời điểm đánh giá "
                               "(kèm theo mã minh chứng)",
                               "State and results of the criterion at the time of the assessment "
                               "(with codes of evidence)"})},
                   {form.said({"Đánh giá (Đạt/Không đạt)", "Judged (met/not met)"})}}};
  const CriterionLevel known = judged_level(form.school.row, index);
  const CriterionLevel scored = scored_level(form.school.row, index);
  bool is_open = true;
  std::string own = state_of(form, criterion.id);  // what was written on the whole criterion
  for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
    const Indicator& indicator = set.indicators[criterion.first_indicator + i];
    std::string state = state_of(form, indicator.name);
    if (!own.empty()) state = state.empty() ? own : own + "\n" + state;
    own.clear();
    const Verdict verdict = level_verdict(set, criterion, known, indicator.level);
    const bool is_other = verdict != level_verdict(set, criterion, scored, indicator.level);
    const std::string shown = marked(verdict_words(verdict, form.language()), is_other);
    std::vector<std::string> pieces = is_open ? pieces_of(state) : std::vector<std::string>();
    if (pieces.empty()) pieces.emplace_back();
    for (size_t piece = 0; piece < pieces.size(); ++piece)
      table.rows.push_back(
          {{text_cell(piece == 0 ? level_title(set, indicator.level, form.language()) : ""),
            text_cell(pieces[piece]), text_cell(piece == 0 && is_open ? shown : "")},
           {}});
    is_open = is_open && verdict == Verdict::met;
  }
  return table;
}

std::string criterion_level_words(const CriteriaSet& set, const CriterionLevel& known,
                                  Language language) {
  const auto title = [&](int level) { return level_title(set, level, language); };
  if (known.level == kNoLevel) return std::string(words::kNotApplicable.in(language));
  if (known.level > 0)
    return format_message(language, words::kCriterionReaches, title(known.level));
  if (known.level_max == 0)
    return format_message(language, {"Tiêu chí không đạt {0}", "The criterion does not reach {0}"},
                          title(1));
  return std::string(words::kCriterionOpen.in(language));
}

std::string self_line(const FormView& form, uint32_t index) {
  const Language language = form.language();
  std::string words =
      criterion_level_words(form.set(), judged_level(form.school.row, index), language);
  const std::string other =
      criterion_level_words(form.set(), scored_level(form.school.row, index), language);
  if (words != other)
    words = format_message(language, words::kByFiguresBeside, words, lower_first(other));
  return format_message(language, {"Tự đánh giá: {0}", "Self-assessment: {0}"}, words);
}

/// Columns and header of the tables of results: the criterion, below the first level, each level.
Table results_head(const FormView& form, const Message& first, double first_width) {
  const CriteriaSet& set = form.set();
  Table table = form_table();
  table.columns = {{.fit = Fit::wrap, .width = first_width}};
  table.header = {{{form.said(first), 1, 3},
                   {form.said({"Kết quả đánh giá tiêu chí", "Results of the criteria"}),
                    set.levels.size() + 1}},
                  {{format_message(form.language(), {"Không đạt {0}", "Below {0}"},
                                   level_title(set, 1, form.language())),
                    1, 2},
                   {form.said(words::kMetHead), set.levels.size()}},
                  {}};
  table.columns.push_back({.align = Align::center, .width = 13});
  for (int level = 1; level <= set.top_level(); ++level) {
    table.header[2].push_back({level_title(set, level, form.language())});
    table.columns.push_back({.align = Align::center, .width = 10});
  }
  return table;
}

Row result_row(const FormView& form, uint32_t index, std::string title) {
  Row row{{text_cell(std::move(title))}, {}};
  for (Cell& cell : result_cells(form.set(), form.school.row, index, form.set().top_level()).cells)
    row.cells.push_back(std::move(cell));
  return row;
}

/// Adds a table of results and what its marks mean.
void add_results(const FormView& form, Table table, uint32_t first, uint32_t count, Sheet& sheet) {
  std::vector<uint32_t> with_marks;
  for (uint32_t i = first; i < first + count; ++i)
    if (result_cells(form.set(), form.school.row, i, form.set().top_level()).is_other)
      with_marks.push_back(i);
  sheet.tables.push_back(std::move(table));
  Table lines = prose();
  add_differences(form.view, with_marks, lines);
  if (!lines.rows.empty()) sheet.tables.push_back(std::move(lines));
}

/// Criteria by level, open ones nowhere.
Row count_row(const FormView& form, std::string title, uint32_t first, uint32_t count) {
  std::vector<size_t> at(form.set().levels.size() + 1, 0);
  for (uint32_t i = first; i < first + count; ++i)
    if (const std::optional<int> level = result_column(judged_level(form.school.row, i)))
      ++at[static_cast<size_t>(*level)];
  Row row{{text_cell(std::move(title))}, {}};
  for (const size_t number : at) row.cells.push_back(count_cell(number));
  return row;
}

void add_titled(const std::string& title, const std::vector<std::string>& texts, Table& lines) {
  add_lines(title, lines, {.bold = true});
  for (const std::string& text : texts) add_lines(text, lines);
}

/// What was written on the standard, then on its criteria, each with its id.
std::vector<std::string> written_on(const FormView& form, const Standard& standard,
                                    std::vector<std::string> NodeNotes::*texts) {
  std::vector<std::string> found;
  if (const NodeNotes* notes = form.notes_on(standard.id)) found = notes->*texts;
  for (uint32_t i = 0; i < standard.criterion_count; ++i) {
    const std::string& id = form.set().criteria[standard.first_criterion + i].id;
    if (const NodeNotes* notes = form.notes_on(id))
      for (const std::string& text : notes->*texts) found.push_back(id + ": " + text);
  }
  return found;
}

/// "2024-2025: 1.1 Mức 1, 1.2 Mức 2", a line a school year under the same set; nothing where there
/// is only one.
std::vector<std::string> trend_lines(const FormView& form, const Standard& standard) {
  std::vector<std::string> lines;
  for (const RowAt& at : form.school.years) {
    if (at.set() != form.school.row.set()) continue;
    std::vector<std::string> parts;
    for (uint32_t i = 0; i < standard.criterion_count; ++i) {
      const uint32_t index = standard.first_criterion + i;
      const CriterionLevel known = judged_level(at, index);
      const bool is_open = known.level == 0 && known.level_max > 0;
      if (known.level != kNoLevel)
        parts.push_back(form.set().criteria[index].id + " " +
                        (is_open ? form.said(words::kCriterionOpen)
                                 : level_title(form.set(), known.level, form.language())));
    }
    const int year = school_year(at.block->table.assessed_on[at.row]);
    lines.push_back(fmt::format("{}-{}: {}", year, year + 1, joined(parts, ", ")));
  }
  if (lines.size() < 2) lines.clear();
  return lines;
}

std::vector<std::string> priority_lines(const FormView& form, const Standard& standard) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& node) {
    if (const NodeNotes* notes = form.notes_on(node))
      for (const PlanEntry& entry : notes->plan)
        lines.push_back(node + ": " + plan_line(entry, form.language()));
  };
  add(standard.id);
  for (uint32_t i = 0; i < standard.criterion_count; ++i)
    add(form.set().criteria[standard.first_criterion + i].id);
  return lines;
}

Table overall_lines(const FormView& form, const Standard& standard) {
  Table lines = prose();
  add_lines(
      format_message(form.language(),
                     {"Đánh giá chung về Tiêu chuẩn {0}", "Standard {0} as a whole"}, standard.id),
      lines, {.bold = true});
  add_titled(form.said({"1. Điểm mạnh nổi bật", "1. Main strengths"}),
             written_on(form, standard, &NodeNotes::strengths), lines);
  add_titled(form.said({"2. Điểm hạn chế trọng tâm và nguyên nhân cốt lõi",
                        "2. Main weaknesses and their causes"}),
             written_on(form, standard, &NodeNotes::weaknesses), lines);
  for (const std::string& cause : written_on(form, standard, &NodeNotes::causes))
    add_lines(format_message(form.language(), words::kCause, cause), lines);
  add_titled(form.said({"3. Định hướng cải tiến. a) Xu hướng qua các năm học",
                        "3. Direction. a) Trend over the school years"}),
             trend_lines(form, standard), lines);
  add_titled(form.said({"b) Vấn đề ưu tiên", "b) Priority issues"}), priority_lines(form, standard),
             lines);
  return lines;
}

Table share_table(const FormView& form) {
  const CriteriaSet& set = form.set();
  Table table = form_table();
  table.title = form.said({"2b. Tổng hợp kết quả đánh giá tiêu chí trong tiêu chuẩn",
                           "2b. Results of the criteria by standard"});
  table.columns = {{.fit = Fit::wrap, .width = 40}, {.align = Align::right, .width = 10}};
  table.header = {{{form.said(words::kStandardHead), 1, 2},
                   {form.said({"Tổng số tiêu chí", "Criteria"}), 1, 2}},
                  {}};
  for (int level = 0; level <= set.top_level(); ++level) {
    table.header[0].push_back(
        {level == 0 ? form.said(words::kNotMet) : level_title(set, level, form.language()), 2});
    table.header[1].push_back({form.said({"SL", "No."})});
    table.header[1].push_back({form.said(words::kPercent)});
    table.columns.push_back({.align = Align::right, .width = 7});
    table.columns.push_back({.align = Align::right, .width = 9});
  }
  const auto row_of = [&](std::string title, uint32_t first, uint32_t count) {
    const Row counts = count_row(form, {}, first, count);
    size_t whole = 0;
    for (uint32_t i = first; i < first + count; ++i)
      whole += judged_level(form.school.row, i).level != kNoLevel ? 1U : 0U;
    Row row{{text_cell(std::move(title)), count_cell(whole)}, {}};
    for (size_t i = 1; i < counts.cells.size(); ++i) {
      const double number = std::get<Number>(counts.cells[i].content).value;
      row.cells.push_back(counts.cells[i]);
      row.cells.push_back(
          {Number{.value = whole > 0 ? 100 * number / static_cast<double>(whole) : kUnknown,
                  .decimals = 1}});
    }
    return row;
  };
  for (const Standard& standard : set.standards)
    table.rows.push_back(row_of(standard_words(standard, form.language()), standard.first_criterion,
                                standard.criterion_count));
  table.totals.push_back(
      row_of(form.said(words::kGrandTotal), 0, static_cast<uint32_t>(set.criteria.size())));
  return table;
}

/// Turns the figure of a cell into a formula with that value.
void make_live(Cell& cell, std::string pattern, std::vector<Reference> references) {
  const Number& number = std::get<Number>(cell.content);
  if (!std::isfinite(number.value)) return;
  const double value = number.value;
  const int decimals = number.decimals;
  cell.content = Formula{.pattern = std::move(pattern),
                         .references = std::move(references),
                         .value = value,
                         .decimals = decimals};
}

Table all_results(const FormView& form) {
  const CriteriaSet& set = form.set();
  Table table = results_head(form, words::kMarksCriterion, 40);
  table.title = form.said({"2a. Kết quả đánh giá các tiêu chí", "2a. Results of the criteria"});
  for (const Standard& standard : set.standards) {
    table.rows.push_back(
        {{text_cell(standard_words(standard, form.language()), {.bold = true})}, {}});
    for (uint32_t i = 0; i < standard.criterion_count; ++i) {
      const uint32_t index = standard.first_criterion + i;
      table.rows.push_back(result_row(form, index, criterion_line(form, set.criteria[index])));
    }
  }
  table.totals.push_back(count_row(form, form.said(words::kGrandTotal), 0,
                                   static_cast<uint32_t>(set.criteria.size())));
  return table;
}

}  // namespace

Sheet standard_sheet(const FormView& form, const Standard& standard) {
  Sheet sheet;
  sheet.landscape = false;
  sheet.title = format_message(form.language(),
                               {"TỰ ĐÁNH GIÁ TIÊU CHUẨN {0}", "SELF-ASSESSMENT OF STANDARD {0}"},
                               standard.id);
  sheet.subtitles = {standard.title.in(form.language())};
  for (uint32_t i = 0; i < standard.criterion_count; ++i) {
    const uint32_t index = standard.first_criterion + i;
    sheet.tables.push_back(criterion_lines(form, form.set().criteria[index]));
    sheet.tables.push_back(state_table(form, index));
    Table result = prose();
    add_differences(form.view, {index}, result);
    add_lines(self_line(form, index), result, {.bold = true});
    sheet.tables.push_back(std::move(result));
  }
  sheet.tables.push_back(overall_lines(form, standard));
  Table results = results_head(form, words::kCriterionHead, 14);
  results.title = form.said({"4. Kết quả đánh giá tiêu chí", "4. Results"});
  for (uint32_t i = 0; i < standard.criterion_count; ++i) {
    const uint32_t index = standard.first_criterion + i;
    results.rows.push_back(
        result_row(form, index,
                   format_message(form.language(), {"Tiêu chí {0}", "Criterion {0}"},
                                  form.set().criteria[index].id)));
  }
  add_results(form, std::move(results), standard.first_criterion, standard.criterion_count, sheet);
  return sheet;
}

namespace {

/// What keeps the school from its next level; by the rules too if that is something else.
void add_needs(const FormView& form, const ScoreBlock& score, const Message& title, Table& lines) {
  const std::string next = next_level_title(form, score);
  if (next.empty()) return;
  add_lines(format_message(form.language(), title, next), lines, {.bold = true});
  for (const std::string& need : failing_needs(form, score)) add_lines("- " + need, lines);
}

Table conclusion_lines(const FormView& form) {
  Table lines = prose();
  const RowAt& at = form.school.row;
  add_lines(
      format_message(
          form.language(), {"3. Mức đạt của cơ sở giáo dục: {0}", "3. Level of the school: {0}"},
          level_words_of_both(form.set(), 1, judged_level(at), scored_level(at), form.language())),
      lines, {.bold = true});
  add_needs(form, form.view.judged(), {"Để đạt {0}", "In the way of {0}"}, lines);
  if (failing_needs(form, form.view.judged()) != failing_needs(form, form.view.score()))
    add_needs(form, form.view.score(),
              {"Để đạt {0}, theo số liệu", "In the way of {0}, by the figures"}, lines);
  add_lines(form.said({"4. Đề xuất, kiến nghị", "4. Proposals"}), lines, {.bold = true});
  return lines;
}

}  // namespace

Sheet conclusion_sheet(const FormView& form, size_t index) {
  Sheet sheet;
  sheet.landscape = false;
  sheet.title = form.said({"KẾT LUẬN", "CONCLUSION"});
  Table results = all_results(form);
  for (size_t column = 1; column < results.columns.size(); ++column)
    make_live(results.totals[0].cells[column], "COUNTIF({0},\"×*\")", {{index, 0, column}});
  add_results(form, std::move(results), 0, static_cast<uint32_t>(form.set().criteria.size()),
              sheet);
  const size_t place = sheet.tables.size();
  Table shares = share_table(form);
  Row& total = shares.totals[0];
  for (size_t column = 1; column < shares.columns.size(); ++column) {
    const bool is_count = column % 2 == 0 || column == 1;
    const size_t last = shares.rows.size();
    if (is_count)
      make_live(total.cells[column], "SUM({0})", {{index, place, column}});
    else
      make_live(total.cells[column], "IF({1}=0,0,100*{0}/{1})",
                {{index, place, column - 1, last}, {index, place, 1, last}});
  }
  sheet.tables.push_back(std::move(shares));
  sheet.tables.push_back(conclusion_lines(form));
  return sheet;
}

}  // namespace kdcl
