// What readers of trends read, beside report/summary_words.h.
#pragma once

#include "base/language.h"

namespace kdcl::trend_words {

inline constexpr Message kTabTrajectory{"11 Diễn biến", "11 Trajectory"};

inline constexpr Message kStandardByYear{"Chuẩn quốc gia qua các năm", "National standard by year"};
inline constexpr Message kAssessed{"Số trường được đánh giá", "Schools assessed"};
inline constexpr Message kRose{"Lên mức", "Rose"};
inline constexpr Message kFell{"Xuống mức", "Fell"};
inline constexpr Message kAdded{"Mới có", "New"};
}  // namespace kdcl::trend_words
