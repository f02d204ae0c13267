// The command line as people write it: common options may stand before the command, and what is
// wrong with it is said in their language.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace kdcl {

/// The arguments, in their order, but --lang, --color and -q that stand before the command or
/// between its words moved behind it, where they are declared.
[[nodiscard]] std::vector<std::string> arrange_arguments(const CLI::App& app,
                                                         std::vector<std::string> arguments);

/// Prints help or version where they were asked for, else what is wrong, with the nearest name of a
/// mistyped command or option. The exit code.
[[nodiscard]] int report_parse_error(const CLI::App& app, const CLI::ParseError& fault,
                                     Language language);

}  // namespace kdcl
