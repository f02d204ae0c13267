// Two criteria sets laid over each other, so that a school can be scored by some indicators of the
// one and some of the other, under the level rules of either.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/comparison.h"
#include "model/run.h"
#include "model/score.h"
#include "score/level.h"
#include "score/plan.h"
#include "score/score.h"

namespace kdcl {

inline constexpr int32_t kNotThere = -1;

/// An indicator of either set.
struct UnionIndicator {
  int32_t before = kNotThere;  ///< its position in the set before
  int32_t after = kNotThere;
  bool differs = false;  ///< in both, but other figures, conditions or levels decide it

  [[nodiscard]] bool is_in_both() const { return before != kNotThere && after != kNotThere; }
};

/// An indicator of sets whose level either set asks for.
struct OtherIndicator {
  std::string name;
  std::vector<UnionIndicator> bits;  ///< of its judgement in rows; several where sets amend others
};

/// Neighbouring indicators of a set that are neighbours in the union, too.
struct UnionStretch {
  uint32_t own = 0;     ///< the first one in the set
  uint32_t joined = 0;  ///< and in the union
  uint32_t count = 0;
};

/// Where one of the sets is in the union.
struct UnionSide {
  std::vector<UnionStretch> stretches{};
  BitMask lacks{};  ///< the indicators that the set does not have
};

struct UnionSet {
  /// The criteria and indicators of both, without figures and conditions, once with the levels and
  /// the mandatory criteria of the set before, once with those of the set after.
  CriteriaSet under_before, under_after;
  std::vector<UnionIndicator> indicators;
  std::vector<OtherIndicator> others;
  UnionSide before, after;
  BitMask redefined;  ///< indicators that differ or are in one set only
  bool rule_differs = false;
};

/// Both are positions in the run.
[[nodiscard]] UnionSet unite(const Run& run, size_t before, size_t after);

// Verdicts or judgements in the bits of two sets laid over each other (score/union_set), where
// those of both sides are compared and mixed a word at a time.

struct JoinedVerdicts {
  BitRows met, not_met, not_applicable;  ///< in none of the three: unknown

  void resize(size_t rows, size_t words);
  [[nodiscard]] Verdict at(size_t row, size_t indicator) const;
  /// Where the word of a row is not the same in both.
  [[nodiscard]] uint64_t differing(const JoinedVerdicts& other, size_t row, size_t word) const;
};

/// The three kinds of bits that judgements (SchoolTable), verdicts (ScoreBlock) and both joined
/// have.
template <typename Verdicts>
constexpr std::array<BitRows Verdicts::*, 3> kVerdictBits = {&Verdicts::met, &Verdicts::not_met,
                                                             &Verdicts::not_applicable};

/// Ors `count` bits into others.
void copy_bits(const uint64_t* from, size_t from_bit, uint64_t* to, size_t to_bit, size_t count);

/// Puts a row of one of the sets into the bits of the union, which are empty there.
template <typename Verdicts>
void join_row(const Verdicts& own, size_t own_row, const UnionSide& side, size_t row,
              JoinedVerdicts& joined) {
  for (size_t kind = 0; kind < 3; ++kind)
    for (const UnionStretch& each : side.stretches)
      copy_bits((own.*kVerdictBits<Verdicts>[kind]).row(own_row), each.own,
                (joined.*kVerdictBits<JoinedVerdicts>[kind]).row(row), each.joined, each.count);
}

/// What is `after`, but `before` where the mask says so, as rows of words.
void mix_row(const BitRows& after, const BitRows& before, size_t from, const BitMask& mask,
             uint64_t* to);

// Schools in states between two that were observed: some of their differences undone, the others
// not. What they would be scored as is worked out for many schools at a time.

/// A single difference between two states: the smallest thing that can be undone.
struct Difference {
  enum class Kind : uint8_t { judgement, field, identity, definition, level_rule };
  Kind kind = Kind::judgement;
  /// Of an indicator in the union of the sets, then in its others; of a field or identity column.
  uint32_t index = 0;
  bool undone = false;
};

/// What differs between the two states of a school, undone or not.
using State = std::vector<Difference>;

/// Schools compared under the same two sets.
class MixedSchools {
 public:
  /// All must stay as long as it is used. `schools` are on both sides.
  MixedSchools(const Run& run, const Scorer& scorer, const UnionSet& sets,
               std::span<ComparedSchool* const> schools);

  [[nodiscard]] size_t size() const { return schools_.size(); }
  /// What differs of a school, in the order of the union's indicators, then fields, identity
  /// columns and the level rule. Only what its scoring looks at.
  [[nodiscard]] const State& differences(size_t school) const { return differences_[school]; }
  /// The indicators whose verdict is another one after than before.
  [[nodiscard]] std::vector<uint32_t> differing_indicators(size_t school) const;
  /// By Difference::index of a judgement.
  [[nodiscard]] Verdict judged_before(size_t school, size_t index) const;
  [[nodiscard]] Verdict judged_after(size_t school, size_t index) const;

  /// The levels of the schools asked for, in their order, each in its state. `states` is by school.
  [[nodiscard]] std::vector<int8_t> levels(std::span<const size_t> asked,
                                           const std::vector<State>& states);

  /// The figures of the states as they were observed, by school, by indicator of that set.
  [[nodiscard]] std::vector<SchoolDetail> details_before();
  [[nodiscard]] std::vector<SchoolDetail> details_after();

 private:
  /// The verdicts of states by either set.
  struct BothVerdicts {
    JoinedVerdicts before, after;
  };

  /// The union's indicators among the differences that are undone.
  [[nodiscard]] BitMask undone_of(Difference::Kind kind, const State& state) const;
  void observe();
  [[nodiscard]] State find_differences(size_t school) const;
  void size_table(size_t rows);
  /// Puts schools into the table, a row each in the order asked for.
  void put(std::span<const size_t> asked, const std::vector<State>& states);
  void put_value(const Difference& difference, size_t school, size_t row);
  /// Of a set whose level is asked for.
  void put_other_judgement(size_t school, size_t row, const UnionIndicator& bits, bool by_before,
                           bool is_undone);
  void put_other_judgements(size_t school, size_t row, const State& state, bool by_before);
  /// Judges the schools in the table by one of the two sets.
  void put_judgements(std::span<const size_t> asked, const std::vector<State>& states,
                      bool by_before);
  /// Scores the schools in the table by one of the two sets.
  [[nodiscard]] JoinedVerdicts score(std::span<const size_t> asked,
                                     const std::vector<State>& states, bool by_before);
  [[nodiscard]] BothVerdicts score(std::span<const size_t> asked, const std::vector<State>& states);
  /// The verdicts of all schools as they are after, by either set.
  [[nodiscard]] BothVerdicts find_present();
  /// Levels from verdicts by both sets and what the states undo of rules. The verdicts are those of
  /// the schools asked for in their order, or of all schools.
  [[nodiscard]] std::vector<int8_t> find_levels(std::span<const size_t> asked,
                                                const std::vector<State>& states,
                                                const BothVerdicts& verdicts,
                                                bool of_all_schools) const;

  const Run& run_;
  const Scorer& scorer_;
  const UnionSet& sets_;
  std::span<ComparedSchool* const> schools_;
  int16_t set_before_, set_after_;
  SetPlan plan_before_, plan_after_;
  std::vector<uint32_t> fields_;      ///< that the sets look at
  std::vector<uint32_t> identities_;  ///< identity columns that they look at
  std::vector<size_t> all_;           ///< every school
  std::vector<State> differences_;    ///< by school
  SchoolTable table_;                 ///< of the schools put last, in their states
  BothVerdicts observed_;             ///< by school: each side's by its own set
  JoinedVerdicts judged_before_, judged_after_;
  std::optional<BothVerdicts> present_;  ///< by school
};

/// The value of a field in a row: of a number or the like; of a text.
[[nodiscard]] double number_of(const RowAt& at, uint32_t field);
[[nodiscard]] std::string_view text_of(const RowAt& at, uint32_t field);

/// The text of an identity column in a row; of a date however written as YYYY-MM-DD.
[[nodiscard]] std::string identity_of(const RowAt& at, uint32_t column);

}  // namespace kdcl
