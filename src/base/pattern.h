// Regular expressions out of criteria files.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kdcl {

/// Longer texts match nothing: the library's search goes as deep as the text is long.
inline constexpr size_t kLongestMatch = 200;

/// A regular expression as ECMAScript has them.
class Pattern {
 public:
  /// Nothing if it is none.
  [[nodiscard]] static std::optional<Pattern> read(const std::string& text);

  /// True if it is found in the text.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace kdcl
