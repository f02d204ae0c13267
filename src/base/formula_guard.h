// The apostrophe that stands in CSV before a text which a spreadsheet would run as a formula.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/number.h"

namespace kdcl {

/// True if CSV has an apostrophe before the text: it starts like a formula and is no number, or
/// would be taken for a text that has one already.
[[nodiscard]] inline bool needs_guard(std::string_view text) {
  constexpr std::string_view kStarts = "=+-@\t\r";
  if (text.empty() || static_cast<unsigned char>(text.front()) > '@') return false;  // nearly all
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return !text.empty() && kStarts.find(text.front()) != std::string_view::npos &&
         read_number(text).fault != NumberFault::none;
}

/// The text that such an apostrophe guards; any other as it is.
[[nodiscard]] inline std::string_view without_guard(std::string_view text) {
  return text.starts_with('\'') && needs_guard(text) ? text.substr(1) : text;
}

}  // namespace kdcl
