#include "support/workbook_bytes.h"

#include <cstdint>

namespace kdcl {
namespace {

/// Bit by bit: not the way of the library under test.
uint32_t checksum_of(std::string_view text) {
  uint32_t sum = 0xFFFFFFFF;
  for (const char c : text) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return ~sum;
}

void add(std::string& out, uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// What a part's local header and its line in the directory have in common.
void add_common(std::string& out, const std::string& name, const std::string& content) {
  add(out, 20, 2);  // version
  add(out, 0, 2);   // flags
  add(out, 0, 2);   // stored
  add(out, 0, 4);   // time and day
  add(out, checksum_of(content), 4);
  add(out, content.size(), 4);
  add(out, content.size(), 4);
  add(out, name.size(), 2);
  add(out, 0, 2);  // no extra field
}

}  // namespace

std::string zip_bytes(const ZipParts& parts) {
  std::string out, directory;
  for (const auto& [name, content] : parts) {
    directory += "PK\x01\x02";
    add(directory, 20, 2);
    add_common(directory, name, content);
    directory.append(10, '\0');  // comment, disk, attributes
    add(directory, out.size(), 4);
    directory += name;
    out += "PK\x03\x04";
    add_common(out, name, content);
    out += name + content;
  }
  const size_t begin = out.size();
  out += directory + "PK\x05\x06";
  add(out, 0, 4);
  add(out, parts.size(), 2);
  add(out, parts.size(), 2);
  add(out, directory.size(), 4);
  add(out, begin, 4);
  add(out, 0, 2);
  return out;
}

ZipParts workbook_parts(std::string_view rows, std::string_view shared, std::string_view styles) {
  const std::string kRelations =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string kMain = " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
  const auto relation = [&](const std::string& id, const std::string& type,
                            const std::string& target) {
    return "<Relationship Id='" + id + "' Type='" + kRelations + "/" + type + "' Target='" +
           target + "'/>";
  };
  std::string links = relation("rId1", "worksheet", "worksheets/sheet1.xml");
  if (!shared.empty()) links += relation("rId2", "sharedStrings", "/xl/sharedStrings.xml");
  if (!styles.empty()) links += relation("rId3", "styles", "styles.xml");
  ZipParts parts = {
      {"_rels/.rels", "<Relationships>" + relation("rId1", "officeDocument", "xl/workbook.xml") +
                          "</Relationships>"},
      {"xl/workbook.xml", "<workbook" + kMain + " xmlns:r='" + kRelations +
                              "'><sheets><sheet name='Trường' sheetId='1' r:id='rId1'/></sheets>"
                              "</workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet" + kMain + "><sheetData>" + std::string(rows) + "</worksheet>"}};
  if (!shared.empty())
    parts.emplace_back("xl/sharedStrings.xml",
                       "<sst" + kMain + ">" + std::string(shared) + "</sst>");
  if (!styles.empty())
    parts.emplace_back("xl/styles.xml",
                       "<styleSheet" + kMain + ">" + std::string(styles) + "</styleSheet>");
  return parts;
}

}  // namespace kdcl
