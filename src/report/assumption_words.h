// How reports state what is assumed.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kAssumptions{"Giả định (--set)", "What if (--set)"};
}  // namespace kdcl::words
