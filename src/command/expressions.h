// What --where and --by name: expressions and columns over all sets of a run.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "model/expression.h"
#include "model/run.h"
#include "model/school_rows.h"

namespace kdcl {

/// The identity column or field of that name; nothing, with an error, if there is none.
[[nodiscard]] std::optional<GroupColumn> find_group(const std::string& name, const Run& run,
                                                    Diagnostics& diagnostics);

/// --where over the fields and measures of all sets of the run. Nothing, with errors, if it is
/// wrong.
[[nodiscard]] std::optional<Expression> read_where(const std::string& source, const Run& run,
                                                   Diagnostics& diagnostics);

}  // namespace kdcl
