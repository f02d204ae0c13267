// What readers of the summary read, beside report/words.h.
#pragma once

#include "base/language.h"

namespace kdcl::summary_words {

// Pages.
inline constexpr Message kNumbered{"BIỂU {0}. {1}", "TABLE {0}. {1}"};
inline constexpr Message kAsOfDay{"Tính đến ngày {0}, từ {1} · {2}", "As of {0}, from {1} · {2}"};
inline constexpr Message kAsOfAnyDay{"Tính đến ngày {0}, mọi ngày trước đó · {1}",
                                     "As of {0}, any day before it · {1}"};
inline constexpr Message kNoDay{"Không rõ ngày · {0}", "Date unknown · {0}"};
inline constexpr Message kOutside{"{0} ngoài phạm vi", "{0} out of scope"};
inline constexpr Message kOlder{"{0} không có trong dữ liệu năm nay",
                                "{0} not in this year's data"};
inline constexpr Message kLeftOut{"{0} bỏ lại vì dữ liệu có lỗi", "{0} left out for faults"};
inline constexpr Message kNotReceived{"{0} chưa có dữ liệu", "{0} not received"};
inline constexpr Message kUnlisted{"{0} ngoài danh sách trường", "{0} not in the list of schools"};
inline constexpr Message kNotReceivedHead{"Chưa có dữ liệu", "Not received"};
inline constexpr Message kDecisionBase{"Tính tỉ lệ theo quyết định", "Base of shares by decision"};
inline constexpr Message kNotReceivedTitle{"{0}. Trong danh sách trường, chưa có dữ liệu của năm",
                                           "{0}. In the list of schools, not received this year"};
inline constexpr Message kTextNotReceived{"Trong danh sách trường, chưa có dữ liệu của năm",
                                          "In the list of schools, not received this year"};
inline constexpr Message kUnlistedTitle{
    "{0}. Có dữ liệu nhưng không có trong danh sách trường, không tính vào số nào",
    "{0}. With data, but not in the list of schools, in no figure"};
inline constexpr Message kTextUnlisted{
    "Có dữ liệu nhưng không có trong danh sách trường, không tính vào số nào",
    "With data, but not in the list of schools, in no figure"};
inline constexpr Message kOlderSince{"{0} không có trong dữ liệu từ ngày ấy",
                                     "{0} not in the data since then"};
inline constexpr Message kLaterRows{"{0} dòng sau ngày ấy để riêng, không tính",
                                    "{0} rows after that day left aside"};
inline constexpr Message kOneLaterRow{"1 dòng sau ngày ấy để riêng, không tính",
                                      "1 row after that day left aside"};
inline constexpr Message kOfEarlierYears{"{0} không có ở năm {1}", "{0} not assessed in {1}"};
inline constexpr Message kOutOfNational{"tỉ lệ chuẩn quốc gia tính trên {0} thuộc diện công nhận",
                                        "shares of the national standard are of {0} in its scope"};
inline constexpr Message kOnlySums{"{0} chỉ có số tổng, không có trong danh sách",
                                   "of {0} there are only sums, no lines in the lists"};
inline constexpr Message kTitle{
    "BÁO CÁO TỔNG HỢP KIỂM ĐỊNH CHẤT LƯỢNG GIÁO DỤC VÀ TRƯỜNG ĐẠT CHUẨN QUỐC GIA",
    "SUMMARY OF SCHOOL ACCREDITATION AND THE NATIONAL STANDARD"};

inline constexpr Message kTabTypes{"1 Tổng hợp", "1 Summary"};
inline constexpr Message kTabTargets{"2 Chỉ tiêu", "2 Targets"};
inline constexpr Message kTabPlaces{"3 Theo địa bàn", "3 By place"};
inline constexpr Message kTabWeak{"4 Điểm yếu", "4 Weaknesses"};
inline constexpr Message kTabStrong{"5 Điểm mạnh", "5 Strengths"};
inline constexpr Message kTabNear{"6 Sắp đạt", "6 Near"};
inline constexpr Message kTabExpiry{"7 Hết hạn", "7 Expiry"};
inline constexpr Message kTabList{"8 Danh sách", "8 Schools"};
inline constexpr Message kTabGaps{"9 Dữ liệu thiếu", "9 Data gaps"};
inline constexpr Message kTabSources{"{0} Nguồn", "{0} Sources"};

inline constexpr Message kTitleTypes{"TỔNG HỢP KẾT QUẢ THEO LOẠI TRƯỜNG", "RESULTS BY SCHOOL TYPE"};
inline constexpr Message kTitleTargets{"TIẾN ĐỘ SO VỚI CHỈ TIÊU", "PROGRESS TO TARGETS"};
inline constexpr Message kTitlePlaces{"KẾT QUẢ THEO {0}", "RESULTS BY {0}"};
inline constexpr Message kTitleWeak{"CHỈ BÁO CÒN VƯỚNG ĐỂ LÊN MỨC TIẾP THEO",
                                    "INDICATORS IN THE WAY OF THE NEXT LEVEL"};
inline constexpr Message kTitleStrong{"TIÊU CHÍ ĐẠT MỨC CAO NHẤT",
                                      "CRITERIA AT THEIR HIGHEST LEVEL"};
inline constexpr Message kTitleNear{"TRƯỜNG SẮP ĐẠT DANH HIỆU KẾ TIẾP",
                                    "SCHOOLS NEAR THEIR NEXT AWARD"};
inline constexpr Message kTitleExpiry{"THỜI HẠN CÔNG NHẬN ĐẠT CHUẨN QUỐC GIA",
                                      "EXPIRY OF NATIONAL-STANDARD RECOGNITIONS"};
inline constexpr Message kTitleList{"DANH SÁCH TRƯỜNG", "SCHOOLS"};
inline constexpr Message kTitleGaps{"DỮ LIỆU CÒN THIẾU VÀ CẦN XEM LẠI",
                                    "DATA THAT ARE MISSING OR TO BE LOOKED AT"};

// Columns of the form.
inline constexpr Message kTypeHead{"Cấp học, loại trường", "School type"};
inline constexpr Message kAllSchools{"Tổng số trường", "Schools"};
inline constexpr Message kNationalSchools{"Thuộc diện CQG", "In scope of the standard"};
inline constexpr Message kNumber{"SL", "No."};
inline constexpr Message kPercent{"%", "%"};
inline constexpr Message kSelfAssessed{"Hoàn thành tự đánh giá", "Self-assessed"};
inline constexpr Message kExternallyAssessed{"Đánh giá ngoài", "Externally assessed"};
inline constexpr Message kAccreditationByScore{"KĐCLGD theo kết quả chấm",
                                               "Accreditation by score"};
inline constexpr Message kAccreditationByDecision{"KĐCLGD theo giấy chứng nhận",
                                                  "Accreditation by certificate"};
inline constexpr Message kCertificate{"Cấp độ {0}", "Level {0}"};
inline constexpr Message kNoDataCell{"không có dữ liệu", "no data"};
inline constexpr Message kBlankNote{"Ô trống là không có dữ liệu: {0}.",
                                    "Blank cells: the data do not say. {0}."};
inline constexpr Message kCertificateNote{"Giấy chứng nhận KĐCLGD không tính: {0}.",
                                          "Accreditation certificates not counted: {0}."};
inline constexpr Message kCertificateUndated{"{0} thiếu ngày cấp", "{0} without a day"};
inline constexpr Message kCertificateMisdated{"{0} có ngày cấp chưa tới hoặc sai",
                                              "{0} dated later or wrongly"};
inline constexpr Message kStandardByScore{"Chuẩn quốc gia theo kết quả chấm",
                                          "National standard by score"};
inline constexpr Message kStandardByDecision{"Chuẩn quốc gia theo quyết định",
                                             "National standard by decision"};
inline constexpr Message kDegree1{"Mức độ 1", "Level 1"};
inline constexpr Message kDegree2{"Mức độ 2", "Level 2"};
inline constexpr Message kInTheYear{"Công nhận trong năm", "Recognised in the year"};
inline constexpr Message kNewly{"Mới", "New"};
inline constexpr Message kAgain{"Lại", "Again"};
inline constexpr Message kUnclear{"Chưa rõ", "Unclear"};
inline constexpr Message kExpiredHead{"Hết hạn, chưa công nhận lại", "Expired, not renewed"};
inline constexpr Message kExpiringHead{"Hết hạn trong 12 tháng", "Expire within 12 months"};
inline constexpr Message kNearHead{"Sắp đạt danh hiệu", "Near an award"};
inline constexpr Message kState{"Công lập", "Public"};
inline constexpr Message kOtherOwner{"Ngoài công lập", "Non-public"};
inline constexpr Message kUnknownOwner{"Không rõ công lập hay ngoài công lập", "Ownership unknown"};
inline constexpr Message kUnknownType{"Không rõ loại trường", "Type unknown"};
inline constexpr Message kUnknownPlace{"(không rõ)", "(unknown)"};
inline constexpr Message kAll{"Cộng", "Total"};
inline constexpr Message kOwnershipHead{"Loại hình", "Ownership"};
inline constexpr Message kScoreBasis{
    "Theo kết quả chấm: mức mà số liệu và đánh giá trong dữ liệu đạt được; theo quyết định: công "
    "nhận, giấy chứng nhận còn hiệu lực tại ngày báo cáo.",
    "By score: what the figures and judgements of the data reach; by decision: recognitions and "
    "certificates in force on the day of the report."};
inline constexpr Message kUnclearNote{
    "{0} được công nhận trong năm chưa rõ mới hay lại: dữ liệu không có cột {1}.",
    "Of {0} recognised in the year it is not known whether newly or again: the data lack the "
    "column {1}."};

// Targets.
inline constexpr Message kTarget{"Chỉ tiêu", "Target"};
inline constexpr Message kGroup{"Nhóm", "Group"};
inline constexpr Message kBy{"Mốc", "By"};
inline constexpr Message kGoal{"Chỉ tiêu", "Goal"};
inline constexpr Message kReached{"Đạt", "Reached"};
inline constexpr Message kAmong{"Trên tổng số", "Out of"};
inline constexpr Message kShare{"Tỉ lệ", "Share"};
inline constexpr Message kPoints{"điểm", "points"};
inline constexpr Message kSchoolsUnit{"trường", "schools"};
inline constexpr Message kAhead{"vượt {0}", "{0} ahead"};
inline constexpr Message kNeeded{"còn thiếu {0}", "{0} needed"};
inline constexpr Message kJustReached{"vừa đủ", "just reached"};
inline constexpr Message kProgress{"Kết quả so với chỉ tiêu gần nhất",
                                   "Results against the nearest goal"};
inline constexpr Message kNextGoals{"Các mốc tiếp theo và nhịp độ cần có",
                                    "Next goals and the pace they ask for"};
inline constexpr Message kDifferencePoints{"Chênh lệch (điểm)", "Difference (points)"};
inline constexpr Message kAheadSchools{"Vượt (+), còn thiếu (-) trường",
                                       "Schools ahead (+) or needed (-)"};
inline constexpr Message kGoalPercent{"Chỉ tiêu (%)", "Goal (%)"};
inline constexpr Message kSharePercent{"Tỉ lệ (%)", "Share (%)"};
inline constexpr Message kStillNeeded{"Còn thiếu", "Needed"};
inline constexpr Message kMonthsLeft{"Còn (tháng)", "Months left"};
inline constexpr Message kPace{"Trường mỗi năm", "Schools a year"};
inline constexpr Message kHistory{"Diễn biến", "History"};
inline constexpr Message kDay{"Ngày", "Day"};
inline constexpr Message kSourceHead{"Nguồn", "Source"};
inline constexpr Message kThisReport{"báo cáo này", "this report"};
inline constexpr Message kCheckedMedium{"độ tin cậy: trung bình", "certainty: medium"};
inline constexpr Message kCheckedLow{"độ tin cậy: thấp", "certainty: low"};
inline constexpr Message kByType{"Theo loại trường: đã đạt, sắp hết hạn, sắp đạt",
                                 "By school type: reached, expiring, near"};
inline constexpr Message kOpenNote{
    "{0}: {1} chưa đủ số liệu để tính, vẫn ở trong mẫu số.",
    "{0}: {1} can't be counted for lack of data and stay in the denominator."};
inline constexpr Message kNoTargets{"Không có tệp chỉ tiêu (--targets).",
                                    "No targets file was given (--targets)."};

// Weaknesses and strengths.
inline constexpr Message kStandardHead{"Tiêu chuẩn", "Standard"};
inline constexpr Message kIndicator{"Chỉ báo", "Indicator"};
inline constexpr Message kCriterion{"Tiêu chí", "Criterion"};
inline constexpr Message kText{"Nội dung", "Text"};
inline constexpr Message kKept{"Số trường vướng", "Schools it keeps"};
inline constexpr Message kOnly{"Vướng duy nhất", "Nothing else keeps"};
inline constexpr Message kKeptTitle{"{0}. {1}: chỉ báo, xếp theo số trường vướng (trên {2})",
                                    "{0}. {1}: indicators by the schools they keep (of {2})"};
inline constexpr Message kStandardsTitle{"{0}. {1}: theo tiêu chuẩn", "{0}. {1}: by standard"};
inline constexpr Message kLevelsTitle{"{0}. {1}: mức đạt được của từng tiêu chí",
                                      "{0}. {1}: levels reached by each criterion"};
inline constexpr Message kHeatTitle{"{0}. {1}: số trường vướng ở từng tiêu chí, theo {2}",
                                    "{0}. {1}: schools that each criterion keeps, by {2}"};
inline constexpr Message kMostPlaces{
    "Chỉ in {0} nơi có nhiều trường vướng nhất trong {1} nơi; --by chọn cột ít giá trị hơn.",
    "Only the {0} places with most schools kept, of {1}; --by chooses a column with fewer values."};
inline constexpr Message kBelowOne{"Dưới mức 1", "Below 1"};
inline constexpr Message kStrongTitle{"{0}. {1}", "{0}. {1}"};
inline constexpr Message kHighest{"Mức cao nhất", "Highest level"};
inline constexpr Message kAtHighest{"Số trường đạt", "Schools there"};
inline constexpr Message kRowNote{"Trường nhiều cấp học được tính theo từng cấp học.",
                                  "A school of several stages counts once a stage."};
inline constexpr Message kNothingKept{"Không có chỉ báo nào giữ trường lại.",
                                      "No indicator keeps a school."};

// Near an award.
inline constexpr Message kNextAward{"Danh hiệu kế tiếp", "Next award"};
inline constexpr Message kAway{"Còn cách (chỉ báo)", "Indicators away"};
inline constexpr Message kNotMet{"Chưa đạt", "Not met"};
inline constexpr Message kMissing{"Thiếu số liệu", "Data missing"};
inline constexpr Message kByDecision{"Theo quyết định", "By decision"};
inline constexpr Message kLegend{"Nội dung các chỉ báo nêu trên", "The indicators named above"};
inline constexpr Message kNearNote{
    "Trường còn cách danh hiệu kế tiếp từ một đến ba chỉ báo chưa đạt hoặc chưa rõ.",
    "Schools with one to three indicators, not met or unknown, before their next award."};

// Expiry.
inline constexpr Message kByYear{"{0}. Số công nhận theo năm hết hạn",
                                 "{0}. Recognitions by the year in which they end"};
inline constexpr Message kWithinYear{"{0}. Hết hạn trong 12 tháng tới",
                                     "{0}. Ending within 12 months"};
inline constexpr Message kNotCarried{
    "{0}. Còn hiệu lực nhưng kết quả chấm không còn đạt mức được công nhận",
    "{0}. In force, but of a level that the score no longer reaches"};
inline constexpr Message kCarriedInDoubt{
    "{0}. Còn hiệu lực, chưa rõ còn đạt mức được công nhận: tùy số liệu còn thiếu",
    "{0}. In force, in doubt whether still at that level: missing data decide"};
inline constexpr Message kNotMetForIt{"Chưa đạt để công nhận lại", "Not met for the renewal"};
inline constexpr Message kUnknownForIt{"Chưa rõ, cần để công nhận lại",
                                       "Unknown, needed for the renewal"};
inline constexpr Message kExpiredList{"{0}. Đã hết hạn, chưa công nhận lại",
                                      "{0}. Expired and not renewed"};
inline constexpr Message kYear{"Năm", "Year"};
inline constexpr Message kDecisionNumber{"Số quyết định", "Decision"};
inline constexpr Message kSigned{"Ngày ký", "Signed on"};
inline constexpr Message kUntil{"Ngày hết hạn", "Valid until"};
inline constexpr Message kMonths{"Còn lại (tháng)", "Months left"};
inline constexpr Message kDegree{"Mức độ CQG", "Standard level"};
inline constexpr Message kScoreDegree{"CQG theo chấm", "Standard by score"};
inline constexpr Message kInTheWay{"Chỉ báo chưa đạt", "Indicators not met"};
inline constexpr Message kPlannedYear{"Kế hoạch năm công nhận", "Year planned"};

// Data gaps.
inline constexpr Message kGapCounts{"{0}. Tổng hợp", "{0}. Counts"};
inline constexpr Message kGapIndicators{"{0}. {1}: theo chỉ báo", "{0}. {1}: by indicator"};
inline constexpr Message kAskTitle{"{0}. Cần hỏi lại từng trường",
                                   "{0}. What to ask of which school"};
inline constexpr Message kOutsideTitle{"{0}. Ngoài phạm vi", "{0}. Out of scope"};
inline constexpr Message kNamesTitle{"{0}. Tên viết nhiều cách",
                                     "{0}. Names written in several ways"};
inline constexpr Message kAskMissing{"Số liệu, đánh giá còn thiếu",
                                     "Figures and judgements missing"};
inline constexpr Message kAskReview{"Mâu thuẫn cần xem lại", "Contradictions to look at"};
inline constexpr Message kAskDecision{"Công nhận", "Recognition"};
inline constexpr Message kAskDate{"ngày công nhận", "date of the decision"};
inline constexpr Message kAskLevel{"mức công nhận", "level recognised"};
inline constexpr Message kUndatedCount{"Có quyết định nhưng thiếu ngày công nhận",
                                       "Decided, date missing"};
inline constexpr Message kMisdatedCount{
    "Có quyết định ghi ngày sau ngày báo cáo hoặc không thể có",
    "Decided on a day after the report's, or one that can't be"};
inline constexpr Message kNoDecisionCount{"Không có dữ liệu về công nhận", "No data on decisions"};
inline constexpr Message kReportDay{"Tính đến ngày", "As of"};
inline constexpr Message kCountedFrom{"Tính từ ngày", "Counted from"};
inline constexpr Message kAnyDay{"mọi ngày", "any day"};
inline constexpr Message kOlderTitle{
    "{0}. Không có trong dữ liệu năm nay, không tính vào tỉ lệ nào",
    "{0}. Not in this year's data, in no share"};
inline constexpr Message kTextOlder{"Không có trong dữ liệu năm nay, không tính vào tỉ lệ nào",
                                    "Not in this year's data, in no share"};
inline constexpr Message kLastAssessed{"Đánh giá gần nhất", "Last assessed"};
inline constexpr Message kMoreSchools{"và {0} nữa: trang “{1}” của -o TỆP.xlsx",
                                      "and {0} more: sheet “{1}” of -o FILE.xlsx"};
inline constexpr Message kNames{"Các cách viết", "Ways of writing"};

// Text.
inline constexpr Message kTextTypes{"Theo loại trường", "By school type"};
inline constexpr Message kTextPlaces{"Theo {0}", "By {0}"};
inline constexpr Message kTextWeak{"Vướng nhiều nhất để lên mức tiếp theo",
                                   "Most often in the way of the next level"};
inline constexpr Message kTextStrong{
    "Điểm mạnh: tiêu chí nhiều trường đạt mức cao nhất",
    "Strengths: criteria most schools bring to their highest level"};
inline constexpr Message kTextNear{"Sắp đạt danh hiệu kế tiếp", "Near the next award"};
inline constexpr Message kTextExpiry{"Công nhận theo năm hết hạn",
                                     "Recognitions by the year in which they end"};
inline constexpr Message kTextGaps{"Dữ liệu cần bổ sung, xem lại", "Data to add or to look at"};
inline constexpr Message kDecidedShort{"Theo QĐ", "Decided"};
inline constexpr Message kScoredShort{"Theo chấm", "By score"};
inline constexpr Message kPaceText{"cần {0} trường mỗi năm", "{0} schools a year needed"};
inline constexpr Message kPointsHead{"Điểm", "Points"};
inline constexpr Message kStanding{"So với chỉ tiêu", "Against the goal"};
inline constexpr Message kExpiringShort{"Sắp hết hạn", "Expiring"};
inline constexpr Message kNearShort{"Sắp đạt", "Near"};
inline constexpr Message kNotCarriedHead{"Kết quả chấm không còn đạt mức được công nhận",
                                         "Score no longer reaches the level recognised"};
inline constexpr Message kInDoubtHead{"Chưa rõ kết quả chấm còn đạt mức được công nhận",
                                      "In doubt whether the score still reaches it"};
inline constexpr Message kAwayCount{"còn {0} chỉ báo", "{0} indicators away"};
inline constexpr Message kAwayOne{"còn 1 chỉ báo", "1 indicator away"};

}  // namespace kdcl::summary_words
