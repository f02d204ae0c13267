// What messages on cells of schools call things: a column by its title, a row by its school. Ids
// stand beside titles, for they are what people search and write.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "model/criteria.h"
#include "model/school_table.h"

namespace kdcl {

/// "Số học sinh (pupils)"; the id alone where the title says no more.
[[nodiscard]] std::string field_label(const Field& field, Language language);

/// "Ngày đánh giá (assessed_on)". English ones are their ids.
[[nodiscard]] std::string identity_label(IdentityColumn column, Language language);

/// What a word of an identity column that has a list of them is expected to be.
[[nodiscard]] std::string expected_words(IdentityColumn column, Language language);

/// "trường S1 (Mường La): ", to stand before a message about a row of the table; empty if the row
/// says neither id nor name.
[[nodiscard]] std::string school_words(const SchoolTable& table, size_t row, Language language);

/// The same of a row that only has the id.
[[nodiscard]] std::string school_words(std::string_view id, Language language);

/// Puts the school before each fault that stands in one of the table's rows. Lines count as the
/// table's do. `has_places`: a row takes up all lines up to the next one's (YAML), else one.
void name_schools(const SchoolTable& table, bool has_places, Diagnostics& diagnostics);

}  // namespace kdcl
