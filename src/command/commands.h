// The commands: each declares its options on a CLI11 sub-command and hands back what to run once
// the command line is parsed.
#pragma once

#include <functional>

#include "base/language.h"

namespace CLI {
class App;
}

namespace kdcl {

/// Runs a parsed command; returns an ExitCode.
using CommandAction = std::function<int()>;

/// `chosen` is set to the action of the command that the command line names.
void add_score(CLI::App& app, Language language, CommandAction& chosen);
void add_report(CLI::App& app, Language language, CommandAction& chosen);
void add_summary(CLI::App& app, Language language, CommandAction& chosen);
void add_compare(CLI::App& app, Language language, CommandAction& chosen);
void add_recheck(CLI::App& app, Language language, CommandAction& chosen);
void add_check(CLI::App& app, Language language, CommandAction& chosen);
void add_template(CLI::App& app, Language language, CommandAction& chosen);
void add_criteria_command(CLI::App& app, Language language, CommandAction& chosen);

}  // namespace kdcl
