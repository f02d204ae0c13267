// The lines above a report on a school: who it is, who judged when, what it reaches.
#pragma once

#include <string>

#include "report/school/sections.h"

namespace kdcl {

/// "Tiểu học Chiềng Khoa (TH0017)".
[[nodiscard]] std::string school_title(const RowAt& at);

/// What assessment by others is called: "đánh giá ngoài", or "thẩm định" where the forms are those
/// of circular 57/2026.
[[nodiscard]] Message external_word(const CriteriaSet& set);

/// Where, which stage, who judged when, under what.
[[nodiscard]] std::string row_line(const SchoolView& view);

/// "Đạt Mức 2", with how high it may be.
[[nodiscard]] std::string level_text(const SchoolView& view, int level, int level_max);

/// "kiểm định chất lượng cấp độ 2 · chuẩn quốc gia mức độ 1": what a level of the school gives.
[[nodiscard]] std::string awards_text(const SchoolView& view, int level);

/// The level of a row by the verdicts of `score`, and the awards of its school: they follow the
/// lowest stage, and are marked as the school's where this stage is higher.
[[nodiscard]] std::string row_level_line(const SchoolView& view, const ScoreBlock& score);

/// The national standard by decision; empty if the data say nothing about it.
[[nodiscard]] std::string decision_line(const SchoolView& view);

}  // namespace kdcl
