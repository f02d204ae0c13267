// What a comparison of schools yields: the same schools in two files, years or assessments, or
// under two criteria sets. Made by score/compare and score/causes; every output is a rendering of
// it. The rules are in docs/compare.md.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/run.h"
#include "model/school_rows.h"

namespace kdcl {

/// A difference between the two states of a school that its level depends on. Undoing all causes of
/// a move gives the level before; none can be left out.
struct Cause {
  enum class Kind : uint8_t {
    judgement,    ///< of an indicator in both sets, or in a set whose level they ask for
    figure,       ///< the value of a field
    identity,     ///< the text of an identity column that a condition asks for
    threshold,    ///< of an indicator: only the value asked changed
    exception,    ///< only exceptions changed
    requirement,  ///< figures or conditions otherwise
    added,        ///< the indicator
    removed,      ///< the indicator
    level_rule,   ///< what the levels ask of the criteria
  };
  Kind kind = Kind::judgement;
  std::string indicator{};  ///< its name; empty for figure, identity and level_rule
  /// Of figure and identity, and of a judgement by a set whose level is asked for: the indicators
  /// they decide here.
  std::vector<std::string> through{};
  /// Of figure: of the run; of threshold: the same, unless a measure is asked for; of identity: the
  /// column.
  std::optional<uint32_t> field{};
  Verdict judged_before = Verdict::unknown, judged_after = Verdict::unknown;  ///< of judgement
  double before = kUnknown, after = kUnknown;  ///< of figure, and of threshold: the values asked
  std::string text_before{}, text_after{};     ///< of identity and of fields of type text
  /// Of figure and identity: an exception that holds on one side only, by what decides here.
  enum class Exception : uint8_t { none, gained, lost };
  Exception exception_change = Exception::none;
  LocalText because{};  ///< of that exception
};

/// A school, or a stage of one in per-stage sets, on both sides.
struct ComparedSchool {
  std::optional<RowAt> before{}, after{};  ///< absent where the side has no such school
  bool is_merged = false;       ///< only before: a school after names it as a predecessor
  std::vector<Cause> causes{};  ///< of a move, else empty
  /// Of a move: other differences in what changed verdicts, each of which alone, undone, gives the
  /// level before.
  std::vector<Cause> also{};

  [[nodiscard]] const RowAt& any() const { return after ? *after : *before; }
  [[nodiscard]] bool is_in_both() const { return before && after; }
};

enum class Move : uint8_t { same, rose, fell, only_before, only_after, not_comparable };

struct SchoolComparison {
  std::vector<ComparedSchool> schools;  ///< in the order of the later side, then what only the
                                        ///< earlier one has
  /// By school. Sets without a common indicator can't be compared.
  std::vector<Move> moves;

  [[nodiscard]] size_t count(Move move) const {
    return static_cast<size_t>(std::count(moves.begin(), moves.end(), move));
  }
};

/// Schools with one value of an identity column, counted by how they moved.
struct MoveGroup {
  std::string value;  ///< empty: unknown
  std::array<size_t, 6> counts{};

  [[nodiscard]] size_t count(Move move) const { return counts[static_cast<size_t>(move)]; }
};

/// By the value of the later side, else of the earlier one; in the order in which values come, the
/// unknown last.
[[nodiscard]] std::vector<MoveGroup> group_moves(const SchoolComparison& comparison,
                                                 IdentityColumn column);

[[nodiscard]] inline int level_of(const RowAt& at) { return at.block->score.level[at.row]; }
[[nodiscard]] inline int level_max_of(const RowAt& at) { return at.block->score.level_max[at.row]; }

}  // namespace kdcl
