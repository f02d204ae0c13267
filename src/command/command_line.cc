#include "command/command_line.h"

#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"
#include "command/messages.h"
#include "command/options.h"
#include "write/plain_text.h"

namespace kdcl {
namespace {

using namespace message;

constexpr size_t kWidth = 80;
constexpr size_t kNames = 28;  // columns of the names of options and commands

/// Help pages in the language of the run: CLI11's own words are English, and it counts bytes where
/// columns have to stand below each other.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(Language language) : language_(language) {
    label("Usage", said({"Cách dùng", "Usage"}));
    label("OPTIONS", said({"TÙY CHỌN", "OPTIONS"}));
    label("SUBCOMMAND", said({"LỆNH", "COMMAND"}));
    label("Positionals", said({"Đối số", "Arguments"}));
    label("REQUIRED", said({"(bắt buộc)", "(required)"}));
  }

  std::string make_description(const CLI::App* app) const override {
    std::string out;
    const std::string text = app->get_description();
    for (size_t start = 0; start < text.size();) {
      const size_t end = std::min(text.find('\n', start), text.size());
      for (const std::string& line : wrap_text(text.substr(start, end - start), kWidth))
        append_line(line, out);
      start = end + 1;
    }
    return out;
  }

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    // CLI11 files every option under "Options"; the group of arguments comes with its label.
    std::string out = "\n" + (is_positional ? group : said({"Tùy chọn", "Options"})) + ":\n";
    for (const CLI::Option* option : options) out += make_option(option, is_positional);
    return out;
  }

  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    std::string names = make_option_name(option, is_positional);
    if (const size_t comma = names.find(','); comma != std::string::npos)
      names.insert(comma + 1, " ");
    return entry(names + make_option_opts(option), make_option_desc(option));
  }

  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode) const override {
    const std::vector<const CLI::App*> commands = app->get_subcommands({});
    if (commands.empty()) return {};
    std::string out = "\n" + said({"Các lệnh", "Commands"}) + ":\n";
    for (const CLI::App* command : commands)
      out += entry(command->get_name(), command->get_description());
    return out;
  }

 private:
  [[nodiscard]] std::string said(const Message& message) const { return message.text(language_); }

  /// A name and what it is, beside it as long as the name leaves room.
  static std::string entry(const std::string& name, const std::string& about) {
    std::string out;
    std::string line = pad_text("  " + name, kNames, Align::left);
    if (display_width(line) > kNames) {
      append_line(line, out);
      line.assign(kNames, ' ');
    }
    for (const std::string& piece : wrap_text(about, kWidth - kNames)) {
      append_line(line + piece, out);
      line.assign(kNames, ' ');
    }
    return out;
  }

  Language language_;
};

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
      format_message(language, {"cần một lệnh: {0}", "expected a command: {0}"},
                     fmt::format("{}", fmt::join(names, ", ")));
  if (typed.empty() || typed.starts_with('-'))
    print_usage_error(language, expected, format_message(language, kSeeHelp, words));
  else
    print_usage_error(
        language,
        format_message(language, {"không có lệnh \"{0}\"", "there is no command \"{0}\""},
                       excerpt((words + ' ' + typed).substr(1))),
        suggestion(typed, names, language, expected));
}

void report_option(const CLI::App& command, const std::string& words, const std::string& typed,
                   Language language) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  print_usage_error(
      language,
      format_message(language, {"không có tùy chọn \"{0}\"", "there is no option \"{0}\""},
                     excerpt(typed)),
      suggestion(typed, names, language, format_message(language, kSeeHelp, words)));
}

/// What CLI11 found wrong, in our words: its own are English.
std::string fault_text(const CLI::App& command, const CLI::ParseError& fault,
                       const std::vector<std::string>& left, Language language) {
  const std::string what = fault.what();
  // Our own checks, already in the language of the run.
  if (dynamic_cast<const CLI::ValidationError*>(&fault) != nullptr) return what;
  if (dynamic_cast<const CLI::RequiredError*>(&fault) != nullptr)
    return format_message(language, {"thiếu {0}", "{0} is missing"},
                          what.substr(0, what.find(' ')));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&fault) != nullptr) {
    const std::string name = what.substr(0, what.find(':'));
    const CLI::Option* option = command.get_option_no_throw(name);
    const bool is_repeated = option != nullptr && option->count() > 1;
    return format_message(language,
                          is_repeated
                              ? Message{"{0} chỉ được ghi một lần", "{0} may be given only once"}
                              : Message{"{0} cần một giá trị", "{0} needs a value"},
                          name);
  }
  // Other values are checked before they are converted.
  if (dynamic_cast<const CLI::ConversionError*>(&fault) != nullptr) {
    const size_t start = what.find("--");
    return format_message(language, {"{0} không nhận giá trị", "{0} takes no value"},
                          what.substr(start, what.find(' ', start) - start));
  }
  if (!left.empty())
    return format_message(language, {"không rõ \"{0}\" để làm gì", "there is no use for \"{0}\""},
                          excerpt(left.front()));
  return format_message(language, {"dòng lệnh sai: {0}", "wrong command line: {0}"}, what);
}

/// The arguments, in their order, but --lang, --color and -q that stand before the command or
/// between its words moved behind it, where they are declared.
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

/// Prints help or version where they were asked for, else what is wrong. The exit code.
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

void add_option(CLI::App& app, const OptionSpec& spec, Language language) {
  const std::string names(spec.names);
  const std::string about = spec.about.text(language);
  if (bool* const* flag = std::get_if<bool*>(&spec.target)) {
    app.add_flag(names, **flag, about);
    return;
  }
  CLI::Option* option = nullptr;
  std::visit(
      [&](auto* target) {
        if constexpr (!std::is_same_v<decltype(target), bool*>)
          option = app.add_option(names, *target, about);
      },
      spec.target);
  option->type_name(std::string(spec.value));
  if (!spec.names.starts_with('-'))
    option->required();
  else if (spec.count > 1)
    option->expected(spec.count);
  else
    option->allow_extra_args(false);
  if (spec.check)
    option->check(
        [&spec, language](const std::string& typed) { return spec.check(typed, language); });
}

void add_command(CLI::App& app, const CommandSpec& spec, Language language,
                 const CommandSpec*& chosen) {
  for (const OptionSpec& option : spec.options) add_option(app, option, language);
  if (!spec.commands.empty()) app.require_subcommand(1);
  for (const CommandSpec& each : spec.commands)
    add_command(*app.add_subcommand(std::string(each.name), each.about.text(language)), each,
                language, chosen);
  if (spec.run) app.callback([&spec, &chosen] { chosen = &spec; });
}

}  // namespace

void describe(std::vector<OptionSpec>& options, std::string_view name, const Message& about) {
  for (OptionSpec& option : options)
    if (option.names.ends_with(name)) option.about = about;
}

int run_command_line(const CommandSpec& program, std::vector<std::string> arguments,
                     Language language) {
  CLI::App app{program.about.text(language), std::string(program.name)};
  app.formatter(std::make_shared<HelpFormatter>(language));
  app.set_help_flag(
      "-h,--help", Message{"In trợ giúp này rồi thoát", "Print this help and exit"}.text(language));
  app.set_version_flag(
      "--version", "kdcl " KDCL_VERSION,
      Message{"In phiên bản rồi thoát", "Print the version and exit"}.text(language));
  const CommandSpec* chosen = nullptr;
  add_command(app, program, language, chosen);
  try {
    arguments = arrange_arguments(app, std::move(arguments));
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& fault) {
    return report_parse_error(app, fault, language);
  }
  return chosen->run();
}

}  // namespace kdcl
