// Which of the YAML files of kdcl a text is, told by its top keys. A rough look that works on
// broken files too: the reader chosen then says what is wrong.
#pragma once

#include <cstdint>
#include <string_view>

namespace kdcl {

enum class YamlKind : uint8_t { schools, criteria, targets, letterhead };

/// By the first top key that a kind has, else by the first that resembles one; schools if there is
/// none.
[[nodiscard]] YamlKind find_yaml_kind(std::string_view text);

}  // namespace kdcl
