// The sub-command `kdcl criteria diff`.
#pragma once

#include "command/commands.h"

namespace kdcl {

/// Adds it to `kdcl criteria`; `chosen` as in command/commands.h.
void add_criteria_diff(CLI::App& criteria, Language language, CommandAction& chosen);

}  // namespace kdcl
