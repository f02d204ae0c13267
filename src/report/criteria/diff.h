// What differs between two criteria sets, for people: `kdcl criteria diff`.
#pragma once

#include "model/criteria_diff.h"
#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// The sets of two runs with one set each and what differs between them: how much, then the set's
/// own document, dates, levels and awards, then what differs by criterion, fields, measures and
/// data tables, the earlier text above the later one. A sentence if nothing differs.
[[nodiscard]] Report make_criteria_diff_text(const Run& before, const Run& after,
                                             const CriteriaDiff& diff, Language language);

/// The same with the texts side by side, a sheet for each part that differs; last the sources.
[[nodiscard]] Report make_criteria_diff_workbook(const Run& before, const Run& after,
                                                 const CriteriaDiff& diff, Language language);

}  // namespace kdcl
