// The sections of the report on one school, one row of the data at a time.
#pragma once

#include <string>
#include <vector>

#include "model/report.h"
#include "report/score/counts.h"

namespace kdcl {

/// One row, and what its sections are made from.
struct SchoolView {
  const Run& run;
  RowAt at;
  Language language;

  [[nodiscard]] const CriteriaSet& set() const { return run.sets[at.set()]; }
  [[nodiscard]] const ScoreBlock& score() const { return at.block->score; }
  /// What the council judged; only where the block was scored by it too.
  [[nodiscard]] const ScoreBlock& judged() const { return at.block->beside; }
  [[nodiscard]] const SchoolTable& table() const { return at.block->table; }
  /// Null if the block was scored without details.
  [[nodiscard]] const SchoolDetail* detail() const {
    return at.block->details.empty() ? nullptr : &at.block->details[at.row];
  }
  /// The figure behind an indicator; null if it shows none.
  [[nodiscard]] const Figure* figure(size_t indicator) const;
  /// What keeps another set from the level that an indicator asks for, in words: "còn vướng F.1.1;
  /// thiếu: F.2.1"; empty if nothing does.
  [[nodiscard]] std::string held_text(size_t indicator) const;
};

/// Sections without rows have no title either and are left out by the caller.
[[nodiscard]] Table blocking_section(const SchoolView& view);
[[nodiscard]] Table missing_section(const SchoolView& view);
[[nodiscard]] Table contradiction_section(const SchoolView& view);
[[nodiscard]] Table other_not_met_section(const SchoolView& view);
[[nodiscard]] Table other_unknown_section(const SchoolView& view);
[[nodiscard]] Table unverified_section(const SchoolView& view);
[[nodiscard]] Table monitor_section(const SchoolView& view);
[[nodiscard]] Table condition_section(const SchoolView& view);
[[nodiscard]] Table strength_section(const SchoolView& view);
/// The criteria by standard, each with its level and the marks of its levels.
[[nodiscard]] Table criteria_section(const SchoolView& view);

}  // namespace kdcl
