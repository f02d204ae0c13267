// What is said of a value in a YAML file that is not what its reader expected. {0} is the key.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kNearestIs{"có phải \"{0}\"?", "did you mean \"{0}\"?"};
inline constexpr Message kMissingKey{"{0}: thiếu khóa \"{1}\"", "{0}: missing key \"{1}\""};
inline constexpr Message kEmptyList{"{0}: cần ít nhất một mục", "{0}: expected at least one item"};

inline constexpr Message kAMap{"một nhóm khóa", "a map"};
inline constexpr Message kAList{"một danh sách", "a list"};
inline constexpr Message kANumber{"một số", "a number"};
inline constexpr Message kOneOf{"một trong: {0}", "one of {0}"};
inline constexpr Message kNothing{"chỗ trống", "nothing"};

inline constexpr Message kWithoutQuotes{"viết {0}, không có dấu nháy", "write {0}, without quotes"};
inline constexpr Message kMostDigits{"một số có nhiều nhất 15 chữ số",
                                     "a number has at most 15 digits"};
}  // namespace kdcl::message
