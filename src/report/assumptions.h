// What is assumed in place of the criteria (Run::assumptions), in words, for whatever it touched.
#pragma once

#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// Puts a line for each assumption of the run right below the title of every sheet.
void state_assumptions(const Run& run, Report& report);

/// The assumptions for a sheet of sources; without rows if there are none.
[[nodiscard]] Table assumptions_table(const Run& run, Language language);

}  // namespace kdcl
