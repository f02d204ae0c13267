// What readers of trends read, beside report/summary/page.h.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "report/summary/summary.h"

namespace kdcl::trend_words {

inline constexpr Message kTabTrajectory{"11 Diễn biến", "11 Trajectory"};

inline constexpr Message kStandardByYear{"Chuẩn quốc gia qua các năm", "National standard by year"};
inline constexpr Message kAssessed{"Số trường được đánh giá", "Schools assessed"};
inline constexpr Message kRose{"Lên mức", "Rose"};
inline constexpr Message kFell{"Xuống mức", "Fell"};
inline constexpr Message kAdded{"Mới có", "New"};
}  // namespace kdcl::trend_words

namespace kdcl {

// Tables of the years of the data, as the summary's page of text and its workbook show them. Only
// for summaries that have trends.

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
