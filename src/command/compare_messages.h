// What `kdcl compare` says.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kNothingToCompare{
    "cần hai tệp, hoặc một tệp cùng với --years, --assessment, hai -c, --set hay --amend",
    "two files are needed, or one with --years, --assessment, two -c, --set or --amend"};
}  // namespace kdcl::message
