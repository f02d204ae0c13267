#include "write/comparison.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/date.h"
#include "base/number.h"
#include "write/score_csv.h"
#include "write/score_json.h"

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

namespace {

constexpr std::array<std::string_view, 6> kMoves = {"same",        "rose",       "fell",
                                                    "only_before", "only_after", "not_comparable"};
constexpr std::array<std::string_view, 9> kKinds = {"judgement", "figure",    "identity",
                                                    "threshold", "exception", "requirement",
                                                    "added",     "removed",   "level_rule"};

std::string_view name_of(Cause::Kind kind) { return kKinds[static_cast<size_t>(kind)]; }

/// What a cause is about: an indicator, a field or an identity column; empty for the level rule.
std::string subject_of(const Run& run, const Cause& cause) {
  if (cause.kind == Cause::Kind::figure) return run.fields[*cause.field].id;
  if (cause.kind == Cause::Kind::identity)
    return std::string(identity_name(static_cast<IdentityColumn>(*cause.field)));
  return cause.indicator;
}

std::string text_json(const std::string& text) { return text.empty() ? "null" : json_string(text); }

/// A value as the data write it: a number, true or false, an id, a date, a text; "null" if unknown.
std::string value_json(const Field& field, double value, const std::string& text) {
  if (field.type == FieldType::text) return text_json(text);
  if (!std::isfinite(value)) return "null";
  const bool is_bare = field.type == FieldType::flag || field.type == FieldType::integer ||
                       field.type == FieldType::number;
  return is_bare ? value_text(field, value) : json_string(value_text(field, value));
}

std::string counts_json(const std::array<size_t, kMoves.size()>& counts) {
  std::string out;
  for (size_t i = 0; i < kMoves.size(); ++i)
    out += fmt::format("{}\"{}\": {}", i == 0 ? "" : ", ", kMoves[i], counts[i]);
  return out;
}

using Ends = std::pair<std::string, std::string>;

Ends texts_json(const Ends& ends) { return {text_json(ends.first), text_json(ends.second)}; }

/// The values before and after; two empty ones for causes without.
Ends ends_of(const Run& run, const ComparedSchool& school, const Cause& cause) {
  const auto change = [&](auto changed) {
    return changed(run.sets[school.before->set()], run.sets[school.after->set()], cause.indicator);
  };
  switch (cause.kind) {
    case Cause::Kind::judgement:
      return {json_string(json_verdict(cause.judged_before)),
              json_string(json_verdict(cause.judged_after))};
    case Cause::Kind::figure:
      return {value_json(run.fields[*cause.field], cause.before, cause.text_before),
              value_json(run.fields[*cause.field], cause.after, cause.text_after)};
    case Cause::Kind::identity: return texts_json({cause.text_before, cause.text_after});
    case Cause::Kind::exception:
      return texts_json(exception_statements(run, change(changed_exceptions)));
    case Cause::Kind::requirement:
      return texts_json(requirement_statements(run, change(changed_requirements)));
    case Cause::Kind::threshold:
      if (!cause.field) return {json_number(cause.before), json_number(cause.after)};
      return {value_json(run.fields[*cause.field], cause.before, {}),
              value_json(run.fields[*cause.field], cause.after, {})};
    default: return {};
  }
}

std::string cause_json(const Run& run, const ComparedSchool& school, const Cause& cause) {
  std::string out = fmt::format("{{\"kind\": \"{}\"", name_of(cause.kind));
  if (const std::string subject = subject_of(run, cause); !subject.empty())
    out += fmt::format(", \"of\": {}", json_string(subject));
  if (const auto [before, after] = ends_of(run, school, cause); !before.empty())
    out += fmt::format(", \"before\": {}, \"after\": {}", before, after);
  if (!cause.through.empty()) {
    out += ", \"through\": [";
    for (const std::string& name : cause.through)
      out += (out.ends_with('[') ? "" : ", ") + json_string(name);
    out += ']';
  }
  if (cause.exception_change != Cause::Exception::none)
    out += fmt::format(", \"exception\": \"{}\"",
                       cause.exception_change == Cause::Exception::gained ? "gained" : "lost");
  return out + '}';
}

std::string causes_json(const Run& run, const ComparedSchool& school,
                        const std::vector<Cause>& causes) {
  std::string out = "[";
  for (const Cause& cause : causes)
    out += (out == "[" ? "" : ", ") + cause_json(run, school, cause);
  return out + ']';
}

std::string side_json(const Run& run, const std::optional<RowAt>& side) {
  if (!side) return "null";
  const ScoreBlock& score = side->block->score;
  const Day day = side->block->table.assessed_on[side->row];
  return fmt::format(
      "{{\"criteria_set\": {}, \"assessed_on\": {}, \"level\": {}, \"level_max\": {}}}",
      json_string(run.sets[side->set()].id), day == kNoDate ? "null" : json_string(format_iso(day)),
      score.level[side->row], score.level_max[side->row]);
}

/// "judgement 2.2.3b met -> not_met".
std::string cause_line(const Run& run, const ComparedSchool& school, const Cause& cause) {
  std::string line(name_of(cause.kind));
  if (const std::string subject = subject_of(run, cause); !subject.empty()) line += " " + subject;
  if (auto [before, after] = ends_of(run, school, cause); !before.empty()) {
    for (std::string* end : {&before, &after}) std::erase(*end, '"');
    line += fmt::format(" {} -> {}", before, after);
  }
  return line;
}

std::string causes_text(const Run& run, const ComparedSchool& school,
                        const std::vector<Cause>& causes) {
  std::string out;
  for (const Cause& cause : causes)
    out += (out.empty() ? "" : "; ") + cause_line(run, school, cause);
  return out;
}

std::string groups_json(const SchoolComparison& comparison, IdentityColumn column) {
  std::string out = "[";
  for (const MoveGroup& group : group_moves(comparison, column))
    out += fmt::format("{}\n    {{\"value\": {}, {}}}", out == "[" ? "" : ",",
                       text_json(group.value), counts_json(group.counts));
  return out + "]";
}

/// Of both sides.
DoubtCounts count_doubts(const Run& run, const SchoolComparison& comparison) {
  DoubtCounts doubts(run);
  for (const ComparedSchool& school : comparison.schools)
    for (const std::optional<RowAt>* side : {&school.before, &school.after})
      if (*side) doubts.add(**side);
  return doubts;
}

constexpr std::string_view kCsvHead =
    "\xEF\xBB\xBF"
    "school_id,school_name,school_type,stage,district,commune,set_before,set_after,level_before,"
    "level_max_before,level_after,level_max_after,move,causes,also\n";

/// A row of the CSV.
void append_school(const Run& run, const ComparedSchool& school, Move move, CharBuffer& out) {
  const auto add = [&out](std::string_view text, std::string_view end) {
    append_csv_field(text, true, out);
    out.append(end);
  };
  for (const IdentityColumn column :
       {IdentityColumn::school_id, IdentityColumn::school_name, IdentityColumn::school_type,
        IdentityColumn::stage, IdentityColumn::district, IdentityColumn::commune})
    add(school.any().text(column), ",");
  const std::array sides = {&school.before, &school.after};
  for (const std::optional<RowAt>* side : sides)
    add(*side ? std::string_view(run.sets[(*side)->set()].id) : std::string_view(), ",");
  for (const std::optional<RowAt>* side : sides)
    for (const auto level : {level_of, level_max_of})
      add(*side ? std::to_string(level(**side)) : std::string(), ",");
  add(kMoves[static_cast<size_t>(move)], ",");
  add(causes_text(run, school, school.causes), ",");
  add(causes_text(run, school, school.also), "\n");
}

}  // namespace

CharBuffer write_comparison_csv(const Run& run, const SchoolComparison& comparison) {
  CharBuffer out;
  out.append(kCsvHead);
  for (size_t i = 0; i < comparison.schools.size(); ++i)
    append_school(run, comparison.schools[i], comparison.moves[i], out);
  return out;
}

std::string write_comparison_json(const Run& run, const SchoolComparison& comparison,
                                  std::string_view before, std::string_view after,
                                  std::string_view version) {
  std::string out = json_head(run, version);
  out.resize(out.rfind(",\n\"schools\": ["));
  std::array<size_t, kMoves.size()> counts{};
  for (size_t i = 0; i < kMoves.size(); ++i) counts[i] = comparison.count(static_cast<Move>(i));
  out += fmt::format(
      ",\n\"before\": {},\n\"after\": {},\n\"moves\": {{{}}},\n"
      "\"by\": {{\n  \"district\": {},\n  \"school_type\": {}}},\n\"schools\": [",
      json_string(before), json_string(after), counts_json(counts),
      groups_json(comparison, IdentityColumn::district),
      groups_json(comparison, IdentityColumn::school_type));
  for (size_t i = 0; i < comparison.schools.size(); ++i) {
    const ComparedSchool& school = comparison.schools[i];
    out += fmt::format(
        "{}\n{{\"school_id\": {}, \"stage\": {}, \"move\": \"{}\"{}, \"before\": {}, \"after\": "
        "{}, "
        "\"causes\": {}, \"also\": {}}}",
        i == 0 ? "" : ",", json_string(school.any().text(IdentityColumn::school_id)),
        text_json(std::string(school.any().text(IdentityColumn::stage))),
        kMoves[static_cast<size_t>(comparison.moves[i])],
        school.is_merged ? ", \"merged\": true" : "", side_json(run, school.before),
        side_json(run, school.after), causes_json(run, school, school.causes),
        causes_json(run, school, school.also));
  }
  out += "\n]";
  append_in_doubt(run, count_doubts(run, comparison), out);
  return out + "}\n";
}

}  // namespace kdcl
