// What the reader of targets says of a wrong file. Faults of single values are in
// yaml_values_messages.h, of expressions in model/expression_parts.h.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kTargetTwice{"id: chỉ tiêu \"{0}\" ghi hai lần",
                                      "id: the target \"{0}\" is listed twice"};

// Expressions
inline constexpr Message kConstantCondition{
    "{0}: biểu thức không dùng trường, số đo hay cột nào, nên đúng hoặc sai cho mọi trường học",
    "{0}: the expression uses no field, measure or column, so all schools are alike to it"};
inline constexpr Message kCountsNothing{
    "count: trái với among, nên không trường nào được đếm",
    "count: the opposite of among, so that no school would be counted"};
inline constexpr Message kCountsAll{"count: giống among, nên trường nào cũng được đếm",
                                    "count: the same as among, so that every school is counted"};
inline constexpr Message kNotAGroup{"{0}: \"{1}\" không phải là giá trị của {2}",
                                    "{0}: \"{1}\" is no value of {2}"};
inline constexpr Message kGroupsAre{"các giá trị: {0}", "the values are: {0}"};
inline constexpr Message kGroupTwice{"{0}: nhóm {1} đã có ở trên",
                                     "{0}: the group {1} is there already"};

// Days, goals and history
inline constexpr Message kADayOrYear{"một ngày như 2025-12-31 hoặc 31/12/2025, hoặc một năm",
                                     "a date like 2025-12-31 or 31/12/2025, or a year"};
inline constexpr Message kDayTwice{"{0}: ngày {1} ghi hai lần", "{0}: {1} is listed twice"};
inline constexpr Message kDayOrder{"{0}: cần ngày sau {1}, gặp {2}",
                                   "{0}: expected a date after {1}, found {2}"};
inline constexpr Message kSharePercent{"share: cần từ 0 đến 100 (phần trăm), gặp {0}",
                                       "share: expected 0 to 100 (percent), found {0}"};
inline constexpr Message kGoalNeedsOne{"goals: cần khóa \"share\" (phần trăm) hoặc \"number\"",
                                       "goals: expected the key \"share\" (percent) or \"number\""};
inline constexpr Message kHistoryNeedsOne{
    "history: cần khóa \"share\" (phần trăm) hoặc \"reached\" và \"of\"",
    "history: expected the key \"share\" (percent), or \"reached\" and \"of\""};
inline constexpr Message kOneOfTwo{"{0}: chỉ được một trong hai khóa \"{0}\" và \"{1}\"",
                                   "{0}: expected only one of \"{0}\" and \"{1}\""};
inline constexpr Message kMixedGoals{
    "{0}: các mốc của một chỉ tiêu phải cùng là \"share\" hoặc cùng là \"number\"",
    "{0}: the goals of a target are all \"share\" or all \"number\""};
inline constexpr Message kShareBesideNumbers{
    "share: chỉ tiêu tính theo số trường; cần \"reached\"",
    "share: the goals are numbers of schools; expected \"reached\""};
inline constexpr Message kReachedNeedsOf{"reached: chỉ tiêu tính theo phần trăm; cần thêm \"of\"",
                                         "reached: the goals are shares; expected \"of\" as well"};
inline constexpr Message kOfNeedsReached{"of: cần thêm \"reached\"",
                                         "of: expected \"reached\" as well"};
inline constexpr Message kReachedOverOf{"reached: {0} lớn hơn of {1}",
                                        "reached: {0} is over the of {1}"};

// Groups
inline constexpr Message kGroupsNeedBy{
    "muốn ghi theo từng loại trường hay địa bàn, thêm khóa \"by\"",
    "to give them by school type or district, add the key \"by\""};
inline constexpr Message kListPerGroup{"một nhóm khóa, mỗi giá trị của \"{0}\" một danh sách",
                                       "a map with a list for each value of \"{0}\""};
inline constexpr Message kGroupWithoutGoals{"history: \"{0}\" không có trong goals",
                                            "history: \"{0}\" is not in goals"};
}  // namespace kdcl::message
