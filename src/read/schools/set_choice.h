// Which criteria set a row is judged by: the one it names, else the one that applies to it and is
// in force on its date (model/set_finder).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/set_finder.h"
#include "read/criteria/reading.h"
#include "read/schools/block_reading.h"

namespace kdcl {

/// An error at `where`: the run has no set of this id; the hint has the nearest, or all of them.
void report_unknown_set(const Run& run, const Location& where, std::string_view name,
                        Diagnostics& diagnostics);

class SetChoice {
 public:
  explicit SetChoice(const Run& run);

  /// Fills table.set. Identity and fields are read already. Faults: an unknown set named, no date,
  /// two sets that fit; a date before every set, and a set named that is for other schools, are
  /// warnings. Rows that no set fits get kNoSet.
  void choose(BlockReading& block);

  /// True if every row of a table with these columns lacks a date that it needs: a fault of the
  /// table, which `choose` leaves to whoever knows the header.
  [[nodiscard]] bool lacks_day(const Binding& binding) const;
  /// That fault, once for the whole table.
  void report_no_day(const Location& header, Diagnostics& diagnostics) const;

 private:
  int16_t choose_row(BlockReading& block, uint32_t row);
  [[nodiscard]] std::optional<size_t> open_set(std::string_view id) const;
  int16_t named_set(BlockReading& block, uint32_t row, std::string_view name);
  int16_t fitting_set(BlockReading& block, uint32_t row);
  void report_no_set(BlockReading& block, uint32_t row, Day day);

  const Run& run_;
  SetFinder finder_;
  /// A helper set (without `applies_to`) for all rows, and with it those that amend it; empty if
  /// there are others.
  std::string helper_;
  std::vector<JudgedSet> helpers_;
};

// The sets whose level another asks for (`level_of`), as far as that one has to know of them. They
// are read whole elsewhere, each by itself (command/criteria_input).

/// The set named at `id`. Nothing, with an error, if the library has none of that id; the hint has
/// the nearest. What its file does not say is the id for the title, and no end of levels.
[[nodiscard]] std::optional<OtherSet> find_other_set(CriteriaReading& reading,
                                                     const YamlValues& values, const YamlNode& id);

}  // namespace kdcl
