// scan_verdicts for x86-64 machines with AVX2 and BMI2; compiled with those instructions on, so
// nothing else may live here, and no library template.
#if defined(__x86_64__)
#include <immintrin.h>

#include "read/verdict_scan.h"

namespace kdcl {
namespace {

/// The next 64 bytes of text, and the masks of bytes in them.
class Bytes {
 public:
  explicit Bytes(const char* text)
      : low_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text))),
        high_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32))) {}

  /// A bit for every byte that is `wanted`.
  uint64_t equal(char wanted) const {
    const __m256i all = _mm256_set1_epi8(wanted);
    const auto first = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low_, all)));
    const auto second = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high_, all)));
    return first | static_cast<uint64_t>(second) << 32;
  }

 private:
  __m256i low_, high_;
};

/// Masks of the letters that the usual words are made of.
struct Letters {
  explicit Letters(const Bytes& bytes)
      : x(bytes.equal('x') | bytes.equal('X')),
        one(bytes.equal('1')),
        zero(bytes.equal('0')),
        question(bytes.equal('?')),
        k(bytes.equal('k') | bytes.equal('K')),
        h(bytes.equal('h')),
        n(bytes.equal('n')),
        g(bytes.equal('g')),
        t(bytes.equal('t')),
        slash(bytes.equal('/')),
        a(bytes.equal('a')),
        space(bytes.equal(' ')),
        o_circumflex(bytes.equal('\xC3') & bytes.equal('\xB4') >> 1),
        a_dot(bytes.equal('\xE1') & bytes.equal('\xBA') >> 1 & bytes.equal('\xA1') >> 2),
        d_stroke(bytes.equal('\xC4') & (bytes.equal('\x91') | bytes.equal('\x90')) >> 1) {}

  uint64_t x, one, zero, question, k, h, n, g, t, slash, a, space;
  uint64_t o_circumflex, a_dot, d_stroke;  ///< bits at the first byte of ô, ạ, đ
};

/// Bits at the first byte of cells that say so.
struct Said {
  /// `ends`: the separators after the cells.
  Said(const Letters& in, uint64_t ends) {
    const uint64_t dat = in.d_stroke & in.a_dot >> 2 & in.t >> 5;
    const uint64_t khong = in.k & in.h >> 1 & in.o_circumflex >> 2 & in.n >> 4 & in.g >> 5;
    const uint64_t alone = ends >> 1;
    met = ((in.x | in.one) & alone) | (in.d_stroke & ends >> 2) | (dat & ends >> 6);
    not_met = ((in.k | in.zero) & alone) | (in.k & in.d_stroke >> 1 & ends >> 3) |
              (khong & in.space >> 6 & dat >> 7 & ends >> 13);
    not_applicable = in.n & in.slash >> 1 & in.a >> 2 & ends >> 3;
    unknown = ends | (in.question & alone);  // a separator where a cell begins: an empty cell
  }

  uint64_t met, not_met, not_applicable, unknown;
};

/// The lowest `count` of the set bits.
inline uint64_t lowest_bits(uint64_t bits, uint32_t count) {
  return count < 64 ? _pdep_u64((uint64_t{1} << count) - 1, bits) : bits;
}

/// Adds the bits of a step to a plane, from bit `at` on; `bits` has no more than fit.
inline void add_bits(uint64_t bits, uint32_t at, uint64_t* plane) {
  plane[at / 64] |= bits << (at % 64);
  // What reaches over into the next word; nothing is written there if nothing does.
  const uint64_t rest = bits >> 1 >> (63 - at % 64);
  if (rest != 0) plane[at / 64 + 1] |= rest;
}

}  // namespace

bool scan_verdicts_avx2(const VerdictCells& cells, const VerdictPlanes& planes);
bool scan_verdicts_avx2(const VerdictCells& cells, const VerdictPlanes& planes) {
  const char* text = cells.text;
  uint32_t indicator = cells.indicator;
  for (uint32_t left = cells.count; left > 0;) {
    // Every step starts where a cell does and takes the cells that end within 64 bytes.
    const Bytes bytes(text);
    const uint64_t ends = lowest_bits(bytes.equal(cells.separator) | bytes.equal('\n'), left);
    if (ends == 0) return false;
    const auto length = static_cast<uint32_t>(64 - __builtin_clzll(ends));
    const uint64_t taken = ~uint64_t{0} >> (64 - length);
    if ((bytes.equal('"') & taken) != 0) return false;
    const Said said(Letters(bytes), ends);
    const uint64_t begins = (ends << 1 | 1) & taken;
    const uint64_t other = begins & ~(said.met | said.not_met | said.not_applicable | said.unknown);
    add_bits(_pext_u64(said.met, begins), indicator, planes.met);
    add_bits(_pext_u64(said.not_met, begins), indicator, planes.not_met);
    add_bits(_pext_u64(said.not_applicable, begins), indicator, planes.not_applicable);
    add_bits(_pext_u64(other, begins), indicator, planes.other);
    const auto count = static_cast<uint32_t>(__builtin_popcountll(ends));
    indicator += count;
    left -= count;
    text += length;
  }
  return true;
}

}  // namespace kdcl
#endif
