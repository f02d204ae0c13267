// Figures behind a verdict in words: what was found, what is needed, by how much it falls short,
// which exception holds.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/run.h"
#include "model/same_rules.h"
#include "model/score.h"

namespace kdcl {

/// "64,3 %", "đạt chuẩn", "có"; with as many decimals as it takes to differ from what is required.
/// Empty if unknown.
[[nodiscard]] std::string found_text(const Run& run, const Requirement& requirement,
                                     const Figure& figure, Language language);

/// "≥ 70 %", "tiên tiến trở lên", "có": what is required for `value`.
[[nodiscard]] std::string required_text(const Run& run, const Requirement& requirement,
                                        double value, Language language);

/// "thiếu 5,7 điểm = 2 giáo viên"; empty where there is no shortfall to speak of.
[[nodiscard]] std::string shortfall_text(const Run& run, const Requirement& requirement,
                                         const Figure& figure, Language language);

/// "ngưỡng riêng: vùng khó khăn (chung: ≥ 80 %)"; empty without an exception.
[[nodiscard]] std::string exception_text(const Run& run, const Requirement& requirement,
                                         const Figure& figure, Language language);

/// "10,45–10,55 m2": between which values a figure may lie, with as many decimals as it takes to
/// tell the ends from what is required.
[[nodiscard]] std::string range_text(const Requirement& requirement, double low, double high,
                                     double required, Language language);

/// Titles of the fields that the indicator's requirements use and that are unknown in a row, each
/// once.
[[nodiscard]] std::vector<std::string> unknown_fields(const Run& run, const Indicator& indicator,
                                                      const SchoolTable& table, size_t row,
                                                      Language language);

/// A figure with its unit: "96,5 %". Empty if unknown.
[[nodiscard]] std::string measured_text(double value, const Unit& unit, Language language);

/// "tỉ lệ hoàn thành ≥ 70 % (ngoại lệ: vùng khó khăn: ≥ 60 %)" before and after; conditions and
/// calculations are told where nothing else differs. Empty where one side has nothing.
[[nodiscard]] std::pair<std::string, std::string> requirement_change(const Run& run,
                                                                     const RuleChange& change,
                                                                     Language language);
/// "vùng khó khăn: ≥ 60 %" before and after; the same.
[[nodiscard]] std::pair<std::string, std::string> exception_change(const Run& run,
                                                                   const RuleChange& change,
                                                                   Language language);

}  // namespace kdcl
