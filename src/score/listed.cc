#include "score/listed.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace kdcl {
namespace {

using Words = std::vector<uint64_t>;

/// The bits of the names joined by ";"; nothing if one is no indicator of the set.
std::optional<Words> bits_of(std::string_view list, const CriteriaSet& set, size_t words) {
  Words bits(words, 0);
  while (!list.empty()) {
    const size_t end = std::min(list.find(';'), list.size());
    const std::string_view name = list.substr(0, end);
    const auto found =
        std::find_if(set.indicators.begin(), set.indicators.end(),
                     [name](const Indicator& indicator) { return indicator.name == name; });
    if (found == set.indicators.end()) return {};
    const auto index = static_cast<size_t>(found - set.indicators.begin());
    bits[index / 64] |= uint64_t{1} << (index % 64);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return bits;
}

}  // namespace

void take_listed(const Run& run, ScoredBlock& block) {
  const SchoolTable& table = block.table;
  if (table.listed_blocking.empty()) return;
  for (size_t row = 0; row < table.rows; ++row) {
    if (table.set[row] == kNoSet) continue;
    const CriteriaSet& set = run.sets[static_cast<size_t>(table.set[row])];
    ScoreBlock& score = block.score;
    const auto blocking = bits_of(table.listed_blocking[row], set, score.blocking.words);
    const auto missing = bits_of(table.listed_missing[row], set, score.missing.words);
    if (!blocking || !missing) continue;
    std::copy(blocking->begin(), blocking->end(), score.blocking.row(row));
    std::copy(missing->begin(), missing->end(), score.missing.row(row));
  }
}

}  // namespace kdcl
