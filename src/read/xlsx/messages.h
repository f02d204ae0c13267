// What the reader of workbooks says.
#pragma once

#include "base/language.h"

namespace kdcl::message {

// The file as a whole
inline constexpr Message kNotAnArchive{"tệp Excel hỏng hoặc bị cắt ngang",
                                       "the workbook is damaged or cut short"};
inline constexpr Message kBadChecksum{
    "tệp Excel hỏng: nội dung không khớp số kiểm tra",
    "the workbook is damaged: its contents do not match its checksum"};
inline constexpr Message kUnpacksTooMuch{
    "tệp Excel nở ra quá 2 GiB hoặc quá 200 lần khi giải nén",
    "the workbook unpacks to over 2 GiB or over 200 times its size"};
inline constexpr Message kEncryptedWorkbook{"tệp Excel có mật khẩu", "the workbook has a password"};
inline constexpr Message kNoWorkbook{"tệp nén không phải tệp Excel (.xlsx)",
                                     "the archive is no Excel workbook (.xlsx)"};
inline constexpr Message kBrokenXml{"tệp Excel hỏng: XML sai quy tắc",
                                    "the workbook is damaged: its XML is not well-formed"};
inline constexpr Message kDoctype{"tệp Excel chứa khai báo DOCTYPE, không đọc",
                                  "the workbook has a DOCTYPE, which is not read"};
inline constexpr Message kXmlTooDeep{"tệp Excel có thẻ lồng nhau quá 64 tầng, không đọc",
                                     "the workbook nests markup over 64 deep, which is not read"};
inline constexpr Message kTooMuchMarkup{
    "tệp Excel có thẻ quá dài hoặc quá nhiều tên thẻ, không đọc",
    "the workbook has tags that are too long or too many names of tags, which are not read"};
inline constexpr Message kTooManyParts{
    "tệp Excel có quá nhiều trang tính, định dạng, phông chữ hoặc vùng gộp ô (giới hạn: 1.000 "
    "trang "
    "tính, 65.536 mỗi thứ khác)",
    "the workbook has too many sheets, formats, fonts or merged ranges (at most 1,000 sheets, "
    "65,536 "
    "of the others)"};
inline constexpr Message kTooManyTexts{"tệp Excel có quá nhiều chữ (hơn 256 MiB)",
                                       "the workbook has too much text (over 256 MiB)"};
inline constexpr Message kNoSheets{"tệp Excel không có trang tính nào",
                                   "the workbook has no sheets"};
inline constexpr Message kUnknownSheet{"không có trang tính \"{0}\"; có: {1}",
                                       "there is no sheet \"{0}\"; there are: {1}"};

// Which sheets are read
inline constexpr Message kHiddenRows{
    "hàng bị ẩn trong bảng (do lọc hay ẩn bằng tay): {0}; các hàng này vẫn được tính",
    "rows of the table that are hidden (by a filter or by hand): {0}; they count all the same"};

// Cells
inline constexpr Message kErrorCell{"ô báo lỗi {0}", "the cell holds the error {0}"};
inline constexpr Message kMendFormula{"sửa công thức, hoặc thay bằng giá trị",
                                      "mend the formula, or put a value in its place"};
inline constexpr Message kFormulaWithoutValue{"công thức chưa được tính lần nào",
                                              "the formula was never calculated"};
inline constexpr Message kRecalculate{
    "mở bằng Excel hay LibreOffice rồi lưu lại, hoặc thay bằng giá trị",
    "open it in Excel or LibreOffice and save it, or put a value in its place"};
inline constexpr Message kBadBoolean{"ô kiểu đúng/sai cần true, false, 1 hoặc 0, gặp \"{0}\"",
                                     "a boolean cell is true, false, 1 or 0, found \"{0}\""};
inline constexpr Message kCellsOutOfOrder{
    "tệp Excel hỏng: hàng hoặc ô không theo thứ tự",
    "the workbook is damaged: rows or cells are out of order"};
inline constexpr Message kBadSharedText{
    "tệp Excel hỏng: ô trỏ tới chữ không có",
    "the workbook is damaged: the cell points to a text that is not there"};
inline constexpr Message kSheetWithoutIds{
    "trang không được đọc: có cột {0} nhưng không có cột Mã trường (school_id)",
    "this sheet is not read: it has columns {0} but no column school_id (Mã trường)"};
inline constexpr Message kEditedHeader{
    "hàng mã cột thiếu \"{0}\": trang này không đọc được",
    "the row of column codes lacks \"{0}\": this sheet can't be read"};
inline constexpr Message kRestoreHeader{
    "ghi lại mã cột như trong mẫu mới của \"kdcl template\"",
    "write the code again as a new form of \"kdcl template\" has it"};
inline constexpr Message kFormSheetGone{
    "mẫu của kdcl thiếu trang \"{0}\": những gì đã ghi ở đó không được tính",
    "the form lacks its sheet \"{0}\": what was written there does not count"};
inline constexpr Message kMergedHeader{"ô tên cột bị gộp qua {0} cột",
                                       "the header cell is merged over {0} columns"};
inline constexpr Message kUnmerge{"bỏ gộp ô: mỗi cột một tên",
                                  "unmerge it: every column has a name of its own"};
inline constexpr Message kMergedData{
    "ô gộp {0}: không biết giá trị thuộc cột nào, hàng nào",
    "the merged cells {0}: it is not known which their value is of"};
inline constexpr Message kUnmergeData{"bỏ gộp ô rồi ghi giá trị vào từng ô",
                                      "unmerge them and write the value in every cell"};
inline constexpr Message kMergedRows{
    "ô gộp {0}: giá trị được tính cho từng hàng; các ô gộp khác của cột này cũng vậy",
    "the merged cells {0} count for each of their rows, and so do others of this column"};
inline constexpr Message kMergedFromHeader{
    "ô tên cột {0} gộp xuống hàng có dữ liệu và che mất ô của hàng đó",
    "the header cell {0} is merged down over rows of data and hides their cells"};
inline constexpr Message kMergedTooMuch{"ô gộp trải qua quá nhiều hàng và cột",
                                        "merged cells go over too many rows and columns"};
inline constexpr Message kBeyondHeader{
    "ô nằm ngoài các cột có tên, bị bỏ qua",
    "the cell stands outside the columns that have names and is left out"};
inline constexpr Message kOldFontText{
    "chữ gõ bằng phông .Vn hoặc VNI, cần chuyển sang Unicode: {0}",
    "text typed in a .Vn or VNI font, not in Unicode: {0}"};
inline constexpr Message kNotRead{"ô này không được đọc", "this cell is not read"};
inline constexpr Message kPercentCell{
    "{0}: ô hiện phần trăm ({1}%), mà cột này không tính bằng %",
    "{0}: the cell shows a percentage ({1}%), but the column is not in %"};
inline constexpr Message kWriteAsNumber{"định dạng ô là Số (Number), rồi ghi lại đúng giá trị",
                                        "format the cell as a number and write the value again"};
inline constexpr Message kLongCode{
    "{0}: mã ghi bằng số có nhiều nhất 15 chữ số, gặp \"{1}\"; Excel không giữ được nhiều hơn",
    "{0}: a code that is a number has at most 15 digits, found \"{1}\"; Excel keeps no more"};
inline constexpr Message kUnsureName{
    "{0}: ô là số {1}, không biết là {1} hay {1}0",
    "{0}: the cell is the number {1}; it is not known whether {1} or {1}0 is meant"};
inline constexpr Message kWriteAsText{"định dạng ô là Văn bản (Text), rồi ghi lại",
                                      "format the cell as text and write it again"};
}  // namespace kdcl::message
