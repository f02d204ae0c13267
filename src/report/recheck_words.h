// What readers of the recheck read, beside report/words.h and report/summary_words.h.
#pragma once

#include "base/language.h"

namespace kdcl::recheck_words {

// Pages.
inline constexpr Message kTitle{"RÀ SOÁT TRƯỜNG ĐÃ ĐƯỢC CÔNG NHẬN ĐẠT CHUẨN QUỐC GIA",
                                "RECHECK OF SCHOOLS RECOGNISED AT THE NATIONAL STANDARD"};
inline constexpr Message kOnDay{"Theo tiêu chuẩn có hiệu lực ngày {0} · {1}, {2} đã được công nhận",
                                "Under the standards in force on {0} · {1}, {2} recognised"};
inline constexpr Message kMergedCount{"{0} đã sáp nhập", "{0} merged into others"};
inline constexpr Message kOutsideCount{"{0} ngoài phạm vi", "{0} out of scope"};
inline constexpr Message kWithoutStandard{"{0} không thuộc diện chuẩn quốc gia",
                                          "{0} not in scope of the national standard"};
inline constexpr Message kStandards{"Tiêu chuẩn: {0}", "Standards: {0}"};

inline constexpr Message kTabOverview{"1 Tổng quan", "1 Overview"};
inline constexpr Message kTabPlaces{"2 Theo địa bàn", "2 By place"};
inline constexpr Message kTabShort{"3 Không còn đạt", "3 Falls short"};
inline constexpr Message kTabDoubtful{"4 Còn nghi vấn", "4 Doubtful"};
inline constexpr Message kTabExpiry{"5 Thời hạn", "5 Expiry"};
inline constexpr Message kTabList{"6 Danh sách", "6 Schools"};
inline constexpr Message kTabMerged{"7 Sáp nhập", "7 Merged"};
inline constexpr Message kTabSources{"8 Nguồn", "8 Sources"};

inline constexpr Message kTitleOverview{"KẾT QUẢ RÀ SOÁT TRƯỜNG ĐẠT CHUẨN QUỐC GIA",
                                        "RECOGNISED SCHOOLS UNDER THE STANDARDS IN FORCE"};
inline constexpr Message kTitlePlaces{"KẾT QUẢ RÀ SOÁT THEO {0}", "RESULTS BY {0}"};
inline constexpr Message kTitleShort{"TRƯỜNG KHÔNG CÒN ĐẠT MỨC ĐÃ ĐƯỢC CÔNG NHẬN",
                                     "SCHOOLS BELOW THE LEVEL THEY ARE RECOGNISED AT"};
inline constexpr Message kTitleDoubtful{"TRƯỜNG CÒN NGHI VẤN VÀ CHƯA CÓ SỐ LIỆU",
                                        "DOUBTFUL SCHOOLS AND SCHOOLS WITHOUT DATA"};
inline constexpr Message kTitleExpiry{"THỜI HẠN CÔNG NHẬN VÀ HẠN NỘP HỒ SƠ",
                                      "EXPIRY AND DATES TO FILE BY"};
inline constexpr Message kTitleList{"DANH SÁCH TRƯỜNG ĐÃ ĐƯỢC CÔNG NHẬN", "RECOGNISED SCHOOLS"};
inline constexpr Message kTitleMerged{"TRƯỜNG SÁP NHẬP VÀ TRƯỜNG NGOÀI PHẠM VI",
                                      "MERGED SCHOOLS AND SCHOOLS OUT OF SCOPE"};

// How schools stand.
inline constexpr Message kHolds{"Vẫn đạt", "Holds"};
inline constexpr Message kDoubtful{"Còn nghi vấn", "Doubtful"};
inline constexpr Message kFallsShort{"Không còn đạt", "Falls short"};
inline constexpr Message kNoData{"Chưa có số liệu", "No data"};
inline constexpr Message kValid{"Còn hạn", "Valid"};
inline constexpr Message kExpiring{"Hết hạn trong 12 tháng", "Expires within 12 months"};
inline constexpr Message kExpired{"Đã hết hạn", "Expired"};
inline constexpr Message kUndated{"Không rõ ngày", "Without a date"};
inline constexpr Message kInherited{"Từ trường tiền thân", "Of a predecessor"};

// Indicators that an amendment reworded.
inline constexpr Message kReworded{
    "Chỉ báo đã sửa nội dung, đánh giá theo nội dung cũ không dùng được ({0}): {1}",
    "Reworded indicators, for which earlier judgements do not count ({0}): {1}"};
inline constexpr Message kSecondResult{"Kết quả thứ hai dưới đây không xét các chỉ báo này.",
                                       "The second result below leaves these indicators out."};
inline constexpr Message kWithoutReworded{"Kết quả thứ hai: không xét chỉ báo đã sửa nội dung",
                                          "Second result: without the reworded indicators"};
inline constexpr Message kResultWithoutReworded{"Không xét chỉ báo đã sửa", "Without the reworded"};
inline constexpr Message kRewordedTitle{"{0}. Chỉ báo đã sửa nội dung", "{0}. Reworded indicators"};
inline constexpr Message kSecondShareTitle{
    "{0}. Tỉ lệ trường đạt chuẩn quốc gia, không xét chỉ báo đã sửa nội dung",
    "{0}. Share of schools at the national standard, without the reworded indicators"};
inline constexpr Message kSecondMatrixTitle{
    "{0}. Kết quả rà soát, không xét chỉ báo đã sửa nội dung",
    "{0}. Results, without the reworded indicators"};

// The share.
inline constexpr Message kShareTitle{"{0}. Tỉ lệ trường đạt chuẩn quốc gia",
                                     "{0}. Share of schools at the national standard"};
inline constexpr Message kShareChart{"Tỉ lệ trường đạt chuẩn quốc gia",
                                     "Share of schools at the national standard"};
inline constexpr Message kShareNow{"Hiện nay: công nhận còn hiệu lực",
                                   "Now: recognitions in force"};
inline constexpr Message kShareSure{"Nếu chỉ trường vẫn đạt giữ công nhận",
                                    "If only schools that hold kept it"};
inline constexpr Message kShareDoubtful{"Nếu trường còn nghi vấn cũng giữ",
                                        "If doubtful schools kept it, too"};
inline constexpr Message kChangePoints{"Thay đổi (điểm)", "Change (points)"};
inline constexpr Message kNoDataNote{
    "{0} có công nhận còn hiệu lực chưa có số liệu theo tiêu chuẩn đang áp dụng, không tính là giữ "
    "được.",
    "Of {0} with a recognition in force there are no data under these standards: not counted as "
    "kept."};
inline constexpr Message kInheritedNote{
    "{0} chỉ có công nhận của trường tiền thân: được rà soát, không tính vào tỉ lệ.",
    "{0} recognised only by a predecessor: rechecked, in no share."};
inline constexpr Message kKeptNote{
    "Công nhận giữ thời hạn đã ghi, thông tư sau có thay tiêu chuẩn; rà soát không làm mất công "
    "nhận.",
    "Recognitions keep their printed dates whatever circular came later; a recheck takes none "
    "away."};

// Tables.
inline constexpr Message kMatrixTitle{"{0}. Kết quả rà soát", "{0}. Results"};
inline constexpr Message kMatrixText{"Kết quả rà soát", "Results"};
inline constexpr Message kPlacesTitle{"{0}. Theo {1}", "{0}. By {1}"};
inline constexpr Message kInForce{"Công nhận còn hiệu lực", "Recognitions in force"};
inline constexpr Message kOfThese{"Trong đó", "Of these"};
inline constexpr Message kWouldBe{"Tỉ lệ nếu giữ", "Share if kept by"};
inline constexpr Message kBySure{"Vẫn đạt", "Holding"};
inline constexpr Message kWithDoubtful{"Kể cả nghi vấn", "With doubtful"};
inline constexpr Message kStandingHead{"Kết quả rà soát", "Result"};
inline constexpr Message kValidityHead{"Thời hạn", "Validity"};
inline constexpr Message kFileBy{"Hạn nộp hồ sơ", "File by"};
inline constexpr Message kLate{"đã quá hạn", "past"};
inline constexpr Message kAsked{"Mức cần", "Level asked"};
inline constexpr Message kFound{"Hiện trạng", "Found"};
inline constexpr Message kRequired{"Yêu cầu", "Required"};
inline constexpr Message kShortfall{"Thiếu", "Short"};
inline constexpr Message kException{"Ngưỡng riêng", "Exception"};
inline constexpr Message kTooFewCriteria{"quá ít tiêu chí áp dụng cho trường",
                                         "too few criteria apply to the school"};
inline constexpr Message kDecide{"Chỉ báo chưa rõ", "Unknown indicators"};
inline constexpr Message kFiguresMissing{"Số liệu cần bổ sung", "Figures to add"};
inline constexpr Message kDoubtfulList{"{0}. Còn nghi vấn: chỉ báo chưa rõ quyết định",
                                       "{0}. Doubtful: unknown indicators decide"};
inline constexpr Message kNoDataList{"{0}. Chưa có số liệu theo tiêu chuẩn đang áp dụng",
                                     "{0}. No data under the standards in force"};
inline constexpr Message kExpiringList{"{0}. Hết hạn trong 12 tháng",
                                       "{0}. Expiring within 12 months"};
inline constexpr Message kExpiredList{"{0}. Đã hết hạn", "{0}. Expired"};
inline constexpr Message kUndatedList{"{0}. Không rõ ngày công nhận",
                                      "{0}. Recognised without a date"};
inline constexpr Message kMisdatedList{
    "{0}. Ngày công nhận sau ngày rà soát hoặc không thể có",
    "{0}. Recognised on a day after this one, or one that can't be"};
inline constexpr Message kMergedList{"{0}. Công nhận của trường tiền thân",
                                     "{0}. Recognitions of predecessors"};
inline constexpr Message kOutsideList{"{0}. Ngoài phạm vi", "{0}. Out of scope"};
inline constexpr Message kPredecessor{"Trường tiền thân", "Predecessor"};
inline constexpr Message kPredecessorId{"Mã tiền thân", "Its id"};
inline constexpr Message kFileByNote{"Hạn nộp hồ sơ: năm tháng trước ngày hết hạn.",
                                     "File by: five months before the last day."};

// Text.
inline constexpr Message kTextShort{"Không còn đạt", "Falls short"};
inline constexpr Message kTextDoubtful{"Còn nghi vấn: cần làm rõ", "Doubtful: to be cleared up"};
inline constexpr Message kTextExpiring{"Hết hạn trong 12 tháng: nộp hồ sơ trước",
                                       "Expiring within 12 months: file by"};
inline constexpr Message kTextExpired{"Đã hết hạn", "Expired"};
inline constexpr Message kTextUndated{"Không rõ ngày công nhận", "Recognised without a date"};
inline constexpr Message kTextMisdated{"Ngày công nhận sau ngày rà soát hoặc không thể có",
                                       "Recognised on a day after this one, or one that can't be"};
inline constexpr Message kDecidedOn{"Ngày công nhận", "Recognised on"};
inline constexpr Message kTextMerged{"Công nhận của trường tiền thân",
                                     "Recognitions of predecessors"};
inline constexpr Message kLevelAndAsked{"mức {0}, cần mức {1}", "level {0}, level {1} asked"};
inline constexpr Message kNowShort{"Hiện nay", "Now"};
inline constexpr Message kSureShort{"Vẫn đạt", "Holding"};
inline constexpr Message kDoubtfulShort{"Kể cả nghi vấn", "With doubtful"};
inline constexpr Message kShortShort{"Không còn đạt", "Short"};
inline constexpr Message kExpiringShort{"Sắp hết hạn", "Expiring"};
inline constexpr Message kTextTypes{"Theo loại trường", "By school type"};
inline constexpr Message kTextPlaces{"Theo {0}", "By {0}"};

}  // namespace kdcl::recheck_words
