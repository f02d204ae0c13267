#include <doctest/doctest.h>

#include "read/csv/file_kind.h"
#include "support/workbook_bytes.h"

namespace kdcl {
namespace {

using namespace std::string_view_literals;

std::string_view name_of(std::string_view bytes) {
  const ForeignKind* kind = find_foreign_kind(bytes);
  return kind ? kind->name.en : "";
}

TEST_CASE("files that are not read are named by their bytes") {
  const std::string compound = "\xD0\xCF\x11\xE0 ";
  const std::pair<std::string, std::string_view> cases[] = {
      {"%PDF-1.4\n", "a PDF file"},
      {"{\\rtf1 x}", "a text document"},
      {"\x89PNG\r\n", "an image"},
      {"\xFF\xD8\xFF\xE0", "an image"},
      {"\x1F\x8B\x08", "a compressed file"},
      {"Rar!\x1A", "a compressed file"},
      {"7z\xBC\xAF'", "a compressed file"},
      {zip_bytes({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}),
       "an OpenDocument spreadsheet (.ods)"},
      {zip_bytes({{"mimetype", "application/vnd.oasis.opendocument.text"}}), "a text document"},
      {zip_bytes({{"[Content_Types].xml", ""}, {"xl/workbook.bin", ""}}),
       "a binary Excel workbook (.xlsb)"},
      {zip_bytes({{"[Content_Types].xml", ""}, {"word/document.xml", ""}}), "a text document"},
      {zip_bytes({{"ppt/presentation.xml", ""}}), "a presentation"},
      {zip_bytes({{"Index/Document.iwa", ""}}), "an Apple Numbers document"},
      {compound + std::string("W\0o\0r\0k\0b\0o\0o\0k\0"sv), "an old Excel workbook (.xls)"},
      {compound + std::string("B\0o\0o\0k\0"sv), "an old Excel workbook (.xls)"},
      {compound + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0"sv),
       "a file with a password"},
      {compound + std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0"sv), "a text document"},
      {"\xEF\xBB\xBF \r\n<!DOCTYPE HTML><body>", "a web page (HTML)"},
      {"<html><table>", "a web page (HTML)"},
      {"<table border=1>", "a web page (HTML)"},
      {"<meta charset=utf-8><div>", "a web page (HTML)"},
      {"MIME-Version: 1.0\r\n", "a web page (HTML)"},
      {"<?xml version=\"1.0\"?><html xmlns=\"x\">", "a web page (HTML)"},
      {"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
       "an Excel 2003 XML spreadsheet"},
      {"<?xml version=\"1.0\"?><a/>", "an XML file"},
  };
  for (const auto& [bytes, name] : cases) {
    CAPTURE(name);
    CHECK(name_of(bytes) == name);
  }
}

TEST_CASE("text, workbooks and what is not known have no such name") {
  CHECK(name_of("") == "");
  CHECK(name_of("school_id,<html>\n") == "");
  CHECK(name_of("<5 tuổi;school_id\n") == "");
  CHECK(name_of("\xD0\xCF\x11\xE0 something") == "");
  CHECK(name_of(zip_bytes({{"a.txt", "b"}})) == "");
  // A workbook with a document in it.
  CHECK(name_of(zip_bytes({{"xl/workbook.xml", ""}, {"word/document.xml", ""}})) == "");
}

TEST_CASE("a table as text has ends of cells or rows, and no bytes of a binary file") {
  CHECK(is_table_text("a,b"));
  CHECK(is_table_text("a\r"));
  CHECK(is_table_text("trường;b"));
  CHECK(
      is_table_text("\xFF\xFE"
                    "a\0,\0"sv));
  CHECK_FALSE(is_table_text(""));
  CHECK_FALSE(is_table_text("P"));
  CHECK_FALSE(is_table_text("a,\x01"));
  CHECK_FALSE(is_table_text("a,\0b"sv));
}

}  // namespace
}  // namespace kdcl
