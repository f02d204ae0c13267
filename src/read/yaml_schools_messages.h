// What the reader of school data in YAML says beyond what holds for every YAML file.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kSchoolFile{"tệp", "file"};
inline constexpr Message kASchool{"một trường", "a school"};
inline constexpr Message kSchoolOrList{"một trường hoặc một danh sách trường",
                                       "a school or a list of schools"};
inline constexpr Message kNoSchools{"tệp không có trường nào", "the file has no schools"};
inline constexpr Message kEmptySchool{"trường không có giá trị nào", "the school has no values"};
inline constexpr Message kOneValue{"một giá trị", "a single value"};
inline constexpr Message kTextOrTexts{"chữ hoặc một danh sách chữ", "a text or a list of texts"};
inline constexpr Message kWrongSection{"{0}: cần đứng dưới \"{1}:\", gặp dưới \"{2}:\"",
                                       "{0}: expected under \"{1}:\", found under \"{2}:\""};
inline constexpr Message kPutUnder{"chuyển sang \"{0}:\"", "put it under \"{0}:\""};
inline constexpr Message kLongValue{"{0}: giá trị dài hơn 1 MiB",
                                    "{0}: the value is longer than 1 MiB"};
inline constexpr Message kTooManyNames{"cần nhiều nhất {0} tên khác nhau, gặp {1}",
                                       "expected at most {0} different names, found {1}"};
inline constexpr Message kTooManyCells{"{0} trường với {1} tên khác nhau quá {2} ô",
                                       "{0} schools with {1} different names are over {2} cells"};
inline constexpr Message kUseCsv{"chia tệp thành nhiều tệp, hoặc dùng CSV",
                                 "split the file, or use CSV"};
}  // namespace kdcl::message
