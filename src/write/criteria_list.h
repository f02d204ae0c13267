// The list of criteria sets for scripts and spreadsheets: `kdcl criteria list` as CSV and JSON.
#pragma once

#include <span>
#include <string>

#include "model/criteria.h"

namespace kdcl {

/// A header row, then a row a set: id, title in `language`, document, the days it is in force as
/// YYYY-MM-DD, and how many criteria and indicators it has.
[[nodiscard]] std::string criteria_list_csv(std::span<const CriteriaSet> sets, Language language);

/// A list of objects with the same keys; the title is an object of both languages, an open end
/// null.
[[nodiscard]] std::string criteria_list_json(std::span<const CriteriaSet> sets);

}  // namespace kdcl
