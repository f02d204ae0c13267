// The days that criteria sets cover, in words.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/coverage.h"

namespace kdcl {

/// A warning for each gap and each overlap, at the dates of the set that ends before it or begins
/// with it.
void report_coverage_faults(const Run& run, const std::vector<Coverage>& coverages,
                            Diagnostics& diagnostics);

/// A line a school type: "tieu_hoc: 10/10/2018-06/07/2026 tieu-hoc-2018, from 07/07/2026 …".
[[nodiscard]] std::vector<std::string> coverage_lines(const Run& run,
                                                      const std::vector<Coverage>& coverages,
                                                      Language language);

}  // namespace kdcl
