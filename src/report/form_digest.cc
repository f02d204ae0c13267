// One page on a school: level, awards, standards, what to do next, strengths.
#include <algorithm>

#include "report/form_gaps.h"
#include "report/form_judged.h"
#include "report/form_sheets.h"
#include "report/form_words.h"
#include "report/phrases.h"
#include "report/school_lines.h"
#include "report/school_words.h"
#include "report/score_counts.h"
#include "report/source_tables.h"
#include "report/words.h"

namespace kdcl {
namespace {

constexpr size_t kMostGaps = 12;  // that leave the page one page

LevelCount count_of(const FormView& form, const Standard& standard, int level) {
  return count_level(form, form.view.score(), standard, level);
}

/// The level that shares and chart are about: the next one, or the highest below it that more than
/// one standard asks of. What is asked of the whole school alone would be a chart of one bar.
int shown_level(const FormView& form) {
  const int next =
      std::min<int>(form.view.score().level[form.school.row.row] + 1, form.set().top_level());
  for (int level = next; level > 0; --level) {
    const auto& standards = form.set().standards;
    const auto asking =
        std::count_if(standards.begin(), standards.end(),
                      [&](const Standard& each) { return count_of(form, each, level).whole > 0; });
    if (asking > 1) return level;
  }
  return next;
}

/// "8/10" for every level, "–" where no criterion asks anything, and the share at the level shown.
Row standard_row(const FormView& form, const Standard& standard) {
  Row row{{text_cell(standard_words(standard, form.language()))}, {}};
  for (int level = 1; level <= form.set().top_level(); ++level) {
    const LevelCount count = count_of(form, standard, level);
    row.cells.push_back(
        text_cell(count.whole > 0 ? fmt::format("{}/{}", count.met, count.whole) : "–"));
  }
  const LevelCount shown = count_of(form, standard, shown_level(form));
  row.cells.push_back({Number{.value = shown.whole > 0 ? 100.0 * static_cast<double>(shown.met) /
                                                             static_cast<double>(shown.whole)
                                                       : kUnknown,
                              .decimals = 1,
                              .unit = "%"}});
  return row;
}

/// Standards that ask nothing at the level shown stand below the others: the chart is without them.
Table standards_table(const FormView& form) {
  const CriteriaSet& set = form.set();
  Table table;
  table.title = form.said(
      differences_of(form.school.row).empty()
          ? Message{"1. Số tiêu chí đạt, theo tiêu chuẩn", "1. Criteria reached, by standard"}
          : Message{"1. Số tiêu chí đạt theo số liệu, theo tiêu chuẩn",
                    "1. Criteria reached by the figures, by standard"});
  table.columns = {{.fit = Fit::wrap, .width = 36}};
  table.header = {{{form.said(words::kStandardHead)}}};
  for (int level = 1; level <= set.top_level(); ++level) {
    table.columns.push_back({.align = Align::right, .width = 9});
    table.header[0].push_back({format_message(form.language(), {"Đạt {0}", "At {0}"},
                                              level_title(set, level, form.language()))});
  }
  table.columns.push_back({.align = Align::right, .width = 9});
  table.header[0].push_back({format_message(form.language(), {"Tỉ lệ đạt {0}", "Share at {0}"},
                                            level_title(set, shown_level(form), form.language()))});
  for (const Standard& standard : set.standards)
    (count_of(form, standard, shown_level(form)).whole > 0 ? table.rows : table.totals)
        .push_back(standard_row(form, standard));
  return table;
}

/// Where figures come to another verdict than whoever judged: what is to be cleared up before
/// anybody signs.
Table differences_table(const SchoolView& view, const Message& assessment) {
  const Language language = view.language;
  const auto said = [language](const Message& message) {
    return std::string(message.in(language));
  };
  Table table;
  table.title = format_message(language,
                               {"Cần xem lại trước khi ký: số liệu khác kết quả {0}",
                                "To clear up before signing: figures that differ from the {0}"},
                               said(assessment));
  table.columns = {{.fit = Fit::wrap, .width = 36},
                   {.width = 8},
                   {.fit = Fit::wrap, .width = 9},
                   {.align = Align::right, .fit = Fit::wrap, .width = 9},
                   {.fit = Fit::wrap, .width = 18}};
  table.header = {{{said({"Theo số liệu", "By the figures"})},
                   {said(words::kIndicatorHead)},
                   {said({"Đánh giá", "Judged"})},
                   {said(words::kFoundHead)},
                   {said(words::kRequiredHead)}}};
  for (const uint32_t i : differences_of(view.at)) {
    const Gap gap = gap_of(view, i);
    const bool applies = verdict_of(view.score(), view.at.row, i) != Verdict::not_applicable;
    table.rows.push_back(
        {{text_cell(applies ? said(words::kNotMet) + ": " + lower_first(gap.measure)
                            : said(words::kNotApplicable)),
          text_cell(view.set().indicators[i].name),
          {verdict_of(view.judged(), view.at.row, i), {}},
          text_cell(applies ? gap.found : ""),
          text_cell(!applies                ? ""
                    : gap.shortfall.empty() ? gap.required
                                            : gap.required + "; " + gap.shortfall)},
         {}});
  }
  return table;
}

/// Of this assessment, and of the external one that stands in the report beside it.
void add_differences_tables(const FormView& form, Sheet& sheet) {
  const auto add = [&](const RowAt& at, bool is_external) {
    Table table = differences_table({form.view.run, at, form.language()},
                                    is_external ? external_word(form.set()) : words::kSelf);
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  };
  add(form.school.row, form.school.row.text(IdentityColumn::assessment) == "external");
  if (form.school.external) add(*form.school.external, true);
}

/// A chart without a bar would say nothing.
std::optional<Chart> standards_chart(const FormView& form, const Table& table) {
  const size_t share = table.columns.size() - 1;
  const bool has_bars = std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    return std::get<Number>(row.cells[share].content).value > 0;
  });
  if (!has_bars) return {};
  return Chart{.kind = Chart::Kind::bars,
               .title = format_message(form.language(),
                                       {"Tỉ lệ tiêu chí đạt {0}, theo tiêu chuẩn",
                                        "Share of criteria at {0}, by standard"},
                                       level_title(form.set(), shown_level(form), form.language())),
               .unit = "%",
               .table = 0,
               .labels = 0,
               .series = {{.name = {}, .column = share}},
               .low = 0,
               .high = 100};
}

/// Nearest first, as many as leave the page one page.
Table todo_table(const FormView& form, const std::vector<Gap>& gaps) {
  Table table;
  table.title =
      format_message(form.language(),
                     {"2. Việc cần làm để đạt {0}, theo thứ tự", "2. To do for {0}, in this order"},
                     next_level_words(form));
  table.columns = {{.fit = Fit::wrap, .width = 36},
                   {.width = 8},
                   {.align = Align::right, .fit = Fit::wrap, .width = 9},
                   {.align = Align::right, .fit = Fit::wrap, .width = 9},
                   {.fit = Fit::wrap, .width = 18}};
  table.header = {{{form.said(words::kContentHead)},
                   {form.said(words::kIndicatorHead)},
                   {form.said(words::kFoundHead)},
                   {form.said(words::kRequiredHead)},
                   {form.said(words::kShortHead)}}};
  for (size_t i = 0; i < std::min(gaps.size(), kMostGaps); ++i) {
    const Gap& gap = gaps[i];
    const std::string number = std::to_string(i + 1) + ". ";
    table.rows.push_back(
        {{text_cell(number + gap_words(gap)), text_cell(form.set().indicators[gap.indicator].name),
          text_cell(gap.found), text_cell(gap.required), text_cell(gap.shortfall)},
         {}});
  }
  return table;
}

/// What is not known for the next level; of a level of another set, what it lacks.
std::vector<std::string> missing_names(const FormView& form) {
  std::vector<std::string> names;
  for (size_t i = 0; i < form.set().indicators.size(); ++i) {
    if (!form.view.score().missing.test(form.school.row.row, i)) continue;
    const std::string held = form.view.held_text(i);
    names.push_back(form.set().indicators[i].name + (held.empty() ? "" : " (" + held + ")"));
  }
  return names;
}

void add_todo(const FormView& form, Sheet& sheet) {
  const std::string next = next_level_words(form);
  const std::vector<Gap> gaps = gaps_of(form);
  Table lines = prose();
  if (next.empty())
    add_lines(form.said({"2. Trường đã ở mức cao nhất", "2. The school is at the highest level"}),
              lines, {.bold = true});
  else if (gaps.empty())
    add_lines(format_message(form.language(),
                             {"2. Để đạt {0} không còn chỉ báo nào không đạt",
                              "2. Nothing is in the way of {0}"},
                             next),
              lines, {.bold = true});
  else
    sheet.tables.push_back(todo_table(form, gaps));
  if (gaps.size() > kMostGaps)
    add_lines(format_message(form.language(),
                             {"và {0} chỉ báo nữa, xem trang Kế hoạch cải tiến",
                              "and {0} more, see the improvement plan"},
                             gaps.size() - kMostGaps),
              lines);
  const std::vector<std::string> missing = missing_names(form);
  if (!next.empty())
    add_lines(
        missing.empty()
            ? form.said({"3. Đã đủ đánh giá và số liệu để xét", "3. All that is needed is known"})
            : format_message(form.language(),
                             {"3. Chưa đủ cơ sở để xét {0}: {1}", "3. Not yet known for {0}: {1}"},
                             next, joined(missing, ", ", 40)),
        lines, {.bold = missing.empty()});
  sheet.tables.push_back(std::move(lines));
}

Table strengths_lines(const FormView& form) {
  const CriteriaSet& set = form.set();
  std::vector<std::string> names;
  size_t whole = 0;
  for (size_t i = 0; i < set.criteria.size(); ++i) {
    const CriterionLevel known = scored_level(form.school.row, i);
    if (known.level == kNoLevel) continue;
    ++whole;
    if (known.level == highest_level(set, set.criteria[i], set.top_level()))
      names.push_back(set.criteria[i].id);
  }
  Table lines = prose();
  add_lines(format_message(form.language(),
                           {"4. Điểm mạnh: tiêu chí đã đạt mức cao nhất của tiêu chí ({0}/{1})",
                            "4. Strengths: criteria at their own highest level ({0}/{1})"},
                           names.size(), whole),
            lines, {.bold = true});
  add_lines(joined(names, ", "), lines);
  return lines;
}

/// The level by the council and, if it is another, that by the rules.
void add_level_lines(const FormView& form, std::vector<std::string>& lines) {
  const std::string judged = row_level_line(form.view, form.view.judged());
  const std::string scored = row_level_line(form.view, form.view.score());
  if (judged == scored) return lines.push_back(scored);
  lines.push_back(
      format_message(form.language(), {"Kết quả đánh giá: {0}", "As judged: {0}"}, judged));
  lines.push_back(
      format_message(form.language(), {"Theo số liệu: {0}", "By the figures: {0}"}, scored));
}

}  // namespace

Sheet digest_sheet(const FormView& form) {
  Sheet sheet;
  sheet.landscape = false;
  const bool is_external = form.school.row.text(IdentityColumn::assessment) == "external";
  sheet.title = format_message(
      form.language(), {"TÓM TẮT KẾT QUẢ {0}", "DIGEST: {0}"},
      upper((is_external ? external_word(form.set()) : words::kSelf).in(form.language())));
  sheet.subtitles = {school_title(form.school.row), row_line(form.view)};
  add_level_lines(form, sheet.subtitles);
  if (std::string decision = decision_line(form.view); !decision.empty())
    sheet.subtitles.push_back(std::move(decision));
  add_differences_tables(form, sheet);
  const size_t place = sheet.tables.size();
  sheet.tables.push_back(standards_table(form));
  // On a sheet of more than a page it would stand above what is to be cleared up.
  if (place == 0) sheet.chart = standards_chart(form, sheet.tables[place]);
  add_todo(form, sheet);
  sheet.tables.push_back(strengths_lines(form));
  sheet.footnotes = unsettled_lines(form.view.run, {form.school.row.set()}, form.language());
  for (std::string& line :
       doubt_lines(form.view.run, find_in_doubt(form.view.run, {{.rows = {form.school.row}}}),
                   form.language()))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.push_back(form.said(words::kSupports));
  return sheet;
}

}  // namespace kdcl
