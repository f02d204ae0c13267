// The cells of a workbook's tables: each kind of content as the cell that Excel has for it.
#pragma once

#include "write/workbook_book.h"

namespace kdcl {

/// Writes a row of a table, and its note on the row below.
void write_row(Page& page, const Table& table, const Row& row, uint32_t at, bool total);

}  // namespace kdcl
