// What the loader of criteria sets says about a wrong set. Faults of single values are in
// yaml_values_messages.h.
#pragma once

#include "base/language.h"

namespace kdcl::message {

// Names
inline constexpr Message kNameTaken{"tên \"{0}\" đã dùng cho {1}",
                                    "the name \"{0}\" is already taken by {1}"};
inline constexpr Message kOwnerColumn{"cột thông tin chung \"{0}\"", "the identity column \"{0}\""};
inline constexpr Message kOwnerResult{"cột kết quả \"{0}\" do lệnh score ghi",
                                      "the result column \"{0}\" of score"};
inline constexpr Message kOwnerWord{"từ \"{0}\" của biểu thức", "the word \"{0}\" of expressions"};
inline constexpr Message kOwnerField{"trường \"{0}\" ({1})", "the field \"{0}\" ({1})"};
inline constexpr Message kOwnerMeasure{"số đo \"{0}\" ({1})", "the measure \"{0}\" ({1})"};
inline constexpr Message kOwnerStandard{"tiêu chuẩn \"{0}\" ({1})", "the standard \"{0}\" ({1})"};
inline constexpr Message kOwnerCriterion{"tiêu chí \"{0}\" ({1})", "the criterion \"{0}\" ({1})"};
inline constexpr Message kOwnerIndicator{"chỉ báo \"{0}\" ({1})", "the indicator \"{0}\" ({1})"};
inline constexpr Message kAnIdDash{"một mã gồm a-z, 0-9 và dấu -", "an id of a-z, 0-9 and -"};
inline constexpr Message kAnIdUnderscore{"một mã gồm a-z, 0-9 và dấu _, bắt đầu bằng chữ cái",
                                         "an id of a-z, 0-9 and _ that starts with a letter"};
inline constexpr Message kACriterionId{
    "một mã không có dấu cách ở hai đầu, dấu \";\" hay xuống dòng",
    "an id without outer blanks, \";\" or line breaks"};

// The set
inline constexpr Message kWholeFile{"tệp", "file"};
inline constexpr Message kVersionHint{"chương trình này đọc tệp tiêu chí dạng 1",
                                      "this program reads criteria files of format 1"};
inline constexpr Message kToBeforeFrom{"to: ngày {0} trước ngày bắt đầu {1}",
                                       "to: {0} is before the start {1}"};
inline constexpr Message kUsesUnreadable{"uses: không đọc được tệp \"{0}\"",
                                         "uses: can't read the file \"{0}\""};
inline constexpr Message kUsesBeside{"tệp phải nằm cạnh tệp này: {0}",
                                     "the file must be beside this one: {0}"};
inline constexpr Message kUsesTwice{"uses: tệp \"{0}\" ghi hai lần",
                                    "uses: the file \"{0}\" is listed twice"};
inline constexpr Message kEmptyMap{"{0}: cần ít nhất một khóa", "{0}: expected at least one key"};

// Amendments
inline constexpr Message kAmendsUnknown{"amends: không tìm thấy bộ tiêu chí \"{0}\"",
                                        "amends: there is no criteria set \"{0}\""};
inline constexpr Message kGiveSetToo{
    "nếu bộ đó ở trong một tệp, ghi cả tệp đó (-c TỆP); với criteria show và template thì để tệp "
    "đó "
    "bên cạnh",
    "if a file holds that set, name the file too (-c FILE); for criteria show and template put it "
    "beside this one"};
inline constexpr Message kAmendsInCircle{"amends: các bộ sửa đổi lẫn nhau: {0}",
                                         "amends: the sets amend each other: {0}"};
inline constexpr Message kChangeHitsNothing{"changes: bộ được sửa đổi không có \"{0}\"",
                                            "changes: the amended set has no \"{0}\""};
inline constexpr Message kOneKindOfChange{"changes: cần đúng một trong set, add, remove",
                                          "changes: expected exactly one of set, add, remove"};
inline constexpr Message kChangedTwice{"changes: \"{0}\" đã bị thay đổi ở dòng {1}",
                                       "changes: \"{0}\" is already changed at line {1}"};
inline constexpr Message kIdIsFixed{"set: không đổi được mã \"id\"",
                                    "set: an \"id\" can't be changed"};
inline constexpr Message kAddedIsThere{"add: \"{0}\" đã có; muốn thay thì dùng set",
                                       "add: \"{0}\" is there already; to replace it, use set"};
inline constexpr Message kRemoveIsTrue{"remove: cần true", "remove: expected true"};
inline constexpr Message kNothingLeft{
    "remove: tiêu chí hoặc tiêu chuẩn không còn gì; bỏ cả tiêu chí hoặc tiêu chuẩn đó",
    "remove: nothing is left of its criterion or standard; remove that instead"};

// Levels, needs and awards
inline constexpr Message kLevelOrder{"levels: cần mức {0}, gặp \"{1}\"",
                                     "levels: expected level {0}, found \"{1}\""};
inline constexpr Message kLevelsAre{"các mức là 1, 2, ... theo thứ tự, không cách quãng",
                                    "levels are 1, 2, ... in order, without gaps"};
inline constexpr Message kTooManyLevels{"levels: có quá {0} mức", "levels: more than {0} levels"};
inline constexpr Message kNeedAboveLevel{"level: mức {0} chỉ đòi được tới mức {0}, gặp {1}",
                                         "level: level {0} can ask at most level {0}, found {1}"};
inline constexpr Message kNeedOutOfRange{
    "at_least: cần nhiều nhất {1} (số tiêu chí của nhóm \"{2}\"), gặp {0}",
    "at_least: expected at most {1} (the criteria of the group \"{2}\"), found {0}"};
inline constexpr Message kNoSuchLevel{"{0}: bộ tiêu chí không có mức {1}",
                                      "{0}: the set has no level {1}"};
inline constexpr Message kLevelsNotRising{"{0}: cần mức cao hơn {1}, gặp {2}",
                                          "{0}: expected a level above {1}, found {2}"};
inline constexpr Message kConditionTwice{"id: điều kiện \"{0}\" ghi hai lần",
                                         "id: the condition \"{0}\" is listed twice"};

// Fields and measures
inline constexpr Message kMinOverMax{"min: {0} lớn hơn max {1}", "min: {0} is over the max {1}"};
inline constexpr Message kNotForType{"{0}: không dùng cho kiểu \"{1}\"",
                                     "{0}: not for the type \"{1}\""};
inline constexpr Message kValuesNeeded{"type: kiểu \"{0}\" cần khóa \"values\"",
                                       "type: \"{0}\" needs the key \"values\""};
inline constexpr Message kWholeLimit{"{0}: cần một số nguyên, gặp \"{1}\"",
                                     "{0}: expected a whole number, found \"{1}\""};
inline constexpr Message kValueTwice{"values: \"{0}\" ghi hai lần",
                                     "values: \"{0}\" is listed twice"};
inline constexpr Message kPartUnknown{"part_of: không có trường nào tên \"{0}\"",
                                      "part_of: no field is named \"{0}\""};
inline constexpr Message kPartOfNoNumber{"part_of: \"{0}\" không phải là số",
                                         "part_of: \"{0}\" is not a number"};
inline constexpr Message kPartOfItself{"part_of: trường là phần của chính nó: {0}",
                                       "part_of: the field is a part of itself: {0}"};
inline constexpr Message kPartUnits{"part_of: đơn vị \"{0}\" khác với \"{1}\" của \"{2}\"",
                                    "part_of: the unit \"{0}\" is not the \"{1}\" of \"{2}\""};
inline constexpr Message kMeasureCycle{"formula: số đo dùng chính nó: {0}",
                                       "formula: the measure uses itself: {0}"};
inline constexpr Message kExpressionsTooLarge{
    "{0}: các biểu thức của bộ tiêu chí quá lớn khi khai triển số đo",
    "{0}: the expressions of the set are too large with their measures written out"};

// Standards, criteria and indicators
inline constexpr Message kALevel{"một mức từ 1 đến {0}", "a level from 1 to {0}"};
inline constexpr Message kNotALetter{
    "mức {0}: cần một chữ cái hoặc hai khóa \"vi\" và \"en\", gặp \"{1}\"",
    "level {0}: expected a single letter, or \"vi\" and \"en\", found \"{1}\""};
inline constexpr Message kNoIndicator{"mức {0}: cần ít nhất một chỉ báo",
                                      "level {0}: expected at least one indicator"};
inline constexpr Message kUnknownMeasure{"{0}: không có số đo hay trường nào tên \"{1}\"",
                                         "{0}: no measure or field is named \"{1}\""};
inline constexpr Message kMonitorNotNumber{"monitor: \"{0}\" không phải là số",
                                           "monitor: \"{0}\" is not a number"};
inline constexpr Message kMonitorTwice{"monitor: \"{0}\" ghi hai lần",
                                       "monitor: \"{0}\" is listed twice"};

// Requirements
inline constexpr Message kMeasureOrLevel{"require: cần đúng một trong measure, level_of",
                                         "require: expected exactly one of measure, level_of"};
inline constexpr Message kLevelOfUnknown{"level_of: không tìm thấy bộ tiêu chí \"{0}\"",
                                         "level_of: there is no criteria set \"{0}\""};
inline constexpr Message kNoOperator{"require: cần một trong {0}", "require: expected one of {0}"};
inline constexpr Message kSeveralOperators{
    "require: chỉ được một phép so sánh, gặp thêm \"{0}\"",
    "require: expected one comparison, found \"{0}\" as well"};
inline constexpr Message kOnlyEquals{"{0}: \"{1}\" chỉ so sánh được bằng equals",
                                     "{0}: \"{1}\" compares only with equals"};
inline constexpr Message kScaleHint{"muốn so sánh thứ bậc, khai trường theo kiểu scale",
                                    "to compare by rank, make the field a scale"};
inline constexpr Message kTextFigure{"measure: trường chữ \"{0}\" không dùng làm yêu cầu được",
                                     "measure: the text field \"{0}\" can't be required"};
inline constexpr Message kNotAValueOf{"{0}: \"{1}\" không phải là giá trị của \"{2}\"",
                                      "{0}: \"{1}\" is no value of \"{2}\""};
inline constexpr Message kExceptionOperator{"exceptions: cần khóa \"{0}\" như yêu cầu",
                                            "exceptions: expected \"{0}\", as in the requirement"};
inline constexpr Message kExceptionOtherOperator{
    "exceptions: cần \"{0}\" như yêu cầu, gặp \"{1}\"",
    "exceptions: expected \"{0}\", as in the requirement, found \"{1}\""};
inline constexpr Message kLoosens{
    "{0}: mức {1} đòi {2}, dễ hơn {3} của mức {4} ở dòng {5}",
    "{0}: level {1} asks {2}, which is looser than the {3} of level {4} at line {5}"};

inline constexpr Message kNotAPattern{"evidence_code: \"{0}\" không phải là biểu thức chính quy",
                                      "evidence_code: \"{0}\" is no regular expression"};
// Data tables
inline constexpr Message kShownByYear{"bảng ở {0} ghi số liệu theo từng năm học",
                                      "the table at {0} shows figures by school year"};
inline constexpr Message kFigureCount{"show: cần {0} mục, mỗi cột một mục, gặp {1}",
                                      "show: expected {0} items, one a column, found {1}"};
inline constexpr Message kEmptyRow{"rows: cần khóa \"title\" hoặc \"show\"",
                                   "rows: expected \"title\" or \"show\""};
inline constexpr Message kColumnsNeedTitle{
    "rows: thiếu khóa \"title\", cần có trong bảng chia cột",
    "rows: missing key \"title\", which a table with columns needs"};

// Sets of one run
inline constexpr Message kSetTwice{"mã bộ tiêu chí \"{0}\" đã có ở {1}",
                                   "the criteria set id \"{0}\" is already used in {1}"};
inline constexpr Message kFieldDiffers{"trường \"{0}\" có kiểu hoặc giá trị khác với {1}",
                                       "the field \"{0}\" differs in type or values from {1}"};
inline constexpr Message kLevelsInCircle{"level_of: các bộ tiêu chí lấy mức của nhau: {0}",
                                         "level_of: the sets ask for each other's level: {0}"};
inline constexpr Message kSharedCriterion{
    "level_of: cột của tiêu chí \"{2}\" trong bộ \"{1}\" cũng là cột của bộ \"{0}\"; mã tiêu chí "
    "phải "
    "khác nhau",
    "level_of: columns of the criterion \"{2}\" in the set \"{1}\" are those of the set \"{0}\", "
    "too; "
    "its id must differ"};
inline constexpr Message kSetsOverlap{
    "in_force: trùng thời gian với bộ \"{0}\" ({1}), cùng applies_to",
    "in_force: overlaps with the set \"{0}\" ({1}), which has the same applies_to"};
inline constexpr Message kAmendmentsOverlap{
    "in_force: trùng thời gian với bộ \"{0}\" ({1}), cùng sửa đổi một bộ",
    "in_force: overlaps with the set \"{0}\" ({1}), which amends the same set"};
}  // namespace kdcl::message
