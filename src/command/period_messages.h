// What is said of the day of a report and of the schools that count on it.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kSinceOption{
    "Tính trường có lần đánh giá gần nhất từ ngày này; all: mọi ngày; mặc định: 12 tháng đến ngày "
    "báo cáo",
    "Count schools last assessed from this day on; all: any day; default: the 12 months up to the "
    "report's"};
inline constexpr Message kKeepGoingOption{
    "Bỏ lại, liệt kê trường có dữ liệu lỗi và làm tiếp; khi đó thoát với mã 1",
    "Leave out and list schools whose data have faults, and go on; then exit with 1"};
inline constexpr Message kLeftOutCount{"{0} lỗi. Trường có lỗi được bỏ lại.",
                                       "errors: {0}. Schools with faults were left out."};
inline constexpr Message kRegisterOption{
    "Danh sách trường: đúng các trường này được tính, ô trống được điền theo đó",
    "Register of schools: exactly these count, and empty cells are filled from it"};
inline constexpr Message kPartRegister{
    "số tổng lập với danh sách trường khác, hoặc không có",
    "these sums were made with another list of schools, or none"};
inline constexpr Message kSameRegister{"dùng cùng một tệp --schools ở mọi bước",
                                       "use the same --schools at every step"};
inline constexpr Message kSchoolInTwoParts{"trường {0} có trong hai số tổng, hoặc cả trong dữ liệu",
                                           "school {0} is in two sums, or in the data, too"};
inline constexpr Message kBadSince{
    "--since: cần ngày dạng 01/01/2023 hoặc 2023-01-01, hoặc all, gặp \"{0}\"",
    "--since: expected a date like 01/01/2023 or 2023-01-01, or all, found \"{0}\""};
inline constexpr Message kSinceAfterDay{"--since {0} sau ngày báo cáo {1}",
                                        "--since {0} is after the day of the report, {1}"};
inline constexpr Message kLoneDay{
    "ngày đánh giá cuối trong dữ liệu là {0}, của trường {1}; trong {2} ngày đến hôm ấy hầu như "
    "không có trường nào khác nên không lấy làm ngày báo cáo",
    "the last day of assessment in the data is {0}, of school {1}; in the {2} days up to it there "
    "is hardly any other school, so it is not taken for the day of the report"};
inline constexpr Message kGiveReportDay{
    "sửa ngày ấy nếu sai, hoặc nêu ngày báo cáo bằng --date",
    "mend that day if it is wrong, or name the day of the report with --date"};
inline constexpr Message kTooFewCount{
    "chỉ {0} trong {1} trường có lần đánh giá gần nhất từ {2} đến {3}; dữ liệu có các lần đánh giá "
    "từ {4} đến {5}",
    "only {0} of {1} schools were last assessed from {2} to {3}; the data have assessments from "
    "{4} to {5}"};
inline constexpr Message kGiveSince{
    "nêu ngày báo cáo bằng --date, hoặc ngày đầu được tính bằng --since (--since all: mọi ngày)",
    "name the day of the report with --date, or the first day that counts with --since (--since "
    "all: any day)"};
inline constexpr Message kPartSince{"số tổng tính các trường từ {0}, ở đây từ {1}",
                                    "these sums count schools from {0} on, not from {1}"};
inline constexpr Message kAllDays{"mọi ngày", "any day"};
inline constexpr Message kSameSince{"lập mọi số tổng với cùng một --since",
                                    "make all sums with one --since"};
}  // namespace kdcl::message
