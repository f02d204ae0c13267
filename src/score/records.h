// Puts scored rows to schools as summaries count them, each id once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/run.h"
#include "model/school_rows.h"
#include "model/score.h"
#include "model/summary.h"

namespace kdcl {

/// The field that says whether a school had been recognised before.
inline constexpr std::string_view kRecognizedBefore = "recognized_before";
/// Those that hold the certificate of accreditation: its level and day.
inline constexpr std::string_view kAccreditationLevel = "accreditation_level";
inline constexpr std::string_view kAccreditationOn = "accreditation_on";

/// What is left of a table when the input goes: who the schools are, and the values of `fields`; no
/// judgements. A small part of the input's size.
[[nodiscard]] SchoolTable table_without_input(const SchoolTable& from,
                                              const std::vector<uint32_t>& fields);

/// The fields of a run that summaries need: what decisions say, and that of --by.
[[nodiscard]] std::vector<uint32_t> fields_kept(const Run& run,
                                                const std::optional<GroupColumn>& by);

/// Positions of records by the id of their school.
using RecordsById = std::unordered_map<std::string_view, size_t>;

/// The row that speaks for a record where one has to.
[[nodiscard]] RowAt row_of(const SchoolRecord& record);

/// The schools with rows up to the last day of `period`, each id once, in the order of their first
/// rows; those out of scope too. Only which rows count, of all and of each year, is filled in yet.
/// `known` is filled with their ids.
[[nodiscard]] std::vector<SchoolRecord> find_records(const Run& run,
                                                     const std::vector<ScoredBlock>& blocks,
                                                     const Period& period, RecordsById& known);
[[nodiscard]] inline std::vector<SchoolRecord> find_records(const Run& run,
                                                            const std::vector<ScoredBlock>& blocks,
                                                            const Period& period = {}) {
  RecordsById known;
  return find_records(run, blocks, period, known);
}

/// The value of the column; a choice is its id, a flag "yes" or "no"; empty if unknown.
[[nodiscard]] std::string place_of(const Run& run, const GroupColumn& column,
                                   const SchoolRows& school);

/// Fills in the place, the decisions as they stand on `as_of` and in each year, and the distance.
void complete(const Run& run, const GroupColumn& place, Day as_of, SchoolRecord& record);

/// By commune from 1 July 2025 on, when districts were dissolved, and where no row has a district;
/// else by district.
[[nodiscard]] GroupColumn place_column(const std::vector<ScoredBlock>& blocks, Day as_of);

/// The column's name in the data: "district".
[[nodiscard]] std::string place_name(const Run& run, const GroupColumn& column);

// Counts what decisions say of a school: recognitions of the national standard and certificates of
// accreditation, as they stand on the day of a report.

/// The position of a field in the run; nothing if it has none of that id.
[[nodiscard]] std::optional<uint32_t> find_field(const Run& run, std::string_view id);

class DecisionCounter {
 public:
  DecisionCounter(const Run& run, Day as_of);

  /// A school whose set has the national standard. `rows` are those that say whether it was
  /// recognised before.
  void add(const DecisionOf& decision, std::span<const RowAt> rows, SchoolSums& sums,
           Summary& summary) const;
  /// The first row that says a level counts, at that level if the certificate is in force.
  void add_certificate(std::span<const RowAt> rows, SchoolSums& sums) const;

 private:
  [[nodiscard]] SchoolCount recognition(std::span<const RowAt> rows) const;
  [[nodiscard]] std::optional<SchoolCount> certificate_of(std::span<const RowAt> rows) const;
  [[nodiscard]] int years_certified(size_t set, size_t number) const;

  const Run& run_;
  Day as_of_;
  Day in_a_year_;
  std::optional<uint32_t> before_, certified_, certified_on_;  ///< fields
};

}  // namespace kdcl
