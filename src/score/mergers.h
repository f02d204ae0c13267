// Which schools were merged into which: the column `predecessors`.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "model/recheck.h"
#include "model/run.h"
#include "model/school_rows.h"
#include "model/score.h"

namespace kdcl {

/// What each school that names predecessors has in the column, without blanks, each once and never
/// itself.
[[nodiscard]] std::map<std::string_view, std::vector<std::string_view>> predecessors_of(
    const Run& run, const std::vector<ScoredBlock>& blocks);

/// Of all rows, whichever of them are rechecked. Recognitions are those of a school's latest
/// assessment, as they stand on `day`. A predecessor of a predecessor is one, too.
[[nodiscard]] Mergers find_mergers(const Run& run, const std::vector<ScoredBlock>& blocks, Day day,
                                   const DecidingSet& deciding);

}  // namespace kdcl
