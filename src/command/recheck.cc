// kdcl recheck: which recognised schools still hold under the standards in force.
#include "report/recheck/recheck.h"

#include <cstdio>
#include <memory>

#include "base/text.h"
#include "command/commands.h"
#include "command/messages.h"
#include "command/output.h"
#include "command/recheck_run.h"
#include "report/merger_faults.h"

namespace kdcl {
namespace {

using namespace message;

struct RecheckCommandOptions {
  SharedOptions shared;
  std::string letterhead;
};

/// Nothing if the options are wrong; then everything about it is in `diagnostics` or printed.
std::optional<PaperJob> make_job(const RecheckCommandOptions& options, Diagnostics& diagnostics) {
  const auto format = choose_format(options.shared, OutputFormat::text, diagnostics.language());
  if (!format) return {};
  auto job = read_paper_job(options.shared, *format, options.letterhead, diagnostics);
  if (!job || diagnostics.has_errors()) return {};
  job->settings = settings_text("recheck", options.shared, {{"--letterhead", options.letterhead}});
  return job;
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
  if (run.recheck().rows == 0)
    diagnostics.error({}, {"không có trường nào để rà soát", "there is no school to recheck"});
  report_merger_faults(run.mergers(), diagnostics);
}

int run_recheck(const RecheckCommandOptions& options) {
  const SharedOptions& shared = options.shared;
  const Language language = choose_language(shared.language);
  Diagnostics diagnostics(language);
  const std::optional<PaperJob> job = make_job(options, diagnostics);
  if (!job) {
    print_faults(diagnostics, shared);
    return kInputError;
  }
  Output output(shared.output, language);
  if (const ExitCode code = output.open(input_names(shared, *job)); code != kDone) return code;
  const bool wants_digests = job->format == OutputFormat::json || job->format == OutputFormat::xlsx;
  SchoolInputOptions reading = input_options(shared, wants_digests);
  reading.schools = job->schools.get();
  reading.tells_register = job->schools != nullptr;
  SchoolInput input(job->run, reading);
  RecheckRun run(*job, shared.threads);
  read_data(options, input, run, diagnostics);
  print_faults(diagnostics, shared);
  if (diagnostics.has_errors()) {
    std::fprintf(stderr, "%s\n",
                 format_message(language,
                                {"{0} lỗi, {1} cảnh báo. Chưa rà soát.",
                                 "errors: {0}, warnings: {1}. Nothing was rechecked."},
                                diagnostics.errors(), diagnostics.warnings())
                     .c_str());
    return kInputError;
  }
  const PaperOptions paper = paper_options(*job, input.inputs());
  const RecheckView view{job->run, run.recheck(), paper};
  const Report report =
      job->format == OutputFormat::text ? make_recheck_text(view) : make_recheck_workbook(view);
  const bool is_written = output.write_report(report, job->format, job->color, shared.threads);
  return is_written && output.finish() ? kDone : kInternalError;
}

}  // namespace

CommandSpec recheck_command() {
  const auto options = std::make_shared<RecheckCommandOptions>();
  SharedOptions& shared = options->shared;
  CommandSpec command{"recheck", Message{"Rà soát trường đã công nhận theo tiêu chuẩn hiện hành: "
                                         "còn đạt, thiếu gì, hết hạn khi nào",
                                         "Recheck recognised schools under the standards in force: "
                                         "who holds, who falls short, expiry"}};
  OptionSpecs& specs = command.options;
  add_inputs(specs, shared, kFilesOption);
  add_criteria(specs, shared);
  describe(
      specs, "--date",
      {"Ngày rà soát: theo tiêu chuẩn có hiệu lực ngày này; mặc định: ngày đánh giá cuối",
       "Day of the recheck: by the standards in force on it; default: the last day of assessment"});
  add_register(specs, shared);
  add_where(specs, shared);
  specs.push_back({"--by", kSummaryBy, &shared.by, "COLUMN"});
  add_letterhead(specs, options->letterhead);
  add_output(specs, shared);
  add_habits(specs, shared);
  command.run = [options] { return run_recheck(*options); };
  return command;
}

}  // namespace kdcl
