// Scoring block by block for `kdcl score`. What can be written at once is; the rest is kept: a
// report needs all schools, a school with several stages its last one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command/options.h"
#include "command/output.h"
#include "command/school_input.h"
#include "model/register.h"
#include "model/run.h"
#include "model/summary.h"
#include "report/score/score.h"
#include "score/assumption_use.h"
#include "score/score.h"
#include "write/score_csv.h"

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

}  // namespace kdcl
