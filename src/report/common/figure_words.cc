#include "report/common/figure_words.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/number.h"
#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/compare/comparison.h"
#include "report/criteria/words.h"

namespace kdcl {
namespace {

constexpr int kMostDecimals = 6;
constexpr std::array<std::string_view, 5> kSigns = {"≥", "≤", ">", "<", "="};

bool is_whole(double value) { return value == std::floor(value); }

/// Decimals at which a figure can be told from what is required: 69.96 is not to look like 70.
int telling_decimals(double found, double required) {
  int decimals = is_whole(found) ? 0 : 1;
  while (decimals < kMostDecimals && found != required &&
         format_rounded(found, decimals, '.') == format_rounded(required, decimals, '.'))
    ++decimals;
  return decimals;
}

/// The figure of a value with its unit.
std::string with_unit(const std::string& figure, double value, const Unit& unit,
                      Language language) {
  return figure.empty() || unit.empty() ? figure : figure + " " + unit.in(language, value);
}

/// A level, or a value of a field that is not a plain figure, in words; empty for plain figures.
std::string named_value(const Run& run, const Requirement& requirement, double value,
                        Language language) {
  if (requirement.is_level) return format_message(language, {"mức {0}", "level {0}"}, value);
  const Field* field = field_of(run, requirement);
  if (!field || std::isnan(value)) return {};
  switch (field->type) {
    case FieldType::flag: return std::string((value != 0 ? words::kYes : words::kNo).in(language));
    case FieldType::choice:
    case FieldType::scale: return field->values.at(static_cast<size_t>(value)).title.in(language);
    case FieldType::date: return format_day_first(static_cast<Day>(value));
    default: return {};
  }
}

/// The decimals that a value has, at most three: 0.35 has two.
int own_decimals(double value) {
  int decimals = 0;
  while (decimals < 3 && std::stod(format_rounded(value, decimals, '.')) != value) ++decimals;
  return decimals;
}

std::string rule_figure(double value, Language language) {
  return format_figure(value, own_decimals(value), language);
}

/// The unit of what would have to change: X of a share 100 * X / Y, where X is a field.
Unit heads_unit(const Run& run, const Requirement& requirement) {
  const std::vector<ExpressionNode>& nodes = requirement.figure.nodes;
  if (nodes.empty() || nodes.back().operation != Operation::divide) return {};
  const ExpressionNode& product = nodes[nodes.back().left];
  if (product.operation != Operation::multiply) return {};
  const ExpressionNode& part = nodes[product.right];
  if (part.operation != Operation::field) return {};
  return run.fields[part.left].unit;
}

Message direction(Comparison comparison) {
  switch (comparison) {
    case Comparison::at_least:
    case Comparison::more_than: return Message{"thiếu {0}", "short by {0}"};
    case Comparison::at_most:
    case Comparison::less_than: return Message{"vượt {0}", "over by {0}"};
    case Comparison::equals: break;
  }
  return Message{"lệch {0}", "off by {0}"};
}

bool is_unknown(const Run& run, const SchoolTable& table, size_t row, uint32_t field) {
  if (run.fields[field].type == FieldType::text)
    return table.texts[field].empty() || table.texts[field][row].empty();
  return table.numbers[field].empty() || std::isnan(table.numbers[field][row]);
}

void add_fields(const Expression& expression, std::set<uint32_t>& fields) {
  for (const ExpressionNode& node : expression.nodes)
    if (node.operation == Operation::field) fields.insert(node.left);
}

}  // namespace

std::string measured_text(double value, const Unit& unit, Language language) {
  return with_unit(format_figure(value, is_whole(value) ? 0 : 1, language), value, unit, language);
}

std::string found_text(const Run& run, const Requirement& requirement, const Figure& figure,
                       Language language) {
  if (std::isnan(figure.found)) return {};
  const std::string named = named_value(run, requirement, figure.found, language);
  if (!named.empty()) return named;
  const int decimals = telling_decimals(figure.found, figure.required);
  return with_unit(format_figure(figure.found, decimals, language), figure.found, requirement.unit,
                   language);
}

std::string required_text(const Run& run, const Requirement& requirement, double value,
                          Language language) {
  const std::string named = named_value(run, requirement, value, language);
  const std::string sign(kSigns[static_cast<size_t>(requirement.comparison)]);
  if (named.empty())
    return sign + " " + with_unit(rule_figure(value, language), value, requirement.unit, language);
  if (requirement.comparison == Comparison::equals) return named;
  const Field* field = field_of(run, requirement);
  if (field && field->type != FieldType::scale) return sign + " " + named;
  if (requirement.comparison == Comparison::at_least)
    return format_message(language, {"{0} trở lên", "{0} or better"}, named);
  if (requirement.comparison == Comparison::at_most)
    return format_message(language, {"{0} trở xuống", "{0} or below"}, named);
  return sign + " " + named;
}

std::string shortfall_text(const Run& run, const Requirement& requirement, const Figure& figure,
                           Language language) {
  const double shortfall = figure.shortfall;
  if (std::isnan(shortfall) || shortfall == 0) return {};
  if (!named_value(run, requirement, figure.required, language).empty()) return {};
  const Unit points{std::string(words::kPoints.vi), std::string(words::kPoints.en),
                    std::string(words::kPoint.en)};
  const bool is_share = requirement.unit.vi == "%";
  std::string amount = with_unit(format_figure(shortfall, telling_decimals(shortfall, 0), language),
                                 shortfall, is_share ? points : requirement.unit, language);
  if (!std::isnan(figure.heads))
    amount += " = " + with_unit(format_figure(figure.heads, 0, language), figure.heads,
                                heads_unit(run, requirement), language);
  return format_message(language, direction(requirement.comparison), amount);
}

std::string exception_text(const Run& run, const Requirement& requirement, const Figure& figure,
                           Language language) {
  if (figure.exception < 0) return {};
  const Exception& exception = requirement.exceptions[static_cast<size_t>(figure.exception)];
  return format_message(language,
                        {"ngưỡng riêng: {0} (chung: {1})", "own threshold: {0} (general: {1})"},
                        lower_first(exception.because.in(language)),
                        required_text(run, requirement, requirement.value, language));
}

std::string range_text(const Requirement& requirement, double low, double high, double required,
                       Language language) {
  const auto end = [&](double value) {
    const int decimals = std::max(own_decimals(value), telling_decimals(value, required));
    return format_figure(value, decimals, language);
  };
  return with_unit(end(low) + "–" + end(high), high, requirement.unit, language);
}

std::vector<std::string> unknown_fields(const Run& run, const Indicator& indicator,
                                        const SchoolTable& table, size_t row, Language language) {
  std::set<uint32_t> fields;
  if (indicator.where) add_fields(*indicator.where, fields);
  for (const Requirement& requirement : indicator.requirements) {
    add_fields(requirement.figure, fields);
    if (requirement.where) add_fields(*requirement.where, fields);
    for (const Exception& exception : requirement.exceptions) add_fields(exception.where, fields);
  }
  std::vector<std::string> titles;
  for (const uint32_t field : fields)
    if (is_unknown(run, table, row, field))
      titles.push_back(lower_first(run.fields[field].title.in(language)));
  return titles;
}

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
