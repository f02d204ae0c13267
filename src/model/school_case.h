// What a school's own report is about: an assessment, and what stands beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/notes.h"
#include "model/school_rows.h"

namespace kdcl {

/// What became of a plan by a later assessment.
enum class PlanOutcome : uint8_t {
  done,
  late,        ///< its day has passed, and what it was for is still in the way
  open,        ///< still to be done, or its day is not known
  not_needed,  ///< what it was for is no longer asked
};

/// A plan of an earlier assessment, and what became of it.
struct TrackedPlan {
  std::string criterion;             ///< id
  const PlanEntry* entry = nullptr;  ///< null: something was in the way that nobody planned for
  std::vector<std::string> then;     ///< indicators of the criterion that were in the way
  std::vector<std::string> now;      ///< those of them that are still not met or unknown
  PlanOutcome outcome = PlanOutcome::open;
};

/// One assessment of a school, or of one of its stages.
struct SchoolCase {
  RowAt row;
  std::optional<RowAt> external{};  ///< the latest by others, under the same set
  /// One row a school year, the last of each, up to that of `row`; rising.
  std::vector<RowAt> years{};
  std::optional<RowAt> earlier{};  ///< the assessment before this one, under whatever set
  std::vector<TrackedPlan> tracked{};

  [[nodiscard]] const SchoolNotes& notes() const { return row.block->notes[row.row]; }
};

/// The latest assessment of a school: one case, or one a stage.
struct SchoolFile {
  std::vector<SchoolCase> cases;

  [[nodiscard]] std::string_view text(IdentityColumn column) const {
    for (const SchoolCase& each : cases)
      if (const std::string_view text = each.row.text(column); !text.empty()) return text;
    return {};
  }
};

/// The first calendar year of the school year of a day, which begins in August; 0 if the day is
/// unknown.
[[nodiscard]] int school_year(Day day);

}  // namespace kdcl
