// Lists of schools in the workbook of the summary: which schools, the columns that all lists start
// with, and rows that are made while they are written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/summary.h"

namespace kdcl {

/// Some of the records in scope.
using RecordList = std::vector<const SchoolRecord*>;

/// Those that count and for which `is_wanted` holds, in input order.
[[nodiscard]] RecordList records_where(const SummaryView& view,
                                       const std::function<bool(const SchoolRecord&)>& is_wanted);

/// Those in scope that are not in this year's data, by place, then in input order.
[[nodiscard]] RecordList older_schools(const SummaryView& view);
/// Puts a list in that order.
void sort_by_place(RecordList& records);

/// A table that has the five columns of every list: number, id, name, type, place.
[[nodiscard]] Table school_table(const SummaryView& view, std::string id, std::string title = {});

/// Fills such a table: `add_cells` adds the cells of its other columns. Without records a line
/// says so.
void fill_school_table(const SummaryView& view, RecordList records,
                       std::function<void(const SchoolRecord&, Row&)> add_cells, Table& table);

/// Says of how many schools there are only sums, if there are such.
void add_sums_note(const SummaryView& view, Sheet& sheet);

}  // namespace kdcl
