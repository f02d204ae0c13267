// Scored rows counted for the reports of `score`: levels, awards, decisions, and what has to be
// looked at.
#pragma once

#include <array>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include "model/run.h"
#include "model/school_rows.h"
#include "report/common/sources.h"

namespace kdcl {

/// Schools by level, for sets with the same number of levels: levels are not compared between
/// circulars.
struct LevelCounts {
  int top = 0;
  std::vector<size_t> sets{};  ///< positions in the run, rising
  std::vector<size_t> at{};    ///< schools at level 0, 1, … top
  size_t schools = 0;
  size_t may_be_higher = 0;
};

/// Schools by the award of a family that their level reaches. Awards of several sets with one title
/// are one.
struct AwardCounts {
  std::string family{};
  std::vector<LocalText> titles{};
  std::vector<size_t> at{};  ///< by title: schools whose highest award it is
  size_t schools = 0;        ///< whose set has the family
  size_t reached = 0;        ///< with any award
  size_t may_be_higher = 0;  ///< whose award would be higher if all unknown were met
};

struct CheckCount {
  size_t indicators = 0;
  size_t schools = 0;
};

struct ScoreCounts {
  size_t schools =
      0;           ///< as counted here; more than `ids` where a school was assessed several times
  size_t ids = 0;  ///< different school ids
  Day first = kNoDate, last = kNoDate;  ///< days of assessment
  std::vector<LevelCounts> levels{};    ///< by number of levels, in the order of the run's sets
  std::vector<AwardCounts> awards{};
  std::array<size_t, 6> decisions{};  ///< by Decision; schools whose set has the national standard
  std::array<size_t, 3> decided_level{};  ///< valid decisions by level
  CheckCount unjudged, missing, contradictions, unverified;
  std::vector<DoubtfulItem> doubtful{};  ///< in set order
  std::vector<DoubtfulItem> in_doubt{};  ///< the same

  /// Schools that can be at national standard: those whose set has such awards.
  [[nodiscard]] size_t national() const {
    return std::accumulate(decisions.begin(), decisions.end(), size_t{0});
  }
};

/// Texts of low certainty that decided verdicts, in set order, with the rows they did so for.
[[nodiscard]] std::vector<DoubtfulItem> find_doubtful(const Run& run,
                                                      const std::vector<SchoolRows>& schools);
/// The same of indicators that may not have counted on the day of the row, or on `day`.
[[nodiscard]] std::vector<DoubtfulItem> find_in_doubt(const Run& run,
                                                      const std::vector<SchoolRows>& schools,
                                                      Day day = kNoDate);

/// Indicators of a row's set that apply to it and have no judgement; figures may decide them.
[[nodiscard]] size_t count_unjudged(const Run& run, const ScoredBlock& block, size_t row);

[[nodiscard]] ScoreCounts count_scores(const Run& run, const std::vector<SchoolRows>& schools);

/// All rows, and those among them that no criteria set covers.
struct RowCounts {
  size_t rows = 0;
  size_t outside = 0;
};
[[nodiscard]] RowCounts count_rows(const std::vector<ScoredBlock>& blocks);

}  // namespace kdcl
