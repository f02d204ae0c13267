// The columns of a form whose meaning is that of the data's own: identity and figures of schools,
// and whose the rows of its other sheets are.
#pragma once

#include <string>
#include <vector>

#include "model/entry_form.h"
#include "model/run.h"
#include "report/entry_form.h"

namespace kdcl {

/// What Excel shows at cells with a list to choose from.
inline constexpr Message kOneOf{"chọn trong danh sách", "one of the list"};

/// Identity, the set of the form, and the figures that the first set of the run uses, then those of
/// the sets whose level it asks for.
[[nodiscard]] std::vector<EntryColumn> school_columns(const Run& run, Language language);

/// The indicators of these sets, each name once.
[[nodiscard]] std::vector<const Indicator*> entry_indicators(const Run& run);

/// The columns that say whose a row is on the sheets behind the first, filled in already: none in
/// the form of one row, the stage only where a school has several.
[[nodiscard]] std::vector<EntryColumn> owner_columns(const std::vector<KnownSchool>& schools,
                                                     Language language);

/// The cells below them, for one of the schools.
[[nodiscard]] std::vector<std::string> owner_cells(const std::vector<EntryColumn>& owner,
                                                   const std::vector<KnownSchool>& schools,
                                                   size_t school);

/// A cell as the list of its column has it; text that the list does not know stays.
[[nodiscard]] std::string listed_word(const EntryColumn& column, const std::string& text);

}  // namespace kdcl
