// csv_scan for x86-64 machines with AVX-512; compiled with those instructions on, so nothing else
// may live here.
#if defined(__x86_64__)
#include <immintrin.h>

#include "read/csv/csv_scan_loop.h"

namespace kdcl {
namespace {

/// What a byte may be in plain text, UTF-8 without combining diacritics and without what
/// Utf8Check::may_be_garbled looks for.
enum ByteClass : uint8_t {
  kFollows = 1,   ///< 80 to BF: inside a letter
  kBegins = 2,    ///< begins a letter of two or three bytes
  kOfThree = 4,   ///< begins a letter of three bytes
  kNotPlain = 8,  ///< never in UTF-8, begins a combining diacritic or what may be invisible, or
                  ///< asks for a closer look
  kForeign = 16,  ///< behind C3: ends a letter that Vietnamese does not have
};

/// The classes of the bytes 80 to FF. What is rare in Vietnamese text and has further rules (E0,
/// ED, letters of four bytes) is called not plain: then every cell is looked at by itself.
struct ByteClasses {
  uint8_t of[128] = {};

  constexpr ByteClasses() {
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) of[byte - 0x80] = class_of(byte);
  }

  static constexpr bool is_foreign(unsigned letter) {
    for (const char32_t own : U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý")
      if (own == letter) return false;
    return true;
  }

  static constexpr uint8_t class_of(unsigned byte) {
    if (byte < 0xC0) return is_foreign(byte + 0x40) ? kFollows | kForeign : kFollows;
    if (byte < 0xC3 || byte == 0xCC || byte == 0xCD) return kNotPlain;
    if (byte < 0xE0) return kBegins;
    if (byte == 0xE0 || byte == 0xE2 || byte == 0xE3 || byte == 0xED || byte >= 0xEF)
      return kNotPlain;
    return kBegins | kOfThree;
  }
};

alignas(64) constexpr ByteClasses kByteClasses;

struct Positions {
  uint8_t at[64] = {};

  constexpr Positions() {
    for (uint8_t i = 0; i < 64; ++i) at[i] = i;
  }
};

alignas(64) constexpr Positions kPositions;

class Avx512Machine {
 public:
  explicit Avx512Machine(char separator)
      : separators_(_mm512_set1_epi8(separator)),
        low_classes_(_mm512_load_si512(kByteClasses.of)),
        high_classes_(_mm512_load_si512(kByteClasses.of + 64)),
        positions_(_mm512_load_si512(kPositions.at)) {}

  ByteMasks load(const char* text, size_t left) {
    const uint64_t valid = left < 64 ? (uint64_t{1} << left) - 1 : ~uint64_t{0};
    const __m512i bytes = _mm512_maskz_loadu_epi8(valid, text);
    check(bytes);
    return {_mm512_cmpeq_epi8_mask(bytes, separators_),
            _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')),
            _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('"')),
            _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r'))};
  }

  /// Positions as bytes, those of set bits moved together, then widened. 32 are written without
  /// asking: more are rare.
  uint32_t* append(uint64_t bits, uint32_t base, uint32_t* out) const {
    const auto count = static_cast<size_t>(__builtin_popcountll(bits));
    const __m512i found = _mm512_maskz_compress_epi8(bits, positions_);
    const __m512i bases = _mm512_set1_epi32(static_cast<int>(base));
    store_quarter<0>(found, bases, out);
    store_quarter<1>(found, bases, out);
    if (count > 32) {
      store_quarter<2>(found, bases, out);
      store_quarter<3>(found, bases, out);
    }
    return out + count;
  }

  [[nodiscard]] bool is_plain() const { return not_plain_ == 0 && awaited_ == 0; }

 private:
  template <int quarter>
  static void store_quarter(__m512i found, __m512i bases, uint32_t* out) {
    // GCC 12 warns of the forms without a mask; these ask for every lane.
    const __m128i narrow = _mm512_maskz_extracti32x4_epi32(0xF, found, quarter);
    const __m512i wide = _mm512_maskz_cvtepu8_epi32(0xFFFF, narrow);
    _mm512_storeu_si512(out + 16 * quarter, _mm512_add_epi32(wide, bases));
  }

  /// Bytes that follow must stand where a letter begun before them wants them, and nowhere else.
  void check(__m512i bytes) {
    const uint64_t high = _mm512_movepi8_mask(bytes);
    const __m512i classes =
        _mm512_maskz_permutex2var_epi8(high, low_classes_, bytes, high_classes_);
    const uint64_t follow = _mm512_test_epi8_mask(classes, _mm512_set1_epi8(kFollows));
    const uint64_t begin = _mm512_test_epi8_mask(classes, _mm512_set1_epi8(kBegins));
    const uint64_t of_three = _mm512_test_epi8_mask(classes, _mm512_set1_epi8(kOfThree));
    const uint64_t wanted = begin << 1 | of_three << 2 | awaited_;
    const uint64_t c3 = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\xC3'));
    const uint64_t after_c3 = c3 << 1 | last_was_c3_;
    last_was_c3_ = c3 >> 63;
    const uint64_t foreign = _mm512_test_epi8_mask(classes, _mm512_set1_epi8(kForeign));
    not_plain_ |= (wanted ^ follow) | (after_c3 & foreign) |
                  _mm512_test_epi8_mask(classes, _mm512_set1_epi8(kNotPlain));
    awaited_ = begin >> 63 | of_three >> 62;
  }

  __m512i separators_, low_classes_, high_classes_, positions_;
  uint64_t not_plain_ = 0;
  uint64_t last_was_c3_ = 0;
  uint64_t awaited_ = 0;  ///< bytes of the next step that must follow
};

}  // namespace

CsvScan scan_csv_avx512(const char* text, size_t size, char separator, uint32_t* ends);
CsvScan scan_csv_avx512(const char* text, size_t size, char separator, uint32_t* ends) {
  return scan_with(text, size, ends, Avx512Machine(separator));
}

size_t count_bytes_avx512(const char* text, size_t size, char wanted);
size_t count_bytes_avx512(const char* text, size_t size, char wanted) {
  const __m512i all = _mm512_set1_epi8(wanted);
  size_t count = 0;
  for (size_t i = 0; i < size; i += 64) {
    const uint64_t valid = size - i < 64 ? (uint64_t{1} << (size - i)) - 1 : ~uint64_t{0};
    const __m512i bytes = _mm512_maskz_loadu_epi8(valid, text + i);
    count +=
        static_cast<size_t>(__builtin_popcountll(_mm512_mask_cmpeq_epi8_mask(valid, bytes, all)));
  }
  return count;
}

}  // namespace kdcl
#endif
