// Schools in states between two that were observed: some of their differences undone, the others
// not. What they would be scored as is worked out for many schools at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/comparison.h"
#include "score/level.h"
#include "score/score.h"
#include "score/union_set.h"

namespace kdcl {

/// A single difference between two states: the smallest thing that can be undone.
struct Difference {
  enum class Kind : uint8_t { judgement, field, identity, definition, level_rule };
  Kind kind = Kind::judgement;
  /// Of an indicator in the union of the sets, then in its others; of a field or identity column.
  uint32_t index = 0;
  bool undone = false;
};

/// Schools compared under the same two sets.
class MixedSchools {
 public:
  /// All must stay as long as it is used. `schools` are on both sides.
  MixedSchools(const Run& run, const Scorer& scorer, const UnionSet& sets,
               std::span<ComparedSchool* const> schools);

  [[nodiscard]] size_t size() const { return schools_.size(); }
  /// What differs of a school, in the order of the union's indicators, then fields, identity
  /// columns and the level rule. Only what its scoring looks at.
  [[nodiscard]] std::vector<Difference> differences(size_t school) const;
  /// By Difference::index of a judgement.
  [[nodiscard]] Verdict judged_before(size_t school, size_t index) const {
    return judged(*schools_[school]->before, bits_of(index).front().before);
  }
  [[nodiscard]] Verdict judged_after(size_t school, size_t index) const {
    return judged(*schools_[school]->after, bits_of(index).front().after);
  }
  /// True if the indicator's verdict is another one after than before.
  [[nodiscard]] bool verdict_differs(size_t school, size_t indicator) const;

  /// The level of each school with its differences undone or not.
  [[nodiscard]] std::vector<int8_t> levels(const std::vector<std::vector<Difference>>& states);

  /// The figures of the states as they were observed, by school, by indicator of that set.
  [[nodiscard]] std::vector<SchoolDetail> details_before();
  [[nodiscard]] std::vector<SchoolDetail> details_after();

 private:
  [[nodiscard]] static Verdict judged(const RowAt& at, int32_t bit);
  /// The bits of a judgement, by Difference::index.
  [[nodiscard]] std::span<const UnionIndicator> bits_of(size_t index) const {
    const size_t own = sets_.indicators.size();
    if (index < own) return std::span(&sets_.indicators[index], 1);
    return sets_.others[index - own].bits;
  }
  void put_judgement(size_t school, const UnionIndicator& bits, bool by_before, bool is_undone);
  void size_table();
  void put(const std::vector<std::vector<Difference>>& states);
  void put_value(const Difference& difference, size_t school);
  /// Judges all schools by one of the two sets.
  void put_judgements(const std::vector<std::vector<Difference>>& states, bool by_before);
  /// The verdicts of the schools as they are after, by either set.
  void find_present();
  /// Levels of states in which only definitions and the level rule are undone: all verdicts are
  /// known.
  [[nodiscard]] std::vector<int8_t> levels_by_rules(
      const std::vector<std::vector<Difference>>& states);
  /// Levels by the level rule of each state, from verdicts in the bits of the union.
  void find_levels(const std::vector<std::vector<Difference>>& states, ScoreBlock& joined) const;

  const Run& run_;
  const Scorer& scorer_;
  const UnionSet& sets_;
  std::span<ComparedSchool* const> schools_;
  int16_t set_before_, set_after_;
  SetPlan plan_before_, plan_after_;
  std::vector<uint32_t> fields_;       ///< that the sets look at
  std::vector<uint32_t> identities_;   ///< identity columns that they look at
  SchoolTable table_;                  ///< of the schools, in the state put last
  std::optional<ScoreBlock> present_;  ///< verdicts as they are after, in bits of the union
  ScoreBlock by_before_;               ///< the same by the set before, in its own bits
};

/// The value of a field in a row: of a number or the like; of a text.
[[nodiscard]] double number_of(const RowAt& at, uint32_t field);
[[nodiscard]] std::string_view text_of(const RowAt& at, uint32_t field);

/// The text of an identity column in a row; of a date however written as YYYY-MM-DD.
[[nodiscard]] std::string identity_of(const RowAt& at, uint32_t column);

/// Positions of the identity columns that an expression uses, rising.
[[nodiscard]] std::vector<uint32_t> identities_of(const Expression& expression);

}  // namespace kdcl
