// Faults in the sums of other summaries.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kMakeAgain{"lập lại từ dữ liệu", "make them again from the data"};
inline constexpr Message kPartialWord{"không rõ \"{0}\" trong bản tổng hợp thành phần",
                                      "sums have no \"{0}\""};
inline constexpr Message kPartialCount{"cần một số đếm, gặp \"{0}\"",
                                       "expected a count, found \"{0}\""};
inline constexpr Message kUseSameSets{"dùng cùng -c, hoặc lập lại từ dữ liệu",
                                      "use the same -c, or make the sums again from the data"};
}  // namespace kdcl::message
