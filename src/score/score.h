// Scores a block of schools: verdicts, levels, what blocks (design: "Verdicts and levels";
// docs/scoring.md). A pure function of the run and the table.
#pragma once

#include <vector>

#include "model/run.h"
#include "model/score.h"
#include "score/level.h"
#include "score/plan.h"

namespace kdcl {

/// Whose word counts where a judgement and figures are at odds.
enum class Basis : uint8_t {
  both,       ///< the rules: figures that are not met outweigh a judgement
  judgement,  ///< the judgement; only where there is none figures that cover the whole
};

class Scorer {
 public:
  /// `run` must outlive the scorer. Without `intervals` the upper ends of the criteria's levels
  /// (ScoreBlock::criterion_level_max) are left open: not every output shows them. On `day`,
  /// without one on that of each row, amendments of sets whose level is asked for have to be in
  /// force.
  explicit Scorer(const Run& run, bool intervals = true, Day day = kNoDate);

  /// Scores every row that has a set. `school_level` is the row's own level here: stages are joined
  /// later (score/stages).
  void score(const SchoolTable& table, ScoreBlock& result, Basis basis = Basis::both) const;

  /// What only some outputs need: figures, monitored values, award conditions, by row; empty
  /// entries for rows without a set.
  [[nodiscard]] std::vector<SchoolDetail> details(const SchoolTable& table) const;

  /// The verdicts of `result`, what the table was scored as, that would be others if figures were
  /// off by their rounding; by row.
  [[nodiscard]] std::vector<std::vector<SensitiveVerdict>> sensitive(
      const SchoolTable& table, const ScoreBlock& result) const;

  /// The figures of some rows, in their order; all of them have a set.
  [[nodiscard]] std::vector<SchoolFigures> figures(const SchoolTable& table,
                                                   const std::vector<uint32_t>& rows) const;

  /// What keeps a scored row from a level of its set.
  [[nodiscard]] LevelGaps gaps(const SchoolTable& table, const ScoreBlock& score, size_t row,
                               int level) const;

 private:
  [[nodiscard]] std::vector<std::vector<uint32_t>> rows_by_set(const SchoolTable& table) const;
  /// The figures of one of the sets that rows of `own` are judged by, for some of these rows.
  [[nodiscard]] RequirementColumns columns(size_t own, size_t set, const SchoolTable& table,
                                           std::span<const uint32_t> rows) const;
  [[nodiscard]] OtherScore score_other(const std::string& id, size_t own, const SchoolTable& table,
                                       std::span<const uint32_t> rows) const;
  void judge(size_t own, const JudgedSet& by, const SchoolTable& table,
             std::span<const uint32_t> rows, Basis basis, OutcomeBits& outcomes,
             ScoreBlock& result) const;

  const Run& run_;
  bool intervals_;
  Day day_;
  std::vector<SetPlan> plans_;
};

// Joins the stages of a school: in per-stage sets its level is that of its lowest stage.

/// Sets `school_level` and `school_level_max` to the lowest over the rows of the same school,
/// assessor and date in per-stage sets; of both results, where there are two.
void join_stages(const Run& run, std::vector<ScoredBlock>& blocks);

}  // namespace kdcl
