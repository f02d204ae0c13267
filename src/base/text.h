// UTF-8 text as people read it: Unicode form, case, width on a terminal, and the nearest of several
// names.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/number.h"

namespace kdcl {

/// True if the bytes are valid UTF-8 (no overlong forms, no surrogates). Empty text is valid.
[[nodiscard]] bool is_utf8(std::string_view text);

/// The same, and whether the text has combining diacritics (U+0300 to U+036F), so that it may be
/// decomposed, or letters and signs of Latin-1 that Vietnamese does not have (no-break spaces
/// aside), as text has that was read in a wrong encoding, or a character that may be invisible.
struct Utf8Check {
  bool is_valid = true;
  bool may_be_decomposed = false;
  bool may_be_garbled = false;
  bool may_be_invisible = false;
};
[[nodiscard]] Utf8Check check_utf8(std::string_view text);

/// Text without blanks (space, tab, no-break space, line ends) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// The composed form (NFC). Text that is not UTF-8 comes back as it is.
[[nodiscard]] std::string to_nfc(std::string_view text);

/// Text in composed form without what nobody sees: characters of no width, soft hyphens, byte-order
/// marks and direction marks are left out; blanks of other widths and kinds become plain blanks.
[[nodiscard]] std::string visible_text(std::string_view text);

/// The key under which names are matched: trimmed, composed, without case and without characters
/// that nobody sees. Text that is not UTF-8 is only trimmed.
[[nodiscard]] std::string fold(std::string_view text);

/// The key under which names of columns and words are matched: as fold(), and breaks and runs of
/// blanks count as one blank.
[[nodiscard]] std::string fold_name(std::string_view text);

/// A text in small letters with its diacritics apart, for telling whether two names are alike.
/// Letters of other scripts that look like Latin ones are these.
struct BareText {
  std::string letters;   ///< "da nang" of "Đà Nẵng"
  std::u32string marks;  ///< its diacritics in the order of their codes, wherever they stand
};
/// Text that is not UTF-8 comes back as letters.
[[nodiscard]] BareText bare_text(std::string_view text);

/// The name of a column in a spreadsheet: "A" for 0, "AA" for 26.
[[nodiscard]] std::string column_name(size_t column);

/// Columns the text takes on a terminal: combining marks take none, wide characters two.
[[nodiscard]] size_t display_width(std::string_view text);

/// The text cut to at most `width` columns, the last of which is an ellipsis if something was cut.
[[nodiscard]] std::string shorten(std::string_view text, size_t width);

/// The text for a message: cut to 40 columns, line breaks and other control characters as blanks,
/// bytes that are not UTF-8 as replacement characters. Never longer than a line of a terminal,
/// whatever the cell holds.
[[nodiscard]] std::string excerpt(std::string_view text);

/// The name that a slip of the keyboard most likely meant: at most a third of its letters differ.
/// Empty if none is near.
[[nodiscard]] std::string_view nearest_name(std::string_view written,
                                            std::span<const std::string_view> names);

// Control characters of data: XML cannot hold them, and a terminal would obey them. Every text that
// leaves the program for people goes through here.

/// What becomes of line breaks and tabs: fields of CSV have them as they are, cells of a workbook
/// only breaks, as \n, lines of text none.
enum class LineBreaks : uint8_t { as_written, as_newlines, as_blanks };

/// Whether without_controls() may change the text.
[[nodiscard]] bool has_controls(std::string_view text);

/// The text with a blank in place of every character that XML cannot hold or a terminal would obey:
/// U+0000 to U+001F, U+007F to U+009F, U+FFFE, U+FFFF.
[[nodiscard]] std::string without_controls(std::string_view text, LineBreaks breaks);

// The apostrophe that stands in CSV before a text which a spreadsheet would run as a formula.

/// True if CSV has an apostrophe before the text: it starts like a formula and is no number, or
/// would be taken for a text that has one already.
[[nodiscard]] inline bool needs_guard(std::string_view text) {
  constexpr std::string_view kStarts = "=+-@\t\r";
  if (text.empty() || static_cast<unsigned char>(text.front()) > '@') return false;  // nearly all
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return !text.empty() && kStarts.find(text.front()) != std::string_view::npos &&
         read_number(text).fault != NumberFault::none;
}

/// The text that such an apostrophe guards; any other as it is.
[[nodiscard]] inline std::string_view without_guard(std::string_view text) {
  return text.starts_with('\'') && needs_guard(text) ? text.substr(1) : text;
}

}  // namespace kdcl
