#include "report/form_judged.h"

#include <algorithm>

#include "report/form_gaps.h"
#include "report/form_words.h"
#include "report/phrases.h"
#include "report/school_words.h"
#include "report/words.h"

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

}  // namespace kdcl
