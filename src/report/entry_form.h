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

}  // namespace kdcl
