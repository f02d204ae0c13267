// Faults between data and the register of schools.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kRegisterDiffers{
    "cột {0}: {1} dòng dữ liệu khác danh sách trường, dòng đầu là của trường {2}: dữ liệu \"{3}\", "
    "danh sách \"{4}\"; lấy theo dữ liệu",
    "column {0}: {1} rows of the data differ from the list of schools, the first of school {2}: "
    "\"{3}\" in the data, \"{4}\" in the list; the data stand"};

inline constexpr Message kNotInRegister{"trường {0} không có trong danh sách trường",
                                        "school {0} is not in the list of schools"};
inline constexpr Message kNotInData{"{0} trường trong danh sách không có dòng dữ liệu nào: {1}",
                                    "{0} schools of the list have no row in the data: {1}"};
}  // namespace kdcl::message
