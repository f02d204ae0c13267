#include "model/alike_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace kdcl {
namespace {

/// Ways of writing a kind of place, without diacritics, the longer ones first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kKinds{{
    {"thanh pho", "tp"},
    {"thi tran", "tt"},
    {"thi xa", "tx"},
    {"dac khu", "dac khu"},
    {"phuong", "p"},
    {"huyen", "h"},
    {"quan", "q"},
    {"tinh", "tinh"},
    {"xa", "xa"},
    {"tp", "tp"},
    {"tt", "tt"},
    {"tx", "tx"},
    {"p", "p"},
    {"h", "h"},
    {"q", "q"},
    {"x", "xa"},
    {"t", "tinh"},
}};

enum class CharKind : uint8_t { none, letter, digit };

/// Names with all dashes as one, and without apostrophes: "Cư M’gar" is "Cư M'gar" and "Cư Mgar".
std::string with_plain_signs(std::string_view name) {
  constexpr std::array<std::string_view, 9> kApostrophes = {
      "'", "`", "\u00B4", "\u02B9", "\u02BB", "\u02BC", "\u2018", "\u2019", "\u2032"};
  constexpr std::array<std::string_view, 6> kDashes = {"\u2010", "\u2011", "\u2012",
                                                       "\u2013", "\u2014", "\u2212"};
  std::string plain;
  while (!name.empty()) {
    const auto is_first = [name](std::string_view sign) { return name.starts_with(sign); };
    const auto apostrophe = std::find_if(kApostrophes.begin(), kApostrophes.end(), is_first);
    const auto dash = std::find_if(kDashes.begin(), kDashes.end(), is_first);
    if (apostrophe != kApostrophes.end()) {
      name.remove_prefix(apostrophe->size());
    } else if (dash != kDashes.end()) {
      plain += '-';
      name.remove_prefix(dash->size());
    } else {
      plain += name.front();
      name.remove_prefix(1);
    }
  }
  return plain;
}

CharKind kind_of(char c) {
  if (c >= '0' && c <= '9') return CharKind::digit;
  const bool is_letter = (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter ? CharKind::letter : CharKind::none;
}

/// The words of a name: what stands between blanks and punctuation, numbers apart ("P1").
std::vector<BareText> words_of(std::string_view name) {
  std::vector<BareText> words;
  CharKind last = CharKind::none;
  size_t start = 0;
  for (size_t i = 0; i <= name.size(); ++i) {
    const CharKind kind = i < name.size() ? kind_of(name[i]) : CharKind::none;
    if (kind == last) continue;
    if (last != CharKind::none) words.push_back(bare_text(name.substr(start, i - start)));
    last = kind;
    start = i;
  }
  return words;
}

constexpr std::u32string_view kTones = U"\u0300\u0301\u0303\u0309\u0323";
constexpr std::u32string_view kStroke = U"\u0111";

bool has_tone(const BareText& word) {
  return word.marks.find_first_of(kTones) != std::u32string::npos;
}

/// "my" as "mi", "quy" as "qui": i and y sound the same where no other vowel stands before them.
void write_with_i(std::string& letters) {
  constexpr std::string_view kVowels = "aeiouy";
  const size_t first = letters.starts_with("qu") ? 2 : letters.find_first_of(kVowels);
  if (first >= letters.size() || letters[first] != 'y') return;
  if (first + 1 == letters.size() || letters.starts_with("qu")) letters[first] = 'i';
}

/// "Đắk" as "Đắc"; and "Đak" as "Đăk", as many write the names of the Central Highlands.
void write_with_c(BareText& word) {
  std::string& letters = word.letters;
  if (letters == "dak" && word.marks == kStroke) word.marks = U"\u0111\u0306";
  if (letters.size() > 1 && letters.ends_with('k')) letters.back() = 'c';
}

/// "Đăc" as "Đắc": a syllable that ends in c, k, p or t cannot be without a tone, and
/// what is written without one sounds like the sắc.
void write_with_tone(BareText& word) {
  const std::string& letters = word.letters;
  const bool is_stopped = letters.ends_with('c') || letters.ends_with('p') ||
                          letters.ends_with('t') || letters.ends_with("ch");
  if (!is_stopped || has_tone(word)) return;
  word.marks.insert(std::upper_bound(word.marks.begin(), word.marks.end(), U'\u0301'), U'\u0301');
}

/// Gives what is spelt in several ways one spelling.
void unify(std::span<BareText> words) {
  const bool has_marks = std::any_of(words.begin(), words.end(),
                                     [](const BareText& word) { return !word.marks.empty(); });
  for (BareText& word : words) {
    const size_t zeros = word.letters.find_first_not_of('0');
    if (zeros != std::string::npos) word.letters.erase(0, zeros);
    write_with_i(word.letters);
    write_with_c(word);
    if (has_marks) write_with_tone(word);
  }
}

/// The number that small letters are in Roman signs, as digits; empty if they are none up to 39.
std::string roman_number(std::string_view letters) {
  static constexpr std::array<std::string_view, 10> kOnes = {"",  "i",  "ii",  "iii",  "iv",
                                                             "v", "vi", "vii", "viii", "ix"};
  for (size_t number = 1; number < 40; ++number) {
    const std::string roman = std::string(number / 10, 'x') + std::string(kOnes[number % 10]);
    if (roman == letters) return std::to_string(number);
  }
  return {};
}

std::string joined(std::span<const BareText> words) {
  std::string out;
  for (const BareText& word : words) out += (out.empty() ? "" : " ") + word.letters;
  return out;
}

/// What is compared of a name: the kind of place, empty if none is written, and the rest.
struct NameParts {
  std::string kind;
  std::string letters;
  std::u32string marks;
};

NameParts name_parts(const std::string& name) {
  std::vector<BareText> words = words_of(with_plain_signs(name));
  NameParts parts;
  size_t first = 0;
  for (const auto& [written, kind] : kKinds) {
    const size_t count = written.find(' ') == std::string_view::npos ? 1 : 2;
    if (words.size() <= count || joined({words.data(), count}) != written) continue;
    parts.kind = kind;
    first = count;
    break;
  }
  const std::span<BareText> rest = std::span(words).subspan(first);
  if (!parts.kind.empty() && rest.size() == 1 && rest[0].marks.empty())
    if (std::string number = roman_number(rest[0].letters); !number.empty())
      rest[0].letters = std::move(number);
  unify(rest);
  parts.letters = joined(rest);
  for (const BareText& word : rest) parts.marks += word.marks;
  return parts;
}

/// Names of one kind and the same letters, by their diacritics.
using Same = std::map<std::u32string, std::vector<std::string>>;

void move_all(std::vector<std::string>& from, std::vector<std::string>& to) {
  to.insert(to.end(), from.begin(), from.end());
  from.clear();
}

/// True if a name without a kind may be one of this kind: towns and wards keep theirs, because a
/// commune beside them often has the same name.
bool may_be_left_out(const std::string& kind) {
  return kind != "tt" && kind != "tx" && kind != "p";
}

}  // namespace

std::vector<std::vector<std::string>> alike_names(std::span<const std::string> names) {
  std::map<std::string, std::map<std::string, Same>> places;  // by letters, then by kind
  for (const std::string& name : names) {
    NameParts parts = name_parts(name);
    if (!parts.letters.empty()) places[parts.letters][parts.kind][parts.marks].push_back(name);
  }
  std::vector<std::vector<std::string>> alike;
  for (auto& [letters, kinds] : places) {
    if (kinds.size() == 2 && kinds.begin()->first.empty() &&
        may_be_left_out(std::next(kinds.begin())->first)) {
      Same& bare = kinds.begin()->second;
      for (auto& [marks, same] : bare) move_all(same, std::next(kinds.begin())->second[marks]);
      bare.clear();
    }
    for (auto& [kind, by_marks] : kinds) {
      if (by_marks.size() == 2 && by_marks.begin()->first.empty())
        move_all(by_marks.begin()->second, std::next(by_marks.begin())->second);
      for (auto& [marks, same] : by_marks)
        if (same.size() > 1) {
          std::sort(same.begin(), same.end());
          alike.push_back(std::move(same));
        }
    }
  }
  return alike;
}

}  // namespace kdcl
