// What the reader of targets says of a wrong file. Faults of single values are in
// yaml_values_messages.h, of expressions in model/expression_parts.h.
#pragma once

#include "base/language.h"

namespace kdcl::message {

// Days, goals and history
inline constexpr Message kSharePercent{"share: cần từ 0 đến 100 (phần trăm), gặp {0}",
                                       "share: expected 0 to 100 (percent), found {0}"};
inline constexpr Message kOneOfTwo{"{0}: chỉ được một trong hai khóa \"{0}\" và \"{1}\"",
                                   "{0}: expected only one of \"{0}\" and \"{1}\""};
}  // namespace kdcl::message
