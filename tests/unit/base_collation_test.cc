#include <doctest/doctest.h>

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
