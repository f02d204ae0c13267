// What people write beside figures and judgements: the state of things, strengths, weaknesses,
// plans, evidence. Never scored; the school's own report prints it, `check` looks at the evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/number.h"
#include "model/criteria.h"
#include "model/school_table.h"

namespace kdcl {

/// What is to be done about a weakness. All as written, empty where nothing is.
struct PlanEntry {
  std::string action;
  std::string goal;
  std::string by;  ///< until when: a date in either form, or words
  std::string owner;
  std::string cost;
  std::string done;      ///< words of a flag, or others
  bool is_done = false;  ///< they say yes
};

/// A document of the list of evidence.
struct Document {
  std::string code;  ///< as written
  std::string title;
  std::string criterion;  ///< to which it is listed; may be empty
  std::string issued;     ///< number and date, or when it was observed
  std::string issuer;
  std::string location;  ///< format and place where it is kept, or a link
  std::string remark;
  Location place{};
};

/// Evidence that somebody refers to.
struct EvidenceUse {
  std::string code;  ///< as written
  Location place{};
};

/// Notes on one standard, criterion or indicator.
struct NodeNotes {
  std::string node;  ///< its id or name
  std::vector<std::string> state;
  std::vector<std::string> strengths;
  std::vector<std::string> weaknesses;
  std::vector<std::string> causes;
  std::vector<PlanEntry> plan;
  std::vector<EvidenceUse> evidence;
  Location place{};  ///< where nobody has checked yet that there is such a node
};

/// The notes on one school, or on one of its assessments.
struct SchoolNotes {
  std::vector<NodeNotes> nodes;  ///< each id once, in the order of first use
  std::vector<Document> documents;

  [[nodiscard]] bool empty() const { return nodes.empty() && documents.empty(); }
  /// The notes on a node; null if there are none.
  [[nodiscard]] const NodeNotes* find(std::string_view node) const {
    for (const NodeNotes& each : nodes)
      if (each.node == node) return &each;
    return nullptr;
  }
  /// The same, made if there are none.
  [[nodiscard]] NodeNotes& of(std::string_view node) {
    for (NodeNotes& each : nodes)
      if (each.node == node) return each;
    nodes.emplace_back().node = node;
    return nodes.back();
  }
};

// What scoring a block of schools yields: verdicts, levels, what blocks. Filled by score/score in
// the table's row order; every output is a rendering of it. The rules are in docs/scoring.md.

enum class Verdict : uint8_t { met, not_met, unknown, not_applicable };

/// Level of a criterion that is wholly not applicable, and of everything of a row without a
/// criteria set.
inline constexpr int8_t kNoLevel = -1;

/// The figures behind a verdict. `requirement` is the position in the indicator's list of the one
/// shown: the first not met, else the first unknown, else the first.
struct Figure {
  uint32_t requirement = 0;
  double found = kUnknown;
  double required = kUnknown;
  double shortfall = kUnknown;  ///< |required - found|, only when the requirements are not met
  double heads = kUnknown;  ///< least whole change of the share's numerator that would do; kUnknown
                            ///< where that makes no sense
  int32_t exception = -1;   ///< position in the requirement's exceptions, -1 if none
  bool fails = false;       ///< the requirement is not met
  bool doubtful = false;    ///< an item of low certainty decided
};

/// Figures of one school: by indicator of its set, nothing where the indicator shows none.
using SchoolFigures = std::vector<std::optional<Figure>>;

/// Rows as in the scored SchoolTable. Bits and criterion positions are those of the row's own set.
struct ScoreBlock {
  BitRows met, not_met, not_applicable;  ///< verdicts; an indicator in none of the three is unknown
  BitRows contradiction;                 ///< judgement and figures disagree
  BitRows unverified;                    ///< judged met, figures unknown
  BitRows blocking, missing;             ///< for level + 1
  std::vector<int8_t> level, level_max;  ///< 0 to the top; kNoLevel without a set
  std::vector<int8_t> school_level,
      school_level_max;        ///< lowest of the school's stages in per-stage sets, else the same
  size_t criteria_stride = 0;  ///< cells a row in the two below
  std::vector<int8_t> criterion_level, criterion_level_max;  ///< kNoLevel if not applicable
};

/// What keeps another set, whose level an indicator asks for in vain or perhaps, from its next one.
struct HeldLevel {
  uint32_t indicator = 0;                      ///< that asks
  std::string set;                             ///< id of the other set, or of what amends it
  std::vector<std::string> blocking, missing;  ///< indicators of the other set
};

/// What only some outputs need of one school: asked for with ScoreOptions::details.
struct SchoolDetail {
  SchoolFigures figures;            ///< by indicator of the set
  std::vector<HeldLevel> held;      ///< in set order
  std::vector<double> monitors;     ///< by CriteriaSet::monitors; kUnknown where unknown
  std::vector<Verdict> conditions;  ///< of all awards' conditions, by family, award, condition:
                                    ///< met, not met or unknown
};

/// A verdict that would be another one if a figure were off by its rounding (score/sensitivity).
struct SensitiveVerdict {
  uint32_t indicator = 0;
  uint32_t requirement = 0;  ///< the first that rounding decides
  double found = kUnknown;   ///< its figure as the data have it
  double required = kUnknown;
  double low = kUnknown;   ///< where the figure may really lie: from here on
  double high = kUnknown;  ///< to below here
  Verdict now = Verdict::unknown;
  Verdict otherwise = Verdict::unknown;
};

/// A scored block: the schools, their results, and the rest if it was asked for (else empty), all
/// in input order.
struct ScoredBlock {
  SchoolTable table;
  ScoreBlock score;
  ScoreBlock beside;  ///< a second result: of a report what the council judged, of a recheck what
                      ///< it would be without reworded indicators
  std::vector<SchoolDetail> details;
  std::vector<SchoolNotes> notes;
  std::vector<std::vector<SensitiveVerdict>> sensitive;  ///< by row, in set order
};

/// The verdict of indicator `indicator` of row `row`.
[[nodiscard]] inline Verdict verdict_of(const ScoreBlock& block, size_t row, size_t indicator) {
  if (block.met.test(row, indicator)) return Verdict::met;
  if (block.not_met.test(row, indicator)) return Verdict::not_met;
  if (block.not_applicable.test(row, indicator)) return Verdict::not_applicable;
  return Verdict::unknown;
}

/// The highest award of a family whose level is reached: its number from 1, or 0.
[[nodiscard]] inline int award_number(const AwardFamily& family, int level) {
  int number = 0;
  for (size_t i = 0; i < family.awards.size(); ++i)
    if (family.awards[i].level <= level) number = static_cast<int>(i) + 1;
  return number;
}

}  // namespace kdcl
