// A criteria set prepared for scoring: which bits matter for which level, and each condition and
// figure once. Worked out once a run, so that the loop over schools does nothing but combine bits.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/criteria.h"
#include "model/school_rows.h"

namespace kdcl {

inline constexpr int32_t kNoCondition = -1;

struct ExceptionPlan {
  uint32_t condition = 0;  ///< position in SetPlan::conditions
  double value = 0;
};

struct RequirementPlan {
  const Requirement* requirement = nullptr;
  uint32_t figure = 0;  ///< position in SetPlan::figures; of a level in SetPlan::levels_of
  int32_t where = kNoCondition;
  std::vector<ExceptionPlan> exceptions;
};

struct IndicatorPlan {
  uint32_t indicator = 0;
  std::vector<uint32_t> wheres;  ///< conditions of the criterion and of the indicator
  std::vector<RequirementPlan> requirements;
};

/// One clause of a level's needs.
struct NeedPlan {
  BitMask indicators;  ///< of the clause's criteria, up to its level
  int at_least = 0;    ///< 0: every applicable criterion
  int level = 0;
  std::vector<uint32_t> criteria;
};

struct SetPlan {
  const CriteriaSet* set = nullptr;
  size_t words = 0;                                    ///< of a BitMask of this set
  BitMask all;                                         ///< every indicator
  BitMask whole;                                       ///< indicators whose figures decide alone
  std::vector<IndicatorPlan> indicators;               ///< those with figures or conditions
  std::vector<const Expression*> conditions, figures;  ///< each once
  std::vector<std::string> levels_of;                  ///< ids of sets, each once
  std::vector<std::vector<NeedPlan>> needs;            ///< by level - 1
  bool counts_criteria = false;                        ///< some need has `at_least`
  /// The first and the last indicator of every criterion; of its part in a word where it goes over
  /// into the next.
  BitMask firsts, lasts;
  std::vector<uint32_t> criterion_of;  ///< an indicator's criterion
  /// An indicator that fails, the first of its criterion to do so: the criterion's level then, and
  /// how far it reaches.
  std::vector<int8_t> level_if_failing, reach_if_failing;
  std::vector<int8_t> own_top;         ///< a criterion's highest level with indicators
  std::vector<uint32_t> in_two_words;  ///< criteria whose bits stand in two words or more
  BitMask split;                       ///< their indicators
};

/// `set` must outlive the plan.
[[nodiscard]] SetPlan make_plan(const CriteriaSet& set);

}  // namespace kdcl
