// What is hardly meant in the rows of a block, as warnings that `kdcl check` gives.
#pragma once

#include <functional>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// The place of a row's identity cell; of the row where the data have no such column.
using IdentityPlace = std::function<Location(size_t row, IdentityColumn column)>;

/// A warning for every row with mandatory criteria judged not applicable that the set itself
/// applies to every school: they are left out of its level.
void report_excluded_criteria(const Run& run, const SchoolTable& table, const IdentityPlace& place,
                              Diagnostics& diagnostics);

/// A warning for every decision of recognition of a day that cannot be: before there were any, or
/// after `last`.
void report_decision_days(const SchoolTable& table, Day last, const IdentityPlace& place,
                          Diagnostics& diagnostics);

}  // namespace kdcl
