// What became of an earlier plan, and self-assessment beside external assessment.
#include <algorithm>
#include <array>

#include "report/form_judged.h"
#include "report/form_sheets.h"
#include "report/form_words.h"
#include "report/phrases.h"
#include "report/school_lines.h"
#include "report/words.h"

namespace kdcl {
namespace {

struct OutcomeWords {
  PlanOutcome outcome;
  Message words;
  Tone tone;
};
constexpr std::array kOutcomes{
    OutcomeWords{PlanOutcome::done, words::kTrackDone, Tone::good},
    OutcomeWords{PlanOutcome::late, Message{"quá hạn", "late"}, Tone::bad},
    OutcomeWords{PlanOutcome::open, Message{"đang thực hiện", "open"}, Tone::fair},
    OutcomeWords{PlanOutcome::not_needed, Message{"không còn cần", "no longer needed"},
                 Tone::quiet}};

Row tracking_row(const FormView& form, const TrackedPlan& plan, size_t number) {
  const auto known = std::find_if(kOutcomes.begin(), kOutcomes.end(),
                                  [&](const auto& each) { return each.outcome == plan.outcome; });
  static const PlanEntry kNone{};
  const PlanEntry& entry = plan.entry ? *plan.entry : kNone;
  return {
      {count_cell(number), text_cell(plan.criterion), text_cell(joined(plan.then, ", ")),
       plan.entry
           ? text_cell(entry.action)
           : text_cell(form.said({"(chưa có kế hoạch)", "(nothing planned)"}), {.italic = true}),
       text_cell(day_words(entry.by)), text_cell(entry.owner), text_cell(joined(plan.now, ", ")),
       text_cell(form.said(known->words), {.bold = true, .tone = known->tone})},
      {}};
}

std::string outcome_counts(const FormView& form) {
  std::vector<std::string> parts;
  for (const OutcomeWords& each : kOutcomes) {
    const auto count =
        std::count_if(form.school.tracked.begin(), form.school.tracked.end(),
                      [&](const TrackedPlan& plan) { return plan.outcome == each.outcome; });
    if (count > 0)
      parts.push_back(
          format_message(form.language(), {"{0}: {1}", "{0}: {1}"}, form.said(each.words), count));
  }
  return joined(parts, " · ");
}

Day day_of(const RowAt& at) { return at.block->table.assessed_on[at.row]; }

/// The marks of one side; true if one of them says that the rules come to something else.
bool add_marks(const CriteriaSet& set, const RowAt& at, uint32_t index, Row& row) {
  ResultCells result = result_cells(set, at, index, set.top_level());
  std::move(result.cells.begin(), result.cells.end(), std::back_inserter(row.cells));
  return result.is_other;
}

Message external_head(const CriteriaSet& set) {
  return has_letters(set) ? Message{"Đánh giá ngoài", "External assessment"}
                          : Message{"Thẩm định", "External assessment"};
}

/// Criteria in which the marks of a side say that the rules come to something else.
struct OtherMarks {
  std::vector<uint32_t> own, external;
};

Table both_table(const FormView& form, OtherMarks& marks) {
  const CriteriaSet& set = form.set();
  Table table = form_table();
  table.title = form.said({"d) Kết quả đánh giá các tiêu chí", "d) Results of the criteria"});
  table.columns = {{.fit = Fit::wrap, .width = 44}};
  table.header = {{{form.said(words::kMarksCriterion), 1, 2}}, {}};
  for (const Message& side : {words::kSelfHead, external_head(set)}) {
    table.header[0].push_back({form.said(side), set.levels.size() + 1});
    table.header[1].push_back({form.said(words::kNotMetHead)});
    table.columns.push_back({.align = Align::center, .width = 9});
    for (int level = 1; level <= set.top_level(); ++level) {
      table.header[1].push_back({level_title(set, level, form.language())});
      table.columns.push_back({.align = Align::center, .width = 8});
    }
  }
  for (const Standard& standard : set.standards) {
    table.rows.push_back(
        {{text_cell(standard_words(standard, form.language()), {.bold = true})}, {}});
    for (uint32_t i = 0; i < standard.criterion_count; ++i) {
      const uint32_t index = standard.first_criterion + i;
      Row row{
          {text_cell(format_message(form.language(), words::kCriterionLine, set.criteria[index].id,
                                    set.criteria[index].title.in(form.language())))},
          {}};
      if (add_marks(set, form.school.row, index, row)) marks.own.push_back(index);
      if (add_marks(set, *form.school.external, index, row)) marks.external.push_back(index);
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

/// What the marks of one side mean, under its name.
void add_side(const SchoolView& view, const Message& side, const std::vector<uint32_t>& criteria,
              Table& lines) {
  if (criteria.empty()) return;
  add_lines(side.in(view.language), lines, {.bold = true});
  add_differences(view, criteria, lines);
}

/// What was judged, marked where the rules come to another verdict.
Cell judged_cell(const RowAt& at, size_t indicator, Language language) {
  const Verdict judged = verdict_of(at.block->beside, at.row, indicator);
  if (judged == verdict_of(at.block->score, at.row, indicator)) return {judged, {}};
  return text_cell(marked(lower_first(verdict_words(judged, language)), true));
}

Table differences_table(const FormView& form) {
  const CriteriaSet& set = form.set();
  const RowAt& own = form.school.row;
  const RowAt& other = *form.school.external;
  Table table = form_table();
  table.columns = {{.fit = Fit::wrap, .width = 44},
                   {.align = Align::center, .width = 9},
                   {.align = Align::center, .fit = Fit::wrap, .width = 8},
                   {.align = Align::center, .fit = Fit::wrap, .width = 8}};
  table.header = {{{form.said(words::kContentHead)},
                   {form.said(words::kIndicatorHead)},
                   {form.said(words::kSelfHead)},
                   {form.said(external_head(form.set()))}}};
  for (size_t i = 0; i < set.indicators.size(); ++i) {
    if (verdict_of(own.block->beside, own.row, i) == verdict_of(other.block->beside, other.row, i))
      continue;
    const Indicator& indicator = set.indicators[i];
    table.rows.push_back(
        {{text_cell(indicator.text.in(form.language())), text_cell(indicator.name),
          judged_cell(own, i, form.language()), judged_cell(other, i, form.language())},
         {}});
  }
  table.title = format_message(
      form.language(),
      {"Chỉ báo hai bên đánh giá khác nhau ({0})", "Indicators judged differently ({0})"},
      table.rows.size());
  return table;
}

}  // namespace

Sheet tracking_sheet(const FormView& form) {
  Sheet sheet;
  sheet.title = form.said({"THEO DÕI KẾ HOẠCH CẢI TIẾN", "THE PLAN SO FAR"});
  sheet.subtitles = {format_message(form.language(),
                                    {"Kế hoạch của lần đánh giá {0}, xét tại lần đánh giá {1}",
                                     "Plans of the assessment of {0}, as of that of {1}"},
                                    day_text(day_of(*form.school.earlier), form.language()),
                                    day_text(day_of(form.school.row), form.language())),
                     outcome_counts(form)};
  Table table = form_table();
  table.columns = {{.align = Align::center, .width = 5},
                   {.align = Align::center, .width = 9},
                   {.fit = Fit::wrap, .width = 18},
                   {.fit = Fit::wrap, .width = 50},
                   {.align = Align::center, .fit = Fit::wrap, .width = 11},
                   {.fit = Fit::wrap, .width = 18},
                   {.fit = Fit::wrap, .width = 18},
                   {.align = Align::center, .fit = Fit::wrap, .width = 16}};
  table.header = {{{form.said(words::kNumberHead)},
                   {form.said(words::kCriterionHead)},
                   {form.said({"Chỉ báo chưa đạt khi lập kế hoạch", "Not met then"})},
                   {form.said(words::kPlanAction)},
                   {form.said(words::kPlanBy)},
                   {form.said(words::kPlanOwner)},
                   {form.said({"Nay còn chưa đạt", "Still not met"})},
                   {form.said({"Tình trạng", "Outcome"})}}};
  for (const TrackedPlan& plan : form.school.tracked)
    table.rows.push_back(tracking_row(form, plan, table.rows.size() + 1));
  sheet.tables = {std::move(table)};
  sheet.main_table = 0;
  return sheet;
}

Sheet external_sheet(const FormView& form) {
  const RowAt& other = *form.school.external;
  Sheet sheet;
  const std::string word = form.said(external_word(form.set()));
  sheet.title = format_message(
      form.language(), {"KẾT QUẢ TỰ ĐÁNH GIÁ VÀ {0}", "SELF-ASSESSMENT AND {0}"}, upper(word));
  sheet.subtitles = {format_message(form.language(),
                                    {"Tự đánh giá {0}; {1} {2}", "Self-assessment {0}; {1} {2}"},
                                    day_text(day_of(form.school.row), form.language()), word,
                                    day_text(day_of(other), form.language()))};
  OtherMarks marks;
  sheet.tables = {both_table(form, marks)};
  Table lines = prose();
  add_side(form.view, words::kSelfHead, marks.own, lines);
  add_side({form.view.run, other, form.language()}, external_head(form.set()), marks.external,
           lines);
  const auto level = [&](const RowAt& at) {
    return level_words_of_both(form.set(), 1, judged_level(at), scored_level(at), form.language());
  };
  add_lines(format_message(
                form.language(), {"Tự đánh giá: {0}. {1}: {2}.", "Self-assessment: {0}. {1}: {2}."},
                level(form.school.row), form.said(external_head(form.set())), level(other)),
            lines, {.bold = true});
  Table differences = differences_table(form);
  if (differences.rows.empty())
    add_lines(form.said({"Hai bên đánh giá giống nhau ở mọi chỉ báo.",
                         "Both judge every indicator alike."}),
              lines);
  sheet.tables.push_back(std::move(lines));
  if (!differences.rows.empty()) sheet.tables.push_back(std::move(differences));
  return sheet;
}

}  // namespace kdcl
