// From the verdict bits of one school to levels and to what blocks the next one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/score.h"
#include "score/plan.h"

namespace kdcl {

/// Makes room for the results of rows by any of the plans' sets: no verdicts, no levels.
void size_score(size_t rows, std::span<const SetPlan> plans, ScoreBlock& result);

/// Works out one school after another; keeps its scratch space.
class LevelFinder {
 public:
  /// `intervals`: the upper ends of the criteria's levels are asked for.
  LevelFinder(const SetPlan& plan, bool intervals)
      : plan_(plan),
        intervals_(intervals),
        reach_(plan.own_top.size()),
        counts_(plan.own_top.size()),
        failing_(plan.words) {}

  /// Fills levels, criterion levels, blocking and missing of a row from its verdict bits.
  void find(size_t row, ScoreBlock& block);

  /// What keeps a row, whose verdicts are there, from `level`, which the set has: of the clauses of
  /// all levels up to it.
  [[nodiscard]] LevelGaps gaps(size_t row, const ScoreBlock& block, int level);

 private:
  /// The school's level when the indicators in `failing` are not met; of find_criteria, reach_ must
  /// be there if some need counts criteria.
  [[nodiscard]] int8_t level_with(const uint64_t* failing) const;
  /// The levels of criteria when the indicators in `failing` are not met. `kBothEnds`: of those
  /// some are unknown, and only `not_met` are not met; then also the highest that each level may
  /// be.
  template <bool kBothEnds>
  void find_criteria(const uint64_t* failing, const uint64_t* not_applicable, int8_t* levels,
                     const uint64_t* not_met = nullptr, int8_t* levels_max = nullptr);
  void find_split_ends(const uint64_t* not_met, int8_t* levels_max) const;
  [[nodiscard]] bool holds(const NeedPlan& need, const uint64_t* failing) const;
  void find_blocking(size_t row, ScoreBlock& block) const;
  /// The indicators of the clauses of levels 1 to `level` that fail; of find_criteria, reach_ must
  /// be there.
  [[nodiscard]] BitMask failing_clauses(const uint64_t* failing, int level) const;

  const SetPlan& plan_;
  bool intervals_;
  std::vector<int8_t> reach_;  ///< by criterion; kNoLevel if not applicable
  std::vector<uint32_t> counts_;
  BitMask failing_;
};

}  // namespace kdcl
