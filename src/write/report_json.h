// A report as JSON for scripts: the tables and columns that have an id.
#pragma once

#include <string>
#include <string_view>

#include "model/report.h"

namespace kdcl {

/// {"kdcl": version, "title": …, "tables": {"<id>": {"rows": [{"<column>": value, …}], "totals":
/// […]}}}, an object a row on its own line; `totals` only where there are any. Figures are not
/// rounded, null if unknown. A share is {"n", "of"}; an open level {"level", "level_max"}, null if
/// it does not apply; dates are YYYY-MM-DD or null. Empty cells are null.
[[nodiscard]] std::string write_report_json(const Report& report, std::string_view version);

}  // namespace kdcl
