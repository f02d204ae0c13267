// Which days of assessment a report is about.
#pragma once

#include "base/date.h"

namespace kdcl {

/// Both days belong to it.
struct Period {
  Day first = kNoDate;  ///< kNoDate: every day up to the last
  Day last = kNoDate;   ///< the day of the report; kNoDate where nothing names a day

  [[nodiscard]] bool is_after(Day day) const { return last != kNoDate && day > last; }
  [[nodiscard]] bool holds(Day day) const { return day >= first && !is_after(day); }
};

/// The twelve months that end with a day; 31 December: its year.
[[nodiscard]] inline Period twelve_months_to(Day last) {
  return {last == kNoDate ? kNoDate : add_years(last, -1) + 1, last};
}

}  // namespace kdcl
