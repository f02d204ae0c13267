// What a school fills in for a criteria set, and what is worked out from it: the tables of fields
// and measures of `kdcl criteria show`.
#pragma once

#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// Positions in the run's fields of those that the set uses: first those that decide or are
/// monitored, in the order of the fields, then those that only its data tables show, in the order
/// of their rows.
[[nodiscard]] std::vector<uint32_t> used_fields(const CriteriaSet& set);

/// "từ 0 đến 100", "Có, Không": what may stand in a field, as far as it has limits.
[[nodiscard]] std::string accepted_values(const Field& field, Language language);
[[nodiscard]] std::string field_type_text(FieldType type, Language language);

/// The fields that the set uses, in that order: column and title, below them type, unit and what
/// may stand there.
[[nodiscard]] Table fields_table(const Run& run, const CriteriaSet& set, Language language);

/// Its measures: name and title, below them unit and formula. No rows if it has none.
[[nodiscard]] Table measures_table(const CriteriaSet& set, Language language);

}  // namespace kdcl
