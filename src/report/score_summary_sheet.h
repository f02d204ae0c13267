// The first sheet of the workbook of `score`: levels, awards, groups and what to look at, counted
// live from the list of schools.
#pragma once

#include "report/score_list_sheet.h"
#include "report/score_tables.h"

namespace kdcl {

/// The list stands on sheet `list` of the report, the summary on sheet `own`.
[[nodiscard]] Sheet make_summary_sheet(const ScoreView& view, const ListColumns& columns,
                                       size_t own, size_t list);

}  // namespace kdcl
