// What the readers of school data say.
#pragma once

#include "base/language.h"

namespace kdcl::message {

// The file as a whole
inline constexpr Message kNeedHeader{
    "dòng đầu phải là tên cột, có cột school_id",
    "the first row must hold the column names, with a column school_id"};
inline constexpr Message kHeaderOnly{"chỉ có dòng tên cột, không có trường nào",
                                     "only a header row, no schools"};
inline constexpr Message kIsOldWorkbook{
    "cần .xlsx hay văn bản CSV, gặp tệp Excel cũ (.xls) hoặc tệp có mật khẩu",
    "expected .xlsx or CSV text, found an old .xls workbook or a file with a password"};
inline constexpr Message kSaveAsCsv{"trong Excel chọn Lưu dưới dạng, \"CSV UTF-8\" hoặc .xlsx",
                                    "in Excel choose Save As, \"CSV UTF-8\" or .xlsx"};
inline constexpr Message kNameEncoding{
    "thêm --encoding windows-1258 hoặc --encoding tcvn3, cách nào đọc đúng; hoặc trong Excel lưu "
    "\"CSV UTF-8\"",
    "add --encoding windows-1258 or --encoding tcvn3, whichever reads right; or save as \"CSV "
    "UTF-8\" in Excel"};
inline constexpr Message kReadFault{"không đọc được: {0}", "can't read: {0}"};
inline constexpr Message kRowTooLong{"dòng dài hơn 64 MiB", "a row is longer than 64 MiB"};

// Rows and cells
inline constexpr Message kCellTooLong{"ô dài hơn 1 MiB", "a cell is longer than 1 MiB"};
inline constexpr Message kQuoteMissing{"có thể thiếu một dấu nháy kép đóng",
                                       "a closing quote may be missing"};

// Long tables
inline constexpr Message kNameStage{
    "trường có nhiều cấp học thì ghi cấp học của từng dòng ở cột stage",
    "where a school has several stages, name that of each row in a column stage"};

// Columns
inline constexpr Message kUnknownColumn{"cột lạ \"{0}\" bị bỏ qua",
                                        "unknown column \"{0}\" is left out"};
inline constexpr Message kNearestName{"có phải \"{0}\"?", "did you mean \"{0}\"?"};

// Values
inline constexpr Message kUnseen{
    "{0}: đã bỏ ký tự không nhìn thấy (không có độ rộng, gạch nối ẩn, khoảng trắng không ngắt), "
    "từ ô này trở đi",
    "{0}: characters that nobody sees (of no width, soft hyphens, no-break blanks) are taken out, "
    "from this cell on"};
inline constexpr Message kMissingSchoolId{
    "Mã trường (school_id): cần mã của trường, gặp ô trống",
    "school_id: expected the school's id, found an empty cell"};
inline constexpr Message kGarbled{"{0}: chữ có vẻ hỏng: \"{1}\"; hiểu theo {2} là \"{3}\"",
                                  "{0}: the text may be garbled: \"{1}\"; as {2}: \"{3}\""};
inline constexpr Message kUngarble{
    "nếu cách sau đúng: mở lại tệp gốc theo đúng bảng mã, hoặc chuyển chữ sang Unicode, rồi lưu",
    "if the latter is right: open the original in its encoding, or convert the text to Unicode, "
    "and "
    "save it again"};
inline constexpr Message kNotAVerdict{
    "{0}: cần đạt, không đạt hoặc không áp dụng, gặp \"{1}\"",
    "{0}: expected met, not met or not applicable, found \"{1}\""};
inline constexpr Message kTwoMeanings{"{0}: \"{1}\" có thể là {2} hoặc {3}",
                                      "{0}: \"{1}\" may mean {2} or {3}"};
inline constexpr Message kWriteMeaning{"viết {0}, hoặc {1} nếu đó là {2}",
                                       "write {0}, or {1} if {2} is meant"};

// Which set, which row
inline constexpr Message kAddTypeColumn{"thêm cột này, hoặc cột criteria_set",
                                        "add it, or a column criteria_set"};
inline constexpr Message kBadIdentityWord{"{0}: cần {1}, gặp \"{2}\"",
                                          "{0}: expected {1}, found \"{2}\""};
}  // namespace kdcl::message
