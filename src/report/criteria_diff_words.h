// What readers of `kdcl criteria diff` read. Bổ sung, bãi bỏ, sửa đổi are the words of amending
// documents.
#pragma once

#include "base/language.h"

namespace kdcl::diff_words {

inline constexpr Message kTitle{"So sánh hai bộ tiêu chí", "Two criteria sets compared"};
inline constexpr Message kNoDifference{"Hai bộ tiêu chí giống nhau.",
                                       "The two criteria sets are the same."};
inline constexpr Message kMarks{"Chữ khác nhau đứng trong «».", "Words that differ stand in «»."};
inline constexpr Message kSigns{"− trước, + sau; chữ khác nhau đứng trong «».",
                                "− before, + after; words that differ stand in «»."};

// Tables and sheets.
inline constexpr Message kCounts{"Tóm tắt", "Summary"};
inline constexpr Message kGeneral{"Quy định chung", "General rules"};
inline constexpr Message kCriteria{"Tiêu chí", "Criteria"};
inline constexpr Message kFigures{"Số liệu", "Figures"};
inline constexpr Message kDataTables{"Cơ sở dữ liệu", "Data tables"};
inline constexpr Message kSources{"Nguồn", "Sources"};
inline constexpr Message kCode{"Mã", "Code"};
inline constexpr Message kWhat{"Khác ở", "Difference"};
inline constexpr Message kBefore{"Trước", "Before"};
inline constexpr Message kAfter{"Sau", "After"};

// Counts.
inline constexpr Message kPart{"Thành phần", "Part"};
inline constexpr Message kStandards{"Tiêu chuẩn", "Standards"};
inline constexpr Message kIndicators{"Chỉ báo", "Indicators"};
inline constexpr Message kAddedHead{"Bổ sung", "Added"};
inline constexpr Message kRemovedHead{"Bãi bỏ", "Removed"};
inline constexpr Message kChangedHead{"Sửa đổi", "Changed"};

// What differs.
inline constexpr Message kAdded{"bổ sung", "added"};
inline constexpr Message kRemoved{"bãi bỏ", "removed"};
inline constexpr Message kChanged{"sửa đổi", "changed"};
inline constexpr Message kStandard{"tiêu chuẩn", "standard"};
inline constexpr Message kCriterion{"tiêu chí", "criterion"};
inline constexpr Message kField{"cột", "column"};
inline constexpr Message kMeasure{"số đo", "measure"};
inline constexpr Message kId{"mã", "id"};
inline constexpr Message kName{"tên", "title"};
inline constexpr Message kDocument{"văn bản", "document"};
inline constexpr Message kIssued{"ngày ban hành", "issued"};
inline constexpr Message kInForce{"hiệu lực", "in force"};
inline constexpr Message kAppliesTo{"áp dụng khi", "applies when"};
inline constexpr Message kPerStage{"chấm theo cấp học", "scored by stage"};
inline constexpr Message kEvidenceCode{"mã minh chứng", "evidence code"};
inline constexpr Message kDataYears{"số năm học của bảng", "school years in tables"};
inline constexpr Message kCertainty{"độ tin cậy", "certainty"};
inline constexpr Message kText{"nội dung", "text"};
inline constexpr Message kClause{"điều khoản", "clause"};
inline constexpr Message kMandatory{"tính bắt buộc", "mandatory"};
inline constexpr Message kWhere{"chỉ khi", "only when"};
inline constexpr Message kMonitor{"theo dõi", "monitored"};
inline constexpr Message kEvidence{"minh chứng", "evidence"};
inline constexpr Message kDoubt{"nghi vấn", "doubt"};
inline constexpr Message kFigure{"số liệu", "figure"};
inline constexpr Message kFormula{"cách tính", "calculation"};
inline constexpr Message kException{"ngoại lệ", "exception"};
inline constexpr Message kOrder{"thứ tự ngoại lệ", "order of exceptions"};
inline constexpr Message kTable{"bảng", "table"};
inline constexpr Message kRow{"dòng", "row"};

// How it is said.
inline constexpr Message kThroughMeasure{"{0}: công thức của số đo trong đó đã đổi",
                                         "{0}: the formula of a measure in it has changed"};
inline constexpr Message kBound{"bắt buộc", "mandatory"};
inline constexpr Message kFree{"không bắt buộc", "optional"};
inline constexpr Message kAliases{"tên khác: {0}", "also: {0}"};
inline constexpr Message kOtherLanguage{"{0} (tiếng Anh)", "{0} (Vietnamese)"};
inline constexpr Message kRemarks{"có cột ghi chú", "with remarks"};

}  // namespace kdcl::diff_words
