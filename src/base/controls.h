// Control characters of data: XML cannot hold them, and a terminal would obey them. Every text that
// leaves the program for people goes through here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kdcl {

/// What becomes of line breaks and tabs: fields of CSV have them as they are, cells of a workbook
/// only breaks, as \n, lines of text none.
enum class LineBreaks : uint8_t { as_written, as_newlines, as_blanks };

/// Whether without_controls() may change the text.
[[nodiscard]] bool has_controls(std::string_view text);

/// The text with a blank in place of every character that XML cannot hold or a terminal would obey:
/// U+0000 to U+001F, U+007F to U+009F, U+FFFE, U+FFFF.
[[nodiscard]] std::string without_controls(std::string_view text, LineBreaks breaks);

}  // namespace kdcl
