// What `kdcl criteria diff` says.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kDiffAbout{"So sánh hai bộ: những gì bổ sung, bãi bỏ, sửa đổi",
                                    "Compare two sets: what was added, removed, changed"};
inline constexpr Message kDiffBefore{"Bộ trước: mã, hoặc tệp YAML",
                                     "The earlier set: id, or a YAML file"};
inline constexpr Message kDiffAfter{"Bộ sau: mã, hoặc tệp YAML",
                                    "The later set: id, or a YAML file"};
inline constexpr Message kDiffOutput{"Ghi vào tệp .txt hoặc .xlsx",
                                     "Write to a file .txt or .xlsx"};
inline constexpr Message kDiffFormat{"Dạng: text, xlsx", "Format: text, xlsx"};
inline constexpr Message kDiffFormats{"criteria diff in một văn bản để đọc, không in {0}",
                                      "criteria diff prints a document to read, not {0}"};
inline constexpr Message kDiffFormatHint{"dùng .txt hoặc .xlsx", "use .txt or .xlsx"};
inline constexpr Message kNothingInCommon{
    "{0} và {1} không có chỉ báo nào cùng mã, cùng nội dung",
    "{0} and {1} have no indicator of the same name and words"};
inline constexpr Message kCompareVersions{
    "so sánh hai bộ cho cùng một loại trường, hoặc một bộ với bản sửa đổi của nó",
    "compare two sets for the same type of school, or a set with an amended copy of it"};
}  // namespace kdcl::message
