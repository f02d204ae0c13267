#include "model/school_case.h"

namespace kdcl {

int school_year(Day day) {
  constexpr int kFirstMonths = 7;  // of the calendar year, which belong to the one before
  if (day == kNoDate) return 0;
  const std::string date = format_iso(day);  // YYYY-MM-DD
  const int month = std::stoi(date.substr(5, 2));
  return month > kFirstMonths ? year_of(day) : year_of(day) - 1;
}

}  // namespace kdcl
