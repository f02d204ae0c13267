#include <doctest/doctest.h>

#include "read/xlsx/messages.h"
#include "read/xlsx/zip.h"
#include "support/workbook_bytes.h"

namespace kdcl {
namespace {

using namespace message;

/// The content of an entry, or null and the fault.
std::optional<std::string> content_of(std::string_view bytes, std::string_view name,
                                      const Message*& fault, size_t piece = 3) {
  std::optional<ZipArchive> archive = ZipArchive::open(bytes, fault);
  if (!archive) return {};
  const ZipEntry* entry = archive->find(name);
  if (!entry) return {};
  ZipStream stream(*archive, *entry);
  std::string content;
  std::string buffer(piece, '\0');
  while (const size_t got = stream.read(buffer.data(), buffer.size()))
    content.append(buffer, 0, got);
  fault = stream.fault();
  if (fault) return {};
  return content;
}

// Made by Python's zipfile: "a.txt" deflated, 100 times "xin chào ".
constexpr unsigned char kDeflated[] = {
    0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x50, 0x51,
    0x26, 0xCC, 0xFC, 0x15, 0x00, 0x00, 0x00, 0xE8, 0x03, 0x00, 0x00, 0x05, 0x00, 0x00, 0x00,
    0x61, 0x2E, 0x74, 0x78, 0x74, 0xAB, 0xC8, 0xCC, 0x53, 0x48, 0xCE, 0x38, 0xBC, 0x20, 0x5F,
    0xA1, 0x62, 0x94, 0x35, 0xCA, 0x1A, 0x65, 0x0D, 0x53, 0x16, 0x00, 0x50, 0x4B, 0x01, 0x02,
    0x14, 0x03, 0x14, 0x00, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x50, 0x51, 0x26, 0xCC,
    0xFC, 0x15, 0x00, 0x00, 0x00, 0xE8, 0x03, 0x00, 0x00, 0x05, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0x01, 0x00, 0x00, 0x00, 0x00, 0x61, 0x2E, 0x74,
    0x78, 0x74, 0x50, 0x4B, 0x05, 0x06, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x33,
    0x00, 0x00, 0x00, 0x38, 0x00, 0x00, 0x00, 0x00, 0x00};

TEST_CASE("entries are found by name and read in pieces of any size") {
  const std::string bytes = zip_bytes({{"a.txt", "hello"}, {"B/c.TXT", ""}, {"d", "1234567890"}});
  const Message* fault = nullptr;
  CHECK(content_of(bytes, "a.txt", fault) == "hello");
  CHECK(content_of(bytes, "b/C.txt", fault) == "");
  for (const size_t piece : {size_t{1}, size_t{9}, size_t{10}, size_t{11}})
    CHECK(content_of(bytes, "d", fault, piece) == "1234567890");
  CHECK_FALSE(content_of(bytes, "e", fault));
}

TEST_CASE("some programs on Windows write names with backslashes") {
  const Message* fault = nullptr;
  CHECK(content_of(zip_bytes({{"xl\\workbook.xml", "hello"}}), "xl/workbook.xml", fault) ==
        "hello");
}

TEST_CASE("a comment may follow the directory") {
  std::string bytes = zip_bytes({{"a", "b"}});
  bytes[bytes.size() - 2] = 4;
  bytes += "note";
  const Message* fault = nullptr;
  CHECK(content_of(bytes, "a", fault) == "b");
}

TEST_CASE("an archive cut anywhere is a fault, never a wrong content") {
  const std::string bytes = zip_bytes({{"a.txt", "hello"}});
  for (size_t size = 0; size < bytes.size(); ++size) {
    const Message* fault = nullptr;
    CHECK_FALSE(content_of(std::string_view(bytes).substr(0, size), "a.txt", fault));
    CHECK(fault == &kNotAnArchive);
  }
}

TEST_CASE("every changed byte of a content is found by its checksum") {
  const std::string whole = zip_bytes({{"a.txt", "hello"}});
  const size_t at = whole.find("hello");
  for (size_t i = 0; i < 5; ++i) {
    std::string bytes = whole;
    bytes[at + i] ^= 0x20;
    const Message* fault = nullptr;
    CHECK_FALSE(content_of(bytes, "a.txt", fault));
    CHECK(fault == &kBadChecksum);
  }
}

TEST_CASE("a deflated entry") {
  const std::string bytes(reinterpret_cast<const char*>(kDeflated), sizeof kDeflated);
  std::string expected;
  for (int i = 0; i < 100; ++i) expected += "xin chào ";
  const Message* fault = nullptr;
  CHECK(content_of(bytes, "a.txt", fault) == expected);
  CHECK(content_of(bytes, "a.txt", fault, 4096) == expected);
}

TEST_CASE("an entry that unpacks to more than the archive may is stopped") {
  const std::string bytes(reinterpret_cast<const char*>(kDeflated), sizeof kDeflated);
  const Message* fault = nullptr;
  std::optional<ZipArchive> archive = ZipArchive::open(bytes, fault);
  REQUIRE(archive);
  CHECK(archive->room_left == kAlwaysUnpacked);
  std::string buffer(2000, '\0');
  archive->room_left = 1000;  // as many bytes as it has
  ZipStream fits(*archive, *archive->find("a.txt"));
  CHECK(fits.read(buffer.data(), buffer.size()) == 1000);
  CHECK(archive->room_left == 0);
  archive->room_left = 999;
  ZipStream bursts(*archive, *archive->find("a.txt"));
  CHECK(bursts.read(buffer.data(), buffer.size()) == 0);
  CHECK(bursts.fault() == &kUnpacksTooMuch);
}

TEST_CASE("encrypted entries and other methods are refused") {
  const std::string whole = zip_bytes({{"a", "b"}});
  const size_t entry = whole.find("PK\x01\x02");
  std::string bytes = whole;
  bytes[entry + 8] = 1;
  const Message* fault = nullptr;
  CHECK_FALSE(content_of(bytes, "a", fault));
  CHECK(fault == &kEncryptedWorkbook);
  bytes = whole;
  bytes[entry + 10] = 12;  // bzip2
  CHECK_FALSE(content_of(bytes, "a", fault));
  CHECK(fault == &kNotAnArchive);
}

TEST_CASE("sizes that do not fit stand in the extra field and the longer end record") {
  // Entry "a" with content "b": sizes and offset only in the extra field, as for files over 4 GiB.
  std::string bytes = zip_bytes({{"a", "b"}});
  const size_t begin = bytes.find("PK\x01\x02");
  std::string entry = bytes.substr(begin, 47);
  const std::string tail = bytes.substr(begin + 47);
  for (const size_t at : {20, 24, 42}) entry.replace(at, 4, 4, '\xFF');
  entry[30] = 28;
  const std::string one("\x01\0\0\0\0\0\0\0", 8), none(8, '\0');
  entry += std::string("\x01\0\x18\0", 4) + one + one + none;
  bytes.resize(begin);
  const auto number = [](uint64_t value) {
    std::string out;
    for (int i = 0; i < 8; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
  };
  const size_t end64 = begin + entry.size();
  bytes += entry;
  bytes += "PK\x06\x06" + number(44) + std::string(12, '\0') + number(1) + number(1) +
           number(entry.size()) + number(begin);
  bytes += std::string("PK\x06\x07\0\0\0\0", 8) + number(end64) + std::string("\x01\0\0\0", 4);
  std::string end = tail;
  end.replace(8, 12, 12, '\xFF');
  bytes += end;
  const Message* fault = nullptr;
  CHECK(content_of(bytes, "a", fault) == "b");
}

}  // namespace
}  // namespace kdcl
