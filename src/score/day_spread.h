// Days of assessment that stand alone: most likely a slip of the keyboard, as 2032 for 2023.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/location.h"

namespace kdcl {

/// Days that are further apart have nothing to do with each other.
inline constexpr Day kNearDays = 180;

/// A row with a day near which no other school has a row.
struct LonelyDay {
  Day day = kNoDate;
  std::string school{};
  Location place{};  ///< of the school's first row of that day
};

/// Collects the days of rows; of a day only its first school, and whether others have it too.
class DaySpread {
 public:
  void add(Day day, std::string_view school, const Location& place);

  /// The lonely days, rising; none in a run of one school.
  [[nodiscard]] std::vector<LonelyDay> lonely() const;

 private:
  struct SchoolsOf {
    std::string first{};
    Location place{};
    bool are_several = false;
  };

  std::map<Day, SchoolsOf> days_;
};

}  // namespace kdcl
