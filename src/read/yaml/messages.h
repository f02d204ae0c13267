// What the strict YAML reader says about a wrong file.
#pragma once

#include "base/language.h"

namespace kdcl::message {

inline constexpr Message kYamlAnchor{"không dùng được neo (&)", "anchors (&) are not read"};
inline constexpr Message kYamlAlias{"không dùng được bí danh (*)", "aliases (*) are not read"};
inline constexpr Message kYamlRepeat{"viết lại nội dung ở chỗ này", "write the content again here"};
inline constexpr Message kYamlQuoteIt{"nếu đó là chữ, đặt trong dấu nháy",
                                      "if it is a text, put it in quotes"};
inline constexpr Message kYamlIndent{"kiểm tra chỗ thụt đầu dòng và dấu nháy ở trên",
                                     "check the indentation, and the quotes above"};
inline constexpr Message kYamlRepeatedKey{"khóa \"{0}\" đã có ở dòng {1}, cột {2}",
                                          "repeated key \"{0}\", first at line {1}, column {2}"};
inline constexpr Message kYamlUnclosedQuote{"dấu nháy mở ở đây không được đóng",
                                            "the quote opened here is not closed"};
inline constexpr Message kYamlMapEnd{"cần khóa tiếp theo của nhóm này",
                                     "expected the next key of this map"};
inline constexpr Message kYamlListEnd{"cần mục tiếp theo của danh sách này, bắt đầu bằng \"-\"",
                                      "expected the next item of this list, starting with \"-\""};
inline constexpr Message kYamlFlowMapEnd{"ngoặc {{ mở ở đây không được đóng",
                                         "the {{ opened here is not closed"};
inline constexpr Message kYamlFlowListEnd{"ngoặc [ mở ở đây không được đóng",
                                          "the [ opened here is not closed"};
inline constexpr Message kYamlTab{"dùng dấu cách, không dùng tab, để thụt đầu dòng",
                                  "expected blanks as indentation, found a tab"};
inline constexpr Message kYamlMapValue{"dấu \":\" không đúng chỗ", "unexpected \":\""};
inline constexpr Message kYamlQuoteColon{"chữ có \": \" bên trong phải đặt trong dấu nháy",
                                         "a text with \": \" in it needs quotes"};
inline constexpr Message kYamlBadStart{"chữ không được bắt đầu bằng ký tự này",
                                       "a text can't start with this character"};
inline constexpr Message kYamlEscape{"dấu \\ không đúng trong chữ nháy kép",
                                     "wrong \\ in a text in double quotes"};
inline constexpr Message kYamlSingleQuotes{"trong nháy đơn, dấu \\ là chữ thường",
                                           "in single quotes a \\ is plain text"};
inline constexpr Message kYamlSyntax{"không đúng cú pháp YAML", "wrong YAML syntax"};

// What is said of a value in a YAML file that is not what its reader expected. {0} is the key.

inline constexpr Message kNearestIs{"có phải \"{0}\"?", "did you mean \"{0}\"?"};
inline constexpr Message kMissingKey{"{0}: thiếu khóa \"{1}\"", "{0}: missing key \"{1}\""};
inline constexpr Message kEmptyList{"{0}: cần ít nhất một mục", "{0}: expected at least one item"};

inline constexpr Message kAMap{"một nhóm khóa", "a map"};
inline constexpr Message kAList{"một danh sách", "a list"};
inline constexpr Message kANumber{"một số", "a number"};
inline constexpr Message kOneOf{"một trong: {0}", "one of {0}"};
inline constexpr Message kNothing{"chỗ trống", "nothing"};

inline constexpr Message kWithoutQuotes{"viết {0}, không có dấu nháy", "write {0}, without quotes"};
inline constexpr Message kMostDigits{"một số có nhiều nhất 15 chữ số",
                                     "a number has at most 15 digits"};
}  // namespace kdcl::message
