// The command line as data: what each command takes, and what runs once that is parsed. Only
// command_line.cc knows the library that parses it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.h"

namespace kdcl {

/// An option, a flag (its target is a bool) or an argument (its name has no hyphen). Arguments must
/// be given.
struct OptionSpec {
  using Target = std::variant<bool*, int*, unsigned*, std::string*, std::vector<std::string>*>;
  /// What is wrong with a value, in the language; empty if nothing is.
  using Check = std::function<std::string(const std::string& typed, Language language)>;

  std::string_view names;  ///< "-o,--output"
  Message about;
  Target target;
  std::string_view value{};  ///< what stands for the value in help, "FILE"
  Check check{};
  int count = 1;  ///< values that it takes each time it is given
};

struct CommandSpec {
  std::string_view name;
  Message about;
  std::vector<OptionSpec> options{};
  std::vector<CommandSpec> commands{};  ///< one of them must be named, if there are any
  std::function<int()> run{};           ///< the exit code; the targets are its own
};

/// Says something else about an option that several commands share.
void describe(std::vector<OptionSpec>& options, std::string_view name, const Message& about);

/// Parses the arguments, without the program's own name, and runs the command that they name.
/// --lang, --color and -q may also stand before it. Prints help or version where they are asked
/// for, else what is wrong, with the nearest name of a mistyped command or option. The exit code.
[[nodiscard]] int run_command_line(const CommandSpec& program, std::vector<std::string> arguments,
                                   Language language);

}  // namespace kdcl
