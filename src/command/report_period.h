// What is said of the day of a report and of the schools that count on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/language.h"
#include "command/school_input.h"
#include "model/run.h"
#include "model/score.h"
#include "model/summary.h"

namespace kdcl::message {

inline constexpr Message kAllDays{"mọi ngày", "any day"};
}  // namespace kdcl::message

namespace kdcl {

// The days that a report is about, from its options and data, and what keeps them from being
// guessed.

/// Where the rows of blocks come from, for faults that show only when all are read.
class BlockPlaces {
 public:
  /// In order: every block that is kept.
  void add(const SchoolBlock& block);
  /// `block` counts the blocks added; `line` is that of its table.
  [[nodiscard]] Location row(size_t block, uint64_t line) const;

 private:
  struct Place {
    std::string file;
    uint64_t first_line;
    bool is_sheet;
  };
  std::vector<Place> places_;
};

/// The day of the report: --date, else the last of the data, with an error at its row if hardly any
/// other school is near it. `places` has an entry a block.
[[nodiscard]] Day report_day(const Run& run, const std::vector<ScoredBlock>& blocks,
                             const BlockPlaces& places, Diagnostics& diagnostics);

/// The twelve months up to `last`, or from --since on (kNoDate: every day), which may not be later.
[[nodiscard]] Period period_of(Day last, const std::optional<Day>& since, Diagnostics& diagnostics);

/// An error if fewer than half of the schools count in the twelve months, or none from any other
/// first day on, which was asked for.
void check_half(const Summary& summary, Diagnostics& diagnostics);

}  // namespace kdcl
