// The comparison of schools for people: who moved between two files, years, assessments or sets,
// and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "model/comparison.h"
#include "model/report.h"

namespace kdcl {

struct ComparisonView {
  const Run& run;
  const SchoolComparison& comparison;
  Language language = Language::vi;
  std::string before{}, after{};  ///< what the sides are: "schools-2022.csv", "2023"
  std::vector<InputFile> inputs{};
  std::string settings{};
  std::string version{};
  std::optional<int64_t> created{};

  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(language));
  }
};

/// One page: how many moved from which level to which, each school that moved with its causes, and
/// the schools of one side only.
[[nodiscard]] Report make_comparison_text(const ComparisonView& view);

/// Sheets: levels before and after, moves by place and type of school, schools that moved, schools
/// of one side only, sources.
[[nodiscard]] Report make_comparison_workbook(const ComparisonView& view);

/// A cause in words: "2.2.3b: đánh giá đạt → không đạt".
[[nodiscard]] std::string cause_text(const Run& run, const ComparedSchool& school,
                                     const Cause& cause, Language language);

}  // namespace kdcl

namespace kdcl::words {

// What the comparison of schools says.

inline constexpr Message kCompareLine{"So sánh: {0} → {1}", "Comparison: {0} → {1}"};
inline constexpr Message kRose{"Lên mức", "Rose"};
inline constexpr Message kFell{"Xuống mức", "Fell"};
inline constexpr Message kNotComparable{"Khác bộ tiêu chí, không so sánh được",
                                        "Under sets that can't be compared"};
inline constexpr Message kMovedSchools{"Trường thay đổi mức, và nguyên nhân",
                                       "Schools that moved, and why"};
inline constexpr Message kLevels{"Mức", "Levels"};
inline constexpr Message kOr{"hoặc chỉ riêng: {0}", "or alone: {0}"};
inline constexpr Message kCauseNote{
    "Nếu bỏ tất cả nguyên nhân nêu ở một trường thì trường trở lại mức cũ; không bớt được nguyên "
    "nhân nào.",
    "Undoing all causes of a school leads back to its old level, and none of them can be left "
    "out."};
inline constexpr Message kUnmatched{"Trường chỉ có ở một phía hoặc không so sánh được",
                                    "Schools of one side only, or not comparable"};

inline constexpr Message kFigureChanged{"{0}: {1} → {2}", "{0}: {1} → {2}"};
inline constexpr Message kOnlyWhen{"chỉ khi {0}", "only when {0}"};
inline constexpr Message kAnd{" và ", " and "};
inline constexpr Message kJudgedMet{"đạt", "met"};
}  // namespace kdcl::words

namespace kdcl {

// The tables of the comparison of schools: counts and lists, for text and for workbooks.

/// How many schools are on both sides, rose, fell, and are on one side only.
[[nodiscard]] Table move_counts(const ComparisonView& view);
/// How many moved from each level to each, of those that can be compared.
[[nodiscard]] Table level_matrix(const ComparisonView& view);
/// The moves by district, commune or type of school. The table will be the first of that sheet.
[[nodiscard]] Table moves_by(const ComparisonView& view, IdentityColumn column, size_t sheet);
/// How many rose and fell, in that table.
[[nodiscard]] Chart moves_chart(const ComparisonView& view);

/// Each school that moved, a line a cause; and for paper, a row a school.
[[nodiscard]] Table moved_lines(const ComparisonView& view);
[[nodiscard]] Table moved_list(const ComparisonView& view);
/// The schools of one side only, and those that can't be compared.
[[nodiscard]] Table unmatched_list(const ComparisonView& view);

/// "Chỉ có ở 2022".
[[nodiscard]] std::string only_in(const ComparisonView& view, const std::string& side);
/// The column that tells where the schools are: the district, or the commune if no school has one.
[[nodiscard]] IdentityColumn place_column(const ComparisonView& view);

}  // namespace kdcl
