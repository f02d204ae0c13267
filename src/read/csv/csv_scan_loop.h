// The loop of csv_scan, for inclusion by the source files that compile it for one kind of machine
// each. Everything here is local to the including file and uses no library template: a shared one
// compiled for a newer machine must not end up in the code that older machines run.
#pragma once

#include <cstddef>
#include <cstdint>

#include "read/csv/csv_scan.h"

namespace kdcl {
namespace {

/// One bit a byte of 64 bytes of text.
struct ByteMasks {
  uint64_t separators = 0;
  uint64_t line_feeds = 0;
  uint64_t quotes = 0;
  uint64_t returns = 0;

  /// Without what lies past the end of the text.
  [[nodiscard]] ByteMasks first(size_t bytes) const {
    const uint64_t valid = (uint64_t{1} << bytes) - 1;
    return {separators & valid, line_feeds & valid, quotes & valid, returns & valid};
  }
};

/// What one 64-byte step hands to the next.
struct QuoteState {
  uint64_t inside = 0;       ///< all ones inside quotes
  uint64_t after_close = 0;  ///< 1 if the last byte closed quotes
  uint64_t cell_start = 1;   ///< 1 if the next byte begins a cell
};

/// Bit i is the parity of the bits 0..i.
inline uint64_t running_parity(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Bits of the bytes inside quotes (the opening quote included); notes the first quote out of
/// place.
inline uint64_t mask_quoted(const ByteMasks& masks, size_t offset, QuoteState& state,
                            CsvScan& scan) {
  const uint64_t inside = running_parity(masks.quotes) ^ state.inside;
  const uint64_t opening = masks.quotes & inside;
  const uint64_t closing = masks.quotes & ~inside;
  const uint64_t structure = (masks.separators | masks.line_feeds) & ~inside;
  // A quote opens at the start of a cell, or right after one that closed (two quotes stand for
  // one).
  const uint64_t may_open = structure << 1 | state.cell_start | closing << 1 | state.after_close;
  const uint64_t after = closing << 1 | state.after_close;
  const uint64_t may_follow = masks.separators | masks.line_feeds | masks.returns | masks.quotes;
  const uint64_t stray = (opening & ~may_open) | (after & ~may_follow);
  if (stray != 0 && scan.stray_quote == kNowhere)
    scan.stray_quote = offset + static_cast<size_t>(__builtin_ctzll(stray));
  state.inside = static_cast<uint64_t>(static_cast<int64_t>(inside) >> 63);
  state.after_close = closing >> 63;
  state.cell_start = structure >> 63;
  return inside;
}

/// Appends the positions of the set bits. Eight are written at a time without asking, which is
/// faster than asking for each. For machines without an instruction that does it.
[[maybe_unused]] inline uint32_t* append_positions(uint64_t bits, uint32_t base, uint32_t* out) {
  const auto count = static_cast<size_t>(__builtin_popcountll(bits));
  for (size_t written = 0; written < count; written += 8) {
    for (size_t i = 0; i < 8; ++i) {
      // Written past the last set bit too; `| top` keeps the count of zeros defined there.
      out[written + i] = base + static_cast<uint32_t>(__builtin_ctzll(bits | uint64_t{1} << 63));
      bits &= bits - 1;
    }
  }
  return out + count;
}

/// The loop over 64-byte steps, the same for every kind of `Machine`, which has
///   ByteMasks load(const char* text, size_t left);  of the next 64 bytes; `left` are text
///   uint32_t* append(uint64_t bits, uint32_t base, uint32_t* out);  positions of the set bits
///   bool is_plain();  CsvScan::is_plain of what was loaded
template <typename Machine>
CsvScan scan_with(const char* text, size_t size, uint32_t* ends, Machine machine) {
  CsvScan scan;
  QuoteState state;
  uint32_t* out = ends;
  for (size_t offset = 0; offset < size; offset += 64) {
    ByteMasks masks = machine.load(text + offset, size - offset);
    if (size - offset < 64) masks = masks.first(size - offset);
    uint64_t structure = masks.separators | masks.line_feeds;
    uint64_t row_ends = masks.line_feeds;
    scan.lines += static_cast<size_t>(__builtin_popcountll(masks.line_feeds));
    if ((masks.quotes | state.inside | state.after_close) != 0) {
      const uint64_t inside = mask_quoted(masks, offset, state, scan);
      structure &= ~inside;
      row_ends &= ~inside;
    } else {
      state.cell_start = structure >> 63;
    }
    scan.rows += static_cast<size_t>(__builtin_popcountll(row_ends));
    out = machine.append(structure, static_cast<uint32_t>(offset), out);
  }
  scan.found = static_cast<size_t>(out - ends);
  scan.ends_inside_quotes = state.inside != 0;
  scan.is_plain = machine.is_plain();
  return scan;
}

}  // namespace
}  // namespace kdcl
