// What is said of a wrong assumption (--set).
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kStatementExpected{"cần {0}, gặp {1}", "expected {0}, found {1}"};
inline constexpr Message kStatementEnd{"hết câu", "the end"};
inline constexpr Message kStatementForm{
    "dạng: [BỘ] indicator CHỈ_BÁO [SỐ_ĐO] at_least GIÁ_TRỊ [where ĐIỀU_KIỆN]",
    "the form is: [SET] indicator NAME [MEASURE] at_least VALUE [where EXPR]"};
inline constexpr Message kWordIndicator{"\"indicator\"", "\"indicator\""};
inline constexpr Message kAnIndicator{"tên chỉ báo", "the name of an indicator"};
inline constexpr Message kAnOperator{"một trong at_least, at_most, more_than, less_than, equals",
                                     "one of at_least, at_most, more_than, less_than, equals"};
inline constexpr Message kAValue{"một giá trị", "a value"};
inline constexpr Message kACondition{"điều kiện sau \"where\"", "the condition after \"where\""};
inline constexpr Message kStatementNotUtf8{"câu giả định không phải là chữ UTF-8",
                                           "the statement is not UTF-8 text"};

inline constexpr Message kNoSetOfRun{"không có bộ tiêu chí \"{0}\" trong lần chạy này",
                                     "this run has no criteria set \"{0}\""};
inline constexpr Message kNoIndicatorNamed{"không có chỉ báo \"{0}\"",
                                           "there is no indicator \"{0}\""};
inline constexpr Message kJudgedByPeople{
    "chỉ báo {0} không có yêu cầu định lượng: chỉ do người đánh giá",
    "the indicator {0} has no figures: it is judged by people alone"};
inline constexpr Message kNotItsMeasure{"chỉ báo {0} không có số đo \"{1}\"; có: {2}",
                                        "the indicator {0} has no measure \"{1}\"; it has: {2}"};
inline constexpr Message kSeveralRequirements{"chỉ báo {0} có nhiều yêu cầu: {1}",
                                              "the indicator {0} has several requirements: {1}"};
inline constexpr Message kNameMeasure{"ghi số đo sau tên chỉ báo",
                                      "write the measure after the indicator's name"};
inline constexpr Message kMeasuresDisagree{
    "chỉ báo {0} dùng số đo khác nhau trong các bộ: {1}",
    "the indicator {0} has different measures in the sets: {1}"};
inline constexpr Message kNameSetOrMeasure{
    "ghi bộ tiêu chí trước \"indicator\", chọn một bộ bằng -c, hoặc ghi số đo sau tên chỉ báo",
    "write the set before \"indicator\", choose one with -c, or write the measure after the "
    "indicator's name"};
inline constexpr Message kNotItsOperator{"chỉ báo {0} so sánh bằng {1}, không bằng {2}",
                                         "the indicator {0} compares by {1}, not by {2}"};
inline constexpr Message kAssumedTwice{
    "chỉ báo {0} của bộ {1} đã có giả định với cùng điều kiện ở --set thứ {2}",
    "the indicator {0} of {1} is assumed under the same condition in --set number {2}"};
inline constexpr Message kLoosensUpwards{
    "{0}: chỉ báo {1} ở mức {2} khi đó đòi cao hơn {3} ở mức {4}",
    "{0}: the indicator {1} of level {2} then asks more than {3} of level {4}"};
inline constexpr Message kAssumedBecause{"giả định: {0}", "what if: {0}"};
}  // namespace kdcl::message
