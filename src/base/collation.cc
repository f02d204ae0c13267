#include "base/collation.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

namespace kdcl {
namespace {

constexpr std::u32string_view kLetters = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
constexpr std::u32string_view kTones = U"\u0300\u0309\u0303\u0301\u0323";
constexpr std::u32string_view kShapes = U"\u0306\u0302\u031B";
constexpr char kPunctuation = 0x02;
constexpr char kNumber = 0x10;
constexpr char kFirstLetter = 0x20;

/// The three levels, each compared only where those before it are equal.
struct Levels {
  std::string letters{};
  std::string tones{};
  std::string cases{};
};

std::string decomposed(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE));
  if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (length < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(mapped), static_cast<size_t>(length));
  std::free(mapped);
  return result;
}

/// The letter that a shape makes of a plain one: ă of a and a breve; the plain one if none.
char32_t shaped(char32_t plain, char32_t shape) {
  if (shape == U'\u0306') return plain == U'a' ? U'ă' : plain;
  if (shape == U'\u031B') return plain == U'o' ? U'ơ' : plain == U'u' ? U'ư' : plain;
  return plain == U'a' ? U'â' : plain == U'e' ? U'ê' : plain == U'o' ? U'ô' : plain;
}

char weight_of(char32_t letter) {
  return static_cast<char>(kFirstLetter + static_cast<char>(kLetters.find(letter)));
}

/// Takes the digits at the start of `rest`: more digits are a greater number.
void add_number(std::string_view& rest, Levels& levels) {
  const size_t end = std::min(rest.find_first_not_of("0123456789"), rest.size());
  std::string_view digits = rest.substr(0, end);
  rest.remove_prefix(end);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  size_t count = digits.size();
  levels.letters += kNumber;
  for (; count >= 0xFF; count -= 0xFF) levels.letters += '\xFF';
  levels.letters += static_cast<char>(count);
  levels.letters += digits;
}

/// True if the mark belongs to the letter before it and was added to its levels.
bool add_mark(char32_t mark, char32_t letter, Levels& levels) {
  if (letter == 0) return false;
  if (const size_t tone = kTones.find(mark); tone != kTones.npos) {
    levels.tones += static_cast<char>(2 + tone);
    return true;
  }
  if (kShapes.find(mark) == kShapes.npos || shaped(letter, mark) == letter) return false;
  levels.letters.back() = weight_of(shaped(letter, mark));
  return true;
}

/// Adds a letter or another character; the small letter, or 0 if it is none of ours.
char32_t add_character(utf8proc_int32_t code, std::string_view bytes, Levels& levels) {
  const auto small = static_cast<char32_t>(utf8proc_tolower(code));
  if (kLetters.find(small) != kLetters.npos) {
    levels.letters += weight_of(small);
    levels.tones += '\x01';
    levels.cases += small == static_cast<char32_t>(code) ? '\x01' : '\x02';
    return small;
  }
  const utf8proc_category_t category = utf8proc_category(code);
  const bool is_punctuation =
      (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_ZP) || code < 0x80;
  if (is_punctuation) levels.letters += kPunctuation;
  levels.letters += bytes;  // of other scripts: greater than the weight of any letter
  return 0;
}

}  // namespace

std::string collation_key(std::string_view text) {
  const std::string apart = decomposed(text);
  Levels levels;
  char32_t letter = 0;
  for (std::string_view rest = apart; !rest.empty();) {
    if (rest[0] >= '0' && rest[0] <= '9') {
      add_number(rest, levels);
      letter = 0;
      continue;
    }
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t valid =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                         static_cast<utf8proc_ssize_t>(rest.size()), &code);
    const size_t length = valid > 0 ? static_cast<size_t>(valid) : 1;
    if (valid <= 0) code = 0xFFFF;  // no character: its byte stands for itself
    if (!add_mark(static_cast<char32_t>(code), letter, levels))
      letter = add_character(code, rest.substr(0, length), levels);
    rest.remove_prefix(length);
  }
  return levels.letters + '\0' + levels.tones + '\0' + levels.cases;
}

void sort_names(std::vector<std::string>& names) {
  std::vector<std::pair<std::string, std::string>> keyed;
  for (std::string& name : names) {
    std::string key = collation_key(name);
    keyed.emplace_back(std::move(key), std::move(name));
  }
  std::sort(keyed.begin(), keyed.end());
  std::transform(keyed.begin(), keyed.end(), names.begin(),
                 [](auto& pair) { return std::move(pair.second); });
}

}  // namespace kdcl
