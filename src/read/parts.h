// Fields that count a part of another: no more than the whole.
#pragma once

#include <cstdint>
#include <vector>

#include "read/block_reading.h"

namespace kdcl {

/// A field and what it is a part of, as positions in a run.
struct PartOf {
  uint32_t part = 0;
  std::vector<uint32_t> wholes;  ///< its whole first, then the whole of that, and so on
};

/// The fields of a run that say `part_of`.
[[nodiscard]] std::vector<PartOf> find_parts(const Run& run);

/// An error at each figure above its whole; where the whole is unknown, above the next one.
void check_parts(BlockReading& block, const std::vector<PartOf>& parts);

}  // namespace kdcl
