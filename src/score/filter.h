// Leaves out rows of a scored block.
#pragma once

#include <cstdint>
#include <vector>

#include "model/expression.h"
#include "model/score.h"

namespace kdcl {

/// Keeps only these rows, which rise.
void keep_rows(const std::vector<uint32_t>& rows, ScoredBlock& block);

/// Keeps the rows for which the condition surely holds.
void keep_where(const Expression& where, ScoredBlock& block);

/// Keeps the rows of one school.
void keep_school(std::string_view school_id, ScoredBlock& block);

}  // namespace kdcl
