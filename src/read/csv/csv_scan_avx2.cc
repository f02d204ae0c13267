// csv_scan for x86-64 machines with AVX2; compiled with those instructions on, so nothing else may
// live here.
#if defined(__x86_64__)
#include <immintrin.h>

#include "read/csv/csv_scan_loop.h"

namespace kdcl {
namespace {

inline uint64_t equal_bytes(__m256i low, __m256i high, char wanted) {
  const __m256i all = _mm256_set1_epi8(wanted);
  const auto first = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, all)));
  const auto second = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, all)));
  return first | static_cast<uint64_t>(second) << 32;
}

struct Avx2Machine {
  char separator;

  static uint32_t* append(uint64_t bits, uint32_t base, uint32_t* out) {
    return append_positions(bits, base, out);
  }
  static bool is_plain() { return false; }

  ByteMasks load(const char* text, size_t) const {
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32));
    return {equal_bytes(low, high, separator), equal_bytes(low, high, '\n'),
            equal_bytes(low, high, '"'), equal_bytes(low, high, '\r')};
  }
};

}  // namespace

CsvScan scan_csv_avx2(const char* text, size_t size, char separator, uint32_t* ends);
CsvScan scan_csv_avx2(const char* text, size_t size, char separator, uint32_t* ends) {
  return scan_with(text, size, ends, Avx2Machine{separator});
}

size_t count_bytes_avx2(const char* text, size_t size, char wanted);
size_t count_bytes_avx2(const char* text, size_t size, char wanted) {
  const __m256i all = _mm256_set1_epi8(wanted);
  size_t count = 0;
  size_t i = 0;
  while (i + 32 <= size) {
    // Byte counters overflow after 255 steps; sum them up before.
    __m256i counters = _mm256_setzero_si256();
    for (int step = 0; step < 255 && i + 32 <= size; ++step, i += 32) {
      const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i));
      counters = _mm256_sub_epi8(counters, _mm256_cmpeq_epi8(bytes, all));
    }
    const __m256i sums = _mm256_sad_epu8(counters, _mm256_setzero_si256());
    alignas(32) uint64_t parts[4];
    _mm256_store_si256(reinterpret_cast<__m256i*>(parts), sums);
    count += parts[0] + parts[1] + parts[2] + parts[3];
  }
  for (; i < size; ++i) count += text[i] == wanted;
  return count;
}

}  // namespace kdcl
#endif
