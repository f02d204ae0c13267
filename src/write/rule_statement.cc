#include "write/rule_statement.h"

#include <fmt/format.h>

#include <array>

#include "base/date.h"
#include "base/number.h"

namespace kdcl {
namespace {

constexpr std::array<std::string_view, 5> kOperatorWords = {"at_least", "at_most", "more_than",
                                                            "less_than", "equals"};

void add(std::string_view part, std::string_view separator, std::string& text) {
  if (!text.empty()) text += separator;
  text += part;
}

std::string asked(const Run& run, const Requirement& requirement, double value) {
  const Field* field = field_of(run, requirement);
  return fmt::format("{} {}", kOperatorWords[static_cast<size_t>(requirement.comparison)],
                     field ? value_text(*field, value) : format_exact(value));
}

std::string exceptions_text(const Run& run, const OwnRequirement& own) {
  std::string text;
  for (const Exception* each : own.exceptions)
    add(fmt::format("{} where {}", asked(run, *own.requirement, each->value), each->where.source),
        ", ", text);
  return text;
}

std::string requirement_text(const Run& run, const OwnRequirement& own, bool in_full) {
  const Requirement& requirement = *own.requirement;
  std::string text = (requirement.is_level ? "level_of " : "") + requirement.measure;
  if (in_full && !requirement.is_level) text += fmt::format(" ({})", requirement.figure.source);
  add(asked(run, requirement, requirement.value), " ", text);
  if (requirement.where) text += " where " + requirement.where->source;
  if (requirement.covers_part) text += " covers part";
  if (!own.exceptions.empty()) add(exceptions_text(run, own), ", ", text);
  return text;
}

std::string rules_text(const Run& run, const OwnRules& rules, bool in_full) {
  std::string text;
  for (const Expression* where : rules.wheres) add("where " + where->source, " and ", text);
  for (const OwnRequirement& own : rules.requirements)
    add(requirement_text(run, own, in_full), " and ", text);
  return text;
}

std::string exceptions_text(const Run& run, const OwnRules& rules) {
  std::string text;
  for (const OwnRequirement& own : rules.requirements)
    if (!own.exceptions.empty()) add(exceptions_text(run, own), " and ", text);
  return text;
}

}  // namespace

std::string value_text(const Field& field, double value) {
  switch (field.type) {
    case FieldType::flag: return value != 0 ? "true" : "false";
    case FieldType::choice:
    case FieldType::scale: return field.values[static_cast<size_t>(value)].id;
    case FieldType::date: return format_iso(static_cast<Day>(value));
    default: return format_exact(value);
  }
}

std::pair<std::string, std::string> requirement_statements(const Run& run,
                                                           const RuleChange& change) {
  std::pair both{rules_text(run, change.before, false), rules_text(run, change.after, false)};
  if (both.first != both.second) return both;
  return {rules_text(run, change.before, true), rules_text(run, change.after, true)};
}

std::pair<std::string, std::string> exception_statements(const Run& run, const RuleChange& change) {
  return {exceptions_text(run, change.before), exceptions_text(run, change.after)};
}

}  // namespace kdcl
