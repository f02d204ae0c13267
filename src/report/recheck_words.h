// What readers of the recheck read, beside report/words.h and report/summary_words.h.
#pragma once

#include "base/language.h"

namespace kdcl::recheck_words {

// Pages.
inline constexpr Message kTitle{"RÀ SOÁT TRƯỜNG ĐÃ ĐƯỢC CÔNG NHẬN ĐẠT CHUẨN QUỐC GIA",
                                "RECHECK OF SCHOOLS RECOGNISED AT THE NATIONAL STANDARD"};
inline constexpr Message kStandards{"Tiêu chuẩn: {0}", "Standards: {0}"};

inline constexpr Message kTabPlaces{"2 Theo địa bàn", "2 By place"};
inline constexpr Message kTabExpiry{"5 Thời hạn", "5 Expiry"};
inline constexpr Message kTabList{"6 Danh sách", "6 Schools"};
inline constexpr Message kTabSources{"8 Nguồn", "8 Sources"};

inline constexpr Message kTitlePlaces{"KẾT QUẢ RÀ SOÁT THEO {0}", "RESULTS BY {0}"};
inline constexpr Message kTitleExpiry{"THỜI HẠN CÔNG NHẬN VÀ HẠN NỘP HỒ SƠ",
                                      "EXPIRY AND DATES TO FILE BY"};
inline constexpr Message kTitleList{"DANH SÁCH TRƯỜNG ĐÃ ĐƯỢC CÔNG NHẬN", "RECOGNISED SCHOOLS"};

// How schools stand.
inline constexpr Message kHolds{"Vẫn đạt", "Holds"};
inline constexpr Message kDoubtful{"Còn nghi vấn", "Doubtful"};
inline constexpr Message kFallsShort{"Không còn đạt", "Falls short"};
inline constexpr Message kNoData{"Chưa có số liệu", "No data"};
inline constexpr Message kExpiring{"Hết hạn trong 12 tháng", "Expires within 12 months"};
inline constexpr Message kExpired{"Đã hết hạn", "Expired"};
inline constexpr Message kUndated{"Không rõ ngày", "Without a date"};

// Tables.
inline constexpr Message kInForce{"Công nhận còn hiệu lực", "Recognitions in force"};
inline constexpr Message kStandingHead{"Kết quả rà soát", "Result"};
inline constexpr Message kValidityHead{"Thời hạn", "Validity"};
inline constexpr Message kFileBy{"Hạn nộp hồ sơ", "File by"};
inline constexpr Message kAsked{"Mức cần", "Level asked"};
inline constexpr Message kException{"Ngưỡng riêng", "Exception"};
inline constexpr Message kDecide{"Chỉ báo chưa rõ", "Unknown indicators"};
inline constexpr Message kExpiredList{"{0}. Đã hết hạn", "{0}. Expired"};
inline constexpr Message kPredecessor{"Trường tiền thân", "Predecessor"};

// Text.
inline constexpr Message kExpiringShort{"Sắp hết hạn", "Expiring"};
inline constexpr Message kTextTypes{"Theo loại trường", "By school type"};
inline constexpr Message kTextPlaces{"Theo {0}", "By {0}"};
}  // namespace kdcl::recheck_words
