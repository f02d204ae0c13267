// The commands: what each takes and does.
#pragma once

#include "command/command_line.h"

namespace kdcl {

[[nodiscard]] CommandSpec score_command();
[[nodiscard]] CommandSpec report_command();
[[nodiscard]] CommandSpec summary_command();
[[nodiscard]] CommandSpec compare_command();
[[nodiscard]] CommandSpec recheck_command();
[[nodiscard]] CommandSpec check_command();
[[nodiscard]] CommandSpec template_command();
[[nodiscard]] CommandSpec criteria_command();
[[nodiscard]] CommandSpec criteria_diff_command();  ///< of `criteria`

}  // namespace kdcl
