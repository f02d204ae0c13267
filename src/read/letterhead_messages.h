// What the reader of letterheads says of a wrong file, beyond the faults of single values
// (yaml_values_messages.h).
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kTooManyItems{"{0}: cần nhiều nhất {1} mục, gặp {2}",
                                       "{0}: expected at most {1} items, found {2}"};
inline constexpr Message kOneLine{"{0}: cần chữ trên một dòng", "{0}: expected a text of one line"};
inline constexpr Message kNoLetterhead{"tệp không có gì để in: cần ít nhất một khóa",
                                       "the file says nothing: expected at least one key"};
}  // namespace kdcl::message
