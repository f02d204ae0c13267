#include <doctest/doctest.h>
#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/collation.h"

namespace kdcl {
namespace {

TEST_CASE("names stand in the order of a Vietnamese dictionary") {
  const std::vector<std::string_view> names = {
      "",   "-",      "2",   "10",   "a",     "A",       "à",        "ả",        "ã",
      "á",  "ạ",      "an",  "ăn",   "ân",    "ấn",      "Bắc Yên",  "da",       "Dung",
      "đa", "Đà Bắc", "đô",  "Đô",   "đơ",    "Mai Sơn", "Mường La", "tu",       "tư",
      "từ", "Tử",     "vân", "Xã 2", "Xã 10", "Xã 10a",  "Xã A",     "Yên Châu", "z"};
  for (size_t i = 0; i < names.size(); ++i)
    for (size_t j = i + 1; j < names.size(); ++j) {
      CAPTURE(names[i]);
      CAPTURE(names[j]);
      CHECK(collation_key(names[i]) < collation_key(names[j]));
    }
}

// ICU orders punctuation among itself in another way; names that differ there first are left out.
TEST_CASE("syllables and numbers stand as ICU puts them") {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale("vi"), status));
  REQUIRE(U_SUCCESS(status));
  collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  std::vector<std::string> names;
  for (const char* vowel : {"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"})
    for (const char* tone : {"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"})
      for (const char* before : {"", "đ", "D", "Xã 2 "})
        for (const char* after : {"", "N", " 10", "ng Đ"})
          names.push_back(std::string(before) + vowel + tone + after);
  std::vector<std::string> keys;
  std::vector<icu::UnicodeString> wide;
  for (const std::string& name : names) {
    keys.push_back(collation_key(name));
    wide.push_back(icu::UnicodeString::fromUTF8(name));
  }
  size_t different = 0;
  for (size_t i = 0; i < names.size(); ++i)
    for (size_t j = 0; j < names.size(); ++j) {
      const int here = (keys[i] > keys[j]) - (keys[i] < keys[j]);
      different += here != collator->compare(wide[i], wide[j], status);
    }
  CHECK(different == 0);
}

TEST_CASE("sorting is the same whatever the order before") {
  std::vector<std::string> names = {"Xã 10", "Đô", "7", "Xã 2", "đô", "Da", "007", "Yên"};
  sort_names(names);
  CHECK(names == std::vector<std::string>{"007", "7", "Da", "đô", "Đô", "Xã 2", "Xã 10", "Yên"});
}

TEST_CASE("a letter outweighs a tone and a tone outweighs case, wherever they stand") {
  CHECK(collation_key("Bản à") < collation_key("ban b"));
  CHECK(collation_key("BAN") < collation_key("bàn"));
}

TEST_CASE("composed and decomposed text have one key") {
  CHECK(collation_key("\u1EAD") == collation_key("a\u0323\u0302"));
  CHECK(collation_key("\u1EAD") == collation_key("a\u0302\u0323"));
  CHECK(collation_key("\u1EEB") == collation_key("u\u031B\u0300"));
  CHECK(collation_key("\u1EAD") != collation_key("\u1EA1"));
}

TEST_CASE("numbers count by value, whatever their length") {
  CHECK(collation_key("007") == collation_key("7"));
  CHECK(collation_key(std::string(254, '9')) < collation_key('1' + std::string(254, '0')));
  CHECK(collation_key(std::string(255, '9')) < collation_key('1' + std::string(255, '0')));
}

}  // namespace
}  // namespace kdcl
