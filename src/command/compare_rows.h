// Reads and scores the rows of both sides of `kdcl compare`. Files that both sides have are read
// once.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "command/compare_sides.h"
#include "command/school_input.h"
#include "model/score.h"

namespace kdcl {

/// The scored rows that each side is about. Those of the later side may point into texts of the
/// earlier one's.
struct ComparedRows {
  std::vector<ScoredBlock> before, after;
  std::vector<InputFile> inputs;  ///< of both sides, each once
};

/// `where` is asked on each side by itself. A side without any row is an error.
[[nodiscard]] ComparedRows read_sides(const CompareSides& sides,
                                      const std::optional<Expression>& where,
                                      const SchoolInputOptions& options, Diagnostics& diagnostics);

}  // namespace kdcl
