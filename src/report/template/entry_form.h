// What a school fills in for a criteria set, as a form (`kdcl template`).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/entry_form.h"
#include "model/run.h"

namespace kdcl {

/// A school that is known already: texts by the id of a column.
struct KnownSchool {
  std::vector<std::pair<std::string, std::string>> cells;

  /// Empty if nothing is known.
  [[nodiscard]] std::string text(std::string_view id) const {
    for (const auto& [name, cell] : cells)
      if (name == id) return cell;
    return {};
  }
};

/// The form for the first set of the run. The schools' known cells are filled in; without schools
/// there is room for one. Judgements stand one below the other, with a column of schools where
/// there are several.
[[nodiscard]] EntryForm make_entry_form(const Run& run, const std::vector<KnownSchool>& schools,
                                        Language language, const std::string& version);

/// The ids of the wide table's columns: identity, figures, indicators.
[[nodiscard]] std::vector<std::string> entry_ids(const Run& run);

/// A school's row below them: what is known, and the set of the form, by which a file that was made
/// for another set is recognised.
[[nodiscard]] std::vector<std::string> entry_row(const Run& run, const KnownSchool& school);

// The columns of a form whose meaning is that of the data's own: identity and figures of schools,
// and whose the rows of its other sheets are.

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
