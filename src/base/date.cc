#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace kdcl {
namespace {

using std::chrono::year_month_day;

year_month_day calendar(Day day) {
  return year_month_day{std::chrono::sys_days{std::chrono::days{day}}};
}

Day to_day(year_month_day date) {
  return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

/// Takes `least` to `most` digits off the front of `text`; -1 if there are fewer.
int take_digits(std::string_view& text, size_t least, size_t most) {
  int value = 0;
  size_t count = 0;
  while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9')
    value = value * 10 + (text[count++] - '0');
  if (count < least) return -1;
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> checked(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || day < 1) return {};
  const year_month_day date{std::chrono::year{year},
                            std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return {};
  return to_day(date);
}

}  // namespace

std::optional<Day> read_date(std::string_view text) {
  if (text.size() > 4 && text[4] == '-') {
    const int year = take_digits(text, 4, 4);
    if (!take(text, '-')) return {};
    const int month = take_digits(text, 1, 2);
    if (!take(text, '-')) return {};
    const int day = take_digits(text, 1, 2);
    return text.empty() ? checked(year, month, day) : std::nullopt;
  }
  const int day = take_digits(text, 1, 2);
  if (!take(text, '/')) return {};
  const int month = take_digits(text, 1, 2);
  if (!take(text, '/')) return {};
  const int year = take_digits(text, 4, 4);
  return text.empty() ? checked(year, month, day) : std::nullopt;
}

std::string format_iso(Day day) {
  const year_month_day date = calendar(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string format_day_first(Day day) {
  const year_month_day date = calendar(day);
  return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(date.day()),
                     static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

int year_of(Day day) { return day == kNoDate ? 0 : static_cast<int>(calendar(day).year()); }

int months_between(Day from, Day to) {
  if (to < from) return -months_between(to, from);
  const year_month_day a = calendar(from);
  const year_month_day b = calendar(to);
  const auto months = (b.year() / b.month()) - (a.year() / a.month());
  return static_cast<int>(months.count()) - (b.day() < a.day() ? 1 : 0);
}

Day add_months(Day day, int months) {
  year_month_day date = calendar(day) + std::chrono::months{months};
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return to_day(date);
}

Day add_years(Day day, int years) { return add_months(day, 12 * years); }

}  // namespace kdcl
