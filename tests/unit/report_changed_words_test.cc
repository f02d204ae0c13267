#include <doctest/doctest.h>

#include "report/common/cause_words.h"

namespace kdcl {
namespace {

using Marked = std::pair<std::string, std::string>;

TEST_CASE("changed words: marked on both sides, neighbours together") {
  CHECK(mark_changed_words("ít nhất 70 %", "ít nhất 75 %") ==
        Marked{"ít nhất «70» %", "ít nhất «75» %"});
  CHECK(mark_changed_words("a b c d e", "a x y d e") == Marked{"a «b c» d e", "a «x y» d e"});
  CHECK(mark_changed_words("a b c d e f", "z b c d e") == Marked{"«a» b c d e «f»", "«z» b c d e"});
}

TEST_CASE("changed words: what only one side has") {
  CHECK(mark_changed_words("a b", "a b c") == Marked{"a b", "a b «c»"});
  CHECK(mark_changed_words("a b c", "a c") == Marked{"a «b» c", "a c"});
  CHECK(mark_changed_words("a b c", "c a b") == Marked{"a b «c»", "«c» a b"});
}

TEST_CASE("changed words: none where less than half is the same") {
  CHECK(mark_changed_words("a b", "a c") == Marked{"a «b»", "a «c»"});
  CHECK(mark_changed_words("a b c", "a x y") == Marked{"a b c", "a x y"});
  CHECK(mark_changed_words("a", "a b c") == Marked{"a", "a b c"});
  CHECK(mark_changed_words("a", "b") == Marked{"a", "b"});
}

TEST_CASE("changed words: nothing to mark in equal and empty texts") {
  CHECK(mark_changed_words("a b", "a b") == Marked{"a b", "a b"});
  CHECK(mark_changed_words("", "a b") == Marked{"", "a b"});
  CHECK(mark_changed_words("a b", "") == Marked{"a b", ""});
  CHECK(mark_changed_words("", "") == Marked{"", ""});
}

TEST_CASE("changed words: brackets and marks at the end of a word are not part of it") {
  CHECK(mark_changed_words("đạt 85%, và (x >= 1)", "đạt 88%, và (x >= 2)") ==
        Marked{"đạt «85»%, và (x >= «1»)", "đạt «88»%, và (x >= «2»)"});
  CHECK(mark_changed_words("tên khác: Sĩ số", "tên khác: Sĩ số, Học sinh") ==
        Marked{"tên khác: Sĩ số", "tên khác: Sĩ số«, Học sinh»"});
  CHECK(mark_changed_words("từ 10,5 đến 1.000 m", "từ 12,5 đến 2.000 m.") ==
        Marked{"từ «10,5» đến «1.000» m", "từ «12,5» đến «2.000» m«.»"});
}

TEST_CASE("changed words: several blanks are as one") {
  CHECK(mark_changed_words("a  b c ", " a b d") == Marked{"a b «c»", "a b «d»"});
}

}  // namespace
}  // namespace kdcl
