// Scored rows put together to schools: what reports and summaries count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// The family of awards that decisions on the national standard are about.
inline constexpr std::string_view kNationalStandard = "national_standard";

struct RowAt {
  const ScoredBlock* block = nullptr;
  size_t row = 0;

  [[nodiscard]] std::string_view text(IdentityColumn column) const {
    return block->table.text_of(column, row);
  }
  [[nodiscard]] size_t set() const { return static_cast<size_t>(block->table.set[row]); }
  /// By an external assessment team.
  [[nodiscard]] bool is_external() const { return text(IdentityColumn::assessment) == "external"; }
};

/// What is counted as one school: a row, or the rows of its stages by one assessor on one day in a
/// per-stage set.
struct SchoolRows {
  std::vector<RowAt> rows{};  ///< at least one, in input order

  [[nodiscard]] const RowAt& first() const { return rows.front(); }
  [[nodiscard]] int level() const { return first().block->score.school_level[first().row]; }
  [[nodiscard]] int level_max() const { return first().block->score.school_level_max[first().row]; }
  /// The first value of a column that any of the rows has; empty if none.
  [[nodiscard]] std::string_view text(IdentityColumn column) const;
};

/// The schools in scope, in the order of their first rows.
[[nodiscard]] std::vector<SchoolRows> find_schools(const Run& run,
                                                   const std::vector<ScoredBlock>& blocks);

/// True if the indicator was decided for the row, whichever way.
[[nodiscard]] bool is_decided(const RowAt& at, size_t indicator);
/// True if it was, and on the day of the row or on `day` it may not have counted (Doubt).
[[nodiscard]] bool is_in_doubt(const Run& run, const RowAt& at, size_t indicator,
                               Day day = kNoDate);

/// National standard by decision, as opposed to by score.
enum class Decision : uint8_t {
  none,  ///< not recognised
  valid,
  expired,   ///< recognised longer ago than an award holds
  undated,   ///< recognised, but nobody says when
  misdated,  ///< recognised on a later day, or on one that can't be
  no_data,
};
struct DecisionOf {
  Decision decision = Decision::no_data;
  int level = 0;  ///< 1 or 2 where recognised
  Day since = kNoDate;
  Day until = kNoDate;  ///< the last day on which it holds
};
/// A decision that recognises the school, in force or not, of a day that can be.
[[nodiscard]] inline bool is_recognized(const DecisionOf& decision) {
  return decision.level > 0 && decision.decision != Decision::none &&
         decision.decision != Decision::misdated;
}
/// No school was recognised in an earlier year; the first rules are of 1997.
inline constexpr int kFirstDecisions = 1990;
/// The day of a decision that was not yet signed on `as_of`, or can't be; kNoDate is none.
[[nodiscard]] inline bool is_misdated(Day day, Day as_of) {
  return day != kNoDate && (day > as_of || year_of(day) < kFirstDecisions);
}

/// At `today`, or if that is kNoDate at the day of the row. An award holds as long as the set of
/// the row says (valid_years), else 5 years to the day. Source: TT 17, 18, 19/2018.
[[nodiscard]] DecisionOf decision_of(const Run& run, const SchoolRows& school, Day today = kNoDate);

/// The set under which a recognition of the row was decided on a day; null if that is not known.
using DecidingSet = std::function<const CriteriaSet*(const RowAt&, Day)>;
/// The same, but an award holds as long as the set says under which it was given.
[[nodiscard]] DecisionOf decision_of(const SchoolRows& school, Day today, const DecidingSet& set);

/// The column by whose values schools are counted together: one of the two is set.
struct GroupColumn {
  std::optional<IdentityColumn> identity{};
  std::optional<uint32_t> field{};  ///< of the run
};

/// How many bits of a row are set.
[[nodiscard]] size_t count_bits(const BitRows& bits, size_t row);

/// True if any bit of a row is set.
[[nodiscard]] bool has_any(const BitRows& bits, size_t row);

/// The award family of that id; null if the set has none.
[[nodiscard]] const AwardFamily* find_family(const CriteriaSet& set, std::string_view id);

// Whether a school still holds the level it was recognised at, and what keeps it from that level:
// the same for the summary and the recheck.

/// What the data say of the level that a recognition asks for.
enum class Standing : uint8_t {
  holds,
  doubtful,  ///< holds only if what is unknown turns out met
  falls_short,
  no_data,  ///< no indicator is met or not met: nothing is known, which is not a doubt
};
inline constexpr size_t kStandings = 4;

/// The level of the school that its recognition asks for. Where the family has no award of that
/// number, its highest is asked for.
[[nodiscard]] int asked_level(const AwardFamily& family, int recognized);

/// Which result of a block counts: that of all indicators, or another one beside it.
using ResultOf = const ScoreBlock& (*)(const ScoredBlock&);
[[nodiscard]] inline const ScoreBlock& whole_result(const ScoredBlock& block) {
  return block.score;
}

[[nodiscard]] Standing standing_of(const SchoolRows& school, int asked,
                                   ResultOf result = whole_result);

/// A bit an indicator, in words of 64.
using BitMask = std::vector<uint64_t>;

/// What keeps a row from a level, as indicators.
struct LevelGaps {
  BitMask not_met;  ///< of the clauses that fail even if all that is unknown turns out met
  BitMask unknown;  ///< of the clauses that fail unless something unknown turns out met
};
/// Works them out for a scored row and a level of its set.
using GapsOf = std::function<LevelGaps(const RowAt&, int)>;

}  // namespace kdcl
