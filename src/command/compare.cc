// kdcl compare: the same schools on two sides, who moved, and why.
#include "score/compare.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <numeric>

#include "base/parallel.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/compare_messages.h"
#include "command/compare_sides.h"
#include "command/criteria_input.h"
#include "command/expressions.h"
#include "command/messages.h"
#include "command/output.h"
#include "command/school_input.h"
#include "report/comparison.h"
#include "score/filter.h"
#include "score/records.h"
#include "score/score.h"
#include "write/comparison.h"
#include "write/plain_text.h"

namespace kdcl {
namespace {

using namespace message;

/// The scored rows of a side.
struct SideRows {
  std::vector<ScoredBlock> blocks{};
  std::vector<InputFile> inputs{};
};

/// Scores a block and keeps of it what states between the sides are made of, nothing of the input.
void work_on(const Scorer& scorer, const std::vector<uint32_t>& fields, SchoolBlock& block) {
  if (block.diagnostics.has_errors()) return;
  SchoolTable& table = block.schools.table;
  ScoreBlock& score = block.schools.score;
  scorer.score(table, score);
  ScoredBlock& kept = block.results;
  kept.table = table_without_input(table, fields);
  for (auto bits : {&SchoolTable::met, &SchoolTable::not_met, &SchoolTable::not_applicable})
    kept.table.*bits = std::move(table.*bits);
  for (auto bits : {&ScoreBlock::met, &ScoreBlock::not_met, &ScoreBlock::not_applicable})
    kept.score.*bits = std::move(score.*bits);
  kept.score.level = std::move(score.level);
  kept.score.level_max = std::move(score.level_max);
}

/// Keeps the rows that the side is about.
void keep_side(const CompareSide& side, const std::optional<Expression>& where,
               ScoredBlock& block) {
  const SchoolTable& table = block.table;
  std::vector<uint32_t> rows;
  for (uint32_t row = 0; row < table.rows; ++row) {
    const std::string_view assessor = table.text_of(IdentityColumn::assessment, row);
    const bool is_external = assessor == "external";
    if (side.year && year_of(table.assessed_on[row]) != *side.year) continue;
    if (!side.assessment.empty() && is_external != (side.assessment == "external")) continue;
    rows.push_back(row);
  }
  keep_rows(rows, block);
  if (where) keep_where(*where, block);
}

SideRows read_side(const CompareSide& side, const std::optional<Expression>& where,
                   const SharedOptions& shared, bool hash, Diagnostics& diagnostics) {
  SideRows rows;
  const Scorer scorer(side.run, false);
  std::vector<uint32_t> fields(side.run.fields.size());
  std::iota(fields.begin(), fields.end(), 0U);
  SchoolInput input(side.run, input_options(shared, hash));
  input.read(
      side.files, [&](SchoolBlock& block) { work_on(scorer, fields, block); },
      [&](SchoolBlock& block) {
        rows.blocks.push_back(std::move(block.results));
        return true;
      },
      diagnostics);
  if (diagnostics.has_errors()) return rows;
  for (ScoredBlock& block : rows.blocks) keep_side(side, where, block);
  rows.inputs = input.inputs();
  const bool has_rows = std::any_of(rows.blocks.begin(), rows.blocks.end(),
                                    [](const ScoredBlock& block) { return block.table.rows > 0; });
  if (!has_rows) diagnostics.error({}, kNoSchoolOf, side.title);
  return rows;
}

/// The faults of the second reading that the first did not have: both may read the same files.
void append_new(const Diagnostics& faults, Diagnostics& diagnostics) {
  const std::vector<Diagnostic> known = diagnostics.kept();
  for (const Diagnostic& fault : faults.kept())
    if (std::none_of(known.begin(), known.end(), [&](const Diagnostic& other) {
          return other.location == fault.location && other.message == fault.message;
        }))
      diagnostics.add(fault);
}

/// The files of both sides, each once.
std::vector<InputFile> inputs_of(const SideRows& before, const SideRows& after) {
  std::vector<InputFile> inputs = before.inputs;
  for (const InputFile& file : after.inputs)
    if (std::none_of(inputs.begin(), inputs.end(),
                     [&](const InputFile& known) { return known.name == file.name; }))
      inputs.push_back(file);
  return inputs;
}

std::string settings_of(const CompareOptions& options) {
  std::vector<std::pair<std::string_view, std::string>> more;
  for (const std::string& statement : options.shared.assumed) more.emplace_back("--set", statement);
  if (!options.years.empty())
    more.emplace_back("--years", options.years[0] + " " + options.years[1]);
  if (!options.assessors.empty())
    more.emplace_back("--assessment", options.assessors[0] + " " + options.assessors[1]);
  return settings_text("compare", options.shared, more);
}

bool write(const ComparisonView& view, OutputFormat format, bool color, unsigned threads,
           Output& output) {
  switch (format) {
    case OutputFormat::csv:
      return output.write(write_comparison_csv(view.run, view.comparison).view());
    case OutputFormat::json:
      return output.write(
          write_comparison_json(view.run, view.comparison, view.before, view.after, view.version));
    case OutputFormat::xlsx: return output.write_book(make_comparison_workbook(view), threads);
    case OutputFormat::text: break;
  }
  return output.write(write_plain_text(make_comparison_text(view), {terminal_width(), color}));
}

int report_nothing(const Diagnostics& diagnostics, const SharedOptions& shared) {
  print_faults(diagnostics, shared);
  std::fprintf(stderr, "%s\n",
               format_message(diagnostics.language(), kNothingCompared, diagnostics.errors(),
                              diagnostics.warnings())
                   .c_str());
  return kInputError;
}

int run_compare(const CompareOptions& options) {
  const SharedOptions& shared = options.shared;
  const Language language = choose_language(shared.language);
  Diagnostics diagnostics(language);
  const auto format = choose_format(shared, OutputFormat::text, language);
  if (!format) return kInputError;
  const std::optional<CompareSides> sides = find_sides(options, diagnostics);
  std::optional<Expression> where;
  if (sides && !shared.where.empty())
    where = read_where(shared.where, sides->after.run, diagnostics);
  const std::optional<int64_t> created = *format == OutputFormat::xlsx && shared.date.empty()
                                             ? source_date(diagnostics)
                                             : std::nullopt;
  if (!sides || diagnostics.has_errors()) return report_nothing(diagnostics, shared);
  Output output(shared.output, language);
  if (const ExitCode code = output.open(input_names(shared, sides->after.run)); code != kDone)
    return code;
  const bool hash = *format == OutputFormat::xlsx;
  const SideRows before = read_side(sides->before, where, shared, hash, diagnostics);
  Diagnostics faults(language);
  const SideRows after = read_side(sides->after, where, shared, hash, faults);
  append_new(faults, diagnostics);
  if (diagnostics.has_errors()) return report_nothing(diagnostics, shared);
  const Run& run = sides->after.run;
  const unsigned threads = shared.threads > 0 ? shared.threads : default_threads();
  const SchoolComparison comparison = compare_schools(run, before.blocks, after.blocks, threads);
  print_faults(diagnostics, shared);
  const ComparisonView view{run,
                            comparison,
                            language,
                            sides->before.title,
                            sides->after.title,
                            inputs_of(before, after),
                            settings_of(options),
                            KDCL_VERSION,
                            created};
  const bool color = shared.output.empty() && wants_color(shared.color, STDOUT_FILENO);
  return write(view, *format, color, threads, output) && output.finish() ? kDone : kInternalError;
}

}  // namespace

void add_compare(CLI::App& app, Language language, CommandAction& chosen) {
  const auto options = std::make_shared<CompareOptions>();
  const auto text = [language](const Message& message) {
    return std::string(message.in(language));
  };
  CLI::App* command = app.add_subcommand("compare", text(kCompareAbout));
  add_inputs(*command, options->shared, language, kCompareFiles);
  add_criteria(*command, options->shared, language);
  command->add_option("--years", options->years, text(kYearsOption))
      ->type_name("YEAR YEAR")
      ->expected(2);
  command->add_option("--assessment", options->assessors, text(kAssessmentOption))
      ->type_name("WHO WHO")
      ->expected(2);
  command->add_option("--where", options->shared.where, text(kWhereOption))->type_name("EXPR");
  add_assumptions(*command, options->shared, language);
  add_output(*command, options->shared, language);
  add_habits(*command, options->shared, language);
  command->callback([options, &chosen] { chosen = [options] { return run_compare(*options); }; });
}

}  // namespace kdcl
