// Reads the register of schools that --schools names.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "command/options.h"
#include "model/register.h"
#include "model/run.h"

namespace kdcl {

/// Null where there is no --schools, and with errors where it can't be read.
[[nodiscard]] std::shared_ptr<const SchoolRegister> read_register(const SharedOptions& options,
                                                                  const Run& run,
                                                                  Diagnostics& diagnostics);

}  // namespace kdcl
