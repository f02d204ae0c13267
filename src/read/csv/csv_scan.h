// Finds the separators and line ends of CSV text that do not stand inside quotes. The hot loop of
// reading: vector instructions where the machine has them, plain words where not, the same answer
// everywhere.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kdcl {

inline constexpr size_t kNowhere = SIZE_MAX;

struct CsvScan {
  size_t found = 0;  ///< offsets written
  size_t rows = 0;   ///< line ends outside quotes
  size_t lines = 0;  ///< line ends, also those inside quotes
  size_t stray_quote =
      kNowhere;  ///< first quote that opens inside a cell, or byte that follows a closing quote
  bool ends_inside_quotes = false;
  /// The text is surely UTF-8 without combining diacritics and invisible characters. False also
  /// where nobody looked.
  bool is_plain = false;
};

/// Writes the offset of every separator and line feed outside quotes to `ends`, rising, and counts
/// them in `found`. `text` starts outside quotes at the start of a cell; `size` bytes are scanned
/// and kGridPadding more are readable. `ends` has room for `size` offsets and kScanSlack more.
inline constexpr size_t kScanSlack = 32;
[[nodiscard]] CsvScan scan_csv(const char* text, size_t size, char separator, uint32_t* ends);

/// The same by the portable way, for machines without the fast instructions and for tests.
[[nodiscard]] CsvScan scan_csv_portable(const char* text, size_t size, char separator,
                                        uint32_t* ends);

/// How many times `wanted` stands in the text.
[[nodiscard]] size_t count_bytes(const char* text, size_t size, char wanted);

}  // namespace kdcl
