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
inline constexpr Message kCriteria{"Tiêu chí", "Criteria"};
inline constexpr Message kDataTables{"Cơ sở dữ liệu", "Data tables"};
inline constexpr Message kSources{"Nguồn", "Sources"};
inline constexpr Message kCode{"Mã", "Code"};
inline constexpr Message kBefore{"Trước", "Before"};
inline constexpr Message kAfter{"Sau", "After"};

// Counts.
inline constexpr Message kPart{"Thành phần", "Part"};
inline constexpr Message kStandards{"Tiêu chuẩn", "Standards"};
inline constexpr Message kIndicators{"Chỉ báo", "Indicators"};

// What differs.
inline constexpr Message kAdded{"bổ sung", "added"};
inline constexpr Message kRemoved{"bãi bỏ", "removed"};
inline constexpr Message kChanged{"sửa đổi", "changed"};
inline constexpr Message kStandard{"tiêu chuẩn", "standard"};
inline constexpr Message kCriterion{"tiêu chí", "criterion"};
inline constexpr Message kMeasure{"số đo", "measure"};
inline constexpr Message kName{"tên", "title"};
inline constexpr Message kDocument{"văn bản", "document"};
inline constexpr Message kInForce{"hiệu lực", "in force"};
inline constexpr Message kPerStage{"chấm theo cấp học", "scored by stage"};
inline constexpr Message kEvidenceCode{"mã minh chứng", "evidence code"};
inline constexpr Message kCertainty{"độ tin cậy", "certainty"};
inline constexpr Message kText{"nội dung", "text"};
inline constexpr Message kMandatory{"tính bắt buộc", "mandatory"};
inline constexpr Message kWhere{"chỉ khi", "only when"};
inline constexpr Message kEvidence{"minh chứng", "evidence"};
inline constexpr Message kFigure{"số liệu", "figure"};
inline constexpr Message kFormula{"cách tính", "calculation"};
inline constexpr Message kException{"ngoại lệ", "exception"};
inline constexpr Message kOrder{"thứ tự ngoại lệ", "order of exceptions"};

// How it is said.
inline constexpr Message kFree{"không bắt buộc", "optional"};
}  // namespace kdcl::diff_words
