// What text and sheets of the recheck share: the page, how a school stands in words, what is in its
// way.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "report/recheck.h"

namespace kdcl {

/// A page with heading, numbered title, day and denominator, signatures.
[[nodiscard]] Sheet recheck_page(const RecheckView& view, const Message& tab, size_t number,
                                 const std::string& title);

/// "Theo tiêu chuẩn có hiệu lực ngày 01/10/2026 · 597 trường, 394 trường đã được công nhận".
[[nodiscard]] std::string recheck_line(const RecheckView& view);

/// Which indicators carry no judgement because they were reworded, and that there is a second
/// result; nothing where there are none.
[[nodiscard]] std::vector<std::string> reworded_lines(const RecheckView& view);

[[nodiscard]] Message standing_name(Standing standing);
[[nodiscard]] Message validity_name(Validity validity);
[[nodiscard]] Tone tone_of(Standing standing);
[[nodiscard]] Cell standing_cell(const RecheckView& view, Standing standing);

/// A share of the schools: what it is of, and who has it.
struct ShareLine {
  Message label;
  uint64_t part = 0;
};
/// Now; if only schools that hold kept their recognition; if doubtful ones kept it, too.
[[nodiscard]] std::array<ShareLine, 3> share_lines(const RecheckSums& sums);

/// An indicator in the way, in words. Figures are empty where the judgement alone decided, but for
/// `found`, which then says so.
struct ObstacleWords {
  std::string indicator{};  ///< its name, with the stage where the school has several
  std::string what{};       ///< the measure that fails, else the indicator's text; with its clause
  std::string found{};
  std::string required{};
  std::string shortfall{};  ///< in units and heads
  std::string exception{};
};
/// What is not met in a school that falls short; one entry without an indicator where too few
/// criteria apply.
[[nodiscard]] std::vector<ObstacleWords> obstacle_words(const RecheckView& view,
                                                        const RecheckedSchool& school);

/// "1.1.1a, 1.2.2", with the stages where there are several.
[[nodiscard]] std::string obstacle_names(const RecheckView& view, const RecheckedSchool& school,
                                         const std::vector<Obstacle>& obstacles);
/// Titles of the figures whose absence leaves indicators unknown.
[[nodiscard]] std::string figures_missing(const RecheckView& view, const RecheckedSchool& school);

/// The level that the data reach: "1-2" if it is open.
[[nodiscard]] Cell level_cell(const RecheckView& view, const RecheckedSchool& school);

/// Says that the day to file by has passed; empty if it has not.
[[nodiscard]] Cell late_cell(const RecheckView& view, const RecheckedSchool& school);

/// The rows by which schools were rechecked.
[[nodiscard]] std::vector<SchoolRows> rechecked_rows(const RecheckView& view);

/// Notes on what the shares leave out.
[[nodiscard]] std::vector<std::string> share_notes(const RecheckView& view);

using RecheckedSchools = std::vector<const RecheckedSchool*>;
template <typename Wanted>
[[nodiscard]] RecheckedSchools schools_where(const RecheckView& view, Wanted is_wanted) {
  RecheckedSchools schools;
  for (const RecheckedSchool& school : view.recheck.schools)
    if (is_wanted(school)) schools.push_back(&school);
  return schools;
}
[[nodiscard]] RecheckedSchools schools_with(const RecheckView& view, Standing standing);
/// By the last day.
[[nodiscard]] RecheckedSchools schools_with(const RecheckView& view, Validity validity);

/// Sums by type, from the youngest pupils up, or by place in order.
using NamedSums = std::vector<std::pair<std::string, RecheckSums>>;
[[nodiscard]] NamedSums sums_by_type(const Recheck& recheck);
[[nodiscard]] NamedSums sums_by_place(const Recheck& recheck);

}  // namespace kdcl
