// Pieces of a criteria set in words, as `kdcl criteria show` and `diff` print them.
#pragma once

#include <string>

#include "model/run.h"

namespace kdcl {

/// "cao", "trung bình", "thấp".
[[nodiscard]] std::string certainty_word(Certainty checked, Language language);
/// " [độ tin cậy: thấp]"; empty for high certainty.
[[nodiscard]] std::string certainty_note(Certainty checked, Language language);

/// "từ 01/07/2020 đến 24/01/2025: …", the days and what is known.
[[nodiscard]] std::string doubt_text(const Doubt& doubt, Language language);

/// "Hiệu lực từ 10/10/2018 đến 06/07/2026".
[[nodiscard]] std::string in_force_line(const CriteriaSet& set, Language language);
/// The same inside a table, "từ 10/10/2018 đến 06/07/2026"; empty without dates.
[[nodiscard]] std::string in_force_text(const CriteriaSet& set, Language language);

/// "mọi tiêu chí đạt mức 2; ít nhất 5 tiêu chí không bắt buộc đạt mức 2".
[[nodiscard]] std::string needs_text(const Level& level, Language language);

/// "Chuẩn quốc gia: mức độ 1".
[[nodiscard]] std::string award_name(const AwardFamily& family, const Award& award,
                                     Language language);
/// "từ mức 2".
[[nodiscard]] std::string award_level(const Award& award, Language language);
/// "giá trị 5 năm"; empty if the circular sets no term.
[[nodiscard]] std::string award_term(const Award& award, Language language);
[[nodiscard]] std::string condition_text(const Condition& condition, Language language);

/// "tỉ lệ hoàn thành ≥ 70 %".
[[nodiscard]] std::string threshold_text(const Run& run, const Requirement& requirement,
                                         Language language);
/// ", khi pupils > 10 (một phần của yêu cầu)": what else is said of a requirement; may be empty.
[[nodiscard]] std::string requirement_terms(const Requirement& requirement, Language language);
/// "vùng khó khăn: ≥ 65 %".
[[nodiscard]] std::string exception_line(const Run& run, const Requirement& requirement,
                                         const Exception& exception, Language language);
/// ", khi remote".
[[nodiscard]] std::string when_text(const Expression& where, Language language);

/// "Hiệu trưởng: principals, –, staff": the figures by name, a dash for an empty cell.
[[nodiscard]] std::string row_text(const Run& run, const CriteriaSet& set, const DataRow& row,
                                   Language language);

}  // namespace kdcl
