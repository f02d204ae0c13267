// The one strict reader of decimal figures, and how figures are printed.
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

namespace kdcl {

/// Absent figures are not-a-number in every column of figures; they never become a value.
inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

enum class NumberFault {
  none,
  not_a_number,       ///< letters, an exponent, a sign in a wrong place, nothing at all
  two_decimal_signs,  ///< "1.250.000": a thousands separator
  too_long,           ///< more than 15 digits: a double would not keep them apart
};

struct NumberRead {
  double value = kUnknown;
  NumberFault fault = NumberFault::not_a_number;
  char decimal_sign = 0;  ///< '.' or ',' if one was used
};

/// Reads a figure as people write it: an optional minus, at most 15 digits, at most one decimal
/// sign ('.' or ',') with digits on both sides; nothing else, not even blanks. The value is the
/// double nearest to the decimal figure.
[[nodiscard]] NumberRead read_number(std::string_view text);

/// True for a figure like "8.500", which is 8500 to one and eight and a half to another: one
/// decimal sign with exactly three digits behind it and one to three before it that are not all 0.
[[nodiscard]] bool may_have_thousands(std::string_view text);

/// What such a figure may mean, as people would write it to be understood.
struct TwoMeanings {
  std::string whole;          ///< "8500"
  std::string decimal;        ///< "8.50"
  std::string short_decimal;  ///< "8.5"
};
[[nodiscard]] TwoMeanings two_meanings(std::string_view text);

/// The shortest decimal text that reads back as the same double, without exponent. "" for kUnknown.
[[nodiscard]] std::string format_exact(double value);

/// `value` rounded half away from zero to `decimals` places, of the decimal figure as it is written
/// (2.675 gives 2.68), with the given decimal sign; trailing zeros are kept. "" for kUnknown.
[[nodiscard]] std::string format_rounded(double value, int decimals, char decimal_sign);

}  // namespace kdcl
