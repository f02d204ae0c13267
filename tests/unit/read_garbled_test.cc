#include <doctest/doctest.h>

#include "base/text.h"
#include "read/csv/encoding.h"

namespace kdcl {
namespace {

/// "tcvn3: Mường La"; empty for sound text.
std::string seen(const char* text) {
  if (!check_utf8(text).may_be_garbled) return {};
  const auto found = find_garbled(text);
  return found ? std::string(garbled_name(found->from)) + ": " + found->text : std::string();
}

TEST_CASE("UTF-8 read as Latin-1, Windows-1252 or Windows-1258") {
  CHECK(seen("MÆ°á»\u009Dng La") == "utf-8: Mường La");
  CHECK(seen("Tiá»ƒu há»\u008Dc") == "utf-8: Tiểu học");
  CHECK(seen("H\u00C3\u00A0 Ná»™i") == "utf-8: Hà Nội");
  CHECK(seen("H\u00C3\u00A0 Giang") == "utf-8: Hà Giang");
  CHECK(seen("To\u00C3\u00A0n") == "utf-8: Toàn");
  CHECK(seen("SÆ¡n La") == "utf-8: Sơn La");
  CHECK(seen("ThĂ´n") == "utf-8: Thôn");
}

TEST_CASE("UTF-8 of which bytes are lost on the way") {
  CHECK(seen("MÆ°á»ng La") == "utf-8: Mư\uFFFDng La");
  CHECK(seen("MÆ°á»?ng La") == "utf-8: Mư\uFFFDng La");
  CHECK(seen("MÆ°á»\uFFFDng La") == "utf-8: Mư\uFFFDng La");
  CHECK(seen("H\u00C3  Ná»™i") == "utf-8: Hà Nội");
  CHECK(seen("H\u00C3 Ná»™i") == "utf-8: Hà Nội");
}

TEST_CASE("text of .Vn and VNI fonts") {
  CHECK(seen("M\u00ADêng La") == "tcvn3: Mường La");
  CHECK(seen("TiÓu häc §oµn KÕt") == "tcvn3: Tiểu học Đoàn Kết");
  CHECK(seen("S¬n La") == "tcvn3: Sơn La");
  CHECK(seen("Tröôøng Tieåu hoïc") == "vni: Trường Tiểu học");
  CHECK(seen("Ñoâng Anh") == "vni: Đông Anh");
}

TEST_CASE("sound text") {
  for (const char* text :
       {"Mường La", "Tiểu học Hoa Ban", "Hà\u00A0Nam", "«Hoa Sen»", "Saint-François", "50 m²",
        "20 °C", "Müller", "XÃ\u00A0A", "Điện Biên", "Đăk Lăk", "Bát Xát", "số 1 – Thôn Đồng", ""})
    CHECK_MESSAGE(seen(text).empty(), text);
}

TEST_CASE("a font tells what letters alone do not") {
  CHECK(from_old_font("phè", GarbledFrom::tcvn3) == "phố");
  CHECK_FALSE(from_old_font("Hoa Ban", GarbledFrom::tcvn3));
  CHECK_FALSE(from_old_font("Mường La", GarbledFrom::tcvn3));
  CHECK(from_old_font("ÑOÀNG", GarbledFrom::vni) == "ĐỒNG");
}

}  // namespace
}  // namespace kdcl
