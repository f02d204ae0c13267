// Judgements that the figures or other judgements contradict, as faults at their cells: what `kdcl
// check` adds to the readers' own.
#pragma once

#include <functional>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// The place of the judgement of an indicator in a row of the block.
using JudgementPlace = std::function<Location(size_t row, size_t indicator)>;

/// Adds a warning for every contradiction of a block. Returns how many there are.
size_t report_contradictions(const Run& run, const ScoredBlock& block, const JudgementPlace& place,
                             Diagnostics& diagnostics);

/// Adds a warning for every level of a criterion that its own indicators deny. Returns how many
/// there are.
size_t report_denied_levels(const Run& run, const SchoolTable& table, Diagnostics& diagnostics);

// What is hardly meant in the rows of a block, as warnings that `kdcl check` gives.

/// The place of a row's identity cell; of the row where the data have no such column.
using IdentityPlace = std::function<Location(size_t row, IdentityColumn column)>;
/// The place of a row's cell in the one column that is looked at.
using RowPlace = std::function<Location(size_t row)>;

/// The mandatory criteria of the row's set that were judged not applicable as a whole, although the
/// set applies them to every school; none where it knows no optional ones.
[[nodiscard]] std::vector<const Criterion*> excluded_criteria(const CriteriaSet& set,
                                                              const SchoolTable& table, size_t row);

/// A warning for every row that has such criteria: they are left out of its level.
void report_excluded_criteria(const Run& run, const SchoolTable& table, const IdentityPlace& place,
                              Diagnostics& diagnostics);

/// A warning for every decision of recognition of a day that cannot be: before there were any, or
/// after `last`.
void report_decision_days(const SchoolTable& table, Day last, const IdentityPlace& place,
                          Diagnostics& diagnostics);
/// The same for certificates of accreditation, whose days are in `field`.
void report_certificate_days(const SchoolTable& table, uint32_t field, Day last,
                             const RowPlace& place, Diagnostics& diagnostics);

}  // namespace kdcl
