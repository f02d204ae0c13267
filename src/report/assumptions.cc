#include "report/assumptions.h"

#include "report/assumption_words.h"
#include "report/figure_words.h"
#include "report/phrases.h"
#include "report/source_tables.h"
#include "report/words.h"

namespace kdcl {
namespace {

const Indicator& indicator_of(const Run& run, const Assumption& assumption) {
  return run.sets[assumption.set].indicators[assumption.indicator];
}

const Requirement& requirement_of(const Run& run, const Assumption& assumption) {
  return indicator_of(run, assumption).requirements[assumption.requirement];
}

/// The text with no place to break it.
std::string kept_together(std::string text) {
  for (size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at))
    text.replace(at, 1, "\u00A0");
  return text;
}

/// "≥ 70 %; ≥ 65 %".
std::string replaced_text(const Run& run, const Assumption& assumption, Language language) {
  std::vector<std::string> texts;
  for (const double value : assumption.replaced)
    texts.push_back(
        kept_together(required_text(run, requirement_of(run, assumption), value, language)));
  return joined(texts, "; ");
}

std::string assumption_line(const Run& run, const Assumption& assumption, Language language) {
  const Requirement& requirement = requirement_of(run, assumption);
  const std::string line =
      format_message(language,
                     {"Giả định: chỉ báo {0} ({1}), {2} {3} (thay {4})",
                      "What if: indicator {0} ({1}), {2} {3} (in place of {4})"},
                     indicator_of(run, assumption).name, run.sets[assumption.set].id,
                     lower_first(requirement.title.in(language)),
                     kept_together(required_text(run, requirement, assumption.value, language)),
                     replaced_text(run, assumption, language));
  if (assumption.where.empty()) return line;
  return format_message(language, {"{0} nếu {1}", "{0} where {1}"}, line, assumption.where);
}

}  // namespace

void state_assumptions(const Run& run, Report& report) {
  std::vector<std::string> lines;
  for (const Assumption& assumption : run.assumptions)
    lines.push_back(assumption_line(run, assumption, report.language));
  for (Sheet& sheet : report.sheets)
    sheet.subtitles.insert(sheet.subtitles.begin(), lines.begin(), lines.end());
}

Table assumptions_table(const Run& run, Language language) {
  Table table = source_table(language, words::kAssumptions,
                             {words::kSets, words::kIndicatorHead,
                              Message{"Thay cho", "In place of"}, words::kAssumptions});
  table.id = "what_if";
  for (size_t i = 0; const char* id : {"criteria_set", "indicator", "replaced", "statement"})
    table.columns[i++].id = id;
  for (const Assumption& assumption : run.assumptions)
    table.rows.push_back(
        {{text_cell(run.sets[assumption.set].id), text_cell(indicator_of(run, assumption).name),
          text_cell(replaced_text(run, assumption, language)), text_cell(assumption.statement)},
         {}});
  return table;
}

}  // namespace kdcl
