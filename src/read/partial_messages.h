// Faults in the sums of other summaries.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kPartialVersion{
    "bản tổng hợp thành phần dạng \"{0}\" do kdcl khác ghi, ở đây đọc được dạng {1}",
    "sums of form \"{0}\", written by another kdcl; this one reads form {1}"};
inline constexpr Message kPartialResaved{
    "chương trình khác đã lưu lại bản tổng hợp thành phần này, không còn dấu phẩy giữa các ô",
    "these sums were saved by another program: no commas between their cells any more"};
inline constexpr Message kMakeAgain{"lập lại từ dữ liệu", "make them again from the data"};
inline constexpr Message kPartialCut{"bản tổng hợp thành phần bị cắt: thiếu dòng end",
                                     "the sums are cut short: the line end is missing"};
inline constexpr Message kPartialLines{"cần end,{0} sau từng ấy dòng, gặp \"{1}\"",
                                       "expected end,{0} after so many lines, found \"{1}\""};
inline constexpr Message kPartialWord{"không rõ \"{0}\" trong bản tổng hợp thành phần",
                                      "sums have no \"{0}\""};
inline constexpr Message kPartialFields{"cần {0} ô, gặp {1}", "expected {0} fields, found {1}"};
inline constexpr Message kPartialCount{"cần một số đếm, gặp \"{0}\"",
                                       "expected a count, found \"{0}\""};
inline constexpr Message kPartialDay{"cần ngày dạng 2023-12-31, gặp \"{0}\"",
                                     "expected a day like 2023-12-31, found \"{0}\""};
inline constexpr Message kPartialYears{"cần năm sau {0}, gặp \"{1}\"",
                                       "expected a year after {0}, found \"{1}\""};
inline constexpr Message kPartialSet{"bộ tiêu chí \"{0}\" không có trong lần chạy này",
                                     "this run has no criteria set \"{0}\""};
inline constexpr Message kPartialSetDiffers{
    "bộ tiêu chí \"{0}\" khác bản đã dùng khi lập tổng hợp thành phần",
    "the criteria set \"{0}\" is not the one the sums were made with"};
inline constexpr Message kUseSameSets{"dùng cùng -c, hoặc lập lại từ dữ liệu",
                                      "use the same -c, or make the sums again from the data"};
inline constexpr Message kPartialTarget{"chỉ tiêu \"{0}\" không có trong tệp --targets",
                                        "the targets file has no target \"{0}\""};
inline constexpr Message kGiveTargets{"dùng cùng một tệp --targets ở mọi bước",
                                      "use the same --targets at every step"};
inline constexpr Message kPartialQuote{"thiếu dấu nháy đóng", "the closing quote is missing"};
}  // namespace kdcl::message
