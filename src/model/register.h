// The register of schools (--schools): exactly its schools count, and it completes their rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/run.h"
#include "model/school_rows.h"
#include "model/score.h"

namespace kdcl {

struct SchoolRegister {
  InputFile file{};
  std::vector<ScoredBlock> blocks{};  ///< tables only, which own their texts
  std::vector<RowAt> rows{};          ///< the first row of each school, in the order of the list
  std::unordered_map<std::string_view, size_t> places{};  ///< in `rows`, by school_id

  [[nodiscard]] bool has(std::string_view school_id) const { return places.contains(school_id); }
  /// Null if the school is not in it.
  [[nodiscard]] const RowAt* find(std::string_view school_id) const {
    const auto found = places.find(school_id);
    return found == places.end() ? nullptr : &rows[found->second];
  }
};

// Rows of the data that --keep-going left out for their faults.

struct LeftOut {
  /// Empty if that is what is wrong; of a file that can't be read its name.
  std::string school_id{};
  std::string place{};  ///< "truong.csv:14:3"
  std::string message{};
};

}  // namespace kdcl
