#include "command/help.h"

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "command/messages.h"
#include "write/text_lines.h"

namespace kdcl {
namespace {

using namespace message;

constexpr size_t kWidth = 80;
constexpr size_t kNames = 28;  // columns of the names of options and commands

class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(Language language) : language_(language) {
    label("Usage", said(kHelpUsage));
    label("OPTIONS", said(kHelpOptionsWord));
    label("SUBCOMMAND", said(kHelpCommandWord));
    label("Positionals", said(kHelpArguments));
    label("REQUIRED", said(kHelpRequired));
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
    std::string out = "\n" + (is_positional ? group : said(kHelpOptions)) + ":\n";
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
    std::string out = "\n" + said(kHelpCommands) + ":\n";
    for (const CLI::App* command : commands)
      out += entry(command->get_name(), command->get_description());
    return out;
  }

 private:
  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(language_));
  }

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

}  // namespace

std::shared_ptr<CLI::FormatterBase> make_help_formatter(Language language) {
  return std::make_shared<HelpFormatter>(language);
}

}  // namespace kdcl
