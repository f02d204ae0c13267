#include "report/school/sections.h"

#include <algorithm>

#include "report/check/rows.h"
#include "report/common/figure_words.h"
#include "report/common/phrases.h"
#include "report/common/words.h"

namespace kdcl {
namespace {

/// Parts of a note: "ngưỡng riêng: … · Điều 18 khoản 2".
std::string note_of(const SchoolView& view, const Indicator& indicator, const Figure* figure) {
  std::vector<std::string> parts;
  if (figure) {
    const Requirement& requirement = indicator.requirements[figure->requirement];
    std::string exception = exception_text(view.run, requirement, *figure, view.language);
    if (!exception.empty()) parts.push_back(std::move(exception));
  }
  std::string held = view.held_text(static_cast<size_t>(&indicator - view.set().indicators.data()));
  if (figure && !held.empty()) parts.push_back(std::move(held));
  if (!indicator.clause.empty()) parts.push_back(indicator.clause);
  if (indicator.checked == Certainty::low || (figure && figure->doubtful))
    parts.push_back(
        Message{"quy định này có độ tin cậy thấp", "this text is of low certainty"}.text(
            view.language));
  return joined(parts, " · ");
}

bool figures_fail(const Figure* figure) { return figure && figure->fails; }

/// True where the figures, not the judgement, are what is not met: only then do they explain it.
bool shows_figure(const SchoolView& view, size_t indicator) {
  const Figure* figure = view.figure(indicator);
  return figure && !std::isnan(figure->found) &&
         (figures_fail(figure) || !view.table().not_met.test(view.at.row, indicator));
}

Row not_met_row(const SchoolView& view, size_t index) {
  const Indicator& indicator = view.set().indicators[index];
  const Figure* figure = shows_figure(view, index) ? view.figure(index) : nullptr;
  if (!figure)
    return {{text_cell(indicator.name),
             text_cell(indicator.text.in(view.language)),
             {},
             {},
             text_cell((view.table().filled.test(view.at.row, index) ? words::kFilledNotMet
                                                                     : words::kJudgedNotMet)
                           .text(view.language))},
            note_of(view, indicator, nullptr)};
  const Requirement& requirement = indicator.requirements[figure->requirement];
  const std::string needed = required_text(view.run, requirement, figure->required, view.language);
  return {
      {text_cell(indicator.name), text_cell(requirement.title.in(view.language)),
       text_cell(found_text(view.run, requirement, *figure, view.language), {.tone = Tone::bad}),
       text_cell(format_message(view.language, words::kNeeds, needed)),
       text_cell(shortfall_text(view.run, requirement, *figure, view.language))},
      note_of(view, indicator, figure)};
}

Table not_met_table(const SchoolView& view, const std::vector<size_t>& indicators) {
  Table table;
  table.columns = {{.width = 9},
                   {.fit = Fit::wrap, .width = 60},
                   {.align = Align::right, .width = 14},
                   {.width = 20},
                   {.fit = Fit::wrap, .width = 34}};
  for (const size_t indicator : indicators) table.rows.push_back(not_met_row(view, indicator));
  return table;
}

Row missing_row(const SchoolView& view, size_t index) {
  const Indicator& indicator = view.set().indicators[index];
  std::vector<std::string> parts;
  if (indicator.requirements.empty() || !indicator.covers_whole())
    parts.push_back(words::kNotJudged.text(view.language));
  const auto fields = unknown_fields(view.run, indicator, view.table(), view.at.row, view.language);
  if (!fields.empty())
    parts.push_back(format_message(view.language, words::kLacks, joined(fields, ", ")));
  if (std::string held = view.held_text(index); !held.empty()) parts.push_back(std::move(held));
  if (parts.empty()) parts.push_back(words::kNotJudged.text(view.language));
  return {{text_cell(indicator.name), text_cell(indicator.text.in(view.language)),
           text_cell(joined(parts, "; "))},
          indicator.clause};
}

/// Indicators of a verdict that a bit of the score leaves over.
std::vector<size_t> indicators_where(const SchoolView& view, auto holds) {
  std::vector<size_t> indicators;
  for (size_t i = 0; i < view.set().indicators.size(); ++i)
    if (holds(i)) indicators.push_back(i);
  return indicators;
}

std::vector<size_t> indicators_in(const SchoolView& view, const BitRows& bits) {
  return indicators_where(view, [&](size_t i) { return bits.test(view.at.row, i); });
}

std::string next_level(const SchoolView& view) {
  return level_title(view.set(), view.score().level[view.at.row] + 1, view.language);
}

/// One line of names; the titles stand elsewhere in the report.
Table names_table(const SchoolView& view, const Message& title,
                  const std::vector<size_t>& indicators) {
  Table table;
  if (indicators.empty()) return table;
  std::vector<std::string> names;
  for (const size_t i : indicators) names.push_back(view.set().indicators[i].name);
  table.title = title.text(view.language);
  table.columns = {{.fit = Fit::wrap, .width = 9}};
  table.rows.push_back({{text_cell(joined(names, "  "))}, {}});
  return table;
}

Row contradiction_row(const SchoolView& view, size_t index) {
  const Indicator& indicator = view.set().indicators[index];
  const Figure* figure = view.figure(index);
  if (!figure)
    return {{text_cell(indicator.name), text_cell(Message{"đánh giá mâu thuẫn với số liệu",
                                                          "the judgement contradicts the figures"}
                                                      .text(view.language))},
            {}};
  const Requirement& requirement = indicator.requirements[figure->requirement];
  const bool judged_met = view.table().met.test(view.at.row, index);
  const std::string needed = required_text(view.run, requirement, figure->required, view.language);
  return {{text_cell(indicator.name),
           text_cell(format_message(view.language,
                                    judged_met
                                        ? Message{"đánh giá đạt nhưng số liệu {0}, {1}: {2}",
                                                  "judged met but the figure is {0}, {1}: {2}"}
                                        : Message{"đánh giá không đạt nhưng số liệu {0}, {1}: {2}",
                                                  "judged not met but the figure is {0}, {1}: {2}"},
                                    found_text(view.run, requirement, *figure, view.language),
                                    format_message(view.language, words::kNeeds, needed),
                                    lower_first(requirement.title.in(view.language))))},
          {}};
}

int own_highest(const CriteriaSet& set, const Criterion& criterion) {
  return set.indicators[criterion.first_indicator + criterion.indicator_count - 1].level;
}

int level_of(const SchoolView& view, size_t criterion) {
  return view.score().criterion_level[view.at.row * view.score().criteria_stride + criterion];
}

/// What one level of a criterion says by itself: not met wins, then unknown, then met.
std::string_view mark_of(const SchoolView& view, const Criterion& criterion, int level) {
  bool any_met = false;
  bool any_unknown = false;
  for (size_t i = criterion.first_indicator;
       i < criterion.first_indicator + criterion.indicator_count; ++i) {
    if (view.set().indicators[i].level != level) continue;
    const Verdict verdict = verdict_of(view.score(), view.at.row, i);
    if (verdict == Verdict::not_met) return "–";
    any_met |= verdict == Verdict::met;
    any_unknown |= verdict == Verdict::unknown;
  }
  return any_unknown ? "?" : any_met ? "●" : "·";
}

Row criterion_row(const SchoolView& view, size_t index) {
  const Criterion& criterion = view.set().criteria[index];
  const int level = level_of(view, index);
  const size_t cell = view.at.row * view.score().criteria_stride + index;
  std::string marks;
  for (int l = 1; l <= view.set().top_level(); ++l) marks += mark_of(view, criterion, l);
  Cell shown{LevelRange{level, view.score().criterion_level_max[cell]},
             {.tone = tone_of_criterion(view.set(), criterion, level)}};
  if (level == kNoLevel) shown = {Verdict::not_applicable, {.tone = Tone::quiet}};
  return {{text_cell(criterion.id), text_cell(criterion.title.in(view.language)), std::move(shown),
           text_cell(marks)},
          {}};
}

}  // namespace

const Figure* SchoolView::figure(size_t indicator) const {
  const SchoolDetail* details = detail();
  if (!details || indicator >= details->figures.size() || !details->figures[indicator])
    return nullptr;
  return &*details->figures[indicator];
}

std::string SchoolView::held_text(size_t indicator) const {
  std::vector<std::string> parts;
  for (const HeldLevel& held : detail() ? detail()->held : std::vector<HeldLevel>()) {
    if (held.indicator != indicator) continue;
    if (!held.blocking.empty())
      parts.push_back(format_message(language, {"còn vướng: {0}", "in the way: {0}"},
                                     joined(held.blocking, ", ")));
    if (!held.missing.empty())
      parts.push_back(format_message(language, words::kLacks, joined(held.missing, ", ")));
  }
  return joined(parts, "; ");
}

Table blocking_section(const SchoolView& view) {
  const auto indicators = indicators_in(view, view.score().blocking);
  Table table = not_met_table(view, indicators);
  if (indicators.size() == 1)
    table.title = format_message(
        view.language,
        {"Để lên {0} còn 1 chỉ báo không đạt", "In the way of {0}: 1 indicator not met"},
        next_level(view));
  else
    table.title = format_message(
        view.language,
        {"Để lên {0} còn {1} chỉ báo không đạt", "In the way of {0}: {1} indicators not met"},
        next_level(view), indicators.size());
  return table;
}

Table missing_section(const SchoolView& view) {
  Table table;
  table.title = format_message(
      view.language,
      {"Thiếu số liệu hoặc đánh giá để xét {0}", "Data or judgements missing for {0}"},
      next_level(view));
  table.columns = {{.width = 9}, {.fit = Fit::wrap, .width = 60}, {.fit = Fit::wrap, .width = 14}};
  for (const size_t i : indicators_in(view, view.score().missing))
    table.rows.push_back(missing_row(view, i));
  return table;
}

Table contradiction_section(const SchoolView& view) {
  Table table;
  table.title = Message{"Cần xem lại", "To look at again"}.text(view.language);
  table.columns = {{.width = 9}, {.fit = Fit::wrap, .width = 60}};
  for (const size_t i : indicators_in(view, view.score().contradiction))
    table.rows.push_back(contradiction_row(view, i));
  for (const Criterion* criterion : excluded_criteria(view.set(), view.table(), view.at.row))
    table.rows.push_back(
        {{text_cell(criterion->id),
          text_cell(Message{"tiêu chí bắt buộc được đánh giá không áp dụng, nên không tính vào mức",
                            "mandatory, but judged not applicable, and so left out of the level"}
                        .text(view.language))},
         criterion->clause});
  return table;
}

Table other_not_met_section(const SchoolView& view) {
  Table table =
      not_met_table(view, indicators_where(view, [&view](size_t i) {
                      return verdict_of(view.score(), view.at.row, i) == Verdict::not_met &&
                             !view.score().blocking.test(view.at.row, i);
                    }));
  table.title = Message{"Không đạt khác", "Also not met"}.text(view.language);
  return table;
}

Table other_unknown_section(const SchoolView& view) {
  return names_table(view, {"Chưa rõ khác", "Also unknown"},
                     indicators_where(view, [&view](size_t i) {
                       return verdict_of(view.score(), view.at.row, i) == Verdict::unknown &&
                              !view.score().missing.test(view.at.row, i);
                     }));
}

Table unverified_section(const SchoolView& view) {
  return names_table(
      view, {"Đánh giá đạt chưa đối chiếu được với số liệu", "Judged met, not verified by figures"},
      indicators_in(view, view.score().unverified));
}

Table monitor_section(const SchoolView& view) {
  Table table;
  table.title =
      Message{"Số đo theo dõi, không quyết định kết quả", "Monitored, never deciding"}.text(
          view.language);
  table.columns = {{.align = Align::right, .width = 9}, {.fit = Fit::wrap, .width = 60}};
  const SchoolDetail* detail = view.detail();
  for (size_t i = 0; detail && i < view.set().monitors.size() && i < detail->monitors.size(); ++i) {
    const Monitor& monitor = view.set().monitors[i];
    std::string value = measured_text(detail->monitors[i], monitor.unit, view.language);
    if (value.empty()) value = Message{"thiếu số liệu", "no figure"}.text(view.language);
    table.rows.push_back(
        {{text_cell(std::move(value)), text_cell(monitor.title.in(view.language))}, {}});
  }
  return table;
}

Table condition_section(const SchoolView& view) {
  Table table;
  table.title = Message{"Điều kiện công nhận", "Conditions of awards"}.text(view.language);
  table.columns = {{.width = 9}, {.fit = Fit::wrap, .width = 60}, {.fit = Fit::wrap, .width = 14}};
  size_t position = 0;
  const SchoolDetail* detail = view.detail();
  for (const AwardFamily& family : view.set().award_families) {
    for (const Award& award : family.awards) {
      for (const Condition& condition : award.conditions) {
        if (!detail || position >= detail->conditions.size()) return table;
        const Verdict verdict = detail->conditions[position++];
        const std::string& text = condition.text.in(view.language);
        const std::string whose = lower_first(award.title.in(view.language));
        // Most awards share their conditions; each is said once with all the awards it belongs to.
        const auto same = std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& row) {
          return std::get<Verdict>(row.cells[0].content) == verdict &&
                 std::get<std::string>(row.cells[1].content) == text;
        });
        if (same == table.rows.end())
          table.rows.push_back({{{verdict, {}}, text_cell(text), text_cell(whose)}, {}});
        else
          std::get<std::string>(same->cells[2].content) += ", " + whose;
      }
    }
  }
  return table;
}

Table strength_section(const SchoolView& view) {
  Table table;
  std::vector<std::string> ids;
  for (size_t i = 0; i < view.set().criteria.size(); ++i)
    if (level_of(view, i) == own_highest(view.set(), view.set().criteria[i]))
      ids.push_back(view.set().criteria[i].id);
  if (ids.empty()) return table;
  table.title = ids.size() == 1
                    ? Message{"Điểm mạnh: 1 tiêu chí đạt mức cao nhất của tiêu chí",
                              "Strengths: 1 criterion at its own highest level"}
                          .text(view.language)
                    : format_message(view.language,
                                     {"Điểm mạnh: {0} tiêu chí đạt mức cao nhất của tiêu chí",
                                      "Strengths: {0} criteria at their own highest level"},
                                     ids.size());
  table.columns = {{.fit = Fit::wrap, .width = 9}};
  table.rows.push_back({{text_cell(joined(ids, "  "))}, {}});
  return table;
}

Table criteria_section(const SchoolView& view) {
  Table table;
  table.title = Message{"Các tiêu chí", "Criteria"}.text(view.language);
  table.columns = {{.width = 9},
                   {.fit = Fit::wrap, .width = 60},
                   {.align = Align::center, .width = 14},
                   {.width = 20}};
  table.header = {{{words::kCode.text(view.language)},
                   {words::kCriterion.text(view.language)},
                   {words::kLevelHead.text(view.language)},
                   {Message{"Từng mức", "Each level"}.text(view.language)}}};
  for (const Standard& standard : view.set().standards) {
    table.rows.push_back({{text_cell(standard.id, {.bold = true}),
                           text_cell(standard.title.in(view.language), {.bold = true})},
                          {}});
    for (uint32_t i = 0; i < standard.criterion_count; ++i)
      table.rows.push_back(criterion_row(view, standard.first_criterion + i));
  }
  return table;
}

}  // namespace kdcl
