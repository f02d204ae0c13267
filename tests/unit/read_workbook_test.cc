#include <doctest/doctest.h>

#include "read/xlsx/workbook.h"
#include "support/workbook_bytes.h"

namespace kdcl {
namespace {

std::string faults_of(std::string_view bytes) {
  Diagnostics diagnostics(Language::en);
  const auto workbook = Workbook::open("b.xlsx", bytes, diagnostics);
  CHECK((workbook == nullptr) == diagnostics.has_errors());
  return format_diagnostics(diagnostics, false);
}

TEST_CASE("what is no workbook is told so") {
  const std::string damaged =
      "b.xlsx: error: the workbook is damaged or cut short\n"
      "  hint: open it in Excel or LibreOffice and save it as .xlsx\n";
  CHECK(faults_of("") == damaged);
  CHECK(faults_of("school_id\n1\n") == damaged);
  CHECK(faults_of("\xD0\xCF\x11\xE0 an old file") ==
        "b.xlsx: error: expected .xlsx or CSV text, found an old .xls workbook or a file with a "
        "password\n  hint: open it in Excel or LibreOffice and save it as .xlsx\n");
  CHECK(faults_of(zip_bytes({{"a.txt", "b"}})) ==
        "b.xlsx: error: the archive is no Excel workbook (.xlsx)\n"
        "  hint: unpack it and name the files in it\n");
  CHECK(faults_of(zip_bytes({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})) ==
        "b.xlsx: error: expected .xlsx or CSV text, found an OpenDocument spreadsheet (.ods)\n"
        "  hint: open it in Excel or LibreOffice and save it as .xlsx\n");
  ZipParts parts = workbook_parts("</sheetData>");
  parts[1].second = "<workbook><sheets/></workbook>";
  CHECK(faults_of(zip_bytes(parts)) == "b.xlsx: error: the workbook has no sheets\n");
  parts[1].second = "<!DOCTYPE x><workbook/>";
  CHECK(faults_of(zip_bytes(parts)) ==
        "b.xlsx: error: the workbook has a DOCTYPE, which is not read\n");
  CHECK(faults_of(workbook_bytes("</sheetData>")) == "");
}

TEST_CASE("a workbook cut anywhere is an error") {
  const std::string bytes = workbook_bytes("<row/></sheetData>", "<si><t>a</t></si>");
  for (size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(faults_of(std::string_view(bytes).substr(0, size)).empty());
}

TEST_CASE("sheets are found by title; without one, the first that is shown") {
  ZipParts parts = workbook_parts("</sheetData>");
  parts[1].second =
      "<workbook xmlns:r='r'><workbookPr date1904='true'/><sheets>"
      "<sheet name='Ẩn' r:id='rId1' state='hidden'/><sheet name='Trường' r:id='rId7'/>"
      "<sheet name='Chỉ báo' r:id='rId8'/></sheets></workbook>";
  parts[2].second =
      "<Relationships><Relationship Id='rId7' Type='t/worksheet' Target='/xl/../two.xml'/>"
      "<Relationship Id='rId1' Type='t/worksheet' Target='a/./one.xml'/>"
      "<Relationship Id='rId9' Type='t/x' Target='http://x' TargetMode='External'/>"
      "</Relationships>";
  const std::string bytes = zip_bytes(parts);
  Diagnostics diagnostics(Language::en);
  const auto workbook = Workbook::open("b.xlsx", bytes, diagnostics);
  REQUIRE(workbook);
  CHECK(workbook->counts_from_1904());
  REQUIRE(workbook->sheets().size() == 3);
  CHECK(workbook->sheets()[0].part == "xl/a/one.xml");
  CHECK(workbook->sheets()[1].part == "two.xml");
  CHECK(workbook->sheets()[2].part == "");
  CHECK(workbook->find_sheet("", diagnostics)->title == "Trường");
  CHECK(workbook->find_sheet("ẩn", diagnostics)->title == "Ẩn");
  CHECK(workbook->find_sheet("CHI\xCC\x89 BA\xCC\x81O", diagnostics)->title == "Chỉ báo");
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(workbook->find_sheet("Trang 1", diagnostics) == nullptr);
  CHECK(
      format_diagnostics(diagnostics, false) ==
      "b.xlsx: error: there is no sheet \"Trang 1\"; there are: \"Ẩn\", \"Trường\", \"Chỉ báo\"\n");
  const Message* fault = nullptr;
  CHECK_FALSE(workbook->read_part("", {}, fault));
  CHECK(fault != nullptr);
}

TEST_CASE("a form is known by its name") {
  ZipParts parts = workbook_parts("</sheetData>");
  const auto sheets_of = [&parts](const std::string& names) {
    parts[1].second =
        "<workbook xmlns:r='r'><sheets><sheet name='T' r:id='rId1'/></sheets>"
        "<definedNames>" +
        names + "</definedNames></workbook>";
    Diagnostics diagnostics(Language::en);
    return Workbook::open("b.xlsx", zip_bytes(parts), diagnostics)->form_sheets();
  };
  using Titles = std::vector<std::string>;
  CHECK(sheets_of("").empty());
  CHECK(sheets_of("<definedName name='other'>\"A|B\"</definedName>").empty());
  CHECK(sheets_of("<definedName name='kdcl_form' hidden='1'>\"Trường|Chỉ báo\"</definedName>"
                  "<definedName name='x'>\"C\"</definedName>") == Titles{"Trường", "Chỉ báo"});
  CHECK(sheets_of("<definedName name='kdcl_form'>=\"A\"</definedName>") == Titles{"A"});
  CHECK(sheets_of("<definedName name='kdcl_form'>#REF!</definedName>").empty());
  CHECK(sheets_of("<definedName name='kdcl_form'>\"</definedName>").empty());
}

}  // namespace
}  // namespace kdcl
