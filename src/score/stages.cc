#include "score/stages.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace kdcl {
namespace {

struct Lowest {
  int8_t level = INT8_MAX;
  int8_t level_max = INT8_MAX;
};

using SchoolKey = std::tuple<std::string_view, std::string_view, Day>;

/// Calls `use` for every row in a per-stage set.
template <typename Use>
void for_stage_rows(const Run& run, std::vector<ScoredBlock>& blocks, Use use) {
  for (ScoredBlock& block : blocks) {
    for (size_t row = 0; row < block.table.rows; ++row) {
      if (block.table.set[row] == kNoSet ||
          !run.sets[static_cast<size_t>(block.table.set[row])].per_stage)
        continue;
      use(SchoolKey{block.table.text_of(IdentityColumn::school_id, row),
                    block.table.text_of(IdentityColumn::assessment, row),
                    block.table.assessed_on[row]},
          block, row);
    }
  }
}

/// A block without a second result has the same one twice.
void join(const Run& run, std::vector<ScoredBlock>& blocks, ScoreBlock ScoredBlock::*result) {
  std::map<SchoolKey, Lowest> schools;
  for_stage_rows(run, blocks, [&](const SchoolKey& key, const ScoredBlock& block, size_t row) {
    const ScoreBlock& score = (block.*result).level.empty() ? block.score : block.*result;
    Lowest& lowest = schools[key];
    lowest.level = std::min(lowest.level, score.level[row]);
    lowest.level_max = std::min(lowest.level_max, score.level_max[row]);
  });
  for_stage_rows(run, blocks, [&](const SchoolKey& key, ScoredBlock& block, size_t row) {
    if ((block.*result).level.empty()) return;
    (block.*result).school_level[row] = schools[key].level;
    (block.*result).school_level_max[row] = schools[key].level_max;
  });
}

}  // namespace

void join_stages(const Run& run, std::vector<ScoredBlock>& blocks) {
  join(run, blocks, &ScoredBlock::score);
  join(run, blocks, &ScoredBlock::beside);
}

}  // namespace kdcl
