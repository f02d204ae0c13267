// scan_verdicts for x86-64 machines with AVX2 and BMI2; compiled with those instructions on, so
// nothing else may live here.
#if defined(__x86_64__)
#include "read/csv/verdict_scan_loop.h"

namespace kdcl {
namespace {

class Avx2Bytes {
 public:
  explicit Avx2Bytes(const char* text)
      : low_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text))),
        high_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32))) {}

  template <size_t size>
  uint64_t have(size_t offset, const char (&letters)[size]) const {
    uint64_t found = ~uint64_t{0};
    for (size_t i = 0; i + 1 < size; ++i) found &= equal(letters[i]) >> (offset + i);
    return found;
  }

 private:
  uint64_t equal(char wanted) const {
    const __m256i all = _mm256_set1_epi8(wanted);
    const auto first = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low_, all)));
    const auto second = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high_, all)));
    return first | static_cast<uint64_t>(second) << 32;
  }

  __m256i low_, high_;
};

}  // namespace

bool scan_verdicts_avx2(const VerdictCells& cells, const VerdictPlanes& planes);
bool scan_verdicts_avx2(const VerdictCells& cells, const VerdictPlanes& planes) {
  return scan_with<Avx2Bytes>(cells, planes);
}

}  // namespace kdcl
#endif
