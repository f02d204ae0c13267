// What the readers of school data say.
#pragma once

#include "base/language.h"

namespace kdcl::message {

// The file as a whole
inline constexpr Message kFileEmpty{"tệp trống", "the file is empty"};
inline constexpr Message kNeedHeader{
    "dòng đầu phải là tên cột, có cột school_id",
    "the first row must hold the column names, with a column school_id"};
inline constexpr Message kHeaderOnly{"chỉ có dòng tên cột, không có trường nào",
                                     "only a header row, no schools"};
inline constexpr Message kIsWorkbook{"cần văn bản CSV, gặp tệp Excel (.xlsx)",
                                     "expected CSV text, found an Excel workbook (.xlsx)"};
inline constexpr Message kIsOldWorkbook{
    "cần .xlsx hay văn bản CSV, gặp tệp Excel cũ (.xls) hoặc tệp có mật khẩu",
    "expected .xlsx or CSV text, found an old .xls workbook or a file with a password"};
inline constexpr Message kSaveAsCsv{"trong Excel chọn Lưu dưới dạng, \"CSV UTF-8\" hoặc .xlsx",
                                    "in Excel choose Save As, \"CSV UTF-8\" or .xlsx"};
inline constexpr Message kNameWorkbook{"đặt đuôi tệp là .xlsx thì được đọc như tệp Excel",
                                       "a file whose name ends in .xlsx is read as a workbook"};
inline constexpr Message kIsBinary{"cần văn bản, gặp tệp nhị phân",
                                   "expected text, found a binary file"};
inline constexpr Message kNotUtf8{
    "văn bản không phải UTF-8; theo windows-1258: \"{0}\", theo tcvn3: \"{1}\"",
    "the text is not UTF-8; as windows-1258: \"{0}\", as tcvn3: \"{1}\""};
inline constexpr Message kNameEncoding{
    "thêm --encoding windows-1258 hoặc --encoding tcvn3, cách nào đọc đúng; hoặc trong Excel lưu "
    "\"CSV UTF-8\"",
    "add --encoding windows-1258 or --encoding tcvn3, whichever reads right; or save as \"CSV "
    "UTF-8\" in Excel"};
inline constexpr Message kNotInEncoding{"có byte không thuộc bảng mã {0}",
                                        "a byte is no letter of {0}"};
inline constexpr Message kOtherMark{"dấu thứ tự byte của tệp là {0}, không phải {1}",
                                    "the byte-order mark of the file says {0}, not {1}"};
inline constexpr Message kCellNotUtf8{"{0}: cần chữ UTF-8, gặp \"{1}\"",
                                      "{0}: expected UTF-8 text, found \"{1}\""};
inline constexpr Message kReadFault{"không đọc được: {0}", "can't read: {0}"};
inline constexpr Message kRowTooLong{"dòng dài hơn 64 MiB", "a row is longer than 64 MiB"};

// Rows and cells
inline constexpr Message kStrayQuote{"dấu nháy kép nằm sai chỗ trong ô",
                                     "a quote stands in the wrong place in a cell"};
inline constexpr Message kQuoteWholeCell{
    "đặt cả ô trong nháy kép và viết hai lần mỗi nháy kép bên trong",
    "put the whole cell in quotes and write each quote inside it twice"};
inline constexpr Message kEndsInsideQuotes{"tệp hết khi ô mở nháy kép ở đây chưa đóng",
                                           "the file ends inside the quotes opened here"};
inline constexpr Message kCellTooLong{"ô dài hơn 1 MiB", "a cell is longer than 1 MiB"};
inline constexpr Message kQuoteMissing{"có thể thiếu một dấu nháy kép đóng",
                                       "a closing quote may be missing"};
inline constexpr Message kLongRow{"cần nhiều nhất {0} ô, gặp {1}",
                                  "expected at most {0} cells, found {1}"};
inline constexpr Message kTooManyColumns{"cần nhiều nhất {0} cột, gặp {1}",
                                         "expected at most {0} columns, found {1}"};
inline constexpr Message kBothDecimalSigns{
    "một tệp chỉ có một dấu thập phân: ở đây là \"{0}\", ở dòng {1} là \"{2}\"",
    "a file has one decimal sign: \"{0}\" here, \"{2}\" in line {1}"};

inline constexpr Message kOneDecimalSign{
    "chỉ dùng một dấu; số hàng nghìn viết liền, như 8500",
    "use one of them; write thousands without a sign, like 8500"};

// Long tables
inline constexpr Message kLongUnknownIndicator{"không có chỉ báo hay tiêu chí \"{0}\"",
                                               "there is no indicator or criterion \"{0}\""};
inline constexpr Message kLongTwice{"trường {0} đã có {1} ở dòng {2}",
                                    "school {0} already has {1} in row {2}"};
inline constexpr Message kLongSeveralRows{
    "trường {0} có nhiều dòng, như {1} và {2}: không biết phần ghi ở đây thuộc dòng nào",
    "school {0} has several rows, such as {1} and {2}: it is not known which this belongs to"};
inline constexpr Message kNameStage{
    "trường có nhiều cấp học thì ghi cấp học của từng dòng ở cột stage",
    "where a school has several stages, name that of each row in a column stage"};
inline constexpr Message kLongFilledTwice{"{0} đã có ở đây và ở {1}, dòng {2}",
                                          "{0} is filled in here and in {1}, row {2}"};
inline constexpr Message kLongUnknownSchool{
    "trường {0} không có trong bảng nào có tên và loại trường",
    "school {0} is in no table with its name and type"};
inline constexpr Message kNameDay{
    "trường có nhiều lần đánh giá thì ghi ngày và người đánh giá của từng dòng ở cột Ngày đánh giá "
    "(assessed_on) và Hình thức đánh giá (assessment)",
    "where a school has several assessments, name the day and the assessor of each row in columns "
    "assessed_on and assessment"};
inline constexpr Message kLongUnknownRow{
    "trường {0} không có dòng nào là {1} trong bảng có tên và loại trường",
    "school {0} has no row of {1} in a table with its name and type"};
inline constexpr Message kLongFromInput{
    "bảng dài (school_id, indicator, result) phải là tệp, không đọc từ đầu vào chuẩn",
    "a long table (school_id, indicator, result) must be a file, not standard input"};
inline constexpr Message kLongWithoutSchool{
    "bảng chỉ báo không có cột school_id, mà tệp có nhiều trường",
    "the table of indicators has no column school_id, but there are several schools"};
inline constexpr Message kLongSchoolColumn{
    "cột \"{0}\" có phải là mã trường? Bảng không có cột Mã trường (school_id) nên mọi dòng được "
    "hiểu "
    "là của trường duy nhất trong tệp",
    "is the column \"{0}\" that of schools? Without a column school_id all rows are about the only "
    "school of the file"};
inline constexpr Message kNameSchoolColumn{
    "nếu đúng thì đặt tên cột là Mã trường, nếu không thì bỏ cột này",
    "if so, name it school_id; if not, take the column out"};
inline constexpr Message kLongWithoutResults{
    "đây là bảng dài (có cột chỉ báo) nhưng thiếu cột \"Kết quả\" (result)",
    "a long table (it has a column of indicators) without a column \"result\" (Kết quả)"};
inline constexpr Message kNameResults{"đặt tên cột ghi kết quả là \"Kết quả\" hay \"result\"",
                                      "name the column of judgements \"result\" or \"Kết quả\""};
inline constexpr Message kLongWithoutIndicators{
    "đây là bảng dài (có cột kết quả) nhưng thiếu cột \"Chỉ báo\" (indicator)",
    "a long table (it has a column of results) without a column \"indicator\" (Chỉ báo)"};
inline constexpr Message kNameIndicators{
    "đặt tên cột ghi chỉ báo là \"Chỉ báo\" hay \"indicator\"",
    "name the column of indicators \"indicator\" or \"Chỉ báo\""};
inline constexpr Message kOnlyLongTables{
    "chỉ có bảng dài; cần thêm bảng có tên, loại trường và ngày đánh giá của từng trường",
    "only long tables; a table with the name, type and date of every school is needed too"};

// Notes
inline constexpr Message kDocumentWithoutCode{
    "code: cần mã minh chứng, gặp ô trống",
    "code: expected a code of evidence, found an empty cell"};
inline constexpr Message kPlanWithoutCriterion{
    "criterion: cần mã tiêu chí, gặp ô trống",
    "criterion: expected the id of a criterion, found an empty cell"};

// Columns
inline constexpr Message kNoSchoolId{"thiếu cột school_id", "there is no column school_id"};
inline constexpr Message kRepeatedColumn{"cột \"{0}\" đã có ở cột số {1}",
                                         "the column \"{0}\" is already column {1}"};
inline constexpr Message kNoSchoolIdKey{"không trường nào có school_id",
                                        "no school has a school_id"};
inline constexpr Message kNeedSchoolIdKey{"ghi school_id dưới \"school:\"",
                                          "write school_id under \"school:\""};
inline constexpr Message kRepeatedName{
    "\"{0}\" cùng nghĩa với \"{1}\" ở dòng {2}; chỉ dùng một tên trong cả tệp",
    "\"{0}\" means the same as \"{1}\" in line {2}; use one name in the whole file"};
inline constexpr Message kAmbiguousColumn{"cột \"{0}\" hợp với hai trường: {1} và {2}",
                                          "the column \"{0}\" fits two fields: {1} and {2}"};
inline constexpr Message kUseFieldName{"dùng tên trường làm tên cột",
                                       "use the field's name as the column's"};
inline constexpr Message kUnknownColumn{"cột lạ \"{0}\" bị bỏ qua",
                                        "unknown column \"{0}\" is left out"};
inline constexpr Message kUnknownIndicator{
    "cột \"{0}\" không phải là chỉ báo hay tiêu chí của bộ tiêu chí nào trong lần chạy này, bị bỏ "
    "qua",
    "column \"{0}\" is no indicator or criterion of any criteria set of this run, and is left out"};
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
inline constexpr Message kExponentCode{
    "{0}: mã đã bị đổi thành số có mũ, mất chữ số: \"{1}\"",
    "{0}: the code has become a number with an exponent and lost digits: \"{1}\""};
inline constexpr Message kCodesAsText{
    "trong Excel định dạng cột là Văn bản (Text), ghi lại mã rồi lưu",
    "in Excel format the column as text, write the codes again and save"};
inline constexpr Message kGarbled{"{0}: chữ có vẻ hỏng: \"{1}\"; hiểu theo {2} là \"{3}\"",
                                  "{0}: the text may be garbled: \"{1}\"; as {2}: \"{3}\""};
inline constexpr Message kGarbledName{
    "chữ có vẻ hỏng: \"{0}\" hiểu theo {1} là \"{2}\"; mở lại tệp gốc theo đúng bảng mã rồi lưu",
    "the text may be garbled: \"{0}\" as {1} is \"{2}\"; open the original in its encoding and "
    "save "
    "it again"};
inline constexpr Message kUngarble{
    "nếu cách sau đúng: mở lại tệp gốc theo đúng bảng mã, hoặc chuyển chữ sang Unicode, rồi lưu",
    "if the latter is right: open the original in its encoding, or convert the text to Unicode, "
    "and "
    "save it again"};
inline constexpr Message kNotAVerdict{
    "{0}: cần đạt, không đạt hoặc không áp dụng, gặp \"{1}\"",
    "{0}: expected met, not met or not applicable, found \"{1}\""};
inline constexpr Message kLeaveEmpty{"để trống nếu chưa đánh giá",
                                     "leave it empty if it is not judged yet"};
inline constexpr Message kNotALevel{
    "{0}: bộ tiêu chí {3} cần mức từ 0 đến {1}, hoặc không áp dụng, gặp \"{2}\"",
    "{0}: the criteria set {3} expects a level from 0 to {1}, or not applicable, found \"{2}\""};
inline constexpr Message kLevelAsDate{
    "Excel đổi 1-2 thành ngày: định dạng cột là Văn bản rồi ghi lại 1-2",
    "Excel makes a date of 1-2: format the column as text and write 1-2 again"};
inline constexpr Message kNotANumber{"{0}: cần một số, gặp \"{1}\"",
                                     "{0}: expected a number, found \"{1}\""};
inline constexpr Message kNotAnInteger{"{0}: cần một số nguyên, gặp \"{1}\"",
                                       "{0}: expected a whole number, found \"{1}\""};
inline constexpr Message kNoThousands{"viết {0}; dấu phân cách hàng nghìn không được đọc",
                                      "write {0}; a thousands separator is not read"};
inline constexpr Message kTwoMeanings{"{0}: \"{1}\" có thể là {2} hoặc {3}",
                                      "{0}: \"{1}\" may mean {2} or {3}"};
inline constexpr Message kWriteMeaning{"viết {0}, hoặc {1} nếu đó là {2}",
                                       "write {0}, or {1} if {2} is meant"};
inline constexpr Message kTooManyDigits{"{0}: cần nhiều nhất 15 chữ số, gặp \"{1}\"",
                                        "{0}: expected at most 15 digits, found \"{1}\""};
inline constexpr Message kNoPercentSign{"bỏ dấu %", "leave out the % sign"};
inline constexpr Message kPartsOfOne{
    "{0}: hầu hết các số nằm giữa 0 và 1, mà cột này tính bằng %: có phải là phần của 1?",
    "{0}: nearly all figures are between 0 and 1, but the column is in %; parts of 1?"};
inline constexpr Message kTimesHundred{"nếu 0,95 nghĩa là 95 % thì ghi 95",
                                       "if 0.95 means 95 %, write 95"};
inline constexpr Message kBelowRange{"{0}: cần từ {1} trở lên, gặp {2}",
                                     "{0}: expected at least {1}, found {2}"};
inline constexpr Message kAboveRange{"{0}: cần nhiều nhất {1}, gặp {2}",
                                     "{0}: expected at most {1}, found {2}"};
inline constexpr Message kAboveWhole{"{0}: cần nhiều nhất {1} như ở {2}, gặp {3}",
                                     "{0}: expected at most {1} as in {2}, found {3}"};
inline constexpr Message kNotADateCell{
    "{0}: cần ngày dạng 31/12/2023 hoặc 2023-12-31, gặp \"{1}\"",
    "{0}: expected a date like 31/12/2023 or 2023-12-31, found \"{1}\""};
inline constexpr Message kBareSerial{
    "có lẽ là ngày mà ô chưa có định dạng ngày: định dạng ô kiểu ngày trong Excel",
    "perhaps a date in a cell without a date format: format it as a date in Excel"};
inline constexpr Message kNotAFlag{"{0}: cần có hoặc không, gặp \"{1}\"",
                                   "{0}: expected yes or no, found \"{1}\""};
inline constexpr Message kNotAChoice{"{0}: cần một trong {1}, gặp \"{2}\"",
                                     "{0}: expected one of {1}, found \"{2}\""};
inline constexpr Message kOtherSet{
    "{0}: chỉ báo này không thuộc bộ tiêu chí {1} của trường, bị bỏ qua",
    "{0}: this is no indicator of the school's criteria set {1}, and is left out"};

// Which set, which row
inline constexpr Message kUnknownSet{
    "Bộ tiêu chí (criteria_set): không có bộ tiêu chí \"{0}\" trong lần chạy này",
    "criteria_set: there is no criteria set \"{0}\" in this run"};
inline constexpr Message kSetsOfRun{"lần chạy này có: {0}; chọn bộ khác bằng -c, hoặc bỏ -c",
                                    "this run has: {0}; choose another with -c, or leave out -c"};
inline constexpr Message kSetOfOthers{
    "Bộ tiêu chí (criteria_set): bộ {0} không dành cho trường loại \"{1}\"",
    "criteria_set: {0} is not made for schools of type \"{1}\""};
inline constexpr Message kNoDateForSet{"không có assessed_on nên không biết chấm theo thông tư nào",
                                       "without assessed_on the circular in force is not known"};
inline constexpr Message kGiveDate{"thêm cột assessed_on, hoặc dùng --date",
                                   "fill in assessed_on, or give --date"};
inline constexpr Message kNoDateColumn{
    "thiếu cột Ngày đánh giá (assessed_on) nên không biết chấm theo thông tư nào",
    "there is no column assessed_on, without which the circular in force is not known"};
inline constexpr Message kAddDateColumn{"thêm cột này, hoặc dùng --date", "add it, or give --date"};
inline constexpr Message kNoCircular{
    "không có thông tư nào có hiệu lực ngày {0} cho loại trường \"{1}\"",
    "no circular for school type \"{1}\" is in force on {0}"};
inline constexpr Message kTwoSets{"hai bộ tiêu chí cùng hợp với dòng này: {0} và {1}",
                                  "two criteria sets fit this row: {0} and {1}"};
inline constexpr Message kUnknownSchoolType{
    "không biết loại trường nên không chọn được bộ tiêu chí",
    "the school type is not known, so no criteria set can be chosen"};
inline constexpr Message kNoTypeColumn{
    "thiếu cột Loại trường (school_type) nên không chọn được bộ tiêu chí",
    "there is no column school_type, without which no criteria set can be chosen"};
inline constexpr Message kAddTypeColumn{"thêm cột này, hoặc cột criteria_set",
                                        "add it, or a column criteria_set"};
inline constexpr Message kBadIdentityWord{"{0}: cần {1}, gặp \"{2}\"",
                                          "{0}: expected {1}, found \"{2}\""};
inline constexpr Message kOneStage{"mam_non, tieu_hoc, thcs hoặc thpt",
                                   "mam_non, tieu_hoc, thcs or thpt"};
inline constexpr Message kAlikeCode{
    "school_id: mã{0} ở đây chỉ khác mã ở {1} về số 0 đứng đầu, chữ hoa hay khoảng trắng; "
    "đang tính là hai trường",
    "school_id: the code{0} here differs from that at {1} only in leading zeros, case or blanks; "
    "they count as two schools"};
inline constexpr Message kOneCode{"viết mã của một trường một cách trong mọi tệp",
                                  "write the code of a school in one way in all files"};
inline constexpr Message kMoreAlikeCodes{"school_id: còn {0} mã như thế nữa, từ ô này trở đi",
                                         "school_id: {0} more such codes, from this cell on"};
inline constexpr Message kRepeatedSchool{
    "trường {0} (cùng cấp học, người đánh giá và ngày) đã có ở {1}",
    "school {0} (same stage, assessor and date) is already at {1}"};
}  // namespace kdcl::message
