#include "report/forms/marks.h"

#include <algorithm>

#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/forms/parts.h"

namespace kdcl {
namespace {

Message judged_words(Verdict judged) {
  switch (judged) {
    case Verdict::met: return Message{"đánh giá đạt", "judged met"};
    case Verdict::not_met: return words::kJudgedNotMet;
    case Verdict::not_applicable: return Message{"đánh giá không áp dụng", "judged not applicable"};
    case Verdict::unknown: break;
  }
  return Message{"chưa đánh giá", "not judged"};
}

/// All levels reached, each by itself.
std::vector<std::string> marks_of_levels(const CriteriaSet& set, const Criterion& criterion,
                                         const CriterionLevel& known, int highest) {
  const int lowest = set.indicators[criterion.first_indicator].level;
  const bool fails = level_verdict(set, criterion, known, lowest) == Verdict::not_met;
  std::vector<std::string> marks{fails ? "x" : ""};
  for (int level = 1; level <= highest; ++level) {
    const Verdict verdict = level_verdict(set, criterion, known, level);
    marks.emplace_back(verdict == Verdict::met              ? "x"
                       : verdict == Verdict::not_applicable ? "–"
                                                            : "");
  }
  return marks;
}

ResultCells cells_of_levels(const CriteriaSet& set, const RowAt& at, uint32_t index, int highest) {
  const Criterion& criterion = set.criteria[index];
  const CriterionLevel judged = judged_level(at, index);
  const CriterionLevel scored = scored_level(at, index);
  const auto texts = marks_of_levels(set, criterion, judged, highest);
  const bool fails_too = marks_of_levels(set, criterion, scored, 0) == std::vector{texts[0]};
  ResultCells result{{text_cell(marked(texts[0], !texts[0].empty() && !fails_too))}};
  for (int level = 1; level <= highest; ++level) {
    const bool is_other = level_verdict(set, criterion, judged, level) !=
                          level_verdict(set, criterion, scored, level);
    result.cells.push_back(text_cell(marked(texts[static_cast<size_t>(level)], is_other)));
    result.is_other |= is_other;
  }
  return result;
}

ResultCells cells_of_level(const RowAt& at, uint32_t index, int highest) {
  const std::optional<int> judged = result_column(judged_level(at, index));
  const std::optional<int> scored = result_column(scored_level(at, index));
  ResultCells result{{}, judged != scored};
  for (int level = 0; level <= highest; ++level) {
    const bool has_mark = result.is_other && (judged ? judged : scored) == level;
    result.cells.push_back(text_cell(marked(judged == level ? "×" : "", has_mark)));
  }
  return result;
}

/// What the rules come to, and by which figure: "theo số liệu không đạt: tỉ lệ hoàn thành 62,4 %,
/// cần ≥ 70 % (thiếu 7,6 điểm = 12 học sinh)".
std::string scored_words(const SchoolView& view, uint32_t indicator) {
  if (verdict_of(view.score(), view.at.row, indicator) == Verdict::not_applicable)
    return std::string(
        Message{"theo dữ liệu không áp dụng", "not applicable by the data"}.in(view.language));
  const Gap gap = gap_of(view, indicator);
  std::string text = format_message(
      view.language,
      {"theo số liệu không đạt: {0} {1}, cần {2}", "not met by the figures: {0} {1}, needs {2}"},
      lower_first(gap.measure), gap.found, gap.required);
  return gap.shortfall.empty() ? text : text + " (" + gap.shortfall + ")";
}

std::string difference_line(const SchoolView& view, uint32_t indicator) {
  const Verdict judged = verdict_of(view.judged(), view.at.row, indicator);
  return format_message(view.language, {"{0} {1}: {2}; {3}.", "{0} {1}: {2}; {3}."},
                        words::kDifferenceMark, view.set().indicators[indicator].name,
                        judged_words(judged).in(view.language), scored_words(view, indicator));
}

}  // namespace

std::vector<uint32_t> differences_of(const RowAt& at) {
  const ScoreBlock& judged = at.block->beside;
  const ScoreBlock& scored = at.block->score;
  std::vector<uint32_t> indicators;
  for (uint32_t i = 0; i < judged.met.words * 64; ++i)
    if (verdict_of(judged, at.row, i) != verdict_of(scored, at.row, i)) indicators.push_back(i);
  return indicators;
}

std::string marked(std::string text, bool is_marked) {
  if (!is_marked) return text;
  return (text.empty() ? "" : std::move(text) + " ") + std::string(words::kDifferenceMark);
}

std::optional<int> result_column(const CriterionLevel& known) {
  const bool is_open = known.level == 0 && known.level_max > 0;
  return known.level == kNoLevel || is_open ? std::nullopt : std::optional<int>(known.level);
}

ResultCells result_cells(const CriteriaSet& set, const RowAt& at, uint32_t criterion, int highest) {
  return has_letters(set) ? cells_of_levels(set, at, criterion, highest)
                          : cells_of_level(at, criterion, highest);
}

void add_differences(const SchoolView& view, const std::vector<uint32_t>& criteria, Table& lines) {
  for (const uint32_t i : differences_of(view.at))
    if (std::find(criteria.begin(), criteria.end(), view.set().indicators[i].criterion) !=
        criteria.end())
      add_lines(difference_line(view, i), lines);
}

std::string level_words_of_both(const CriteriaSet& set, int lowest, const CriterionLevel& judged,
                                const CriterionLevel& scored, Language language) {
  std::string words = level_words(set, lowest, judged, language);
  const std::string other = level_words(set, lowest, scored, language);
  return words == other
             ? words
             : format_message(language, words::kByFiguresBeside, words, lower_first(other));
}

std::string next_level_words(const FormView& form) {
  std::string title = next_level_title(form, form.view.score());
  const bool is_other = judged_level(form.school.row).level != scored_level(form.school.row).level;
  if (title.empty() || !is_other) return title;
  return format_message(form.language(), {"{0} theo số liệu", "{0} by the figures"}, title);
}

// "Tổng hợp kết quả tự đánh giá", 1.1 and 1.2 (CV 5932/BGDĐT-QLCL).

namespace {

constexpr int kLevelFour = 4;  // has a table of its own

/// Criteria of the level 4 alone are the requirements of the whole school.
bool is_of_level_four(const CriteriaSet& set, const Criterion& criterion) {
  return set.indicators[criterion.first_indicator].level >= kLevelFour;
}

std::vector<int> levels_of(const CriteriaSet& set) {
  std::vector<int> levels;
  for (int level = 1; level <= std::min(set.top_level(), kLevelFour - 1); ++level)
    levels.push_back(level);
  return levels;
}

Row mark_row(const FormView& form, uint32_t index, std::vector<uint32_t>& with_marks) {
  const CriteriaSet& set = form.set();
  const Criterion& criterion = set.criteria[index];
  Row row{{text_cell(format_message(form.language(), words::kCriterionLine, criterion.id,
                                    criterion.title.in(form.language())))},
          {}};
  ResultCells result = result_cells(set, form.school.row, index, levels_of(set).back());
  std::move(result.cells.begin(), result.cells.end(), std::back_inserter(row.cells));
  if (result.is_other) with_marks.push_back(index);
  return row;
}

/// Adds the criteria with a mark to `with_marks`, as does high_table().
Table low_table(const FormView& form, std::vector<uint32_t>& with_marks) {
  const CriteriaSet& set = form.set();
  const std::vector<int> levels = levels_of(set);
  Table table = form_table();
  table.title =
      form.said(set.top_level() >= kLevelFour ? Message{"1.1. Đánh giá tiêu chí Mức 1, 2 và 3",
                                                        "1.1. Criteria of levels 1, 2 and 3"}
                                              : Message{"1.1. Đánh giá tiêu chí", "1.1. Criteria"});
  table.columns = {{.fit = Fit::wrap, .width = 62}, {.align = Align::center, .width = 10}};
  table.header = {
      {{form.said(words::kMarksCriterion), 1, 3},
       {form.said(words::kMarksResult), levels.size() + 1}},
      {{form.said(words::kNotMetHead), 1, 2}, {form.said(words::kMetHead), levels.size()}},
      {}};
  for (const int level : levels) {
    table.columns.push_back({.align = Align::center, .width = 11});
    table.header[2].push_back({level_title(set, level, form.language())});
  }
  for (const Standard& standard : set.standards) {
    bool has_head = false;
    for (uint32_t i = 0; i < standard.criterion_count; ++i) {
      const uint32_t index = standard.first_criterion + i;
      if (is_of_level_four(set, set.criteria[index])) continue;
      if (!std::exchange(has_head, true))
        table.rows.push_back(
            {{text_cell(standard_words(standard, form.language()), {.bold = true})}, {}});
      table.rows.push_back(mark_row(form, index, with_marks));
    }
  }
  return table;
}

/// Criteria with an indicator at level 4, met or not.
Table high_table(const FormView& form, std::vector<uint32_t>& with_marks) {
  const CriteriaSet& set = form.set();
  Table table = form_table();
  table.title = form.said({"1.2. Đánh giá tiêu chí Mức 4", "1.2. Criteria of level 4"});
  table.columns = {{.fit = Fit::wrap, .width = 62},
                   {.align = Align::center, .width = 10},
                   {.align = Align::center, .width = 11},
                   {.fit = Fit::wrap, .width = 22}};
  table.header = {{{form.said({"Tiêu chí (Khoản, Điều)", "Criterion (clause)"}), 1, 2},
                   {form.said(words::kMarksResult), 2},
                   {form.said(words::kRemarkHead), 1, 2}},
                  {{form.said(words::kMetHead)}, {form.said(words::kNotMetHead)}}};
  for (uint32_t i = 0; i < set.criteria.size(); ++i) {
    const Criterion& criterion = set.criteria[i];
    if (highest_level(set, criterion, kLevelFour) != kLevelFour) continue;
    const auto verdict_by = [&](const CriterionLevel& known) {
      return level_verdict(set, criterion, known, kLevelFour);
    };
    const Verdict verdict = verdict_by(judged_level(form.school.row, i));
    const bool is_other = verdict != verdict_by(scored_level(form.school.row, i));
    if (is_other) with_marks.push_back(i);
    std::string name = format_message(form.language(), words::kCriterionLine, criterion.id,
                                      criterion.title.in(form.language()));
    if (!criterion.clause.empty()) name += " (" + criterion.clause + ")";
    table.rows.push_back(
        {{text_cell(std::move(name)),
          text_cell(
              marked(verdict == Verdict::met ? "x" : "", is_other && verdict != Verdict::not_met)),
          text_cell(marked(verdict == Verdict::not_met ? "x" : "",
                           is_other && verdict == Verdict::not_met)),
          text_cell(verdict == Verdict::not_applicable ? form.said(words::kNotApplicable) : "")},
         {}});
  }
  return table;
}

/// "Tiêu chuẩn 1: 10/10 tiêu chí đạt Mức 1, 8/10 tiêu chí đạt Mức 2." Criteria that ask nothing at
/// a level are not counted there.
std::string closing_line(const FormView& form, const Standard& standard) {
  const CriteriaSet& set = form.set();
  std::vector<std::string> parts;
  for (int level = 1; level <= set.top_level(); ++level) {
    const LevelCount count = count_level(form, form.view.judged(), standard, level);
    if (count.whole > 0)
      parts.push_back(
          format_message(form.language(), {"{0}/{1} tiêu chí đạt {2}", "{0}/{1} criteria at {2}"},
                         count.met, count.whole, level_title(set, level, form.language())));
  }
  return format_message(
      form.language(), {"{0}: {1}.", "{0}: {1}."}, standard_name(standard, form.language()),
      parts.empty() ? form.said({"không có tiêu chí nào áp dụng", "no criterion applies"})
                    : joined(parts, ", "));
}

/// The result line of a table, of levels `lowest` to `highest`, and the lines of its standards.
Table result_lines(const FormView& form, int lowest, int highest) {
  const CriteriaSet& set = form.set();
  const auto within = [&](const CriterionLevel& known) {
    const auto end = [&](int level) { return level < lowest ? 0 : std::min(level, highest); };
    return CriterionLevel{end(known.level), end(known.level_max)};
  };
  Table lines = prose();
  add_lines(
      format_message(form.language(), words::kResultLine,
                     level_words_of_both(set, lowest, within(judged_level(form.school.row)),
                                         within(scored_level(form.school.row)), form.language())),
      lines, {.bold = true});
  if (lowest == 1)
    add_lines(form.said({"Kết luận về từng tiêu chuẩn", "By standard"}), lines, {.bold = true});
  for (const Standard& standard : set.standards) {
    const bool is_four = is_of_level_four(set, set.criteria[standard.first_criterion]);
    if (is_four == (lowest >= kLevelFour)) add_lines(closing_line(form, standard), lines);
  }
  return lines;
}

/// Adds a table and what its marks mean.
void add_marked(const FormView& form, Table table, const std::vector<uint32_t>& with_marks,
                Sheet& sheet) {
  sheet.tables.push_back(std::move(table));
  Table lines = prose();
  add_differences(form.view, with_marks, lines);
  if (!lines.rows.empty()) sheet.tables.push_back(std::move(lines));
}

}  // namespace

/// No header is repeated on the next page: it would stand above the other table too.
Sheet marks_sheet(const FormView& form) {
  const CriteriaSet& set = form.set();
  Sheet sheet;
  sheet.landscape = false;
  sheet.keeps_size = true;
  sheet.title =
      form.said(form.school.row.text(IdentityColumn::assessment) == "external"
                    ? Message{"TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ", "SUMMARY OF THE ASSESSMENT"}
                    : Message{"TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ", "SUMMARY OF THE SELF-ASSESSMENT"});
  std::vector<uint32_t> low_marks, high_marks;
  Table low = low_table(form, low_marks);
  add_marked(form, std::move(low), low_marks, sheet);
  sheet.tables.push_back(result_lines(form, 1, kLevelFour - 1));
  if (set.top_level() >= kLevelFour) {
    Table high = high_table(form, high_marks);
    add_marked(form, std::move(high), high_marks, sheet);
    sheet.tables.push_back(result_lines(form, kLevelFour, set.top_level()));
  }
  sheet.footnotes = {
      form.said({"– : tiêu chí không có yêu cầu ở mức này hoặc không áp dụng. Ô trống: chưa đủ cơ "
                 "sở kết luận.",
                 "–: nothing asked at this level, or not applicable. Empty: not yet known."})};
  return sheet;
}

}  // namespace kdcl
