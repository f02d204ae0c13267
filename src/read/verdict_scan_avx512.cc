// scan_verdicts for x86-64 machines with AVX-512 and BMI2; compiled with those instructions on, so
// nothing else may live here.
#if defined(__x86_64__)
#include "read/verdict_scan_loop.h"

namespace kdcl {
namespace {

class Avx512Bytes {
 public:
  explicit Avx512Bytes(const char* text) : bytes_(_mm512_loadu_si512(text)) {}

  uint64_t equal(char wanted) const {
    return _mm512_cmpeq_epi8_mask(bytes_, _mm512_set1_epi8(wanted));
  }

 private:
  __m512i bytes_;
};

}  // namespace

bool scan_verdicts_avx512(const VerdictCells& cells, const VerdictPlanes& planes);
bool scan_verdicts_avx512(const VerdictCells& cells, const VerdictPlanes& planes) {
  return scan_with<Avx512Bytes>(cells, planes);
}

}  // namespace kdcl
#endif
