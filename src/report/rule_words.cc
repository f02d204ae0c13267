#include "report/rule_words.h"

#include <algorithm>

#include "report/comparison_words.h"
#include "report/criteria_words.h"
#include "report/figure_words.h"
#include "report/phrases.h"

namespace kdcl {
namespace {

/// What --set adds is known by its condition: its reason is the whole statement.
bool is_assumed(const Run& run, const Exception& exception) {
  return std::any_of(
      run.assumptions.begin(), run.assumptions.end(), [&](const Assumption& assumption) {
        return assumption.where == exception.where.source && assumption.value == exception.value;
      });
}

/// The rules of one side; `in_full` with conditions and calculations.
class RuleWords {
 public:
  RuleWords(const Run& run, Language language, bool in_full)
      : run_(run), language_(language), in_full_(in_full) {}

  [[nodiscard]] std::string requirements(const OwnRules& rules) const {
    std::vector<std::string> parts;
    for (const Expression* where : rules.wheres)
      parts.push_back(format_message(language_, words::kOnlyWhen, where->source));
    for (const OwnRequirement& own : rules.requirements) parts.push_back(requirement(own));
    return joined(parts, words::kAnd.in(language_));
  }

  [[nodiscard]] std::string exceptions(const OwnRules& rules) const {
    std::vector<std::string> parts;
    for (const OwnRequirement& own : rules.requirements)
      for (const Exception* each : own.exceptions)
        parts.push_back(exception(*own.requirement, *each));
    return joined(parts, words::kAnd.in(language_));
  }

 private:
  [[nodiscard]] std::string requirement(const OwnRequirement& own) const {
    std::string text = threshold_text(run_, *own.requirement, language_);
    if (in_full_ && !own.requirement->is_level)
      text += " (= " + own.requirement->figure.source + ")";
    text += requirement_terms(*own.requirement, language_);
    if (own.exceptions.empty()) return text;
    return text + format_message(language_, {" (ngoại lệ {0})", " (exception {0})"},
                                 exceptions({.requirements = {own}}));
  }

  [[nodiscard]] std::string exception(const Requirement& requirement, const Exception& each) const {
    if (is_assumed(run_, each))
      return required_text(run_, requirement, each.value, language_) +
             when_text(each.where, language_);
    return exception_line(run_, requirement, each, language_) +
           (in_full_ ? when_text(each.where, language_) : "");
  }

  const Run& run_;
  Language language_;
  bool in_full_;
};

using SideText = std::string (RuleWords::*)(const OwnRules&) const;

std::pair<std::string, std::string> change_text(const Run& run, const RuleChange& change,
                                                Language language, SideText text) {
  const RuleWords plain(run, language, false);
  std::pair both{(plain.*text)(change.before), (plain.*text)(change.after)};
  if (both.first != both.second) return both;
  const RuleWords full(run, language, true);
  return {(full.*text)(change.before), (full.*text)(change.after)};
}

}  // namespace

std::pair<std::string, std::string> requirement_change(const Run& run, const RuleChange& change,
                                                       Language language) {
  return change_text(run, change, language, &RuleWords::requirements);
}

std::pair<std::string, std::string> exception_change(const Run& run, const RuleChange& change,
                                                     Language language) {
  return change_text(run, change, language, &RuleWords::exceptions);
}

}  // namespace kdcl
