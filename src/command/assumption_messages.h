// What the commands say of assumptions.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kAssumeOption{
    "Giả định một ngưỡng khác, ví dụ \"indicator 5.5.1a at_least 60\"; ghi được nhiều lần",
    "Assume another threshold, such as \"indicator 5.5.1a at_least 60\"; repeatable"};
inline constexpr Message kAssumedForNone{"không trường nào thỏa điều kiện \"{0}\"",
                                         "the condition \"{0}\" holds for no school"};
inline constexpr Message kPartAssumed{"số tổng lập với giả định --set khác, hoặc không có",
                                      "these sums were made with other assumptions --set, or none"};
inline constexpr Message kSameAssumed{"dùng cùng các --set, theo cùng thứ tự, ở mọi bước",
                                      "use the same --set in the same order at every step"};
}  // namespace kdcl::message
