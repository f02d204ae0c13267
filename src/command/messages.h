// What the commands say, and the descriptions of their options.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kFilesOption{
    "Tệp dữ liệu trường (.xlsx, CSV, YAML) hoặc thư mục chứa chúng; - là đầu vào chuẩn",
    "School data (.xlsx, CSV, YAML), or folders of them; - is standard input"};
inline constexpr Message kSummaryBy{
    "Địa bàn là cột này; mặc định: district, từ 01/07/2025 là commune",
    "Places are the values of this column; default: district, commune from 01/07/2025"};
inline constexpr Message kReportsSoFar{"đã ghi {0} trên {1} báo cáo", "{0} of {1} reports written"};

inline constexpr Message kSeeHelp{"xem kdcl{0} --help", "see kdcl{0} --help"};
inline constexpr Message kSuggestName{"có phải \"{0}\"?", "did you mean \"{0}\"?"};
inline constexpr Message kBadEnding{"-o: không biết dạng của \"{0}\"",
                                    "-o: the format of \"{0}\" is not known"};
inline constexpr Message kOr{" hoặc ", " or "};
inline constexpr Message kCannotRead{"không đọc được: {0}", "can't read: {0}"};
inline constexpr Message kTooLarge{"tệp lớn hơn {0} MiB", "the file is larger than {0} MiB"};
inline constexpr Message kOutputIsInput{"-o: \"{0}\" là tệp đầu vào", "-o: \"{0}\" is an input"};
inline constexpr Message kCannotWrite{"không ghi được {0}: {1}", "can't write {0}: {1}"};
}  // namespace kdcl::message
