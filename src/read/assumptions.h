// Puts what is assumed on the command line (--set) into the sets of a run, as if the criteria said
// so (docs/scoring.md, "What if").
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"

namespace kdcl {

/// Changes the thresholds that the statements name, and adds to `run.assumptions` what was changed,
/// in the order of the statements. A statement with a condition becomes an exception before all
/// others, one without takes the place of the value and of all exceptions; of several conditions
/// that hold the first statement's counts. Faults are at "--set", the line being the number of the
/// statement: wrong form, nothing that the statement could change, or several things that differ,
/// two statements for the same place. With any fault the sets stay as they are. A threshold that
/// asks more than that of a higher level is a warning.
void take_assumptions(const std::vector<std::string>& statements, Run& run,
                      Diagnostics& diagnostics);

}  // namespace kdcl
