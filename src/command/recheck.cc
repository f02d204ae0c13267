// Reading and rechecking for `kdcl recheck`: the day whose standards count may be known only when
// all rows are read, so that they are kept and scored at the end.
#include "model/recheck.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/messages.h"
#include "command/output.h"
#include "command/paper_job.h"
#include "command/report_period.h"
#include "command/school_input.h"
#include "model/run.h"
#include "model/set_finder.h"
#include "report/check/run.h"
#include "report/recheck/recheck.h"
#include "score/days.h"
#include "score/filter.h"
#include "score/recheck.h"
#include "score/records.h"
#include "score/registered.h"
#include "score/score.h"

namespace kdcl {

class RecheckRun {
 public:
  RecheckRun(const PaperJob& job, unsigned threads);

  /// In order.
  void hand_on(SchoolBlock& block);
  /// After the last block. An error for every row that two sets fit, and for a last day that can't
  /// be the recheck's.
  void finish(Diagnostics& diagnostics);

  /// After finish(); they point to each other and into the run.
  [[nodiscard]] const Recheck& recheck() const { return recheck_; }
  [[nodiscard]] const Mergers& mergers() const { return mergers_; }

 private:
  /// Puts every row under the sets of the day and scores it.
  void score(const Scorer& scorer, Day day, Diagnostics& diagnostics);
  void keep_wanted();
  void count_rows(Day day);
  /// The schools with rows; of a register exactly its schools, also those without.
  [[nodiscard]] std::vector<SchoolRecord> find_schools_to_recheck(Day day);

  const PaperJob& job_;
  unsigned threads_;
  std::vector<ScoredBlock> blocks_;
  BlockPlaces places_;
  std::vector<TextBlock> texts_;  ///< the tables point into these
  std::vector<Grid> grids_;
  std::vector<RewordedIndicators> reworded_;
  std::vector<ScoredBlock> absent_;  ///< schools of the register without rows
  Mergers mergers_;
  Recheck recheck_;
};

namespace {

/// One thread's part of scoring: a block after another.
struct ScoreWorker {
  struct Shared {
    const Run& run;
    const Scorer& scorer;
    Day day;
    std::vector<ScoredBlock>& blocks;
    Diagnostics& diagnostics;
    std::map<size_t, std::set<uint32_t>>& reworded;  ///< indicators, by set of the day
    size_t next = 0;
  };

  explicit ScoreWorker(Shared& all) : shared(all), rules(all.run, all.day), finder(all.run) {}

  bool take() {
    if (shared.next == shared.blocks.size()) return false;
    block = &shared.blocks[shared.next++];
    return true;
  }
  void work() {
    const std::vector<int16_t> own = block->table.set;
    faulty = rules.apply(block->table);
    shared.scorer.score(block->table, block->score);
    score_without_reworded(own);
  }
  /// A reworded indicator carries no judgement, so that what is put there can be taken out again.
  void score_without_reworded(const std::vector<int16_t>& own) {
    SchoolTable& table = block->table;
    const auto mark = [&](auto change) {
      for (size_t row = 0; row < table.rows; ++row)
        if (own[row] != kNoSet && table.set[row] != kNoSet)
          for (const uint32_t i :
               rules.reworded(static_cast<size_t>(own[row]), static_cast<size_t>(table.set[row])))
            change(row, i);
    };
    reworded.clear();
    mark([&](size_t row, uint32_t i) {
      reworded[static_cast<size_t>(table.set[row])].insert(i);
      table.not_applicable.set(row, i);
    });
    if (reworded.empty()) return;
    shared.scorer.score(table, block->beside);
    mark([&](size_t row, uint32_t i) {
      table.not_applicable.row(row)[i / 64] &= ~(uint64_t{1} << (i % 64));
    });
  }
  bool hand_on() {
    for (const auto& [set, indicators] : reworded)
      shared.reworded[set].insert(indicators.begin(), indicators.end());
    for (const uint32_t row : faulty) {
      const auto [set, other] = finder.find(block->table, row, shared.day);
      shared.diagnostics.error({},
                               {"trường {0}: cả hai bộ {1} và {2} đều áp dụng ngày {3}",
                                "school {0}: the sets {1} and {2} both apply on {3}"},
                               block->table.text_of(IdentityColumn::school_id, row),
                               shared.run.sets[static_cast<size_t>(set)].id,
                               shared.run.sets[static_cast<size_t>(other)].id,
                               format_day_first(shared.day));
    }
    return true;
  }

  Shared& shared;
  RulesOfDay rules;
  SetFinder finder;
  ScoredBlock* block = nullptr;
  std::vector<uint32_t> faulty{};
  std::map<size_t, std::set<uint32_t>> reworded{};
};

}  // namespace

RecheckRun::RecheckRun(const PaperJob& job, unsigned threads)
    : job_(job), threads_(threads > 0 ? threads : default_threads()) {}

void RecheckRun::hand_on(SchoolBlock& block) {
  places_.add(block);
  blocks_.push_back(std::move(block.schools));
  texts_.push_back(std::move(block.text));
  grids_.push_back(std::move(block.grid));
  block.schools = {};
  block.text = {};
  block.grid = {};
}

void RecheckRun::score(const Scorer& scorer, Day day, Diagnostics& diagnostics) {
  std::map<size_t, std::set<uint32_t>> reworded;
  ScoreWorker::Shared shared{job_.run, scorer, day, blocks_, diagnostics, reworded};
  run_ordered(threads_, [&shared] { return ScoreWorker(shared); });
  for (const auto& [set, indicators] : reworded)
    reworded_.push_back({set, {indicators.begin(), indicators.end()}});
  join_stages(job_.run, blocks_);
}

void RecheckRun::keep_wanted() {
  if (!job_.where) return;
  for (ScoredBlock& block : blocks_) keep_where(*job_.where, block);
}

std::vector<SchoolRecord> RecheckRun::find_schools_to_recheck(Day day) {
  std::vector<SchoolRecord> records = find_records(job_.run, blocks_, {.last = day});
  if (!job_.schools) return records;
  absent_ = rows_not_received(*job_.schools, job_.run, records, day);
  if (job_.where)
    for (ScoredBlock& block : absent_) keep_where(*job_.where, block);
  std::erase_if(records, [this](const SchoolRecord& record) {
    return !job_.schools->has(row_of(record).text(IdentityColumn::school_id));
  });
  for (SchoolRecord& record : find_records(job_.run, absent_)) records.push_back(std::move(record));
  return records;
}

void RecheckRun::count_rows(Day day) {
  const Period period{.last = day};
  for (const ScoredBlock& block : blocks_) {
    recheck_.rows += block.table.rows;
    recheck_.later += static_cast<uint64_t>(
        std::count_if(block.table.assessed_on.begin(), block.table.assessed_on.end(),
                      [&period](Day assessed) { return period.is_after(assessed); }));
  }
}

void RecheckRun::finish(Diagnostics& diagnostics) {
  const Day day = report_day(job_.run, blocks_, places_, diagnostics);
  if (diagnostics.has_errors()) return;
  const Scorer scorer(job_.run, false, day);
  score(scorer, day, diagnostics);
  SetFinder finder(job_.run);
  const DecidingSet deciding = [&](const RowAt& at, Day since) -> const CriteriaSet* {
    const int16_t set = finder.find(at.block->table, static_cast<uint32_t>(at.row), since).set;
    return set == kNoSet ? nullptr : &job_.run.sets[static_cast<size_t>(set)];
  };
  mergers_ = find_mergers(job_.run, blocks_, day, deciding);
  keep_wanted();
  const GroupColumn place = job_.by.value_or(place_column(blocks_, day));
  report_alike_places(job_.run, place, blocks_, diagnostics);
  recheck_ = recheck_schools({job_.run, scorer, place, day, deciding, mergers_, reworded_},
                             find_schools_to_recheck(day));
  count_rows(day);
}

// kdcl recheck: which recognised schools still hold under the standards in force.

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
