// Every word that readers of reports read, in both languages. Words of the regulations come from
// the criteria files instead.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kSupports{
    "Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.",
    "This supports the council's conclusion and does not replace it."};

// What schools are counted as.
inline constexpr Message kSchools{"{0} trường", "{0} schools"};
inline constexpr Message kAssessments{"{0} lượt đánh giá của {1}", "{0} assessments of {1}"};
inline constexpr Message kBetween{"{0}, đánh giá từ {1} đến {2}", "{0}, assessed from {1} to {2}"};
inline constexpr Message kLeftOutTitle{"Bỏ lại vì dữ liệu có lỗi ({0})",
                                       "Left out for faults ({0})"};
inline constexpr Message kNotListed{"ngoài danh sách trường", "not in the list of schools"};
inline constexpr Message kCriteria{"Tiêu chí: {0}", "Criteria: {0}"};
inline constexpr Message kNone{"không có", "none"};
inline constexpr Message kUnknownValue{"(không rõ)", "(unknown)"};

// Levels and awards.
inline constexpr Message kNationalStandard{"Chuẩn quốc gia", "National standard"};
inline constexpr Message kByScore{"{0} theo kết quả chấm", "{0} by score"};
inline constexpr Message kByDecision{"Chuẩn quốc gia theo quyết định",
                                     "National standard by decision"};
inline constexpr Message kMayBeHigher{"{0} có thể cao hơn khi đủ số liệu",
                                      "{0} may be higher once all data are in"};
inline constexpr Message kRecognizedAs{"mức độ {0}: {1}", "level {0}: {1}"};
inline constexpr Message kNationalShort{"mức độ {0}", "level {0}"};
inline constexpr Message kExpired{"{0} hết hạn", "{0} expired"};
inline constexpr Message kUndated{"{0} thiếu ngày công nhận", "{0} without a date"};
inline constexpr Message kMisdated{"{0} có ngày công nhận chưa tới hoặc sai",
                                   "{0} dated later or wrongly"};
inline constexpr Message kNoDecisionData{"{0} không có dữ liệu", "{0} without data"};

inline constexpr Message kYes{"có", "yes"};
inline constexpr Message kNo{"không", "no"};

// Counts of what to look at.
inline constexpr Message kMissingData{"Thiếu số liệu để xét mức tiếp theo",
                                      "Data missing for the next level"};
inline constexpr Message kContradictions{"Đánh giá mâu thuẫn với số liệu",
                                         "Judgements that contradict the figures"};
inline constexpr Message kUnverified{"Đánh giá đạt chưa đối chiếu được với số liệu",
                                     "Judged met, not verified by figures"};
inline constexpr Message kDoubtful{"Kết quả dựa vào quy định có độ tin cậy thấp",
                                   "Decided by texts of low certainty"};
inline constexpr Message kIndicators{"{0} chỉ báo", "{0} indicators"};

// Heads of columns.
inline constexpr Message kOrder{"STT", "No."};
inline constexpr Message kCode{"Mã", "Id"};
inline constexpr Message kSchool{"Trường", "School"};
inline constexpr Message kDistrict{"Huyện", "District"};
inline constexpr Message kCommune{"Xã", "Commune"};
inline constexpr Message kType{"Loại hình", "Type"};
inline constexpr Message kStage{"Cấp học", "Stage"};
inline constexpr Message kLevelHead{"Mức", "Level"};
inline constexpr Message kLevelMaxHead{"Mức cao nhất có thể", "Highest possible"};
inline constexpr Message kNationalHead{"Chuẩn QG", "National standard"};
inline constexpr Message kBlockingHead{"Còn vướng để lên mức tiếp theo",
                                       "In the way of the next level"};
inline constexpr Message kContradictionHead{"Mâu thuẫn", "Conflicts"};
inline constexpr Message kUnverifiedHead{"Chưa đối chiếu", "Not verified"};
inline constexpr Message kReason{"Lý do", "Reason"};
inline constexpr Message kCount{"Số trường", "Schools"};
inline constexpr Message kOutOf{"Trên tổng số", "Out of"};
inline constexpr Message kNationalWhole{"Thuộc diện chuẩn quốc gia",
                                        "In scope of the national standard"};
inline constexpr Message kShareHead{"Tỉ lệ", "Share"};
inline constexpr Message kRemark{"Ghi chú", "Remark"};
inline constexpr Message kTotal{"Tổng cộng", "Total"};
inline constexpr Message kBelowShort{"Chưa đạt", "Below 1"};
inline constexpr Message kResult{"Kết quả", "Result"};

// Out of scope.
inline constexpr Message kOutside{"Ngoài phạm vi ({0})", "Out of scope ({0})"};
inline constexpr Message kNoDay{"không rõ", "an unknown date"};

// Sheets of the workbook.
inline constexpr Message kSheetSource{"Nguồn", "Sources"};
inline constexpr Message kTitleSummary{"TỔNG HỢP KẾT QUẢ CHẤM THEO TIÊU CHÍ",
                                       "SUMMARY OF RESULTS BY CRITERIA"};
inline constexpr Message kTitleList{"DANH SÁCH TRƯỜNG THEO MỨC ĐẠT ĐƯỢC",
                                    "SCHOOLS AND THE LEVELS THEY REACH"};
inline constexpr Message kTitleSource{"NGUỒN SỐ LIỆU VÀ TIÊU CHÍ", "WHERE EVERYTHING COMES FROM"};

// The sheet of sources.
inline constexpr Message kProgram{"Chương trình", "Program"};
inline constexpr Message kDataDate{"Ngày đánh giá", "Date of assessment"};
inline constexpr Message kRunDate{"Ngày tính (--date)", "Date of the run (--date)"};
inline constexpr Message kSettings{"Tùy chọn", "Options"};
inline constexpr Message kContent{"Nội dung", "Content"};
inline constexpr Message kSets{"Bộ tiêu chí", "Criteria sets"};
inline constexpr Message kDocument{"Văn bản", "Document"};
inline constexpr Message kInForce{"Hiệu lực", "In force"};
inline constexpr Message kFromTo{"từ {0} đến {1}", "from {0} to {1}"};
inline constexpr Message kFrom{"từ {0}", "from {0}"};
inline constexpr Message kRowsHead{"Số dòng", "Rows"};
inline constexpr Message kSha256{"SHA-256", "SHA-256"};
inline constexpr Message kInDoubtHead{"Chỉ báo đã quyết định kết quả trong thời gian còn nghi vấn",
                                      "Indicators that decided results on days of doubt"};
inline constexpr Message kInDoubt{"Còn nghi vấn: {0} {1}", "In doubt: {0} {1}"};
inline constexpr Message kIndicatorCount{"Số chỉ báo", "Indicators"};
inline constexpr Message kStandardShort{"Tiêu chuẩn {0}", "Standard {0}"};
inline constexpr Message kIndicatorHead{"Chỉ báo", "Indicator"};

// Paper.
inline constexpr Message kSignNote{"(Ký, ghi rõ họ tên)", "(Signature and full name)"};
inline constexpr Message kSignSealNote{"(Ký tên, đóng dấu)", "(Signature and seal)"};

inline constexpr Message kSelf{"tự đánh giá", "self-assessment"};
inline constexpr Message kAssessed{"đánh giá", "assessment"};
inline constexpr Message kReached{"Đạt {0}", "Reaches {0}"};
inline constexpr Message kUpTo{", có thể đến {0} khi đủ số liệu",
                               ", up to {0} once all data are in"};

// Sections.
inline constexpr Message kCriterion{"Tiêu chuẩn, tiêu chí", "Standard, criterion"};

// A requirement.
inline constexpr Message kNeeds{"cần {0}", "needs {0}"};
inline constexpr Message kPoints{"điểm", "points"};
inline constexpr Message kPoint{"điểm", "point"};
inline constexpr Message kJudgedNotMet{"đánh giá không đạt", "judged not met"};
inline constexpr Message kFilledNotMet{"theo mức của tiêu chí", "by the criterion's level"};
inline constexpr Message kLacks{"thiếu: {0}", "lacks: {0}"};
inline constexpr Message kNotJudged{"chưa đánh giá", "not judged"};
}  // namespace kdcl::words
