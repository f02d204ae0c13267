// What a report on one school says: verdicts explained in sentences.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kSelf{"tự đánh giá", "self-assessment"};
inline constexpr Message kAssessed{"đánh giá", "assessment"};
inline constexpr Message kReached{"Đạt {0}", "Reaches {0}"};
inline constexpr Message kUpTo{", có thể đến {0} khi đủ số liệu",
                               ", up to {0} once all data are in"};

// Sections.
inline constexpr Message kCriterion{"Tiêu chuẩn, tiêu chí", "Standard, criterion"};

// A requirement.
inline constexpr Message kNeeds{"cần {0}", "needs {0}"};
inline constexpr Message kPoints{"điểm", "points"};
inline constexpr Message kPoint{"điểm", "point"};
inline constexpr Message kJudgedNotMet{"đánh giá không đạt", "judged not met"};
inline constexpr Message kFilledNotMet{"theo mức của tiêu chí", "by the criterion's level"};
inline constexpr Message kLacks{"thiếu: {0}", "lacks: {0}"};
inline constexpr Message kNotJudged{"chưa đánh giá", "not judged"};
}  // namespace kdcl::words
