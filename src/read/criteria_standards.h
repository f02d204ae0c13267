// The body of a criteria set: standards, their criteria, and the indicators of each level.
#pragma once

#include "read/criteria_reading.h"

namespace kdcl {

/// Reads `standards` with all they hold, once levels, fields and measures are known.
void read_standards(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

}  // namespace kdcl
