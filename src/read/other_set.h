// The sets whose level another asks for (`level_of`), as far as that one has to know of them. They
// are read whole elsewhere, each by itself (command/criteria_input).
#pragma once

#include <optional>

#include "read/criteria_reading.h"

namespace kdcl {

/// The set named at `id`. Nothing, with an error, if the library has none of that id; the hint has
/// the nearest. What its file does not say is the id for the title, and no end of levels.
[[nodiscard]] std::optional<OtherSet> find_other_set(CriteriaReading& reading,
                                                     const YamlValues& values, const YamlNode& id);

}  // namespace kdcl
