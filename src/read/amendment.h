// A set that amends another, as one tree: the base's with the changes made, as if it had been
// written whole. Every node keeps the file and place it was written at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/criteria.h"
#include "read/criteria.h"
#include "read/yaml.h"

namespace kdcl {

struct AmendedTree {
  YamlNode file;
  std::vector<std::string> files;  ///< by YamlNode::source: the file read, then those it amends
  std::vector<AmendedSet> bases;   ///< oldest first; empty if the set amends none
  std::vector<Amendment> changes;  ///< of all amendments, oldest first
};

/// Reads a criteria file; one that amends another with its base, which may amend a further one.
/// Nothing if the file or a base can't be read far enough. Errors: an unknown base, amendments in a
/// circle, a change that hits nothing, two changes at one place, a wrong change.
[[nodiscard]] std::optional<AmendedTree> read_amended(const std::string& name,
                                                      std::string_view bytes,
                                                      const CriteriaLibrary& library,
                                                      Diagnostics& diagnostics);

}  // namespace kdcl
