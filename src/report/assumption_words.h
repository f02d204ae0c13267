// How reports state what is assumed.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kAssumption{"Giả định: chỉ báo {0} ({1}), {2} {3} (thay {4})",
                                     "What if: indicator {0} ({1}), {2} {3} (in place of {4})"};
inline constexpr Message kAssumptionWhere{"{0} nếu {1}", "{0} where {1}"};
inline constexpr Message kAssumptions{"Giả định (--set)", "What if (--set)"};
inline constexpr Message kReplaced{"Thay cho", "In place of"};

}  // namespace kdcl::words
