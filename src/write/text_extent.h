// How much room a text takes in print: the rows of a workbook say their heights, because Excel and
// others do not agree on which rows they fit to their text.
#pragma once

#include <cstddef>
#include <string_view>

namespace kdcl {

/// The width of the text in Times New Roman, in parts of the size of its letters; a little more
/// for letters with diacritics.
[[nodiscard]] double text_extent(std::string_view text);

/// The width of its longest part that is not broken between lines: a blank or a hyphen ends one.
[[nodiscard]] double longest_part(std::string_view text);

/// The lines that the text takes in a room of that width: broken at blanks and after hyphens, words
/// too long for a line anywhere. At least one; line breaks of the text are kept.
[[nodiscard]] size_t printed_lines(std::string_view text, double width);

}  // namespace kdcl
