// What the sheets of the summary share: heading, title, the line of day and denominator.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/source_tables.h"
#include "report/summary.h"

namespace kdcl {

/// A page with heading, numbered title, day and denominator, signatures.
[[nodiscard]] Sheet summary_page(const SummaryView& view, const Message& tab, size_t number,
                                 const std::string& title);

/// "Tính đến ngày 31/12/2023, từ 01/01/2023 · 597 trường, 12 ngoài phạm vi".
[[nodiscard]] std::string summary_line(const SummaryView& view);

[[nodiscard]] std::string ownership_words(const SummaryView& view, Ownership ownership);

/// Names of indicators of a school, as in the list of `score`; of the rows that keep it at its
/// level only.
[[nodiscard]] std::string indicator_list(const SummaryView& view, const SchoolRows& school,
                                         BitRows ScoreBlock::*bits);

/// The same as add_column() of lists of schools.
void add_column(Table& table, const SummaryView& view, const Message& head, Column column);

/// How many rows are later than the day of the report; empty if none is.
[[nodiscard]] std::string later_rows(uint64_t rows, Language language);

/// The award family of the national standard in the set of a school; null if it has none, and then
/// no part in lists of recognitions.
[[nodiscard]] const AwardFamily* standard_of(const SummaryView& view, const SchoolRecord& record);

/// Positions of the sets that have rows.
[[nodiscard]] std::vector<size_t> sets_in_use(const SummaryView& view);
/// All types of a set together.
[[nodiscard]] SetSums set_total(const SummaryView& view, size_t set);
/// The indicators that one of the counts is of, in set order.
[[nodiscard]] std::vector<DoubtfulItem> items_of(const SummaryView& view,
                                                 std::vector<uint64_t> SetSums::*counts);

/// "394/597 …": a part of a whole as a live share of two cells of the same row.
[[nodiscard]] Cell row_share(size_t sheet, size_t table, size_t row, size_t part_column,
                             size_t whole_column, uint64_t part, uint64_t whole);

}  // namespace kdcl
