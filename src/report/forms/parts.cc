#include "report/forms/parts.h"

#include <algorithm>
#include <map>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "model/school_case.h"
#include "report/common/figure_words.h"
#include "report/common/phrases.h"
#include "report/common/words.h"

namespace kdcl {
namespace {

// In bytes. Rows are not broken: a tall one leaves much of the page before it empty.
constexpr size_t kLongPiece = 800;      // goes on in another row where a sentence ends
constexpr size_t kLongestPiece = 1400;  // in any case; a row is at most 23 lines high

/// Where to cut a paragraph that is long: behind its last full stop; if it is too long also at a
/// blank. Its whole length if it is not to be cut.
size_t cut_of(std::string_view text) {
  if (text.size() <= kLongPiece) return text.size();
  const size_t early = text.substr(0, kLongPiece).rfind(". ");
  if (early != std::string_view::npos) return early + 1;
  if (text.size() <= kLongestPiece) return text.size();
  const std::string_view head = text.substr(0, kLongestPiece);
  const size_t stop = head.rfind(". ");
  if (stop != std::string_view::npos) return stop + 1;
  const size_t blank = head.rfind(' ');
  if (blank != std::string_view::npos) return blank;
  size_t cut = kLongestPiece;  // not inside a letter
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return cut;
}

/// States and codes of the indicators of a criterion; nothing for other nodes.
std::string written_below(const FormView& form, std::string_view criterion) {
  const CriteriaSet& set = form.set();
  std::string texts;
  for (const Indicator& indicator : set.indicators) {
    if (set.criteria[indicator.criterion].id != criterion) continue;
    if (const NodeNotes* notes = form.notes_on(indicator.name))
      texts += lines_of_texts(notes->state) + "\n" +
               lines_of_texts(codes_on(form, indicator.name)) + "\n";
  }
  return texts;
}

}  // namespace

Table prose() {
  Table table;
  table.kind = TableKind::prose;
  table.columns = {{.fit = Fit::wrap, .width = 80}};
  return table;
}

Table form_table() {
  Table table;
  table.kind = TableKind::form;
  return table;
}

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view paragraph = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!paragraph.empty()) {
      const size_t cut = cut_of(paragraph);
      pieces.emplace_back(trim(paragraph.substr(0, cut)));
      paragraph = trim(paragraph.substr(cut));
    }
  }
  return pieces;
}

void add_lines(std::string_view text, Table& table, Style style) {
  for (std::string& piece : pieces_of(text))
    table.rows.push_back({{text_cell(std::move(piece), style)}, {}});
}

std::vector<std::string> codes_on(const FormView& form, std::string_view node) {
  std::vector<std::string> codes;
  if (const NodeNotes* notes = form.notes_on(node))
    for (const EvidenceUse& evidence : notes->evidence)
      if (std::string code = printed_code(form.set(), evidence.code);
          std::find(codes.begin(), codes.end(), code) == codes.end())
        codes.push_back(std::move(code));
  return codes;
}

std::string code_list(const std::vector<std::string>& codes) {
  const bool is_square = !codes.empty() && codes.front().starts_with('[');
  return joined(codes, is_square ? "; " : ", ");
}

std::string with_codes(const FormView& form, std::string_view text,
                       const std::vector<std::string>& codes) {
  const std::string folded = fold(text);
  std::vector<std::string> others;
  for (const std::string& code : codes)
    if (folded.find(fold(bare_code(code))) == std::string::npos) others.push_back(code);
  if (others.empty()) return std::string(text);
  if (trim(text).empty())
    return format_message(form.language(), {"Minh chứng: {0}.", "Evidence: {0}."},
                          code_list(others));
  std::string_view body = trim(text);
  const bool has_stop = body.ends_with('.');
  if (has_stop) body.remove_suffix(1);
  return std::string(body) + " " + code_list(others) + (has_stop ? "." : "");
}

std::string state_of(const FormView& form, std::string_view node) {
  const NodeNotes* notes = form.notes_on(node);
  if (!notes) return {};
  std::vector<std::string> codes = codes_on(form, node);
  const std::string below = fold(written_below(form, node));
  std::erase_if(codes, [&](const std::string& code) {
    return below.find(fold(bare_code(code))) != std::string::npos;
  });
  return with_codes(form, lines_of_texts(notes->state), codes);
}

std::string day_words(std::string_view written) {
  const std::optional<Day> day = read_date(written);
  return day ? format_day_first(*day) : std::string(written);
}

std::string cost_words(std::string_view written, Language language) {
  const NumberRead cost = read_number(written);
  // There are no parts of a đồng: a sign stands between thousands.
  if (cost.fault != NumberFault::none || cost.decimal_sign != 0) return std::string(written);
  return format_message(language, {"{0} đồng", "{0} dong"}, format_figure(cost.value, 0, language));
}

std::string plan_line(const PlanEntry& entry, Language language) {
  std::vector<std::string> parts;
  const auto add = [&](const Message& message, const std::string& text) {
    if (!text.empty()) parts.push_back(format_message(language, message, text));
  };
  if (!entry.action.empty()) parts.push_back(entry.action);
  add({"mục tiêu: {0}", "goal: {0}"}, entry.goal);
  add({"thời gian: {0}", "by {0}"}, day_words(entry.by));
  add({"người thực hiện: {0}", "by whom: {0}"}, entry.owner);
  add({"kinh phí: {0}", "cost: {0}"}, cost_words(entry.cost, language));
  return joined(parts, "; ");
}

namespace {

CriterionLevel level_in(const ScoreBlock& score, size_t row, size_t criterion) {
  const size_t cell = row * score.criteria_stride + criterion;
  return {score.criterion_level[cell], score.criterion_level_max[cell]};
}

CriterionLevel level_in(const ScoreBlock& score, size_t row) {
  return {score.level[row], score.level_max[row]};
}

}  // namespace

CriterionLevel scored_level(const RowAt& at, size_t criterion) {
  return level_in(at.block->score, at.row, criterion);
}

CriterionLevel judged_level(const RowAt& at, size_t criterion) {
  return level_in(at.block->beside, at.row, criterion);
}

CriterionLevel scored_level(const RowAt& at) { return level_in(at.block->score, at.row); }

CriterionLevel judged_level(const RowAt& at) { return level_in(at.block->beside, at.row); }

int highest_level(const CriteriaSet& set, const Criterion& criterion, int most) {
  int highest = 0;
  for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
    const int level = set.indicators[criterion.first_indicator + i].level;
    if (level <= most) highest = level;  // they rise
  }
  return highest;
}

namespace {

bool is_number(const std::string& id) {
  return id.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::string standard_name(const Standard& standard, Language language) {
  return is_number(standard.id) ? format_message(language, words::kStandardShort, standard.id)
                                : standard.title.in(language);
}

std::string standard_words(const Standard& standard, Language language) {
  if (!is_number(standard.id)) return standard.title.in(language);
  return format_message(language, {"Tiêu chuẩn {0}: {1}", "Standard {0}: {1}"}, standard.id,
                        standard.title.in(language));
}

Verdict level_verdict(const CriteriaSet& set, const Criterion& criterion,
                      const CriterionLevel& known, int level) {
  if (known.level == kNoLevel || highest_level(set, criterion, level) != level)
    return Verdict::not_applicable;
  if (known.level >= level) return Verdict::met;
  return known.level_max < level ? Verdict::not_met : Verdict::unknown;
}

LevelCount count_level(const FormView& form, const ScoreBlock& score, const Standard& standard,
                       int level) {
  const CriteriaSet& set = form.set();
  LevelCount count;
  for (uint32_t i = 0; i < standard.criterion_count; ++i) {
    const uint32_t index = standard.first_criterion + i;
    const Verdict verdict =
        level_verdict(set, set.criteria[index], level_in(score, form.school.row.row, index), level);
    if (verdict == Verdict::not_applicable) continue;
    ++count.whole;
    count.met += verdict == Verdict::met ? 1 : 0;
  }
  return count;
}

std::string verdict_words(Verdict verdict, Language language) {
  switch (verdict) {
    case Verdict::met: return std::string(words::kMetHead.in(language));
    case Verdict::not_met: return std::string(words::kNotMet.in(language));
    case Verdict::not_applicable: return std::string(words::kNotApplicable.in(language));
    case Verdict::unknown: break;
  }
  return {};
}

std::string level_words(const CriteriaSet& set, int lowest, const CriterionLevel& known,
                        Language language) {
  if (known.level == kNoLevel) return std::string(words::kNotApplicable.in(language));
  const auto title = [&](int level) { return level_title(set, level, language); };
  if (known.level == 0) {
    const bool is_open = known.level_max > 0;
    return format_message(language,
                          is_open ? Message{"Chưa đủ cơ sở kết luận {0}", "{0} can't be judged yet"}
                                  : Message{"Không đạt {0}", "Does not reach {0}"},
                          title(lowest));
  }
  std::string words = format_message(language, {"Đạt {0}", "Reaches {0}"}, title(known.level));
  if (known.level_max == known.level) return words;
  return format_message(language, {"{0}; chưa đủ cơ sở xét {1}", "{0}; {1} can't be judged yet"},
                        words, title(known.level + 1));
}

bool has_letters(const CriteriaSet& set) {
  return std::any_of(set.indicators.begin(), set.indicators.end(),
                     [](const Indicator& indicator) { return !indicator.letter.empty(); });
}

std::string lines_of_texts(const std::vector<std::string>& texts) { return joined(texts, "\n"); }

namespace {

bool is_in(const Need& need, const Criterion& criterion) {
  return need.group == Need::Group::all ||
         (need.group == Need::Group::mandatory) == criterion.mandatory;
}

Message group_name(Need::Group group) {
  return group == Need::Group::all         ? Message{"Toàn bộ tiêu chí", "All criteria"}
         : group == Need::Group::mandatory ? Message{"Tiêu chí bắt buộc", "Mandatory criteria"}
                                           : Message{"Tiêu chí còn lại", "Other criteria"};
}

/// Empty if the clause holds.
std::string failing_need(const FormView& form, const ScoreBlock& score, const Need& need) {
  const CriteriaSet& set = form.set();
  std::vector<std::string> below;
  int whole = 0;
  int met = 0;
  for (size_t i = 0; i < set.criteria.size(); ++i) {
    if (!is_in(need, set.criteria[i])) continue;
    const int level = score.criterion_level[form.school.row.row * score.criteria_stride + i];
    if (level == kNoLevel) continue;
    ++whole;
    if (level >= highest_level(set, set.criteria[i], need.level))
      ++met;
    else
      below.push_back(set.criteria[i].id);
  }
  const Language language = form.language();
  const std::string asked = level_title(set, need.level, language);
  const std::string group(group_name(need.group).in(language));
  if (!need.at_least)
    return below.empty()
               ? std::string()
               : format_message(language,
                                {"{0}: cần mọi tiêu chí đạt {1}, còn {2} tiêu chí chưa đạt: {3}.",
                                 "{0}: every criterion at {1}; still below ({2}): {3}."},
                                group, asked, below.size(), joined(below, ", "));
  if (met >= *need.at_least) return {};
  return format_message(
      language,
      {"{0}: cần ít nhất {1}/{2} tiêu chí đạt {3}, mới có {4}: thiếu {5}. Chưa đạt: {6}.",
       "{0}: at least {1} of {2} criteria at {3}; so far {4}, {5} short. Still below: {6}."},
      group, *need.at_least, whole, asked, met, *need.at_least - met, joined(below, ", "));
}

}  // namespace

Gap gap_of(const SchoolView& view, uint32_t index) {
  const Indicator& indicator = view.set().indicators[index];
  Gap gap{index, indicator.text.in(view.language), indicator.clause, {}, {}, {}, {}};
  const Figure* figure = view.figure(index);
  if (!figure || !figure->fails) return gap;
  const Requirement& requirement = indicator.requirements[figure->requirement];
  gap.measure = requirement.title.in(view.language);
  gap.found = found_text(view.run, requirement, *figure, view.language);
  if (const std::string held = view.held_text(index); !held.empty()) gap.found += " (" + held + ")";
  gap.required = required_text(view.run, requirement, figure->required, view.language);
  gap.shortfall = shortfall_text(view.run, requirement, *figure, view.language);
  return gap;
}

std::string gap_words(const Gap& gap) {
  const std::string& words = gap.measure.empty() ? gap.text : gap.measure;
  return gap.clause.empty() ? words : words + " (" + gap.clause + ")";
}

std::vector<Gap> gaps_of(const FormView& form) {
  const CriteriaSet& set = form.set();
  const BitRows& blocking = form.view.score().blocking;
  std::map<uint32_t, size_t> counts;  // of gaps, by criterion
  std::vector<uint32_t> indicators;
  for (uint32_t i = 0; i < set.indicators.size(); ++i) {
    if (!blocking.test(form.school.row.row, i)) continue;
    indicators.push_back(i);
    ++counts[set.indicators[i].criterion];
  }
  std::stable_sort(indicators.begin(), indicators.end(), [&](uint32_t a, uint32_t b) {
    const auto rank = [&](uint32_t i) {
      const uint32_t criterion = set.indicators[i].criterion;
      return set.criteria[criterion].mandatory ? 0 : counts[criterion];
    };
    return rank(a) < rank(b);
  });
  std::vector<Gap> gaps;
  for (const uint32_t i : indicators) gaps.push_back(gap_of(form.view, i));
  return gaps;
}

std::string next_level_title(const FormView& form, const ScoreBlock& score) {
  const int next = score.level[form.school.row.row] + 1;
  return next > form.set().top_level() ? std::string()
                                       : level_title(form.set(), next, form.language());
}

std::vector<std::string> failing_needs(const FormView& form, const ScoreBlock& score) {
  const auto next = static_cast<size_t>(score.level[form.school.row.row]);
  std::vector<std::string> needs;
  if (next >= form.set().levels.size()) return needs;
  for (const Need& need : form.set().levels[next].needs)
    if (std::string text = failing_need(form, score, need); !text.empty())
      needs.push_back(std::move(text));
  return needs;
}

}  // namespace kdcl
