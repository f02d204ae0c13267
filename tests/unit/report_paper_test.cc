#include <doctest/doctest.h>

#include "report/common/paper.h"

namespace kdcl {
namespace {

TEST_CASE("an empty letterhead gives the usual words") {
  const Heading heading = state_heading({}, Language::vi);
  CHECK(heading.left ==
        std::vector<std::string>{"UBND TỈNH ..................", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"});
  CHECK(heading.right.front() == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  const SignatureBlock block = signature_block({}, 19722, Language::vi);
  CHECK(block.place_and_date == "..............., ngày 31 tháng 12 năm 2023");
  REQUIRE(block.people.size() == 2);
  CHECK(block.people[1].note == "(Ký tên, đóng dấu)");
  CHECK(signature_block({}, kNoDate, Language::en).place_and_date ==
        "..............., ...../...../.....");
}

TEST_CASE("a letterhead replaces what it says, in both languages") {
  Letterhead letterhead;
  letterhead.left = {{"A", "B"}};
  letterhead.place = {"Sơn La", "Son La"};
  letterhead.signers = {{{"C", "D"}, {}, {}}, {{"E", "F"}, {"(g)", "(h)"}, {"I", "J"}}};
  CHECK(state_heading(letterhead, Language::en).left == std::vector<std::string>{"B"});
  CHECK(state_heading(letterhead, Language::en).right.size() == 2);
  const SignatureBlock block = signature_block(letterhead, 19722, Language::vi);
  CHECK(block.place_and_date == "Sơn La, ngày 31 tháng 12 năm 2023");
  REQUIRE(block.people.size() == 2);
  CHECK(block.people[0].note == "(Ký, ghi rõ họ tên)");
  CHECK(block.people[0].name.empty());
  CHECK(block.people[1].note == "(g)");
  CHECK(block.people[1].name == "I");
}

}  // namespace
}  // namespace kdcl
