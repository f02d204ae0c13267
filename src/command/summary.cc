// kdcl summary: a province, or any other lot of schools, as one report.
#include "report/summary/summary.h"

#include <cstdio>
#include <memory>
#include <set>

#include "base/text.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/input_files.h"
#include "command/messages.h"
#include "command/output.h"
#include "command/report_period.h"
#include "command/summary_files.h"
#include "command/summary_parts.h"
#include "command/summary_run.h"
#include "report/place_faults.h"
#include "report/target_faults.h"
#include "score/registered.h"
#include "write/partial.h"

namespace kdcl {
namespace {

using namespace message;

struct SummaryCommandOptions {
  SharedOptions shared;
  std::string targets;
  std::string letterhead;
  bool partial = false;
};

/// A job with the targets that the schools are measured by.
struct SummaryJob {
  PaperJob paper;
  std::vector<Target> targets{};
  std::string targets_sha256{};  ///< of their file; empty if there is none
};

/// Sums have no format.
std::optional<OutputFormat> summary_format(const SummaryCommandOptions& options,
                                           Diagnostics& diagnostics) {
  if (!options.partial)
    return choose_format(options.shared, OutputFormat::text, diagnostics.language());
  if (!options.shared.format.empty())
    diagnostics.error({}, {"--partial ghi một dạng riêng: bỏ -f",
                           "--partial writes a form of its own: leave out -f"});
  if (!check_ending(options.shared.output, "csv", diagnostics.language())) return {};
  return OutputFormat::text;
}

/// Nothing if the options are wrong; then everything about it is in `diagnostics` or printed.
std::optional<SummaryJob> make_job(const SummaryCommandOptions& options, Diagnostics& diagnostics) {
  const SharedOptions& shared = options.shared;
  const std::optional<OutputFormat> format = summary_format(options, diagnostics);
  if (!format) return {};
  std::optional<PaperJob> paper = read_paper_job(shared, *format, options.letterhead, diagnostics);
  if (!paper) return {};
  SummaryJob job{.paper = std::move(*paper)};
  if (!options.targets.empty())
    if (auto targets =
            read_targets_file(options.targets, job.paper.run, job.paper.files, diagnostics)) {
      job.targets = std::move(*targets);
      job.targets_sha256 = job.paper.files.back().sha256;
    }
  job.paper.settings = settings_text(
      "summary", shared, {{"--targets", options.targets}, {"--letterhead", options.letterhead}});
  if (diagnostics.has_errors()) return {};
  return job;
}

/// The values that the column of the target's groups has, as far as the sums keep them apart.
std::vector<std::string_view> groups_of(const Target& target, const Summary& summary) {
  std::set<std::string_view> names;
  for (const auto& [group, sums] : summary.groups) {
    if (target.by == IdentityColumn::school_type) names.insert(group.type);
    if (target.by && identity_name(*target.by) == summary.place) names.insert(group.place);
  }
  return {names.begin(), names.end()};
}

/// What has to be looked at: targets that say nothing about these schools, places written in
/// several ways.
void check_sums(const std::vector<Target>& targets, const Summary& summary,
                Diagnostics& diagnostics) {
  for (size_t i = 0; i < targets.size(); ++i)
    report_target_faults(targets[i], summary.targets[i], groups_of(targets[i], summary),
                         diagnostics);
  report_place_faults(summary, diagnostics);
}

/// Not even schools that don't count. A part may be of rows alone that are left aside.
bool is_empty(const Summary& summary, bool is_part) {
  if (is_part) return summary.rows == 0;
  return summary.groups.empty() && summary.outside + summary.older + summary.only_later == 0;
}

/// Reads the data block by block into `run`.
void read_data(const std::vector<std::string>& files, SchoolInput& input, SummaryRun& run,
               Diagnostics& diagnostics) {
  if (files.empty()) return;
  input.read(
      files, [&run](SchoolBlock& block) { run.work(block); },
      [&](SchoolBlock& block) {
        if (!diagnostics.has_errors()) run.hand_on(block);
        return true;  // after an error too, for the rest of the faults
      },
      diagnostics);
}

int run_summary(const SummaryCommandOptions& options) {
  const SharedOptions& shared = options.shared;
  const Language language = choose_language(shared.language);
  Diagnostics diagnostics(language);
  const std::optional<SummaryJob> made = make_job(options, diagnostics);
  if (!made) {
    print_faults(diagnostics, shared);
    return kInputError;
  }
  const auto& [job, targets, targets_sha256] = *made;
  Output output(shared.output, language);
  if (const ExitCode code = output.open(input_names(shared, job)); code != kDone) return code;
  std::vector<std::string> data = input_files(shared.files, diagnostics);
  const std::vector<std::string> partials = take_partials(data);
  if (job.where && !partials.empty())
    diagnostics.error({}, {"--where cần dữ liệu, không lọc được số tổng",
                           "--where needs data: sums can't be filtered"});
  const bool wants_digests =
      options.partial || job.format == OutputFormat::json || job.format == OutputFormat::xlsx;
  SchoolInputOptions reading = input_options(shared, wants_digests);
  reading.schools = job.schools.get();
  SchoolInput input(job.run, reading);
  SummaryRun run(job, targets, input, shared.threads);
  read_data(data, input, run, diagnostics);
  PartialSummary sum;
  if (!diagnostics.has_errors()) {
    run.finish(diagnostics);
    sum = {std::move(run.summary()), input.inputs(), targets_sha256, statements_of(job.run)};
    add_partials(partials, shared.files, job, targets, sum, diagnostics);
  }
  std::vector<NotReceived> missing;
  if (!diagnostics.has_errors() && is_empty(sum.summary, options.partial))
    diagnostics.error({}, {"không có trường nào để tổng hợp", "there is no school to sum up"});
  if (!diagnostics.has_errors() && !options.partial) {
    check_half(sum.summary, diagnostics);
    if (job.schools)
      missing = count_not_received(*job.schools, job.run, targets, run.records(), sum.summary);
    check_sums(targets, sum.summary, diagnostics);
  }
  // Parts do not tell for which of their schools a condition holds.
  if (!diagnostics.has_errors() && partials.empty())
    warn_of_unused(run.assumed(), shared, diagnostics);
  Diagnostics told = diagnostics;
  told.append(input.left_out_faults());
  print_faults(told, shared);
  if (diagnostics.has_errors()) {
    std::fprintf(stderr, "%s\n",
                 format_message(language,
                                {"{0} lỗi, {1} cảnh báo. Chưa tổng hợp.",
                                 "errors: {0}, warnings: {1}. Nothing was summed up."},
                                diagnostics.errors(), diagnostics.warnings())
                     .c_str());
    return kInputError;
  }
  const ExitCode done = sum.summary.left_out > 0 ? kAnswerIsNo : kDone;
  if (options.partial)
    return output.write(write_partial(job.run, sum)) && output.finish() ? done : kInternalError;
  const PaperOptions paper = paper_options(job, std::move(sum.inputs));
  const GapsOf gaps = run.gaps();
  const SummaryView view{job.run, sum.summary, run.records(), targets,
                         paper,   gaps,        missing,       input.left_out()};
  const Report report =
      job.format == OutputFormat::text ? make_summary_text(view) : make_summary_workbook(view);
  const bool is_written = output.write_report(report, job.format, job.color, shared.threads);
  return is_written && output.finish() ? done : kInternalError;
}

}  // namespace

CommandSpec summary_command() {
  const auto options = std::make_shared<SummaryCommandOptions>();
  SharedOptions& shared = options->shared;
  CommandSpec command{
      "summary",
      Message{"Tổng hợp tỉnh, huyện, loại trường: mức, danh hiệu, chỉ tiêu, điểm yếu, danh sách",
              "Sum up a province: levels, awards, targets, weaknesses, lists"}};
  OptionSpecs& specs = command.options;
  add_inputs(specs, shared,
             {"Dữ liệu (CSV, YAML) hoặc số tổng của --partial; - là đầu vào chuẩn",
              "Data (CSV, YAML) or sums of --partial; - is standard input"});
  add_criteria(specs, shared);
  describe(
      specs, "--date",
      {"Ngày báo cáo, cũng cho dòng không có assessed_on; mặc định: ngày đánh giá cuối",
       "Day of the report, and of rows without assessed_on; default: the last day of assessment"});
  add_keep_going(specs, shared);
  add_register(specs, shared);
  add_since(specs, shared);
  add_assumptions(specs, shared);
  add_where(specs, shared);
  specs.push_back({"--by", kSummaryBy, &shared.by, "COLUMN"});
  specs.push_back({"--targets", Message{"Tệp chỉ tiêu (YAML)", "Targets file (YAML)"},
                   &options->targets, "FILE"});
  add_letterhead(specs, options->letterhead);
  specs.push_back({"--partial",
                   Message{"Ghi số tổng để cộng tiếp, thay cho báo cáo",
                           "Write sums to be added up further, not a report"},
                   &options->partial});
  add_output(specs, shared);
  add_habits(specs, shared);
  command.run = [options] { return run_summary(*options); };
  return command;
}

}  // namespace kdcl
