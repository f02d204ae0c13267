#include "model/standing.h"

#include <algorithm>

namespace kdcl {
namespace {

/// Figures alone decide too: it is asked for verdicts, whatever they come from.
bool has_data(const SchoolRows& school, ResultOf result) {
  return std::any_of(school.rows.begin(), school.rows.end(), [result](const RowAt& at) {
    const ScoreBlock& score = result(*at.block);
    return has_any(score.met, at.row) || has_any(score.not_met, at.row);
  });
}

}  // namespace

int asked_level(const AwardFamily& family, int recognized) {
  const int number = std::min(recognized, static_cast<int>(family.awards.size()));
  return family.awards[static_cast<size_t>(number) - 1].level;
}

Standing standing_of(const SchoolRows& school, int asked, ResultOf result) {
  if (!has_data(school, result)) return Standing::no_data;
  const ScoreBlock& score = result(*school.first().block);
  const size_t row = school.first().row;
  if (score.school_level[row] >= asked) return Standing::holds;
  return score.school_level_max[row] >= asked ? Standing::doubtful : Standing::falls_short;
}

}  // namespace kdcl
