// Adds sums of other summaries (--partial) to those of the data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "command/paper_job.h"
#include "command/report_period.h"
#include "command/school_input.h"
#include "model/run.h"
#include "model/summary.h"
#include "model/targets.h"
#include "score/assumption_use.h"
#include "score/score.h"
#include "score/summary.h"

namespace kdcl {

/// The files that are sums, taken out of `files`.
[[nodiscard]] std::vector<std::string> take_partials(std::vector<std::string>& files);

/// Reads the files and adds them to `sum`, whose `summary` may still be without schools: then the
/// first file says the days and the column of places, where options do not. An error if a file is
/// of other days, other places or other targets, or if two hold the same data. The inputs of the
/// sum stand in the order in which `named` has them, or the sums that they are from.
void add_partials(const std::vector<std::string>& files, const std::vector<std::string>& named,
                  const PaperJob& job, const std::vector<Target>& targets, PartialSummary& sum,
                  Diagnostics& diagnostics);

// Scoring block by block for `kdcl summary`: of every block only its results are kept.

class SummaryRun {
 public:
  SummaryRun(const PaperJob& job, const std::vector<Target>& targets, const SchoolInput& input,
             unsigned threads);

  /// Side by side: scores a block and takes from it what is needed.
  void work(SchoolBlock& block) const;
  /// In order.
  void hand_on(SchoolBlock& block);
  /// After the last block: schools are found and counted. An error if the data's last day can't be
  /// the report's.
  void finish(Diagnostics& diagnostics);

  /// What --set assumed, after finish().
  [[nodiscard]] const AssumptionUse& assumed() const { return assumed_; }
  /// After finish(), which leaves a summary without schools where there was no data.
  [[nodiscard]] Summary& summary() { return summary_; }
  [[nodiscard]] const std::vector<SchoolRecord>& records() const { return records_; }
  /// What keeps rows of records from a level.
  [[nodiscard]] GapsOf gaps() const {
    return [this](const RowAt& at, int level) {
      return scorer_.gaps(at.block->table, at.block->score, at.row, level);
    };
  }

 private:
  [[nodiscard]] bool is_kept(const SchoolTable& table) const;
  void note(const ScoredBlock& scored, ScoredBlock& results, BlockMarks& marks) const;
  void take_results(ScoredBlock& scored, ScoredBlock& results, BlockMarks& marks) const;
  void join_kept();
  void sum(const Period& period);
  size_t leave_out_schools();

  const PaperJob& job_;
  const std::vector<Target>& targets_;
  const SchoolInput& input_;
  unsigned threads_;
  Scorer scorer_;
  AssumptionUse assumed_;
  std::vector<uint32_t> fields_;
  std::vector<ScoredBlock> blocks_;
  std::vector<BlockMarks> marks_;
  BlockPlaces places_;
  std::vector<size_t> kept_;           ///< blocks that wait for the other stages of their schools
  std::vector<TextBlock> kept_texts_;  ///< their tables point into these
  std::vector<Grid> kept_grids_;
  Summary summary_;
  std::vector<SchoolRecord> records_;
};

}  // namespace kdcl
