// The sheet of schools in the workbook of `score`, one line a school, and the formulas of other
// sheets that count its lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/score/score.h"

namespace kdcl {

/// Where the columns that others count stand in the list.
struct ListColumns {
  size_t document = 0;
  size_t level = 0;
  size_t decision = 0;
  std::optional<size_t> group;                           ///< of --by
  std::optional<size_t> counted;                         ///< where some lines are not in shares
  std::vector<std::pair<std::string, size_t>> families;  ///< id and column of the award by score
  size_t contradictions = 0;
  size_t unverified = 0;
  size_t missing = 0;
};

struct ListSheet {
  Sheet sheet;
  ListColumns columns;
};
[[nodiscard]] ListSheet make_list_sheet(const ScoreView& view);

// The first sheet of the workbook of `score`: levels, awards, groups and what to look at, counted
// live from the list of schools.

/// The list stands on sheet `list` of the report, the summary on sheet `own`.
[[nodiscard]] Sheet make_summary_sheet(const ScoreView& view, const ListColumns& columns,
                                       size_t own, size_t list);

// The sheet of --by in the workbook of `score`: one line a value, counted live from the list of
// schools.

/// The list stands on sheet `list` of the report, the groups on sheet `own`.
[[nodiscard]] Sheet make_group_sheet(const ScoreView& view, const ListColumns& columns, size_t own,
                                     size_t list);

}  // namespace kdcl
