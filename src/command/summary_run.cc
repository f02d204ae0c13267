#include "command/summary_run.h"

#include <algorithm>
#include <set>
#include <span>

#include "base/parallel.h"
#include "score/cases.h"
#include "score/days.h"
#include "score/filter.h"
#include "score/records.h"
#include "score/registered.h"
#include "score/score.h"
#include "score/targets.h"

namespace kdcl {

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

}  // namespace kdcl
