// Puts schools under the criteria sets in force on one day, whatever the day of their assessment.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "model/run.h"
#include "model/school_table.h"
#include "model/set_finder.h"

namespace kdcl {

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

}  // namespace kdcl
