// The goals and history of one target. Only for read/targets.
#pragma once

#include "model/targets.h"
#include "read/yaml_values.h"

namespace kdcl {

/// Reads `goals` and `history` into the target's lines; whether goals count schools follows from
/// the first of them. `is_grouped`: the keys hold a list for each value of `by`.
void read_lines(const YamlValues& values, const YamlNode& map, bool is_grouped, Target& target);

}  // namespace kdcl
