// What is wrong with the schools that others name as their predecessors, as warnings.
#pragma once

#include "base/diagnostics.h"
#include "model/recheck.h"

namespace kdcl {

void report_merger_faults(const Mergers& mergers, Diagnostics& diagnostics);

}  // namespace kdcl
