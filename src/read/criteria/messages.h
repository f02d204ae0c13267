// What the loader of criteria sets says about a wrong set. Faults of single values are in
// yaml_values_messages.h.
#pragma once

#include "base/language.h"

namespace kdcl::message {

// Names
inline constexpr Message kOwnerColumn{"cột thông tin chung \"{0}\"", "the identity column \"{0}\""};
inline constexpr Message kOwnerResult{"cột kết quả \"{0}\" do lệnh score ghi",
                                      "the result column \"{0}\" of score"};
inline constexpr Message kOwnerWord{"từ \"{0}\" của biểu thức", "the word \"{0}\" of expressions"};
inline constexpr Message kOwnerField{"trường \"{0}\" ({1})", "the field \"{0}\" ({1})"};
inline constexpr Message kOwnerMeasure{"số đo \"{0}\" ({1})", "the measure \"{0}\" ({1})"};
inline constexpr Message kOwnerStandard{"tiêu chuẩn \"{0}\" ({1})", "the standard \"{0}\" ({1})"};
inline constexpr Message kOwnerCriterion{"tiêu chí \"{0}\" ({1})", "the criterion \"{0}\" ({1})"};
inline constexpr Message kOwnerIndicator{"chỉ báo \"{0}\" ({1})", "the indicator \"{0}\" ({1})"};

// The set
inline constexpr Message kWholeFile{"tệp", "file"};
inline constexpr Message kEmptyMap{"{0}: cần ít nhất một khóa", "{0}: expected at least one key"};

// Amendments
inline constexpr Message kGiveSetToo{
    "nếu bộ đó ở trong một tệp, ghi cả tệp đó (-c TỆP); với criteria show và template thì để tệp "
    "đó "
    "bên cạnh",
    "if a file holds that set, name the file too (-c FILE); for criteria show and template put it "
    "beside this one"};
inline constexpr Message kChangeHitsNothing{"changes: bộ được sửa đổi không có \"{0}\"",
                                            "changes: the amended set has no \"{0}\""};
inline constexpr Message kChangedTwice{"changes: \"{0}\" đã bị thay đổi ở dòng {1}",
                                       "changes: \"{0}\" is already changed at line {1}"};

// Levels, needs and awards
inline constexpr Message kNoSuchLevel{"{0}: bộ tiêu chí không có mức {1}",
                                      "{0}: the set has no level {1}"};
}  // namespace kdcl::message
