// The words of an expression: names, numbers, quoted texts, symbols.
#pragma once

#include <cstddef>
#include <string_view>

namespace kdcl {

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
