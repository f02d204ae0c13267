#include "read/sheet_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "base/date.h"

namespace kdcl {
namespace {

constexpr size_t kMostNumberDigits = 15;
constexpr int kDaysTo1970 = 25569;  // from 1899-12-30
constexpr int kDaysTo1904 = 1462;
constexpr int kFalseLeapDay = 60;  // Excel takes 1900 for a leap year

std::optional<double> value_of(std::string_view stored) {
  double value = 0;
  const char* end = stored.data() + stored.size();
  const auto [last, fault] = std::from_chars(stored.data(), end, value);
  if (fault != std::errc() || last != end || !std::isfinite(value)) return {};
  return value;
}

/// Nothing but digits with at most one point inside and a sign: as people write it.
bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  size_t digits = 0;
  size_t points = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c == '.')
      ++points;
    else
      return false;
  }
  return digits > 0 && digits <= kMostNumberDigits && points <= 1 && text.back() != '.' &&
         text.front() != '.';
}

std::string_view without_last_zeros(std::string_view number) {
  if (number.find('.') == std::string_view::npos) return number;
  number.remove_suffix(number.size() - 1 - number.find_last_not_of('0'));
  if (number.ends_with('.')) number.remove_suffix(1);
  return number;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// The number of "_x000D_" at the beginning; nothing if there is none. Office writes control
/// characters so, and an underscore that would look like the beginning of one.
std::optional<int> escape_at(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return {};
  int value = 0;
  for (size_t i = 2; i < 6; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0) return {};
    value = value * 16 + digit;
  }
  if (value >= 0x7F) return {};
  return value;
}

/// "1.25" and -5 as "0.0000125".
void append_without_exponent(std::string_view mantissa, int power, std::string& out) {
  if (mantissa.starts_with('-')) {
    out += '-';
    mantissa.remove_prefix(1);
  }
  std::string digits(mantissa);
  std::erase(digits, '.');
  if (power < 0) {
    out += "0." + std::string(static_cast<size_t>(-power - 1), '0') + digits;
    return;
  }
  // Without an exponent there would be 15 digits at most: the point stands behind all of these.
  digits.resize(static_cast<size_t>(power) + 1, '0');
  out += digits;
}

}  // namespace

void append_number(std::string_view stored, std::string& out) {
  if (is_plain_number(stored)) {
    out += without_last_zeros(stored);
    return;
  }
  const std::optional<double> value = value_of(stored);
  if (!value) {
    out += stored;
    return;
  }
  const std::string text = fmt::format("{:.15g}", *value);
  const size_t exponent = text.find('e');
  if (exponent == std::string::npos)
    out += text;
  else
    append_without_exponent(text.substr(0, exponent), std::atoi(text.c_str() + exponent + 1), out);
}

std::string in_percent(std::string_view number) {
  const size_t sign = number.starts_with('-') ? 1 : 0;
  const size_t point = std::min(number.find('.'), number.size());
  std::string digits(number.substr(sign, point - sign));
  std::string decimals(number.substr(std::min(point + 1, number.size())));
  decimals.resize(std::max<size_t>(decimals.size(), 2), '0');
  digits += decimals.substr(0, 2);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  if (decimals.size() > 2) digits += '.' + decimals.substr(2);
  return std::string(number.substr(0, sign)) + digits;
}

void append_date(std::string_view stored, bool from_1904, std::string& out) {
  const std::optional<double> value = value_of(stored);
  const double days = value ? std::floor(*value) + (from_1904 ? kDaysTo1904 : 0) : 0;
  // 1900-01-01 to 2199-12-31; a time alone has no day.
  if (days < 1 || days >= 109575) return append_number(stored, out);
  const int serial = static_cast<int>(days);
  out += format_iso(serial - kDaysTo1970 + (serial < kFalseLeapDay ? 1 : 0));
}

void append_unescaped(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    const size_t next = text.find('_', at);
    if (next == std::string_view::npos) {
      out += text.substr(at);
      return;
    }
    out += text.substr(at, next - at);
    const std::optional<int> code = escape_at(text.substr(next));
    if (!code) {
      out += '_';
      at = next + 1;
      continue;
    }
    at = next + 7;
    if (*code == '\r') continue;  // a line feed follows, or nothing is lost
    out += *code >= 0x20 || *code == '\n' ? static_cast<char>(*code) : ' ';
  }
}

bool is_date_format(std::string_view code) {
  bool in_quotes = false;
  bool in_brackets = false;
  bool has_months = false;  // or minutes: those stand beside hours or seconds
  for (size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character is shown as it is, or as room
    } else if (c == '[') {
      in_brackets = true;
    } else if (c == ']') {
      in_brackets = false;
    } else if (!in_brackets && (c == 'd' || c == 'D' || c == 'y' || c == 'Y')) {
      return true;
    } else if (!in_brackets && (c == 'm' || c == 'M')) {
      has_months = code.find_first_of("hHsS") == std::string_view::npos;
    }
  }
  return has_months;
}

bool is_date_format(int built_in) {
  return (built_in >= 14 && built_in <= 17) || built_in == 22 ||
         (built_in >= 27 && built_in <= 31) || built_in == 36 ||
         (built_in >= 50 && built_in <= 54) || (built_in >= 57 && built_in <= 58);
}

}  // namespace kdcl
