// Reports as text for a terminal or a pipe: aligned columns, no lines drawn around them, nothing
// said by colour alone; and its pieces: wrapped prose, padded cells, bars.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace kdcl {

/// The text with control characters (line breaks, escape sequences of data) as blanks: nothing in a
/// school's name may steer the terminal.
[[nodiscard]] std::string printable(std::string_view text);

/// Text broken at blanks, but those in front of a per cent sign, into lines of at most `width`
/// columns (0: no limit); a longer word stays whole. Several blanks between two words are kept
/// inside a line. At least one line; line breaks of the text are kept.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view text, size_t width);

/// The text with blanks added up to `width` columns.
[[nodiscard]] std::string pad_text(std::string_view text, size_t width, Align align);

/// A bar of `part` (0 to 1) of `width` columns, to an eighth of a column; empty only for 0.
[[nodiscard]] std::string draw_bar(double part, size_t width);

/// The text between the escape sequences of its style; the text itself without colour.
[[nodiscard]] std::string painted(const std::string& text, const Style& style, bool color);

/// Adds a line without blanks at its end.
void append_line(std::string_view line, std::string& out);

struct TextLayout {
  size_t width =
      80;  ///< columns of the terminal; 0: as wide as the tables are (prose still breaks at 80)
  bool color = false;  ///< escape sequences for tones; the words are the same
};

/// Appends the table without its title, every line set in by `indent` blanks. Header labels that
/// cover several columns are left out: the innermost label of each column is shown.
void append_table(const Table& table, Language language, const TextLayout& layout, size_t indent,
                  std::string& out);

/// All sheets one below the other. Tables are fitted to the width by what their columns allow
/// (Fit); figures and codes are never cut, so a line may be longer than a very narrow terminal. No
/// line ends in blanks.
[[nodiscard]] std::string write_plain_text(const Report& report, const TextLayout& layout);

}  // namespace kdcl
