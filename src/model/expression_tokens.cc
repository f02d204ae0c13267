#include "model/expression_tokens.h"

namespace kdcl {
namespace {

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace

Token ExpressionTokens::next() {
  while (next_ < source_.size() && is_blank(source_[next_])) ++next_;
  if (next_ == source_.size()) return {TokenKind::end, {}, next_};
  const char c = source_[next_];
  if (is_name_start(c))
    return take_while(TokenKind::name, [](char x) { return is_name_start(x) || is_digit(x); });
  if (is_digit(c))
    return take_while(TokenKind::number,
                      [](char x) { return is_name_start(x) || is_digit(x) || x == '.'; });
  return c == '\'' || c == '"' ? take_text(c) : take_symbol();
}

template <typename Accepts>
Token ExpressionTokens::take_while(TokenKind kind, Accepts accepts) {
  const size_t start = next_;
  while (next_ < source_.size() && accepts(source_[next_])) ++next_;
  return {kind, source_.substr(start, next_ - start), start};
}

Token ExpressionTokens::take_text(char quote) {
  const size_t start = next_;
  const size_t close = source_.find(quote, start + 1);
  if (close == std::string_view::npos)
    return {TokenKind::unclosed_text, source_.substr(start), start};
  next_ = close + 1;
  return {TokenKind::text, source_.substr(start + 1, close - start - 1), start};
}

Token ExpressionTokens::take_symbol() {
  const size_t start = next_;
  for (const std::string_view symbol :
       {"==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ","}) {
    if (!source_.substr(start).starts_with(symbol)) continue;
    next_ += symbol.size();
    return {TokenKind::symbol, symbol, start};
  }
  // The whole character, not its first byte.
  size_t length = 1;
  while (start + length < source_.size() &&
         (static_cast<unsigned char>(source_[start + length]) & 0xC0) == 0x80)
    ++length;
  return {TokenKind::unknown, source_.substr(start, length), start};
}

}  // namespace kdcl
