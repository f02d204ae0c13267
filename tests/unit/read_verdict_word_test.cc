#include <doctest/doctest.h>

#include <cstring>
#include <string>

#include "base/text.h"
#include "read/csv/verdict_word.h"

namespace kdcl {
namespace {

struct Word {
  std::string_view lower, upper, capital, decomposed;
  VerdictCode code;
};

/// The words of the design in every case and in both Unicode forms.
constexpr Word kWords[] = {
    {"x", "X", "X", "x", VerdictCode::met},
    {"đ", "Đ", "Đ", "đ", VerdictCode::met},  // has no decomposed form
    {"đạt", "ĐẠT", "Đạt", "đa\u0323t", VerdictCode::met},
    {"dat", "DAT", "Dat", "dat", VerdictCode::met},
    {"1", "1", "1", "1", VerdictCode::met},
    {"yes", "YES", "Yes", "yes", VerdictCode::met},
    {"true", "TRUE", "True", "true", VerdictCode::met},
    {"met", "MET", "Met", "met", VerdictCode::met},
    {"k", "K", "K", "k", VerdictCode::not_met},
    {"kđ", "KĐ", "Kđ", "kđ", VerdictCode::not_met},
    {"không đạt", "KHÔNG ĐẠT", "Không đạt", "kho\u0302ng đa\u0323t", VerdictCode::not_met},
    {"khong dat", "KHONG DAT", "Khong dat", "khong dat", VerdictCode::not_met},
    {"0", "0", "0", "0", VerdictCode::not_met},
    {"no", "NO", "No", "no", VerdictCode::not_met},
    {"false", "FALSE", "False", "false", VerdictCode::not_met},
    {"not met", "NOT MET", "Not met", "not met", VerdictCode::not_met},
    {"n/a", "N/A", "N/a", "n/a", VerdictCode::not_applicable},
    {"kad", "KAD", "Kad", "kad", VerdictCode::not_applicable},
    {"không áp dụng", "KHÔNG ÁP DỤNG", "Không áp dụng", "kho\u0302ng a\u0301p du\u0323ng",
     VerdictCode::not_applicable},
    {"khong ap dung", "KHONG AP DUNG", "Khong ap dung", "khong ap dung",
     VerdictCode::not_applicable},
    {"not applicable", "NOT APPLICABLE", "Not Applicable", "not applicable",
     VerdictCode::not_applicable},
    {"", "", "", "", VerdictCode::unknown},
    {"?", "?", "?", "?", VerdictCode::unknown},
    {"chưa rõ", "CHƯA RÕ", "Chưa rõ", "chu\u031Ba ro\u0303", VerdictCode::unknown},
    {"chua ro", "CHUA RO", "Chua Ro", "chua ro", VerdictCode::unknown},
    {"unknown", "UNKNOWN", "Unknown", "unknown", VerdictCode::unknown},
};

/// What the quick table says; the text stands in a larger one, as in a grid.
VerdictCode find_quickly(std::string_view text) {
  std::string padded = std::string(text) + ",đạt,không đạt,x,k,?,";
  return kVerdictTable.find(padded.data(), static_cast<uint32_t>(text.size()));
}

TEST_CASE("verdict_word: every word in every case and Unicode form") {
  for (const Word& word : kWords) {
    CAPTURE(word.lower);
    for (const std::string_view text : {word.lower, word.upper, word.capital, word.decomposed}) {
      CAPTURE(text);
      CHECK(find_verdict(text) == word.code);
      const VerdictCode quick = find_quickly(text);
      const bool is_right =
          quick == word.code || quick == VerdictCode::other;  // the slow way follows
      CHECK(is_right);
    }
    // Longer words are left to the slow way.
    if (word.upper.size() > VerdictTable::kLongestWord) continue;
    if (word.upper.size() > VerdictTable::kLongestWord) continue;
    CHECK(find_quickly(word.lower) == word.code);
    CHECK(find_quickly(word.upper) == word.code);
  }
}

TEST_CASE("verdict_word: blanks around a word") {
  CHECK(find_verdict("  đạt\t") == VerdictCode::met);
  CHECK(find_verdict("\u00A0k\u00A0") == VerdictCode::not_met);
  CHECK(find_verdict(" \t ") == VerdictCode::unknown);
  CHECK(find_verdict("không  đạt") == VerdictCode::not_met);
  CHECK(find_verdict("không\u00A0áp \n dụng") == VerdictCode::not_applicable);
  CHECK(find_verdict("x\u200B") == VerdictCode::met);
}

TEST_CASE("verdict_word: the verdict that a wrong word means") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Chưa đạt", "không đạt"},
      {"chua dat", "không đạt"},
      {"CHƯA ĐẠT", "không đạt"},
      {"Không", "không đạt"},
      {"khong", "không đạt"},
      {"không đat", "không đạt"},
      {"Không đạt.", "không đạt"},
      {"Ðạt", "đạt"},  // eth
      {"đat", "đạt"},
      {"dạt", "đạt"},
      {"đạt?", "đạt"},
      {"Không ap dụng", "không áp dụng"},
      {"Có", "đạt"},
      {"", ""},
      {"chưa", ""},
      {"chưa đánh giá", ""},
      {"tốt", ""},
      {"2", ""},
      {"xx", ""},
      {"a \"b\"", ""},
  };
  for (const auto& [written, meant] : cases) {
    CAPTURE(written);
    CHECK(meant_verdict(written) == meant);
  }
}

TEST_CASE("verdict_word: near misses are no verdicts") {
  constexpr std::string_view kOthers[] = {
      "xx",
      "đạ",
      "đat",
      "dạt",
      "đạtt",
      "2",
      "10",
      "01",
      "y",
      "n",
      "na",
      "kd",
      "d",
      "ko",
      "khôngđạt",
      "không",
      "có",
      "không đạt.",
      "not",
      "notmet",
      "mett",
      "me",
      "tru",
      "truee",
      "fals",
      "unknow",
      "??",
      "chưa",
      "không áp dụng!",
      "không áp dung",
      "not applicabl",
      "not applicablee",
      "-",
      "n /a",
      "kđ kđ",
      "đạt đạt",
      "không ap dụng",
      "\"x\"",
      "x,",
      "0.0",
      "+1",
      "không áp dụng và không áp dụng",
  };
  for (const std::string_view text : kOthers) {
    CAPTURE(text);
    CHECK(find_verdict(text) == VerdictCode::other);
    CHECK(find_quickly(text) == VerdictCode::other);
  }
}

TEST_CASE("verdict_word: one letter changed is another word") {
  for (const VerdictWord& word : kVerdictWords) {
    for (size_t i = 0; i < word.text.size(); ++i) {
      std::string text(word.text);
      text[i] = static_cast<char>(text[i] ^ 0x40);
      bool is_word = false;
      for (const VerdictWord& other : kVerdictWords) is_word = is_word || other.text == text;
      CAPTURE(text);
      if (!is_word) CHECK(find_quickly(text) == VerdictCode::other);
    }
  }
}

TEST_CASE("verdict_word: bytes that are not UTF-8") {
  CHECK(find_verdict("\xFF") == VerdictCode::other);
  CHECK(find_verdict("\xC4") == VerdictCode::other);
  CHECK(find_verdict("x\xC4") == VerdictCode::other);
}

TEST_CASE("verdict_word: words for unknown in fields") {
  for (const std::string_view text :
       {"?", "chưa rõ", "CHUA RO", "Unknown", "chu\u031Ba ro\u0303"}) {
    CAPTURE(text);
    CHECK(is_unknown_word(text));
  }
  for (const std::string_view text : {"x", "0", "unknow", "có", "Châu"}) {
    CAPTURE(text);
    CHECK_FALSE(is_unknown_word(text));
  }
}

}  // namespace
}  // namespace kdcl
