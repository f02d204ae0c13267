// The one strict reader of decimal figures, and how figures are printed.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "base/language.h"

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

// Figures as people read them in their language: decimal sign, groups of three digits, percentages.

/// The sign between whole and decimals: a comma in Vietnamese, a point in English.
[[nodiscard]] inline char decimal_sign(Language language) {
  return language == Language::vi ? ',' : '.';
}

/// `value` rounded to `decimals` places, whole digits in groups of three: 41.000,5 in Vietnamese,
/// 41,000.5 in English. "" for kUnknown.
[[nodiscard]] std::string format_figure(double value, int decimals, Language language);

/// "66,0 %" of 394 of 597; "–" of nothing of nothing, which is no figure.
[[nodiscard]] std::string format_percentage(double part, double whole, Language language);

// Eight digits read at once.

/// "00000000" as a little-endian number.
inline constexpr uint64_t kEightZeros = 0x3030303030303030;

/// The number that eight bytes are, the first of which is the lowest of `word`; -1 if one of them
/// is no digit.
[[nodiscard]] inline int64_t eight_digits(uint64_t word) {
  constexpr uint64_t kHighHalves = 0xF0F0F0F0F0F0F0F0;
  // A digit and six above it both have 3 in the higher half.
  const uint64_t six_more = word + 0x0606060606060606;
  if ((((word ^ kEightZeros) | (six_more ^ kEightZeros)) & kHighHalves) != 0) return -1;
  word ^= kEightZeros;
  // Tens and ones, hundreds and the rest: the first digit is in the lowest byte.
  word = (word * 10 + (word >> 8)) & 0x00FF00FF00FF00FF;
  word = (word * 100 + (word >> 16)) & 0x0000FFFF0000FFFF;
  return static_cast<int64_t>((word * 10000 + (word >> 32)) & 0xFFFFFFFF);
}

}  // namespace kdcl
