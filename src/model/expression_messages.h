// What the expression parser says about a wrong expression.
#pragma once

#include "base/language.h"
#include "model/expression.h"

namespace kdcl::message {

inline constexpr Message kNotAValue{"biểu thức: \"{0}\" không phải là giá trị của trường \"{1}\"",
                                    "expression: \"{0}\" is no value of the field \"{1}\""};
inline constexpr Message kTooDeep{"biểu thức: lồng nhau quá 64 lớp",
                                  "expression: nested deeper than 64"};
inline constexpr Message kKindNumber{"một số", "a number"};

/// "a number", "a condition": what an expression yields.
[[nodiscard]] inline Message kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::number: return kKindNumber;
    case ValueKind::truth: return Message{"một điều kiện", "a condition"};
    case ValueKind::text: return Message{"một đoạn chữ", "a text"};
    case ValueKind::date: return Message{"một ngày", "a date"};
    case ValueKind::choice: return Message{"một lựa chọn", "a choice"};
    case ValueKind::scale: return Message{"một bậc thang", "a scale"};
  }
  return kKindNumber;
}
}  // namespace kdcl::message
