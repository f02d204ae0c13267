// Judgement cells read many at a time: the usual spellings are told apart by masks of 64 bytes of
// text, so that a cell costs two or three cycles and never a branch. Other spellings, and machines
// that can't do this, go by the table of read/verdict_word.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kdcl {

/// Bits of one row's indicators, in words of 64; only ever set.
struct VerdictPlanes {
  uint64_t* met;
  uint64_t* not_met;
  uint64_t* not_applicable;
  uint64_t* other;  ///< none of the usual spellings: to be read one by one
};

/// Neighbouring cells of one row and the indicators that they judge.
struct VerdictCells {
  const char* text;    ///< the first cell; 128 bytes past the last cell are readable
  uint32_t length;     ///< of all cells in bytes, with the separator or line feed after each
  char separator;      ///< ends every cell but the row's last, which a line feed ends
  uint32_t indicator;  ///< of the first cell
};

/// True if scan_verdicts can be called on this machine.
[[nodiscard]] bool can_scan_verdicts();

/// Sets the bits of the cells. False if quotes stand among them: then any bits may be set.
[[nodiscard]] bool scan_verdicts(const VerdictCells& cells, const VerdictPlanes& planes);

}  // namespace kdcl
