// Schools compared on two sides, from short texts.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/comparison.h"
#include "support/school_text.h"

namespace kdcl::test {

class ComparisonCase {
 public:
  /// Rows may take any set of the run.
  ComparisonCase(const Run& run, std::string_view before, std::string_view after);
  /// The same rows under two sets.
  ComparisonCase(std::string_view set_before, std::string_view set_after, std::string_view rows);

  /// One word a school, "A rose B/thcs same"; a stage only in per-stage sets.
  [[nodiscard]] std::string moves() const;
  /// The causes of the first school's move, "judgement 1.1.1a k>x; ..." and after a bar what else
  /// would do alone.
  [[nodiscard]] std::string causes() const;

 private:
  [[nodiscard]] std::vector<ScoredBlock> score(const Run& run, std::string_view rows);
  void compare(const Run& run_before, std::string_view before, const Run& run_after,
               std::string_view after);

  Run run_;
  std::vector<std::unique_ptr<SchoolsRead>> read_{};
  std::vector<ScoredBlock> before_{}, after_{};
  SchoolComparison result_{};
};

}  // namespace kdcl::test
