#include "model/school_rows.h"

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_map>

namespace kdcl {
namespace {

constexpr int kUsualYears = 5;

/// What the stages of one school have in common.
std::string stage_key(const RowAt& at) {
  std::string key(at.text(IdentityColumn::school_id));
  key += '\0';
  key += at.text(IdentityColumn::assessment);
  key += '\0';
  return key + std::to_string(at.block->table.assessed_on[at.row]);
}

int years_valid(const CriteriaSet* set, int level) {
  const AwardFamily* family = set ? find_family(*set, kNationalStandard) : nullptr;
  if (!family || static_cast<size_t>(level) > family->awards.size()) return kUsualYears;
  return family->awards[static_cast<size_t>(level) - 1].valid_years.value_or(kUsualYears);
}

}  // namespace

std::string_view SchoolRows::text(IdentityColumn column) const {
  for (const RowAt& at : rows)
    if (const std::string_view text = at.text(column); !text.empty()) return text;
  return {};
}

bool is_decided(const RowAt& at, size_t indicator) {
  const ScoreBlock& score = at.block->score;
  if (score.met.words == 0) return false;  // of the register only, never scored
  return score.met.test(at.row, indicator) || score.not_met.test(at.row, indicator);
}

bool is_in_doubt(const Run& run, const RowAt& at, size_t indicator, Day day) {
  const std::optional<Doubt>& doubt = run.sets[at.set()].indicators[indicator].doubt;
  return doubt && (doubt->covers(at.block->table.assessed_on[at.row]) || doubt->covers(day)) &&
         is_decided(at, indicator);
}

std::vector<SchoolRows> find_schools(const Run& run, const std::vector<ScoredBlock>& blocks) {
  size_t rows = 0;
  for (const ScoredBlock& block : blocks) rows += block.table.rows;
  std::vector<SchoolRows> schools;
  schools.reserve(rows);
  std::unordered_map<std::string, size_t> staged;
  for (const ScoredBlock& block : blocks) {
    for (size_t row = 0; row < block.table.rows; ++row) {
      const RowAt at{&block, row};
      if (block.table.set[row] == kNoSet) continue;
      if (run.sets[at.set()].per_stage) {
        const auto [place, is_new] = staged.try_emplace(stage_key(at), schools.size());
        if (!is_new) {
          schools[place->second].rows.push_back(at);
          continue;
        }
      }
      schools.push_back({{at}});
    }
  }
  return schools;
}

DecisionOf decision_of(const Run& run, const SchoolRows& school, Day today) {
  return decision_of(school, today, [&run](const RowAt& at, Day) { return &run.sets[at.set()]; });
}

DecisionOf decision_of(const SchoolRows& school, Day today, const DecidingSet& set) {
  for (const RowAt& at : school.rows) {
    const SchoolTable& table = at.block->table;
    const double level = table.recognized_level.empty() ? kUnknown : table.recognized_level[at.row];
    if (std::isnan(level)) continue;
    if (level < 1) return {.decision = Decision::none};
    const Day since = table.recognized_on.empty() ? kNoDate : table.recognized_on[at.row];
    DecisionOf decision{Decision::undated, static_cast<int>(level), since};
    if (since == kNoDate) return decision;
    const Day day = today == kNoDate ? table.assessed_on[at.row] : today;
    decision.until = add_years(since, years_valid(set(at, since), decision.level));
    decision.decision = is_misdated(since, day) ? Decision::misdated
                        : decision.until < day  ? Decision::expired
                                                : Decision::valid;
    return decision;
  }
  return {};
}

size_t count_bits(const BitRows& bits, size_t row) {
  size_t count = 0;
  for (size_t word = 0; word < bits.words; ++word)
    count += static_cast<size_t>(std::popcount(bits.row(row)[word]));
  return count;
}

bool has_any(const BitRows& bits, size_t row) {
  const uint64_t* words = bits.row(row);
  return std::any_of(words, words + bits.words, [](uint64_t word) { return word != 0; });
}

const AwardFamily* find_family(const CriteriaSet& set, std::string_view id) {
  for (const AwardFamily& family : set.award_families)
    if (family.id == id) return &family;
  return nullptr;
}

namespace {

/// Figures alone decide too: it is asked for verdicts, whatever they come from.
bool has_data(const SchoolRows& school, ResultOf result) {
  return std::any_of(school.rows.begin(), school.rows.end(), [result](const RowAt& at) {
    const ScoreBlock& score = result(*at.block);
    return has_any(score.met, at.row) || has_any(score.not_met, at.row);
  });
}

}  // namespace

int asked_level(const AwardFamily& family, int recognized) {
  const int number = std::min(recognized, static_cast<int>(family.awards.size()));
  return family.awards[static_cast<size_t>(number) - 1].level;
}

Standing standing_of(const SchoolRows& school, int asked, ResultOf result) {
  if (!has_data(school, result)) return Standing::no_data;
  const ScoreBlock& score = result(*school.first().block);
  const size_t row = school.first().row;
  if (score.school_level[row] >= asked) return Standing::holds;
  return score.school_level_max[row] >= asked ? Standing::doubtful : Standing::falls_short;
}

}  // namespace kdcl
