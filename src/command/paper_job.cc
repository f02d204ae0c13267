#include "command/paper_job.h"

#include <unistd.h>

#include "command/criteria_input.h"
#include "command/expressions.h"
#include "command/register_input.h"
#include "command/summary_files.h"

namespace kdcl {

std::optional<PaperJob> read_paper_job(const SharedOptions& shared, OutputFormat format,
                                       const std::string& letterhead, Diagnostics& diagnostics) {
  std::optional<Run> run = read_run(shared, diagnostics);
  if (!run) return {};
  PaperJob job{.language = diagnostics.language(), .format = format, .run = std::move(*run)};
  if (!shared.where.empty()) job.where = read_where(shared.where, job.run, diagnostics);
  if (!shared.by.empty()) job.by = find_group(shared.by, job.run, diagnostics);
  if (!shared.since.empty()) job.since = read_since(shared.since, diagnostics);
  job.schools = read_register(shared, job.run, diagnostics);
  if (job.schools) job.files.push_back(job.schools->file);
  if (!letterhead.empty())
    job.letterhead =
        read_letterhead_file(letterhead, job.files, diagnostics).value_or(Letterhead{});
  job.color = shared.output.empty() && wants_color(shared.color, STDOUT_FILENO);
  if (format == OutputFormat::xlsx && job.run.date == kNoDate)
    job.created = source_date(diagnostics);
  return job;
}

std::vector<std::string> input_names(const SharedOptions& shared, const PaperJob& job) {
  std::vector<std::string> names = input_names(shared, job.run);
  for (const InputFile& file : job.files) names.push_back(file.name);
  return names;
}

PaperOptions paper_options(const PaperJob& job, std::vector<InputFile> inputs) {
  inputs.insert(inputs.end(), job.files.begin(), job.files.end());
  return {.language = job.language,
          .version = KDCL_VERSION,
          .inputs = std::move(inputs),
          .settings = job.settings,
          .created = job.created,
          .letterhead = job.letterhead};
}

}  // namespace kdcl
