// A report as CSV for scripts: a line a cell, of the tables and columns that have an id.
#pragma once

#include <string>

#include "model/report.h"

namespace kdcl {

/// `table,row,column,value` with a header. Rows count from 1; totals are "total", "total2" and so
/// on. Empty cells and unknown figures are left out. A share is two lines, `x` and `x_of`; an open
/// level has a second line `x_max`. Text that a spreadsheet would run as a formula gets a leading
/// apostrophe.
[[nodiscard]] std::string write_report_csv(const Report& report);

}  // namespace kdcl
