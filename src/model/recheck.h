// The schools recognised at the national standard under the standards in force on a day. Filled by
// score/recheck; the reports of `kdcl recheck` are renderings of it. The rules are in
// docs/recheck.md.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "model/school_rows.h"
#include "model/score.h"
#include "model/summary.h"

namespace kdcl {

/// How a recognition stands on the day, whatever the standards say.
enum class Validity : uint8_t {
  valid,     ///< for more than 12 months
  expiring,  ///< its last day is at most 12 months away
  expired,
  undated,    ///< recognised, but nobody says when
  inherited,  ///< of schools that were merged into this one, which has none of its own
};
inline constexpr size_t kValidities = 5;

/// An indicator in the way of the level asked, or one that decides once it is known.
struct Obstacle {
  RowAt at;
  uint32_t indicator = 0;
  std::optional<Figure> figure{};  ///< nothing where the indicator shows none
};

/// The recognition of a school that was merged into another one.
struct Certificate {
  std::string school_id{};
  std::string school_name{};
  std::string number{};  ///< of the decision
  DecisionOf decision{};
};

/// Ids in these structs point into the data.
struct UnknownPredecessor {
  std::string_view school_id;
  std::string_view named;
  std::string_view nearest;  ///< the id that may be meant; empty if none is near
};

/// The field that names the schools merged into a school.
inline constexpr std::string_view kPredecessors = "predecessors";

/// What the column `predecessors` says, of the ids that are schools of the data.
struct Mergers {
  /// By the school that they were merged into: those that are recognised.
  std::map<std::string_view, std::vector<Certificate>> certificates{};
  std::set<std::string_view> merged{};  ///< schools that are none any more
  std::vector<UnknownPredecessor> unknown{};
  std::vector<std::string_view> circular{};  ///< schools named, over however many steps, as their
                                             ///< own predecessors: what they say is left aside
};

/// Indicators of a set that an amendment reworded, so that no judgement under the words before it
/// counts for them.
struct RewordedIndicators {
  size_t set = 0;
  std::vector<uint32_t> indicators{};  ///< in set order
};

/// A school with a recognition, its own or that of its predecessors.
struct RecheckedSchool {
  SchoolRecord record{};  ///< without the distance
  int number = 0;         ///< of the national standard that is rechecked
  int asked = 0;          ///< the level of the school that it asks for
  Standing standing = Standing::holds;
  Standing without_reworded = Standing::holds;  ///< the same, these indicators left out
  Validity validity = Validity::valid;
  Day file_by = kNoDate;            ///< where it expires within 12 months
  std::vector<Obstacle> not_met{};  ///< where it falls short
  std::vector<Obstacle> unknown{};  ///< where it is doubtful or falls short
  std::vector<Certificate> predecessors{};
};

/// Counts of the schools of a type and place.
struct RecheckSums {
  uint64_t schools = 0;  ///< whose set has the national standard: the denominator
  std::array<std::array<uint64_t, kValidities>, kStandings> recognized{};

  [[nodiscard]] uint64_t at(Standing standing, Validity validity) const {
    return recognized[static_cast<size_t>(standing)][static_cast<size_t>(validity)];
  }
  [[nodiscard]] uint64_t all(Standing standing) const;
  [[nodiscard]] uint64_t all(Validity validity) const;
  /// Recognitions in force on the day: of one standing, of all.
  [[nodiscard]] uint64_t in_force(Standing standing) const;
  [[nodiscard]] uint64_t in_force() const;
  RecheckSums& operator+=(const RecheckSums& other);
};

/// Type and place of schools; empty if unknown.
using RecheckGroup = std::pair<std::string, std::string>;

struct Recheck {
  Day day = kNoDate;              ///< whose standards every school is judged by
  std::string place{};            ///< name of the column whose values are places: "district"
  uint64_t rows = 0;              ///< of the data
  uint64_t later = 0;             ///< of those, rows after the day: in no other figure
  uint64_t merged = 0;            ///< schools that were merged into others: in no other figure
  uint64_t without_standard = 0;  ///< schools under a set without the national standard
  std::vector<size_t> sets{};     ///< those of the schools, rising
  std::map<RecheckGroup, RecheckSums> groups{};
  /// Of the sets of `sets`, those that rows were judged under with other words. Empty: nothing was
  /// reworded, and there is no second result.
  std::vector<RewordedIndicators> reworded{};
  RecheckSums without_reworded{};  ///< all schools, these indicators left out
  std::vector<RecheckedSchool> schools{};
  /// Schools recognised on a day after that one, or on one that can't be: in no other figure.
  std::vector<RecheckedSchool> misdated{};
  std::vector<SchoolRecord> outside{};  ///< schools that no set in force covers

  [[nodiscard]] RecheckSums total() const;
};

}  // namespace kdcl
