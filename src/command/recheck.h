// Reading and rechecking for `kdcl recheck`: the day whose standards count may be known only when
// all rows are read, so that they are kept and scored at the end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "command/paper_job.h"
#include "command/report_period.h"
#include "command/school_input.h"
#include "model/recheck.h"
#include "model/run.h"
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

}  // namespace kdcl
