// What is said of a wrong assumption (--set).
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kAssumedBecause{"giả định: {0}", "what if: {0}"};
}  // namespace kdcl::message
