#include "write/zip_edit.h"

#include <zlib.h>

#include <new>
#include <string_view>

namespace kdcl {
namespace {

constexpr size_t kEndSize = 22, kEntrySize = 46, kLocalSize = 30;

/// Where checksum, packed and unpacked size stand in the two headers of a member.
constexpr size_t kEntrySums = 16, kLocalSums = 14;

uint32_t number_at(std::string_view bytes, size_t at, size_t size) {
  uint32_t value = 0;
  for (size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

void put_number(std::string& bytes, size_t at, size_t value) {
  for (size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> 8 * i & 0xFF);
}

/// zlib only reads its input.
Bytef* input_of(std::string_view bytes) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

bool inflate_all(std::string_view packed, std::string& text) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  stream.next_in = input_of(packed);
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  const int result = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  return result == Z_STREAM_END && stream.avail_out == 0;
}

bool deflate_all(std::string_view text, std::string& packed) {
  z_stream stream{};
  constexpr int kUsualMemory = 8;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, kUsualMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  packed.resize(deflateBound(&stream, static_cast<uLong>(text.size())));
  stream.next_in = input_of(text);
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int result = deflate(&stream, Z_FINISH);
  deflateEnd(&stream);
  packed.resize(packed.size() - stream.avail_out);
  return result == Z_STREAM_END;
}

void put_sums(std::string& header, size_t at, std::string_view packed, std::string_view text) {
  put_number(header, at, crc32(0, input_of(text), static_cast<uInt>(text.size())));
  put_number(header, at + 4, packed.size());
  put_number(header, at + 8, text.size());
}

/// A member with its two headers.
struct Member {
  std::string entry;  ///< in the directory
  std::string local;
  std::string packed;

  Member(std::string_view archive, size_t at) {
    const size_t size = kEntrySize + number_at(archive, at + 28, 2) +
                        number_at(archive, at + 30, 2) + number_at(archive, at + 32, 2);
    entry = archive.substr(at, size);
    const std::string_view from = archive.substr(number_at(entry, 42, 4));
    local = from.substr(0, kLocalSize + number_at(from, 26, 2) + number_at(from, 28, 2));
    packed = from.substr(local.size(), number_at(entry, kEntrySums + 4, 4));
  }
  [[nodiscard]] std::string_view name() const {
    return std::string_view(entry).substr(kEntrySize, number_at(entry, 28, 2));
  }
  [[nodiscard]] bool change(const std::function<void(std::string&)>& edit) {
    std::string text(number_at(entry, kEntrySums + 8, 4), '\0');
    if (!inflate_all(packed, text)) return false;
    edit(text);
    if (!deflate_all(text, packed)) return false;
    put_sums(entry, kEntrySums, packed, text);
    put_sums(local, kLocalSums, packed, text);
    return true;
  }
};

}  // namespace

bool edit_zip(std::string& archive, std::string_view prefix,
              const std::function<void(std::string&)>& edit) {
  std::string end = archive.substr(archive.size() - kEndSize);
  const size_t members = number_at(end, 10, 2);
  size_t at = number_at(end, 16, 4);
  std::string edited, directory;
  for (size_t i = 0; i < members; ++i) {
    Member member(archive, at);
    at += member.entry.size();
    if (member.name().starts_with(prefix) && !member.change(edit)) return false;
    put_number(member.entry, 42, edited.size());
    edited += member.local + member.packed;
    directory += member.entry;
  }
  put_number(end, 16, edited.size());
  archive = edited + directory + end;
  return true;
}

}  // namespace kdcl
