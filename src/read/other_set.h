// What a set has to know of another one whose level it asks for (`level_of`). The other is read
// whole elsewhere, by itself (command/criteria_input).
#pragma once

#include <optional>

#include "model/criteria.h"
#include "read/criteria.h"
#include "read/yaml_values.h"

namespace kdcl {

struct OtherSet {
  LocalText title;
  int top_level = 0;
};

/// The set named at `id`. Nothing, with an error, if the library has none of that id; the hint has
/// the nearest. What its file does not say is the id for the title, and no end of levels.
[[nodiscard]] std::optional<OtherSet> find_other_set(const YamlValues& values, const YamlNode& id,
                                                     const CriteriaLibrary& library);

}  // namespace kdcl
