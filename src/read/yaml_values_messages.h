// What is said of a value in a YAML file that is not what its reader expected. {0} is the key.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kExpectedFound{"{0}: cần {1}, gặp {2}", "{0}: expected {1}, found {2}"};
inline constexpr Message kUnknownKey{"{0}: không có khóa \"{1}\"", "{0}: unknown key \"{1}\""};
inline constexpr Message kKeysAre{"các khóa ở đây: {0}", "the keys here are: {0}"};
inline constexpr Message kQuoteComma{"chữ có dấu phẩy trong {{}} phải đặt trong dấu nháy",
                                     "a text with a comma inside {{}} needs quotes"};
inline constexpr Message kNearestIs{"có phải \"{0}\"?", "did you mean \"{0}\"?"};
inline constexpr Message kMissingKey{"{0}: thiếu khóa \"{1}\"", "{0}: missing key \"{1}\""};
inline constexpr Message kEmptyList{"{0}: cần ít nhất một mục", "{0}: expected at least one item"};
inline constexpr Message kBlankText{"{0}: cần chữ, gặp chỗ trống",
                                    "{0}: expected a text, found a blank one"};

inline constexpr Message kAMap{"một nhóm khóa", "a map"};
inline constexpr Message kAList{"một danh sách", "a list"};
inline constexpr Message kAText{"chữ", "a text"};
inline constexpr Message kANumber{"một số", "a number"};
inline constexpr Message kANumberFrom{"một số nguyên từ {0} đến {1}",
                                      "a whole number from {0} to {1}"};
inline constexpr Message kTrueOrFalse{"true hoặc false", "true or false"};
inline constexpr Message kADate{"một ngày như 2018-08-22", "a date like 2018-08-22"};
inline constexpr Message kOneOf{"một trong: {0}", "one of {0}"};
inline constexpr Message kTheWord{"\"{0}\"", "\"{0}\""};
inline constexpr Message kNothing{"chỗ trống", "nothing"};

inline constexpr Message kWithoutQuotes{"viết {0}, không có dấu nháy", "write {0}, without quotes"};
inline constexpr Message kUsePoint{"dấu thập phân là dấu chấm, không có dấu phân cách hàng nghìn",
                                   "the decimal sign is a point, and thousands have no separator"};
inline constexpr Message kMostDigits{"một số có nhiều nhất 15 chữ số",
                                     "a number has at most 15 digits"};
inline constexpr Message kIsoDate{"viết {0}", "write {0}"};
}  // namespace kdcl::message
