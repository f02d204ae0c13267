// What `kdcl compare` says.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kCompareAbout{
    "So sánh cùng các trường ở hai tệp, hai năm, hai người đánh giá hoặc hai bộ tiêu chí: ai đổi "
    "mức, vì sao",
    "Compare the same schools in two files, years, assessments or under two criteria sets: who "
    "moved, and why"};
inline constexpr Message kCompareFiles{
    "Hai tệp TRƯỚC SAU; một hay nhiều tệp cùng với --years hay --assessment; một tệp cùng với hai "
    "-c, với --set hay --amend",
    "Two files BEFORE AFTER; one or more with --years or --assessment; one with two -c, with --set "
    "or --amend"};
inline constexpr Message kYearsOption{"So sánh các lần đánh giá của hai năm, ví dụ 2022 2023",
                                      "Compare the assessments of two years, such as 2022 2023"};
inline constexpr Message kAssessmentOption{"So sánh hai bên đánh giá: self external",
                                           "Compare two assessors: self external"};
inline constexpr Message kOneWayToCompare{"--years và --assessment không đi cùng nhau",
                                          "--years and --assessment do not go together"};
inline constexpr Message kNothingToCompare{
    "cần hai tệp, hoặc một tệp cùng với --years, --assessment, hai -c, --set hay --amend",
    "two files are needed, or one with --years, --assessment, two -c, --set or --amend"};
inline constexpr Message kBadYear{"--years: cần hai năm từ 1900 đến 2199, gặp \"{0}\"",
                                  "--years: expected two years from 1900 to 2199, found \"{0}\""};
inline constexpr Message kBadAssessor{"--assessment: cần self hoặc external, gặp \"{0}\"",
                                      "--assessment: expected self or external, found \"{0}\""};
inline constexpr Message kSetsShareNothing{
    "-c: {0} và {1} không có chỉ báo nào chung, không so sánh được",
    "-c: {0} and {1} have no indicator in common and can't be compared"};
inline constexpr Message kNoSchoolOf{"không có trường nào ở \"{0}\"",
                                     "there is no school in \"{0}\""};
inline constexpr Message kNothingCompared{"{0} lỗi, {1} cảnh báo. Chưa so sánh.",
                                          "errors: {0}, warnings: {1}. Nothing was compared."};
inline constexpr Message kAsItStands{"hiện hành", "as it stands"};
inline constexpr Message kAssumed{"giả định", "what if"};
inline constexpr Message kAmended{"theo {0}", "under {0}"};
inline constexpr Message kSelfSide{"tự đánh giá", "self-assessment"};
inline constexpr Message kExternalSide{"đánh giá ngoài", "external assessment"};
}  // namespace kdcl::message
