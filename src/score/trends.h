// Counts the years in which schools were assessed (model/trends.h).
#pragma once

#include "model/run.h"
#include "model/summary.h"

namespace kdcl {

/// Counts a completed record in its years.
void count_years(const Run& run, const SchoolRecord& record, Day as_of, Trends& trends);

}  // namespace kdcl
