// What a report on one school says: verdicts explained in sentences.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kSelf{"tự đánh giá", "self-assessment"};
inline constexpr Message kExternal{"đánh giá ngoài", "external assessment"};
inline constexpr Message kAppraisal{"thẩm định", "external assessment"};
inline constexpr Message kAssessed{"đánh giá", "assessment"};
inline constexpr Message kReached{"Đạt {0}", "Reaches {0}"};
inline constexpr Message kReachedNone{"Chưa đạt {0}", "Below {0}"};
inline constexpr Message kUpTo{", có thể đến {0} khi đủ số liệu",
                               ", up to {0} once all data are in"};
inline constexpr Message kOfSchool{"toàn trường: {0}", "whole school: {0}"};
inline constexpr Message kDecisionLine{"Theo quyết định: chuẩn quốc gia mức độ {0}{1}",
                                       "By decision: national standard level {0}{1}"};
inline constexpr Message kDecisionNone{"Theo quyết định: chưa được công nhận chuẩn quốc gia",
                                       "By decision: not at national standard"};
inline constexpr Message kDecisionDay{", công nhận ngày {0}", ", recognised on {0}"};
inline constexpr Message kDecisionRanOut{", đã hết hiệu lực", ", expired"};

// Sections.
inline constexpr Message kBlockingTitle{"Để lên {0} còn {1} chỉ báo không đạt",
                                        "In the way of {0}: {1} indicators not met"};
inline constexpr Message kBlockingOne{"Để lên {0} còn 1 chỉ báo không đạt",
                                      "In the way of {0}: 1 indicator not met"};
inline constexpr Message kMissingTitle{"Thiếu số liệu hoặc đánh giá để xét {0}",
                                       "Data or judgements missing for {0}"};
inline constexpr Message kOtherNotMet{"Không đạt khác", "Also not met"};
inline constexpr Message kOtherUnknown{"Chưa rõ khác", "Also unknown"};
inline constexpr Message kContradictionTitle{"Cần xem lại", "To look at again"};
inline constexpr Message kMonitorTitle{"Số đo theo dõi, không quyết định kết quả",
                                       "Monitored, never deciding"};
inline constexpr Message kConditionsTitle{"Điều kiện công nhận", "Conditions of awards"};
inline constexpr Message kStrengthsTitle{"Điểm mạnh: {0} tiêu chí đạt mức cao nhất của tiêu chí",
                                         "Strengths: {0} criteria at their own highest level"};
inline constexpr Message kStrengthsOne{"Điểm mạnh: 1 tiêu chí đạt mức cao nhất của tiêu chí",
                                       "Strengths: 1 criterion at its own highest level"};
inline constexpr Message kUnverifiedTitle{"Đánh giá đạt chưa đối chiếu được với số liệu",
                                          "Judged met, not verified by figures"};
inline constexpr Message kCriteriaTitle{"Các tiêu chí", "Criteria"};
inline constexpr Message kCriterion{"Tiêu chuẩn, tiêu chí", "Standard, criterion"};
inline constexpr Message kMarksHead{"Từng mức", "Each level"};
inline constexpr Message kMarksLegend{
    "●  đạt   –  không đạt   ?  chưa rõ   ·  mức này không có yêu cầu hoặc không áp dụng",
    "●  met   –  not met   ?  unknown   ·  nothing asked at this level, or not applicable"};
inline constexpr Message kStagesTitle{"Các cấp học", "Stages"};
inline constexpr Message kLowest{"Mức của trường là mức thấp nhất của các cấp học: {0}",
                                 "The school's level is the lowest of its stages: {0}"};

// A requirement.
inline constexpr Message kNeeds{"cần {0}", "needs {0}"};
inline constexpr Message kSomeLevel{"mức {0}", "level {0}"};
inline constexpr Message kOrBetter{"{0} trở lên", "{0} or better"};
inline constexpr Message kOrLess{"{0} trở xuống", "{0} or below"};
inline constexpr Message kShort{"thiếu {0}", "short by {0}"};
inline constexpr Message kOver{"vượt {0}", "over by {0}"};
inline constexpr Message kOff{"lệch {0}", "off by {0}"};
inline constexpr Message kPoints{"điểm", "points"};
inline constexpr Message kPoint{"điểm", "point"};
inline constexpr Message kJudgedNotMet{"đánh giá không đạt", "judged not met"};
inline constexpr Message kFilledNotMet{"theo mức của tiêu chí", "by the criterion's level"};
inline constexpr Message kExceptionNote{"ngưỡng riêng: {0} (chung: {1})",
                                        "own threshold: {0} (general: {1})"};
inline constexpr Message kLowCertainty{"quy định này có độ tin cậy thấp",
                                       "this text is of low certainty"};
inline constexpr Message kHeldBy{"còn vướng: {0}", "in the way: {0}"};
inline constexpr Message kLacks{"thiếu: {0}", "lacks: {0}"};
inline constexpr Message kNotJudged{"chưa đánh giá", "not judged"};
inline constexpr Message kNoFigure{"thiếu số liệu", "no figure"};
inline constexpr Message kJudgedMetBut{"đánh giá đạt nhưng số liệu {0}, {1}: {2}",
                                       "judged met but the figure is {0}, {1}: {2}"};
inline constexpr Message kJudgedNotMetBut{"đánh giá không đạt nhưng số liệu {0}, {1}: {2}",
                                          "judged not met but the figure is {0}, {1}: {2}"};
inline constexpr Message kExcluded{
    "tiêu chí bắt buộc được đánh giá không áp dụng, nên không tính vào mức",
    "mandatory, but judged not applicable, and so left out of the level"};
inline constexpr Message kJudgedBut{"đánh giá mâu thuẫn với số liệu",
                                    "the judgement contradicts the figures"};

}  // namespace kdcl::words
