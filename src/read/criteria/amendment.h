// The places of a set that changes can name, and which of them were changed already.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/criteria.h"
#include "read/criteria/criteria.h"
#include "read/yaml/yaml.h"

namespace kdcl {

/// A standard, criterion or indicator in the tree of a set: where to go from the list of standards,
/// items by position. Nothing is taken out of the tree before all changes are made, so positions
/// hold.
struct AmendedPlace {
  std::vector<size_t> way;
  std::string path;  ///< in words, steps parted by '/': "5/criteria/5.5/levels/1/a"
};

/// The places of a set by id; of a repeated id the first.
[[nodiscard]] std::map<std::string, AmendedPlace, std::less<>> amended_places(
    const YamlNode& standards);

/// The node of a place.
[[nodiscard]] YamlNode& node_at(YamlNode& standards, const AmendedPlace& place);

/// What changes have touched so far, and where each did it.
class TouchedPaths {
 public:
  /// The change that touched a path or something it lies in; null if none did.
  [[nodiscard]] const YamlNode* find(const std::string& path) const;
  /// Remembers a path. The change that touched it, what it lies in, or something in it before;
  /// null if none did.
  const YamlNode* touch(const std::string& path, const YamlNode& by);

 private:
  std::map<std::string, const YamlNode*> touched_;
};

// A set that amends another, as one tree: the base's with the changes made, as if it had been
// written whole. Every node keeps the file and place it was written at.

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
