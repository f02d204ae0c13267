// What the comparison of schools says.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kCompareLine{"So sánh: {0} → {1}", "Comparison: {0} → {1}"};
inline constexpr Message kBothSides{"Có ở cả hai bên", "On both sides"};
inline constexpr Message kRose{"Lên mức", "Rose"};
inline constexpr Message kFell{"Xuống mức", "Fell"};
inline constexpr Message kSameLevel{"Giữ mức", "Same level"};
inline constexpr Message kNotComparable{"Khác bộ tiêu chí, không so sánh được",
                                        "Under sets that can't be compared"};
inline constexpr Message kOnlyIn{"Chỉ có ở {0}", "Only in {0}"};
inline constexpr Message kLevelMatrix{"Mức đạt được: {0} theo dòng, {1} theo cột",
                                      "Levels: {0} in rows, {1} in columns"};
inline constexpr Message kMovedSchools{"Trường thay đổi mức, và nguyên nhân",
                                       "Schools that moved, and why"};
inline constexpr Message kLevelNumber{"Mức {0}", "Level {0}"};
inline constexpr Message kMatrixCorner{"Mức", "Level"};
inline constexpr Message kLevels{"Mức", "Levels"};
inline constexpr Message kCauses{"Nguyên nhân", "Causes"};
inline constexpr Message kAlso{"Thay đổi khác, bỏ riêng cũng về mức cũ",
                               "Other changes that alone, undone, lead back"};
inline constexpr Message kOr{"hoặc chỉ riêng: {0}", "or alone: {0}"};
inline constexpr Message kCauseNote{
    "Nếu bỏ tất cả nguyên nhân nêu ở một trường thì trường trở lại mức cũ; không bớt được nguyên "
    "nhân nào.",
    "Undoing all causes of a school leads back to its old level, and none of them can be left "
    "out."};
inline constexpr Message kAlsoNote{
    "Nếu chỉ bỏ thay đổi ghi sau “hoặc chỉ riêng” thì trường cũng trở lại mức cũ.",
    "Undoing only what stands after “or alone” does so, too."};
inline constexpr Message kSchoolAndCauses{"Trường, nguyên nhân", "School, causes"};
inline constexpr Message kLevelBefore{"Mức trước", "Level before"};
inline constexpr Message kLevelAfter{"Mức sau", "Level after"};
inline constexpr Message kChange{"Thay đổi", "Change"};
inline constexpr Message kCompareTitle{"So sánh mức đạt được của các trường",
                                       "Levels of the schools compared"};
inline constexpr Message kMovesBy{"Thay đổi mức theo {0}", "Moves by {0}"};
inline constexpr Message kGroupChart{"Số trường lên mức và xuống mức",
                                     "Schools that rose and fell"};
inline constexpr Message kSchoolUnit{"trường", "schools"};
inline constexpr Message kTabMatrix{"Chuyển mức", "Levels"};
inline constexpr Message kTabMovesBy{"Theo {0}", "By {0}"};
inline constexpr Message kTabMoved{"Trường thay đổi", "Moved"};
inline constexpr Message kTabUnmatched{"Một phía", "One side"};
inline constexpr Message kUnmatched{"Trường chỉ có ở một phía hoặc không so sánh được",
                                    "Schools of one side only, or not comparable"};
inline constexpr Message kSide{"Phía", "Side"};
inline constexpr Message kMerged{"đã sáp nhập", "merged"};

inline constexpr Message kJudgementChanged{"{0}: đánh giá {1} → {2}", "{0}: judged {1} → {2}"};
inline constexpr Message kFigureChanged{"{0}: {1} → {2}", "{0}: {1} → {2}"};
inline constexpr Message kThresholdChanged{"{0}: ngưỡng {1} → {2}", "{0}: threshold {1} → {2}"};
inline constexpr Message kExceptionAdded{"{0}: thêm ngoại lệ {1}", "{0}: exception added: {1}"};
inline constexpr Message kExceptionTakenAway{"{0}: bỏ ngoại lệ {1}", "{0}: exception removed: {1}"};
inline constexpr Message kExceptionChanged{"{0}: ngoại lệ {1} → {2}", "{0}: exception {1} → {2}"};
inline constexpr Message kRequirementAdded{"{0}: thêm yêu cầu {1}", "{0}: requirement added: {1}"};
inline constexpr Message kRequirementTakenAway{"{0}: bỏ yêu cầu {1}",
                                               "{0}: requirement removed: {1}"};
inline constexpr Message kRequirementChanged{"{0}: yêu cầu {1} → {2}",
                                             "{0}: requirement {1} → {2}"};
inline constexpr Message kLevelAskedChanged{
    "{0}: bộ tiêu chí mà chỉ báo dẫn chiếu xếp mức theo cách khác",
    "{0}: the set whose level it asks for comes to it in another way"};
inline constexpr Message kOnlyWhen{"chỉ khi {0}", "only when {0}"};
inline constexpr Message kWithException{" (ngoại lệ {0})", " (exception {0})"};
inline constexpr Message kAnd{" và ", " and "};
inline constexpr Message kIndicatorAdded{"{0}: chỉ báo mới", "{0}: new indicator"};
inline constexpr Message kIndicatorRemoved{"{0}: chỉ báo được bỏ", "{0}: indicator removed"};
inline constexpr Message kLevelRuleChanged{"cách xếp mức thay đổi", "level rule changed"};
inline constexpr Message kExceptionGained{"được ngoại lệ: {0}", "exception gained: {0}"};
inline constexpr Message kExceptionLost{"mất ngoại lệ: {0}", "exception lost: {0}"};
inline constexpr Message kJudgedMet{"đạt", "met"};
inline constexpr Message kJudgedNotMetWord{"không đạt", "not met"};
inline constexpr Message kJudgedUnknown{"chưa rõ", "unknown"};
inline constexpr Message kJudgedNotApplicable{"không áp dụng", "not applicable"};

}  // namespace kdcl::words
