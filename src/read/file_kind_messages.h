// What files are called that are not read, and what to do with them.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kExpectedTable{"cần .xlsx hay văn bản CSV, gặp {0}",
                                        "expected .xlsx or CSV text, found {0}"};
inline constexpr Message kReadAsText{
    "tên tệp là của tệp Excel nhưng nội dung là văn bản: đọc như CSV",
    "named as a workbook, but it is text: read as CSV"};
inline constexpr Message kReadAsWorkbook{
    "tên tệp không phải của tệp Excel nhưng nội dung là tệp Excel (.xlsx): đọc như tệp Excel",
    "not named as a workbook, but it is one (.xlsx): read as such"};

// Kinds
inline constexpr Message kOldWorkbookKind{"tệp Excel cũ (.xls)", "an old Excel workbook (.xls)"};
inline constexpr Message kPasswordKind{"tệp có mật khẩu", "a file with a password"};
inline constexpr Message kBinaryWorkbookKind{"tệp Excel nhị phân (.xlsb)",
                                             "a binary Excel workbook (.xlsb)"};
inline constexpr Message kXmlWorkbookKind{"bảng tính XML của Excel 2003",
                                          "an Excel 2003 XML spreadsheet"};
inline constexpr Message kOpenDocumentKind{"bảng tính OpenDocument (.ods)",
                                           "an OpenDocument spreadsheet (.ods)"};
inline constexpr Message kNumbersKind{"bảng tính Numbers của Apple", "an Apple Numbers document"};
inline constexpr Message kWebPageKind{"trang web (HTML)", "a web page (HTML)"};
inline constexpr Message kXmlKind{"tệp XML", "an XML file"};
inline constexpr Message kWordKind{"văn bản Word", "a text document"};
inline constexpr Message kSlidesKind{"tệp trình chiếu", "a presentation"};
inline constexpr Message kPdfKind{"tệp PDF", "a PDF file"};
inline constexpr Message kImageKind{"tệp ảnh", "an image"};
inline constexpr Message kCompressedKind{"tệp nén", "a compressed file"};

// Remedies
inline constexpr Message kSaveWorkbookAgain{"mở bằng Excel hay LibreOffice rồi lưu lại dạng .xlsx",
                                            "open it in Excel or LibreOffice and save it as .xlsx"};
inline constexpr Message kRemovePassword{
    "mở bằng Excel, bỏ mật khẩu rồi lưu lại dạng .xlsx",
    "open it in Excel, take the password off and save it as .xlsx"};
inline constexpr Message kExportNumbers{"trong Numbers chọn Tệp, Xuất sang, Excel",
                                        "in Numbers choose File, Export To, Excel"};
inline constexpr Message kCopyTable{
    "lấy tệp Excel gốc, hoặc chép bảng sang Excel rồi lưu dạng .xlsx",
    "take the workbook it was made from, or copy its table into Excel and save that as .xlsx"};
inline constexpr Message kUnpack{"giải nén rồi nêu các tệp bên trong",
                                 "unpack it and name the files in it"};
}  // namespace kdcl::message
