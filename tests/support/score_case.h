// A small run with every kind of result, made by hand, for the tests of the outputs of `score`:
// what a reader and the scorer would have yielded for five rows of one criteria set.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/run.h"
#include "model/score.h"

namespace kdcl::testing {

struct ScoreCase {
  Run run;
  std::vector<ScoredBlock> blocks;
};

/// Rows: MN01 level 1 (may be 2; 5.5.2a blocks, 1.2.2 missing), MN02 level 3, MN03 level 0 (its
/// name has letters beyond ASCII, a quote and an equals sign), MN04 level 2 recognised too long
/// ago, GD01 out of scope.
[[nodiscard]] ScoreCase make_score_case();

/// The same with a per-stage set: MN01 and a second row of MN01, levels 1 and 2.
[[nodiscard]] ScoreCase make_stage_case();

}  // namespace kdcl::testing
