// What read/yaml asks of the bytes themselves: may yaml-cpp see them, where is an offset, where
// does a quoted text end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace kdcl {

/// A place in a text. Both count from 1; columns count characters.
struct YamlPlace {
  uint32_t line = 1;
  uint32_t column = 1;
};

/// The place of a byte of UTF-8 text.
[[nodiscard]] YamlPlace yaml_place(std::string_view bytes, size_t offset);

/// Turns offsets that mostly rise into places, passing over each byte once.
class YamlPlaceFinder {
 public:
  explicit YamlPlaceFinder(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] YamlPlace find(size_t offset);

 private:
  std::string_view bytes_;
  size_t offset_ = 0;
  YamlPlace place_;
};

/// Where the quoted text that opens at `open` closes; npos if nowhere.
[[nodiscard]] size_t closing_quote(std::string_view bytes, size_t open);

/// The first quote from `from` on that opens a text and is never closed; `from` if there is none.
[[nodiscard]] size_t unclosed_quote(std::string_view bytes, size_t from);

/// The first tab before the text of the line of `offset`; npos if there is none.
[[nodiscard]] size_t indenting_tab(std::string_view bytes, size_t offset);

/// False, and one error, if the bytes are more than `most_bytes`, not UTF-8 or hold control
/// characters other than tabs and line ends (LF or CRLF).
[[nodiscard]] bool is_readable_yaml(const std::string& name, std::string_view bytes,
                                    size_t most_bytes, Diagnostics& diagnostics);

// Which of the YAML files of kdcl a text is, told by its top keys. A rough look that works on
// broken files too: the reader chosen then says what is wrong.

enum class YamlKind : uint8_t { schools, criteria, targets, letterhead };

/// By the first top key that a kind has, else by the first that resembles one; schools if there is
/// none.
[[nodiscard]] YamlKind find_yaml_kind(std::string_view text);

// The strict reader of YAML: bytes to a small tree that knows the place of every node. It knows
// nothing of criteria; the readers of criteria sets and of school data take their values from the
// tree with read/yaml_values. Only scalars, lists and maps with plain keys are YAML here: no
// anchors, aliases, tags or several documents.

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
