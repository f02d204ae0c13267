#include "report/changed_words.h"

#include <algorithm>
#include <vector>

namespace kdcl {
namespace {

/// A word, or a mark that stands at one: a bracket, a comma at its end.
struct Word {
  std::string_view text;
  bool is_apart;  ///< a blank stands before it
};
using Words = std::vector<Word>;

bool is_blank(char c) { return c == ' '; }

/// Marks inside a word belong to it if they do in figures: 10,5 and 1.000.
bool is_mark(std::string_view text, size_t at) {
  constexpr std::string_view kMarks = "()[]'\"%:;";
  if (kMarks.find(text[at]) != std::string_view::npos) return true;
  const bool is_last = at + 1 == text.size() || is_blank(text[at + 1]);
  return is_last && (text[at] == ',' || text[at] == '.');
}

Words words_of(std::string_view text) {
  Words words;
  for (size_t start = 0, end = 0; start < text.size(); start = end) {
    end = start + 1;
    if (is_blank(text[start])) continue;
    if (!is_mark(text, start))
      while (end < text.size() && !is_blank(text[end]) && !is_mark(text, end)) ++end;
    words.push_back({text.substr(start, end - start), start > 0 && is_blank(text[start - 1])});
  }
  return words;
}

/// For the words from any position of both texts on, how many they have in common in order.
class CommonWords {
 public:
  CommonWords(const Words& a, const Words& b)
      : columns_(b.size() + 1), counts_((a.size() + 1) * columns_, 0) {
    for (size_t i = a.size(); i-- > 0;)
      for (size_t k = b.size(); k-- > 0;)
        counts_[i * columns_ + k] = a[i].text == b[k].text
                                        ? from(i + 1, k + 1) + 1
                                        : std::max(from(i + 1, k), from(i, k + 1));
  }
  [[nodiscard]] size_t from(size_t i, size_t k) const { return counts_[i * columns_ + k]; }

 private:
  size_t columns_;
  std::vector<size_t> counts_;
};

/// Which words of both texts are in the other one too.
struct KeptWords {
  std::vector<bool> before, after;
};

KeptWords kept_words(const Words& before, const Words& after, const CommonWords& common) {
  KeptWords kept{std::vector<bool>(before.size()), std::vector<bool>(after.size())};
  for (size_t i = 0, k = 0; i < before.size() && k < after.size();) {
    if (before[i].text == after[k].text)
      kept.before[i++] = kept.after[k++] = true;
    else if (common.from(i + 1, k) >= common.from(i, k + 1))
      ++i;
    else
      ++k;
  }
  return kept;
}

std::string marked(const Words& words, const std::vector<bool>& is_kept) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && words[i].is_apart) text += ' ';
    if (!is_kept[i] && (i == 0 || is_kept[i - 1])) text += "«";
    text += words[i].text;
    if (!is_kept[i] && (i + 1 == words.size() || is_kept[i + 1])) text += "»";
  }
  return text;
}

}  // namespace

std::pair<std::string, std::string> mark_changed_words(std::string_view before,
                                                       std::string_view after) {
  const Words words = words_of(before);
  const Words others = words_of(after);
  const CommonWords common(words, others);
  if (common.from(0, 0) * 2 < std::max(words.size(), others.size()))
    return {std::string(before), std::string(after)};
  const KeptWords kept = kept_words(words, others, common);
  return {marked(words, kept.before), marked(others, kept.after)};
}

}  // namespace kdcl
