// Scoring block by block for `kdcl score`. What can be written at once is; the rest is kept: a
// report needs all schools, a school with several stages its last one.
#include "report/score/score.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/messages.h"
#include "command/options.h"
#include "command/output.h"
#include "command/register_input.h"
#include "command/school_input.h"
#include "model/register.h"
#include "model/run.h"
#include "model/summary.h"
#include "report/check/run.h"
#include "score/assumption_use.h"
#include "score/filter.h"
#include "score/records.h"
#include "score/registered.h"
#include "score/score.h"
#include "write/plain_text.h"
#include "write/score_csv.h"
#include "write/score_json.h"

namespace kdcl {

inline constexpr int kNoFailBelow = -1;

/// The options after checking, and what was read for them.
struct ScoreJob {
  Language language = Language::vi;
  OutputFormat format = OutputFormat::text;
  Run run;
  std::optional<Expression> where;
  std::optional<GroupColumn> by;
  std::optional<Day> since;                       ///< as in PaperJob
  std::shared_ptr<const SchoolRegister> schools;  ///< likewise
  std::string school;                             ///< --school; empty: all
  int fail_below = kNoFailBelow;
  bool raw = false;
  bool sensitivity = false;
  bool color = false;
  std::optional<int64_t> created;  ///< time of a workbook; absent: the day of the data
  std::string settings;            ///< the options as given, for the sources of a workbook
};

class ScoreRun {
 public:
  ScoreRun(const ScoreJob& job, const SchoolInput& input, Output& output);

  /// Side by side: scores a block, and renders it if it can be written at once.
  void work(SchoolBlock& block) const;
  /// In order. False if it could not write.
  [[nodiscard]] bool hand_on(SchoolBlock& block);
  /// After the last block. False if it could not write.
  [[nodiscard]] bool finish();

  /// Schools in the result, out of scope too.
  [[nodiscard]] uint64_t schools() const { return schools_; }
  /// The rows of reports for people, after finish().
  [[nodiscard]] const std::vector<ScoredBlock>& kept() const { return kept_; }
  /// What --set assumed, after finish().
  [[nodiscard]] const AssumptionUse& assumed() const { return assumed_; }
  /// Some school is below --fail-below.
  [[nodiscard]] bool is_below() const { return is_below_; }

 private:
  [[nodiscard]] bool may_change(const SchoolTable& table) const;
  [[nodiscard]] bool has_filter() const;
  void filter(ScoredBlock& block) const;
  [[nodiscard]] ScoredBlock results_of(const ScoredBlock& block) const;
  void render(const ScoredBlock& block, CharBuffer& out) const;
  [[nodiscard]] bool write_head();
  [[nodiscard]] bool write(const ScoredBlock& block, const CharBuffer& rendered);
  void note(const ScoredBlock& block);
  [[nodiscard]] bool write_report();

  const ScoreJob& job_;
  const SchoolInput& input_;
  Output& output_;
  Scorer scorer_;
  AssumptionUse assumed_;
  ScoreCsv csv_;
  bool is_for_people_;
  bool is_keeping_ = false;  ///< from the first block that has to wait on, all do
  bool has_head_ = false;
  bool is_first_row_ = true;
  bool is_below_ = false;
  uint64_t schools_ = 0;
  std::vector<OutOfScope> out_of_scope_;
  DoubtCounts doubts_;
  std::vector<ScoredBlock> kept_;
  std::vector<size_t> whole_;  ///< those of `kept_` with all of their input, not filtered yet
  std::vector<TextBlock> kept_texts_;  ///< their tables point into these
  std::vector<Grid> kept_grids_;
};

ScoreRun::ScoreRun(const ScoreJob& job, const SchoolInput& input, Output& output)
    : job_(job),
      input_(input),
      output_(output),
      scorer_(job.run),
      assumed_(job.run),
      csv_(job.run, job.raw, job.sensitivity, job.schools.get()),
      is_for_people_(job.format == OutputFormat::text || job.format == OutputFormat::xlsx),
      doubts_(job.run) {}

/// True if more rows may change these: rows of per-stage sets while other stages may come.
bool ScoreRun::may_change(const SchoolTable& table) const {
  if (!input_.may_have_stages()) return false;
  return std::any_of(table.set.begin(), table.set.end(), [this](int16_t set) {
    return set != kNoSet && job_.run.sets[static_cast<size_t>(set)].per_stage;
  });
}

bool ScoreRun::has_filter() const { return !job_.school.empty() || job_.where; }

void ScoreRun::filter(ScoredBlock& block) const {
  if (!job_.school.empty()) keep_school(job_.school, block);
  if (job_.where) keep_where(*job_.where, block);
}

void ScoreRun::work(SchoolBlock& block) const {
  if (block.diagnostics.has_errors()) return;
  ScoredBlock& schools = block.schools;
  scorer_.score(schools.table, schools.score);
  schools.details.clear();
  if (job_.format == OutputFormat::json || !job_.school.empty())
    schools.details = scorer_.details(schools.table);
  schools.sensitive.clear();
  if (job_.sensitivity) schools.sensitive = scorer_.sensitive(schools.table, schools.score);
  if (may_change(schools.table)) return;
  // A copy: whether a school is there twice is asked of all rows.
  std::optional<ScoredBlock> chosen;
  if (has_filter()) filter(chosen.emplace(schools));
  const ScoredBlock& shown = chosen ? *chosen : schools;
  assumed_.note(shown.table);
  if (is_for_people_) {
    if (job_.school.empty()) block.results = results_of(shown);
    return;
  }
  block.rendered.clear();
  render(shown, block.rendered);
}

/// What lists and counts of schools need of a block, without the input.
ScoredBlock ScoreRun::results_of(const ScoredBlock& block) const {
  std::vector<uint32_t> fields;
  if (job_.by && job_.by->field) fields.push_back(*job_.by->field);
  ScoredBlock results;
  results.table = table_without_input(block.table, fields);
  results.table.met = block.table.met;  // how many have no judgement is told at the end
  results.table.not_met = block.table.not_met;
  results.table.not_applicable = block.table.not_applicable;
  results.score = block.score;
  results.sensitive = block.sensitive;
  return results;
}

void ScoreRun::render(const ScoredBlock& block, CharBuffer& out) const {
  if (job_.format == OutputFormat::csv) return csv_.append(block, out);
  std::string json;
  bool is_first = true;
  append_json_schools(job_.run, block, job_.schools.get(), job_.language, is_first, json);
  out.append(json);
}

bool ScoreRun::hand_on(SchoolBlock& block) {
  const bool waits = may_change(block.schools.table);
  is_keeping_ |= waits || is_for_people_;
  if (!is_keeping_) {
    filter(block.schools);
    return write(block.schools, block.rendered);
  }
  if (is_for_people_ && !waits && job_.school.empty()) {
    kept_.push_back(std::move(block.results));
    block.results = {};
    return true;
  }
  if (!waits) filter(block.schools);
  if (!waits && block.schools.table.rows == 0) return true;
  whole_.push_back(kept_.size());
  kept_.push_back(std::move(block.schools));
  kept_texts_.push_back(std::move(block.text));
  kept_grids_.push_back(std::move(block.grid));
  block.schools = {};
  block.text = {};
  block.grid = {};
  return true;
}

bool ScoreRun::write_head() {
  if (std::exchange(has_head_, true)) return true;
  return output_.write(job_.format == OutputFormat::csv ? csv_.header()
                                                        : json_head(job_.run, KDCL_VERSION));
}

bool ScoreRun::write(const ScoredBlock& block, const CharBuffer& rendered) {
  if (!write_head()) return false;
  note(block);
  if (job_.format == OutputFormat::json && !is_first_row_ && !rendered.view().empty() &&
      !output_.write(","))
    return false;
  is_first_row_ = is_first_row_ && rendered.view().empty();
  return output_.write(rendered.view());
}

void ScoreRun::note(const ScoredBlock& block) {
  schools_ += block.table.rows;
  if (job_.format == OutputFormat::json) {
    append_out_of_scope(block.table, job_.language, out_of_scope_);
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] != kNoSet) doubts_.add({&block, row});
  }
  if (job_.fail_below == kNoFailBelow) return;
  for (size_t row = 0; row < block.table.rows; ++row)
    is_below_ |= block.table.set[row] != kNoSet && block.score.school_level[row] < job_.fail_below;
}

bool ScoreRun::finish() {
  join_stages(job_.run, kept_);
  for (const size_t index : whole_) {
    filter(kept_[index]);
    assumed_.note(kept_[index].table);
  }
  for (ScoredBlock& block : kept_) {
    if (is_for_people_) {
      note(block);
      continue;
    }
    CharBuffer rendered;
    render(block, rendered);
    if (!write(block, rendered)) return false;
  }
  // Without schools there is nothing to write but who was left out.
  const bool has_any = schools_ > 0 || (!input_.left_out().empty() && job_.school.empty());
  if (!has_any) return true;
  if (is_for_people_) return write_report();
  if (!write_head()) return false;
  if (job_.format == OutputFormat::json &&
      !output_.write(json_tail(job_.run, input_.inputs(), out_of_scope_, doubts_, input_.left_out(),
                               input_.not_received())))
    return false;
  return true;
}

bool ScoreRun::write_report() {
  ScoreReportOptions options;
  options.language = job_.language;
  options.by = job_.by;
  options.version = KDCL_VERSION;
  options.inputs = input_.inputs();
  options.settings = job_.settings;
  options.created = job_.created;
  options.counted = find_counted(job_.run, kept_, job_.since, job_.schools.get());
  options.schools = job_.schools.get();
  options.left_out = input_.left_out();
  const Report report =
      !job_.school.empty() ? make_school_report(job_.run, kept_, job_.school, options)
      : job_.format == OutputFormat::text ? make_score_text(job_.run, kept_, options)
                                          : make_score_workbook(job_.run, kept_, options);
  if (job_.format == OutputFormat::text)
    return output_.write(write_plain_text(report, {terminal_width(), job_.color}));
  return output_.write_book(report, 1);  // its rows are all there
}

// kdcl score: every school's level, awards, what blocks and what is missing for the next level.

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
  reading.school = job->school;
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
  if (has_result && run.schools() == 0 && input.left_out().empty()) {
    if (!job->school.empty())
      input.report_no_school(diagnostics);
    else
      diagnostics.error({}, {"không có trường nào thỏa --where", "no school fits --where"});
  }
  if (has_result) warn_of_unused(run.assumed(), shared, diagnostics);
  if (has_result && job->by) report_alike_places(job->run, *job->by, run.kept(), diagnostics);
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
