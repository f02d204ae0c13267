#include "base/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace kdcl {
namespace {

constexpr std::array<double, 16> kPowersOfTen = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
constexpr int kMostDigits = 15;

}  // namespace

NumberRead read_number(std::string_view text) {
  NumberRead read;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  int64_t digits = 0;
  int count = 0;
  int decimals = -1;  // digits after the decimal sign; -1 before it
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++count > kMostDigits) {
        read.fault = NumberFault::too_long;
        return read;
      }
      digits = digits * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
    } else if (c == '.' || c == ',') {
      if (count == 0) return read;
      if (decimals >= 0) {
        read.fault = NumberFault::two_decimal_signs;
        return read;
      }
      read.decimal_sign = c;
      decimals = 0;
    } else {
      return read;
    }
  }
  if (count == 0 || decimals == 0) return read;
  // Both operands are exact, so the quotient is the double nearest to the decimal figure.
  const double magnitude =
      static_cast<double>(digits) / kPowersOfTen[static_cast<size_t>(std::max(decimals, 0))];
  read.value = negative && digits != 0 ? -magnitude : magnitude;
  read.fault = NumberFault::none;
  return read;
}

bool may_have_thousands(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const size_t at = text.size() < 5 || text.size() > 7 ? 0 : text.size() - 4;
  if (at == 0 || (text[at] != '.' && text[at] != ',')) return false;
  bool is_zero = true;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i == at) continue;
    if (text[i] < '0' || text[i] > '9') return false;
    is_zero &= i > at || text[i] == '0';
  }
  return !is_zero;
}

TwoMeanings two_meanings(std::string_view text) {
  const size_t sign = text.size() - 4;
  TwoMeanings both{std::string(text), std::string(text), std::string(text)};
  both.whole.erase(sign, 1);
  // Two digits or four are no thousands.
  if (text.back() == '0')
    both.decimal.pop_back();
  else
    both.decimal += '0';
  while (both.short_decimal.back() == '0') both.short_decimal.pop_back();
  if (both.short_decimal.size() == sign + 1) both.short_decimal.pop_back();
  return both;
}

std::string format_exact(double value) {
  if (std::isnan(value)) return {};
  std::string text = fmt::format("{}", value);
  if (text.find('e') == std::string::npos) {
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
  }
  // fmt turns to exponents for very large and very small values: put the point where the exponent
  // says.
  const bool is_negative = text.starts_with('-');
  const size_t e = text.find('e');
  const int exponent = std::stoi(text.substr(e + 1));
  std::string digits = text.substr(is_negative, 1);
  if (e > is_negative + 1U) digits += text.substr(is_negative + 2U, e - is_negative - 2U);
  const int after_point = static_cast<int>(digits.size()) - 1 - exponent;
  if (after_point <= 0) {
    digits.append(static_cast<size_t>(-after_point), '0');
  } else {
    const auto places = static_cast<size_t>(after_point);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  if (is_negative) digits.insert(digits.begin(), '-');
  return digits;
}

std::string format_rounded(double value, int decimals, char decimal_sign) {
  if (std::isnan(value)) return {};
  // Rounding the shortest decimal text, digit by digit, gives what people expect of 2.675 or 0.35.
  std::string text = format_exact(std::abs(value));
  size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
    text += '.';
  }
  const size_t wanted = point + 1 + static_cast<size_t>(decimals);
  bool up = text.size() > wanted && text[wanted] >= '5';
  text.resize(wanted, '0');
  for (size_t i = wanted; up && i-- > 0;) {
    if (text[i] == '.') continue;
    up = text[i] == '9';
    text[i] = up ? '0' : static_cast<char>(text[i] + 1);
  }
  if (up) {
    text.insert(0, 1, '1');
    ++point;
  }
  if (decimals == 0)
    text.pop_back();
  else
    text[point] = decimal_sign;
  const bool is_zero = text.find_first_not_of("0.,") == std::string::npos;
  return value < 0 && !is_zero ? "-" + text : text;
}

std::string format_figure(double value, int decimals, Language language) {
  std::string text = format_rounded(value, decimals, decimal_sign(language));
  const size_t sign = text.starts_with('-') ? 1 : 0;
  size_t place = std::min(text.find(decimal_sign(language)), text.size());
  while (place > sign + 3) {
    place -= 3;
    text.insert(place, 1, language == Language::vi ? '.' : ',');
  }
  return text;
}

std::string format_percentage(double part, double whole, Language language) {
  if (whole == 0) return "–";
  return format_figure(100 * part / whole, 1, language) + " %";
}

}  // namespace kdcl
