#include "report/criteria/words.h"

#include <array>
#include <vector>

#include "report/common/figure_words.h"
#include "report/common/phrases.h"
#include "report/common/words.h"

namespace kdcl {
namespace {

constexpr Message kInForce{"Hiệu lực từ {0}", "In force from {0}"};
constexpr Message kInForceTo{"Hiệu lực từ {0} đến {1}", "In force from {0} to {1}"};
constexpr Message kEveryAt{"mọi tiêu chí {0}đạt mức {1}", "every {0}criterion at level {1}"};
constexpr Message kSomeAt{"ít nhất {2} tiêu chí {0}đạt mức {1}",
                          "at least {2} {0}criteria at level {1}"};
constexpr Message kOneAt{"ít nhất 1 tiêu chí {0}đạt mức {1}",
                         "at least 1 {0}criterion at level {1}"};
constexpr Message kMandatoryWord{"bắt buộc ", "mandatory "};
constexpr Message kOptionalWord{"không bắt buộc ", "optional "};
constexpr Message kFromLevel{"từ mức {0}", "from level {0}"};
constexpr Message kValidYears{"giá trị {0} năm", "valid {0} years"};
constexpr Message kValidYear{"giá trị 1 năm", "valid 1 year"};
constexpr Message kPart{" (một phần của yêu cầu)", " (part of what is asked)"};
constexpr Message kWhen{", khi {0}", ", when {0}"};
constexpr Message kCertainty{"độ tin cậy: {0}", "certainty: {0}"};
constexpr std::array kCertainties{Message{"cao", "high"}, Message{"trung bình", "medium"},
                                  Message{"thấp", "low"}};

std::string need_text(const Need& need, Language language) {
  const std::string_view group = need.group == Need::Group::mandatory  ? kMandatoryWord.in(language)
                                 : need.group == Need::Group::optional ? kOptionalWord.in(language)
                                                                       : "";
  if (need.at_least == 1) return format_message(language, kOneAt, group, need.level);
  if (need.at_least) return format_message(language, kSomeAt, group, need.level, *need.at_least);
  return format_message(language, kEveryAt, group, need.level);
}

}  // namespace

std::string certainty_word(Certainty checked, Language language) {
  return std::string(kCertainties[static_cast<size_t>(checked)].in(language));
}

std::string certainty_note(Certainty checked, Language language) {
  if (checked == Certainty::high) return {};
  return " [" + format_message(language, kCertainty, certainty_word(checked, language)) + "]";
}

std::string doubt_text(const Doubt& doubt, Language language) {
  return format_message(language, words::kFromTo, format_day_first(doubt.from),
                        format_day_first(doubt.to)) +
         ": " + doubt.because.in(language);
}

std::string in_force_line(const CriteriaSet& set, Language language) {
  if (set.in_force_to == kNoDate)
    return format_message(language, kInForce, format_day_first(set.in_force_from));
  return format_message(language, kInForceTo, format_day_first(set.in_force_from),
                        format_day_first(set.in_force_to));
}

std::string in_force_text(const CriteriaSet& set, Language language) {
  if (set.in_force_from == kNoDate) return {};
  if (set.in_force_to == kNoDate)
    return format_message(language, words::kFrom, format_day_first(set.in_force_from));
  return format_message(language, words::kFromTo, format_day_first(set.in_force_from),
                        format_day_first(set.in_force_to));
}

std::string needs_text(const Level& level, Language language) {
  std::vector<std::string> needs;
  for (const Need& need : level.needs) needs.push_back(need_text(need, language));
  return joined(needs, "; ");
}

std::string award_name(const AwardFamily& family, const Award& award, Language language) {
  // English titles say of what they are a level.
  if (language == Language::en) return award.title.en;
  return family_title(family.id, language) + ": " + lower_first(award.title.vi);
}

std::string award_level(const Award& award, Language language) {
  return format_message(language, kFromLevel, award.level);
}

std::string award_term(const Award& award, Language language) {
  if (!award.valid_years) return {};
  return *award.valid_years == 1 ? std::string(kValidYear.in(language))
                                 : format_message(language, kValidYears, *award.valid_years);
}

std::string condition_text(const Condition& condition, Language language) {
  return lower_first(condition.text.in(language)) + certainty_note(condition.checked, language);
}

std::string threshold_text(const Run& run, const Requirement& requirement, Language language) {
  return lower_first(requirement.title.in(language)) + " " +
         required_text(run, requirement, requirement.value, language);
}

std::string when_text(const Expression& where, Language language) {
  return format_message(language, kWhen, where.source);
}

std::string requirement_terms(const Requirement& requirement, Language language) {
  std::string text;
  if (requirement.where) text += when_text(*requirement.where, language);
  if (requirement.covers_part) text += kPart.in(language);
  return text + certainty_note(requirement.checked, language);
}

std::string exception_line(const Run& run, const Requirement& requirement,
                           const Exception& exception, Language language) {
  return lower_first(exception.because.in(language)) + ": " +
         required_text(run, requirement, exception.value, language) +
         certainty_note(exception.checked, language);
}

std::string row_text(const Run& run, const CriteriaSet& set, const DataRow& row,
                     Language language) {
  std::vector<std::string> names;
  for (const DataFigure& figure : row.show) {
    const Field* field = field_of(run, figure);
    const Measure* measure = measure_of(set, figure);
    names.push_back(field ? field->id : measure ? measure->id : "–");
  }
  return row.title.in(language) + (names.empty() ? "" : ": ") + joined(names, ", ");
}

}  // namespace kdcl
