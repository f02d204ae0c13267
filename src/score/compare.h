// Compares the same schools on two sides: files, years, assessors or criteria sets
// (model/comparison.h). The rules are in docs/compare.md.
#pragma once

#include <vector>

#include "model/comparison.h"

namespace kdcl {

/// Of each school the latest assessment of a side counts, of one day the external one. `run` has
/// the sets of both sides; the blocks must stay. The answer does not depend on the threads.
[[nodiscard]] SchoolComparison compare_schools(const Run& run,
                                               const std::vector<ScoredBlock>& before,
                                               const std::vector<ScoredBlock>& after,
                                               unsigned threads);

}  // namespace kdcl
