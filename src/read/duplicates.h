// Finds schools that are in the data twice. Keeps 16 bytes a school: of all that reading keeps, the
// only thing that grows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/school_table.h"

namespace kdcl {

/// A row's key as a 64-bit digest: school, stage (in per-stage sets), assessor, date. Two of a
/// million schools share one by chance once in 37 million runs.
[[nodiscard]] std::vector<uint64_t> duplicate_keys(const Run& run, const SchoolTable& table);

class DuplicateFinder {
 public:
  /// Room for about this many schools is made at once.
  explicit DuplicateFinder(size_t expected);

  /// Adds the rows of a block, whose first line is `first_line` of `file`; a school that is there
  /// already is an error naming both places.
  void add(const std::vector<uint64_t>& keys, const SchoolTable& table, uint32_t id_column,
           uint64_t first_line, const std::string& file, Diagnostics& diagnostics);

 private:
  struct Seen {
    uint64_t key = 0;    ///< 0: free
    uint64_t place = 0;  ///< file << 40 | line
  };

  void grow();
  [[nodiscard]] Seen& slot_of(uint64_t key);

  std::vector<Seen> slots_;
  size_t used_ = 0;
  std::vector<std::string> files_;
};

}  // namespace kdcl
