// The option of `score` for verdicts that rounding may change.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kSensitivityOption{
    "Nêu kết quả sẽ đổi nếu số liệu lệch trong phạm vi làm tròn",
    "List the verdicts that would change if figures were off by their rounding"};
}  // namespace kdcl::message
