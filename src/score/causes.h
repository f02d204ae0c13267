// What is told of a difference that is a cause: its kind, its values on both sides, the indicators
// that it decides (model/comparison.h).
#pragma once

#include <span>
#include <vector>

#include "model/comparison.h"
#include "score/counterfactual.h"
#include "score/score.h"

namespace kdcl {

/// The two sets that schools are compared under; `joined` are both laid over each other.
struct ComparedSets {
  const Run& run;
  size_t set_before, set_after;  ///< positions in the run
  UnionSet joined;

  [[nodiscard]] const CriteriaSet& before() const { return run.sets[set_before]; }
  [[nodiscard]] const CriteriaSet& after() const { return run.sets[set_after]; }
};

/// True if either set, or one whose level it asks for, lets the difference decide an indicator of
/// the union.
[[nodiscard]] bool depends_on(const ComparedSets& sets, uint32_t indicator,
                              const Difference& difference);

class CauseNamer {
 public:
  /// All must stay as long as it is used. With `figures` exceptions that a value brought or took
  /// away are told, too.
  CauseNamer(const ComparedSets& sets, MixedSchools& mixed,
             std::span<ComparedSchool* const> schools, bool figures);

  /// `differing`: the indicators whose verdicts differ at the school.
  [[nodiscard]] Cause name(size_t school, const std::vector<uint32_t>& differing,
                           const Difference& difference) const;

 private:
  [[nodiscard]] bool is_of_other_set(const Difference& difference) const;
  void name_judgement(size_t school, uint32_t index, Cause& cause) const;
  void name_definition(uint32_t indicator, Cause& cause) const;
  void name_value(size_t school, const Difference& difference, Cause& cause) const;
  void name_ways(size_t school, const std::vector<uint32_t>& differing,
                 const Difference& difference, Cause& cause) const;
  void note_exceptions(size_t school, uint32_t indicator, const Difference& difference,
                       Cause& cause) const;

  const ComparedSets& sets_;
  const MixedSchools& mixed_;
  std::span<ComparedSchool* const> schools_;
  std::vector<SchoolDetail> details_before_, details_after_;  ///< by school; empty without figures
};

// Why schools moved: of the differences between their two states those that undone give the level
// before, none of which can be left out (model/comparison.h; docs/compare.md).

/// Fills in `causes` and `also` of schools that moved between the same two sets. `run` has both
/// sets, and the rows know their fields.
void find_causes(const Run& run, const Scorer& scorer, std::span<ComparedSchool*> schools);

}  // namespace kdcl
