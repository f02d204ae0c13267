#include <doctest/doctest.h>

#include "model/alike_names.h"

namespace kdcl::test {
namespace {

TEST_CASE("names that may be one place") {
  const struct {
    std::vector<std::string> names;
    bool alike;
  } kCases[] = {
      {{"TP Sơn La", "TP. Sơn La"}, true},
      {{"TP Sơn La", "Thành phố Sơn La"}, true},
      {{"TP Sơn La", "tp son la"}, true},
      {{"TP Sơn La", "Sơn La"}, true},
      {{"Mai Sơn", "Huyện Mai Sơn"}, true},
      {{"Mai Sơn", "Mai  Sơn "}, true},
      {{"Hoà Bình", "Hòa Bình"}, true},
      {{"Đà Nẵng", "Da Nang"}, true},
      {{"Mường La", "Mường Lạ"}, false},
      {{"Tân Lập", "Tân Lạp"}, false},
      {{"Huyện Cai Lậy", "Thị xã Cai Lậy"}, false},
      {{"Hát Lót", "Thị trấn Hát Lót"}, false},
      {{"Quận 1", "Quận 11"}, false},
      {{"Xã", "Xã Xã"}, true},
      {{"", "?"}, false},
      {{"Mai Sơn"}, false},
  };
  for (const auto& [names, alike] : kCases) {
    CAPTURE(names.front());
    CAPTURE(names.back());
    CHECK(alike_names(names).size() == (alike ? 1 : 0));
    if (alike) CHECK(alike_names(names).front().size() == names.size());
  }
}

TEST_CASE("a name without diacritics is like the only one with them") {
  const std::vector<std::string> two{"Ban A", "Bàn A", "Bản A"};
  CHECK(alike_names(two).empty());
}

}  // namespace
}  // namespace kdcl::test
