#include "base/controls.h"

#include <algorithm>

namespace kdcl {
namespace {

bool may_begin_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF;
}

/// Bytes of the character at `at` that is to become a blank; 0 if it is none.
size_t control_at(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return static_cast<unsigned char>(i < text.size() ? text[i] : 0);
  };
  const unsigned char first = byte(at);
  if (first < 0x20 || first == 0x7F) return 1;
  if (first == 0xC2) return byte(at + 1) >= 0x80 && byte(at + 1) < 0xA0 ? 2 : 0;
  return first == 0xEF && byte(at + 1) == 0xBF && byte(at + 2) >= 0xBE ? 3 : 0;
}

}  // namespace

bool has_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), may_begin_control);
}

std::string without_controls(std::string_view text, LineBreaks breaks) {
  if (!has_controls(text)) return std::string(text);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t length = control_at(text, at);
    const char c = text[at];
    const bool is_break = c == '\n' || c == '\r';
    if (length == 0 || (breaks == LineBreaks::as_written && (is_break || c == '\t')))
      out += c;
    else
      out += is_break && breaks == LineBreaks::as_newlines ? '\n' : ' ';
    if (breaks == LineBreaks::as_newlines && text.substr(at).starts_with("\r\n")) ++at;
    at += std::max<size_t>(1, length);
  }
  return out;
}

}  // namespace kdcl
