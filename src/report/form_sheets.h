// The sheets of a school's own report, one function each. Sheets without a name get it from
// report/forms, which puts them together.
#pragma once

#include "model/data_values.h"
#include "model/letterhead.h"
#include "model/report.h"
#include "report/form_parts.h"

namespace kdcl {

/// One page: level, awards, a chart by standard, what is in the way of the next level in the order
/// to do it, strengths.
[[nodiscard]] Sheet digest_sheet(const FormView& form);

/// 2018: "Tổng hợp kết quả tự đánh giá" 1.1 and 1.2, and the closing lines of the standards.
[[nodiscard]] Sheet marks_sheet(const FormView& form);
/// 2018: "Phiếu đánh giá tiêu chí" of a criterion.
[[nodiscard]] Sheet criterion_sheet(const FormView& form, const Criterion& criterion);

/// 2026: a standard of part II of Biểu 1.
[[nodiscard]] Sheet standard_sheet(const FormView& form, const Standard& standard);
/// 2026: part III of Biểu 1, the level and what keeps it from the next. `index` is that of the
/// sheet in its report, for the formulas of the totals.
[[nodiscard]] Sheet conclusion_sheet(const FormView& form, size_t index);

/// "Cơ sở dữ liệu": who the school is, and the data tables of the set.
[[nodiscard]] Sheet data_sheet(const FormView& form, const DataValues& data);
/// The list of evidence, of 2018 or 2026.
[[nodiscard]] Sheet evidence_sheet(const FormView& form);
/// The improvement plan; for 2026 Biểu 2, parts IV to VI.
[[nodiscard]] Sheet plan_sheet(const FormView& form);
/// What became of the plans of the assessment before this one.
[[nodiscard]] Sheet tracking_sheet(const FormView& form);
/// Table d) of the report of external assessment, and the differences.
[[nodiscard]] Sheet external_sheet(const FormView& form);

}  // namespace kdcl
