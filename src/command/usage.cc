#include "command/usage.h"

#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"
#include "command/messages.h"
#include "command/options.h"

namespace kdcl {

using namespace message;

namespace {

/// How many arguments a common option takes up that starts with `word`; 0 for any other word.
size_t length_of_habit(std::string_view word) {
  if (word == "--lang" || word == "--color") return 2;
  const bool is_habit = word == "-q" || word == "--quiet" || word.starts_with("--lang=") ||
                        word.starts_with("--color=");
  return is_habit ? 1 : 0;
}

const CLI::App* find_command(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands({}))
    if (command->get_name() == name) return command;
  return nullptr;
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

/// What CLI11 found wrong, in our words: its own are English.
std::string fault_text(const CLI::App& command, const CLI::ParseError& fault,
                       const std::vector<std::string>& left, Language language) {
  const std::string what = fault.what();
  // Our own checks, already in the language of the run.
  if (dynamic_cast<const CLI::ValidationError*>(&fault) != nullptr) return what;
  if (dynamic_cast<const CLI::RequiredError*>(&fault) != nullptr)
    return format_message(language, kMissingArgument, what.substr(0, what.find(' ')));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&fault) != nullptr) {
    const std::string name = what.substr(0, what.find(':'));
    const CLI::Option* option = command.get_option_no_throw(name);
    const bool is_repeated = option != nullptr && option->count() > 1;
    return format_message(language, is_repeated ? kRepeatedOption : kNeedsValue, name);
  }
  // Other values are checked before they are converted.
  if (dynamic_cast<const CLI::ConversionError*>(&fault) != nullptr) {
    const size_t start = what.find("--");
    return format_message(language, kNoValue, what.substr(start, what.find(' ', start) - start));
  }
  if (!left.empty()) return format_message(language, kUnexpectedArgument, excerpt(left.front()));
  return format_message(language, kBadArguments, what);
}

}  // namespace

std::vector<std::string> arrange_arguments(const CLI::App& app,
                                           std::vector<std::string> arguments) {
  std::vector<std::string> habits;
  const CLI::App* command = &app;
  size_t words = 0;  // of the command
  while (words < arguments.size()) {
    const std::string& word = arguments[words];
    if (const size_t length = std::min(length_of_habit(word), arguments.size() - words)) {
      const auto first = arguments.begin() + static_cast<ptrdiff_t>(words);
      const auto last = first + static_cast<ptrdiff_t>(length);
      habits.insert(habits.end(), first, last);
      arguments.erase(first, last);
    } else if (const CLI::App* next = find_command(*command, word)) {
      command = next;
      ++words;
    } else {
      break;
    }
  }
  // A command that is not complete comes first in what is said about it.
  const size_t place = command->get_subcommands({}).empty() ? words : arguments.size();
  arguments.insert(arguments.begin() + static_cast<ptrdiff_t>(place), habits.begin(), habits.end());
  return arguments;
}

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
  // CLI11 reports a mistyped name as something missing or not expected.
  if (!names.empty())
    report_command(names, words, left.empty() ? "" : left.front(), language);
  else if (option != left.end())
    report_option(command, words, option->substr(0, option->find('=')), language);
  else
    print_usage_error(language, fault_text(command, fault, left, language),
                      format_message(language, kSeeHelp, words));
  return kInputError;
}

}  // namespace kdcl
