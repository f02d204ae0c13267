// Days of assessment that stand alone: most likely a slip of the keyboard, as 2032 for 2023.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "model/run.h"
#include "model/school_rows.h"
#include "model/school_table.h"
#include "model/score.h"
#include "model/set_finder.h"

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

// Puts schools under the criteria sets in force on one day, whatever the day of their assessment.

class RulesOfDay {
 public:
  /// `run` must outlive it.
  RulesOfDay(const Run& run, Day day);

  /// Gives every row the set in force on the day, kNoSet where there is none. Figures are facts and
  /// stay. A judgement is one of the words of its circular: it stays only where the new set has the
  /// same indicator, as where a circular was amended. Returns the rows that two sets fit, which get
  /// kNoSet.
  [[nodiscard]] std::vector<uint32_t> apply(SchoolTable& table);

  /// Indicators of set `to` that set `from` does not have word for word, where it has others: what
  /// an amendment reworded. Empty where nothing of one is in the other: that is another circular.
  [[nodiscard]] const std::vector<uint32_t>& reworded(size_t from, size_t to) const {
    return reworded_[from][to];
  }

 private:
  /// Indicators that two sets have in common: position in the old one, in the new one.
  using Common = std::vector<std::pair<uint32_t, uint32_t>>;

  /// Where the judgements of a row go that was assessed on a day, of the sets too whose level its
  /// own ask for.
  [[nodiscard]] Common moves(size_t from, size_t to, Day assessed_on) const;

  const Run& run_;
  SetFinder finder_;
  Day day_;
  std::vector<std::vector<Common>> common_;                   ///< by old and new set
  std::vector<std::vector<std::vector<uint32_t>>> reworded_;  ///< the same
};

// The day of a report that no --date names: the last day of assessment in the data, if it is no
// slip.

/// The last day of assessment of any row in scope; kNoDate if none has one.
[[nodiscard]] Day last_day(const std::vector<ScoredBlock>& blocks);

/// The first row in scope of the last day, if that day can't be taken for the report's: fewer than
/// two schools, or than one in twenty, have a row in the kNearDays days up to it. Rows without a
/// day say nothing.
[[nodiscard]] std::optional<RowAt> lone_last_row(const std::vector<ScoredBlock>& blocks);

}  // namespace kdcl
