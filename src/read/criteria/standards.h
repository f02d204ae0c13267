// The body of a criteria set: standards, their criteria, and the indicators of each level.
#pragma once

#include "read/criteria/reading.h"

namespace kdcl {

/// Reads `standards` with all they hold, once levels, fields and measures are known.
void read_standards(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

/// True if a level of a criterion is one unlettered indicator: it has a key of indicators that no
/// lettered level has, and no letters without text.
[[nodiscard]] bool is_unlettered(const YamlNode& level);

}  // namespace kdcl
