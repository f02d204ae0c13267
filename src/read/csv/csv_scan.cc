#include "read/csv/csv_scan.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/scan_path.h"
#include "read/csv/csv_scan_loop.h"

namespace kdcl {

#if defined(__x86_64__)
// read/csv/csv_scan_avx2.cc
CsvScan scan_csv_avx2(const char* text, size_t size, char separator, uint32_t* ends);
size_t count_bytes_avx2(const char* text, size_t size, char wanted);
// read/csv/csv_scan_avx512.cc
CsvScan scan_csv_avx512(const char* text, size_t size, char separator, uint32_t* ends);
size_t count_bytes_avx512(const char* text, size_t size, char wanted);
#endif

namespace {

/// Bit i is set if byte i of eight is zero, by arithmetic on the whole word.
inline uint64_t zero_bytes(uint64_t word) {
  constexpr uint64_t kLow = 0x7F7F7F7F7F7F7F7F;
  const uint64_t high_bits = ~(((word & kLow) + kLow) | word | kLow);
  return (high_bits >> 7) * 0x0102040810204080 >> 56;
}

struct PortableMachine {
  uint64_t separator, line_feed, quote, carriage_return;

  explicit PortableMachine(char separator_byte)
      : separator(spread(separator_byte)),
        line_feed(spread('\n')),
        quote(spread('"')),
        carriage_return(spread('\r')) {}

  static uint64_t spread(char byte) {
    return 0x0101010101010101 * static_cast<unsigned char>(byte);
  }

  static uint32_t* append(uint64_t bits, uint32_t base, uint32_t* out) {
    return append_positions(bits, base, out);
  }
  static bool is_plain() { return false; }

  ByteMasks load(const char* text, size_t) const {
    ByteMasks masks;
    for (unsigned i = 0; i < 64; i += 8) {
      uint64_t word = 0;
      std::memcpy(&word, text + i, 8);
      if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
      masks.separators |= zero_bytes(word ^ separator) << i;
      masks.line_feeds |= zero_bytes(word ^ line_feed) << i;
      masks.quotes |= zero_bytes(word ^ quote) << i;
      masks.returns |= zero_bytes(word ^ carriage_return) << i;
    }
    return masks;
  }
};

}  // namespace

CsvScan scan_csv_portable(const char* text, size_t size, char separator, uint32_t* ends) {
  return scan_with(text, size, ends, PortableMachine(separator));
}

CsvScan scan_csv(const char* text, size_t size, char separator, uint32_t* ends) {
#if defined(__x86_64__)
  if (scan_path() == ScanPath::avx512) return scan_csv_avx512(text, size, separator, ends);
  if (scan_path() == ScanPath::avx2) return scan_csv_avx2(text, size, separator, ends);
#endif
  return scan_csv_portable(text, size, separator, ends);
}

size_t count_bytes(const char* text, size_t size, char wanted) {
#if defined(__x86_64__)
  if (scan_path() == ScanPath::avx512) return count_bytes_avx512(text, size, wanted);
  if (scan_path() == ScanPath::avx2) return count_bytes_avx2(text, size, wanted);
#endif
  return static_cast<size_t>(std::count(text, text + size, wanted));
}

}  // namespace kdcl
