#include "score/day_spread.h"

#include <algorithm>

namespace kdcl {

void DaySpread::add(Day day, std::string_view school, const Location& place) {
  if (day == kNoDate) return;
  const auto [found, is_new] = days_.try_emplace(day);
  if (is_new)
    found->second = {std::string(school), place};
  else
    found->second.are_several |= found->second.first != school;
}

std::vector<LonelyDay> DaySpread::lonely() const {
  std::vector<LonelyDay> lonely;
  const auto is_of_others = [](const SchoolsOf& one, const SchoolsOf& other) {
    return other.are_several || other.first != one.first;
  };
  bool has_several_schools = false;
  for (const auto& [day, schools] : days_) {
    has_several_schools |= is_of_others(days_.begin()->second, schools);
    const auto from = days_.lower_bound(day - kNearDays);
    const auto to = days_.upper_bound(day + kNearDays);
    const bool has_others = std::any_of(from, to, [&, &one = schools](const auto& other) {
      return is_of_others(one, other.second);
    });
    if (!has_others) lonely.push_back({day, schools.first, schools.place});
  }
  return has_several_schools ? lonely : std::vector<LonelyDay>();
}

}  // namespace kdcl
