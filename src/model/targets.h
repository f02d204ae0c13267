// Targets: what share of the schools, or how many of them, are to have reached something, and by
// when. Read from YAML by read/targets, applied to scored blocks by score/targets; the format is in
// docs/targets-format.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/language.h"
#include "base/number.h"
#include "model/criteria.h"
#include "model/expression.h"

namespace kdcl {

/// A day of a targets file. A year stands for its last day.
struct TargetDay {
  Day day = kNoDate;
  bool is_year = false;  ///< written as a year, and best shown as one
};

/// What is to be reached, and by when.
struct Goal {
  TargetDay by;
  double value = 0;  ///< percent (0 to 100), or schools: see Target::counts_schools
  LocalText source;  ///< empty if the file gives none
  Certainty checked = Certainty::high;
};

/// What was reached on a day: a share, or so many, of so many.
struct PastFigure {
  TargetDay on;
  std::optional<double> share;  ///< percent, as published; never beside `reached`
  std::optional<int> reached;
  std::optional<int> of;  ///< at least 1 and at least `reached`; there if a share is counted
  LocalText source;
  Certainty checked = Certainty::high;
};

/// In percent, unrounded; kUnknown if only a number of schools is known.
[[nodiscard]] inline double share_of(const PastFigure& figure) {
  if (figure.share) return *figure.share;
  return figure.reached && figure.of ? 100.0 * *figure.reached / *figure.of : kUnknown;
}

/// The goals of a target, or those of one group of its schools.
struct TargetLine {
  std::string group;                ///< a value of the column Target::by; empty if there is none
  std::vector<Goal> goals;          ///< at least one, days rising
  std::vector<PastFigure> history;  ///< days rising; may be empty
  Location place{};                 ///< of its goals, for messages
};

struct Target {
  std::string id;  ///< unique in its file
  LocalText title;
  LocalText source;                 ///< empty if the file gives none
  Expression count;                 ///< over fields_with_results()
  std::optional<Expression> among;  ///< absent: among all rows
  std::optional<IdentityColumn> by;
  bool counts_schools = false;    ///< goals are numbers of schools, not percent
  std::vector<TargetLine> lines;  ///< one without `by`, else one a group, in the file's order
  Certainty checked = Certainty::high;
  Location count_place{}, among_place{};  ///< `among_place` is the target's where it has no `among`
};

/// What a target says of one row.
enum class TargetMark : uint8_t {
  outside,      ///< not among the schools it is about
  reached,      ///< counted
  not_reached,  ///< among them, not counted
  open,         ///< among them, unknown whether counted
  unplaced,     ///< unknown whether among them
};

/// By target, then by row of a block.
using BlockMarks = std::vector<std::vector<TargetMark>>;

/// How many schools have which mark. Sums of parts are the sums of the whole.
struct TargetTally {
  uint64_t reached = 0, not_reached = 0, open = 0, unplaced = 0;

  void add(TargetMark mark) {
    reached += mark == TargetMark::reached;
    not_reached += mark == TargetMark::not_reached;
    open += mark == TargetMark::open;
    unplaced += mark == TargetMark::unplaced;
  }
  TargetTally& operator+=(const TargetTally& other) {
    reached += other.reached;
    not_reached += other.not_reached;
    open += other.open;
    unplaced += other.unplaced;
    return *this;
  }
  /// The schools it is about: the denominator.
  [[nodiscard]] uint64_t among() const { return reached + not_reached + open; }
};

// Where a line of a target stands on a day, and what its goals still ask for.

/// One goal against what was reached.
struct GoalProgress {
  const Goal* goal = nullptr;
  double share = kUnknown;       ///< reached, in percent; kUnknown if nobody is among its schools
  double difference = kUnknown;  ///< share - goal, in points; kUnknown for goals in schools
  int64_t ahead = 0;       ///< schools more than the goal asks for; negative: so many are needed
  int months = 0;          ///< from the day to the goal's; negative if it is past
  double pace = kUnknown;  ///< schools a year that are needed from the day on; kUnknown for goals
                           ///< that are reached or past
};

/// The schools that a goal asks for: the least number whose share of `among` is not below it.
[[nodiscard]] int64_t schools_for(const Goal& goal, uint64_t among, bool counts_schools);

[[nodiscard]] GoalProgress progress_to(const Goal& goal, const TargetTally& tally,
                                       bool counts_schools, Day day);

/// The goal that a day is measured by: the first not before it, else the last.
[[nodiscard]] const Goal& nearest_goal(const TargetLine& line, Day day);

}  // namespace kdcl
