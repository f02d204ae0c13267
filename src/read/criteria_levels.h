// The levels of a set, what each asks of the whole school, and the awards that follow from them.
#pragma once

#include "read/criteria_reading.h"

namespace kdcl {

/// The highest level a set may have: one digit, so that indicator names can be read back.
inline constexpr int kHighestLevel = 9;

/// The level that a key names, between 1 and the set's highest; nothing, and an error, for any
/// other.
[[nodiscard]] std::optional<int> read_level_key(const CriteriaReading& reading,
                                                const YamlValues& values, const YamlNode& key,
                                                std::string_view name);

/// Reads `levels`: 1, 2, ... in order, with their needs spelled out.
void read_levels(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

/// Reads `awards`, once the levels and fields are known.
void read_awards(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

/// Reports needs that ask more criteria than their group has, once all criteria are known.
void check_counted_needs(const CriteriaReading& reading, Diagnostics& diagnostics);

}  // namespace kdcl
