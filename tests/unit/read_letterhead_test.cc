#include <doctest/doctest.h>

#include "read/small/letterhead.h"

namespace kdcl {
namespace {

std::string said_of(std::string_view text, Language language = Language::en) {
  Diagnostics diagnostics(language);
  const bool is_read = read_letterhead("l.yaml", text, diagnostics).has_value();
  CHECK(is_read != diagnostics.has_errors());
  return format_diagnostics(diagnostics, false);
}

TEST_CASE("a letterhead is read whole") {
  Diagnostics diagnostics(Language::en);
  const auto read = read_letterhead("l.yaml", R"(left:
  - ỦY BAN NHÂN DÂN TỈNH SƠN LA
  - {vi: SỞ GIÁO DỤC VÀ ĐÀO TẠO, en: DEPARTMENT OF EDUCATION}
right: [A, B]
place: Sơn La
signers:
  - {title: NGƯỜI LẬP BIỂU}
  - {title: GIÁM ĐỐC, note: (Ký số), name: Lò Thị A}
)",
                                    diagnostics);
  REQUIRE(format_diagnostics(diagnostics, false) == "");
  REQUIRE(read->left.size() == 2);
  CHECK(read->left[0].en == "ỦY BAN NHÂN DÂN TỈNH SƠN LA");
  CHECK(read->left[1].en == "DEPARTMENT OF EDUCATION");
  CHECK(read->right == std::vector<LocalText>{{"A", "A"}, {"B", "B"}});
  CHECK(read->place.vi == "Sơn La");
  REQUIRE(read->signers.size() == 2);
  CHECK(read->signers[0].name.vi == "");
  CHECK(read->signers[0].note.vi == "");
  CHECK(read->signers[1].title.vi == "GIÁM ĐỐC");
  CHECK(read->signers[1].note.vi == "(Ký số)");
  CHECK(read->signers[1].name.vi == "Lò Thị A");
}

TEST_CASE("what a file leaves out is empty") {
  Diagnostics diagnostics(Language::en);
  const auto read = read_letterhead("l.yaml", "place: Sơn La\n", diagnostics);
  REQUIRE(read);
  CHECK(read->left.empty());
  CHECK(read->right.empty());
  CHECK(read->signers.empty());
}

TEST_CASE("faults of letterheads") {
  const struct {
    std::string_view text, said;
  } kCases[] = {
      {"place: A\nlft: [A]\n",
       "l.yaml:2:1: error: file: unknown key \"lft\"\n  hint: did you mean \"left\"?\n"},
      {"left: A\n", "l.yaml:1:7: error: left: expected a list, found \"A\"\n"},
      {"left: []\n", "l.yaml:1:7: error: left: expected at least one item\n"},
      {"left: [A, [B]]\n", "l.yaml:1:11: error: left: expected a text, found a list\n"},
      {"left: [A, \" \"]\n", "l.yaml:1:11: error: left: expected a text, found a blank one\n"},
      {"left: [A, {vi: B}]\n", "l.yaml:1:11: error: left: missing key \"en\"\n"},
      {"left: [A, B, C, D]\n", ""},
      {"left: [A, B, C, D, E]\n", "l.yaml:1:20: error: left: expected at most 4 items, found 5\n"},
      {"place: |\n  A\n  B\n", "l.yaml:1:8: error: place: expected a text of one line\n"},
      {"signers: [{name: A}]\n", "l.yaml:1:11: error: signers: missing key \"title\"\n"},
      {"signers: [A]\n", "l.yaml:1:11: error: signers: expected a map, found \"A\"\n"},
      {"signers: [{title: A, nane: B}]\n",
       "l.yaml:1:22: error: signers: unknown key \"nane\"\n  hint: did you mean \"name\"?\n"},
      {"{}\n", "l.yaml:1:1: error: the file says nothing: expected at least one key\n"},
  };
  for (const auto& one : kCases) {
    CAPTURE(one.text);
    CHECK(said_of(one.text) == one.said);
  }
  CHECK(said_of("left: [A, B, C, D, E]\n", Language::vi) ==
        "l.yaml:1:20: lỗi: left: cần nhiều nhất 4 mục, gặp 5\n");
}

}  // namespace
}  // namespace kdcl
