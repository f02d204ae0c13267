// Places that the data write in several ways, as warnings: they are counted apart, or together
// where only the Unicode form differs, never in silence.
#pragma once

#include "base/diagnostics.h"
#include "model/summary.h"

namespace kdcl {

void report_place_faults(const Summary& summary, Diagnostics& diagnostics);

}  // namespace kdcl
