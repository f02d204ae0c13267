// The options that several commands share. The same option means the same everywhere, and is
// declared once (options.cc).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/language.h"
#include "command/command_line.h"
#include "model/expression.h"
#include "model/run.h"
#include "model/school_rows.h"

namespace kdcl {

/// Exit codes (design: "Commands").
enum ExitCode : int { kDone = 0, kAnswerIsNo = 1, kInputError = 2, kInternalError = 3 };

enum class OutputFormat { text, csv, json, xlsx };

/// As typed.
struct SharedOptions {
  std::string language;  ///< "", "vi" or "en"
  std::string color = "auto";
  bool quiet = false;
  unsigned threads = 0;                 ///< 0: all cores
  std::vector<std::string> criteria;    ///< -c: ids or files; none: all shipped sets
  std::vector<std::string> amendments;  ///< --amend: files
  std::string date, since;
  std::vector<std::string> assumed;  ///< --set: statements
  std::string where, by;
  std::string output, format;
  std::string schools;  ///< --schools: the register
  std::string sheet;
  std::string encoding;  ///< of CSV files; a name that there is, or empty
  bool strict = false;
  bool keep_going = false;
  bool raw = false;
  std::vector<std::string> files;
};

/// Each adds the options that it names.
using OptionSpecs = std::vector<OptionSpec>;
void add_habits(OptionSpecs& specs, SharedOptions& options);       ///< --lang, --color, -q
void add_criteria(OptionSpecs& specs, SharedOptions& options);     ///< -c, --amend, --date
void add_assumptions(OptionSpecs& specs, SharedOptions& options);  ///< --set
void add_where(OptionSpecs& specs, SharedOptions& options);        ///< --where
void add_letterhead(OptionSpecs& specs, std::string& file);        ///< --letterhead
void add_register(OptionSpecs& specs, SharedOptions& options);     ///< --schools
void add_keep_going(OptionSpecs& specs, SharedOptions& options);   ///< --keep-going
void add_since(OptionSpecs& specs, SharedOptions& options);        ///< --since
/// FILE... (`files` says what they may be), -j, --sheet, --encoding, --strict
void add_inputs(OptionSpecs& specs, SharedOptions& options, const Message& files);
void add_output(OptionSpecs& specs, SharedOptions& options);  ///< -o, -f

/// --lang, else KDCL_LANG, else the locale's, else Vietnamese. `typed` may be empty.
[[nodiscard]] Language choose_language(const std::string& typed);

/// True if escape sequences are wanted on the descriptor.
[[nodiscard]] bool wants_color(const std::string& typed, int descriptor);

/// Columns of the terminal on standard output; 0 where it is none: then tables are as wide as they
/// need.
[[nodiscard]] size_t terminal_width();

/// The ending of the last name of a path, in small letters and without its dot; empty if it has
/// none that could tell of a format: "2023" of "bao-cao.2023" does not.
[[nodiscard]] std::string ending_of(std::string_view path);

/// Whether a file that -o names may be written in the format `written`, which is itself named by
/// its ending: "txt", "csv", "json", "xlsx", "yaml". An ending that tells of another one is refused
/// with a message: programs go by it. A workbook has no ending but its own.
[[nodiscard]] bool check_ending(const std::string& output, std::string_view written,
                                Language language);

/// Every format.
inline constexpr std::array kAllFormats{OutputFormat::text, OutputFormat::csv, OutputFormat::json,
                                        OutputFormat::xlsx};

/// -f, else the ending of -o, else `otherwise`. Nothing if they are wrong or contradict each other;
/// the message is printed, and names the endings of the `formats` that the command has.
[[nodiscard]] std::optional<OutputFormat> choose_format(
    const SharedOptions& options, OutputFormat otherwise, Language language,
    std::span<const OutputFormat> formats = kAllFormats);

/// --since as a day; kNoDate for `all`, and with an error for what is none.
[[nodiscard]] Day read_since(const std::string& typed, Diagnostics& diagnostics);

/// The time that SOURCE_DATE_EPOCH gives to what is written, in seconds since 1970; nothing if it
/// is not set or, with an error, if it is no such number.
[[nodiscard]] std::optional<int64_t> source_date(Diagnostics& diagnostics);

/// The command line in full words, for the sources of a workbook: the shared options that choose
/// schools and rules, then `more`, each left out if empty.
[[nodiscard]] std::string settings_text(
    std::string_view command, const SharedOptions& options,
    const std::vector<std::pair<std::string_view, std::string>>& more);

/// Prints the faults to standard error; with -q only if there are errors.
void print_faults(const Diagnostics& diagnostics, const SharedOptions& options);

/// `kdcl: error: ...` and a hint, as lines.
[[nodiscard]] std::string usage_error_text(Language language, const std::string& message,
                                           const std::string& hint = {});
/// Prints it.
void print_usage_error(Language language, const std::string& message, const std::string& hint = {});

// What --where and --by name: expressions and columns over all sets of a run.

/// The identity column or field of that name; nothing, with an error, if there is none.
[[nodiscard]] std::optional<GroupColumn> find_group(const std::string& name, const Run& run,
                                                    Diagnostics& diagnostics);

/// --where over the fields and measures of all sets of the run. Nothing, with errors, if it is
/// wrong.
[[nodiscard]] std::optional<Expression> read_where(const std::string& source, const Run& run,
                                                   Diagnostics& diagnostics);

}  // namespace kdcl
