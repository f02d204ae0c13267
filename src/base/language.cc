#include "base/language.h"

#include <fmt/format.h>

namespace kdcl {

std::string format_text(std::string_view text, fmt::format_args args) {
  return fmt::vformat(text, args);
}

}  // namespace kdcl
