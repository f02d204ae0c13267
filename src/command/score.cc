// kdcl score: every school's level, awards, what blocks and what is missing for the next level.
#include <unistd.h>

#include <cstdio>
#include <memory>

#include "base/text.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/expressions.h"
#include "command/messages.h"
#include "command/register_input.h"
#include "command/score_run.h"

namespace kdcl {
namespace {

using namespace message;

struct ScoreOptions {
  SharedOptions shared;
  std::string school;
  int fail_below = kNoFailBelow;
  bool sensitivity = false;
};

/// Nothing if the options are wrong; then everything about it is in `diagnostics` or printed.
std::optional<ScoreJob> make_job(const ScoreOptions& options, Diagnostics& diagnostics) {
  const SharedOptions& shared = options.shared;
  ScoreJob job;
  job.language = diagnostics.language();
  const std::optional<OutputFormat> format =
      choose_format(shared, OutputFormat::text, job.language);
  if (!format) return {};
  job.format = *format;
  if (!shared.by.empty() && (job.format == OutputFormat::csv || job.format == OutputFormat::json))
    diagnostics.error({},
                      {"--by dùng với text và xlsx; csv và json đã có cột này trong từng dòng",
                       "--by goes with text and xlsx; csv and json have the column in every row"});
  std::optional<Run> run = read_run(shared, diagnostics);
  if (!run) return {};
  job.run = std::move(*run);
  if (!shared.where.empty()) job.where = read_where(shared.where, job.run, diagnostics);
  if (!shared.by.empty()) job.by = find_group(shared.by, job.run, diagnostics);
  job.schools = read_register(shared, job.run, diagnostics);
  if (!shared.since.empty()) job.since = read_since(shared.since, diagnostics);
  job.school = options.school;
  job.fail_below = options.fail_below;
  job.raw = shared.raw;
  job.sensitivity = options.sensitivity;
  job.color = shared.output.empty() && wants_color(shared.color, STDOUT_FILENO);
  job.settings = settings_text("score", shared, {{"--school", options.school}});
  if (options.sensitivity) job.settings += " --sensitivity";
  if (job.format == OutputFormat::xlsx && job.run.date == kNoDate)
    job.created = source_date(diagnostics);
  if (diagnostics.has_errors()) return {};
  return job;
}

int run_score(const ScoreOptions& options) {
  const SharedOptions& shared = options.shared;
  const Language language = choose_language(shared.language);
  Diagnostics diagnostics(language);
  const std::optional<ScoreJob> job = make_job(options, diagnostics);
  if (!job) {
    print_faults(diagnostics, shared);
    return kInputError;
  }
  Output output(shared.output, language);
  if (const ExitCode code = output.open(input_names(shared, job->run)); code != kDone) return code;
  const bool wants_digests = job->format == OutputFormat::json || job->format == OutputFormat::xlsx;
  SchoolInputOptions reading = input_options(shared, wants_digests);
  reading.schools = job->schools.get();
  reading.tells_register = job->schools != nullptr;
  SchoolInput input(job->run, reading);
  ScoreRun run(*job, input, output);
  bool is_written = true;
  input.read(
      shared.files, [&run](SchoolBlock& block) { run.work(block); },
      [&](SchoolBlock& block) {
        if (diagnostics.has_errors()) return true;  // read on for the rest of the faults
        is_written = run.hand_on(block);
        return is_written;
      },
      diagnostics);
  if (!is_written) return kInternalError;
  const bool has_result = !diagnostics.has_errors() && run.finish();
  if (!diagnostics.has_errors() && !has_result) return kInternalError;
  if (has_result && run.schools() == 0) {
    if (!job->school.empty())
      diagnostics.error({}, kNoSuchSchool, excerpt(job->school));
    else
      diagnostics.error({}, {"không có trường nào thỏa --where", "no school fits --where"});
  }
  if (has_result) warn_of_unused(run.assumed(), shared, diagnostics);
  Diagnostics told = diagnostics;
  told.append(input.left_out_faults());
  print_faults(told, shared);
  if (diagnostics.has_errors()) {
    if (!has_result)
      std::fprintf(stderr, "%s\n",
                   format_message(language,
                                  {"{0} lỗi, {1} cảnh báo. Chưa chấm trường nào.",
                                   "errors: {0}, warnings: {1}. Nothing was scored."},
                                  diagnostics.errors(), diagnostics.warnings())
                       .c_str());
    return kInputError;
  }
  if (!output.finish()) return kInternalError;
  if (!input.left_out().empty())
    std::fprintf(stderr, "%s\n",
                 format_message(language,
                                {"{0} lỗi. Trường có lỗi được bỏ lại.",
                                 "errors: {0}. Schools with faults were left out."},
                                input.left_out().size())
                     .c_str());
  return run.is_below() || !input.left_out().empty() ? kAnswerIsNo : kDone;
}

}  // namespace

CommandSpec score_command() {
  const auto check_level = [](const std::string& typed, Language language) {
    const bool is_level = typed.size() == 1 && typed[0] >= '0' && typed[0] <= '9';
    return is_level ? std::string()
                    : format_message(language,
                                     {"cần một mức từ 0 đến 9, gặp \"{0}\"",
                                      "expected a level from 0 to 9, found \"{0}\""},
                                     excerpt(typed));
  };
  const auto options = std::make_shared<ScoreOptions>();
  SharedOptions& shared = options->shared;
  CommandSpec command{
      "score",
      Message{
          "Chấm mọi trường: mức, danh hiệu, còn vướng gì, thiếu số liệu gì",
          "Score every school: level, awards, what blocks and what is missing for the next level"}};
  OptionSpecs& specs = command.options;
  add_inputs(specs, shared, kFilesOption);
  add_criteria(specs, shared);
  add_keep_going(specs, shared);
  add_register(specs, shared);
  add_since(specs, shared);
  add_assumptions(specs, shared);
  add_where(specs, shared);
  specs.push_back({"--by",
                   Message{"Thêm bảng theo cột này, ví dụ district",
                           "Add a table by this column, such as district"},
                   &shared.by, "COLUMN"});
  specs.push_back({"--school", Message{"Chỉ một trường, đầy đủ", "One school, in full"},
                   &options->school, "ID"});
  specs.push_back({"--fail-below",
                   Message{"Thoát với mã 1 nếu có trường dưới mức này",
                           "Exit with 1 if a school is below this level"},
                   &options->fail_below, "LEVEL", check_level});
  specs.push_back(
      {"--sensitivity",
       Message{"Nêu kết quả sẽ đổi nếu số liệu lệch trong phạm vi làm tròn",
               "List the verdicts that would change if figures were off by their rounding"},
       &options->sensitivity});
  add_output(specs, shared);
  specs.push_back({"--raw",
                   Message{"CSV: không thêm dấu nháy trước ô giống công thức",
                           "CSV: no apostrophe before cells that look like formulas"},
                   &shared.raw});
  add_habits(specs, shared);
  command.run = [options] { return run_score(*options); };
  return command;
}

}  // namespace kdcl
