// The places of a set that changes can name, and which of them were changed already.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/yaml.h"

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

}  // namespace kdcl
