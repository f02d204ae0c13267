#include "read/xlsx/zip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

#include "read/xlsx/messages.h"

namespace kdcl {
namespace {

using namespace message;

constexpr size_t kEndSize = 22, kEnd64LocatorSize = 20, kEnd64Size = 56;
constexpr size_t kEntrySize = 46, kLocalSize = 30;
constexpr size_t kLongestComment = 65535;
constexpr uint64_t kMostEntries = 10000;
constexpr uint16_t kStored = 0, kDeflated = 8;
constexpr uint32_t kIn64 = 0xFFFFFFFF;

/// A little-endian number of `size` bytes; 0 where the bytes end before it.
uint64_t number_at(std::string_view bytes, size_t at, size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) return 0;
  uint64_t value = 0;
  for (size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool has_mark(std::string_view bytes, uint64_t at, std::string_view mark) {
  return at <= bytes.size() && bytes.substr(at).starts_with(mark);
}

/// Names of entries are compared so. Some programs on Windows write them with backslashes.
std::string small(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\\') c = '/';
  }
  return out;
}

/// Where the list of entries begins, and how many there are.
struct Directory {
  uint64_t offset = 0;
  uint64_t entries = 0;
};

std::optional<Directory> find_directory(std::string_view bytes) {
  if (bytes.size() < kEndSize) return {};
  const size_t last = bytes.size() - kEndSize;
  const size_t first = last - std::min(last, kLongestComment);
  const size_t end = bytes.rfind("PK\x05\x06", last);
  if (end == std::string_view::npos || end < first) return {};
  const Directory here{number_at(bytes, end + 16, 4), number_at(bytes, end + 10, 2)};
  const bool has_64 = end >= kEnd64LocatorSize &&
                      has_mark(bytes, end - kEnd64LocatorSize, std::string_view("PK\x06\x07"));
  if (!has_64) return here;
  const uint64_t end64 = number_at(bytes, end - kEnd64LocatorSize + 8, 8);
  if (!has_mark(bytes, end64, std::string_view("PK\x06\x06")) || bytes.size() - end64 < kEnd64Size)
    return {};
  return Directory{number_at(bytes, end64 + 48, 8), number_at(bytes, end64 + 32, 8)};
}

/// Sizes that did not fit stand in an extra field, in this order.
void read_extra(std::string_view extra, ZipEntry& entry) {
  while (extra.size() >= 4) {
    const uint64_t id = number_at(extra, 0, 2);
    const uint64_t size = std::min<uint64_t>(number_at(extra, 2, 2), extra.size() - 4);
    const std::string_view field = extra.substr(4, size);
    extra.remove_prefix(4 + size);
    if (id != 1) continue;
    size_t at = 0;
    for (uint64_t* value : {&entry.unpacked, &entry.packed, &entry.offset}) {
      if (*value != kIn64) continue;
      *value = number_at(field, at, 8);
      at += 8;
    }
  }
}

}  // namespace

std::optional<ZipArchive> ZipArchive::open(std::string_view bytes, const Message*& fault) {
  fault = &kNotAnArchive;
  const std::optional<Directory> directory = find_directory(bytes);
  if (!directory || directory->entries > kMostEntries) return {};
  ZipArchive archive;
  archive.bytes_ = bytes;
  archive.room_left =
      std::min(kMostUnpacked, std::max<uint64_t>(kAlwaysUnpacked, kMostRatio * bytes.size()));
  uint64_t at = directory->offset;
  for (uint64_t i = 0; i < directory->entries; ++i) {
    if (!has_mark(bytes, at, std::string_view("PK\x01\x02")) || bytes.size() - at < kEntrySize)
      return {};
    const std::string_view entry = bytes.substr(at);
    const uint64_t name = number_at(entry, 28, 2);
    const uint64_t extra = number_at(entry, 30, 2);
    const uint64_t size = kEntrySize + name + extra + number_at(entry, 32, 2);
    if (entry.size() < size) return {};
    ZipEntry found{.offset = number_at(entry, 42, 4),
                   .packed = number_at(entry, 20, 4),
                   .unpacked = number_at(entry, 24, 4),
                   .checksum = static_cast<uint32_t>(number_at(entry, 16, 4)),
                   .method = static_cast<uint16_t>(number_at(entry, 10, 2)),
                   .is_encrypted = (number_at(entry, 8, 2) & 1) != 0};
    read_extra(entry.substr(kEntrySize + name, extra), found);
    archive.entries_.emplace(small(entry.substr(kEntrySize, name)), found);
    at += size;
  }
  fault = nullptr;
  return archive;
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const auto found = entries_.find(small(name));
  return found == entries_.end() ? nullptr : &found->second;
}

struct ZipStream::Inflater {
  z_stream stream{};
  bool is_open = false;

  ~Inflater() {
    if (is_open) inflateEnd(&stream);
  }
};

ZipStream::ZipStream(ZipArchive& archive, const ZipEntry& entry)
    : archive_(&archive), entry_(entry), inflater_(std::make_unique<Inflater>()) {
  if (entry.is_encrypted) {
    fault_ = &kEncryptedWorkbook;
  } else if (!find_data() || (entry.method != kStored && entry.method != kDeflated)) {
    fault_ = &kNotAnArchive;
  } else if (entry.method == kDeflated) {
    const int result = inflateInit2(&inflater_->stream, -MAX_WBITS);
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    inflater_->is_open = result == Z_OK;
    if (!inflater_->is_open) fault_ = &kNotAnArchive;
  }
}

ZipStream::ZipStream(ZipStream&&) noexcept = default;
ZipStream::~ZipStream() = default;

/// Points the stream to the packed bytes. Name and extra field stand before them once more, and
/// may be of other lengths than in the directory.
bool ZipStream::find_data() {
  const std::string_view bytes = archive_->bytes();
  if (!has_mark(bytes, entry_.offset, std::string_view("PK\x03\x04"))) return false;
  const std::string_view local = bytes.substr(entry_.offset);
  if (local.size() < kLocalSize) return false;
  const uint64_t begin = kLocalSize + number_at(local, 26, 2) + number_at(local, 28, 2);
  if (begin > local.size() || local.size() - begin < entry_.packed) return false;
  inflater_->stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(local.data() + begin));  // zlib only reads them
  return true;
}

size_t ZipStream::fail(const Message& fault) {
  fault_ = &fault;
  return 0;
}

size_t ZipStream::read(char* buffer, size_t size) {
  if (fault_ || at_end_ || size == 0) return 0;
  z_stream& stream = inflater_->stream;
  size = std::min<size_t>(size, 1u << 30);
  size_t got = 0;
  if (entry_.method == kStored) {
    got = std::min<uint64_t>(size, entry_.packed);
    std::memcpy(buffer, stream.next_in, got);
    stream.next_in += got;
    entry_.packed -= got;
    at_end_ = entry_.packed == 0;
  } else {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = static_cast<uInt>(size);
    while (stream.avail_out > 0 && !at_end_) {
      const auto piece = static_cast<uInt>(std::min<uint64_t>(entry_.packed, 1u << 30));
      stream.avail_in = piece;
      const int result = inflate(&stream, Z_NO_FLUSH);
      entry_.packed -= piece - stream.avail_in;
      at_end_ = result == Z_STREAM_END;
      if (result == Z_MEM_ERROR) throw std::bad_alloc();
      if (result != Z_OK && !at_end_) return fail(kNotAnArchive);
    }
    got = size - stream.avail_out;
  }
  if (got > archive_->room_left) return fail(kUnpacksTooMuch);
  archive_->room_left -= got;
  taken_ += got;
  checksum_ =
      static_cast<uint32_t>(crc32_z(checksum_, reinterpret_cast<const Bytef*>(buffer), got));
  if (at_end_ && (checksum_ != entry_.checksum || taken_ != entry_.unpacked))
    return fail(kBadChecksum);
  return got;
}

}  // namespace kdcl
