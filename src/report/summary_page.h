// What the sheets of the summary share: heading, title, the line of day and denominator, and the
// cells that say which school a row is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/summary.h"

namespace kdcl {

/// A page with heading, numbered title, day and denominator, signatures.
[[nodiscard]] Sheet summary_page(const SummaryView& view, const Message& tab, size_t number,
                                 const std::string& title);

/// "Tính đến ngày 31/12/2023 · 597 trường, 12 ngoài phạm vi".
[[nodiscard]] std::string summary_line(const SummaryView& view);

/// The title of the column of places: "Huyện".
[[nodiscard]] std::string place_title(const SummaryView& view);
/// A place in words: titles of choices and types; "(không rõ)" if empty.
[[nodiscard]] std::string place_words(const SummaryView& view, const std::string& place);
[[nodiscard]] std::string type_words(const SummaryView& view, std::string_view type);
[[nodiscard]] std::string ownership_words(const SummaryView& view, Ownership ownership);

/// The types of a form from the youngest pupils up, then those that are none of them.
[[nodiscard]] std::vector<std::string> types_in_order(const std::vector<std::string>& types);

/// Places by name, the unknown one last.
[[nodiscard]] std::vector<std::string> places_in_order(std::vector<std::string> places);

/// Names of indicators of a school, as in the list of `score`; of the rows that keep it at its
/// level only.
[[nodiscard]] std::string indicator_list(const SummaryView& view, const SchoolRows& school,
                                         BitRows ScoreBlock::*bits);

/// Adds columns to a table one by one.
void add_column(Table& table, const SummaryView& view, const Message& head, Column column);
void add_column(Table& table, std::string head, Column column);

/// Number, id, name, type, place: the first five columns of lists of schools.
void add_school_columns(const SummaryView& view, Table& table);
void add_school_cells(const SummaryView& view, size_t number, const SchoolRecord& record, Row& row);

/// Positions of the sets that have rows.
[[nodiscard]] std::vector<size_t> sets_in_use(const SummaryView& view);
/// All types of a set together.
[[nodiscard]] SetSums set_total(const SummaryView& view, size_t set);

/// "394/597 …": a part of a whole as a live share of two cells of the same row.
[[nodiscard]] Cell row_share(size_t sheet, size_t table, size_t row, size_t part_column,
                             size_t whole_column, uint64_t part, uint64_t whole);

}  // namespace kdcl
