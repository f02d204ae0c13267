// Tables of the years of the data, as the summary's page of text and its workbook show them. Only
// for summaries that have trends.
#pragma once

#include <string>
#include <vector>

#include "report/summary.h"

namespace kdcl {

/// Schools by level, a line a year: of the sets with `top` levels. `sheet` and `table` are where it
/// will stand, for its formulas.
[[nodiscard]] Table year_levels_table(const SummaryView& view, int top, size_t sheet, size_t table);

/// Who rose and who fell, a line a year from the second on.
[[nodiscard]] Table year_changes_table(const SummaryView& view, size_t sheet, size_t table);

/// Of data of several years: how many schools the rest of the summary counts that were not assessed
/// in the last one.
[[nodiscard]] uint64_t schools_of_earlier_years(const SummaryView& view);
/// Says so; empty if there are none.
[[nodiscard]] std::string earlier_note(const SummaryView& view);

/// Adds labels of columns, and one above them all; the columns before have labels of both rows.
void add_group_label(Table& table, std::string head, const std::vector<std::string>& labels);

/// All tables of the page of text.
[[nodiscard]] std::vector<Table> trend_text_tables(const SummaryView& view);

}  // namespace kdcl
