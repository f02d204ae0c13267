// The sheets of the recheck's workbook, each made by itself; `own` is the position it will have.
#pragma once

#include "report/recheck/recheck.h"

namespace kdcl {

/// The share now and what it would become, with a bar chart; results by validity; by type.
[[nodiscard]] Sheet make_recheck_overview(const RecheckView& view, size_t own);
[[nodiscard]] Sheet make_recheck_places(const RecheckView& view, size_t own);
/// A row for each thing that is not met.
[[nodiscard]] Sheet make_recheck_short(const RecheckView& view, size_t own);
[[nodiscard]] Sheet make_recheck_doubtful(const RecheckView& view, size_t own);
[[nodiscard]] Sheet make_recheck_expiry(const RecheckView& view, size_t own);
/// Every recognised school.
[[nodiscard]] Sheet make_recheck_list(const RecheckView& view, size_t own);
/// Recognitions of predecessors, and the schools out of scope.
[[nodiscard]] Sheet make_recheck_merged(const RecheckView& view, size_t own);
[[nodiscard]] Sheet make_recheck_sources(const RecheckView& view, size_t own);

}  // namespace kdcl
