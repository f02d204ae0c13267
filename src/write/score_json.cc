#include "write/score_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "write/cell_text.h"

namespace kdcl {
namespace {

void append_escaped(unsigned char c, std::string& out) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: out += fmt::format("\\u{:04x}", c);
  }
}

}  // namespace

void append_string(std::string_view text, std::string& out) {
  out += '"';
  size_t plain = 0;  // start of what has not been copied yet
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    // U+0080 to U+009F: what a terminal obeys as well, in two bytes.
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    const bool is_pair = c == 0xC2 && next >= 0x80 && next < 0xA0;
    if (!is_pair && c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
    out += text.substr(plain, i - plain);
    append_escaped(is_pair ? next : c, out);
    i += is_pair ? 1 : 0;
    plain = i + 1;
  }
  out += text.substr(plain);
  out += '"';
}

void append_text(std::string_view text, std::string& out) {
  if (is_utf8(text))
    append_string(text, out);
  else
    append_string(mended_utf8(text), out);
}

void append_text_or_null(std::string_view text, std::string& out) {
  if (text.empty())
    out += "null";
  else
    append_text(text, out);
}

void append_key(std::string_view key, std::string& out) {
  if (!out.ends_with('{')) out += ", ";
  append_string(key, out);
  out += ": ";
}

void append_strings(const std::vector<std::string>& texts, std::string& out) {
  out += '[';
  for (const std::string& text : texts) {
    if (!out.ends_with('[')) out += ", ";
    append_string(text, out);
  }
  out += ']';
}

void append_number(double value, std::string& out) {
  out += std::isfinite(value) ? format_exact(value) : "null";
}

std::string json_string(std::string_view text) {
  std::string out;
  append_text(text, out);
  return out;
}

std::string json_number(double value) {
  std::string out;
  append_number(value, out);
  return out;
}

namespace {

constexpr std::string_view kVerdictNames[] = {"met", "not_met", "unknown", "not_applicable"};
constexpr std::string_view kOperators[] = {">=", "<=", ">", "<", "=="};

void append_level(int level, std::string& out) {
  out += level == kNoLevel ? "null" : std::to_string(level);
}

void append_indicator_names(const CriteriaSet& set, const BitRows& bits, size_t row,
                            std::string& out) {
  out += '[';
  for (size_t i = 0; i < set.indicators.size(); ++i) {
    if (!bits.test(row, i)) continue;
    if (!out.ends_with('[')) out += ", ";
    append_string(set.indicators[i].name, out);
  }
  out += ']';
}

void append_awards(const CriteriaSet& set, int school_level, std::string& out) {
  out += '{';
  for (const AwardFamily& family : set.award_families) {
    append_key(family.id, out);
    out += std::to_string(award_number(family, school_level));
  }
  out += '}';
}

bool has_conditions(const AwardFamily& family) {
  for (const Award& award : family.awards)
    if (!award.conditions.empty()) return true;
  return false;
}

void append_award_conditions(const CriteriaSet& set, const SchoolDetail* detail, std::string& out) {
  size_t position = 0;  // in SchoolDetail::conditions
  out += '{';
  for (const AwardFamily& family : set.award_families) {
    if (!has_conditions(family)) continue;
    append_key(family.id, out);
    out += '[';
    for (const Award& award : family.awards) {
      out += out.ends_with('[') ? "{" : ", {";
      for (const Condition& condition : award.conditions) {
        append_key(condition.id, out);
        const Verdict verdict = detail && position < detail->conditions.size()
                                    ? detail->conditions[position]
                                    : Verdict::unknown;
        append_string(kVerdictNames[static_cast<size_t>(verdict)], out);
        ++position;
      }
      out += '}';
    }
    out += ']';
  }
  out += '}';
}

void append_criteria(const CriteriaSet& set, const ScoreBlock& score, size_t row,
                     std::string& out) {
  out += '{';
  for (size_t i = 0; i < set.criteria.size(); ++i) {
    const size_t cell = row * score.criteria_stride + i;
    append_key(set.criteria[i].id, out);
    out += "{\"level\": ";
    append_level(score.criterion_level[cell], out);
    out += ", \"level_max\": ";
    append_level(score.criterion_level_max[cell], out);
    out += '}';
  }
  out += '}';
}

std::string_view judgement_name(const SchoolTable& table, size_t row, size_t indicator) {
  if (table.met.test(row, indicator)) return kVerdictNames[0];
  if (table.not_met.test(row, indicator)) return kVerdictNames[1];
  if (table.not_applicable.test(row, indicator)) return kVerdictNames[3];
  return {};
}

/// A value of a requirement's figure as its field writes it: a number, true or false, an id, a
/// date.
void append_value(const Run& run, const Requirement& requirement, double value, std::string& out) {
  const Field* field = field_of(run, requirement);
  if (!field || !std::isfinite(value)) return append_number(value, out);
  switch (field->type) {
    case FieldType::flag: out += value != 0 ? "true" : "false"; break;
    case FieldType::choice:
    case FieldType::scale: append_text(field->values.at(static_cast<size_t>(value)).id, out); break;
    case FieldType::date: append_string(format_iso(static_cast<Day>(value)), out); break;
    default: append_number(value, out);
  }
}

void append_exception(const Requirement& requirement, const Figure& figure, Language language,
                      std::string& out) {
  if (figure.exception < 0) {
    out += "null";
    return;
  }
  append_text(requirement.exceptions[static_cast<size_t>(figure.exception)].because.in(language),
              out);
}

void append_figure(const Run& run, const Indicator& indicator, const Figure& figure,
                   Language language, std::string& out) {
  const Requirement& requirement = indicator.requirements[figure.requirement];
  out += ", \"found\": ";
  append_value(run, requirement, figure.found, out);
  out += ", \"required\": ";
  append_value(run, requirement, figure.required, out);
  out += ", \"op\": ";
  append_string(kOperators[static_cast<size_t>(requirement.comparison)], out);
  out += ", \"unit\": ";
  append_text_or_null(requirement.unit.vi, out);
  out += ", \"shortfall\": ";
  append_number(figure.shortfall, out);
  out += ", \"heads\": ";
  append_number(figure.heads, out);
  out += ", \"clause\": ";
  append_text_or_null(indicator.clause, out);
  out += ", \"exception\": ";
  append_exception(requirement, figure, language, out);
}

/// What keeps another set from the level that the indicator asks for; nothing if nothing does.
void append_held(const SchoolDetail& detail, size_t index, std::string& out) {
  for (const HeldLevel& held : detail.held) {
    if (held.indicator != index) continue;
    out += ", \"level_of\": {\"criteria_set\": ";
    append_string(held.set, out);
    append_key("blocking", out);
    append_strings(held.blocking, out);
    append_key("missing", out);
    append_strings(held.missing, out);
    out += '}';
  }
}

void append_no_figure(const Indicator& indicator, std::string& out) {
  out +=
      R"(, "found": null, "required": null, "op": null, "unit": null, "shortfall": null, "heads": null, "clause": )";
  append_text_or_null(indicator.clause, out);
  out += ", \"exception\": null";
}

void append_sensitivity(const std::vector<SensitiveVerdict>& sensitive, size_t indicator,
                        std::string& out) {
  const bool is_sensitive =
      std::any_of(sensitive.begin(), sensitive.end(),
                  [&](const SensitiveVerdict& verdict) { return verdict.indicator == indicator; });
  out += is_sensitive ? ", \"sensitive\": true" : ", \"sensitive\": false";
}

void append_indicators(const Run& run, const CriteriaSet& set, const ScoredBlock& block, size_t row,
                       Language language, std::string& out) {
  const SchoolDetail* detail = block.details.empty() ? nullptr : &block.details[row];
  const std::vector<SensitiveVerdict>* sensitive =
      block.sensitive.empty() ? nullptr : &block.sensitive[row];
  out += '{';
  for (size_t i = 0; i < set.indicators.size(); ++i) {
    const Indicator& indicator = set.indicators[i];
    append_key(indicator.name, out);
    out += "{\"verdict\": ";
    append_string(kVerdictNames[static_cast<size_t>(verdict_of(block.score, row, i))], out);
    out += ", \"judged\": ";
    append_text_or_null(judgement_name(block.table, row, i), out);
    if (detail && i < detail->figures.size() && detail->figures[i]) {
      append_figure(run, indicator, *detail->figures[i], language, out);
      append_held(*detail, i, out);
    } else {
      append_no_figure(indicator, out);
    }
    if (sensitive) append_sensitivity(*sensitive, i, out);
    out += '}';
  }
  out += '}';
}

void append_monitors(const CriteriaSet& set, const SchoolDetail* detail, std::string& out) {
  out += '{';
  for (size_t i = 0; i < set.monitors.size(); ++i) {
    append_key(set.monitors[i].id, out);
    append_number(detail && i < detail->monitors.size() ? detail->monitors[i] : kUnknown, out);
  }
  out += '}';
}

void append_levels(const ScoreBlock& score, size_t row, std::string& out) {
  append_key("level", out);
  append_level(score.level[row], out);
  append_key("level_max", out);
  append_level(score.level_max[row], out);
  append_key("school_level", out);
  append_level(score.school_level[row], out);
  append_key("school_level_max", out);
  append_level(score.school_level_max[row], out);
}

void append_scored_row(const Run& run, const CriteriaSet& set, const ScoredBlock& block, size_t row,
                       Language language, std::string& out) {
  const ScoreBlock& score = block.score;
  const SchoolDetail* detail = block.details.empty() ? nullptr : &block.details[row];
  append_string(set.id, out);
  append_levels(score, row, out);
  append_key("awards", out);
  append_awards(set, score.school_level[row], out);
  append_key("award_conditions", out);
  append_award_conditions(set, detail, out);
  append_key("blocking", out);
  append_indicator_names(set, score.blocking, row, out);
  append_key("missing", out);
  append_indicator_names(set, score.missing, row, out);
  append_key("contradictions", out);
  append_indicator_names(set, score.contradiction, row, out);
  append_key("criteria", out);
  append_criteria(set, score, row, out);
  append_key("indicators", out);
  append_indicators(run, set, block, row, language, out);
  append_key("monitor", out);
  append_monitors(set, detail, out);
}

void append_assumption(const Run& run, const Assumption& assumption, std::string& out) {
  const CriteriaSet& set = run.sets[assumption.set];
  const Indicator& indicator = set.indicators[assumption.indicator];
  const Requirement& requirement = indicator.requirements[assumption.requirement];
  out += fmt::format(
      R"({{"statement": {}, "criteria_set": {}, "indicator": {}, "{}": {}, "op": "{}", "value": )",
      json_string(assumption.statement), json_string(set.id), json_string(indicator.name),
      requirement.is_level ? "level_of" : "measure", json_string(requirement.measure),
      kOperators[static_cast<size_t>(requirement.comparison)]);
  append_value(run, requirement, assumption.value, out);
  append_key("where", out);
  append_text_or_null(assumption.where, out);
  append_key("replaced", out);
  out += '[';
  for (const double value : assumption.replaced) {
    if (!out.ends_with('[')) out += ", ";
    append_value(run, requirement, value, out);
  }
  out += "]}";
}

/// Nothing if the run assumes nothing.
void append_assumptions(const Run& run, std::string& out) {
  if (run.assumptions.empty()) return;
  out += ",\n\"what_if\": [";
  for (const Assumption& assumption : run.assumptions) {
    out += out.ends_with('[') ? "\n  " : ",\n  ";
    append_assumption(run, assumption, out);
  }
  out += ']';
}

/// The days on which indicators may not have counted.
void append_doubts(const CriteriaSet& set, std::string& out) {
  const auto has_doubt = [](const Indicator& indicator) { return indicator.doubt.has_value(); };
  if (std::none_of(set.indicators.begin(), set.indicators.end(), has_doubt)) return;
  out += ", \"doubts\": [";
  for (const Indicator& indicator : set.indicators) {
    if (!indicator.doubt) continue;
    const Doubt& doubt = *indicator.doubt;
    out += fmt::format(
        R"({}{{"at": {}, "from": "{}", "to": "{}", "because": {{"vi": {}, "en": {}}}}})",
        out.ends_with('[') ? "" : ", ", json_string(indicator.name), format_iso(doubt.from),
        format_iso(doubt.to), json_string(doubt.because.vi), json_string(doubt.because.en));
  }
  out += ']';
}

/// What an amending set amends, and the places of its changes that are not fully established.
void append_amendments(const CriteriaSet& set, std::string& out) {
  if (set.bases.empty()) return;
  out += ", \"amends\": [";
  for (const AmendedSet& base : set.bases) {
    out += fmt::format("{}{{\"id\": {}, \"document\": {}, \"sha256\": {}}}",
                       out.ends_with('[') ? "" : ", ", json_string(base.id),
                       json_string(base.document), json_string(base.sha256));
  }
  out += "], \"unsettled\": [";
  for (const Amendment& change : set.changes)
    if (change.checked != Certainty::high)
      out += (out.ends_with('[') ? "" : ", ") + json_string(change.at);
  out += ']';
}

void append_row(const Run& run, const ScoredBlock& block, size_t row, const SchoolRegister* schools,
                Language language, std::string& out) {
  const std::string_view id = block.table.text_of(IdentityColumn::school_id, row);
  out += "{\"school_id\": ";
  append_text(id, out);
  if (schools) out += fmt::format(", \"in_register\": {}", schools->has(id));
  out += ", \"stage\": ";
  append_text_or_null(block.table.text_of(IdentityColumn::stage, row), out);
  out += ", \"criteria_set\": ";
  const CriteriaSet& set = run.sets[static_cast<size_t>(block.table.set[row])];
  append_scored_row(run, set, block, row, language, out);
  out += '}';
}

}  // namespace

void append_in_doubt(const Run& run, const DoubtCounts& doubts, std::string& out) {
  if (doubts.rows().empty()) return;
  out += ",\n\"in_doubt\": [";
  for (const auto& [place, rows] : doubts.rows()) {
    const CriteriaSet& set = run.sets[place.first];
    out += fmt::format("{}\n  {{\"criteria_set\": {}, \"indicator\": {}, \"rows\": {}}}",
                       out.ends_with('[') ? "" : ",", json_string(set.id),
                       json_string(set.indicators[place.second].name), rows);
  }
  out += ']';
}

std::string_view json_verdict(Verdict verdict) {
  return kVerdictNames[static_cast<size_t>(verdict)];
}

std::string json_head(const Run& run, std::string_view version) {
  std::string out = "{\"kdcl\": " + json_string(version) + ",\n\"criteria\": [";
  for (const CriteriaSet& set : run.sets) {
    out += fmt::format(
        "{}\n  {{\"id\": {}, \"document\": {}, \"sha256\": ", out.ends_with('[') ? "" : ",",
        json_string(set.id), json_string(set.document));
    append_text_or_null(set.sha256, out);
    append_amendments(set, out);
    append_doubts(set, out);
    out += '}';
  }
  out += ']';
  append_assumptions(run, out);
  out += ",\n\"schools\": [";
  return out;
}

void append_json_schools(const Run& run, const ScoredBlock& block, const SchoolRegister* schools,
                         Language language, bool& first, std::string& out) {
  for (size_t row = 0; row < block.table.rows; ++row) {
    if (block.table.set[row] == kNoSet) continue;
    out += first ? "\n" : ",\n";
    first = false;
    append_row(run, block, row, schools, language, out);
  }
}

std::string json_tail(const Run& run, std::span<const InputFile> inputs,
                      std::span<const OutOfScope> out_of_scope, const DoubtCounts& doubts,
                      std::span<const LeftOut> left_out,
                      const std::vector<std::string>& not_received) {
  std::string out = "],\n\"inputs\": [";
  for (const InputFile& input : inputs) {
    out += fmt::format("{}\n  {{\"name\": {}, \"sha256\": ", out.ends_with('[') ? "" : ",",
                       json_string(input.name));
    append_text_or_null(input.sha256, out);
    out += '}';
  }
  out += "],\n\"out_of_scope\": [";
  for (const OutOfScope& row : out_of_scope)
    out += fmt::format("{}\n  {{\"school_id\": {}, \"reason\": {}}}", out.ends_with('[') ? "" : ",",
                       json_string(row.school_id), json_string(row.reason));
  out += ']';
  append_in_doubt(run, doubts, out);
  if (!left_out.empty()) out += ",\n\"left_out\": [";
  for (const LeftOut& row : left_out)
    out += fmt::format("{}\n  {{\"school_id\": {}, \"place\": {}, \"fault\": {}}}",
                       out.ends_with('[') ? "" : ",", json_string(row.school_id),
                       json_string(row.place), json_string(row.message));
  if (!left_out.empty()) out += "]";
  if (!not_received.empty()) {
    out += ",\n\"not_received\": ";
    append_strings(not_received, out);
  }
  out += "}\n";
  return out;
}

}  // namespace kdcl
