// What a school fills in for a criteria set, and what is worked out from it: the tables of fields
// and measures of `kdcl criteria show`.
#pragma once

#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// "từ 0 đến 100", "Có, Không": what may stand in a field, as far as it has limits.
[[nodiscard]] std::string accepted_values(const Field& field, Language language);
[[nodiscard]] std::string field_type_text(FieldType type, Language language);

/// The fields that the set uses, in the order of used_fields(): column and title, below them type,
/// unit and what may stand there.
[[nodiscard]] Table fields_table(const Run& run, const CriteriaSet& set, Language language);

/// The measures that it uses: name and title, below them unit and formula. No rows if it has none.
[[nodiscard]] Table measures_table(const CriteriaSet& set, Language language);

}  // namespace kdcl
