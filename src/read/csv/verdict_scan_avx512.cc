// scan_verdicts for x86-64 machines with AVX-512 and BMI2; compiled with those instructions on, so
// nothing else may live here.
#if defined(__x86_64__)
#include "read/csv/verdict_scan_loop.h"

namespace kdcl {
namespace {

class Avx512Bytes {
 public:
  explicit Avx512Bytes(const char* text) : text_(text) {}

  template <size_t size>
  uint64_t have(size_t offset, const char (&letters)[size]) const {
    uint64_t found = ~uint64_t{0};
    for (size_t i = 0; i + 1 < size; ++i)
      found = _mm512_mask_cmpeq_epi8_mask(found, _mm512_set1_epi8(letters[i]),
                                          _mm512_loadu_si512(text_ + offset + i));
    return found;
  }

 private:
  const char* text_;
};

}  // namespace

bool scan_verdicts_avx512(const VerdictCells& cells, const VerdictPlanes& planes);
bool scan_verdicts_avx512(const VerdictCells& cells, const VerdictPlanes& planes) {
  return scan_with<Avx512Bytes>(cells, planes);
}

}  // namespace kdcl
#endif
