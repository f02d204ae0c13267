// How schools developed over the years of the data: counts of every year, and who rose or fell from
// one year to the next. A part of the Summary, filled by score/trends. Trends of parts are the
// trends of the whole.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "model/run.h"
#include "model/school_rows.h"

namespace kdcl {

/// Years end on the day and month of the report: 31 December makes them calendar years. The last
/// day of a year, on which its recognitions are counted.
[[nodiscard]] Day day_of_year(int year, Day as_of);

/// The year that a day belongs to; 0 for kNoDate.
[[nodiscard]] int report_year(Day day, Day as_of);

/// The assessment of a school that counts of a year: the latest, the external one of several on one
/// day.
struct SchoolYear {
  int year = 0;
  SchoolRows rows{};
  DecisionOf decision{};  ///< on day_of_year()
};

/// What became of a school's level from one year to a later one.
enum class LevelChange : uint8_t {
  rose,
  same,
  fell,
  unclear,       ///< data are missing: the levels that it may have do not tell
  other_levels,  ///< by sets with other numbers of levels, which are never converted
};
inline constexpr size_t kLevelChanges = 5;
/// The name in files: "other_levels".
[[nodiscard]] std::string_view level_change_name(LevelChange change);

[[nodiscard]] LevelChange change_of(const Run& run, const SchoolRows& before,
                                    const SchoolRows& after);

/// Schools of one year whose assessment was by one criteria set.
struct YearSums {
  std::vector<uint64_t> levels{};  ///< by level 0 to the top; may be empty
  uint64_t decided = 0;  ///< at the national standard by a decision in force on day_of_year(); 0
                         ///< for sets without that award

  YearSums& operator+=(const YearSums& other);
};

/// Schools assessed in two years: by LevelChange.
using ChangeSums = std::array<uint64_t, kLevelChanges>;

struct Trends {
  std::map<int, std::map<size_t, YearSums>> years{};  ///< by year and set of the run
  /// By two years of a school, between which it was not assessed.
  std::map<std::pair<int, int>, ChangeSums> changes{};

  Trends& operator+=(const Trends& other);
};

/// A year, all sets together.
struct YearTotal {
  uint64_t schools = 0;
  uint64_t national = 0;  ///< whose set has the national standard: the denominator of the others
  uint64_t by_score = 0;
  uint64_t decided = 0;
};
[[nodiscard]] YearTotal year_total(const Run& run, const Trends& trends, int year);

/// The numbers of levels that sets in use have, each once, in the order of the years. Levels are
/// compared only among sets with as many.
[[nodiscard]] std::vector<int> level_scales(const Run& run, const Trends& trends);

/// Schools of a year by level 0 to `top`, of all sets with so many levels.
[[nodiscard]] std::vector<uint64_t> schools_by_level(const Run& run, const Trends& trends, int year,
                                                     int top);

/// A year against the one before it in the data.
struct YearStep {
  int from = 0;
  int to = 0;
  ChangeSums changes{};  ///< of the schools assessed in both
  uint64_t added = 0;    ///< schools assessed in `to` only
  uint64_t gone = 0;     ///< schools assessed in `from` only

  [[nodiscard]] uint64_t at(LevelChange change) const {
    return changes[static_cast<size_t>(change)];
  }
  [[nodiscard]] uint64_t both() const;
};
/// One fewer than there are years; none if there are none.
[[nodiscard]] std::vector<YearStep> year_steps(const Run& run, const Trends& trends);

/// The first of a school's years whose levels compare with those of its last; null if that is the
/// last.
[[nodiscard]] const SchoolYear* first_comparable(const Run& run,
                                                 const std::vector<SchoolYear>& years);

}  // namespace kdcl
