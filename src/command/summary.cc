#include "command/summary.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <set>
#include <span>

#include "base/file.h"
#include "base/parallel.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/messages.h"
#include "command/output.h"
#include "command/paper_job.h"
#include "command/report_period.h"
#include "read/small/partial.h"
#include "report/check/run.h"
#include "report/summary/summary.h"
#include "score/cases.h"
#include "score/days.h"
#include "score/filter.h"
#include "score/records.h"
#include "score/registered.h"
#include "score/score.h"
#include "score/targets.h"
#include "write/partial.h"

namespace kdcl {
namespace {

using namespace message;

bool starts_as_partial(const std::string& path) {
  if (path == "-") return false;  // can't be looked at and then read again
  LocalText fault;
  std::optional<ByteSource> source = ByteSource::open(path, fault);
  std::array<char, kPartialMark> start{};
  const auto length = source ? source->read(start.data(), start.size()) : 0;
  return length > 0 && is_partial({start.data(), static_cast<size_t>(length)});
}

std::string day_words(Day day) { return day == kNoDate ? std::string("-") : format_day_first(day); }

std::string since_words(Day day, Language language) {
  return day == kNoDate ? std::string(kAllDays.in(language)) : format_day_first(day);
}

/// What must be the same in all parts.
bool fits(const std::string& file, const PartialSummary& sum, const PartialSummary& part,
          Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  if (part.summary.as_of != sum.summary.as_of)
    diagnostics
        .error({file},
               {"số tổng tính đến {0}, ở đây là {1}", "these sums are as of {0}, not of {1}"},
               day_words(part.summary.as_of), day_words(sum.summary.as_of))
        .hint({"lập mọi số tổng với cùng một --date", "make all sums with one --date"});
  if (part.summary.since != sum.summary.since)
    diagnostics
        .error({file},
               {"số tổng tính các trường từ {0}, ở đây từ {1}",
                "these sums count schools from {0} on, not from {1}"},
               since_words(part.summary.since, diagnostics.language()),
               since_words(sum.summary.since, diagnostics.language()))
        .hint({"lập mọi số tổng với cùng một --since", "make all sums with one --since"});
  if (part.summary.register_sha256 != sum.summary.register_sha256)
    diagnostics
        .error({file}, {"số tổng lập với danh sách trường khác, hoặc không có",
                        "these sums were made with another list of schools, or none"})
        .hint({"dùng cùng một tệp --schools ở mọi bước", "use the same --schools at every step"});
  if (part.summary.place != sum.summary.place)
    diagnostics
        .error({file}, {"số tổng theo cột {0}, ở đây là {1}", "these sums are by {0}, not by {1}"},
               part.summary.place, sum.summary.place)
        .hint({"lập mọi số tổng với cùng một --by", "make all sums with one --by"});
  if (part.targets_sha256 != sum.targets_sha256)
    diagnostics
        .error({file}, {"số tổng lập với tệp chỉ tiêu khác, hoặc không có",
                        "these sums were made with another targets file, or none"})
        .hint({"dùng cùng một tệp --targets ở mọi bước", "use the same --targets at every step"});
  if (part.assumed != sum.assumed)
    diagnostics
        .error({file}, {"số tổng lập với giả định --set khác, hoặc không có",
                        "these sums were made with other assumptions --set, or none"})
        .hint({"dùng cùng các --set, theo cùng thứ tự, ở mọi bước",
               "use the same --set in the same order at every step"});
  return diagnostics.errors() == errors;
}

/// A school of the register in two parts would be counted twice.
void check_schools(const std::string& file, const SchoolRegister& schools, const Summary& sum,
                   const Summary& part, Diagnostics& diagnostics) {
  const size_t all = std::min(sum.received.size(), part.received.size());
  for (size_t i = 0; i < std::min(all, schools.rows.size()); ++i)
    if (sum.received[i] && part.received[i])
      diagnostics.error({file},
                        {"trường {0} có trong hai số tổng, hoặc cả trong dữ liệu",
                         "school {0} is in two sums, or in the data, too"},
                        excerpt(schools.rows[i].text(IdentityColumn::school_id)));
}

/// The same data in two parts would be counted twice. The sheets of one part's workbook are no two.
/// `known`: what the parts before have.
void check_inputs(const std::vector<InputFile>& inputs, const std::vector<InputFile>& known,
                  Diagnostics& diagnostics) {
  std::set<std::string> reported;
  for (const InputFile& input : inputs) {
    const auto is_same = [&](const InputFile& each) { return each.sha256 == input.sha256; };
    const auto first = std::find_if(known.begin(), known.end(), is_same);
    if (input.sha256.empty() || first == known.end()) continue;
    if (reported.insert(input.sha256).second)
      diagnostics.error({},
                        {"cùng một dữ liệu được cộng hai lần: {0} và {1}",
                         "the same data would be added twice: {0} and {1}"},
                        first->name, input.name);
  }
}

/// Inputs with the position of the file that they are, or are from, on the command line.
class NamedInputs {
 public:
  NamedInputs(const std::vector<std::string>& named, const std::vector<InputFile>& data)
      : named_(named) {
    for (const InputFile& input : data) add(input.name, {input});
  }

  /// Those of a file.
  void add(const std::string& file, const std::vector<InputFile>& inputs) {
    const auto is_from = [&file](const std::string& named) {
      return file == named || file.starts_with(named + ':');  // a sheet of a workbook
    };
    const auto found = std::find_if(named_.begin(), named_.end(), is_from);
    // Files of a folder that was named stand where the one before them does.
    if (found != named_.end()) last_ = found - named_.begin();
    for (const InputFile& input : inputs) inputs_.emplace_back(last_, input);
  }

  [[nodiscard]] std::vector<InputFile> in_order() {
    std::stable_sort(inputs_.begin(), inputs_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<InputFile> inputs;
    for (auto& [position, input] : inputs_) inputs.push_back(std::move(input));
    return inputs;
  }

 private:
  const std::vector<std::string>& named_;
  std::vector<std::pair<std::ptrdiff_t, InputFile>> inputs_{};
  std::ptrdiff_t last_ = 0;
};

}  // namespace

std::vector<std::string> take_partials(std::vector<std::string>& files) {
  const auto first = std::stable_partition(
      files.begin(), files.end(), [](const std::string& file) { return !starts_as_partial(file); });
  std::vector<std::string> partials(first, files.end());
  files.erase(first, files.end());
  return partials;
}

void add_partials(const std::vector<std::string>& files, const std::vector<std::string>& named,
                  const PaperJob& job, const std::vector<Target>& targets, PartialSummary& sum,
                  Diagnostics& diagnostics) {
  PartialReader reader(job.run, targets);
  NamedInputs inputs(named, sum.inputs);
  std::vector<InputFile> known = sum.inputs;
  for (const std::string& file : files) {
    LocalText fault;
    const std::optional<std::string> bytes = read_file(file, SIZE_MAX, fault);
    if (!bytes) {
      diagnostics.error({file}, kCannotRead, fault.in(diagnostics.language()));
      continue;
    }
    const std::optional<PartialSummary> part = reader.read(file, *bytes, diagnostics);
    if (!part) continue;
    if (sum.summary.groups.empty() && sum.summary.outside == 0) {
      if (sum.summary.as_of == kNoDate) {
        sum.summary.as_of = part->summary.as_of;
        if (!job.since) sum.summary.since = part->summary.since;
      }
      if (sum.summary.place.empty()) sum.summary.place = part->summary.place;
    }
    if (!fits(file, sum, *part, diagnostics)) continue;
    check_inputs(part->inputs, known, diagnostics);
    known.insert(known.end(), part->inputs.begin(), part->inputs.end());
    if (job.schools) check_schools(file, *job.schools, sum.summary, part->summary, diagnostics);
    add_part(sum.summary, part->summary);
    inputs.add(file, part->inputs);
  }
  sum.inputs = inputs.in_order();
}

namespace {

/// One thread's part of counting: a stretch of the records.
struct SumWorker {
  struct Shared {
    const SummaryInput& input;
    const GroupColumn& place;
    std::span<SchoolRecord> left;
    size_t size;  ///< of a stretch
    Summary& sum;
  };
  Shared& shared;
  std::span<SchoolRecord> records{};
  Summary part{};

  bool take() {
    records = shared.left.first(std::min(shared.size, shared.left.size()));
    shared.left = shared.left.subspan(records.size());
    return !records.empty();
  }
  void work() { part = sum_records(shared.input, shared.place, records); }
  bool hand_on() {
    add_part(shared.sum, part);
    return true;
  }
};

}  // namespace

SummaryRun::SummaryRun(const PaperJob& job, const std::vector<Target>& targets,
                       const SchoolInput& input, unsigned threads)
    : job_(job),
      targets_(targets),
      input_(input),
      threads_(threads > 0 ? threads : default_threads()),
      scorer_(job.run, false),
      assumed_(job.run),
      fields_(fields_kept(job.run, job.by)) {}

/// True if rows that may still come change these: other stages of the same schools.
bool SummaryRun::is_kept(const SchoolTable& table) const {
  if (!input_.may_have_stages()) return false;
  return std::any_of(table.set.begin(), table.set.end(), [this](int16_t set) {
    return set != kNoSet && job_.run.sets[static_cast<size_t>(set)].per_stage;
  });
}

void SummaryRun::note(const ScoredBlock& scored, ScoredBlock& results, BlockMarks& marks) const {
  assumed_.note(scored.table);
  marks.clear();
  for (const Target& target : targets_)
    marks.push_back(mark_rows(target, job_.run, scored.table, scored.score));
  results.table = table_without_input(scored.table, fields_);
  results.score = scored.score;
}

void SummaryRun::take_results(ScoredBlock& scored, ScoredBlock& results, BlockMarks& marks) const {
  take_listed(job_.run, scored);
  if (!job_.where) return note(scored, results, marks);
  // A copy: whether a school is there twice is asked of all rows.
  ScoredBlock chosen = scored;
  keep_where(*job_.where, chosen);
  note(chosen, results, marks);
}

void SummaryRun::work(SchoolBlock& block) const {
  if (block.diagnostics.has_errors()) return;
  scorer_.score(block.schools.table, block.schools.score);
  block.schools.details.clear();
  if (!is_kept(block.schools.table)) take_results(block.schools, block.results, block.marks);
}

void SummaryRun::hand_on(SchoolBlock& block) {
  places_.add(block);
  if (!is_kept(block.schools.table)) {
    blocks_.push_back(std::move(block.results));
    marks_.push_back(std::move(block.marks));
    return;
  }
  kept_.push_back(blocks_.size());
  blocks_.push_back(std::move(block.schools));
  marks_.emplace_back();
  kept_texts_.push_back(std::move(block.text));
  kept_grids_.push_back(std::move(block.grid));
  block.schools = {};
  block.text = {};
  block.grid = {};
}

void SummaryRun::join_kept() {
  join_stages(job_.run, blocks_);
  for (const size_t index : kept_) {
    ScoredBlock results;
    take_results(blocks_[index], results, marks_[index]);
    blocks_[index] = std::move(results);
  }
  kept_texts_.clear();
  kept_grids_.clear();
}

void SummaryRun::finish(Diagnostics& diagnostics) {
  if (blocks_.empty()) {
    summary_ = empty_summary(job_.run, targets_);
    const Period period = period_of(job_.run.date, job_.since, diagnostics);
    summary_.as_of = period.last;
    summary_.since = period.first;
    if (job_.by) summary_.place = place_name(job_.run, *job_.by);
    if (job_.schools) summary_.register_sha256 = job_.schools->file.sha256;
    summary_.left_out = leave_out_schools();
    return;
  }
  join_kept();
  const Day last = report_day(job_.run, blocks_, places_, diagnostics);
  const Period period = period_of(last, job_.since, diagnostics);
  if (!diagnostics.has_errors()) sum(period);
}

/// A school with a fault in any of its rows is left out whole. How many there are.
size_t SummaryRun::leave_out_schools() {
  std::set<std::string_view> ids;
  size_t nameless = 0;
  for (const LeftOut& row : input_.left_out())
    if (row.school_id.empty())
      ++nameless;
    else
      ids.insert(row.school_id);
  if (!ids.empty())
    std::erase_if(records_, [&ids](const SchoolRecord& record) {
      return ids.contains(row_of(record).text(IdentityColumn::school_id));
    });
  return ids.size() + nameless;
}

/// A stretch of the schools a thread: adding up parts costs, too.
void SummaryRun::sum(const Period& period) {
  const GroupColumn place = job_.by.value_or(place_column(blocks_, period.last));
  const SummaryInput input{job_.run, blocks_, marks_, targets_, period, job_.schools.get()};
  RecordsById known;
  records_ = find_records(job_.run, blocks_, period, known);
  const size_t left_out = leave_out_schools();
  summary_ = begin_summary(input, place, known);
  summary_.left_out = left_out;
  if (job_.schools) summary_.received = keep_listed(*job_.schools, records_);
  const size_t size = records_.size() / threads_ + 1;
  SumWorker::Shared shared{input, place, records_, size, summary_};
  run_ordered(threads_, [&shared] { return SumWorker{shared}; });
}

// kdcl summary: a province, or any other lot of schools, as one report.

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
void check_sums(const Run& run, const std::vector<Target>& targets, const Summary& summary,
                Diagnostics& diagnostics) {
  for (size_t i = 0; i < targets.size(); ++i)
    report_target_faults(targets[i], summary.targets[i], groups_of(targets[i], summary),
                         diagnostics);
  report_place_faults(run, summary, diagnostics);
}

/// Not even schools that don't count. A part may be of rows alone that are left aside; a register,
/// and rows left out for their faults, are something to tell of.
bool is_empty(const Summary& summary, bool is_part, bool has_lists) {
  if (is_part) return summary.rows == 0;
  if (has_lists) return false;
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
  const bool has_lists = job.schools || !input.left_out().empty();
  if (!diagnostics.has_errors() && is_empty(sum.summary, options.partial, has_lists))
    diagnostics.error({}, {"không có trường nào để tổng hợp", "there is no school to sum up"});
  if (!diagnostics.has_errors() && !options.partial) {
    check_half(sum.summary, diagnostics);
    if (job.schools)
      missing = count_not_received(*job.schools, job.run, targets, run.records(), sum.summary);
    check_sums(job.run, targets, sum.summary, diagnostics);
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
