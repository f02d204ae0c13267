// The notes of a school in YAML (`notes:`): by standard, criterion or indicator.
#pragma once

#include "model/score.h"
#include "read/yaml_values.h"

namespace kdcl {

/// Reads what stands under `notes` of a school; nothing is an empty one. Texts lose outer blanks;
/// empty ones are left out. A document is listed, and used, where it stands. Faults: unknown keys
/// and values of another kind.
[[nodiscard]] SchoolNotes read_yaml_notes(const YamlValues& values, const YamlNode& school);

}  // namespace kdcl
