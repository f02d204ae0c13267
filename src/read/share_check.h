// Shares that are parts of 1 in fields of %: a column of a file whose figures nearly all lie
// between 0 and 1.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"

namespace kdcl {

/// The figures of a column.
struct ShareCount {
  uint32_t field = 0;  ///< of the run
  uint64_t known = 0;  ///< other than 0, which is 0 either way
  uint64_t parts = 0;  ///< of those, above 0 and up to 1
  uint64_t below = 0;  ///< of those, below 1
  Location first{};    ///< of those below 1

  /// Counts one that comes behind.
  void add(const ShareCount& more);
};

/// Adds up the columns of files and of the run. Where a file has one school, its figures are told
/// together with those of the others.
class ShareCheck {
 public:
  explicit ShareCheck(const Run& run) : run_(run) {}

  /// Adds columns of a block; blocks of a file come in order.
  void add(const std::vector<ShareCount>& columns);
  /// Warns of the columns of the file, at the first such figure.
  void end_file(Diagnostics& diagnostics);
  /// Warns of those of which no file had enough.
  void end_run(Diagnostics& diagnostics);

 private:
  using Counts = std::map<uint32_t, ShareCount>;

  void warn(const ShareCount& count, Diagnostics& diagnostics) const;

  const Run& run_;
  Counts file_;
  Counts rest_;  ///< of files with too few
};

}  // namespace kdcl
