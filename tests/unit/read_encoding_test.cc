#include <doctest/doctest.h>

#include "base/text.h"
#include "read/csv/encoding.h"

namespace kdcl {
namespace {

std::string decoded(Encoding encoding, std::string_view bytes) {
  std::string out;
  CHECK(decode(encoding, bytes, true, out) == bytes.size());
  return out;
}

// Bytes by glibc's iconv (WINDOWS-1258 and TCVN5712-1) from the text on the right.
TEST_CASE("Vietnamese of the old encodings") {
  const struct {
    Encoding encoding;
    const char* bytes;
    const char* text;
  } cases[] = {
      {Encoding::windows_1258,
       "Tr\xFD\xF5\xCCng ti\xEA\xD2u ho\xF2"
       "c \xD0\xF4\xCC ng\xFD",
       "Trường tiểu học Đồ ngư"},
      {Encoding::windows_1258, "M\xFD\xF5\xCCng B\xE3\xEC", "Mường Bắ"},
      {Encoding::windows_1258,
       "\x93"
       "a\x94 \x80",
       "“a” €"},
      {Encoding::tcvn3,
       "Tr\xAD\xEA"
       "ng ti\xD3u h\xE4"
       "c \xA7\xE5 ng\xAD",
       "Trường tiểu học Đồ ngư"},
      {Encoding::tcvn3,
       "M\xAD\xEA"
       "ng L\xB5, B\xBE"
       "c Y\xAAn",
       "Mường Là, Bắc Yên"},
      {Encoding::tcvn3,
       "a\xA0"
       "b",
       "a\u00A0b"},
  };
  for (const auto& [encoding, bytes, text] : cases) {
    CAPTURE(text);
    CHECK(decoded(encoding, bytes) == text);
  }
}

TEST_CASE("a letter and its tone may come in two pieces") {
  const std::string bytes =
      "Tr\xFD\xF5\xCCng ti\xEA\xD2u ho\xF2"
      "c";
  for (size_t first = 0; first <= bytes.size(); ++first) {
    std::string out;
    std::string_view rest = bytes;
    rest.remove_prefix(decode(Encoding::windows_1258, rest.substr(0, first), false, out));
    CHECK(decode(Encoding::windows_1258, rest, true, out) == rest.size());
    CHECK(out == "Trường tiểu học");
  }
}

TEST_CASE("bytes that an encoding does not have stay no text") {
  for (const auto& [encoding, byte] :
       {std::pair(Encoding::windows_1258, '\x81'), std::pair(Encoding::tcvn3, '\xFF')}) {
    const std::string out = decoded(encoding, std::string("a") + byte + "b");
    CHECK(first_not_utf8(out) == 1);
    CHECK(out.size() == 3);
  }
}

TEST_CASE("what the first bytes say") {
  CHECK(find_encoding("\xEF\xBB\xBF"
                      "a")
            .encoding == Encoding::utf8);
  CHECK(find_encoding("\xEF\xBB\xBF"
                      "a")
            .size == 3);
  CHECK(find_encoding("\xFF\xFE").encoding == Encoding::utf16_little);
  CHECK(find_encoding("\xFE\xFF").encoding == Encoding::utf16_big);
  CHECK(find_encoding(std::string("a\0b\0,\0c\0", 8)).encoding == Encoding::utf16_little);
  CHECK(find_encoding(std::string("\0a\0b\0,\0c", 8)).encoding == Encoding::utf16_big);
  CHECK(find_encoding(std::string("a\0b\0,\0c\0", 8)).size == 0);
  CHECK(find_encoding(std::string("ab\0cdefg", 8)).encoding == Encoding::unknown);
  CHECK(find_encoding("a,b\n").encoding == Encoding::unknown);
  CHECK(find_encoding("").encoding == Encoding::unknown);
}

TEST_CASE("encodings by name") {
  CHECK(encoding_named("UTF-8") == Encoding::utf8);
  CHECK(encoding_named("utf-16") == Encoding::utf16_little);
  CHECK(encoding_named("Windows-1258") == Encoding::windows_1258);
  CHECK(encoding_named("tcvn3") == Encoding::tcvn3);
  CHECK_FALSE(encoding_named("viscii"));
  CHECK(encoding_name(Encoding::utf16_big) == "utf-16");
}

TEST_CASE("where text stops being UTF-8") {
  CHECK(first_not_utf8("") == 0);
  CHECK(first_not_utf8("đạt") == 6);
  CHECK(first_not_utf8("đ\xE1\xBA") == 2);
  const std::string many = std::string(4095, 'a') + "đ" + std::string(5000, 'b');
  CHECK(first_not_utf8(many) == many.size());
  CHECK(first_not_utf8(many + "\xFF") == many.size());
}

}  // namespace
}  // namespace kdcl
