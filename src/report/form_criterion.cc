// "Phiếu đánh giá tiêu chí" (annexes 5a and 5b of CV 5932/BGDĐT-QLCL).
#include <algorithm>
#include <map>

#include "report/form_judged.h"
#include "report/form_sheets.h"
#include "report/form_words.h"
#include "report/phrases.h"
#include "report/words.h"

namespace kdcl {
namespace {

/// Indicators of a criterion by level, levels rising.
std::map<int, std::vector<uint32_t>> indicators_by_level(const CriteriaSet& set,
                                                         const Criterion& criterion) {
  std::map<int, std::vector<uint32_t>> levels;
  for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
    const uint32_t index = criterion.first_indicator + i;
    levels[set.indicators[index].level].push_back(index);
  }
  return levels;
}

std::string lettered(const Indicator& indicator, const std::string& text) {
  return indicator.letter.empty() ? text : indicator.letter + ") " + text;
}

void add_texts(const FormView& form, const Criterion& criterion, Table& lines) {
  for (const auto& [level, indicators] : indicators_by_level(form.set(), criterion)) {
    add_lines(level_title(form.set(), level, form.language()) + ":", lines, {.bold = true});
    for (const uint32_t i : indicators) {
      const Indicator& indicator = form.set().indicators[i];
      add_lines(lettered(indicator, indicator.text.in(form.language())), lines, {.italic = true});
    }
  }
}

/// What was written on the criterion, then level by level on its indicators.
void add_state(const FormView& form, const Criterion& criterion, Table& lines) {
  add_lines(form.said(words::kState), lines, {.bold = true});
  add_lines(state_of(form, criterion.id), lines);
  for (const auto& [level, indicators] : indicators_by_level(form.set(), criterion)) {
    add_lines(level_title(form.set(), level, form.language()) + ":", lines);
    for (const uint32_t i : indicators) {
      const Indicator& indicator = form.set().indicators[i];
      if (const std::string state = state_of(form, indicator.name); !state.empty())
        add_lines(lettered(indicator, state), lines);
    }
  }
}

void add_texts_of(const FormView& form, const Message& title, const std::vector<std::string>& texts,
                  Table& lines) {
  add_lines(form.said(title), lines, {.bold = true});
  for (const std::string& text : texts) add_lines(text, lines);
}

Table notes_lines(const FormView& form, const Criterion& criterion) {
  Table lines = prose();
  static const NodeNotes kNone{};
  const NodeNotes* found = form.notes_on(criterion.id);
  const NodeNotes& notes = found ? *found : kNone;
  add_state(form, criterion, lines);
  add_texts_of(form, {"2. Điểm mạnh", "2. Strengths"}, notes.strengths, lines);
  add_texts_of(form, {"3. Điểm yếu", "3. Weaknesses"}, notes.weaknesses, lines);
  for (const std::string& cause : notes.causes)
    add_lines(format_message(form.language(), words::kCause, cause), lines);
  add_lines(form.said({"4. Kế hoạch cải tiến chất lượng", "4. Improvement plan"}), lines,
            {.bold = true});
  for (const PlanEntry& entry : notes.plan)
    add_lines("- " + plan_line(entry, form.language()) + ".", lines);
  add_lines(form.said(form.school.row.text(IdentityColumn::assessment) == "external"
                          ? Message{"5. Đánh giá", "5. Assessment"}
                          : words::kSelfAssessed),
            lines, {.bold = true});
  return lines;
}

Cell verdict_cell(const FormView& form, uint32_t indicator) {
  const size_t row = form.school.row.row;
  const Verdict judged = verdict_of(form.view.judged(), row, indicator);
  return text_cell(marked(verdict_words(judged, form.language()),
                          judged != verdict_of(form.view.score(), row, indicator)));
}

/// The levels side by side: indicator and verdict of each.
Table verdict_table(const FormView& form, const Criterion& criterion) {
  const auto levels = indicators_by_level(form.set(), criterion);
  const double width = 80.0 / static_cast<double>(2 * levels.size());
  Table table = form_table();
  table.header.resize(2);
  size_t rows = 0;
  for (const auto& [level, indicators] : levels) {
    table.columns.push_back({.align = Align::center, .width = width});
    table.columns.push_back({.align = Align::center, .fit = Fit::wrap, .width = width});
    table.header[0].push_back({level_title(form.set(), level, form.language()), 2});
    table.header[1].push_back({form.said(words::kIndicatorHead)});
    table.header[1].push_back({form.said({"Đạt/Không đạt", "Met/not met"})});
    rows = std::max(rows, indicators.size());
  }
  for (size_t i = 0; i < rows; ++i) {
    Row row;
    for (const auto& [level, indicators] : levels) {
      if (i >= indicators.size()) {
        row.cells.insert(row.cells.end(), {text_cell(""), text_cell("")});
        continue;
      }
      const Indicator& indicator = form.set().indicators[indicators[i]];
      row.cells.push_back(text_cell(indicator.letter.empty() ? "–" : indicator.letter));
      row.cells.push_back(verdict_cell(form, indicators[i]));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Sheet criterion_sheet(const FormView& form, const Criterion& criterion) {
  const CriteriaSet& set = form.set();
  const Standard& standard = set.standards[criterion.standard];
  const int lowest = set.indicators[criterion.first_indicator].level;
  Sheet sheet;
  sheet.landscape = false;
  sheet.title = form.said(
      lowest >= 4 ? Message{"PHIẾU ĐÁNH GIÁ TIÊU CHÍ MỨC 4", "SHEET OF A CRITERION OF LEVEL 4"}
                  : words::kCriterionTitle);
  Table head = prose();
  const Language language = form.language();
  add_lines(format_message(language, {"Trường: {0}", "School: {0}"},
                           form.school.row.text(IdentityColumn::school_name)),
            head);
  add_lines(form.said({"Nhóm, cá nhân: ................................",
                       "Group, person: ................................"}),
            head);
  add_lines(standard_words(standard, language), head, {.bold = true});
  add_lines(
      format_message(language, words::kCriterionLine, criterion.id, criterion.title.in(language)),
      head, {.bold = true});
  add_texts(form, criterion, head);
  Table result = prose();
  const auto index = static_cast<uint32_t>(&criterion - set.criteria.data());
  add_differences(form.view, {index}, result);
  add_lines(format_message(language, words::kResultLine,
                           level_words_of_both(set, lowest, judged_level(form.school.row, index),
                                               scored_level(form.school.row, index), language)),
            result, {.bold = true});
  sheet.tables = {std::move(head), notes_lines(form, criterion), verdict_table(form, criterion),
                  std::move(result)};
  sheet.signatures = SignatureBlock{
      {},
      {{form.said({"NGƯỜI VIẾT PHIẾU", "WRITTEN BY"}), form.said(words::kSignNote), {}},
       {form.said({"TRƯỞNG NHÓM CÔNG TÁC", "HEAD OF THE GROUP"}),
        form.said(words::kSignNote),
        {}}}};
  return sheet;
}

}  // namespace kdcl
