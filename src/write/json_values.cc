#include "write/json_values.h"

#include <fmt/format.h>

#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "write/cell_text.h"

namespace kdcl {
namespace {

void append_escaped(unsigned char c, std::string& out) {
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: out += fmt::format("\\u{:04x}", c);
  }
}

}  // namespace

void append_string(std::string_view text, std::string& out) {
  out += '"';
  size_t plain = 0;  // start of what has not been copied yet
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    // U+0080 to U+009F: what a terminal obeys as well, in two bytes.
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    const bool is_pair = c == 0xC2 && next >= 0x80 && next < 0xA0;
    if (!is_pair && c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
    out += text.substr(plain, i - plain);
    append_escaped(is_pair ? next : c, out);
    i += is_pair ? 1 : 0;
    plain = i + 1;
  }
  out += text.substr(plain);
  out += '"';
}

void append_text(std::string_view text, std::string& out) {
  if (is_utf8(text))
    append_string(text, out);
  else
    append_string(mended_utf8(text), out);
}

void append_text_or_null(std::string_view text, std::string& out) {
  if (text.empty())
    out += "null";
  else
    append_text(text, out);
}

void append_key(std::string_view key, std::string& out) {
  if (!out.ends_with('{')) out += ", ";
  append_string(key, out);
  out += ": ";
}

void append_strings(const std::vector<std::string>& texts, std::string& out) {
  out += '[';
  for (const std::string& text : texts) {
    if (!out.ends_with('[')) out += ", ";
    append_string(text, out);
  }
  out += ']';
}

void append_number(double value, std::string& out) {
  out += std::isfinite(value) ? format_exact(value) : "null";
}

std::string json_string(std::string_view text) {
  std::string out;
  append_text(text, out);
  return out;
}

std::string json_number(double value) {
  std::string out;
  append_number(value, out);
  return out;
}

}  // namespace kdcl
