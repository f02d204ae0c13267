// Charts of a workbook's sheets, drawn by the reader's program from the cells of a table.
#pragma once

#include "write/workbook_book.h"

namespace kdcl {

/// Puts the chart at its place in the sheet, as wide as its columns together.
void add_chart(Page& page, const Chart& chart);

}  // namespace kdcl
