// How much room a text takes in print: the rows of a workbook say their heights, because Excel and
// others do not agree on which rows they fit to their text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/report.h"

namespace kdcl {

/// The width of the text in Times New Roman, in parts of the size of its letters; a little more
/// for letters with diacritics.
[[nodiscard]] double text_extent(std::string_view text);

/// The width of its longest part that is not broken between lines: a blank or a hyphen ends one.
[[nodiscard]] double longest_part(std::string_view text);

/// The lines that the text takes in a room of that width: broken at blanks and after hyphens, words
/// too long for a line anywhere. At least one; line breaks of the text are kept.
[[nodiscard]] size_t printed_lines(std::string_view text, double width);

// What a cell says in words, the same on a terminal, in a workbook and wherever else cells are read
// by people.

/// The cell's text. Empty for nothing, unknown figures and dates, and bars (which each writer draws
/// in its own way).
[[nodiscard]] std::string cell_text(const Content& content, Language language);

/// The text with replacement characters for bytes that are not UTF-8. Readers refuse such data;
/// this keeps every output readable even if one lets some through.
[[nodiscard]] std::string mended_utf8(std::string_view text);

/// "394/597" and "66,0 %" of a share: the two parts writers set in columns of their own.
[[nodiscard]] std::string share_counts(const Share& share, Language language);
[[nodiscard]] std::string share_percentage(const Share& share, Language language);

}  // namespace kdcl
