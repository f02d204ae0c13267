#include "command/report_run.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "base/file.h"
#include "base/parallel.h"
#include "base/temporary_file.h"
#include "command/messages.h"
#include "command/progress.h"
#include "read/labels.h"
#include "report/forms/forms.h"
#include "report/note_faults.h"
#include "score/cases.h"
#include "score/data_values.h"
#include "score/filter.h"
#include "score/registered.h"
#include "score/score.h"
#include "write/plain_text.h"
#include "write/workbook.h"

namespace kdcl {

using namespace message;

namespace {

constexpr size_t kPageWidth = 120;  // of text that goes to no terminal

/// The file, without the sheet.
const std::string& file_of(const WideTable& table) {
  return table.workbook.empty() ? table.name : table.workbook;
}

/// Writes one report whole or not at all; false with the reason.
bool write_one(const Report& report, OutputFormat format, const std::string& path,
               LocalText& fault) {
  WholeFile file(path);
  if (!file.create(fault)) return false;
  if (format == OutputFormat::xlsx) {
    if (!write_workbook(report, file.temporary_path(), 1, fault)) return false;
  } else if (!write_fully(file.descriptor(), report_text(report, 0, false))) {
    fault = system_fault(errno);
    return false;
  }
  return file.commit(fault);
}

/// One thread's part of writing the reports.
struct ReportWorker {
  struct Shared {
    const ReportRun& run;
    const PaperJob& job;
    const std::vector<std::string>& paths;
    Progress& progress;
    size_t next = 0;
    size_t done = 0;
    size_t written = 0;
  };
  Shared& shared;
  size_t index = 0;
  LocalText fault{};
  bool is_written = false;

  bool take() {
    index = shared.next++;
    return index < shared.paths.size();
  }
  void work() {
    const Report report = shared.run.make_report(shared.run.schools()[index]);
    is_written = write_one(report, shared.job.format, shared.paths[index], fault);
  }
  bool hand_on() {
    if (is_written)
      ++shared.written;
    else
      print_usage_error(shared.job.language,
                        format_message(shared.job.language, kCannotWrite, shared.paths[index],
                                       fault.in(shared.job.language)));
    ++shared.done;
    shared.progress.show(shared.done, shared.done);
    return true;
  }
};

/// A run that ends before its time says how far it came.
void announce_total(Language language, size_t total) {
  constexpr char kCount = '\0';  // where it goes
  const std::string line = format_message(language, kReportsSoFar, kCount, total) + '\n';
  const size_t at = line.find(kCount);
  set_last_words(line.substr(0, at), line.substr(at + 1));
}

}  // namespace

void ReportRun::work(SchoolBlock& block) const {
  if (block.diagnostics.has_errors()) return;
  scorer_.score(block.schools.table, block.schools.score);
  scorer_.score(block.schools.table, block.schools.beside, Basis::judgement);
  block.schools.details = scorer_.details(block.schools.table);
}

void ReportRun::hand_on(SchoolBlock& block, Diagnostics& diagnostics) {
  if (block.diagnostics.has_errors()) return;
  const SchoolTable& table = block.schools.table;
  for (size_t row = 0; row < table.rows; ++row)
    if (table.set[row] != kNoSet) {
      Diagnostics found(diagnostics.language());
      report_note_errors(job_.run.sets[static_cast<size_t>(table.set[row])],
                         block.schools.notes[row], found);
      found.put_before(
          [&](const Diagnostic&) { return school_words(table, row, found.language()); });
      diagnostics.append(found);
    }
  blocks_.push_back(std::move(block.schools));
  sources_.push_back(file_of(*block.table));
  texts_.push_back(std::move(block.text));
  grids_.push_back(std::move(block.grid));
  block.schools = {};
  block.text = {};
  block.grid = {};
}

void ReportRun::finish(const SchoolInput& input) {
  common_ = input.tables();
  for (const InputFile& file : input.inputs()) inputs_[file.name] = file;
  const bool is_lost = std::any_of(common_.begin(), common_.end(), [&](const InputFile& file) {
    return input.faulty().contains(file.name);
  });
  for (size_t i = 0; i < blocks_.size(); ++i) {
    if (is_lost || input.faulty().contains(sources_[i])) keep_rows({}, blocks_[i]);
    if (!school_.empty()) keep_school(school_, blocks_[i]);
    if (job_.where) keep_where(*job_.where, blocks_[i]);
    if (job_.schools) keep_listed_rows(*job_.schools, blocks_[i]);
  }
  join_stages(job_.run, blocks_);
  schools_ = find_files(job_.run, blocks_);
}

Report ReportRun::make_report(const SchoolFile& school) const {
  std::set<std::string> names;
  const auto note = [&](const RowAt& at) {
    names.insert(sources_[static_cast<size_t>(at.block - blocks_.data())]);
  };
  for (const SchoolCase& each : school.cases) {
    note(each.row);
    for (const RowAt& at : each.years) note(at);
    if (each.external) note(*each.external);
    if (each.earlier) note(*each.earlier);
  }
  ScoreReportOptions options{.language = job_.language,
                             .version = KDCL_VERSION,
                             .inputs = {},
                             .settings = job_.settings,
                             .created = job_.created};
  for (const std::string& name : names)
    for (const auto& [input, file] : inputs_)
      if (input == name || input.starts_with(name + ':')) options.inputs.push_back(file);
  options.inputs.insert(options.inputs.end(), common_.begin(), common_.end());
  options.inputs.insert(options.inputs.end(), job_.files.begin(), job_.files.end());
  std::vector<DataValues> data;
  for (const SchoolCase& each : school.cases) data.push_back(find_data_values(job_.run, each));
  return make_forms(job_.run, school, data, job_.letterhead, options);
}

size_t write_reports(const ReportRun& run, const PaperJob& job,
                     const std::vector<std::string>& paths, const SharedOptions& options) {
  Progress progress(job.language, options.quiet, paths.size(), Progress::Work::writing);
  announce_total(job.language, paths.size());
  ReportWorker::Shared shared{run, job, paths, progress};
  const unsigned wanted = options.threads > 0 ? options.threads : default_threads();
  run_ordered(std::min<unsigned>(wanted, static_cast<unsigned>(paths.size())),
              [&shared] { return ReportWorker{shared}; });
  set_last_words({}, {});
  return shared.written;
}

std::string report_text(const Report& report, size_t width, bool color) {
  return write_plain_text(report, {width > 0 ? width : kPageWidth, color});
}

}  // namespace kdcl
