// Codes that a spreadsheet took for numbers.
#pragma once

#include <string_view>

namespace kdcl {

/// True for what is left of a long code of digits that was shown as a number: "1.0017E+07", or
/// "1E+07" with a plus. Codes of schools have all sorts of signs, but not these in this order.
[[nodiscard]] inline bool has_exponent(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() < 4 || !is_digit(text.front()) || !is_digit(text.back())) return false;
  const size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos || sign < 2) return false;
  if (text[sign - 1] != 'E' && text[sign - 1] != 'e') return false;
  if (text.find_first_not_of("0123456789", sign + 1) != std::string_view::npos) return false;
  const std::string_view number = text.substr(0, sign - 1);
  const size_t point = number.find_first_not_of("0123456789");
  if (point == std::string_view::npos) return text[sign] == '+';
  return (number[point] == '.' || number[point] == ',') && point + 1 < number.size() &&
         number.find_first_not_of("0123456789", point + 1) == std::string_view::npos;
}

}  // namespace kdcl
