// The strict reader of YAML: bytes to a small tree that knows the place of every node. It knows
// nothing of criteria; the readers of criteria sets and of school data take their values from the
// tree with read/yaml_values. Only scalars, lists and maps with plain keys are YAML here: no
// anchors, aliases, tags or several documents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace kdcl {

/// The largest YAML file that is read, in bytes.
inline constexpr size_t kMostYamlBytes = size_t{4} << 20;
/// The deepest nesting of lists and maps.
inline constexpr size_t kMostYamlDepth = 64;

/// A node of the tree. Lines and columns count from 1; columns count characters.
struct YamlNode {
  enum class Kind : uint8_t {
    nothing,  ///< `null`, `~` or no text at all; stands at its key if it has one
    scalar,
    sequence,
    map,
    refused,  ///< an alias, already reported: readers pass over it
  };

  Kind kind = Kind::nothing;
  bool quoted = false;  ///< of a scalar: it stood in quotes or was a block (| or >)
  uint32_t line = 1;
  uint32_t column = 1;
  std::string text;             ///< of a scalar: without quotes, in composed form
  std::vector<YamlNode> keys;   ///< of a map: scalars, each text once, in the order of the file
  std::vector<YamlNode> items;  ///< of a sequence; of a map: the values, in the order of the keys
  uint16_t source = 0;          ///< which file it comes from, where trees of several were joined
};

/// Reads the one document in `bytes`. Nothing if it can't be read to its end: over `most_bytes`,
/// not UTF-8, control characters, nested too deeply, several documents, an unclosed quote, empty,
/// or wrong syntax. Anchors, aliases, tags, repeated keys (the first is kept) and keys that are not
/// text are errors too, but the tree comes back so that its reader can report the rest.
[[nodiscard]] std::optional<YamlNode> read_yaml(const std::string& name, std::string_view bytes,
                                                Diagnostics& diagnostics,
                                                size_t most_bytes = kMostYamlBytes);

}  // namespace kdcl
