// Finds schools that are in the data twice. Keeps 12 bytes a school: of all that reading keeps, the
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

  /// Adds the rows of a block whose first code would stand at `first`; a school that is there
  /// already is an error naming both places.
  void add(const std::vector<uint64_t>& keys, const SchoolTable& table, const Location& first,
           Diagnostics& diagnostics);

 private:
  void grow();
  /// The slot that has the key or may take it.
  [[nodiscard]] size_t slot_of(uint64_t key) const;
  /// The file and the line of a line counted over all files.
  [[nodiscard]] std::string place_of(uint32_t line) const;

  // Two arrays, as a key and a line in one would take a third more.
  std::vector<uint64_t> keys_;   ///< 0: free
  std::vector<uint32_t> lines_;  ///< counted over all files; right up to four billion lines
  size_t used_ = 0;

  struct File {
    std::string name;
    uint64_t lines_before = 0;
    bool has_cells = false;  ///< a sheet of a workbook
  };
  std::vector<File> files_;
  uint64_t last_line_ = 0;  ///< of those seen, counted over all files
};

}  // namespace kdcl
