// Which indicators decided rows on days on which they may not have counted (Doubt).
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "model/run.h"
#include "model/school_rows.h"

namespace kdcl {

class DoubtCounts {
 public:
  /// Rows are asked for on their own day, and on `day`. `run` must outlive it.
  explicit DoubtCounts(const Run& run, Day day = kNoDate);

  void add(const RowAt& at);

  /// How many rows, by set and indicator.
  [[nodiscard]] const std::map<std::pair<size_t, size_t>, size_t>& rows() const { return rows_; }

 private:
  const Run& run_;
  Day day_;
  std::vector<std::vector<size_t>> in_doubt_;  ///< indicators that have a doubt, by set
  std::map<std::pair<size_t, size_t>, size_t> rows_{};
};

}  // namespace kdcl
