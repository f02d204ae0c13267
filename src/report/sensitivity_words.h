// Verdicts that rounding may change, in words.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kSensitiveTitle{"Kết quả sẽ đổi nếu số liệu lệch do làm tròn",
                                         "Verdicts that rounding may change"};
inline constexpr Message kSensitiveThen{"Khi đó", "Then"};
inline constexpr Message kSensitiveMeasure{"Số đo", "Measure"};
}  // namespace kdcl::words
