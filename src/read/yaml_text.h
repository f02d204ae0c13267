// What read/yaml asks of the bytes themselves: may yaml-cpp see them, where is an offset, where
// does a quoted text end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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

}  // namespace kdcl
