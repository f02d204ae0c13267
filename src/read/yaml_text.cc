#include "read/yaml_text.h"

#include <algorithm>

#include "base/text.h"
#include "read/encoding.h"

namespace kdcl {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

uint32_t count_characters(std::string_view text) {
  return static_cast<uint32_t>(std::count_if(text.begin(), text.end(), starts_character));
}

bool is_control(std::string_view bytes, size_t i) {
  const auto byte = static_cast<unsigned char>(bytes[i]);
  if (byte == '\r') return i + 1 == bytes.size() || bytes[i + 1] != '\n';
  return (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
}

}  // namespace

YamlPlace yaml_place(std::string_view bytes, size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          count_characters(before.substr(line_start)) + 1};
}

YamlPlace YamlPlaceFinder::find(size_t offset) {
  offset = std::min(offset, bytes_.size());
  if (offset < offset_) {
    offset_ = offset;
    return place_ = yaml_place(bytes_, offset);
  }
  for (; offset_ < offset; ++offset_) {
    if (bytes_[offset_] == '\n')
      place_ = {place_.line + 1, 1};
    else if (offset_ + 1 == bytes_.size() || starts_character(bytes_[offset_ + 1]))
      ++place_.column;
  }
  return place_;
}

size_t closing_quote(std::string_view bytes, size_t open) {
  const char quote = bytes[open];
  for (size_t i = open + 1; i < bytes.size(); ++i) {
    if (bytes[i] == '\\' && quote == '"') {
      ++i;
    } else if (bytes[i] == quote) {
      if (quote == '"' || i + 1 == bytes.size() || bytes[i + 1] != quote) return i;
      ++i;
    }
  }
  return std::string_view::npos;
}

size_t unclosed_quote(std::string_view bytes, size_t from) {
  constexpr std::string_view kBeforeText = " \t\n[{,:";
  for (size_t i = from; i < bytes.size(); ++i) {
    const bool at_start = i == 0 || kBeforeText.find(bytes[i - 1]) != std::string_view::npos;
    if (!at_start) continue;
    if (bytes[i] == '#') {
      i = std::min(bytes.find('\n', i), bytes.size());
    } else if (bytes[i] == '"' || bytes[i] == '\'') {
      const size_t close = closing_quote(bytes, i);
      if (close == std::string_view::npos) return i;
      i = close;
    }
  }
  return from;
}

size_t indenting_tab(std::string_view bytes, size_t offset) {
  const size_t line = bytes.substr(0, offset).rfind('\n') + 1;  // npos + 1 is 0
  const size_t text = std::min(bytes.find_first_not_of(" \t", line), bytes.size());
  return bytes.substr(0, text).find('\t', line);
}

bool is_readable_yaml(const std::string& name, std::string_view bytes, size_t most_bytes,
                      Diagnostics& diagnostics) {
  if (bytes.size() > most_bytes) {
    diagnostics.error({name}, {"tệp lớn quá {0} byte", "the file is larger than {0} bytes"},
                      most_bytes);
    return false;
  }
  if (!is_utf8(bytes)) {
    const YamlPlace at = yaml_place(bytes, first_not_utf8(bytes));
    diagnostics.error({name, at.line, at.column}, {"tệp không phải UTF-8", "the file is not UTF-8"})
        .hint({"lưu lại tệp với bảng mã UTF-8", "save the file with the encoding UTF-8"});
    return false;
  }
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (!is_control(bytes, i)) continue;
    const YamlPlace at = yaml_place(bytes, i);
    diagnostics.error({name, at.line, at.column},
                      {"ký tự điều khiển U+{0:04X}", "control character U+{0:04X}"},
                      static_cast<unsigned>(bytes[i]));
    return false;
  }
  return true;
}

}  // namespace kdcl
