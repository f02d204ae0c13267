// What the commands say, and the descriptions of their options.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kAbout{
    "kdcl chấm kiểm định chất lượng giáo dục và đạt chuẩn quốc gia theo thông tư.\n"
    "Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.",
    "kdcl scores schools against Vietnam's accreditation and national-standard\n"
    "circulars. Its results support the council's conclusion and do not replace it."};
inline constexpr Message kHelpOption{"In trợ giúp này rồi thoát", "Print this help and exit"};
inline constexpr Message kVersionOption{"In phiên bản rồi thoát", "Print the version and exit"};
inline constexpr Message kLanguageOption{"Ngôn ngữ: vi, en", "Language: vi, en"};
inline constexpr Message kColorOption{"Màu: auto, always, never", "Color: auto, always, never"};
inline constexpr Message kQuietOption{"Không in cảnh báo và tiến độ",
                                      "No warnings and no progress"};
inline constexpr Message kThreadsOption{"Số luồng (mặc định: mọi nhân)",
                                        "Threads (default: all cores)"};
inline constexpr Message kCriteriaOption{
    "Bộ tiêu chí (mã hoặc tệp YAML), lặp lại được; mặc định: mọi bộ kèm theo",
    "Criteria set (id or YAML file), repeatable; default: all shipped sets"};
inline constexpr Message kAmendOption{
    "Tệp YAML sửa đổi một bộ tiêu chí, ví dụ hướng dẫn của tỉnh; lặp lại được",
    "YAML file that amends a criteria set, such as a province's guidance; repeatable"};
inline constexpr Message kDateOption{"Ngày đánh giá cho dòng không có assessed_on",
                                     "Date for rows without assessed_on"};
inline constexpr Message kWhereOption{
    "Chỉ lấy trường thỏa điều kiện, ví dụ \"district == 'Mai Sơn'\"",
    "Only schools for which this holds, such as \"district == 'Mai Sơn'\""};
inline constexpr Message kByOption{"Thêm bảng theo cột này, ví dụ district",
                                   "Add a table by this column, such as district"};
inline constexpr Message kOutputOption{"Ghi vào tệp; dạng theo đuôi .txt .csv .json .xlsx",
                                       "Write to a file; format from .txt .csv .json .xlsx"};
inline constexpr Message kFormatOption{"Dạng: text, csv, json, xlsx",
                                       "Format: text, csv, json, xlsx"};
inline constexpr Message kFilesOption{
    "Tệp dữ liệu trường (.xlsx, CSV, YAML) hoặc thư mục chứa chúng; - là đầu vào chuẩn",
    "School data (.xlsx, CSV, YAML), or folders of them; - is standard input"};
inline constexpr Message kSheetOption{"Trang tính của tệp Excel (không nêu: mọi trang có trường)",
                                      "Sheet of a workbook (default: all with schools)"};
inline constexpr Message kEncodingOption{
    "Bảng mã của tệp CSV: utf-8, utf-16, windows-1258, tcvn3",
    "Encoding of CSV files: utf-8, utf-16, windows-1258, tcvn3"};
inline constexpr Message kTemplateAbout{"Lập tệp trống để nhập dữ liệu cho một bộ tiêu chí",
                                        "Make an empty data file for a criteria set"};
inline constexpr Message kTemplateSet{"Bộ tiêu chí: mã hoặc tệp", "Criteria set: id or file"};
inline constexpr Message kTemplateSchools{"Tệp danh sách trường: điền sẵn những gì đã biết",
                                          "File of schools: what is known is filled in"};
inline constexpr Message kTemplateOutput{"Ghi vào tệp này: .xlsx hoặc .csv",
                                         "Write to this file: .xlsx or .csv"};
inline constexpr Message kTemplateFormat{"Dạng: xlsx, csv", "Format: xlsx, csv"};
inline constexpr Message kTemplateNeedsOutput{"cần -o TỆP.xlsx hoặc -o TỆP.csv",
                                              "-o FILE.xlsx or -o FILE.csv is needed"};
inline constexpr Message kTemplateFormats{"mẫu nhập dữ liệu có dạng xlsx hoặc csv, không có {0}",
                                          "a template is xlsx or csv, not {0}"};
inline constexpr Message kTemplateNoSchool{"không trường nào trong danh sách thuộc bộ tiêu chí {0}",
                                           "no school of the list belongs to the criteria set {0}"};
inline constexpr Message kTemplateSchoolTwice{
    "trường {0} có nhiều dòng trong danh sách mà cấp học không phân biệt được; mẫu .xlsx có một "
    "dòng cho mỗi cấp học của trường",
    "school {0} has several rows in the list that no stage tells apart; an .xlsx form has one row "
    "a school and stage"};
inline constexpr Message kTemplateUseCsv{
    "dùng -f csv, ở đó kết quả đứng ngay trên dòng của trường, hoặc lập từng mẫu",
    "use -f csv, where each row has its own judgements, or make a form for each"};
inline constexpr Message kStrictOption{"Cột lạ là lỗi", "Unknown columns are errors"};
inline constexpr Message kRawOption{"CSV: không thêm dấu nháy trước ô giống công thức",
                                    "CSV: no apostrophe before cells that look like formulas"};
inline constexpr Message kSchoolOption{"Chỉ một trường, đầy đủ", "One school, in full"};
inline constexpr Message kFailBelowOption{"Thoát với mã 1 nếu có trường dưới mức này",
                                          "Exit with 1 if a school is below this level"};
inline constexpr Message kScoreAbout{
    "Chấm mọi trường: mức, danh hiệu, còn vướng gì, thiếu số liệu gì",
    "Score every school: level, awards, what blocks and what is missing for the next level"};
inline constexpr Message kCheckAbout{
    "Kiểm tra tệp dữ liệu hoặc bộ tiêu chí: mọi lỗi và mâu thuẫn, không chấm",
    "Check data or criteria files: every fault and contradiction, nothing scored"};
inline constexpr Message kCheckFiles{"Dữ liệu (CSV, YAML), tiêu chí, chỉ tiêu, tiêu đề",
                                     "Data (CSV, YAML), criteria, targets, letterheads"};
inline constexpr Message kSummaryAbout{
    "Tổng hợp tỉnh, huyện, loại trường: mức, danh hiệu, chỉ tiêu, điểm yếu, danh sách",
    "Sum up a province: levels, awards, targets, weaknesses, lists"};
inline constexpr Message kSummaryDate{
    "Ngày báo cáo, cũng cho dòng không có assessed_on; mặc định: ngày đánh giá cuối",
    "Day of the report, and of rows without assessed_on; default: the last day of assessment"};
inline constexpr Message kSummaryBy{
    "Địa bàn là cột này; mặc định: district, từ 01/07/2025 là commune",
    "Places are the values of this column; default: district, commune from 01/07/2025"};
inline constexpr Message kTargetsOption{"Tệp chỉ tiêu (YAML)", "Targets file (YAML)"};
inline constexpr Message kLetterheadOption{"Tệp tiêu đề, người ký (YAML)",
                                           "Heading and signers (YAML)"};
inline constexpr Message kPartialOption{"Ghi số tổng để cộng tiếp, thay cho báo cáo",
                                        "Write sums to be added up further, not a report"};
inline constexpr Message kPartialFormat{"--partial ghi một dạng riêng: bỏ -f",
                                        "--partial writes a form of its own: leave out -f"};
inline constexpr Message kSummaryFiles{
    "Dữ liệu (CSV, YAML) hoặc số tổng của --partial; - là đầu vào chuẩn",
    "Data (CSV, YAML) or sums of --partial; - is standard input"};
inline constexpr Message kPartDay{"số tổng tính đến {0}, ở đây là {1}",
                                  "these sums are as of {0}, not of {1}"};
inline constexpr Message kSameDate{"lập mọi số tổng với cùng một --date",
                                   "make all sums with one --date"};
inline constexpr Message kPartPlace{"số tổng theo cột {0}, ở đây là {1}",
                                    "these sums are by {0}, not by {1}"};
inline constexpr Message kSameBy{"lập mọi số tổng với cùng một --by",
                                 "make all sums with one --by"};
inline constexpr Message kPartTargets{"số tổng lập với tệp chỉ tiêu khác, hoặc không có",
                                      "these sums were made with another targets file, or none"};
inline constexpr Message kSameTargets{"dùng cùng một tệp --targets ở mọi bước",
                                      "use the same --targets at every step"};
inline constexpr Message kSameData{"cùng một dữ liệu được cộng hai lần: {0} và {1}",
                                   "the same data would be added twice: {0} and {1}"};
inline constexpr Message kPartsAndWhere{"--where cần dữ liệu, không lọc được số tổng",
                                        "--where needs data: sums can't be filtered"};
inline constexpr Message kNothingToSum{"không có trường nào để tổng hợp",
                                       "there is no school to sum up"};
inline constexpr Message kNothingSummed{"{0} lỗi, {1} cảnh báo. Chưa tổng hợp.",
                                        "errors: {0}, warnings: {1}. Nothing was summed up."};
inline constexpr Message kReportAbout{
    "Báo cáo của từng trường theo biểu mẫu: một trường, hoặc mọi trường vào một thư mục",
    "The school's own report in the official forms: one school, or all into a folder"};
inline constexpr Message kReportSchool{"Chỉ một trường", "One school only"};
inline constexpr Message kReportOutput{
    "Ghi vào tệp .xlsx hoặc .txt, hoặc mỗi trường một tệp trong thư mục này",
    "Write to a file .xlsx or .txt, or a file for each school in this folder"};
inline constexpr Message kReportFormat{"Dạng: text, xlsx", "Format: text, xlsx"};
inline constexpr Message kForceOption{"Ghi cả vào thư mục đã có tệp",
                                      "Write into a folder that is not empty"};
inline constexpr Message kReportFormats{"báo cáo ra text hoặc xlsx, không ra {0}",
                                        "a report is text or xlsx, not {0}"};
inline constexpr Message kOneReportName{"trường {0} và trường {1} cùng ra tệp {2}",
                                        "the schools {0} and {1} both give the file {2}"};
inline constexpr Message kOneByOne{
    "đổi mã trường, hoặc lập riêng từng trường bằng --school và -o TỆP",
    "change an id, or make them one by one with --school and -o FILE"};
inline constexpr Message kNotAFolder{"-o: \"{0}\" không phải là thư mục",
                                     "-o: \"{0}\" is no folder"};
inline constexpr Message kCannotMakeFolder{"-o: không tạo được thư mục \"{0}\": {1}",
                                           "-o: can't make the folder \"{0}\": {1}"};
inline constexpr Message kFolderNotEmpty{"-o: thư mục \"{0}\" không trống",
                                         "-o: the folder \"{0}\" is not empty"};
inline constexpr Message kUseForce{
    "dùng thư mục khác, hoặc thêm --force: tệp cùng tên được ghi đè",
    "use another folder, or add --force: files of the same names are replaced"};
inline constexpr Message kReportsWritten{"{0} báo cáo trong {1}", "{0} reports in {1}"};
inline constexpr Message kReportsSoFar{"đã ghi {0} trên {1} báo cáo", "{0} of {1} reports written"};
inline constexpr Message kReportsLeftOut{
    "{0} lỗi. Trường trong các tệp có lỗi không có báo cáo.",
    "errors: {0}. Schools in the files with errors have no report."};
inline constexpr Message kSeveralSchools{
    "-o: có {0} trường, không ghi được vào một tệp \"{1}\"",
    "-o: there are {0} schools, too many for one file \"{1}\""};
inline constexpr Message kNameAFolder{"ghi -o THƯ_MỤC cho mọi trường, hoặc thêm --school",
                                      "give -o FOLDER for all of them, or add --school"};
inline constexpr Message kNothingToReport{"không có trường nào để lập báo cáo",
                                          "there is no school to report on"};
inline constexpr Message kCriteriaAbout{"Các bộ tiêu chí: list, show, diff",
                                        "Criteria sets: list, show, diff"};
inline constexpr Message kListAbout{"Liệt kê các bộ kèm theo", "List the shipped sets"};
inline constexpr Message kShowAbout{"In một bộ để đọc", "Print a set as a readable document"};
inline constexpr Message kShowOutput{"Ghi vào tệp .txt, .xlsx hoặc .yaml",
                                     "Write to a file .txt, .xlsx or .yaml"};
inline constexpr Message kShowFormat{"Dạng: text, xlsx", "Format: text, xlsx"};
inline constexpr Message kShowSet{"Mã của bộ, hoặc tệp YAML", "Id of a set, or a YAML file"};
inline constexpr Message kYamlOption{"In nguồn YAML", "Print the YAML source"};

inline constexpr Message kHelpUsage{"Cách dùng", "Usage"};
inline constexpr Message kHelpOptionsWord{"TÙY CHỌN", "OPTIONS"};
inline constexpr Message kHelpCommandWord{"LỆNH", "COMMAND"};
inline constexpr Message kHelpArguments{"Đối số", "Arguments"};
inline constexpr Message kHelpRequired{"(bắt buộc)", "(required)"};
inline constexpr Message kHelpOptions{"Tùy chọn", "Options"};
inline constexpr Message kHelpCommands{"Các lệnh", "Commands"};

inline constexpr Message kUsageError{"lỗi", "error"};
inline constexpr Message kUsageHint{"gợi ý", "hint"};
inline constexpr Message kNoCommand{"cần một lệnh: {0}", "expected a command: {0}"};
inline constexpr Message kUnknownCommand{"không có lệnh \"{0}\"", "there is no command \"{0}\""};
inline constexpr Message kUnknownOption{"không có tùy chọn \"{0}\"", "there is no option \"{0}\""};
inline constexpr Message kMissingArgument{"thiếu {0}", "{0} is missing"};
inline constexpr Message kNeedsValue{"{0} cần một giá trị", "{0} needs a value"};
inline constexpr Message kNoValue{"{0} không nhận giá trị", "{0} takes no value"};
inline constexpr Message kRepeatedOption{"{0} chỉ được ghi một lần", "{0} may be given only once"};
inline constexpr Message kUnexpectedArgument{"không rõ \"{0}\" để làm gì",
                                             "there is no use for \"{0}\""};
inline constexpr Message kBadArguments{"dòng lệnh sai: {0}", "wrong command line: {0}"};
inline constexpr Message kSeeHelp{"xem kdcl{0} --help", "see kdcl{0} --help"};
inline constexpr Message kSuggestName{"có phải \"{0}\"?", "did you mean \"{0}\"?"};
inline constexpr Message kBadLanguage{"--lang: cần vi hoặc en, gặp \"{0}\"",
                                      "--lang: expected vi or en, found \"{0}\""};
inline constexpr Message kBadScanPath{
    "KDCL_SIMD: cần portable, avx2 hoặc avx512, gặp \"{0}\"",
    "KDCL_SIMD: expected portable, avx2 or avx512, found \"{0}\""};
inline constexpr Message kNoScanPath{"KDCL_SIMD: máy này không có {0}",
                                     "KDCL_SIMD: this machine has no {0}"};
inline constexpr Message kBadColor{"cần auto, always hoặc never, gặp \"{0}\"",
                                   "expected auto, always or never, found \"{0}\""};
inline constexpr Message kBadLevel{"cần một mức từ 0 đến 9, gặp \"{0}\"",
                                   "expected a level from 0 to 9, found \"{0}\""};
inline constexpr Message kBadThreads{"cần một số từ 1 đến {0}, gặp \"{1}\"",
                                     "expected a number from 1 to {0}, found \"{1}\""};
inline constexpr Message kBadEncoding{"cần {0}, gặp \"{1}\"", "expected {0}, found \"{1}\""};
inline constexpr Message kBadFormat{"-f: cần text, csv, json hoặc xlsx, gặp \"{0}\"",
                                    "-f: expected text, csv, json or xlsx, found \"{0}\""};
inline constexpr Message kBadEnding{"-o: không biết dạng của \"{0}\"",
                                    "-o: the format of \"{0}\" is not known"};
inline constexpr Message kUseEnding{"dùng đuôi {0}; hoặc thêm -f", "use the ending {0}; or add -f"};
inline constexpr Message kOr{" hoặc ", " or "};
inline constexpr Message kOtherEnding{"-o: đuôi của \"{0}\" không phải của tệp {1}",
                                      "-o: the ending of \"{0}\" is not that of a {1} file"};
inline constexpr Message kUseReportEnding{
    "dùng đuôi .xlsx hoặc .txt cho một tệp; thêm / vào cuối tên nếu là thư mục",
    "use the ending .xlsx or .txt for a file; end the name with / if it is a folder"};
inline constexpr Message kDocumentFormats{"criteria show in một văn bản để đọc, không in {0}",
                                          "criteria show prints a document to read, not {0}"};
inline constexpr Message kDocumentHint{"dùng .txt, .xlsx, hoặc .yaml để lấy nguồn của bộ",
                                       "use .txt, .xlsx, or .yaml for the set's source"};
inline constexpr Message kXlsxNeedsFile{"-f xlsx cần -o TỆP", "-f xlsx needs -o FILE"};
inline constexpr Message kBadDate{
    "--date: cần ngày dạng 31/12/2023 hoặc 2023-12-31, gặp \"{0}\"",
    "--date: expected a date like 31/12/2023 or 2023-12-31, found \"{0}\""};
inline constexpr Message kBadSourceDate{
    "SOURCE_DATE_EPOCH: cần số giây từ 1970-01-01, gặp \"{0}\"",
    "SOURCE_DATE_EPOCH: expected seconds since 1970-01-01, found \"{0}\""};
inline constexpr Message kMeasureDiffers{
    "--where: số đo {0} có công thức khác nhau trong {1} và {2}",
    "--where: the measure {0} has different formulas in {1} and {2}"};
inline constexpr Message kChooseSet{"chọn một bộ bằng -c", "choose one of them with -c"};
inline constexpr Message kBadBy{"--by: không có cột \"{0}\"", "--by: there is no column \"{0}\""};
inline constexpr Message kByNeedsReport{
    "--by dùng với text và xlsx; csv và json đã có cột này trong từng dòng",
    "--by goes with text and xlsx; csv and json have the column in every row"};
inline constexpr Message kUnknownShippedSet{"-c: không có bộ tiêu chí hay tệp \"{0}\"",
                                            "-c: there is no criteria set or file \"{0}\""};
inline constexpr Message kNotAnAmendment{"--amend: bộ này không sửa đổi bộ nào",
                                         "--amend: this set amends no other"};
inline constexpr Message kAmendsNotInRun{"--amend: bộ được sửa đổi \"{0}\" không có ở lần chạy này",
                                         "--amend: the amended set \"{0}\" is not in this run"};
inline constexpr Message kNameBaseToo{"thêm -c {0}", "add -c {0}"};
inline constexpr Message kCannotRead{"không đọc được: {0}", "can't read: {0}"};
inline constexpr Message kTooLarge{"tệp lớn hơn {0} MiB", "the file is larger than {0} MiB"};
inline constexpr Message kOutputIsInput{"-o: \"{0}\" là tệp đầu vào", "-o: \"{0}\" is an input"};
inline constexpr Message kCannotWrite{"không ghi được {0}: {1}", "can't write {0}: {1}"};
inline constexpr Message kNoMemory{"không đủ bộ nhớ để làm xong", "not enough memory to finish"};
inline constexpr Message kStandardOutput{"đầu ra chuẩn", "standard output"};
inline constexpr Message kNothingScored{"{0} lỗi, {1} cảnh báo. Chưa chấm trường nào.",
                                        "errors: {0}, warnings: {1}. Nothing was scored."};
inline constexpr Message kNoSuchSchool{"--school: không có trường \"{0}\"",
                                       "--school: there is no school \"{0}\""};
inline constexpr Message kNoSchoolLeft{"không có trường nào thỏa --where",
                                       "no school fits --where"};
inline constexpr Message kCheckedClean{"{0}: không có lỗi", "{0}: no faults"};
inline constexpr Message kCheckedUnjudged{"chưa có kết quả đánh giá: {0} chỉ báo ở {1} dòng",
                                          "without a judgement: indicators: {0}, rows: {1}"};
inline constexpr Message kCheckSummary{"{0} lỗi, {1} cảnh báo, {2} mâu thuẫn",
                                       "errors: {0}, warnings: {1}, contradictions: {2}"};
}  // namespace kdcl::message
