// Tables of a workbook: title, header, rows and totals.
#pragma once

#include "write/workbook_book.h"

namespace kdcl {

/// Writes the table at its place, row by row downwards.
void write_table(Page& page, const Table& table, const TablePlace& place);

}  // namespace kdcl
