// What an amending set changes in the one it amends: a table of `kdcl criteria show`.
#pragma once

#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// A row a change, in the order of the amendments: where, what is done there, and why as far as the
/// file says, with the certainty where it is not high. No rows if the set amends none.
[[nodiscard]] Table amendments_table(const CriteriaSet& set, Language language);

}  // namespace kdcl
