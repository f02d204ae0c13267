// Zip archives, as far as workbooks need them: the directory, and entries inflated piece by piece.
// What an archive says of itself is not believed: sizes and checksums are taken while inflating.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/language.h"

namespace kdcl {

/// Limits on what an archive may unpack to (design: "Faults"). The ratio is to the size of the
/// archive; what unpacks to less than kAlwaysUnpacked is never too much.
inline constexpr uint64_t kMostUnpacked = uint64_t{2} << 30;
inline constexpr uint64_t kMostRatio = 200;
inline constexpr uint64_t kAlwaysUnpacked = 4u << 20;

struct ZipEntry {
  uint64_t offset = 0;  ///< of its local header
  uint64_t packed = 0;
  uint64_t unpacked = 0;
  uint32_t checksum = 0;
  uint16_t method = 0;
  bool is_encrypted = false;
};

/// The directory of an archive whose bytes stay where they are.
class ZipArchive {
 public:
  /// Nothing, and the reason in `fault`, if the bytes are no archive or its directory is damaged.
  [[nodiscard]] static std::optional<ZipArchive> open(std::string_view bytes,
                                                      const Message*& fault);

  /// The entry of that name; case counts not, as in Office. Null if there is none.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

  /// How much more may be unpacked; shared by all streams of the archive.
  uint64_t room_left = 0;

 private:
  std::string_view bytes_;
  std::unordered_map<std::string, ZipEntry> entries_;  ///< by name in small letters
};

/// One entry, inflated from its beginning to its end.
class ZipStream {
 public:
  ZipStream(ZipArchive& archive, const ZipEntry& entry);
  ZipStream(ZipStream&&) noexcept;
  ~ZipStream();

  /// The next bytes; 0 at the end and on a fault. The checksum is compared at the end.
  [[nodiscard]] size_t read(char* buffer, size_t size);
  /// Why reading stopped; null if nothing is wrong.
  [[nodiscard]] const Message* fault() const { return fault_; }

 private:
  struct Inflater;

  bool find_data();
  size_t fail(const Message& fault);

  ZipArchive* archive_;
  ZipEntry entry_;
  std::unique_ptr<Inflater> inflater_;
  uint64_t taken_ = 0;
  uint32_t checksum_ = 0;
  const Message* fault_ = nullptr;
  bool at_end_ = false;
};

}  // namespace kdcl
