// Indicator and criterion-level columns: what the assessors judged.
#pragma once

#include <optional>
#include <string_view>

#include "read/schools/block_reading.h"

namespace kdcl {

/// Fills the judgement bits of the table, whose sets are chosen already. Faults: a value that is no
/// verdict, a level that the criteria do not have; an indicator of another set is a warning.
void read_judgements(BlockReading& block);

/// The levels that a criterion may have reached; one, unless something is unknown.
struct LevelSpan {
  int least = 0;
  int most = 0;
  bool operator==(const LevelSpan&) const = default;
};

/// "2", or "1-2" where it is open; nothing for any other text.
[[nodiscard]] std::optional<LevelSpan> read_level_span(std::string_view text);

/// Gives the last fault, a text that is no level, its remedy if Excel made a date of "1-2".
void hint_level(std::string_view written, Diagnostics& diagnostics);

/// Gives the last fault, a word that is no verdict, its remedy: the verdict meant.
void hint_verdict(std::string_view written, Diagnostics& diagnostics);

}  // namespace kdcl
