// What the expression parser says about a wrong expression.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
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

namespace kdcl {

// Words in expressions: what they mean, and what was most likely meant by those that mean nothing.

/// Gives the last fault, an unknown name, the nearest one.
void hint_name(const ExpressionNames& names, std::string_view written, Diagnostics& diagnostics);

/// Puts the id of a word of the column in place of it; false if it is none.
[[nodiscard]] bool put_id(IdentityColumn column, std::string& word);

/// Gives the last fault, a word that is no value of a field, the nearest value.
void hint_value(const Field& field, std::string_view written, Diagnostics& diagnostics);

/// The same for a column that takes certain words only; all of them if none is near.
void hint_value(IdentityColumn column, std::string_view written, Diagnostics& diagnostics);

// The words of an expression: names, numbers, quoted texts, symbols.

enum class TokenKind {
  name,
  number,  ///< digits, letters and points: the parser says if it is a number
  text,    ///< in single or double quotes
  symbol,
  end,
  unclosed_text,  ///< a fault: the quote that opens it
  unknown,        ///< a fault: a character that means nothing here
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text{};  ///< of a text: without the quotes
  size_t offset = 0;        ///< in bytes
};

class ExpressionTokens {
 public:
  explicit ExpressionTokens(std::string_view source) : source_(source) {}

  /// The next token; TokenKind::end again and again at the end. After a fault there is no use in
  /// going on.
  [[nodiscard]] Token next();

 private:
  template <typename Accepts>
  Token take_while(TokenKind kind, Accepts accepts);
  Token take_text(char quote);
  Token take_symbol();

  std::string_view source_;
  size_t next_ = 0;
};

}  // namespace kdcl
