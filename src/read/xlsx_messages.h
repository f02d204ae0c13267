// What the reader of workbooks says.
#pragma once

#include "base/language.h"

namespace kdcl::message {

// The file as a whole
inline constexpr Message kNotAnArchive{"tệp Excel hỏng hoặc bị cắt ngang",
                                       "the workbook is damaged or cut short"};
inline constexpr Message kSaveWorkbookAgain{"mở bằng Excel hay LibreOffice rồi lưu lại dạng .xlsx",
                                            "open it in Excel or LibreOffice and save it as .xlsx"};
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
inline constexpr Message kSheetEmpty{"trang tính trống", "the sheet is empty"};
inline constexpr Message kOnlyWorkbooksHaveSheets{"chỉ tệp Excel mới có trang tính: bỏ --sheet",
                                                  "only workbooks have sheets: leave out --sheet"};

// Cells
inline constexpr Message kErrorCell{"ô báo lỗi {0}", "the cell holds the error {0}"};
inline constexpr Message kMendFormula{"sửa công thức, hoặc thay bằng giá trị",
                                      "mend the formula, or put a value in its place"};
inline constexpr Message kFormulaWithoutValue{"công thức chưa có kết quả",
                                              "the formula has no stored value"};
inline constexpr Message kRecalculate{
    "mở bằng Excel hay LibreOffice, tính lại rồi lưu, hoặc thay bằng giá trị",
    "open it in Excel or LibreOffice, recalculate and save, or put a value in its place"};
inline constexpr Message kCellsOutOfOrder{
    "tệp Excel hỏng: hàng hoặc ô không theo thứ tự",
    "the workbook is damaged: rows or cells are out of order"};
inline constexpr Message kBadSharedText{
    "tệp Excel hỏng: ô trỏ tới chữ không có",
    "the workbook is damaged: the cell points to a text that is not there"};
inline constexpr Message kEditedHeader{
    "hàng mã cột thiếu \"{0}\": trang này không đọc được",
    "the row of column codes lacks \"{0}\": this sheet can't be read"};
inline constexpr Message kRestoreHeader{
    "ghi lại mã cột như trong mẫu mới của \"kdcl template\"",
    "write the code again as a new form of \"kdcl template\" has it"};
inline constexpr Message kMergedHeader{"ô tên cột bị gộp qua {0} cột",
                                       "the header cell is merged over {0} columns"};
inline constexpr Message kUnmerge{"bỏ gộp ô: mỗi cột một tên",
                                  "unmerge it: every column has a name of its own"};
inline constexpr Message kBeyondHeader{"ô nằm ngoài các cột có tên",
                                       "the cell stands outside the columns that have names"};

}  // namespace kdcl::message
