#include "read/csv/file_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"

namespace kdcl {
namespace {

using namespace message;
using namespace std::string_view_literals;

constexpr std::string_view kArchive("PK\x03\x04", 4);
constexpr std::string_view kCompound("\xD0\xCF\x11\xE0", 4);  // of Office before 2007

/// A kind by how it begins, and what it holds; the first that fits counts.
struct Signature {
  std::string_view start;
  std::string_view holds;
  ForeignKind kind;
};

/// Names in compound files have two bytes a letter.
constexpr std::array kBinary = {
    Signature{kArchive,
              "opendocument.spreadsheet",
              {Message{"bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)"},
               kSaveWorkbookAgain}},
    Signature{kArchive, "opendocument.text", {kWordKind, kCopyTable}},
    Signature{kArchive,
              "xl/workbook.bin",
              {Message{"tệp Excel nhị phân (.xlsb)", "a binary Excel workbook (.xlsb)"},
               kSaveWorkbookAgain}},
    Signature{kArchive,
              "Index/Document.iwa",
              {Message{"bảng tính Numbers của Apple", "an Apple Numbers document"},
               Message{"trong Numbers chọn Tệp, Xuất sang, Excel",
                       "in Numbers choose File, Export To, Excel"}}},
    Signature{kArchive, "word/document.xml", {kWordKind, kCopyTable}},
    Signature{kArchive, "ppt/presentation.xml", {kSlidesKind, kCopyTable}},
    Signature{kCompound,
              "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0"sv,
              {Message{"tệp có mật khẩu", "a file with a password"},
               Message{"mở bằng Excel, bỏ mật khẩu rồi lưu lại dạng .xlsx",
                       "open it in Excel, take the password off and save it as .xlsx"}}},
    Signature{kCompound, "W\0o\0r\0d\0D\0o\0c\0"sv, {kWordKind, kCopyTable}},
    Signature{kCompound, "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, {kSlidesKind, kCopyTable}},
    Signature{kCompound, "W\0o\0r\0k\0b\0o\0o\0k\0"sv, {kOldWorkbookKind, kSaveWorkbookAgain}},
    Signature{kCompound, "B\0o\0o\0k\0"sv, {kOldWorkbookKind, kSaveWorkbookAgain}},
    Signature{"%PDF-", "", {Message{"tệp PDF", "a PDF file"}, kCopyTable}},
    Signature{"{\\rtf", "", {kWordKind, kCopyTable}},
    Signature{"\x89PNG", "", {kImageKind, kCopyTable}},
    Signature{"\xFF\xD8\xFF", "", {kImageKind, kCopyTable}},
    Signature{"GIF8", "", {kImageKind, kCopyTable}},
    Signature{"\x1F\x8B", "", {kCompressedKind, kUnpack}},
    Signature{"Rar!", "", {kCompressedKind, kUnpack}},
    Signature{"7z\xBC\xAF", "", {kCompressedKind, kUnpack}},
};

/// Of markup, in small letters.
constexpr std::array kMarkup = {
    Signature{"mime-version:", "", {kWebPageKind, kSaveWorkbookAgain}},
    Signature{"<", "<html", {kWebPageKind, kSaveWorkbookAgain}},
    Signature{"<", "<!doctype html", {kWebPageKind, kSaveWorkbookAgain}},
    Signature{"<",
              ":office:spreadsheet",
              {Message{"bảng tính XML của Excel 2003", "an Excel 2003 XML spreadsheet"},
               kSaveWorkbookAgain}},
    Signature{"<?xml", "", {Message{"tệp XML", "an XML file"}, kSaveWorkbookAgain}},
    Signature{"<", "<table", {kWebPageKind, kSaveWorkbookAgain}},
    Signature{"<", "<meta", {kWebPageKind, kSaveWorkbookAgain}},
    Signature{"<", "<style", {kWebPageKind, kSaveWorkbookAgain}},
    Signature{"<", "<div", {kWebPageKind, kSaveWorkbookAgain}},
};

template <size_t count>
const ForeignKind* find_kind(const std::array<Signature, count>& kinds, std::string_view bytes) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [bytes](const Signature& each) {
    return bytes.starts_with(each.start) && bytes.find(each.holds) != std::string_view::npos;
  });
  return found == kinds.end() ? nullptr : &found->kind;
}

/// The first letters of a text, small and without what stands before them.
std::string small_letters(std::string_view bytes) {
  constexpr size_t kEnough = 4096;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  std::string start(trim(bytes.substr(0, kEnough)));
  for (char& c : start)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return start;
}

}  // namespace

const ForeignKind* find_foreign_kind(std::string_view bytes) {
  // A workbook may hold documents of other kinds.
  if (is_archive(bytes) && bytes.find("xl/workbook.xml") != std::string_view::npos) return nullptr;
  if (const ForeignKind* kind = find_kind(kBinary, bytes)) return kind;
  return find_kind(kMarkup, small_letters(bytes));
}

bool is_archive(std::string_view start) { return start.starts_with(kArchive); }

bool is_table_text(std::string_view start) {
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return true;  // UTF-16
  constexpr unsigned char kDelete = 0x7F;
  const auto is_binary = [](unsigned char byte) {
    return (byte < ' ' && byte != '\t' && byte != '\r' && byte != '\n') || byte == kDelete;
  };
  return start.find_first_of(",;\t\r\n") != std::string_view::npos &&
         std::none_of(start.begin(), start.end(), is_binary);
}

}  // namespace kdcl
