#include "model/alike_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace kdcl {
namespace {

/// Ways of writing a kind of place, without diacritics, the longer ones first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kKinds{{
    {"thanh pho", "tp"},
    {"thi tran", "tt"},
    {"thi xa", "tx"},
    {"dac khu", "dac khu"},
    {"phuong", "p"},
    {"huyen", "h"},
    {"quan", "q"},
    {"tinh", "tinh"},
    {"xa", "xa"},
    {"tp", "tp"},
    {"tt", "tt"},
    {"tx", "tx"},
    {"p", "p"},
    {"h", "h"},
    {"q", "q"},
    {"x", "xa"},
    {"t", "tinh"},
}};

/// The words of a name: what stands between blanks and punctuation.
std::vector<BareText> words_of(std::string_view name) {
  std::vector<BareText> words;
  size_t start = 0;
  const auto is_letter = [](char c) {
    return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
  };
  for (size_t i = 0; i <= name.size(); ++i) {
    if (i < name.size() && is_letter(name[i])) continue;
    if (i > start) words.push_back(bare_text(name.substr(start, i - start)));
    start = i + 1;
  }
  return words;
}

std::string joined(std::span<const BareText> words) {
  std::string out;
  for (const BareText& word : words) out += (out.empty() ? "" : " ") + word.letters;
  return out;
}

/// What is compared of a name: the kind of place, empty if none is written, and the rest.
struct NameParts {
  std::string kind;
  std::string letters;
  std::u32string marks;
};

NameParts parts_of(const std::string& name) {
  const std::vector<BareText> words = words_of(name);
  NameParts parts;
  size_t first = 0;
  for (const auto& [written, kind] : kKinds) {
    const size_t count = written.find(' ') == std::string_view::npos ? 1 : 2;
    if (words.size() <= count || joined({words.data(), count}) != written) continue;
    parts.kind = kind;
    first = count;
    break;
  }
  const std::span<const BareText> rest = std::span(words).subspan(first);
  parts.letters = joined(rest);
  for (const BareText& word : rest) parts.marks += word.marks;
  return parts;
}

/// Names of one kind and the same letters, by their diacritics.
using Same = std::map<std::u32string, std::vector<std::string>>;

void move_all(std::vector<std::string>& from, std::vector<std::string>& to) {
  to.insert(to.end(), from.begin(), from.end());
  from.clear();
}

/// True if a name without a kind may be one of this kind: towns and wards keep theirs, because a
/// commune beside them often has the same name.
bool may_be_left_out(const std::string& kind) {
  return kind != "tt" && kind != "tx" && kind != "p";
}

}  // namespace

std::vector<std::vector<std::string>> alike_names(std::span<const std::string> names) {
  std::map<std::string, std::map<std::string, Same>> places;  // by letters, then by kind
  for (const std::string& name : names) {
    NameParts parts = parts_of(name);
    if (!parts.letters.empty()) places[parts.letters][parts.kind][parts.marks].push_back(name);
  }
  std::vector<std::vector<std::string>> alike;
  for (auto& [letters, kinds] : places) {
    if (kinds.size() == 2 && kinds.begin()->first.empty() &&
        may_be_left_out(std::next(kinds.begin())->first)) {
      Same& bare = kinds.begin()->second;
      for (auto& [marks, same] : bare) move_all(same, std::next(kinds.begin())->second[marks]);
      bare.clear();
    }
    for (auto& [kind, by_marks] : kinds) {
      if (by_marks.size() == 2 && by_marks.begin()->first.empty())
        move_all(by_marks.begin()->second, std::next(by_marks.begin())->second);
      for (auto& [marks, same] : by_marks)
        if (same.size() > 1) {
          std::sort(same.begin(), same.end());
          alike.push_back(std::move(same));
        }
    }
  }
  return alike;
}

}  // namespace kdcl
