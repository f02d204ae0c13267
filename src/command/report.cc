// Reading and writing for `kdcl report`: all rows are kept, for a school's report shows its earlier
// years and other assessors too.
#include "model/report.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/parallel.h"
#include "base/temporary_file.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/messages.h"
#include "command/output.h"
#include "command/paper_job.h"
#include "command/school_input.h"
#include "model/run.h"
#include "model/school_case.h"
#include "read/schools/labels.h"
#include "report/check/notes.h"
#include "report/forms/forms.h"
#include "score/cases.h"
#include "score/data_values.h"
#include "score/filter.h"
#include "score/registered.h"
#include "score/score.h"
#include "write/plain_text.h"
#include "write/workbook.h"

namespace kdcl {

class ReportRun {
 public:
  /// Of one school, or of all if `school` is empty.
  ReportRun(const PaperJob& job, std::string school)
      : job_(job), school_(std::move(school)), scorer_(job.run) {}

  /// Side by side: scores a block.
  void work(SchoolBlock& block) const;
  /// In order: keeps it, with what is wrong with its notes in `diagnostics`.
  void hand_on(SchoolBlock& block, Diagnostics& diagnostics);
  /// After the last block: finds the schools of the files without faults.
  void finish(const SchoolInput& input);

  [[nodiscard]] const std::vector<SchoolFile>& schools() const { return schools_; }
  [[nodiscard]] Report make_report(const SchoolFile& school) const;

 private:
  const PaperJob& job_;
  std::string school_;
  Scorer scorer_;
  std::vector<ScoredBlock> blocks_;
  std::vector<std::string> sources_;  ///< a block: its file
  std::vector<TextBlock> texts_;      ///< the tables point into these
  std::vector<Grid> grids_;
  std::vector<SchoolFile> schools_;
  std::vector<InputFile> common_;            ///< tables for all schools
  std::map<std::string, InputFile> inputs_;  ///< the others, by name
};

/// Writes the reports of all schools to `paths`, side by side. Returns how many could be written;
/// why the others could not is printed.
[[nodiscard]] size_t write_reports(const ReportRun& run, const PaperJob& job,
                                   const std::vector<std::string>& paths,
                                   const SharedOptions& options);

/// As text; `width` 0: as for a page.
[[nodiscard]] std::string report_text(const Report& report, size_t width, bool color);

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

// kdcl report: the school's own report in the official forms, of one school or of all into a
// folder.

namespace {

using namespace message;

struct ReportOptions {
  SharedOptions shared;
  std::string school;
  std::string letterhead;
  bool force = false;
};

/// A name without an ending is a folder; one with an ending only if it is there already or says so
/// by a stroke. A device or pipe is none.
bool is_folder(const std::string& output) {
  if (output.empty() || is_special_file(output)) return false;
  std::error_code none;
  return output.ends_with('/') || ending_of(output).empty() ||
         std::filesystem::is_directory(output, none);
}

/// Nothing, with a message, for a format that reports do not have.
std::optional<OutputFormat> report_format(const SharedOptions& shared, Language language) {
  SharedOptions named = shared;
  if (is_folder(shared.output)) {
    if (shared.format.empty()) return OutputFormat::xlsx;
    named.output = "/";  // whatever it is called
  }
  const std::string ending = ending_of(named.output);
  const bool is_known = ending == "csv" || ending == "json" || ending == "txt" || ending == "xlsx";
  if (shared.format.empty() && !ending.empty() && !is_known) {
    print_usage_error(
        language, format_message(language, kBadEnding, shared.output),
        std::string(Message{
            "dùng đuôi .xlsx hoặc .txt cho một tệp; thêm / vào cuối tên nếu là thư mục",
            "use the ending .xlsx or .txt for a file; end the name with / if it is a folder"}
                        .in(language)));
    return {};
  }
  const auto format = choose_format(named, OutputFormat::text, language);
  if (!format || *format == OutputFormat::text || *format == OutputFormat::xlsx) return format;
  print_usage_error(language, format_message(language,
                                             {"báo cáo ra text hoặc xlsx, không ra {0}",
                                              "a report is text or xlsx, not {0}"},
                                             *format == OutputFormat::csv ? "csv" : "json"));
  return {};
}

/// Nothing if the options are wrong; then everything about it is in `diagnostics` or printed.
std::optional<PaperJob> make_job(const ReportOptions& options, Diagnostics& diagnostics) {
  const auto format = report_format(options.shared, diagnostics.language());
  if (!format) return {};
  auto job = read_paper_job(options.shared, *format, options.letterhead, diagnostics);
  if (!job || diagnostics.has_errors()) return {};
  job->settings = settings_text("report", options.shared, {{"--letterhead", options.letterhead}});
  return job;
}

/// A file for each school in a folder.
ExitCode write_folder(const ReportOptions& options, const PaperJob& job, const ReportRun& run,
                      Diagnostics& diagnostics) {
  const std::string& folder = options.shared.output;
  std::vector<std::string> ids;
  for (const SchoolFile& school : run.schools())
    ids.emplace_back(school.text(IdentityColumn::school_id));
  const std::string_view ending = job.format == OutputFormat::xlsx ? ".xlsx" : ".txt";
  Diagnostics faults(job.language);
  const auto paths = report_paths(folder, ids, ending, input_names(options.shared, job), faults);
  const bool is_ready = !faults.has_errors() && prepare_folder(folder, options.force, faults);
  diagnostics.append(faults);
  if (!is_ready) return kInputError;
  const size_t written = write_reports(run, job, paths, options.shared);
  if (!options.shared.quiet)
    std::fprintf(
        stderr, "%s\n",
        (written < paths.size()
             ? format_message(job.language, kReportsSoFar, written, paths.size())
             : format_message(job.language, {"{0} báo cáo trong {1}", "{0} reports in {1}"},
                              written, folder))
            .c_str());
  return written == paths.size() ? kDone : kInternalError;
}

/// One report into a file, or all one after the other to standard output, a device or a pipe.
ExitCode write_single(const ReportOptions& options, const PaperJob& job, const ReportRun& run,
                      Diagnostics& diagnostics) {
  const std::string& path = options.shared.output;
  const bool is_one_file = job.format == OutputFormat::xlsx || !is_special_file(path);
  if (!path.empty() && is_one_file && run.schools().size() > 1) {
    diagnostics
        .error({},
               {"-o: có {0} trường, không ghi được vào một tệp \"{1}\"",
                "-o: there are {0} schools, too many for one file \"{1}\""},
               run.schools().size(), path)
        .hint({"ghi -o THƯ_MỤC cho mọi trường, hoặc thêm --school",
               "give -o FOLDER for all of them, or add --school"});
    return kInputError;
  }
  Output output(path, job.language);
  if (const ExitCode code = output.open(input_names(options.shared, job)); code != kDone)
    return code;
  bool is_first = true;
  for (const SchoolFile& school : run.schools()) {
    const Report report = run.make_report(school);
    const bool is_written =
        job.format == OutputFormat::xlsx
            ? output.write_book(report, 1)
            : output.write((is_first ? "" : "\n") +
                           report_text(report, path.empty() ? terminal_width() : 0, job.color));
    if (!is_written) return kInternalError;
    is_first = false;
  }
  return output.finish() ? kDone : kInternalError;
}

int run_report(const ReportOptions& options) {
  const SharedOptions& shared = options.shared;
  const Language language = choose_language(shared.language);
  Diagnostics diagnostics(language);
  const std::optional<PaperJob> job = make_job(options, diagnostics);
  if (!job) {
    print_faults(diagnostics, shared);
    return kInputError;
  }
  SchoolInputOptions reading = input_options(shared, true, true);
  reading.schools = job->schools.get();
  reading.tells_register = job->schools != nullptr;
  reading.school = options.school;
  SchoolInput input(job->run, reading);
  ReportRun run(*job, options.school);
  input.read(
      shared.files, [&run](SchoolBlock& block) { run.work(block); },
      [&](SchoolBlock& block) {
        run.hand_on(block, diagnostics);
        return true;  // other files may be free of faults
      },
      diagnostics);
  run.finish(input);
  if (run.schools().empty() && !diagnostics.has_errors()) {
    if (!options.school.empty())
      input.report_no_school(diagnostics);
    else
      diagnostics.error({},
                        {"không có trường nào để lập báo cáo", "there is no school to report on"});
  }
  ExitCode code = kDone;
  if (!run.schools().empty())
    code = is_folder(shared.output) ? write_folder(options, *job, run, diagnostics)
                                    : write_single(options, *job, run, diagnostics);
  print_faults(diagnostics, shared);
  if (!diagnostics.has_errors()) return code;
  if (run.schools().empty() || code != kDone) return code == kInternalError ? code : kInputError;
  std::fprintf(stderr, "%s\n",
               format_message(language,
                              {"{0} lỗi. Trường trong các tệp có lỗi không có báo cáo.",
                               "errors: {0}. Schools in the files with errors have no report."},
                              diagnostics.errors())
                   .c_str());
  return kAnswerIsNo;
}

}  // namespace

CommandSpec report_command() {
  const auto options = std::make_shared<ReportOptions>();
  SharedOptions& shared = options->shared;
  CommandSpec command{
      "report",
      Message{"Báo cáo của từng trường theo biểu mẫu: một trường, hoặc mọi trường vào một thư mục",
              "The school's own report in the official forms: one school, or all into a folder"}};
  OptionSpecs& specs = command.options;
  add_inputs(specs, shared, kFilesOption);
  add_criteria(specs, shared);
  add_register(specs, shared);
  add_where(specs, shared);
  specs.push_back(
      {"--school", Message{"Chỉ một trường", "One school only"}, &options->school, "ID"});
  add_letterhead(specs, options->letterhead);
  add_output(specs, shared);
  describe(specs, "--output",
           {"Ghi vào tệp .xlsx hoặc .txt, hoặc mỗi trường một tệp trong thư mục này",
            "Write to a file .xlsx or .txt, or a file for each school in this folder"});
  describe(specs, "--format", {"Dạng: text, xlsx", "Format: text, xlsx"});
  specs.push_back({"--force",
                   Message{"Ghi cả vào thư mục đã có tệp", "Write into a folder that is not empty"},
                   &options->force});
  add_habits(specs, shared);
  command.run = [options] { return run_report(*options); };
  return command;
}

}  // namespace kdcl
