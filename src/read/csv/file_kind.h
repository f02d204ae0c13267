// What files are called that are not read, and what to do with them.
#pragma once

#include <string_view>

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kExpectedTable{"cần .xlsx hay văn bản CSV, gặp {0}",
                                        "expected .xlsx or CSV text, found {0}"};
inline constexpr Message kReadAsText{
    "tên tệp là của tệp Excel nhưng nội dung là văn bản: đọc như CSV",
    "named as a workbook, but it is text: read as CSV"};

// Kinds
inline constexpr Message kOldWorkbookKind{"tệp Excel cũ (.xls)", "an old Excel workbook (.xls)"};
inline constexpr Message kWebPageKind{"trang web (HTML)", "a web page (HTML)"};
inline constexpr Message kWordKind{"văn bản Word", "a text document"};
inline constexpr Message kSlidesKind{"tệp trình chiếu", "a presentation"};
inline constexpr Message kImageKind{"tệp ảnh", "an image"};
inline constexpr Message kCompressedKind{"tệp nén", "a compressed file"};

// Remedies
inline constexpr Message kSaveWorkbookAgain{"mở bằng Excel hay LibreOffice rồi lưu lại dạng .xlsx",
                                            "open it in Excel or LibreOffice and save it as .xlsx"};
inline constexpr Message kCopyTable{
    "lấy tệp Excel gốc, hoặc chép bảng sang Excel rồi lưu dạng .xlsx",
    "take the workbook it was made from, or copy its table into Excel and save that as .xlsx"};
inline constexpr Message kUnpack{"giải nén rồi nêu các tệp bên trong",
                                 "unpack it and name the files in it"};
}  // namespace kdcl::message

namespace kdcl {

// What a file is by its bytes, whatever its name says: offices rename files, and portals export web
// pages as ".xls".

/// A kind of file that is not read: what messages call it, and what to do with it.
struct ForeignKind {
  Message name;
  Message remedy;
};

/// The kind that the first bytes of a file show, or all of them; null for text, for workbooks
/// (.xlsx) and for what is not known.
[[nodiscard]] const ForeignKind* find_foreign_kind(std::string_view bytes);

/// True for the beginning of a zip archive, as workbooks are.
[[nodiscard]] bool is_archive(std::string_view start);

/// True for the beginning of a table as text: no byte of a binary file, and something that ends
/// cells or rows.
[[nodiscard]] bool is_table_text(std::string_view start);

}  // namespace kdcl
