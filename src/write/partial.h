// Sums of a summary as a small file that other summaries read (read/partial): a district sends
// sums, not data. Lines of comma-separated fields; the format is in docs/summary.md.
#pragma once

#include <string>

#include "model/run.h"
#include "model/summary.h"

namespace kdcl {

/// Zeros are left out. The same sums give the same bytes.
[[nodiscard]] std::string write_partial(const Run& run, const PartialSummary& partial);

}  // namespace kdcl
