// The schools that shares are of: those that the summary of the same rows counts.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "model/run.h"
#include "model/school_rows.h"
#include "model/targets.h"

namespace kdcl {

/// Why no shares are told.
enum class NoShares : uint8_t {
  none,      ///< they are
  lone_day,  ///< the last day of the data is far from all others
  too_few,   ///< fewer than half of the schools count
};

struct CountedSchools {
  Period period{};
  std::vector<SchoolRows> schools{};  ///< in input order
  uint64_t all = 0;                   ///< schools in scope, counted or not
  NoShares why = NoShares::none;
};

// Which indicators decided rows on days on which they may not have counted (Doubt).

class DoubtCounts {
 public:
  /// Rows are asked for on their own day, and on `day`. `run` must outlive it.
  explicit DoubtCounts(const Run& run, Day day = kNoDate);

  void add(const RowAt& at);

  /// How many rows, by set and indicator.
  [[nodiscard]] const std::map<std::pair<size_t, size_t>, size_t>& rows() const { return rows_; }

 private:
  const Run& run_;
  Day day_;
  std::vector<std::vector<size_t>> in_doubt_;  ///< indicators that have a doubt, by set
  std::map<std::pair<size_t, size_t>, size_t> rows_{};
};

// How schools developed over the years of the data: counts of every year, and who rose or fell from
// one year to the next. A part of the Summary, filled by score/trends. Trends of parts are the
// trends of the whole.

/// Years end on the day and month of the report: 31 December makes them calendar years. The last
/// day of a year, on which its recognitions are counted.
[[nodiscard]] Day day_of_year(int year, Day as_of);

/// The year that a day belongs to; 0 for kNoDate.
[[nodiscard]] int report_year(Day day, Day as_of);

/// The assessment of a school that counts of a year: the latest, the external one of several on one
/// day.
struct SchoolYear {
  int year = 0;
  SchoolRows rows{};
  DecisionOf decision{};  ///< on day_of_year()
};

/// What became of a school's level from one year to a later one.
enum class LevelChange : uint8_t {
  rose,
  same,
  fell,
  unclear,       ///< data are missing: the levels that it may have do not tell
  other_levels,  ///< by sets with other numbers of levels, which are never converted
};
inline constexpr size_t kLevelChanges = 5;
/// The name in files: "other_levels".
[[nodiscard]] std::string_view level_change_name(LevelChange change);

[[nodiscard]] LevelChange change_of(const Run& run, const SchoolRows& before,
                                    const SchoolRows& after);

/// Schools of one year whose assessment was by one criteria set.
struct YearSums {
  std::vector<uint64_t> levels{};  ///< by level 0 to the top; may be empty
  uint64_t decided = 0;  ///< at the national standard by a decision in force on day_of_year(); 0
                         ///< for sets without that award

  YearSums& operator+=(const YearSums& other);
};

/// Schools assessed in two years: by LevelChange.
using ChangeSums = std::array<uint64_t, kLevelChanges>;

struct Trends {
  std::map<int, std::map<size_t, YearSums>> years{};  ///< by year and set of the run
  /// By two years of a school, between which it was not assessed.
  std::map<std::pair<int, int>, ChangeSums> changes{};

  Trends& operator+=(const Trends& other);
};

/// A year, all sets together.
struct YearTotal {
  uint64_t schools = 0;
  uint64_t national = 0;  ///< whose set has the national standard: the denominator of the others
  uint64_t by_score = 0;
  uint64_t decided = 0;
};
[[nodiscard]] YearTotal year_total(const Run& run, const Trends& trends, int year);

/// The numbers of levels that sets in use have, each once, in the order of the years. Levels are
/// compared only among sets with as many.
[[nodiscard]] std::vector<int> level_scales(const Run& run, const Trends& trends);

/// Schools of a year by level 0 to `top`, of all sets with so many levels.
[[nodiscard]] std::vector<uint64_t> schools_by_level(const Run& run, const Trends& trends, int year,
                                                     int top);

/// A year against the one before it in the data.
struct YearStep {
  int from = 0;
  int to = 0;
  ChangeSums changes{};  ///< of the schools assessed in both
  uint64_t added = 0;    ///< schools assessed in `to` only
  uint64_t gone = 0;     ///< schools assessed in `from` only

  [[nodiscard]] uint64_t at(LevelChange change) const {
    return changes[static_cast<size_t>(change)];
  }
  [[nodiscard]] uint64_t both() const;
};
/// One fewer than there are years; none if there are none.
[[nodiscard]] std::vector<YearStep> year_steps(const Run& run, const Trends& trends);

/// The first of a school's years whose levels compare with those of its last; null if that is the
/// last.
[[nodiscard]] const SchoolYear* first_comparable(const Run& run,
                                                 const std::vector<SchoolYear>& years);

// Sums over all schools of a run, and the schools they were made from. Filled by score/summary; the
// reports of `kdcl summary` are renderings of it. Sums of parts are the sums of the whole, so that
// a province can be added up from its districts (read/partial, write/partial).

/// Who owns a school, as far as reports tell them apart.
enum class Ownership : uint8_t { state, other, unknown };

/// `cong_lap` is the state's, any other id is not; empty is unknown.
[[nodiscard]] Ownership ownership_of(std::string_view id);

/// What is counted of schools, one figure each.
enum class SchoolCount : uint8_t {
  schools,
  self_assessed,        ///< with a judgement or figure by itself, or by nobody named
  externally_assessed,  ///< the same by the external team
  national,             ///< whose set has the national standard: the denominator of its shares by
                        ///< score
  decision_base,        ///< the same by decision: also schools that are not received, but whose
                        ///< recognition the register says
  decided_1,            ///< national standard level 1 by a decision in force
  decided_2,
  expired,             ///< decision no longer in force
  undated,             ///< decided, but nobody says when
  misdated,            ///< decided on a day after the report's, or on one that can't be
  no_decision_data,    ///< in scope of the national standard, nothing known of decisions
  recognized_new,      ///< decision in force of the year of the report, the first one
  recognized_again,    ///< the same, not the first
  recognized_unclear,  ///< the same, unknown whether the first
  expiring,            ///< decision in force that ends within 12 months
  not_carried,         ///< decision in force of a level that the score can't reach
  carried_in_doubt,    ///< the same, but it can if what is unknown turns out met
  may_be_higher,       ///< whose national standard by score would be higher if all unknown were met
  near_1,              ///< one indicator away from the next award
  near_2,
  near_3,
  with_missing,  ///< with data missing for the next level
  with_contradictions,
  with_unverified,
  certified_1,  ///< accreditation level 1 by a certificate in force
  certified_2,
  certified_3,
  certified_4,
  certified_expired,   ///< certificate no longer in force
  certified_undated,   ///< certified, but nobody says when
  certified_misdated,  ///< certified on a day after the report's, or on one that can't be
  not_received,        ///< in the register, but without a row that counts
};
inline constexpr size_t kSchoolCounts = 32;
/// The name in files: "self_assessed".
[[nodiscard]] std::string_view school_count_name(SchoolCount count);

/// An award as schools are counted by it: of all sets of a run, those with one title are one.
struct AwardTitle {
  std::string family;
  LocalText title;
};
/// In the order of the run's sets.
[[nodiscard]] std::vector<AwardTitle> award_titles(const Run& run);

struct SchoolSums {
  std::array<uint64_t, kSchoolCounts> counts{};
  std::vector<uint64_t> awards{};  ///< by award_titles(): schools whose highest of its family, by
                                   ///< score, it is; may be empty

  [[nodiscard]] uint64_t at(SchoolCount count) const { return counts[static_cast<size_t>(count)]; }
  uint64_t& at(SchoolCount count) { return counts[static_cast<size_t>(count)]; }
  [[nodiscard]] uint64_t decided() const {
    return at(SchoolCount::decided_1) + at(SchoolCount::decided_2);
  }
  SchoolSums& operator+=(const SchoolSums& other);
};

/// Schools that are summed together.
struct SchoolGroup {
  std::string type;  ///< of kSchoolTypes; empty if unknown
  Ownership ownership = Ownership::unknown;
  std::string place;  ///< value of Summary::place; empty if unknown

  auto operator<=>(const SchoolGroup&) const = default;
};

/// What is counted of the rows of one criteria set and school type. By position in the set.
struct SetSums {
  uint64_t rows = 0;
  uint64_t at_top = 0;                     ///< rows at the set's top level
  std::vector<uint64_t> kept;              ///< by indicator: rows it keeps from the next level
  std::vector<uint64_t> only;              ///< of those, rows that nothing else keeps
  std::vector<uint64_t> kept_by_standard;  ///< by standard: rows that any of its indicators keeps
  std::vector<uint64_t> missing;           ///< rows where its data are missing for the next level
  std::vector<uint64_t> contradicted;      ///< rows where judgement and figures disagree
  std::vector<uint64_t> unverified;        ///< rows where it was judged met and figures are unknown
  std::vector<uint64_t> doubtful;          ///< rows that a text of low certainty decided
  std::vector<uint64_t> in_doubt;          ///< rows that it decided on a day of its doubt
  /// By criterion and then by level 0 to the top: rows whose criterion reached just that level.
  /// Rows where it is not applicable are in none.
  std::vector<uint64_t> reached;

  SetSums() = default;
  explicit SetSums(const CriteriaSet& set);
  SetSums& operator+=(const SetSums& other);
};

/// The counts by indicator, under their names in files.
struct IndicatorCounts {
  std::string_view name;
  std::vector<uint64_t> SetSums::*counts;
};
inline constexpr std::array kIndicatorCounts{
    IndicatorCounts{"kept", &SetSums::kept},
    IndicatorCounts{"only", &SetSums::only},
    IndicatorCounts{"missing", &SetSums::missing},
    IndicatorCounts{"contradicted", &SetSums::contradicted},
    IndicatorCounts{"unverified", &SetSums::unverified},
    IndicatorCounts{"doubtful", &SetSums::doubtful},
};

/// Rows of one set at one place: how many there are, and by criterion how many of them it keeps
/// from the next level.
struct PlaceSums {
  uint64_t rows = 0;
  std::vector<uint64_t> kept;

  PlaceSums& operator+=(const PlaceSums& other);
};

/// Facts without which some counts can't be known: those are no zeros then.
enum class Fact : uint8_t { external_assessment, recognition, earlier_recognition, certificate };
inline constexpr size_t kFacts = 4;
/// The name in files: that of the column.
[[nodiscard]] std::string_view fact_name(Fact fact);

struct Summary {
  Day as_of = kNoDate;  ///< the day it is about; kNoDate if no row has one
  Day since = kNoDate;  ///< the first day whose rows count; kNoDate: all up to `as_of`
  Day first = kNoDate;  ///< first and last day of assessment
  Day last = kNoDate;
  std::string place{};      ///< name of the column whose values are places: "district"
  uint64_t rows = 0;        ///< of the data
  uint64_t later = 0;       ///< of those, rows after `as_of`: in no other figure
  uint64_t outside = 0;     ///< schools that no criteria set covers
  uint64_t older = 0;       ///< schools in scope with rows before `since` only: in trends alone
  uint64_t only_later = 0;  ///< schools in scope with rows after `as_of` only: in no other figure
  uint64_t unlisted = 0;    ///< schools that the register does not have: in no other figure
  uint64_t left_out = 0;    ///< schools that --keep-going left out for their faults
  uint64_t composed = 0;    ///< rows whose place was written in decomposed form; not in partials
  uint64_t listed = 0;      ///< schools of which there is more than sums
  std::array<bool, kFacts> carried{};  ///< some row says so
  std::string register_sha256{};       ///< of --schools; empty without
  std::vector<bool> received{};        ///< by school of the register: a row counts
  std::map<SchoolGroup, SchoolSums> groups{};
  std::vector<std::map<std::string, SetSums>> sets{};      ///< by set of the run and school type
  std::vector<std::map<std::string, PlaceSums>> places{};  ///< by set of the run and place
  std::map<int, std::array<uint64_t, 2>> expiries{};  ///< decisions in force, by year of their end
  std::vector<std::vector<TargetTally>> targets{};    ///< by target and line
  std::vector<std::string> target_ids{};
  Trends trends{};

  [[nodiscard]] SchoolSums total() const;
  [[nodiscard]] bool carries(Fact fact) const { return carried[static_cast<size_t>(fact)]; }
  /// True if schools were assessed in more than one year.
  [[nodiscard]] bool has_trends() const { return trends.years.size() > 1; }
};

/// Adds the sums of another part of the same run: the same sets, targets, day and place.
void add_part(Summary& sum, const Summary& part);

/// Positions of the sets by which any assessment was scored that the sums are of.
[[nodiscard]] std::vector<size_t> sets_scored(const Summary& summary);

/// A school of the register without a row that counts.
struct NotReceived {
  RowAt listed;
  std::string place{};     ///< as in SchoolGroup
  DecisionOf decision{};   ///< as the register says it
  Day last_row = kNoDate;  ///< day of its last row; kNoDate if it has none, or that is not known
};

/// The form of the files that hold sums: what counts changes it, too.
inline constexpr std::string_view kPartialForm = "2";

/// A part of a summary as it is sent on: the sums, and what they were made from.
struct PartialSummary {
  Summary summary;
  std::vector<InputFile> inputs{};     ///< of the data
  std::string targets_sha256{};        ///< of the targets file; empty if there was none
  std::vector<std::string> assumed{};  ///< statements of --set
};

/// The name of an ownership in files, and back; nothing for any other word.
[[nodiscard]] std::string_view ownership_name(Ownership ownership);
[[nodiscard]] std::optional<Ownership> find_ownership(std::string_view name);

/// One school as it is counted: its latest assessment up to the day of the report, the external one
/// of several on one day.
struct SchoolRecord {
  SchoolRows rows{};                     ///< of that assessment; empty if out of scope
  const ScoredBlock* outside = nullptr;  ///< out of scope: its row
  size_t outside_row = 0;
  bool counts = true;     ///< false: that assessment is older than what is counted
  bool is_listed = true;  ///< false: the register does not have it
  bool self_assessed = false;
  bool externally_assessed = false;
  std::string place{};  ///< as in SchoolGroup
  DecisionOf decision{};
  Standing standing = Standing::holds;  ///< where the decision is in force
  size_t distance = 0;  ///< indicators, not met or unknown, to the next award; 0 if there is none
  std::vector<SchoolYear> years{};  ///< rising, the last is of `rows`; empty for a single year
};

}  // namespace kdcl
