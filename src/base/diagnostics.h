// Where a fault is: a file, a line and a column, as people count them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/language.h"

namespace kdcl {

/// Lines and columns count from 1; 0 means that the fault has no line or no column of its own. In a
/// table the column is the number of the cell in its row; in YAML and in expressions it is the
/// character in the line. In a workbook `file` is that of the file and the sheet,
/// "truong.xlsx:Trường", and the line is the row.
struct Location {
  std::string file;
  uint64_t line = 0;
  uint64_t column = 0;
  bool is_cell = false;  ///< of a workbook: written as "truong.xlsx:Trường!C14"

  auto operator<=>(const Location&) const = default;
};

// A place as faults are printed with it.

/// "file:line:column", or the cell of a workbook.
[[nodiscard]] std::string place_text(const Location& where);

/// The same without the column: "file:line", or "truong.xlsx:Trường!14".
[[nodiscard]] std::string line_text(const Location& where);

// Faults the user can put right: collected by every reader, counted, sorted and printed. Readers go
// on after a fault so that one run reports them all; later stages run only when there is no error.

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  Location location;
  std::string message;  ///< lower case, no full stop, expected before found
  std::string hint;     ///< a remedy, or empty
};

/// At most this many faults of a severity are kept and printed; the rest are only counted.
inline constexpr size_t kMostDiagnostics = 100;
inline constexpr size_t kAllDiagnostics = SIZE_MAX;

class Diagnostics {
 public:
  /// Keeps at most `most` faults of a severity.
  explicit Diagnostics(Language language, size_t most = kMostDiagnostics)
      : language_(language), most_(most) {}

  /// Adds an error at `where`; the hint is added with `hint()` right after.
  template <typename... Args>
  Diagnostics& error(const Location& where, const Message& message, const Args&... args) {
    return add({Severity::error, where, format_message(language_, message, args...), {}});
  }
  template <typename... Args>
  Diagnostics& warning(const Location& where, const Message& message, const Args&... args) {
    return add({Severity::warning, where, format_message(language_, message, args...), {}});
  }
  /// Gives the last fault added its remedy.
  template <typename... Args>
  Diagnostics& hint(const Message& message, const Args&... args) {
    if (last_kept_) kept_.back().hint = format_message(language_, message, args...);
    return *this;
  }

  /// Puts before each message kept the words that `words_for` gives for its fault; none if empty.
  template <typename WordsFor>
  void put_before(const WordsFor& words_for) {
    for (Diagnostic& fault : kept_) fault.message.insert(0, words_for(fault));
  }

  /// Gives each fault kept the place that `place_for` makes of its own.
  template <typename PlaceFor>
  void place(const PlaceFor& place_for) {
    for (Diagnostic& fault : kept_) fault.location = place_for(fault.location);
  }

  /// Of several errors at one cell of a workbook only the first stays: the others come of it.
  void keep_first_of_cells();

  /// Adds a ready fault.
  Diagnostics& add(Diagnostic diagnostic);

  /// Appends another collection, such as that of a later block, moving its lines down by
  /// `line_offset`.
  void append(const Diagnostics& other, uint64_t line_offset = 0);

  /// Appends what was found in a table of a workbook whose first column is `first_column`, from 0;
  /// columns count from there where the place is not said to be a cell yet.
  void append_cells(const Diagnostics& other, uint32_t first_column);

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] size_t errors() const { return errors_; }
  [[nodiscard]] size_t warnings() const { return warnings_; }
  [[nodiscard]] Language language() const { return language_; }
  /// The faults kept, in the order they were found.
  [[nodiscard]] const std::vector<Diagnostic>& kept() const { return kept_; }

 private:
  void count_left_out(const Diagnostics& other);

  Language language_;
  size_t most_;
  std::vector<Diagnostic> kept_;
  size_t errors_ = 0;
  size_t warnings_ = 0;
  bool last_kept_ = false;
};

/// All faults as text, sorted by place, at most kMostDiagnostics of them (errors first), then a
/// line with the counts of what was left out. Empty when there is none. With `color`, severities
/// stand out.
[[nodiscard]] std::string format_diagnostics(const Diagnostics& diagnostics, bool color);

}  // namespace kdcl
