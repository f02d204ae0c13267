#include "report/common/cause_words.h"

#include <algorithm>
#include <vector>

#include "base/number.h"
#include "model/office_words.h"
#include "report/common/figure_words.h"
#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/compare/comparison.h"

namespace kdcl {
namespace {

/// A word, or a mark that stands at one: a bracket, a comma at its end.
struct Word {
  std::string_view text;
  bool is_apart;  ///< a blank stands before it
};
using Words = std::vector<Word>;

bool is_blank(char c) { return c == ' '; }

/// Marks inside a word belong to it if they do in figures: 10,5 and 1.000.
bool is_mark(std::string_view text, size_t at) {
  constexpr std::string_view kMarks = "()[]'\"%:;";
  if (kMarks.find(text[at]) != std::string_view::npos) return true;
  const bool is_last = at + 1 == text.size() || is_blank(text[at + 1]);
  return is_last && (text[at] == ',' || text[at] == '.');
}

Words words_of(std::string_view text) {
  Words words;
  for (size_t start = 0, end = 0; start < text.size(); start = end) {
    end = start + 1;
    if (is_blank(text[start])) continue;
    if (!is_mark(text, start))
      while (end < text.size() && !is_blank(text[end]) && !is_mark(text, end)) ++end;
    words.push_back({text.substr(start, end - start), start > 0 && is_blank(text[start - 1])});
  }
  return words;
}

/// For the words from any position of both texts on, how many they have in common in order.
class CommonWords {
 public:
  CommonWords(const Words& a, const Words& b)
      : columns_(b.size() + 1), counts_((a.size() + 1) * columns_, 0) {
    for (size_t i = a.size(); i-- > 0;)
      for (size_t k = b.size(); k-- > 0;)
        counts_[i * columns_ + k] = a[i].text == b[k].text
                                        ? from(i + 1, k + 1) + 1
                                        : std::max(from(i + 1, k), from(i, k + 1));
  }
  [[nodiscard]] size_t from(size_t i, size_t k) const { return counts_[i * columns_ + k]; }

 private:
  size_t columns_;
  std::vector<size_t> counts_;
};

/// Which words of both texts are in the other one too.
struct KeptWords {
  std::vector<bool> before, after;
};

KeptWords kept_words(const Words& before, const Words& after, const CommonWords& common) {
  KeptWords kept{std::vector<bool>(before.size()), std::vector<bool>(after.size())};
  for (size_t i = 0, k = 0; i < before.size() && k < after.size();) {
    if (before[i].text == after[k].text)
      kept.before[i++] = kept.after[k++] = true;
    else if (common.from(i + 1, k) >= common.from(i, k + 1))
      ++i;
    else
      ++k;
  }
  return kept;
}

std::string marked(const Words& words, const std::vector<bool>& is_kept) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && words[i].is_apart) text += ' ';
    if (!is_kept[i] && (i == 0 || is_kept[i - 1])) text += "«";
    text += words[i].text;
    if (!is_kept[i] && (i + 1 == words.size() || is_kept[i + 1])) text += "»";
  }
  return text;
}

}  // namespace

std::pair<std::string, std::string> mark_changed_words(std::string_view before,
                                                       std::string_view after) {
  const Words words = words_of(before);
  const Words others = words_of(after);
  const CommonWords common(words, others);
  if (common.from(0, 0) * 2 < std::max(words.size(), others.size()))
    return {std::string(before), std::string(after)};
  const KeptWords kept = kept_words(words, others, common);
  return {marked(words, kept.before), marked(others, kept.after)};
}

// Causes of moves in words: cause_text of report/compare/comparison.h.

namespace {

std::string verdict_words(Verdict verdict, Language language) {
  switch (verdict) {
    case Verdict::met: return std::string(words::kJudgedMet.in(language));
    case Verdict::not_met: return Message{"không đạt", "not met"}.text(language);
    case Verdict::not_applicable: return Message{"không áp dụng", "not applicable"}.text(language);
    case Verdict::unknown: break;
  }
  return Message{"chưa rõ", "unknown"}.text(language);
}

std::string value_words(const Field& field, double value, const std::string& text, const Unit& unit,
                        Language language) {
  if (field.type == FieldType::text ? text.empty() : std::isnan(value))
    return std::string(words::kUnknownValue.in(language));
  switch (field.type) {
    case FieldType::text: return text;
    case FieldType::flag: return std::string((value != 0 ? words::kYes : words::kNo).in(language));
    case FieldType::choice:
    case FieldType::scale:
      return std::string(field.values[static_cast<size_t>(value)].title.in(language));
    case FieldType::date: return format_day_first(static_cast<Day>(value));
    case FieldType::integer:
    case FieldType::number: break;
  }
  return measured_text(value, unit, language);
}

/// In which indicators it works, and which exception it brought or took away.
std::string ways_of(const Cause& cause, Language language) {
  std::string ways = joined(cause.through, ", ");
  if (cause.exception_change == Cause::Exception::none) return ways;
  const Message change = cause.exception_change == Cause::Exception::gained
                             ? Message{"được ngoại lệ: {0}", "exception gained: {0}"}
                             : Message{"mất ngoại lệ: {0}", "exception lost: {0}"};
  return ways + "; " + format_message(language, change, cause.because.in(language));
}

std::string value_change(const Run& run, const Cause& cause, Language language) {
  std::string change;
  if (cause.kind == Cause::Kind::identity) {
    const auto column = static_cast<IdentityColumn>(*cause.field);
    const auto shown = [&](const std::string& text) {
      if (text.empty()) return std::string(words::kUnknownValue.in(language));
      if (const auto day = value_kind(column) == ValueKind::date ? read_date(text) : std::nullopt)
        return format_day_first(*day);
      return office_title(column, text, language);
    };
    change = format_message(language, words::kFigureChanged, identity_title(column, language),
                            shown(cause.text_before), shown(cause.text_after));
  } else {
    const Field& field = run.fields[*cause.field];
    // The unit once: "90 → 84 học sinh".
    const Unit unit_before = std::isnan(cause.after) ? field.unit : Unit{};
    change =
        format_message(language, words::kFigureChanged, field.title.in(language),
                       value_words(field, cause.before, cause.text_before, unit_before, language),
                       value_words(field, cause.after, cause.text_after, field.unit, language));
  }
  return fmt::format("{} ({})", change, ways_of(cause, language));
}

/// The requirement whose value differs, with its unit.
std::string threshold_words(const Run& run, const CriteriaSet& set, const std::string& indicator,
                            double value, Language language) {
  for (const Indicator& each : set.indicators)
    if (each.name == indicator)
      for (const Requirement& requirement : each.requirements)
        if (requirement.value == value) return required_text(run, requirement, value, language);
  return format_exact(value);
}

/// A change as it is said where only the later side has something, only the earlier one, or both.
std::string changed(const std::string& name, const std::pair<std::string, std::string>& sides,
                    const Message& added, const Message& taken_away, const Message& change,
                    Language language) {
  const auto& [before, after] = sides;
  if (before.empty()) return format_message(language, added, name, after);
  if (after.empty()) return format_message(language, taken_away, name, before);
  return format_message(language, change, name, before, after);
}

std::string exception_words(const Run& run, const CriteriaSet& before, const CriteriaSet& after,
                            const std::string& name, Language language) {
  const RuleChange change = changed_exceptions(before, after, name);
  return changed(name, exception_change(run, change, language),
                 {"{0}: thêm ngoại lệ {1}", "{0}: exception added: {1}"},
                 {"{0}: bỏ ngoại lệ {1}", "{0}: exception removed: {1}"},
                 {"{0}: ngoại lệ {1} → {2}", "{0}: exception {1} → {2}"}, language);
}

std::string requirement_words(const Run& run, const CriteriaSet& before, const CriteriaSet& after,
                              const std::string& name, Language language) {
  const RuleChange change = changed_requirements(before, after, name);
  if (change.is_empty())
    return format_message(language,
                          {"{0}: bộ tiêu chí mà chỉ báo dẫn chiếu xếp mức theo cách khác",
                           "{0}: the set whose level it asks for comes to it in another way"},
                          name);
  return changed(name, requirement_change(run, change, language),
                 {"{0}: thêm yêu cầu {1}", "{0}: requirement added: {1}"},
                 {"{0}: bỏ yêu cầu {1}", "{0}: requirement removed: {1}"},
                 {"{0}: yêu cầu {1} → {2}", "{0}: requirement {1} → {2}"}, language);
}

}  // namespace

std::string cause_text(const Run& run, const ComparedSchool& school, const Cause& cause,
                       Language language) {
  using Kind = Cause::Kind;
  const std::string& name = cause.indicator;
  const CriteriaSet& before = run.sets[school.before->set()];
  const CriteriaSet& after = run.sets[school.after->set()];
  switch (cause.kind) {
    case Kind::judgement: {
      const std::string change =
          format_message(language, {"{0}: đánh giá {1} → {2}", "{0}: judged {1} → {2}"}, name,
                         verdict_words(cause.judged_before, language),
                         verdict_words(cause.judged_after, language));
      return cause.through.empty() ? change
                                   : fmt::format("{} ({})", change, joined(cause.through, ", "));
    }
    case Kind::figure:
    case Kind::identity: return value_change(run, cause, language);
    case Kind::threshold:
      return format_message(language, {"{0}: ngưỡng {1} → {2}", "{0}: threshold {1} → {2}"}, name,
                            threshold_words(run, before, name, cause.before, language),
                            threshold_words(run, after, name, cause.after, language));
    case Kind::exception: return exception_words(run, before, after, name, language);
    case Kind::requirement: return requirement_words(run, before, after, name, language);
    case Kind::added:
      return format_message(language, {"{0}: chỉ báo mới", "{0}: new indicator"}, name);
    case Kind::removed:
      return format_message(language, {"{0}: chỉ báo được bỏ", "{0}: indicator removed"}, name);
    case Kind::level_rule: break;
  }
  return Message{"cách xếp mức thay đổi", "level rule changed"}.text(language);
}

}  // namespace kdcl
