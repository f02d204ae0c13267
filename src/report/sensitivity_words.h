// Verdicts that rounding may change, in words.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kSensitiveTitle{"Kết quả sẽ đổi nếu số liệu lệch do làm tròn",
                                         "Verdicts that rounding may change"};
inline constexpr Message kSensitiveCount{"{0}: {1}", "{0}: {1}"};
inline constexpr Message kSensitiveFirst{"{0}: {1}, dưới đây là {2} chỉ báo đầu",
                                         "{0}: {1}, the first {2} below"};
inline constexpr Message kSensitiveNone{"không có kết quả nào như vậy", "there are none"};
inline constexpr Message kSensitiveFound{"Số liệu", "Found"};
inline constexpr Message kSensitiveNeeds{"Cần", "Needs"};
inline constexpr Message kSensitiveRange{"Thực có thể là", "May really be"};
inline constexpr Message kSensitiveNow{"Hiện nay", "Now"};
inline constexpr Message kSensitiveThen{"Khi đó", "Then"};
inline constexpr Message kSensitiveMeasure{"Số đo", "Measure"};
inline constexpr Message kSensitiveTab{"Làm tròn", "Rounding"};
inline constexpr Message kTitleSensitive{"KẾT QUẢ SẼ ĐỔI NẾU SỐ LIỆU LỆCH DO LÀM TRÒN",
                                         "VERDICTS THAT ROUNDING MAY CHANGE"};
inline constexpr Message kSensitiveNote{
    "Số viết với d chữ số thập phân có thể lệch nửa đơn vị của chữ số cuối; số đếm là chính xác.",
    "A number written with d decimals may be off by half a unit of its last digit; counts are "
    "exact."};

}  // namespace kdcl::words
