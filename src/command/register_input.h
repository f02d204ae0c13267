// Reads the register of schools that --schools names.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "command/options.h"
#include "command/school_input.h"
#include "model/register.h"
#include "model/run.h"

namespace kdcl {

/// Null where there is no --schools, and with errors where it can't be read.
[[nodiscard]] std::shared_ptr<const SchoolRegister> read_register(const SharedOptions& options,
                                                                  const Run& run,
                                                                  Diagnostics& diagnostics);

// Takes rows with faults out of a block, for --keep-going.

/// Errors of `faults` that are of rows of the block, and those rows, go to what the block left out;
/// warnings stay. Nothing changes if an error is of no row, or if there are more than are kept:
/// then the block can't be trusted. True if rows were taken out.
bool leave_out_rows(SchoolBlock& block, Diagnostics& faults);

/// The same for rows that are there twice, told with places in the file.
bool leave_out_repeated(SchoolBlock& block, uint64_t first_line, Diagnostics& repeated);

/// Adds the faults of a file that can't be read for them; it stands for the school.
void leave_out_file(const std::string& file, const Diagnostics& found,
                    std::vector<LeftOut>& left_out, Diagnostics& faults);

/// Adds what a block left out, whose places count from its start until here.
void note_left_out(SchoolBlock& block, std::vector<LeftOut>& left_out, Diagnostics& faults);

}  // namespace kdcl
