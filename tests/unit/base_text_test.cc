#include <doctest/doctest.h>

#include <vector>

#include "base/text.h"

namespace kdcl {
namespace {

std::string bytes_of(std::initializer_list<int> values) {
  std::string bytes;
  for (const int value : values) bytes += static_cast<char>(value);
  return bytes;
}

struct Utf8Case {
  std::string bytes;
  bool is_valid;
};

TEST_CASE("text: UTF-8 at the edges of every range") {
  const Utf8Case cases[] = {
      {"", true},
      {bytes_of({0x00}), true},
      {bytes_of({0x7F}), true},
      {bytes_of({0x80}), false},
      {bytes_of({0xBF}), false},
      {bytes_of({0xC0, 0x80}), false},
      {bytes_of({0xC1, 0xBF}), false},
      {bytes_of({0xC2, 0x80}), true},
      {bytes_of({0xDF, 0xBF}), true},
      {bytes_of({0xC2}), false},
      {bytes_of({0xC2, 0x7F}), false},
      {bytes_of({0xC2, 0xC0}), false},
      {bytes_of({0xE0, 0x9F, 0xBF}), false},
      {bytes_of({0xE0, 0xA0, 0x80}), true},
      {bytes_of({0xEC, 0xBF, 0xBF}), true},
      {bytes_of({0xED, 0x9F, 0xBF}), true},
      {bytes_of({0xED, 0xA0, 0x80}), false},
      {bytes_of({0xED, 0xBF, 0xBF}), false},
      {bytes_of({0xEE, 0x80, 0x80}), true},
      {bytes_of({0xEF, 0xBF, 0xBF}), true},
      {bytes_of({0xE1, 0x80}), false},
      {bytes_of({0xE1, 0x80, 0x7F}), false},
      {bytes_of({0xE1, 0x7F, 0x80}), false},
      {bytes_of({0xF0, 0x8F, 0xBF, 0xBF}), false},
      {bytes_of({0xF0, 0x90, 0x80, 0x80}), true},
      {bytes_of({0xF3, 0xBF, 0xBF, 0xBF}), true},
      {bytes_of({0xF4, 0x8F, 0xBF, 0xBF}), true},
      {bytes_of({0xF4, 0x90, 0x80, 0x80}), false},
      {bytes_of({0xF5, 0x80, 0x80, 0x80}), false},
      {bytes_of({0xF1, 0x80, 0x80}), false},
      {bytes_of({0xF1, 0x80, 0x80, 0x7F}), false},
      {bytes_of({0xFE}), false},
      {bytes_of({0xFF}), false},
  };
  for (const Utf8Case& c : cases) {
    CAPTURE(c.bytes);
    // Alone, and at every place of a longer text, which is read eight bytes at a time.
    CHECK(is_utf8(c.bytes) == c.is_valid);
    for (size_t before = 0; before < 18; ++before)
      for (const size_t after : {size_t{1}, size_t{9}})
        CHECK(is_utf8(std::string(before, 'a') + c.bytes + std::string(after, 'b')) == c.is_valid);
    CHECK(is_utf8("đđđđđđ" + c.bytes) == c.is_valid);
  }
}

TEST_CASE("text: every character is UTF-8, every piece of one is not") {
  for (uint32_t code = 0x80; code < 0x110000; code += code < 0x900 ? 1 : 97) {
    if (code >= 0xD800 && code < 0xE000) continue;
    const auto at = [code](unsigned shift) {
      return static_cast<int>(0x80 | (code >> shift & 0x3F));
    };
    const std::string bytes =
        code < 0x800     ? bytes_of({static_cast<int>(0xC0 | code >> 6), at(0)})
        : code < 0x10000 ? bytes_of({static_cast<int>(0xE0 | code >> 12), at(6), at(0)})
                         : bytes_of({static_cast<int>(0xF0 | code >> 18), at(12), at(6), at(0)});
    CAPTURE(code);
    CHECK(is_utf8(bytes));
    CHECK_FALSE(is_utf8(bytes.substr(1)));
    CHECK_FALSE(is_utf8(bytes.substr(0, bytes.size() - 1)));
  }
}

TEST_CASE("text: blanks at both ends") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"a", "a"},
      {"  a b  ", "a b"},
      {"\t\r\n\v\fa\n", "a"},
      {"\u00A0a\u00A0", "a"},
      {"\uFEFF a", "a"},
      {" \u00A0 ", ""},
      {"à", "à"},
      {"\u00A0à\u00A0 ", "à"},
      {"\u00E0", "\u00E0"},
  };
  for (const auto& [text, trimmed] : cases) {
    CAPTURE(text);
    CHECK(trim(text) == trimmed);
  }
}

TEST_CASE("text: the composed form") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"abc", "abc"},
      {"", ""},
      {"Sơn La", "S\u01A1n La"},
      {"So\u031Bn La", "S\u01A1n La"},
      {"ti\u00EA\u0301u", "ti\u1EBFu"},
      {"tie\u0302\u0301u", "ti\u1EBFu"},
      // Marks in the other order mean the same.
      {"a\u0323\u0302", "\u1EAD"},
      {"a\u0302\u0323", "\u1EAD"},
      {"đ", "đ"},
      {"\xFFo\u0302", "\xFFo\u0302"},  // not UTF-8: as it is
  };
  for (const auto& [text, composed] : cases) {
    CAPTURE(text);
    CHECK(to_nfc(text) == composed);
  }
}

TEST_CASE("text: the key under which names match") {
  CHECK(fold("  Số Học Sinh ") == fold("so\u0302\u0301 ho\u0323c sinh"));
  CHECK(fold("ĐẠT") == "đạt");
  CHECK(fold("SCHOOL_ID") == "school_id");
  CHECK(fold("5.5.1Đ") == "5.5.1đ");
  CHECK(fold("") == "");
  CHECK(fold(" \xFF") == "\xFF");
  CHECK(fold("số") != fold("so"));
  CHECK(fold("\u200BSố\u00AD học\uFEFF ") == "số học");
}

TEST_CASE("text: words whatever the blanks between them") {
  CHECK(fold_name("  Không   ĐẠT\n") == "không đạt");
  CHECK(fold_name("a\u00A0\r\n\tb\u2003c") == "a b c");
  CHECK(fold_name("a\u200Bb") == "ab");
  CHECK(fold_name("  ") == "");
  CHECK(fold_name("\xFF  a") == "\xFF a");
}

TEST_CASE("text: without what nobody sees") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"T01\u200B", "T01"},
      {"\uFEFFT\u200D01", "T01"},
      {"Mộc\u00A0Châu", "Mộc Châu"},
      {"Mộc\u202FChâu", "Mộc Châu"},
      {"Mộc\u3000Châu", "Mộc Châu"},
      {"Mai\u00AD Sơn", "Mai Sơn"},
      {"\u202AMai\u202C \u2060Sơn\u200E", "Mai Sơn"},
      {"Mai – “Sơn”", "Mai – “Sơn”"},
      {"So\u031Bn\u200B La", "Sơn La"},
      {"Mai\tSơn", "Mai\tSơn"},
      {"", ""},
      {"\xFF\u200B", "\xFF\u200B"},  // not UTF-8: as it is
  };
  for (const auto& [text, visible] : cases) {
    CAPTURE(text);
    CHECK(visible_text(text) == visible);
    if (visible != text && is_utf8(text)) {
      const Utf8Check check = check_utf8(text);
      CHECK(check.may_be_invisible);
    }
  }
  CHECK_FALSE(check_utf8("Mường La, Tiểu học Ngọc Chiến").may_be_invisible);
}

TEST_CASE("text: width on a terminal") {
  const std::pair<std::string_view, size_t> cases[] = {
      {"", 0},        {"abc", 3},  {"Sơn La", 6}, {"So\u031Bn", 3}, {"ạ", 1},
      {"a\u0323", 1}, {"学校", 4}, {"a\nb", 2},   {"–", 1},
  };
  for (const auto& [text, width] : cases) {
    CAPTURE(text);
    CHECK(display_width(text) == width);
  }
}

TEST_CASE("text: shortened to a width") {
  struct Case {
    std::string_view text;
    size_t width;
    std::string_view result;
  };
  const Case cases[] = {
      {"abc", 3, "abc"},       {"abcd", 3, "ab…"},    {"abc", 0, ""},
      {"abc", 1, "…"},         {"", 0, ""},           {"abc", 10, "abc"},
      {"Sơn La", 6, "Sơn La"}, {"Sơn La", 4, "Sơn…"}, {"So\u031Bn La", 3, "So\u031B…"},
      {"学校学", 5, "学校…"},  {"学校学", 4, "学…"},  {"学", 1, "…"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.width);
    CHECK(shorten(c.text, c.width) == c.result);
    CHECK(display_width(shorten(c.text, c.width)) <= c.width);
  }
}

TEST_CASE("text: an excerpt for a message") {
  CHECK(excerpt("abc") == "abc");
  CHECK(excerpt("a\nb\tc\x7F"
                "d\x1B[1m") == "a b c d [1m");
  CHECK(excerpt("a\u0085b\u009Fc") == "a b c");
  CHECK(excerpt("tr\xEFng") == "tr\uFFFDng");
  CHECK(excerpt(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(excerpt(std::string(41, 'x')) == std::string(39, 'x') + "…");
  CHECK(display_width(excerpt(std::string(1000000, 'x'))) == 40);
  CHECK(excerpt("") == "");
}

TEST_CASE("text: the nearest name") {
  const std::vector<std::string_view> names = {"pupils", "pupils_completed", "teachers",
                                               "rooms",  "5.5.1a",           "số"};
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"pupil", "pupils"},
      {"puplis", "pupils"},
      {"PUPILS", "pupils"},
      {"techers", "teachers"},
      {"teachres", "teachers"},
      {"room", "rooms"},
      {"5.5.1b", "5.5.1a"},
      {"zzzzz", ""},
      {"", ""},
      {"ab", ""},
      {"pupils_complete", "pupils_completed"},
      {"bedrooms", ""},
      {"rom", ""},
  };
  for (const auto& [written, nearest] : cases) {
    CAPTURE(written);
    CHECK(nearest_name(written, names) == nearest);
  }
  CHECK(nearest_name("x", {}) == "");
}

TEST_CASE("text: at most a third of the letters differ") {
  const std::vector<std::string_view> names = {"abcdef"};
  CHECK(nearest_name("abcdxy", names) == "abcdef");
  CHECK(nearest_name("abcxyz", names) == "");
  CHECK(nearest_name(std::string(100000, 'a'), names) == "");
}

TEST_CASE("letters and diacritics apart") {
  const BareText town = bare_text("Đà Nẵng");
  CHECK(town.letters == "da nang");
  CHECK(town.marks == U"\u0111\u0300\u0303\u0306");
  CHECK(bare_text("Hoà").marks == bare_text("Hòa").marks);
  CHECK(bare_text("Ho\u00E0").letters == bare_text("Hoa\u0300").letters);
  CHECK(bare_text("").letters.empty());
  CHECK(bare_text("abc").marks.empty());
  // Eth, the African letter, Cyrillic and Greek ones look like these.
  CHECK(bare_text("Ðà").letters == "da");
  CHECK(bare_text("Ðà").marks == bare_text("Đà").marks);
  CHECK(bare_text("Ɖà").marks == bare_text("Đà").marks);
  CHECK(bare_text("Маі Ѕоn").letters == "mai son");
  CHECK(bare_text("Ηοa").letters == "hoa");
}

}  // namespace
}  // namespace kdcl
