#include "read/encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "read/encoding_tables.h"

namespace kdcl {

void append_utf8(uint32_t code, std::string& out) {
  const auto byte = [&out](uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

namespace {

constexpr std::array<std::pair<std::string_view, Encoding>, 4> kNames = {
    {{"utf-8", Encoding::utf8},
     {"utf-16", Encoding::utf16_little},
     {"windows-1258", Encoding::windows_1258},
     {"tcvn3", Encoding::tcvn3}}};

size_t decode_utf16(std::string_view raw, bool big, bool is_last, std::string& out) {
  const auto unit = [&](size_t at) {
    const auto first = static_cast<unsigned char>(raw[at]);
    const auto second = static_cast<unsigned char>(raw[at + 1]);
    return static_cast<uint32_t>(big ? first << 8 | second : second << 8 | first);
  };
  size_t at = 0;
  while (at + 2 <= raw.size()) {
    uint32_t code = unit(at);
    if (code >= 0xD800 && code < 0xDC00) {
      if (at + 4 > raw.size() && !is_last) break;
      const uint32_t low = at + 4 <= raw.size() ? unit(at + 2) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    if (code >= 0xD800 && code < 0xE000) code = 0xFFFD;
    append_utf8(code, out);
    at += 2;
  }
  return at;
}

bool is_tone(uint32_t code) { return code >= 0x300 && code < 0x370; }

/// A vowel waits for the tone behind it.
size_t decode_bytes(std::string_view raw, const std::array<uint16_t, 128>& table, bool is_last,
                    std::string& out) {
  const auto code_at = [&](size_t at) {
    const auto byte = static_cast<unsigned char>(raw[at]);
    return byte < 0x80 ? byte : table[byte - 0x80];
  };
  size_t end = raw.size();
  while (!is_last && end > 0 && is_tone(code_at(end - 1))) --end;
  if (!is_last && end > 0) --end;
  std::string decoded;
  bool has_tones = false;
  for (size_t at = 0; at < end; ++at) {
    const uint32_t code = code_at(at);
    has_tones |= is_tone(code);
    if (code == 0 && raw[at] != '\0')
      decoded += raw[at];
    else
      append_utf8(code, decoded);
  }
  out += has_tones ? to_nfc(decoded) : decoded;
  return end;
}

}  // namespace

std::optional<Encoding> encoding_named(std::string_view word) {
  const std::string wanted = fold(word);
  for (const auto& [name, encoding] : kNames)
    if (name == wanted) return encoding;
  return {};
}

std::string_view encoding_name(Encoding encoding) {
  if (encoding == Encoding::utf16_big) encoding = Encoding::utf16_little;
  for (const auto& [name, known] : kNames)
    if (known == encoding) return name;
  return {};
}

EncodingMark find_encoding(std::string_view first_bytes) {
  if (first_bytes.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 3};
  if (first_bytes.starts_with("\xFF\xFE")) return {Encoding::utf16_little, 2};
  if (first_bytes.starts_with("\xFE\xFF")) return {Encoding::utf16_big, 2};
  // A header row is mostly ASCII: in UTF-16 every second byte of it is 0, and none of the others.
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < first_bytes.size(); ++i) zeros[i % 2] += first_bytes[i] == '\0';
  const size_t many = first_bytes.size() / 4;
  if (zeros[1] > many && zeros[0] == 0) return {Encoding::utf16_little, 0};
  if (zeros[0] > many && zeros[1] == 0) return {Encoding::utf16_big, 0};
  return {};
}

size_t decode(Encoding encoding, std::string_view bytes, bool is_last, std::string& out) {
  if (encoding == Encoding::windows_1258) return decode_bytes(bytes, kWindows1258, is_last, out);
  if (encoding == Encoding::tcvn3) return decode_bytes(bytes, kTcvn3, is_last, out);
  return decode_utf16(bytes, encoding == Encoding::utf16_big, is_last, out);
}

std::string small_file_text(std::string_view bytes) {
  const EncodingMark mark = find_encoding(bytes);
  bytes.remove_prefix(mark.size);
  std::string text;
  if (mark.encoding == Encoding::utf16_little || mark.encoding == Encoding::utf16_big)
    (void)decode(mark.encoding, bytes, true, text);
  else
    text = bytes;
  if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
  return text;
}

size_t first_not_utf8(std::string_view text) {
  size_t low = 0;  // valid up to a character's beginning
  while (low < text.size()) {
    size_t end = std::min(text.size(), low + 4096);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    if (!is_utf8(text.substr(low, end - low))) break;
    low = end;
  }
  while (low < text.size()) {
    size_t length = 1;
    while (length < 4 && !is_utf8(text.substr(low, length))) ++length;
    if (!is_utf8(text.substr(low, length))) return low;
    low += length;
  }
  return text.size();
}

}  // namespace kdcl
