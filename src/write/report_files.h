// A report as CSV for scripts: a line a cell, of the tables and columns that have an id.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/criteria.h"
#include "model/report.h"

namespace kdcl {

/// `table,row,column,value` with a header. Rows count from 1; totals are "total", "total2" and so
/// on. Empty cells and unknown figures are left out. A share is two lines, `x` and `x_of`; an open
/// level has a second line `x_max`. Text that a spreadsheet would run as a formula gets a leading
/// apostrophe.
[[nodiscard]] std::string write_report_csv(const Report& report);

// A report as JSON for scripts: the tables and columns that have an id.

/// {"kdcl": version, "title": …, "tables": {"<id>": {"rows": [{"<column>": value, …}], "totals":
/// […]}}}, an object a row on its own line; `totals` only where there are any. Figures are not
/// rounded, null if unknown. A share is {"n", "of"}; an open level {"level", "level_max"}, null if
/// it does not apply; dates are YYYY-MM-DD or null. Empty cells are null.
[[nodiscard]] std::string write_report_json(const Report& report, std::string_view version);

// The list of criteria sets for scripts and spreadsheets: `kdcl criteria list` as CSV and JSON.

/// A header row, then a row a set: id, title in `language`, document, the days it is in force as
/// YYYY-MM-DD, and how many criteria and indicators it has.
[[nodiscard]] std::string criteria_list_csv(std::span<const CriteriaSet> sets, Language language);

/// A list of objects with the same keys; the title is an object of both languages, an open end
/// null.
[[nodiscard]] std::string criteria_list_json(std::span<const CriteriaSet> sets);

}  // namespace kdcl
