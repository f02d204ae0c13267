// What the expression parser says about a wrong expression.
#pragma once

#include "base/language.h"
#include "model/expression.h"

namespace kdcl::message {

inline constexpr Message kExpressionEmpty{"cần một biểu thức, gặp chỗ trống",
                                          "expected an expression, found nothing"};
inline constexpr Message kExpressionExpected{"biểu thức: cần {0}, gặp {1}",
                                             "expression: expected {0}, found {1}"};
inline constexpr Message kOperand{"một tên, một số, một chữ trong nháy đơn hoặc \"(\"",
                                  "a name, a number, a quoted text or \"(\""};
inline constexpr Message kOperatorOrEnd{"một phép tính hoặc hết biểu thức",
                                        "an operator or the end"};
inline constexpr Message kEnd{"hết biểu thức", "the end"};
inline constexpr Message kUnknownName{"biểu thức: không có trường, số đo hay cột nào tên \"{0}\"",
                                      "expression: no field, measure or column is named \"{0}\""};
inline constexpr Message kUnknownFunction{"biểu thức: không có hàm \"{0}\"",
                                          "expression: no function is named \"{0}\""};
inline constexpr Message kUseFunctions{"các hàm là min, max, ceil, floor, abs, known",
                                       "the functions are min, max, ceil, floor, abs, known"};
inline constexpr Message kDidYouMean{"có phải \"{0}\"?", "did you mean \"{0}\"?"};
inline constexpr Message kUnterminatedText{"biểu thức: chữ mở nháy mà không đóng",
                                           "expression: a quoted text is not closed"};
inline constexpr Message kBadCharacter{"biểu thức: ký tự lạ \"{0}\"",
                                       "expression: unexpected character \"{0}\""};
inline constexpr Message kBadNumber{
    "biểu thức: \"{0}\" không phải là số (nhiều nhất 15 chữ số, dấu thập phân là dấu chấm)",
    "expression: \"{0}\" is not a number (at most 15 digits, with a decimal point)"};
inline constexpr Message kTwoNumbers{
    "biểu thức: \"{0}\" có thể là số hàng nghìn; viết liền, hoặc thêm hay bớt một chữ số sau dấu "
    "chấm",
    "expression: \"{0}\" may mean thousands; leave out the point, or write a digit more or less "
    "behind it"};
inline constexpr Message kChainedComparison{
    "biểu thức: chỉ được một phép so sánh, nối bằng \"and\"",
    "expression: comparisons can't be chained; join them with \"and\""};
inline constexpr Message kNoUnaryMinus{"biểu thức: không có dấu âm; viết 0 - x",
                                       "expression: there is no unary minus; write 0 - x"};
inline constexpr Message kKindMismatch{"biểu thức: cần {0}, gặp {1}",
                                       "expression: expected {0}, found {1}"};
inline constexpr Message kMixedComparison{"biểu thức: không so sánh được {0} với {1}",
                                          "expression: can't compare {0} with {1}"};
inline constexpr Message kOrderOfTexts{"biểu thức: {0} chỉ so sánh được bằng ==, != và in",
                                       "expression: {0} compares only with ==, != and in"};
inline constexpr Message kNotAValue{"biểu thức: \"{0}\" không phải là giá trị của trường \"{1}\"",
                                    "expression: \"{0}\" is no value of the field \"{1}\""};
inline constexpr Message kValuesAre{"các giá trị: {0}", "the values are: {0}"};
inline constexpr Message kNotADate{"biểu thức: \"{0}\" không phải là ngày dạng 'YYYY-MM-DD'",
                                   "expression: \"{0}\" is not a date like 'YYYY-MM-DD'"};
inline constexpr Message kTooDeep{"biểu thức: lồng nhau quá 64 lớp",
                                  "expression: nested deeper than 64"};
inline constexpr Message kChainTooLong{"biểu thức: quá {0} phép tính nối tiếp nhau",
                                       "expression: more than {0} operations in a row"};
inline constexpr Message kKindNumber{"một số", "a number"};
inline constexpr Message kKindTruth{"một điều kiện", "a condition"};
inline constexpr Message kKindText{"một đoạn chữ", "a text"};
inline constexpr Message kKindDate{"một ngày", "a date"};
inline constexpr Message kKindChoice{"một lựa chọn", "a choice"};
inline constexpr Message kKindScale{"một bậc thang", "a scale"};

/// "a number", "a condition": what an expression yields.
[[nodiscard]] inline const Message& kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::number: return kKindNumber;
    case ValueKind::truth: return kKindTruth;
    case ValueKind::text: return kKindText;
    case ValueKind::date: return kKindDate;
    case ValueKind::choice: return kKindChoice;
    case ValueKind::scale: return kKindScale;
  }
  return kKindNumber;
}

}  // namespace kdcl::message
