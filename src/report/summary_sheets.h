// The sheets of the summary's workbook, each made by itself; `own` is the position it will have.
#pragma once

#include "report/summary.h"

namespace kdcl {

/// Form P1: by ownership and school type.
[[nodiscard]] Sheet make_type_sheet(const SummaryView& view, size_t own);
/// Form P2: goals, what was reached, what comes next, and the way there as a chart.
[[nodiscard]] Sheet make_target_sheet(const SummaryView& view, size_t own);
/// Form P3, with a bar chart.
[[nodiscard]] Sheet make_place_sheet(const SummaryView& view, size_t own);
/// Form P5: indicators, standards and criteria by the schools they keep, with a heat map by place.
[[nodiscard]] Sheet make_weakness_sheet(const SummaryView& view, size_t own);
[[nodiscard]] Sheet make_strength_sheet(const SummaryView& view, size_t own);
/// One to three indicators before the next award.
[[nodiscard]] Sheet make_near_sheet(const SummaryView& view, size_t own);
[[nodiscard]] Sheet make_expiry_sheet(const SummaryView& view, size_t own);
/// Form P4: every school.
[[nodiscard]] Sheet make_list_sheet(const SummaryView& view, size_t own);
[[nodiscard]] Sheet make_gap_sheet(const SummaryView& view, size_t own);
/// The years side by side, with a line chart; only for data of several years.
[[nodiscard]] Sheet make_year_sheet(const SummaryView& view, size_t own);
/// The way of each school through the years; likewise.
[[nodiscard]] Sheet make_trajectory_sheet(const SummaryView& view, size_t own);
[[nodiscard]] Sheet make_source_sheet(const SummaryView& view, size_t own);

}  // namespace kdcl
