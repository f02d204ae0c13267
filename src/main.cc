// kdcl: the table of commands; parse, run the chosen one, map to an exit code.
#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "base/text.h"
#include "command/commands.h"
#include "command/messages.h"
#include "command/options.h"

namespace {

using namespace kdcl;
using namespace kdcl::message;

struct Command {
  std::string_view name;
  void (*add)(CLI::App& app, Language language, CommandAction& chosen);
};

constexpr std::array kCommands = {
    Command{"score", add_score},
    Command{"check", add_check},
    Command{"criteria", add_criteria_command},
};

/// What --lang says, before anything is parsed: help is in that language too.
std::string typed_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--lang=")) return std::string(argument.substr(7));
    if (argument == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  return {};
}

std::string command_names() {
  std::string names;
  for (const Command& command : kCommands) names += (names.empty() ? "" : ", ") + std::string(command.name);
  return names;
}

/// CLI11 reports a mistyped command only as a missing one.
bool report_command(int argc, char** argv, Language language) {
  if (argc < 2) {
    print_usage_error(language, format_message(language, kNoCommand, command_names()), format_message(language, kSeeHelp, ""));
    return true;
  }
  const std::string_view typed = argv[1];
  std::vector<std::string_view> names;
  for (const Command& command : kCommands) names.push_back(command.name);
  if (typed.starts_with('-') || std::find(names.begin(), names.end(), typed) != names.end()) return false;
  const std::string_view nearest = nearest_name(typed, names);
  print_usage_error(language, format_message(language, kUnknownCommand, excerpt(typed)),
                    nearest.empty() ? format_message(language, kNoCommand, command_names())
                                    : format_message(language, kSuggestName, nearest));
  return true;
}

int report_parse_error(const CLI::App& app, const CLI::ParseError& fault, Language language) {
  if (fault.get_exit_code() == 0) return app.exit(fault);  // --help, --version
  std::string name;
  for (const CLI::App* command : app.get_subcommands()) name = command->get_name() + ' ';
  print_usage_error(language, format_message(language, kBadArguments, fault.what()), format_message(language, kSeeHelp, name));
  return kInputError;
}

bool is_language_wrong(const std::string& typed, Language language) {
  if (typed.empty() || typed == "vi" || typed == "en") return false;
  print_usage_error(language, format_message(language, kBadLanguage, excerpt(typed)));
  return true;
}

int run(int argc, char** argv) {
  const std::string typed = typed_language(argc, argv);
  const Language language = choose_language(typed);
  if (is_language_wrong(typed, language) || report_command(argc, argv, language)) return kInputError;
  CLI::App app{std::string(kAbout.in(language)), "kdcl"};
  app.set_help_flag("-h,--help", std::string(kHelpOption.in(language)));
  app.set_version_flag("--version", "kdcl " KDCL_VERSION, std::string(kVersionOption.in(language)));
  app.require_subcommand(1);
  CommandAction chosen;
  for (const Command& command : kCommands) command.add(app, language, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& fault) {
    return report_parse_error(app, fault, language);
  }
  return chosen();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "kdcl: %s\n", fault.what());
    return kdcl::kInternalError;
  }
}
