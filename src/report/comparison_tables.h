// The tables of the comparison of schools: counts and lists, for text and for workbooks.
#pragma once

#include "report/comparison.h"

namespace kdcl {

/// How many schools are on both sides, rose, fell, and are on one side only.
[[nodiscard]] Table move_counts(const ComparisonView& view);
/// How many moved from each level to each, of those that can be compared.
[[nodiscard]] Table level_matrix(const ComparisonView& view);
/// The moves by district, commune or type of school. The table will be the first of that sheet.
[[nodiscard]] Table moves_by(const ComparisonView& view, IdentityColumn column, size_t sheet);
/// How many rose and fell, in that table.
[[nodiscard]] Chart moves_chart(const ComparisonView& view);

/// Each school that moved, a line a cause; and for paper, a row a school.
[[nodiscard]] Table moved_lines(const ComparisonView& view);
[[nodiscard]] Table moved_list(const ComparisonView& view);
/// The schools of one side only, and those that can't be compared.
[[nodiscard]] Table unmatched_list(const ComparisonView& view);

/// "Chỉ có ở 2022".
[[nodiscard]] std::string only_in(const ComparisonView& view, const std::string& side);
/// The column that tells where the schools are: the district, or the commune if no school has one.
[[nodiscard]] IdentityColumn place_column(const ComparisonView& view);

}  // namespace kdcl
