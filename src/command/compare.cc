// kdcl compare: the same schools on two sides, who moved, and why.
#include "score/compare.h"

#include <unistd.h>

#include <cstdio>
#include <memory>

#include "base/parallel.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/compare_rows.h"
#include "command/compare_sides.h"
#include "command/criteria_input.h"
#include "command/expressions.h"
#include "command/output.h"
#include "command/register_input.h"
#include "report/compare/comparison.h"
#include "write/comparison.h"
#include "write/plain_text.h"

namespace kdcl {
namespace {

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
               format_message(diagnostics.language(),
                              {"{0} lỗi, {1} cảnh báo. Chưa so sánh.",
                               "errors: {0}, warnings: {1}. Nothing was compared."},
                              diagnostics.errors(), diagnostics.warnings())
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
  const auto schools = read_register(shared, sides->after.run, diagnostics);
  if (diagnostics.has_errors()) return report_nothing(diagnostics, shared);
  SchoolInputOptions reading = input_options(shared, hash);
  reading.schools = schools.get();
  reading.tells_register = schools != nullptr;
  ComparedRows rows = read_sides(*sides, where, reading, diagnostics);
  if (schools) rows.inputs.push_back(schools->file);
  if (diagnostics.has_errors()) return report_nothing(diagnostics, shared);
  const Run& run = sides->after.run;
  const AssumptionUse assumed(run);
  for (const ScoredBlock& block : rows.after) assumed.note(block.table);
  warn_of_unused(assumed, shared, diagnostics);
  const unsigned threads = shared.threads > 0 ? shared.threads : default_threads();
  const SchoolComparison comparison = compare_schools(run, rows.before, rows.after, threads);
  print_faults(diagnostics, shared);
  const ComparisonView view{run,
                            comparison,
                            language,
                            sides->before.title,
                            sides->after.title,
                            rows.inputs,
                            settings_of(options),
                            KDCL_VERSION,
                            created};
  const bool color = shared.output.empty() && wants_color(shared.color, STDOUT_FILENO);
  return write(view, *format, color, threads, output) && output.finish() ? kDone : kInternalError;
}

}  // namespace

CommandSpec compare_command() {
  const auto options = std::make_shared<CompareOptions>();
  SharedOptions& shared = options->shared;
  CommandSpec command{"compare",
                      Message{"So sánh cùng các trường ở hai tệp, hai năm, hai người đánh giá hoặc "
                              "hai bộ tiêu chí: ai đổi mức, vì sao",
                              "Compare the same schools in two files, years, assessments or under "
                              "two criteria sets: who moved, and why"}};
  OptionSpecs& specs = command.options;
  add_inputs(specs, shared,
             {"Hai tệp TRƯỚC SAU; một hay nhiều tệp cùng với --years hay --assessment; một tệp "
              "cùng với hai -c, với --set hay --amend",
              "Two files BEFORE AFTER; one or more with --years or --assessment; one with two -c, "
              "with --set or --amend"});
  add_criteria(specs, shared);
  specs.push_back({"--years",
                   Message{"So sánh các lần đánh giá của hai năm, ví dụ 2022 2023",
                           "Compare the assessments of two years, such as 2022 2023"},
                   &options->years,
                   "YEAR YEAR",
                   {},
                   2});
  specs.push_back(
      {"--assessment",
       Message{"So sánh hai bên đánh giá: self external", "Compare two assessors: self external"},
       &options->assessors,
       "WHO WHO",
       {},
       2});
  add_register(specs, shared);
  add_where(specs, shared);
  add_assumptions(specs, shared);
  add_output(specs, shared);
  add_habits(specs, shared);
  command.run = [options] { return run_compare(*options); };
  return command;
}

}  // namespace kdcl
