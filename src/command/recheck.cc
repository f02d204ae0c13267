// kdcl recheck: which recognised schools still hold under the standards in force.
#include "report/recheck.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "base/text.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/expressions.h"
#include "command/messages.h"
#include "command/output.h"
#include "command/recheck_messages.h"
#include "command/recheck_run.h"
#include "command/summary_files.h"
#include "report/merger_faults.h"
#include "write/plain_text.h"
#include "write/report_csv.h"
#include "write/report_json.h"

namespace kdcl {
namespace {

using namespace message;

struct RecheckCommandOptions {
  SharedOptions shared;
  std::string letterhead;
};

/// Nothing if the options are wrong; then everything about it is in `diagnostics` or printed.
std::optional<RecheckJob> make_job(const RecheckCommandOptions& options, Diagnostics& diagnostics) {
  const SharedOptions& shared = options.shared;
  RecheckJob job;
  job.language = diagnostics.language();
  const auto format = choose_format(shared, OutputFormat::text, job.language);
  if (!format) return {};
  job.format = *format;
  std::optional<Run> run = read_run(shared, diagnostics);
  if (!run) return {};
  job.run = std::move(*run);
  if (!shared.where.empty()) job.where = read_where(shared.where, job.run, diagnostics);
  if (!shared.by.empty()) job.by = find_group(shared.by, job.run, diagnostics);
  if (!options.letterhead.empty())
    if (auto letterhead = read_letterhead_file(options.letterhead, job.files, diagnostics))
      job.letterhead = std::move(*letterhead);
  job.color = shared.output.empty() && wants_color(shared.color, STDOUT_FILENO);
  job.settings = settings_text("recheck", shared, {{"--letterhead", options.letterhead}});
  if (job.format == OutputFormat::xlsx && job.run.date == kNoDate)
    job.created = source_date(diagnostics);
  if (diagnostics.has_errors()) return {};
  return job;
}

std::vector<std::string> inputs_of(const RecheckCommandOptions& options, const RecheckJob& job) {
  std::vector<std::string> inputs = input_names(options.shared, job.run);
  for (const InputFile& file : job.files) inputs.push_back(file.name);
  return inputs;
}

bool write_report(const RecheckJob& job, const RecheckView& view, unsigned threads,
                  Output& output) {
  if (job.format == OutputFormat::text)
    return output.write(write_plain_text(make_recheck_text(view), {terminal_width(), job.color}));
  const Report report = make_recheck_workbook(view);
  if (job.format == OutputFormat::csv) return output.write(write_report_csv(report));
  if (job.format == OutputFormat::json)
    return output.write(write_report_json(report, KDCL_VERSION));
  return output.write_book(report, threads);
}

void read_data(const RecheckCommandOptions& options, SchoolInput& input, RecheckRun& run,
               Diagnostics& diagnostics) {
  input.read(
      options.shared.files, [](SchoolBlock&) {},
      [&](SchoolBlock& block) {
        if (!diagnostics.has_errors()) run.hand_on(block);
        return true;  // after an error too, for the rest of the faults
      },
      diagnostics);
  if (!diagnostics.has_errors()) run.finish(diagnostics);
  if (diagnostics.has_errors()) return;
  if (run.recheck().rows == 0) diagnostics.error({}, kNothingToRecheck);
  report_merger_faults(run.mergers(), diagnostics);
}

int run_recheck(const RecheckCommandOptions& options) {
  const SharedOptions& shared = options.shared;
  const Language language = choose_language(shared.language);
  Diagnostics diagnostics(language);
  const std::optional<RecheckJob> job = make_job(options, diagnostics);
  if (!job) {
    print_faults(diagnostics, shared);
    return kInputError;
  }
  Output output(shared.output, language);
  if (const ExitCode code = output.open(inputs_of(options, *job)); code != kDone) return code;
  const bool wants_digests = job->format == OutputFormat::json || job->format == OutputFormat::xlsx;
  SchoolInput input(job->run, input_options(shared, wants_digests));
  RecheckRun run(*job, shared.threads);
  read_data(options, input, run, diagnostics);
  print_faults(diagnostics, shared);
  if (diagnostics.has_errors()) {
    std::fprintf(
        stderr, "%s\n",
        format_message(language, kNothingRechecked, diagnostics.errors(), diagnostics.warnings())
            .c_str());
    return kInputError;
  }
  PaperOptions paper{.language = language, .version = KDCL_VERSION};
  paper.inputs = input.inputs();
  paper.inputs.insert(paper.inputs.end(), job->files.begin(), job->files.end());
  paper.settings = job->settings;
  paper.created = job->created;
  paper.letterhead = job->letterhead;
  const RecheckView view{job->run, run.recheck(), paper};
  return write_report(*job, view, shared.threads, output) && output.finish() ? kDone
                                                                             : kInternalError;
}

}  // namespace

void add_recheck(CLI::App& app, Language language, CommandAction& chosen) {
  const auto options = std::make_shared<RecheckCommandOptions>();
  const auto text = [language](const Message& message) {
    return std::string(message.in(language));
  };
  CLI::App* command = app.add_subcommand("recheck", text(kRecheckAbout));
  add_inputs(*command, options->shared, language, kFilesOption);
  add_criteria(*command, options->shared, language);
  command->get_option("--date")->description(text(kRecheckDate));
  command->add_option("--where", options->shared.where, text(kWhereOption))->type_name("EXPR");
  command->add_option("--by", options->shared.by, text(kSummaryBy))->type_name("COLUMN");
  command->add_option("--letterhead", options->letterhead, text(kLetterheadOption))
      ->type_name("FILE");
  add_output(*command, options->shared, language);
  add_habits(*command, options->shared, language);
  command->callback([options, &chosen] { chosen = [options] { return run_recheck(*options); }; });
}

}  // namespace kdcl
