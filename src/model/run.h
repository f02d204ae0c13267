// What a run assumes in place of what its criteria say: a threshold typed on the command line
// (--set). Whatever it touches states it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/criteria.h"

namespace kdcl {

/// One requirement that a statement changed; a statement may change some in several sets.
struct Assumption {
  std::string statement;  ///< as typed
  size_t set = 0;         ///< position in Run::sets
  uint32_t indicator = 0;
  uint32_t requirement = 0;        ///< position in the indicator's list
  double value = 0;                ///< as in Requirement::value
  std::string where{};             ///< under which condition it counts; empty: for all schools
  std::vector<double> replaced{};  ///< values it takes the place of: the requirement's own, then
                                   ///< those of its exceptions, each once
};

// Which days of assessment a report is about.

/// Both days belong to it.
struct Period {
  Day first = kNoDate;  ///< kNoDate: every day up to the last
  Day last = kNoDate;   ///< the day of the report; kNoDate where nothing names a day

  [[nodiscard]] bool is_after(Day day) const { return last != kNoDate && day > last; }
  [[nodiscard]] bool holds(Day day) const { return day >= first && !is_after(day); }
};

/// The twelve months that end with a day; 31 December: its year.
[[nodiscard]] inline Period twelve_months_to(Day last) {
  return {last == kNoDate ? kNoDate : add_years(last, -1) + 1, last};
}

// What holds for a whole run: its criteria sets, the fields of all of them together, and where the
// data came from.

struct InputFile {
  std::string name;
  std::string sha256;  ///< lower-case hex; empty for what was not read whole
};

/// A set whose judgements stand in a row: indicator i of it is bit `64 * first_word + i`.
struct JudgedSet {
  size_t set = 0;  ///< position in the run
  size_t first_word = 0;
};

/// The sets of a run, their expressions renumbered to the run's fields.
struct Run {
  std::vector<CriteriaSet> sets;  ///< in the order given; a row's set is a position here
  /// By set: whose judgements stand in the rows that it scores. The set itself, then those whose
  /// level it asks for, directly or through others, and those that amend these.
  std::vector<std::vector<JudgedSet>> judged;
  std::vector<Field> fields;  ///< the union of the sets' fields; columns of a SchoolTable
  Day date = kNoDate;         ///< `--date`: for rows without a date of their own
  /// Rows may take the sets from here up to there, as positions; the others only stand beside them.
  size_t open_from = 0;
  size_t open_to = SIZE_MAX;
  /// Rows to which this set applies are judged by it, whatever their day and the set they name; the
  /// others by none.
  std::optional<size_t> only_set{};

  [[nodiscard]] bool is_open(size_t set) const { return set >= open_from && set < open_to; }
  std::vector<Assumption> assumptions;  ///< `--set`, already put into the sets
};

/// Whose judgements rows of a set need (Run::judged).
[[nodiscard]] std::vector<JudgedSet> find_judged(const std::vector<CriteriaSet>& sets, size_t set);

/// Joins sets into a run. The sets agree on the type of a field of one name (read/criteria checks
/// that).
[[nodiscard]] Run make_run(std::vector<CriteriaSet> sets, Day date);

/// Puts the sets of another run before those of this one. The fields of the other are the first of
/// this one; what is open is left as it is.
void put_before(const Run& earlier, Run& run);

/// Words of judgement bits of a row that a set scores; that a row may need, whatever its set.
[[nodiscard]] size_t judgement_words(const Run& run, size_t set);
[[nodiscard]] size_t judgement_words(const Run& run);

/// The set that stands in the place of the one called `id` on a day: itself, or one that amends it,
/// directly or upon others, and is in force. `judged` is of a set that asks for its level.
[[nodiscard]] const JudgedSet& set_in_place(const Run& run, const std::vector<JudgedSet>& judged,
                                            std::string_view id, Day day);

/// The measures of all sets, each id once: the first set that has it counts.
[[nodiscard]] std::vector<Measure> measures_of(const Run& run);

/// The field that a requirement of one of the run's sets names directly; null if it names a
/// measure.
[[nodiscard]] inline const Field* field_of(const Run& run, const Requirement& requirement) {
  return requirement.field ? &run.fields[*requirement.field] : nullptr;
}

/// The statements of the run's assumptions as typed, each once; with `set` those that change it.
[[nodiscard]] std::vector<std::string> statements_of(const Run& run,
                                                     std::optional<size_t> set = {});

/// The field or the measure that a cell of one of the run's data tables shows; null if it shows
/// something else.
[[nodiscard]] inline const Field* field_of(const Run& run, const DataFigure& figure) {
  return figure.kind == DataFigure::Kind::field ? &run.fields[figure.index] : nullptr;
}
[[nodiscard]] inline const Measure* measure_of(const CriteriaSet& set, const DataFigure& figure) {
  return figure.kind == DataFigure::Kind::measure ? &set.measures[figure.index] : nullptr;
}

/// The figure of a cell that shows one, as an expression: the measure's formula or the field alone.
[[nodiscard]] Expression expression_of(const Run& run, const CriteriaSet& set,
                                       const DataFigure& figure);

}  // namespace kdcl
