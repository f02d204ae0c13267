// Verdicts that would be others if figures were off by their rounding, for the reports of `score`.
#pragma once

#include <vector>

#include "base/language.h"
#include "model/report.h"
#include "report/school/sections.h"
#include "report/score/score.h"

namespace kdcl {

/// True if the blocks were asked for sensitive verdicts.
[[nodiscard]] bool has_sensitivity(const std::vector<ScoredBlock>& blocks);

/// All schools' verdicts for plain text, in input order: the first of them, and how many there are.
[[nodiscard]] Table sensitive_list(const ScoreView& view);

/// One row's verdicts, all of them; without rows if there are none.
[[nodiscard]] Table sensitive_section(const SchoolView& view);

/// All schools' verdicts, all of them.
[[nodiscard]] Sheet make_sensitive_sheet(const ScoreView& view);

}  // namespace kdcl

namespace kdcl::words {

// Verdicts that rounding may change, in words.

inline constexpr Message kSensitiveTitle{"Kết quả sẽ đổi nếu số liệu lệch do làm tròn",
                                         "Verdicts that rounding may change"};
inline constexpr Message kSensitiveThen{"Khi đó", "Then"};
inline constexpr Message kSensitiveMeasure{"Số đo", "Measure"};
}  // namespace kdcl::words
