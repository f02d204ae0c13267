#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "read/xlsx/zip.h"
#include "support/workbook_bytes.h"
#include "write/workbook.h"
#include "write/zip_edit.h"

namespace kdcl {
namespace {

/// An archive as the library writes it.
std::string form_bytes() {
  const std::string path = (std::filesystem::temp_directory_path() /
                            ("kdcl_zip_edit_test_" + std::to_string(::getpid()) + ".xlsx"))
                               .string();
  LocalText fault;
  EntryForm form;
  form.title = "Phiếu";
  form.guide = "Hướng dẫn";
  REQUIRE(write_entry_workbook(form, path, fault));
  const std::optional<std::string> bytes = read_file(path, SIZE_MAX, fault);
  std::remove(path.c_str());
  REQUIRE(bytes);
  return *bytes;
}

/// A member as the reader of workbooks finds it, which compares sizes and checksum.
std::string text_of(const std::string& archive, std::string_view name) {
  const Message* fault = nullptr;
  std::optional<ZipArchive> zip = ZipArchive::open(archive, fault);
  REQUIRE(zip);
  const ZipEntry* entry = zip->find(name);
  REQUIRE(entry);
  ZipStream stream(*zip, *entry);
  std::string text(1 << 20, '\0');
  text.resize(stream.read(text.data(), text.size()));
  CHECK(stream.read(text.data(), 0) == 0);
  CHECK(stream.fault() == nullptr);
  return text;
}

TEST_CASE("members change, longer or shorter, and the others stay") {
  const std::string before = form_bytes();
  const std::string guide = text_of(before, "xl/worksheets/sheet1.xml");
  const std::string strings = text_of(before, "xl/sharedStrings.xml");
  for (const std::string& text : {std::string(), std::string("<a/>"), guide + guide}) {
    std::string archive = before;
    REQUIRE(edit_zip(archive, "xl/worksheets/", [&](std::string& sheet) {
      CHECK(sheet == guide);
      sheet = text;
    }));
    CHECK(text_of(archive, "xl/worksheets/sheet1.xml") == text);
    CHECK(text_of(archive, "xl/sharedStrings.xml") == strings);
    CHECK(text_of(archive, "[Content_Types].xml") == text_of(before, "[Content_Types].xml"));
  }
}

TEST_CASE("what is not named is not touched") {
  const std::string before = form_bytes();
  std::string archive = before;
  REQUIRE(edit_zip(archive, "nothing/", [](std::string& text) { text = "x"; }));
  CHECK(archive == before);
}

TEST_CASE("a member that is not deflated") {
  std::string archive = zip_bytes({{"a.xml", "<a/>"}});
  CHECK_FALSE(edit_zip(archive, "a", [](std::string&) {}));
}

}  // namespace
}  // namespace kdcl
