// What a cell of a sheet holds, as the text that a CSV file would have.
#pragma once

#include <string>
#include <string_view>

namespace kdcl {

/// Adds a stored number as Excel shows it: at most 15 digits, without exponent and without zeros at
/// the end of decimals (some programs store 5 as 5.0). Text that is no number is added as it is;
/// the readers of figures will judge it.
void append_number(std::string_view stored, std::string& out);

/// A number as append_number() writes it, in per cent: "69.5" of "0.695".
[[nodiscard]] std::string in_percent(std::string_view number);

/// Adds a stored date as YYYY-MM-DD; a time of day is left out. What is no date of the years 1900
/// to 2199 is added as a number. Days count from 1899-12-30, or from 1904-01-01 if `from_1904`.
void append_date(std::string_view stored, bool from_1904, std::string& out);

/// Adds text of a shared or inline string: Office writes control characters as _x000D_.
void append_unescaped(std::string_view text, std::string& out);

/// True if a number format shows days: d, m or y outside quotes, brackets and escapes.
[[nodiscard]] bool is_date_format(std::string_view code);
/// The same for the formats that have a number but no code of their own.
[[nodiscard]] bool is_date_format(int built_in);

}  // namespace kdcl
