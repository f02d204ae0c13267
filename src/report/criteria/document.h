// Criteria sets as people read them: `kdcl criteria list` and `kdcl criteria show`.
#pragma once

#include <vector>

#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// One line a set: id, title, document, from when to when, how much is in it.
[[nodiscard]] Report make_criteria_list(const std::vector<CriteriaSet>& sets, Language language);

/// The set of a run with one set, whole: what it amends, what its levels ask, the awards and their
/// conditions, then every criterion with its indicators, thresholds, exceptions and clauses, what
/// is monitored, and the evidence suggested; last the fields that schools fill in and the measures
/// worked out.
[[nodiscard]] Report make_criteria_document(const Run& run, Language language);

// What a school fills in for a criteria set, and what is worked out from it: the tables of fields
// and measures of `kdcl criteria show`.

/// "từ 0 đến 100", "Có, Không": what may stand in a field, as far as it has limits.
[[nodiscard]] std::string accepted_values(const Field& field, Language language);
[[nodiscard]] std::string field_type_text(FieldType type, Language language);

/// The fields that the set uses, in the order of used_fields(): column and title, below them type,
/// unit and what may stand there.
[[nodiscard]] Table fields_table(const Run& run, const CriteriaSet& set, Language language);

/// The measures that it uses: name and title, below them unit and formula. No rows if it has none.
[[nodiscard]] Table measures_table(const CriteriaSet& set, Language language);

// What an amending set changes in the one it amends: a table of `kdcl criteria show`.

/// A row a change, in the order of the amendments: where, what is done there, and why as far as the
/// file says, with the certainty where it is not high. No rows if the set amends none.
[[nodiscard]] Table amendments_table(const CriteriaSet& set, Language language);

}  // namespace kdcl
