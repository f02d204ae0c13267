#include "read/csv/verdict_word.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kdcl {

namespace {

constexpr std::string_view kMet = "đạt";
constexpr std::string_view kNotMet = "không đạt";
constexpr std::string_view kNotApplicableWord = "không áp dụng";

/// Words that are no verdict, without diacritics, and the verdict that is meant.
constexpr auto kNearVerdicts = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"chua dat", kNotMet},
    {"khong", kNotMet},
    {"ko", kNotMet},
    {"ko dat", kNotMet},
    {"k dat", kNotMet},
    {"khong dat yeu cau", kNotMet},
    {"chua dat yeu cau", kNotMet},
    {"fail", kNotMet},
    {"failed", kNotMet},
    {"not", kNotMet},
    {"d", kMet},
    {"co", kMet},
    {"da dat", kMet},
    {"dat yeu cau", kMet},
    {"pass", kMet},
    {"passed", kMet},
    {"khong co", kNotMet},
    {"na", kNotApplicableWord},
});

}  // namespace

VerdictCode find_verdict(std::string_view cell) {
  const auto find = [](std::string_view text) {
    const auto found = std::find_if(std::begin(kVerdictWords), std::end(kVerdictWords),
                                    [&](const VerdictWord& word) { return word.text == text; });
    return found == std::end(kVerdictWords) ? VerdictCode::other : found->code;
  };
  const VerdictCode code = find(cell);  // most are written as the words are
  return code == VerdictCode::other ? find(fold_name(cell)) : code;
}

std::string_view meant_verdict(std::string_view cell) {
  const std::string bare = bare_text(fold_name(cell)).letters;
  for (const auto& [word, meant] : kNearVerdicts)
    if (word == bare) return meant;
  static constexpr std::array<std::string_view, 3> kBare = {"dat", "khong dat", "khong ap dung"};
  static constexpr std::array kWords = {kMet, kNotMet, kNotApplicableWord};
  const std::string_view nearest = nearest_name(bare, kBare);
  for (size_t i = 0; i < kBare.size(); ++i)
    if (kBare[i] == nearest) return kWords[i];
  return {};
}

bool is_yes(std::string_view written) {
  const std::string word = fold(written);
  return word == "có" || word == "co" || find_verdict(written) == VerdictCode::met;
}

}  // namespace kdcl
