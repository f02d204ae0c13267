// The improvement plan: what is in the way of the next level, joined to what the school plans.
// For 2026 it is Biểu 2 of circular 57/2026, parts IV to VI: what figures tell is filled in, what
// belongs to people is theirs or stays empty.
#include <algorithm>
#include <array>
#include <set>

#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/forms/marks.h"
#include "report/forms/parts.h"
#include "report/school/school.h"

namespace kdcl {
namespace {

const std::vector<PlanEntry>& plans_of(const FormView& form, std::string_view criterion) {
  static const std::vector<PlanEntry> kNone;
  const NodeNotes* notes = form.notes_on(criterion);
  return notes ? notes->plan : kNone;
}

const Criterion& criterion_of(const FormView& form, const Gap& gap) {
  return form.set().criteria[form.set().indicators[gap.indicator].criterion];
}

std::string criterion_words(const FormView& form, const Criterion& criterion) {
  std::string words = criterion.id + " " + criterion.title.in(form.language());
  const auto& criteria = form.set().criteria;
  const bool has_optional = std::any_of(criteria.begin(), criteria.end(),
                                        [](const Criterion& each) { return !each.mandatory; });
  return has_optional && criterion.mandatory
             ? format_message(form.language(), words::kMandatoryMark, words)
             : words;
}

void add_plan_cells(const FormView& form, const PlanEntry& entry, Row& row) {
  for (const std::string& text :
       {entry.action, day_words(entry.by), entry.owner, cost_words(entry.cost, form.language())})
    row.cells.push_back(text_cell(text));
}

Table old_plan_table(const FormView& form) {
  Table table = form_table();
  table.columns = {{.align = Align::center, .width = 5},
                   {.align = Align::center, .width = 10},
                   {.fit = Fit::wrap, .width = 32},
                   {.align = Align::right, .fit = Fit::wrap, .width = 11},
                   {.align = Align::right, .fit = Fit::wrap, .width = 13},
                   {.fit = Fit::wrap, .width = 15},
                   {.fit = Fit::wrap, .width = 22},
                   {.fit = Fit::wrap, .width = 26},
                   {.align = Align::center, .fit = Fit::wrap, .width = 11},
                   {.fit = Fit::wrap, .width = 13},
                   {.align = Align::right, .fit = Fit::wrap, .width = 17}};
  table.header = {{{form.said(words::kNumberHead)},
                   {form.said({"Chỉ báo, tiêu chí", "Indicator, criterion"})},
                   {form.said({"Yêu cầu", "Requirement"})},
                   {form.said(words::kFoundHead)},
                   {form.said(words::kRequiredHead)},
                   {form.said(words::kShortHead)},
                   {form.said({"Điểm yếu", "Weakness"})},
                   {form.said(words::kPlanAction)},
                   {form.said(words::kPlanBy)},
                   {form.said(words::kPlanOwner)},
                   {form.said({"Kinh phí", "Cost"})}}};
  return table;
}

/// What the school wrote on the weakness of an indicator; of its criterion too where it is asked
/// for.
std::vector<std::string> own_weaknesses(const FormView& form, const Gap& gap, bool of_criterion) {
  std::vector<std::string> found;
  const auto add = [&](std::string_view node) {
    if (const NodeNotes* notes = form.notes_on(node))
      found.insert(found.end(), notes->weaknesses.begin(), notes->weaknesses.end());
  };
  if (of_criterion) add(criterion_of(form, gap).id);
  add(form.set().indicators[gap.indicator].name);
  return found;
}

/// The row with the first plan in it, a row for each further one; the row alone without any.
void add_plans(const FormView& form, Row row, const std::vector<PlanEntry>& plans, Table& table) {
  const size_t columns = row.cells.size();
  for (const PlanEntry& entry : plans) {
    add_plan_cells(form, entry, row);
    table.rows.push_back(std::exchange(row, Row{std::vector<Cell>(columns), {}}));
  }
  if (plans.empty()) table.rows.push_back(std::move(row));
}

/// A row a gap; plans and weaknesses of its criterion stand with the criterion's first gap. What
/// the indicator asks is no weakness: that is a figure or the school's own words.
void add_blocking(const FormView& form, const std::vector<Gap>& gaps, Table& table) {
  std::set<std::string> planned;
  size_t number = 0;
  for (const Gap& gap : gaps) {
    const std::string& criterion = criterion_of(form, gap).id;
    const bool is_first = planned.insert(criterion).second;
    Row row{
        {count_cell(++number), text_cell(form.set().indicators[gap.indicator].name),
         text_cell(gap_words(gap)), text_cell(gap.found), text_cell(gap.required),
         text_cell(gap.shortfall), text_cell(lines_of_texts(own_weaknesses(form, gap, is_first)))},
        {}};
    add_plans(form, std::move(row), is_first ? plans_of(form, criterion) : std::vector<PlanEntry>(),
              table);
  }
}

/// Plans of criteria that are not in the way; strengths are kept up too.
void add_others(const FormView& form, const std::vector<Gap>& gaps, Table& table) {
  std::set<std::string> blocking;
  for (const Gap& gap : gaps) blocking.insert(criterion_of(form, gap).id);
  size_t number = 0;
  for (const Criterion& criterion : form.set().criteria) {
    const std::vector<PlanEntry>& plans = plans_of(form, criterion.id);
    if (blocking.contains(criterion.id) || plans.empty()) continue;
    if (number == 0)
      table.rows.push_back({{{},
                             {},
                             text_cell(form.said({"2. Cải tiến ở các tiêu chí khác",
                                                  "2. Improvement of other criteria"}),
                                       {.bold = true})},
                            {}});
    Row row{{count_cell(++number),
             text_cell(criterion.id),
             text_cell(criterion.title.in(form.language())),
             {},
             {},
             {},
             text_cell(lines_of_texts(form.notes_on(criterion.id)->weaknesses))},
            {}};
    add_plans(form, std::move(row), plans, table);
  }
}

Sheet old_plan(const FormView& form) {
  const std::vector<Gap> gaps = gaps_of(form);
  Table table = old_plan_table(form);
  const std::string next = next_level_words(form);
  const Message title = gaps.empty()
                            ? Message{"1. Để đạt {0} không còn chỉ báo nào không đạt",
                                      "1. No unmet indicator is in the way of {0}"}
                            : Message{"1. Chỉ báo còn vướng để đạt {0}", "1. In the way of {0}"};
  table.title = next.empty()
                    ? form.said({"1. Trường đã ở mức cao nhất, không còn chỉ báo vướng",
                                 "1. The school is at the highest level: nothing is in the way"})
                    : format_message(form.language(), title, next);
  add_blocking(form, gaps, table);
  add_others(form, gaps, table);
  if (table.rows.empty()) table.header.clear();
  Sheet sheet;
  sheet.tables.push_back(std::move(table));
  sheet.main_table = 0;
  return sheet;
}

/// The criteria in the way, mandatory ones first, each with its gaps; then those that the school
/// has plans for, without gaps.
std::vector<std::pair<uint32_t, std::vector<Gap>>> issues_of(const FormView& form) {
  std::vector<std::pair<uint32_t, std::vector<Gap>>> issues;
  for (Gap& gap : gaps_of(form)) {
    const uint32_t criterion = form.set().indicators[gap.indicator].criterion;
    const auto known = std::find_if(issues.begin(), issues.end(),
                                    [&](const auto& issue) { return issue.first == criterion; });
    if (known == issues.end())
      issues.push_back({criterion, {std::move(gap)}});
    else
      known->second.push_back(std::move(gap));
  }
  const size_t blocking = issues.size();
  for (uint32_t i = 0; i < form.set().criteria.size(); ++i) {
    const auto end = issues.begin() + static_cast<ptrdiff_t>(blocking);
    const bool is_known =
        std::any_of(issues.begin(), end, [&](const auto& issue) { return issue.first == i; });
    if (!is_known && !plans_of(form, form.set().criteria[i].id).empty()) issues.push_back({i, {}});
  }
  return issues;
}

/// "Tỉ lệ hoàn thành: 62,4 %, cần ≥ 70 % (thiếu 7,6 điểm = 12 học sinh)"; empty where no figure
/// tells: what the indicator asks is no weakness.
std::string weakness_words(const Gap& gap, Language language) {
  if (gap.measure.empty()) return {};
  std::string words =
      gap.measure + ": " + gap.found + ", " + format_message(language, words::kNeeds, gap.required);
  return gap.shortfall.empty() ? words : words + " (" + gap.shortfall + ")";
}

std::string state_at(const FormView& form, int level) {
  if (level == kNoLevel) return lower_first(form.said(words::kNotApplicable));
  return format_message(
      form.language(),
      level > 0 ? Message{"đang ở {0}", "now at {0}"} : Message{"chưa đạt {0}", "below {0}"},
      level_title(form.set(), std::max(level, 1), form.language()));
}

std::string level_state(const FormView& form, uint32_t criterion) {
  const int judged = judged_level(form.school.row, criterion).level;
  const int scored = scored_level(form.school.row, criterion).level;
  if (judged == scored) return state_at(form, judged);
  return format_message(form.language(), words::kByFiguresBeside, state_at(form, judged),
                        state_at(form, scored));
}

Table issues_table(const FormView& form, const auto& issues) {
  Table table = form_table();
  table.title =
      form.said({"IV. Tóm tắt các vấn đề trọng tâm cần cải tiến", "IV. Main issues to improve"});
  table.columns = {{.align = Align::center, .width = 5}, {.fit = Fit::wrap, .width = 28},
                   {.fit = Fit::wrap, .width = 20},      {.fit = Fit::wrap, .width = 24},
                   {.fit = Fit::wrap, .width = 30},      {.fit = Fit::wrap, .width = 24}};
  table.header = {{{form.said(words::kNumberHead)},
                   {form.said(words::kStandardHead)},
                   {form.said({"Tiêu chí liên quan (nếu có)", "Criterion"})},
                   {form.said({"Đánh giá hiện trạng", "Present state"})},
                   {form.said({"Điểm hạn chế", "Weakness"})},
                   {form.said({"Nguyên nhân của hạn chế", "Cause"})}}};
  for (const auto& [index, gaps] : issues) {
    const Criterion& criterion = form.set().criteria[index];
    const Standard& standard = form.set().standards[criterion.standard];
    const NodeNotes* notes = form.notes_on(criterion.id);
    std::vector<std::string> weaknesses;
    if (notes) weaknesses = notes->weaknesses;
    for (const Gap& gap : gaps) {
      for (std::string& words : own_weaknesses(form, gap, false))
        weaknesses.push_back(std::move(words));
      if (std::string words = weakness_words(gap, form.language()); !words.empty())
        weaknesses.push_back(std::move(words));
    }
    std::string state = level_state(form, index);
    if (const std::string written = state_of(form, criterion.id); !written.empty())
      state += "\n" + written;
    table.rows.push_back({{count_cell(table.rows.size() + 1),
                           text_cell(standard.id + ". " + standard.title.in(form.language())),
                           text_cell(criterion_words(form, criterion)), text_cell(std::move(state)),
                           text_cell(lines_of_texts(weaknesses)),
                           text_cell(notes ? lines_of_texts(notes->causes) : std::string())},
                          {}});
  }
  return table;
}

/// The documents that the circular suggests for the criterion.
std::string suggested_evidence(const FormView& form, const Criterion& criterion) {
  std::vector<std::string> texts;
  for (const LocalText& text : criterion.evidence) texts.push_back(text.in(form.language()));
  return joined(texts, "; ");
}

/// A plan of a criterion, beside the gap that it is shown with, if any.
Row work_row(const FormView& form, const Criterion& criterion, const Gap* gap,
             const PlanEntry& entry, size_t number, bool is_first) {
  const bool has_figure = gap && !gap->required.empty();
  const std::string content = gap        ? criterion.id + ": " + gap->text
                              : is_first ? criterion_words(form, criterion)
                                         : "";
  std::string goal = entry.goal;
  if (goal.empty() && gap) {
    // What the criterion lacks may be of a lower level than the one that the school is after.
    const int level = form.set().indicators[gap->indicator].level;
    goal = format_message(form.language(), words::kCriterionReaches,
                          level_title(form.set(), level, form.language()));
  }
  return {{count_cell(number), text_cell(content), text_cell(goal), text_cell(entry.action),
           text_cell(has_figure ? gap->measure + ": " + gap->required : ""),
           text_cell(day_words(entry.by)), text_cell(entry.owner),
           text_cell(cost_words(entry.cost, form.language())),
           text_cell(gap || is_first ? suggested_evidence(form, criterion) : ""),
           text_cell(entry.is_done ? form.said(words::kTrackDone) : std::string())},
          {}};
}

Table work_table(const FormView& form, const auto& issues) {
  Table table = form_table();
  table.title = form.said({"V. Kế hoạch cải tiến chất lượng", "V. Improvement plan"});
  table.columns = {{.align = Align::center, .width = 5}, {.fit = Fit::wrap, .width = 28},
                   {.fit = Fit::wrap, .width = 20},      {.fit = Fit::wrap, .width = 24},
                   {.fit = Fit::wrap, .width = 30},      {.fit = Fit::wrap, .width = 11},
                   {.fit = Fit::wrap, .width = 13},      {.fit = Fit::wrap, .width = 13},
                   {.fit = Fit::wrap, .width = 20},      {.fit = Fit::wrap, .width = 10}};
  const Message heads[] = {
      words::kNumberHead,
      {"Nội dung cải tiến", "What to improve"},
      {"Mục tiêu cải tiến", "Goal"},
      {"Hoạt động/giải pháp", "Activity"},
      {"Chỉ số đánh giá kết quả", "Measure of the result"},
      {"Thời gian thực hiện", "Time"},
      {"Đơn vị/cá nhân phụ trách", "Unit or person responsible"},
      {"Nguồn lực bảo đảm", "Resources"},
      {"Thông tin, dữ liệu hoặc minh chứng dự kiến", "Data or evidence expected"},
      {"Mức độ thực hiện", "Degree of completion"}};
  table.header.resize(2);
  for (size_t i = 0; i < std::size(heads); ++i) {
    table.header[0].push_back({form.said(heads[i])});
    table.header[1].push_back({fmt::format("({})", i + 1)});
  }
  for (const auto& [index, gaps] : issues) {
    const Criterion& criterion = form.set().criteria[index];
    const std::vector<PlanEntry>& plans = plans_of(form, criterion.id);
    const size_t rows = std::max(gaps.size(), plans.size());
    for (size_t i = 0; i < rows; ++i)
      table.rows.push_back(work_row(form, criterion, i < gaps.size() ? &gaps[i] : nullptr,
                                    i < plans.size() ? plans[i] : PlanEntry{},
                                    table.rows.size() + 1, i == 0));
  }
  return table;
}

Table watch_table(const FormView& form) {
  Table table = form_table();
  table.title =
      form.said({"VI. Theo dõi và đánh giá thực hiện (giám sát nội bộ)", "VI. Internal review"});
  table.columns = {{.fit = Fit::wrap, .width = 10},
                   {.fit = Fit::wrap, .width = 20},
                   {.fit = Fit::wrap, .width = 20},
                   {.fit = Fit::wrap, .width = 20},
                   {.fit = Fit::wrap, .width = 20}};
  table.header = {{{form.said({"Thời điểm", "When"})},
                   {form.said({"Nội dung theo dõi", "What is reviewed"})},
                   {form.said({"Kết quả thực hiện", "Results"})},
                   {form.said({"Điều chỉnh (nếu có)", "Changes"})},
                   {form.said({"Người đánh giá", "Reviewed by"})}}};
  for (const Message& when :
       {Message{"Cuối học kỳ I", "End of semester I"}, Message{"Cuối năm học", "End of the year"}})
    table.rows.push_back({{text_cell(form.said(when))}, {}});
  return table;
}

Sheet new_plan(const FormView& form) {
  const auto issues = issues_of(form);
  Sheet sheet;
  sheet.tables = {issues_table(form, issues), work_table(form, issues), watch_table(form)};
  return sheet;
}

}  // namespace

Sheet plan_sheet(const FormView& form) {
  Sheet sheet = has_letters(form.set()) ? old_plan(form) : new_plan(form);
  sheet.title = form.said({"KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "IMPROVEMENT PLAN"});
  return sheet;
}

// What became of an earlier plan, and self-assessment beside external assessment.

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
