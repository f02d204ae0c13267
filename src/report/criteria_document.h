// Criteria sets as people read them: `kdcl criteria list` and `kdcl criteria show`.
#pragma once

#include <vector>

#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// One line a set: id, title, document, from when to when, how much is in it.
[[nodiscard]] Report make_criteria_list(const std::vector<CriteriaSet>& sets, Language language);

/// The set of a run with one set, whole: what it amends, what its levels ask, the awards and their
/// conditions, then every criterion with its indicators, thresholds, exceptions and clauses, what
/// is monitored, and the evidence suggested; last the fields that schools fill in and the measures
/// worked out.
[[nodiscard]] Report make_criteria_document(const Run& run, Language language);

}  // namespace kdcl
