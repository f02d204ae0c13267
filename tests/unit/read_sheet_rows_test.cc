#include <doctest/doctest.h>

#include "read/schools/messages.h"
#include "read/xlsx/messages.h"
#include "read/xlsx/sheet_rows.h"
#include "support/workbook_bytes.h"

namespace kdcl {
namespace {

using namespace message;

/// Every cell as "B3=text", then the faults as "B3!", a line each; the fault that ended it.
struct Seen {
  std::string text;
  const Message* fault = nullptr;
};

Seen rows_of(const std::string& bytes, size_t size = 1 << 20) {
  Diagnostics diagnostics(Language::en);
  const auto workbook = Workbook::open("b.xlsx", bytes, diagnostics);
  REQUIRE_MESSAGE(workbook, format_diagnostics(diagnostics, false));
  SheetReader reader(*workbook, workbook->sheets().front());
  Seen seen;
  SheetBlock block;
  const auto place = [](uint32_t column, uint32_t row) {
    return std::string(1, static_cast<char>('A' + column)) + std::to_string(row);
  };
  while (reader.next(block, size)) {
    for (size_t row = 0; row < block.rows.size(); ++row)
      for (size_t i = block.rows[row].first; i < block.cells_end(row); ++i)
        seen.text += place(block.cells[i].column, block.rows[row].number) + "=" +
                     std::string(block.text_of(block.cells[i])) + "\n";
    for (const SheetFault& fault : block.faults)
      seen.text += place(fault.column, fault.row) + "!" + fault.text + "\n";
  }
  seen.fault = reader.fault();
  return seen;
}

std::string text_of(std::string_view rows, std::string_view shared = {},
                    std::string_view styles = {}) {
  const Seen seen = rows_of(workbook_bytes(std::string(rows) + "</sheetData>", shared, styles));
  CHECK(seen.fault == nullptr);
  return seen.text;
}

TEST_CASE("every type of cell") {
  const char* shared =
      "<si><t>một</t></si><si><r><t>hai </t></r><r><t>ba</t></r>"
      "<rPh sb='0' eb='1'><t>không đọc</t></rPh></si><si/>";
  const char* styles =
      "<numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs>";
  const char* rows =
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
      "<c r='C1' t='s'><v>2</v></c><c r='D1' "
      "t='inlineStr'><is><t>bốn</t><rPh><t>x</t></rPh></is></c>"
      "<c r='E1' t='inlineStr'><is><r><t>n</t></r><r><t>ăm</t></r></is></c></row>"
      "<row r='3'><c r='B3'><v>45291</v></c><c r='C3' s='1'><v>45291</v></c>"
      "<c r='D3' s='2'><v>45291</v></c><c r='E3' s='9'><v>45291</v></c></row>"
      "<row r='4'><c r='A4' t='b'><v>1</v></c><c r='B4' t='b'><v>0</v></c>"
      "<c r='C4' t='str'><f>A1</f><v>tám</v></c><c r='D4' t='n'><f>1+1</f><v>2</v></c>"
      "<c r='E4' t='d'><v>2023-12-31T00:00:00</v></c><c r='F4' t='str'><f>B1</f><v></v></c>"
      "<c r='G4' s='1'/></row>";
  CHECK(text_of(rows, shared, styles) ==
        "A1=một\nB1=hai ba\nD1=bốn\nE1=năm\n"
        "B3=45291\nC3=2023-12-31\nD3=2023-12-31\nE3=45291\n"
        "A4=true\nB4=false\nC4=tám\nD4=2\nE4=2023-12-31\n");
}

TEST_CASE("cells without a value that should have one") {
  CHECK(text_of("<row><c t='e'><v>#N/A</v></c><c><f>A1</f></c><c><f>A1</f><v/></c>"
                "<c t='s'><v>0</v></c><c t='s'><v>x</v></c><c><v>5</v></c></row>") ==
        "F1=5\nA1!#N/A\nB1!\nC1!\nD1!\nE1!\n");
}

TEST_CASE("rows and cells without a place follow each other") {
  CHECK(text_of("<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c><v>3</v></c>"
                "<c r='D5'><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>") ==
        "A1=1\nB1=2\nA5=3\nD5=4\nE5=5\nA6=6\n");
}

TEST_CASE("a prefix of elements is of no meaning") {
  CHECK(text_of("<x:row xmlns:x='y'><x:c r='B1'><x:v>1</x:v></x:c></x:row>") == "B1=1\n");
}

TEST_CASE("blocks hold whole rows, whatever their size") {
  std::string rows, expected;
  for (int row = 1; row <= 5000; ++row) {
    rows += "<row>";
    for (int column = 0; column < 9; ++column) {
      const std::string value = std::to_string(row * 10 + column);
      rows += "<c><v>" + value + "</v></c>";
      expected += std::string(1, static_cast<char>('A' + column)) + std::to_string(row) + "=" +
                  value + "\n";
    }
    rows += "</row>";
  }
  const std::string bytes = workbook_bytes(rows + "</sheetData>");
  for (const size_t size : {size_t{1}, size_t{1000}, size_t{1} << 20})
    CHECK(rows_of(bytes, size).text == expected);
}

TEST_CASE("places out of order and out of a sheet are damage") {
  for (const char* rows :
       {"<row r='2'/><row r='2'/>", "<row r='0'/>", "<row r='1048577'/>", "<row r='x'/>",
        "<row><c r='B1'/><c r='A1'/></row>", "<row><c r='A2'/></row>", "<row><c r='XFE1'/></row>",
        "<row><c r='1'/></row>", "<row><c r='A'/></row>", "<c><v>1</v></c>"}) {
    CAPTURE(rows);
    CHECK(rows_of(workbook_bytes(std::string(rows) + "</sheetData>")).fault == &kCellsOutOfOrder);
  }
  CHECK(rows_of(workbook_bytes("<row r='1048576'><c r='XFD1048576'/></row></sheetData>")).fault ==
        nullptr);
}

TEST_CASE("broken XML and a DOCTYPE") {
  CHECK(rows_of(workbook_bytes("<row></sheetData>")).fault == &kBrokenXml);
  ZipParts parts = workbook_parts("</sheetData>");
  std::string& sheet = parts[3].second;
  sheet = "<!DOCTYPE x [<!ENTITY a 'b'>]>" + sheet;
  CHECK(rows_of(zip_bytes(parts)).fault == &kDoctype);
  // A hundred nested entities would be a gigabyte; they are refused before they are read.
}

TEST_CASE("booleans are those of XML") {
  CHECK(text_of("<row><c t='b'><v>true</v></c><c t='b'><v>false</v></c><c t='b'><v>1</v></c>"
                "<c t='b'><v>0</v></c><c t='b'><v>FALSE</v></c><c t='b'><v>2</v></c></row>") ==
        "A1=true\nB1=false\nC1=true\nD1=false\nE1!FALSE\nF1!2\n");
}

TEST_CASE("0 and nothing are no results where the workbook asks to be calculated") {
  const char* rows =
      "<row><c><f>1+1</f><v>0</v></c><c><f>1+1</f><v>0.0</v></c><c><f>1+1</f><v>2</v></c>"
      "<c t='str'><f>B1</f><v></v></c><c t='str'><f>B1</f><v>x</v></c><c><v>0</v></c>"
      "<c t='b'><f>A1=1</f><v>0</v></c></row>";
  CHECK(text_of(rows) == "A1=0\nB1=0\nC1=2\nE1=x\nF1=0\nG1=false\n");
  ZipParts parts = workbook_parts(std::string(rows) + "</sheetData>");
  std::string& book = parts[1].second;
  book.insert(book.find("</workbook>"), "<calcPr calcId='1' fullCalcOnLoad='1'/>");
  CHECK(rows_of(zip_bytes(parts)).text == "C1=2\nE1=x\nF1=0\nG1=false\nA1!\nB1!\nD1!\n");
}

TEST_CASE("numbers without what programs add to them") {
  CHECK(text_of("<row><c><v>1001701.0</v></c><c><v>2.50</v></c><c><v>100</v></c>"
                "<c t='str'><v>2.0</v></c></row>") == "A1=1001701\nB1=2.5\nC1=100\nD1=2.0\n");
}

TEST_CASE("markup nested without end is refused at once") {
  const auto nested = [](size_t depth) {
    std::string open, close;
    for (size_t i = 0; i < depth; ++i) {
      open += "<r>";
      close += "</r>";
    }
    return rows_of(workbook_bytes("<row><c t='inlineStr'><is>" + open + "<t>x</t>" + close +
                                  "</is></c></row></sheetData>"))
        .fault;
  };
  // Under worksheet, sheetData, row, c and is; t is one more.
  CHECK(nested(kDeepestXml - 6) == nullptr);
  CHECK(nested(kDeepestXml - 5) == &kXmlTooDeep);
  CHECK(nested(1000000) == &kXmlTooDeep);
}

TEST_CASE("attributes, names and tags are bounded") {
  const auto fault_of = [](const std::string& rows) {
    return rows_of(workbook_bytes(rows + "</sheetData>")).fault;
  };
  const auto with_attributes = [&](int count) {
    std::string row = "<row";
    for (int i = 0; i < count; ++i) row += " a" + std::to_string(i) + "=''";
    return fault_of(row + "/>");
  };
  CHECK(with_attributes(kMostAttributes) == nullptr);
  CHECK(with_attributes(kMostAttributes + 1) == &kTooMuchMarkup);
  CHECK(fault_of("<row a='" + std::string(kMostParserMemory, 'a') + "'/>") == &kTooMuchMarkup);
  std::string names;
  for (int i = 0; i < 400000; ++i) names += "<name" + std::to_string(i) + "/>";
  CHECK(fault_of("<row>" + names + "</row>") == &kTooMuchMarkup);
}

TEST_CASE("a cell may be a mebibyte long") {
  const std::string limit(1u << 20, 'a');
  const auto row = [](const std::string& text) {
    return workbook_bytes("<row><c t='inlineStr'><is><t>" + text +
                          "</t></is></c></row></sheetData>");
  };
  CHECK(rows_of(row(limit)).text == "A1=" + limit + "\n");
  CHECK(rows_of(row(limit + "a")).text == "A1!\n");
}

TEST_CASE("cells that point to a long text again and again are stopped") {
  std::string rows;
  for (int row = 0; row < 3000; ++row) rows += "<row><c t='s'><v>0</v></c></row>";
  const std::string shared = "<si><t>" + std::string(1u << 20, 'a') + "</t></si>";
  const Message* fault = rows_of(workbook_bytes(rows + "</sheetData>", shared)).fault;
  CHECK((fault == &kUnpacksTooMuch || fault == &kRowTooLong));
}

}  // namespace
}  // namespace kdcl
