// What readers of trends read, beside report/summary_words.h.
#pragma once

#include "base/language.h"

namespace kdcl::trend_words {

inline constexpr Message kTabYears{"10 Qua các năm", "10 By year"};
inline constexpr Message kTabTrajectory{"11 Diễn biến", "11 Trajectory"};
inline constexpr Message kTitleYears{"KẾT QUẢ QUA CÁC NĂM", "RESULTS BY YEAR"};
inline constexpr Message kTitleTrajectory{"DIỄN BIẾN CỦA TỪNG TRƯỜNG", "TRAJECTORY OF EACH SCHOOL"};

inline constexpr Message kStandardByYear{"Chuẩn quốc gia qua các năm", "National standard by year"};
inline constexpr Message kLevelsByYear{"Mức đạt được qua các năm (bộ tiêu chí có {0} mức)",
                                       "Levels by year (sets with {0} levels)"};
inline constexpr Message kChanges{"Mức so với năm trước trong dữ liệu",
                                  "Levels against the year before in the data"};
inline constexpr Message kAssessed{"Số trường được đánh giá", "Schools assessed"};
inline constexpr Message kAgainst{"So với năm", "Against"};
inline constexpr Message kRose{"Lên mức", "Rose"};
inline constexpr Message kSame{"Giữ mức", "Same"};
inline constexpr Message kFell{"Xuống mức", "Fell"};
inline constexpr Message kOtherLevels{"Không so được", "Not comparable"};
inline constexpr Message kBoth{"Có cả hai năm", "In both"};
inline constexpr Message kAdded{"Mới có", "New"};
inline constexpr Message kGone{"Không còn", "Gone"};

inline constexpr Message kOfLevels{"{0} ({1} mức)", "{0} (of {1})"};
inline constexpr Message kLevelByScore{"Mức theo kết quả chấm", "Level by score"};
inline constexpr Message kLevelChange{"Tăng (+), giảm (-) mức", "Levels gained (+) or lost (-)"};
inline constexpr Message kDayHead{"Tính đến", "As of"};

inline constexpr Message kListHint{"Từng trường: trang “{0}” của -o TỆP.xlsx",
                                   "School by school: sheet “{0}” of -o FILE.xlsx"};
inline constexpr Message kEarlierNote{
    "Các phần khác tính mỗi trường theo lần đánh giá gần nhất, kể cả {0} không được đánh giá năm "
    "{1}.",
    "All other parts count each school by its latest assessment, also {0} not assessed in {1}."};
inline constexpr Message kChangeNote{
    "Lên mức, xuống mức: mọi mức trường có thể đạt năm sau đều cao hơn, thấp hơn năm trước; chưa "
    "rõ "
    "khi còn thiếu số liệu. Mới có, không còn: chỉ được đánh giá năm sau, năm trước. Chỉ so giữa "
    "các bộ tiêu chí có cùng số mức; mức không quy đổi.",
    "Rose, fell: whatever level the school may have is above, below that of the year before; "
    "unclear where data are missing. New, gone: assessed only in the year, in the one before. "
    "Only sets with as many levels are compared; levels are never "
    "converted."};
inline constexpr Message kTrajectoryNote{
    "Tăng, giảm mức: năm cuối so với năm đầu được chấm theo bộ có cùng số mức. Chuẩn quốc gia theo "
    "quyết định: mức độ còn hiệu lực cuối năm, 0 là chưa được công nhận.",
    "Levels gained or lost: the last year against the first one by a set with as many levels. "
    "National standard by decision: the level in force at the end of the year, 0 if not "
    "recognised."};

}  // namespace kdcl::trend_words
