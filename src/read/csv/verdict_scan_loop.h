// The loop of verdict_scan, for inclusion by the source files that compile it for one kind of
// machine each, all with BMI2. As in csv_scan_loop.h, everything here is local to the including
// file and uses no library template.
#pragma once

#include <immintrin.h>

#include "read/csv/verdict_scan.h"

namespace kdcl {
namespace {

/// Bits at the first byte of cells that say so.
struct Said {
  /// `ends`: the separators and line ends.
  template <typename Bytes>
  Said(const Bytes& bytes, uint64_t ends) {
    const uint64_t k = bytes.have(0, "k") | bytes.have(0, "K");
    const uint64_t d = bytes.have(0, "đ") | bytes.have(0, "Đ");
    const uint64_t dat = d & bytes.have(2, "ạt");
    // In two parts: a loop over more than four letters is not unrolled.
    const uint64_t khong = k & bytes.have(1, "hô") & bytes.have(4, "ng ");
    const uint64_t one_letter_met = bytes.have(0, "x") | bytes.have(0, "X") | bytes.have(0, "1");
    const uint64_t alone = ends >> 1;
    met = (one_letter_met & alone) | (d & ends >> 2) | (dat & ends >> 6);
    not_met = ((k | bytes.have(0, "0")) & alone) | (k & d >> 1 & ends >> 3) |
              (khong & dat >> 7 & ends >> 13);
    not_applicable = bytes.have(0, "n/a") & ends >> 3;
    unknown = ends | (bytes.have(0, "?") & alone);  // an end where a cell begins: an empty cell
  }

  uint64_t met, not_met, not_applicable, unknown;
};

/// Adds the bits of a step to a plane, from bit `at` on.
inline void add_bits(uint64_t bits, uint32_t at, uint64_t* plane) {
  plane[at / 64] |= bits << (at % 64);
}

/// What of them reaches over into the next word; at % 64 is not 0.
inline void add_rest(uint64_t bits, uint32_t at, uint64_t* plane) {
  plane[at / 64 + 1] |= bits >> (64 - at % 64);
}

/// Bytes that a step goes on by; it sees 64, so that the usual words, of at most 13 bytes and an
/// end, are whole wherever they begin. No step has to wait for where the cells of another ended.
constexpr uint32_t kStep = 51;

/// `Bytes` is made of the next 64 bytes of text; its `have(offset, letters)` has a bit for every
/// byte after which, so many bytes on, these letters stand.
template <typename Bytes>
bool scan_with(const VerdictCells& cells, const VerdictPlanes& planes) {
  const char end[] = {cells.separator, '\0'};
  uint64_t first = 1;  // 1 if a cell begins at the first byte of the step
  uint64_t quotes = 0;
  uint32_t at = cells.indicator;
  for (uint32_t offset = 0; offset < cells.length; offset += kStep) {
    const Bytes bytes(cells.text + offset);
    const uint32_t left = cells.length - offset;
    const uint64_t taken = (uint64_t{1} << (left < kStep ? left : kStep)) - 1;
    const uint64_t ends = bytes.have(0, end) | bytes.have(0, "\n");
    const uint64_t begins = (ends << 1 | first) & taken;
    first = ends >> (kStep - 1) & 1;
    quotes |= bytes.have(0, "\"") & taken;
    const Said said(bytes, ends);
    const uint64_t other = begins & ~(said.met | said.not_met | said.not_applicable | said.unknown);
    const uint64_t met_bits = _pext_u64(said.met, begins);
    const uint64_t not_met_bits = _pext_u64(said.not_met, begins);
    const uint64_t not_applicable_bits = _pext_u64(said.not_applicable, begins);
    const uint64_t other_bits = _pext_u64(other, begins);
    add_bits(met_bits, at, planes.met);
    add_bits(not_met_bits, at, planes.not_met);
    add_bits(not_applicable_bits, at, planes.not_applicable);
    add_bits(other_bits, at, planes.other);
    const auto count = static_cast<uint32_t>(__builtin_popcountll(begins));
    if (at % 64 + count > 64) {
      add_rest(met_bits, at, planes.met);
      add_rest(not_met_bits, at, planes.not_met);
      add_rest(not_applicable_bits, at, planes.not_applicable);
      add_rest(other_bits, at, planes.other);
    }
    at += count;
  }
  return quotes == 0;
}

}  // namespace
}  // namespace kdcl
