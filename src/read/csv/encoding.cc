// The upper halves of two one-byte encodings, as UTF-16 units; 0 where there is no letter.
#include "read/csv/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/text.h"

namespace kdcl {

/// Microsoft's code page 1258: tones are letters of their own behind the vowel.
inline constexpr std::array<uint16_t, 128> kWindows1258 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0,      0x2039,
    0x0152, 0,      0,      0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0,      0x203A, 0x0153, 0,      0,      0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3,
    0x00A4, 0x00A5, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF,
    0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB,
    0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x00C5, 0x00C6, 0x00C7,
    0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x0300, 0x00CD, 0x00CE, 0x00CF, 0x0110, 0x00D1, 0x0309, 0x00D3,
    0x00D4, 0x01A0, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA, 0x00DB, 0x00DC, 0x01AF, 0x0303, 0x00DF,
    0x00E0, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x00E5, 0x00E6, 0x00E7, 0x00E8, 0x00E9, 0x00EA, 0x00EB,
    0x0301, 0x00ED, 0x00EE, 0x00EF, 0x0111, 0x00F1, 0x0323, 0x00F3, 0x00F4, 0x01A1, 0x00F6, 0x00F7,
    0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x01B0, 0x20AB, 0x00FF,
};

/// TCVN 5712:1993 VN3, of the ".Vn" fonts. Capitals with tones have no code: texts in capitals are
/// small letters in a font of capitals.
inline constexpr std::array<uint16_t, 128> kTcvn3 = {
    0,      0,      0,      0,      0,      0,      0,      0,      0,      0,      0,      0,
    0,      0,      0,      0,      0,      0,      0,      0,      0,      0,      0,      0,
    0,      0,      0,      0,      0,      0,      0,      0,      0x00A0, 0x0102, 0x00C2, 0x00CA,
    0x00D4, 0x01A0, 0x01AF, 0x0110, 0x0103, 0x00E2, 0x00EA, 0x00F4, 0x01A1, 0x01B0, 0x0111, 0,
    0,      0,      0,      0,      0,      0x00E0, 0x1EA3, 0x00E3, 0x00E1, 0x1EA1, 0,      0x1EB1,
    0x1EB3, 0x1EB5, 0x1EAF, 0,      0,      0,      0,      0,      0,      0,      0x1EB7, 0x1EA7,
    0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0x00E8, 0,      0x1EBB, 0x1EBD, 0x00E9, 0x1EB9, 0x1EC1, 0x1EC3,
    0x1EC5, 0x1EBF, 0x1EC7, 0x00EC, 0x1EC9, 0,      0,      0,      0x0129, 0x00ED, 0x1ECB, 0x00F2,
    0,      0x1ECF, 0x00F5, 0x00F3, 0x1ECD, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9, 0x1EDD, 0x1EDF,
    0x1EE1, 0x1EDB, 0x1EE3, 0x00F9, 0,      0x1EE7, 0x0169, 0x00FA, 0x1EE5, 0x1EEB, 0x1EED, 0x1EEF,
    0x1EE9, 0x1EF1, 0x1EF3, 0x1EF7, 0x1EF9, 0x00FD, 0x1EF5, 0,
};

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

namespace {

/// What Windows-1252 has in place of 80 to 9F; 0: those of Latin-1.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The code of the letter at the beginning, which is taken off. The text is valid UTF-8.
char32_t take_letter(std::string_view& text) {
  const auto byte = [&text](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = lead & (length == 1 ? 0x7F : 0xFF >> (length + 1));
  for (size_t i = 1; i < length; ++i) code = code << 6 | (byte(i) & 0x3F);
  text.remove_prefix(length);
  return code;
}

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  while (!text.empty()) letters += take_letter(text);
  return letters;
}

std::string utf8_of(std::u32string_view letters) {
  std::string text;
  for (const char32_t letter : letters) append_utf8(letter, text);
  return text;
}

/// The bytes that a program took for these letters; nothing if some are of no byte.
std::optional<std::string> bytes_of(std::u32string_view letters) {
  constexpr char32_t kCapitalABreve = 0x102;  // of Windows-1258 for C3
  constexpr char32_t kLost = 0xFFFD;
  std::string bytes;
  for (const char32_t letter : letters) {
    const auto* const special = std::find(kWindows1252.begin(), kWindows1252.end(), letter);
    if (letter <= 0xFF)
      bytes += static_cast<char>(letter);
    else if (special != kWindows1252.end())
      bytes += static_cast<char>(0x80 + (special - kWindows1252.begin()));
    else if (letter == kCapitalABreve)
      bytes += '\xC3';
    else if (letter == kLost)
      bytes += '?';
    else
      return {};
  }
  return bytes;
}

/// Letters beyond ASCII that Vietnamese has.
bool is_vietnamese(char32_t letter) {
  constexpr std::u32string_view kOthers = U"ăĂđĐĩĨũŨơƠưƯ";
  if (letter >= 0xC0 && letter <= 0xFF) {
    std::string text;
    text += static_cast<char>(0xC3);
    text += static_cast<char>(0x80 + (letter - 0xC0));
    return !check_utf8(text).may_be_garbled;
  }
  return (letter >= 0x1EA0 && letter <= 0x1EF9) || kOthers.find(letter) != kOthers.npos;
}

/// Bytes of UTF-8 put together to letters, though programs on the way may have lost some: those
/// that Windows-1252 does not have, and no-break spaces.
class Utf8Mender {
 public:
  explicit Utf8Mender(std::string_view bytes) : left_(bytes) {}

  /// Nothing if the bytes are no such UTF-8, or hardly.
  std::optional<std::string> mend() {
    while (!left_.empty())
      if (!take_ascii() && !take_whole() && !take_part()) return {};
    return is_sure_ ? std::optional(std::move(text_)) : std::nullopt;
  }

 private:
  bool take_ascii() {
    if (static_cast<unsigned char>(left_[0]) >= 0x80) return false;
    text_ += left_[0];
    left_.remove_prefix(1);
    return true;
  }

  bool take_whole() {
    for (const size_t length : {size_t{2}, size_t{3}}) {
      std::string_view letter = left_.substr(0, length);
      if (letter.size() < length || !is_utf8(letter)) continue;
      text_ += letter;
      left_.remove_prefix(length);
      // Ã and a no-break space may well be meant, as in a title in capitals.
      is_sure_ |= letter == kGraveA ? goes_on_small() : is_vietnamese(take_letter(letter));
      return true;
    }
    return false;
  }

  /// A letter of which the last byte is lost. These beginnings are those of most Vietnamese letters
  /// with tones, and of nothing else.
  bool take_part() {
    if (left_.starts_with("\xE1\xBA") || left_.starts_with("\xE1\xBB")) {
      text_ += "\uFFFD";
      left_.remove_prefix(left_.substr(2).starts_with('?') ? 3 : 2);
      is_sure_ = true;
      return true;
    }
    if (!left_.starts_with("\xC3 ")) return false;
    text_ += kGraveA;
    left_.remove_prefix(left_.substr(2).starts_with(' ') ? 2 : 1);
    return true;
  }

  [[nodiscard]] bool goes_on_small() const {
    return !left_.empty() && (left_[0] == ' ' || (left_[0] >= 'a' && left_[0] <= 'z'));
  }

  static constexpr std::string_view kGraveA = "à";

  std::string_view left_;
  std::string text_;
  bool is_sure_ = false;
};

std::optional<std::string> from_utf8(std::u32string_view letters) {
  const std::optional<std::string> bytes = bytes_of(letters);
  return bytes ? Utf8Mender(*bytes).mend() : std::nullopt;
}

bool is_vowel(char letter) { return std::string_view("aeiouy").find(letter) != std::string::npos; }

/// True if a word is a Vietnamese syllable, more or less: consonants that may begin one, up to
/// three vowels with at most one tone, consonants that may end one.
bool is_syllable(std::string_view word) {
  constexpr std::array<std::string_view, 28> kFirst = {
      "",  "b",  "c",   "ch", "d", "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
      "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x"};
  constexpr std::array<std::string_view, 9> kLast = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
  const BareText bare = bare_text(word);
  const auto is_tone = [](char32_t mark) {
    return mark == 0x300 || mark == 0x301 || mark == 0x303 || mark == 0x309 || mark == 0x323;
  };
  if (std::count_if(bare.marks.begin(), bare.marks.end(), is_tone) > 1) return false;
  const std::string& letters = bare.letters;
  const auto vowel = std::find_if(letters.begin(), letters.end(), is_vowel);
  const auto end = std::find_if_not(vowel, letters.end(), is_vowel);
  std::string first(letters.begin(), vowel);
  if (first == "q") first = "qu";
  const std::string last(end, letters.end());
  return vowel != end && end - vowel <= 4 &&
         std::find(kFirst.begin(), kFirst.end(), first) != kFirst.end() &&
         std::find(kLast.begin(), kLast.end(), last) != kLast.end();
}

bool is_between_words(char32_t letter) {
  constexpr std::u32string_view kSigns = U"\u00A0«»–—‘’“”…";
  const bool is_ascii_letter = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
  return (letter < 0x80 && !is_ascii_letter) || kSigns.find(letter) != kSigns.npos;
}

/// Every word that has letters beyond ASCII is a syllable, and there is one.
bool is_vietnamese_text(std::u32string_view text) {
  bool has_word = false;
  while (!text.empty()) {
    const auto* const end = std::find_if(text.begin(), text.end(), is_between_words);
    const auto size = static_cast<size_t>(end - text.begin());
    const std::u32string_view word = text.substr(0, size);
    text.remove_prefix(std::min(size + 1, text.size()));
    const auto is_ascii = [](char32_t letter) { return letter < 0x80; };
    if (std::all_of(word.begin(), word.end(), is_ascii)) continue;
    const auto is_own = [&](char32_t each) { return is_ascii(each) || is_vietnamese(each); };
    if (!std::all_of(word.begin(), word.end(), is_own) || !is_syllable(utf8_of(word))) return false;
    has_word = true;
  }
  return has_word;
}

/// A vowel and the sign behind it, or a letter alone, in VNI fonts. Signs have the case of their
/// letter; which is told from the small one.
struct VniMark {
  char32_t written;
  std::u32string_view marks;
};
constexpr VniMark kVniMarks[] = {
    {U'ù', U"\u0301"},       {U'ø', U"\u0300"},       {U'û', U"\u0309"},
    {U'õ', U"\u0303"},       {U'ï', U"\u0323"},       {U'â', U"\u0302"},
    {U'á', U"\u0302\u0301"}, {U'à', U"\u0302\u0300"}, {U'å', U"\u0302\u0309"},
    {U'ã', U"\u0302\u0303"}, {U'ä', U"\u0302\u0323"}, {U'ê', U"\u0306"},
    {U'é', U"\u0306\u0301"}, {U'è', U"\u0306\u0300"}, {U'ú', U"\u0306\u0309"},
    {U'ü', U"\u0306\u0303"}, {U'ë', U"\u0306\u0323"}};
struct VniLetter {
  char32_t written, meant;
};
constexpr VniLetter kVniLetters[] = {{U'ô', U'ơ'}, {U'ö', U'ư'}, {U'æ', U'ỉ'},
                                     {U'ó', U'ĩ'}, {U'ò', U'ị'}, {U'î', U'ỵ'},
                                     {U'ñ', U'đ'}, {U'í', U'í'}, {U'ì', U'ì'}};

/// Nothing if a letter is none of the font.
std::optional<std::string> from_vni(std::u32string_view letters) {
  std::u32string meant;
  for (size_t i = 0; i < letters.size(); ++i) {
    const char32_t letter = letters[i];
    const bool is_capital = letter >= 0xC0 && letter < 0xE0;
    const char32_t small = is_capital ? letter + 0x20 : letter;
    const auto is_it = [small](const auto& each) { return each.written == small; };
    const auto* const mark = std::find_if(std::begin(kVniMarks), std::end(kVniMarks), is_it);
    const auto* const own = std::find_if(std::begin(kVniLetters), std::end(kVniLetters), is_it);
    if (letter < 0x80) {
      meant += letter;
    } else if (mark != std::end(kVniMarks) && i > 0 && letters[i - 1] > U' ') {
      meant += mark->marks;
    } else if (own != std::end(kVniLetters)) {
      // Small letters from U+0100 on stand one behind their capitals.
      meant += !is_capital ? own->meant : own->meant > 0xFF ? own->meant - 1 : own->meant - 0x20;
    } else {
      return {};
    }
  }
  return to_nfc(utf8_of(meant));
}

std::optional<std::string> from_tcvn3(std::u32string_view letters) {
  if (std::any_of(letters.begin(), letters.end(), [](char32_t c) { return c > 0xFF; })) return {};
  std::string text;
  (void)decode(Encoding::tcvn3, *bytes_of(letters), true, text);
  return is_utf8(text) ? std::optional(text) : std::nullopt;
}

}  // namespace

std::string_view garbled_name(GarbledFrom from) {
  if (from == GarbledFrom::utf8) return "utf-8";
  return from == GarbledFrom::tcvn3 ? "tcvn3" : "vni";
}

std::optional<Garbled> find_garbled(std::string_view text) {
  constexpr size_t kLongEnough = 4096;  // the beginning of a text tells as much as the whole
  text = text.substr(0, kLongEnough);
  while (!is_utf8(text)) text.remove_suffix(1);  // a letter was cut
  const std::u32string letters = letters_of(text);
  if (auto meant = from_utf8(letters)) return Garbled{GarbledFrom::utf8, *meant};
  for (const GarbledFrom font : {GarbledFrom::tcvn3, GarbledFrom::vni}) {
    const auto meant = from_old_font(text, font);
    if (meant && is_vietnamese_text(letters_of(*meant)) && !is_vietnamese_text(letters))
      return Garbled{font, *meant};
  }
  return {};
}

std::optional<std::string> from_old_font(std::string_view text, GarbledFrom font) {
  const std::u32string letters = letters_of(text);
  auto meant = font == GarbledFrom::vni ? from_vni(letters) : from_tcvn3(letters);
  return meant && *meant != text ? meant : std::nullopt;
}

}  // namespace kdcl
