// What the comparison of schools says.
#pragma once

#include "base/language.h"

namespace kdcl::words {

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
