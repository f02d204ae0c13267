#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <vector>

namespace kdcl {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

/// Length of the UTF-8 sequence at the start of `text` and its code point; 0 if it is not valid.
size_t decode(std::string_view text, utf8proc_int32_t& code) {
  const utf8proc_ssize_t length =
      utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &code);
  return length > 0 ? static_cast<size_t>(length) : 0;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string map_text(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t length =
      utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                   static_cast<utf8proc_option_t>(options));
  if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (length < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(mapped), static_cast<size_t>(length));
  std::free(mapped);
  return result;
}

/// Blank at the start of `text`: its length in bytes, or 0.
size_t blank_length(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xEF\xBB\xBF")) return 3;
  return 0;
}

std::vector<utf8proc_int32_t> code_points(std::string_view text) {
  std::vector<utf8proc_int32_t> codes;
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const size_t length = decode(text, code);
    codes.push_back(length ? code : 0xFFFD);
    text.remove_prefix(length ? length : 1);
  }
  return codes;
}

/// The Latin letter that a small Cyrillic or Greek one, or its capital, looks like; 0 if none.
char latin_alike(utf8proc_int32_t code) {
  struct Alike {
    utf8proc_int32_t code;
    char latin;
  };
  static constexpr Alike kAlike[] = {
      {0x430, 'a'}, {0x432, 'b'}, {0x435, 'e'}, {0x43A, 'k'}, {0x43C, 'm'}, {0x43D, 'h'},
      {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x442, 't'}, {0x443, 'y'}, {0x445, 'x'},
      {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x501, 'd'}, {0x51B, 'q'}, {0x51D, 'w'},
      {0x3B1, 'a'}, {0x3B2, 'b'}, {0x3B5, 'e'}, {0x3B6, 'z'}, {0x3B7, 'h'}, {0x3B9, 'i'},
      {0x3BA, 'k'}, {0x3BC, 'm'}, {0x3BD, 'n'}, {0x3BF, 'o'}, {0x3C1, 'p'}, {0x3C4, 't'},
      {0x3C5, 'y'}, {0x3C7, 'x'}, {0x131, 'i'}};
  for (const Alike& alike : kAlike)
    if (alike.code == code) return alike.latin;
  return 0;
}

/// Letters that must change to make one name of the other (Damerau-Levenshtein, adjacent swaps
/// count one).
size_t edit_distance(const std::vector<utf8proc_int32_t>& a,
                     const std::vector<utf8proc_int32_t>& b) {
  std::vector<std::vector<size_t>> cost(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] = std::min(
          {cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

/// Of the letters U+00C0 to U+00FF those that Vietnamese does not have, a bit each.
constexpr uint64_t kForeignLetters = [] {
  uint64_t foreign = ~uint64_t{0};
  for (const char32_t own : U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý")
    if (own != 0) foreign &= ~(uint64_t{1} << (own - 0xC0));
  return foreign;
}();

/// A no-break space behind Ã is what "à" becomes.
bool is_after_a_tilde(std::ptrdiff_t before, const unsigned char* at) {
  return before >= 2 && at[-2] == 0xC3 && at[-1] == 0x83;
}

Utf8Check check_utf8(std::string_view text) {
  // Written out because every name of a million schools comes through here; utf8proc takes ten
  // times as long.
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const begin = at;
  const auto* const end = at + text.size();
  const auto follows = [&](std::ptrdiff_t i) { return i < end - at && (at[i] & 0xC0) == 0x80; };
  const auto bit = [](unsigned char lead) { return uint32_t{1} << (lead & 0x1F); };
  uint32_t leads_of_two = 0;
  uint32_t leads_of_three = 0;
  bool is_garbled = false;
  while (at < end) {
    if (end - at >= 8) {
      uint64_t eight = 0;
      std::memcpy(&eight, at, 8);
      const uint64_t others = eight & 0x8080808080808080;  // than ASCII
      if (others == 0) {
        at += 8;
        continue;
      }
      at += std::countr_zero(others) / 8;
    }
    const unsigned char lead = *at;
    if (lead < 0x80) {
      ++at;
    } else if (lead >= 0xC2 && lead <= 0xDF && follows(1)) {
      leads_of_two |= bit(lead);
      if (lead == 0xC2) is_garbled |= at[1] != 0xA0 || is_after_a_tilde(at - begin, at);
      if (lead == 0xC3) is_garbled |= (kForeignLetters >> (at[1] & 0x3F) & 1) != 0;
      at += 2;
    } else if (lead >= 0xE0 && lead <= 0xEF && follows(1) && follows(2)) {
      const bool overlong = lead == 0xE0 && at[1] < 0xA0;
      const bool surrogate = lead == 0xED && at[1] >= 0xA0;
      if (overlong || surrogate) return {.is_valid = false};
      leads_of_three |= bit(lead);
      at += 3;
    } else if (lead >= 0xF0 && lead <= 0xF4 && follows(1) && follows(2) && follows(3)) {
      const bool overlong = lead == 0xF0 && at[1] < 0x90;
      const bool too_large = lead == 0xF4 && at[1] >= 0x90;
      if (overlong || too_large) return {.is_valid = false};
      at += 4;
    } else {
      return {.is_valid = false};
    }
  }
  // The UTF-8 of combining diacritics starts with 0xCC or 0xCD, and that of nothing else does.
  return {.may_be_decomposed = (leads_of_two & (bit(0xCC) | bit(0xCD))) != 0,
          .may_be_garbled = is_garbled,
          .may_be_invisible = (leads_of_two & bit(0xC2)) != 0 ||
                              (leads_of_three & (bit(0xE2) | bit(0xE3) | bit(0xEF))) != 0};
}

bool is_utf8(std::string_view text) { return check_utf8(text).is_valid; }

std::string_view trim(std::string_view text) {
  while (const size_t length = blank_length(text)) text.remove_prefix(length);
  while (!text.empty()) {
    if (blank_length(text.substr(text.size() - 1)) == 1)
      text.remove_suffix(1);
    else if (text.ends_with("\xC2\xA0"))
      text.remove_suffix(2);
    else
      break;
  }
  return text;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string visible_text(std::string_view text) {
  std::string visible;
  const std::string kept = map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_IGNORE);
  for (std::string_view rest = kept; !rest.empty();) {
    utf8proc_int32_t code = 0;
    const size_t length = std::max<size_t>(1, decode(rest, code));
    if (length > 1 && utf8proc_category(code) == UTF8PROC_CATEGORY_ZS)
      visible += ' ';
    else
      visible += rest.substr(0, length);
    rest.remove_prefix(length);
  }
  return visible;
}

std::string fold(std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (!is_ascii(trimmed)) {
    constexpr int kFolded =
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    return std::string(trim(map_text(trimmed, kFolded)));
  }
  std::string folded(trimmed);  // most names: nothing to compose
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return folded;
}

std::string fold_name(std::string_view text) {
  const std::string visible =
      check_utf8(text).may_be_invisible ? visible_text(text) : std::string(text);
  std::string plain;
  bool is_after_blank = false;
  for (std::string_view rest = trim(visible); !rest.empty();) {
    const size_t blank = blank_length(rest);
    if (blank == 0 || !is_after_blank) plain += blank == 0 ? rest[0] : ' ';
    is_after_blank = blank > 0;
    rest.remove_prefix(std::max<size_t>(blank, 1));
  }
  return fold(plain);
}

BareText bare_text(std::string_view text) {
  constexpr utf8proc_int32_t kStroked = 0x111;  // đ does not decompose
  BareText bare;
  const std::string apart =
      map_text(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
  std::string_view rest = apart;
  while (!rest.empty()) {
    utf8proc_int32_t code = 0;
    const size_t length = std::max<size_t>(1, decode(rest, code));
    if (code == 0xF0 || code == 0x256) code = kStroked;  // of Ð and Ɖ, which look like Đ
    const bool is_mark = code >= 0x300 && code <= 0x36F;
    if (is_mark || code == kStroked) bare.marks += static_cast<char32_t>(code);
    if (code == kStroked)
      bare.letters += 'd';
    else if (const char latin = latin_alike(code))
      bare.letters += latin;
    else if (!is_mark)
      bare.letters += rest.substr(0, length);
    rest.remove_prefix(length);
  }
  std::sort(bare.marks.begin(), bare.marks.end());
  return bare;
}

std::string column_name(size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (const utf8proc_int32_t code : code_points(text))
    width += static_cast<size_t>(std::max(0, utf8proc_charwidth(code)));
  return width;
}

std::string shorten(std::string_view text, size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  size_t used = 0;
  size_t bytes = 0;
  while (bytes < text.size()) {
    utf8proc_int32_t code = 0;
    const size_t length = decode(text.substr(bytes), code);
    const size_t wide = length ? static_cast<size_t>(std::max(0, utf8proc_charwidth(code))) : 1;
    if (used + wide > width - 1) break;
    used += wide;
    bytes += length ? length : 1;
  }
  return std::string(text.substr(0, bytes)) + "…";
}

std::string excerpt(std::string_view text) {
  std::string clean;
  for (std::string_view rest = text.substr(0, 400); !rest.empty();) {
    utf8proc_int32_t code = 0;
    const size_t length = decode(rest, code);
    if (length == 0)
      clean += "\xEF\xBF\xBD";
    else if (code < 0x20 || (code >= 0x7F && code < 0xA0))
      clean += ' ';
    else
      clean += rest.substr(0, length);
    rest.remove_prefix(length ? length : 1);
  }
  return shorten(clean, 40);
}

std::string_view nearest_name(std::string_view written, std::span<const std::string_view> names) {
  const auto wanted = code_points(fold(written.substr(0, 100)));
  std::string_view best;
  size_t best_distance = wanted.size() / 3 + 1;
  for (const std::string_view name : names) {
    const auto candidate = code_points(fold(name));
    const size_t gap =
        std::max(candidate.size(), wanted.size()) - std::min(candidate.size(), wanted.size());
    if (gap >= best_distance) continue;
    const size_t distance = edit_distance(wanted, candidate);
    if (distance < best_distance) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

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
