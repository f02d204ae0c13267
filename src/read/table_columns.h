// What the columns of a table in a sheet are read for, by what the table is.
#pragma once

#include "model/run.h"
#include "read/binding.h"
#include "read/long_table.h"
#include "read/note_table.h"
#include "read/sheet_table.h"

namespace kdcl {

/// Of a table of schools.
[[nodiscard]] TableColumns columns_of_schools(const Binding& binding, const Run& run);

/// Of a long table or a table of notes of `count` columns; null: it is none, or nobody asks.
[[nodiscard]] TableColumns columns_of_long(size_t count, const OwnerColumns& owner,
                                           const LongColumns* results, const NoteColumns* notes,
                                           const Run& run);

/// Warns of names of columns that are numbers where another may be meant: 1.1 is shown for 1.10.
void check_number_names(const SheetHeader& header, const TableColumns& columns,
                        const std::string& table, Diagnostics& diagnostics);

}  // namespace kdcl
