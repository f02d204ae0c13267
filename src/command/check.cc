// kdcl check: every fault and contradiction of data or criteria files; nothing is scored.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdio>
#include <memory>

#include "base/file.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/messages.h"
#include "command/school_input.h"
#include "read/binding.h"
#include "read/criteria.h"
#include "read/yaml.h"
#include "report/contradictions.h"
#include "score/score.h"

namespace kdcl {
namespace {

using namespace message;

/// A key `kdcl` at the start of a line or of a flow map: enough to tell criteria from school data.
bool has_version_key(std::string_view text) {
  for (size_t at = text.find("kdcl"); at != std::string_view::npos;
       at = text.find("kdcl", at + 1)) {
    size_t start = at;
    size_t end = at + 4;
    const bool is_quoted =
        start > 0 && end < text.size() && text[end] == '"' && text[start - 1] == '"';
    start -= is_quoted;
    end += is_quoted;
    const bool is_first = start == 0 || text[start - 1] == '\n' || text[start - 1] == '{';
    if (is_first && end < text.size() && text[end] == ':') return true;
  }
  return false;
}

/// The text of a criteria file; nothing for school data and for what can't be read, whose faults
/// the reader of school data reports.
std::optional<std::string> criteria_text(const std::string& name) {
  if (!name.ends_with(".yaml") && !name.ends_with(".yml")) return {};
  std::string fault;
  std::optional<std::string> text = read_file(name, kMostYamlBytes, fault);
  return text && has_version_key(*text) ? text : std::nullopt;
}

/// Where an indicator of a row was judged: its cell; the row where a criterion-level column did it.
Location judgement_place(const SchoolBlock& block, size_t row, size_t indicator) {
  const SchoolTable& table = block.schools.table;
  const SetBinding& bound = block.binding->sets[static_cast<size_t>(table.set[row])];
  Location where{*block.file, table.line[row]};
  for (const ColumnOf& column : bound.indicators) {
    if (column.index != indicator) continue;
    where.column = uint64_t{column.column} + 1;
    if (block.grid.places.empty()) continue;
    const auto [line, character] = block.grid.places[row * block.grid.columns + column.column];
    return {*block.file, line, character};
  }
  return where;
}

size_t check_data(const std::vector<std::string>& files, const SharedOptions& options,
                  Diagnostics& diagnostics) {
  const std::optional<Run> run = read_run(options, diagnostics);
  if (!run) return 0;
  const Scorer scorer(*run);
  std::atomic<size_t> contradictions = 0;
  SchoolInput input(*run, {options.strict, options.quiet, options.threads, false});
  input.read(
      files,
      [&](SchoolBlock& block) {
        scorer.score(block.schools.table, block.schools.score);
        block.schools.details = scorer.details(block.schools.table);
        contradictions += report_contradictions(
            *run, block.schools,
            [&block](size_t row, size_t indicator) {
              return judgement_place(block, row, indicator);
            },
            block.diagnostics);
      },
      [](SchoolBlock&) { return true; }, diagnostics);
  return contradictions;
}

int run_check(const SharedOptions& options) {
  Diagnostics diagnostics(choose_language(options.language));
  std::vector<std::string> data;
  std::vector<CriteriaSet> sets;
  for (const std::string& file : options.files) {
    const std::optional<std::string> text = criteria_text(file);
    if (!text)
      data.push_back(file);
    else if (is_used_file(*text))
      check_used_file(file, *text, diagnostics);
    else if (std::optional<CriteriaSet> set = read_criteria_file(file, diagnostics))
      sets.push_back(std::move(*set));
  }
  check_sets(sets, diagnostics);
  const size_t contradictions = data.empty() ? 0 : check_data(data, options, diagnostics);
  const bool is_clean = diagnostics.errors() + diagnostics.warnings() == 0;
  std::fputs(format_diagnostics(diagnostics, wants_color(options.color, STDERR_FILENO)).c_str(),
             stderr);
  if (!options.quiet) {
    const Language language = diagnostics.language();
    if (is_clean)
      for (const std::string& file : options.files)
        std::printf("%s\n", format_message(language, kCheckedClean, file).c_str());
    else
      std::printf("%s\n", format_message(language, kCheckSummary, diagnostics.errors(),
                                         diagnostics.warnings() - contradictions, contradictions)
                              .c_str());
  }
  return is_clean ? kDone : kAnswerIsNo;
}

}  // namespace

void add_check(CLI::App& app, Language language, CommandAction& chosen) {
  const auto options = std::make_shared<SharedOptions>();
  CLI::App* command = app.add_subcommand("check", std::string(kCheckAbout.in(language)));
  add_inputs(*command, *options, language, kCheckFiles);
  add_criteria(*command, *options, language);
  add_habits(*command, *options, language);
  command->callback([options, &chosen] { chosen = [options] { return run_check(*options); }; });
}

}  // namespace kdcl
