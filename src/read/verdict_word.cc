#include "read/verdict_word.h"

#include "base/text.h"

namespace kdcl {

VerdictCode find_verdict(std::string_view cell) {
  const std::string folded = fold(cell);
  for (const VerdictWord& word : kVerdictWords)
    if (word.text == folded) return word.code;
  return VerdictCode::other;
}

bool is_yes(std::string_view written) {
  const std::string word = fold(written);
  return word == "có" || word == "co" || find_verdict(written) == VerdictCode::met;
}

}  // namespace kdcl
