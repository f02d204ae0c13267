// What `kdcl recheck` says besides its report.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kRecheckAbout{
    "Rà soát trường đã công nhận theo tiêu chuẩn hiện hành: còn đạt, thiếu gì, hết hạn khi nào",
    "Recheck recognised schools under the standards in force: who holds, who falls short, expiry"};
inline constexpr Message kRecheckDate{
    "Ngày rà soát: theo tiêu chuẩn có hiệu lực ngày này; mặc định: ngày đánh giá cuối",
    "Day of the recheck: by the standards in force on it; default: the last day of assessment"};
inline constexpr Message kNothingToRecheck{"không có trường nào để rà soát",
                                           "there is no school to recheck"};
inline constexpr Message kNothingRechecked{"{0} lỗi, {1} cảnh báo. Chưa rà soát.",
                                           "errors: {0}, warnings: {1}. Nothing was rechecked."};
inline constexpr Message kTwoSetsOnDay{"trường {0}: cả hai bộ {1} và {2} đều áp dụng ngày {3}",
                                       "school {0}: the sets {1} and {2} both apply on {3}"};
}  // namespace kdcl::message
