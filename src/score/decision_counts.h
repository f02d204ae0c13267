// Counts what decisions say of a school: recognitions of the national standard and certificates of
// accreditation, as they stand on the day of a report.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/run.h"
#include "model/school_rows.h"
#include "model/summary.h"

namespace kdcl {

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
