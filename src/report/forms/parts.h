// What the forms of a school's own report say, in both languages. Titles are those of the forms of
// CV 5932/BGDĐT-QLCL (2018) and of annex V of circular 57/2026/TT-BGDĐT.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "model/letterhead.h"
#include "model/report.h"
#include "model/school_case.h"
#include "report/school/sections.h"

namespace kdcl::words {

// The digest.
inline constexpr Message kStandardHead{"Tiêu chuẩn", "Standard"};
inline constexpr Message kFoundHead{"Hiện có", "Found"};
inline constexpr Message kRequiredHead{"Cần đạt", "Required"};
inline constexpr Message kShortHead{"Còn thiếu", "Short by"};
inline constexpr Message kContentHead{"Nội dung", "Content"};
inline constexpr Message kMandatoryMark{"{0} (bắt buộc)", "{0} (mandatory)"};

// What was judged beside what the rules come to.
inline constexpr std::string_view kDifferenceMark = "(*)";
inline constexpr Message kByFiguresBeside{"{0} (theo số liệu: {1})", "{0} (by the figures: {1})"};

// Tables of marks of 2018.
inline constexpr Message kMarksCriterion{"Tiêu chuẩn, tiêu chí", "Standard, criterion"};
inline constexpr Message kMarksResult{"Kết quả", "Result"};
inline constexpr Message kNotMetHead{"Không đạt", "Not met"};
inline constexpr Message kMetHead{"Đạt", "Met"};
inline constexpr Message kResultLine{"Kết quả: {0}", "Result: {0}"};
inline constexpr Message kNotMet{"Không đạt", "Not met"};
inline constexpr Message kNotApplicable{"Không áp dụng", "Not applicable"};

// The sheet of a criterion of 2018.
inline constexpr Message kCriterionTitle{"PHIẾU ĐÁNH GIÁ TIÊU CHÍ", "SHEET OF A CRITERION"};
inline constexpr Message kCriterionLine{"Tiêu chí {0}: {1}", "Criterion {0}: {1}"};
inline constexpr Message kState{"1. Mô tả hiện trạng", "1. Present state"};
inline constexpr Message kSelfAssessed{"5. Tự đánh giá", "5. Self-assessment"};
inline constexpr Message kCause{"Nguyên nhân: {0}", "Cause: {0}"};
inline constexpr Message kDirector{"GIÁM ĐỐC", "DIRECTOR"};  // of a centre

// The sheets of a standard of 2026.
inline constexpr Message kCriterionReaches{"Tiêu chí đạt {0}", "The criterion reaches {0}"};
inline constexpr Message kCriterionOpen{"chưa đủ cơ sở kết luận", "not yet known"};
inline constexpr Message kCriterionHead{"Tiêu chí", "Criterion"};
inline constexpr Message kRemarkHead{"Ghi chú", "Remark"};
inline constexpr Message kGrandTotal{"Cộng chung", "Total"};
inline constexpr Message kPercent{"%", "%"};

// Data.
inline constexpr Message kDataDistrict{"Quận/huyện", "District"};
inline constexpr Message kDataFax{"Fax", "Fax"};

// Evidence.
inline constexpr Message kEvidenceTitle{"DANH MỤC MÃ MINH CHỨNG", "LIST OF EVIDENCE"};
inline constexpr Message kEvidenceCode{"Mã minh chứng", "Code"};
inline constexpr Message kEvidenceName{"Tên minh chứng", "Document"};
inline constexpr Message kNumberHead{"TT", "No."};

// Plans.
inline constexpr Message kPlanAction{"Giải pháp, hoạt động", "Measure"};
inline constexpr Message kPlanBy{"Thời gian", "By"};
inline constexpr Message kPlanOwner{"Người phụ trách", "Responsible"};

// What became of plans.
inline constexpr Message kTrackDone{"đã xong", "done"};

// Self-assessment beside external assessment, which the circular of 2026 has another word for.
inline constexpr Message kSelfHead{"Tự đánh giá", "Self-assessment"};
}  // namespace kdcl::words

namespace kdcl {

// What the sheets of a school's own report are put together from: lines of text, results of
// criteria, evidence, plans. Written text comes only from the data; what nobody entered stays
// empty.

/// One case of a school's report.
struct FormView {
  SchoolView view;
  const SchoolCase& school;

  [[nodiscard]] Language language() const { return view.language; }
  [[nodiscard]] const CriteriaSet& set() const { return view.set(); }
  [[nodiscard]] const NodeNotes* notes_on(std::string_view node) const {
    return school.notes().find(node);
  }
  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(view.language));
  }
};

/// Criteria of a standard that ask something of their own at a level and apply, and those of them
/// that are known to reach it by the verdicts of `score`.
struct LevelCount {
  size_t whole = 0;
  size_t met = 0;
};
[[nodiscard]] LevelCount count_level(const FormView& form, const ScoreBlock& score,
                                     const Standard& standard, int level);

/// A table of lines without borders.
[[nodiscard]] Table prose();

/// A table laid out as a form prescribes.
[[nodiscard]] Table form_table();

/// Adds a text as lines: one a paragraph, long ones cut at the ends of sentences so that each fits
/// into the tallest row there is.
void add_lines(std::string_view text, Table& table, Style style = {});

/// The pieces that add_lines() makes of a text.
[[nodiscard]] std::vector<std::string> pieces_of(std::string_view text);

/// Codes of evidence on a node as the set writes them, each once.
[[nodiscard]] std::vector<std::string> codes_on(const FormView& form, std::string_view node);

/// The codes, set apart as the form asks: by semicolons in square brackets, else by commas.
[[nodiscard]] std::string code_list(const std::vector<std::string>& codes);

/// The text with the codes that it does not mention put before its full stop.
[[nodiscard]] std::string with_codes(const FormView& form, std::string_view text,
                                     const std::vector<std::string>& codes);

/// What was written on the state of a node, with its codes; empty if nothing was. Codes of a
/// criterion that stand with one of its indicators are not said twice.
[[nodiscard]] std::string state_of(const FormView& form, std::string_view node);

/// "Niêm yết; thời gian: 31/03/2024; người thực hiện: Tổ văn phòng; kinh phí: 1.500.000 đồng".
[[nodiscard]] std::string plan_line(const PlanEntry& entry, Language language);

/// A day as DD/MM/YYYY, other words as they are.
[[nodiscard]] std::string day_words(std::string_view written);

/// A figure in đồng, other words as they are.
[[nodiscard]] std::string cost_words(std::string_view written, Language language);

/// The level of a criterion or a row as far as it is known.
struct CriterionLevel {
  int level = kNoLevel;      ///< kNoLevel: not applicable
  int level_max = kNoLevel;  ///< what it may be once everything is known
};
/// By the rules, and as the council judged it.
[[nodiscard]] CriterionLevel scored_level(const RowAt& at, size_t criterion);
[[nodiscard]] CriterionLevel judged_level(const RowAt& at, size_t criterion);
[[nodiscard]] CriterionLevel scored_level(const RowAt& at);
[[nodiscard]] CriterionLevel judged_level(const RowAt& at);

/// The highest level, `most` at the most, at which the criterion asks something; 0 if none. A
/// criterion stands in no one's way at levels at which it asks nothing.
[[nodiscard]] int highest_level(const CriteriaSet& set, const Criterion& criterion, int most);

/// "Tiêu chuẩn 1"; the title of what is no standard of the circular.
[[nodiscard]] std::string standard_name(const Standard& standard, Language language);

/// "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường". The requirements of the whole school at level 4
/// are no standard of the circular; they have only their title.
[[nodiscard]] std::string standard_words(const Standard& standard, Language language);

/// How a level of a criterion stands in a form: met, not met, unknown (left empty), or nothing
/// asked.
[[nodiscard]] Verdict level_verdict(const CriteriaSet& set, const Criterion& criterion,
                                    const CriterionLevel& known, int level);

/// "Đạt" or "Không đạt"; empty if unknown.
[[nodiscard]] std::string verdict_words(Verdict verdict, Language language);

/// "Đạt Mức 2", "Không đạt Mức 1"; of what is not known for sure it says so.
[[nodiscard]] std::string level_words(const CriteriaSet& set, int lowest,
                                      const CriterionLevel& known, Language language);

/// Sets whose indicators have letters have the forms of 2018, others those of 2026.
[[nodiscard]] bool has_letters(const CriteriaSet& set);

/// The texts one a line.
[[nodiscard]] std::string lines_of_texts(const std::vector<std::string>& texts);

// What keeps a row from its next level, in the order to do it.

/// An indicator in the way, in words. Figures are empty where the judgement alone decided.
struct Gap {
  uint32_t indicator = 0;
  std::string text;     ///< of the indicator
  std::string clause;   ///< may be empty
  std::string measure;  ///< what the figure is of
  std::string found;
  std::string required;
  std::string shortfall;  ///< in units and heads
};

/// The indicator in words, with the figure that is not met if there is one.
[[nodiscard]] Gap gap_of(const SchoolView& view, uint32_t indicator);

/// What is in the way in one line, with its clause: the measure where a figure decided, else the
/// text of the indicator.
[[nodiscard]] std::string gap_words(const Gap& gap);

/// The indicators not met that keep the row from the next level: those of mandatory criteria first,
/// in set order. Where a clause asks only some of the others, those with the fewest gaps come
/// first: they are the nearest.
[[nodiscard]] std::vector<Gap> gaps_of(const FormView& form);

/// The title of the next level by the verdicts of `score`; empty at the top.
[[nodiscard]] std::string next_level_title(const FormView& form, const ScoreBlock& score);

/// What the next level asks that is not so by the verdicts of `score`, a sentence a clause; empty
/// at the top.
[[nodiscard]] std::vector<std::string> failing_needs(const FormView& form, const ScoreBlock& score);

// The sheets of a school's own report, one function each. Sheets without a name get it from
// report/forms, which puts them together.

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
