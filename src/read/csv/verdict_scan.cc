#include "read/csv/verdict_scan.h"

#include "base/scan_path.h"

namespace kdcl {

#if defined(__x86_64__)
// read/csv/verdict_scan_avx2.cc
bool scan_verdicts_avx2(const VerdictCells& cells, const VerdictPlanes& planes);
// read/csv/verdict_scan_avx512.cc
bool scan_verdicts_avx512(const VerdictCells& cells, const VerdictPlanes& planes);

bool can_scan_verdicts() { return scan_path() != ScanPath::portable && gathers_bits_fast(); }

bool scan_verdicts(const VerdictCells& cells, const VerdictPlanes& planes) {
  if (scan_path() == ScanPath::avx512) return scan_verdicts_avx512(cells, planes);
  return scan_verdicts_avx2(cells, planes);
}
#else
bool can_scan_verdicts() { return false; }

bool scan_verdicts(const VerdictCells&, const VerdictPlanes&) { return false; }
#endif

}  // namespace kdcl
