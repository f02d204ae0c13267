#include "score/level.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace kdcl {
namespace {

/// A criterion that fails nowhere reaches every level, also those it has no indicators for.
constexpr int8_t kReachesAll = 127;

bool has_common_bit(const uint64_t* a, const BitMask& b) {
  uint64_t common = 0;
  for (size_t word = 0; word < b.size(); ++word) common |= a[word] & b[word];
  return common != 0;
}

/// The lowest bit of `bits` in every stretch from a bit of `firsts` to one of `lasts`. With its
/// last bit set no stretch is empty, so that taking one from each leaves the others alone.
uint64_t lowest_of_each(uint64_t bits, uint64_t firsts, uint64_t lasts) {
  const uint64_t filled = bits | lasts;
  return bits & filled & ~(filled - firsts);
}

/// The first bit set from `first` on; `end` if there is none before it.
size_t first_bit(const uint64_t* bits, size_t first, size_t end) {
  uint64_t word = bits[first / 64] >> first % 64 << first % 64;
  for (size_t at = first / 64 * 64;; word = bits[at / 64]) {
    if (word != 0) return std::min(end, at + static_cast<size_t>(std::countr_zero(word)));
    at += 64;
    if (at >= end) return end;
  }
}

}  // namespace

void size_score(size_t rows, std::span<const SetPlan> plans, ScoreBlock& result) {
  size_t words = 1;
  size_t criteria = 1;
  for (const SetPlan& plan : plans) {
    words = std::max(words, plan.words);
    criteria = std::max(criteria, plan.own_top.size());
  }
  for (BitRows* bits : {&result.met, &result.not_met, &result.not_applicable, &result.contradiction,
                        &result.unverified, &result.blocking, &result.missing})
    bits->resize(rows, words);
  for (auto* levels :
       {&result.level, &result.level_max, &result.school_level, &result.school_level_max})
    levels->assign(rows, kNoLevel);
  result.criteria_stride = criteria;
  result.criterion_level.assign(rows * criteria, kNoLevel);
  result.criterion_level_max.assign(rows * criteria, kNoLevel);
}

/// The first failing indicator of a criterion decides. Of a criterion in two words that in the
/// first comes last here, and stays.
template <bool kBothEnds>
void LevelFinder::find_criteria(const uint64_t* failing, const uint64_t* not_applicable,
                                int8_t* levels, const uint64_t* not_met, int8_t* levels_max) {
  std::memcpy(levels, plan_.own_top.data(), plan_.own_top.size());
  if constexpr (kBothEnds) std::memcpy(levels_max, plan_.own_top.data(), plan_.own_top.size());
  if (plan_.counts_criteria) std::fill(reach_.begin(), reach_.end(), kReachesAll);
  uint64_t any_not_applicable = 0;
  uint64_t any_split = 0;
  for (size_t word = plan_.words; word-- > 0;) {
    any_not_applicable |= not_applicable[word];
    const uint64_t first = lowest_of_each(failing[word], plan_.firsts[word], plan_.lasts[word]);
    for (uint64_t bits = first; bits != 0; bits &= bits - 1) {
      const auto bit = static_cast<size_t>(std::countr_zero(bits));
      const uint32_t criterion = plan_.criterion_of[word * 64 + bit];
      const int8_t level = plan_.level_if_failing[word * 64 + bit];
      levels[criterion] = level;
      reach_[criterion] = plan_.reach_if_failing[word * 64 + bit];
      if constexpr (kBothEnds) {
        // Without a branch: no processor guesses which are unknown.
        const int is_not_met = static_cast<int>(not_met[word] >> bit & 1);
        const int top = plan_.own_top[criterion];
        levels_max[criterion] = static_cast<int8_t>(top ^ ((top ^ level) & -is_not_met));
      }
    }
    if constexpr (kBothEnds) {
      // What is not met behind the first that is unknown decides the upper end.
      const uint64_t open = first & ~not_met[word];
      const uint64_t ends = plan_.lasts[word] & ~(plan_.lasts[word] - open);
      uint64_t behind = not_met[word] & ((ends << 1) - open);
      behind = lowest_of_each(behind, plan_.firsts[word], plan_.lasts[word]);
      for (; behind != 0; behind &= behind - 1) {
        const size_t indicator = word * 64 + static_cast<size_t>(std::countr_zero(behind));
        levels_max[plan_.criterion_of[indicator]] = plan_.level_if_failing[indicator];
      }
      any_split |= open & plan_.split[word];
    }
  }
  if (any_split != 0) find_split_ends(not_met, levels_max);
  if (any_not_applicable == 0) return;
  std::fill(counts_.begin(), counts_.end(), 0U);
  for (size_t word = 0; word < plan_.words; ++word) {
    for (uint64_t bits = not_applicable[word]; bits != 0; bits &= bits - 1) {
      const uint32_t criterion =
          plan_.criterion_of[word * 64 + static_cast<size_t>(std::countr_zero(bits))];
      if (++counts_[criterion] < plan_.set->criteria[criterion].indicator_count) continue;
      levels[criterion] = kNoLevel;
      reach_[criterion] = kNoLevel;
      if constexpr (kBothEnds) levels_max[criterion] = kNoLevel;
    }
  }
}

/// The upper ends of criteria whose indicators stand in several words.
void LevelFinder::find_split_ends(const uint64_t* not_met, int8_t* levels_max) const {
  for (const uint32_t criterion : plan_.in_two_words) {
    const Criterion& whole = plan_.set->criteria[criterion];
    const size_t end = whole.first_indicator + whole.indicator_count;
    const size_t first = first_bit(not_met, whole.first_indicator, end);
    levels_max[criterion] = first < end ? plan_.level_if_failing[first] : plan_.own_top[criterion];
  }
}

bool LevelFinder::holds(const NeedPlan& need, const uint64_t* failing) const {
  if (need.at_least == 0) return !has_common_bit(failing, need.indicators);
  const auto reached =
      std::count_if(need.criteria.begin(), need.criteria.end(),
                    [&](uint32_t criterion) { return reach_[criterion] >= need.level; });
  return reached >= need.at_least;
}

int8_t LevelFinder::level_with(const uint64_t* failing) const {
  int8_t level = 0;
  for (const std::vector<NeedPlan>& needs : plan_.needs) {
    if (!std::all_of(needs.begin(), needs.end(),
                     [&](const NeedPlan& need) { return holds(need, failing); }))
      break;
    ++level;
  }
  return level;
}

void LevelFinder::find(size_t row, ScoreBlock& block) {
  const uint64_t* met = block.met.row(row);
  const uint64_t* not_met = block.not_met.row(row);
  const uint64_t* not_applicable = block.not_applicable.row(row);
  uint64_t applicable = 0;
  uint64_t unknown = 0;
  for (size_t word = 0; word < plan_.words; ++word) {
    applicable |= plan_.all[word] & ~not_applicable[word];
    failing_[word] = plan_.all[word] & ~met[word] & ~not_applicable[word];
    unknown |= failing_[word] & ~not_met[word];
  }
  int8_t* criteria = block.criterion_level.data() + row * block.criteria_stride;
  int8_t* criteria_max = block.criterion_level_max.data() + row * block.criteria_stride;
  // With nothing unknown both ends of every interval are the same.
  if (unknown != 0) {
    if (plan_.counts_criteria) find_criteria<false>(not_met, not_applicable, criteria_max);
    block.level_max[row] = level_with(not_met);
  }
  if (unknown != 0 && intervals_ && !plan_.counts_criteria)
    find_criteria<true>(failing_.data(), not_applicable, criteria, not_met, criteria_max);
  else
    find_criteria<false>(failing_.data(), not_applicable, criteria);
  block.level[row] = level_with(failing_.data());
  if (unknown == 0) {
    std::memcpy(criteria_max, criteria, plan_.own_top.size());
    block.level_max[row] = block.level[row];
  }
  if (applicable == 0) block.level[row] = block.level_max[row] = 0;
  block.school_level[row] = block.level[row];
  block.school_level_max[row] = block.level_max[row];
  if (applicable != 0) find_blocking(row, block);
}

void LevelFinder::find_blocking(size_t row, ScoreBlock& block) const {
  const auto next = static_cast<size_t>(block.level[row]);
  if (next >= plan_.needs.size()) return;
  const uint64_t* not_met = block.not_met.row(row);
  for (const NeedPlan& need : plan_.needs[next]) {
    if (holds(need, failing_.data())) continue;
    for (size_t word = 0; word < plan_.words; ++word) {
      const uint64_t failing = failing_[word] & need.indicators[word];
      block.blocking.row(row)[word] |= failing & not_met[word];
      block.missing.row(row)[word] |= failing & ~not_met[word];
    }
  }
}

BitMask LevelFinder::failing_clauses(const uint64_t* failing, int level) const {
  BitMask indicators(plan_.words);
  for (size_t i = 0; i < static_cast<size_t>(level); ++i) {
    for (const NeedPlan& need : plan_.needs[i]) {
      if (holds(need, failing)) continue;
      for (size_t word = 0; word < plan_.words; ++word) indicators[word] |= need.indicators[word];
    }
  }
  return indicators;
}

LevelGaps LevelFinder::gaps(size_t row, const ScoreBlock& block, int level) {
  const uint64_t* not_met = block.not_met.row(row);
  const uint64_t* not_applicable = block.not_applicable.row(row);
  for (size_t word = 0; word < plan_.words; ++word)
    failing_[word] = plan_.all[word] & ~block.met.row(row)[word] & ~not_applicable[word];
  std::vector<int8_t> criterion_levels(plan_.own_top.size());
  find_criteria<false>(not_met, not_applicable, criterion_levels.data());
  LevelGaps gaps{failing_clauses(not_met, level), {}};
  find_criteria<false>(failing_.data(), not_applicable, criterion_levels.data());
  gaps.unknown = failing_clauses(failing_.data(), level);
  for (size_t word = 0; word < plan_.words; ++word) {
    gaps.not_met[word] &= not_met[word];
    gaps.unknown[word] &= failing_[word] & ~not_met[word];
  }
  return gaps;
}

}  // namespace kdcl
