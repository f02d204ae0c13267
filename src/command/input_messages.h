// What is said of the files that a command line names.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kLeftByExcel{"tệp tạm do Excel để lại khi mở tệp khác, bỏ qua",
                                      "left by Excel, which has another file open; passed over"};
inline constexpr Message kOtherTable{
    "không được đọc: trong thư mục chỉ đọc .xlsx, .xlsm, .csv, .yaml và .yml",
    "not read: of a folder only .xlsx, .xlsm, .csv, .yaml and .yml are"};
inline constexpr Message kNameItToo{"lưu lại thành một trong các dạng ấy, hoặc nêu tên tệp",
                                    "save it as one of these, or name the file"};
inline constexpr Message kFolderWithoutData{
    "thư mục không có tệp .xlsx, .xlsm, .csv, .yaml hay .yml nào",
    "the folder has no .xlsx, .xlsm, .csv, .yaml or .yml file"};
inline constexpr Message kNoOwnFolders{"các thư mục con không được đọc: nêu tên từng thư mục",
                                       "folders inside it are not read: name each of them"};
inline constexpr Message kOnlyLeftByExcel{"chỉ có tệp tạm do Excel để lại, không có dữ liệu",
                                          "only what Excel left, no data"};
}  // namespace kdcl::message
