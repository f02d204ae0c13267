// The sheet of --by in the workbook of `score`: one line a value, counted live from the list of
// schools.
#pragma once

#include "report/score_list_sheet.h"
#include "report/score_tables.h"

namespace kdcl {

/// The list stands on sheet `list` of the report, the groups on sheet `own`.
[[nodiscard]] Sheet make_group_sheet(const ScoreView& view, const ListColumns& columns, size_t own,
                                     size_t list);

}  // namespace kdcl
