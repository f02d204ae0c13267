// kdcl: the table of commands; parse, run the chosen one, map to an exit code.
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
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

constexpr std::array kCommands = {add_score, add_check, add_criteria_command};

/// What --lang says, before anything is parsed: help is in that language too.
std::string typed_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--lang=")) return std::string(argument.substr(7));
    if (argument == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  return {};
}

/// The command that was reached, and its words: " criteria list".
const CLI::App& reached_command(const CLI::App& app, std::string& words) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
    words += ' ' + command->get_name();
  }
  return *command;
}

/// The nearest name, else `otherwise`.
std::string suggestion(std::string_view typed, const std::vector<std::string>& names,
                       Language language, const std::string& otherwise) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view nearest = nearest_name(typed, views);
  return nearest.empty() ? otherwise : format_message(language, kSuggestName, nearest);
}

void report_command(const std::vector<std::string>& names, const std::string& words,
                    const std::string& typed, Language language) {
  const std::string expected =
      format_message(language, kNoCommand, fmt::format("{}", fmt::join(names, ", ")));
  if (typed.empty() || typed.starts_with('-'))
    print_usage_error(language, expected, format_message(language, kSeeHelp, words));
  else
    print_usage_error(
        language,
        format_message(language, kUnknownCommand, excerpt((words + ' ' + typed).substr(1))),
        suggestion(typed, names, language, expected));
}

void report_option(const CLI::App& command, const std::string& words, const std::string& typed,
                   Language language) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  print_usage_error(language, format_message(language, kUnknownOption, excerpt(typed)),
                    suggestion(typed, names, language, format_message(language, kSeeHelp, words)));
}

/// CLI11 reports a mistyped name as something missing or not expected.
int report_parse_error(const CLI::App& app, const CLI::ParseError& fault, Language language) {
  if (fault.get_exit_code() == 0) return app.exit(fault);  // --help, --version
  std::string words;
  const CLI::App& command = reached_command(app, words);
  const std::vector<std::string> left = app.remaining(true);
  std::vector<std::string> names;
  for (const CLI::App* each : command.get_subcommands({})) names.push_back(each->get_name());
  const auto option = std::find_if(left.begin(), left.end(), [](const std::string& word) {
    return word.size() > 1 && word[0] == '-';
  });
  if (!names.empty())
    report_command(names, words, left.empty() ? "" : left.front(), language);
  else if (option != left.end())
    report_option(command, words, option->substr(0, option->find('=')), language);
  else
    print_usage_error(language, format_message(language, kBadArguments, fault.what()),
                      format_message(language, kSeeHelp, words));
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
  if (is_language_wrong(typed, language)) return kInputError;
  CLI::App app{std::string(kAbout.in(language)), "kdcl"};
  app.set_help_flag("-h,--help", std::string(kHelpOption.in(language)));
  app.set_version_flag("--version", "kdcl " KDCL_VERSION, std::string(kVersionOption.in(language)));
  app.require_subcommand(1);
  CommandAction chosen;
  for (const auto add : kCommands) add(app, language, chosen);
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
