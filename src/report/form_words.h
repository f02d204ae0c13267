// What the forms of a school's own report say, in both languages. Titles are those of the forms of
// CV 5932/BGDĐT-QLCL (2018) and of annex V of circular 57/2026/TT-BGDĐT.
#pragma once

#include <string_view>

#include "base/language.h"

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
