// Calendar dates as days, so that they compare as numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kdcl {

/// Days since 1970-01-01. kNoDate where there is none.
using Day = int32_t;
inline constexpr Day kNoDate = INT32_MIN;

/// Reads YYYY-MM-DD or DD/MM/YYYY, day and month with one or two digits, of the years 1900 to 2199;
/// nothing for anything else, such as 30/02/2023.
[[nodiscard]] std::optional<Day> read_date(std::string_view text);

/// YYYY-MM-DD.
[[nodiscard]] std::string format_iso(Day day);

/// DD/MM/YYYY, as Vietnamese documents write dates.
[[nodiscard]] std::string format_day_first(Day day);

/// The year of a day; 0 for kNoDate.
[[nodiscard]] int year_of(Day day);

/// Whole months from one day to a later one; negative if it is earlier.
[[nodiscard]] int months_between(Day from, Day to);

/// The same day of a month so many months later, or earlier if they are negative; the month's last
/// day where it has no such day.
[[nodiscard]] Day add_months(Day day, int months);

/// The same day of a later year; 29 February becomes 28 February where the year has none.
[[nodiscard]] Day add_years(Day day, int years);

}  // namespace kdcl
