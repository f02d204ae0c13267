// What is said of the day of a report and of the schools that count on it.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kAllDays{"mọi ngày", "any day"};
}  // namespace kdcl::message
