// What a school fills in for a criteria set, and what is worked out from it: the tables of fields
// and measures of `kdcl criteria show`.
#pragma once

#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// The fields that the set uses, in its order: column and title, below them type, unit and
/// what may stand there.
[[nodiscard]] Table fields_table(const Run& run, const CriteriaSet& set, Language language);

/// Its measures: name and title, below them unit and formula. No rows if it has none.
[[nodiscard]] Table measures_table(const CriteriaSet& set, Language language);

}  // namespace kdcl
