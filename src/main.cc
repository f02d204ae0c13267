// kdcl: the table of commands; parse, run the chosen one, map to an exit code.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "base/ending.h"
#include "base/file.h"
#include "base/scan_path.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/help.h"
#include "command/messages.h"
#include "command/options.h"
#include "command/usage.h"

namespace {

using namespace kdcl;
using namespace kdcl::message;

constexpr std::array kCommands = {add_score,   add_report, add_summary,  add_compare,
                                  add_recheck, add_check,  add_template, add_criteria_command};

/// What --lang says, before anything is parsed: help is in that language too.
std::string typed_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--lang=")) return std::string(argument.substr(7));
    if (argument == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  return {};
}

bool is_language_wrong(const std::string& typed, Language language) {
  if (typed.empty() || typed == "vi" || typed == "en") return false;
  print_usage_error(language, format_message(language, kBadLanguage, excerpt(typed)));
  return true;
}

/// KDCL_SIMD, which tests set, names no way of scanning or one that the machine lacks.
bool is_scan_path_wrong(Language language) {
  const char* typed = std::getenv("KDCL_SIMD");
  if (typed == nullptr || *typed == '\0') return false;
  const std::optional<ScanPath> path = scan_path_named(typed);
  if (path && can_take(*path)) return false;
  print_usage_error(language,
                    format_message(language, path ? kNoScanPath : kBadScanPath, excerpt(typed)));
  return true;
}

int run(int argc, char** argv) {
  const std::string typed = typed_language(argc, argv);
  const Language language = choose_language(typed);
  watch_endings(usage_error_text(language, std::string(kNoMemory.in(language))));
  if (is_language_wrong(typed, language) || is_scan_path_wrong(language)) return kInputError;
  CLI::App app{std::string(kAbout.in(language)), "kdcl"};
  app.formatter(make_help_formatter(language));
  app.set_help_flag("-h,--help", std::string(kHelpOption.in(language)));
  app.set_version_flag("--version", "kdcl " KDCL_VERSION, std::string(kVersionOption.in(language)));
  app.require_subcommand(1);
  CommandAction chosen;
  for (const auto add : kCommands) add(app, language, chosen);
  try {
    std::vector<std::string> arguments = arrange_arguments(app, {argv + (argc > 0), argv + argc});
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& fault) {
    return report_parse_error(app, fault, language);
  }
  return chosen();
}

}  // namespace

int main(int argc, char** argv) {
  kdcl::keep_standard_streams();
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    kdcl::say_no_memory();
    return kdcl::kInternalError;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "kdcl: %s\n", fault.what());
    return kdcl::kInternalError;
  }
}
