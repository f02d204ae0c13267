#include "model/expression.h"

#include <algorithm>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "model/criteria.h"
#include "model/expression_parts.h"
#include "model/office_words.h"

namespace kdcl {
namespace {

using namespace message;

constexpr int kDeepest = 64;
constexpr uint16_t kLongestChain = 1000;

/// Recursive descent; after the first fault `failed_` is set and every rule returns at once.
class Parser {
 public:
  Parser(std::string_view source, const Location& where, const ExpressionNames& names,
         Diagnostics& diagnostics)
      : source_(source), where_(where), names_(names), diagnostics_(diagnostics), tokens_(source) {
    tree_.source = std::string(source);
    advance();
  }

  std::optional<Expression> parse(ValueKind wanted) {
    if (token_.kind == TokenKind::end && !failed_)
      fail(0, {"cần một biểu thức, gặp chỗ trống", "expected an expression, found nothing"});
    const uint32_t root = parse_or();
    if (!failed_ && token_.kind != TokenKind::end)
      fail_expected({"một phép tính hoặc hết biểu thức", "an operator or the end"});
    if (!failed_) require_kind(root, wanted, 0);
    if (failed_) return {};
    return std::move(tree_);
  }

 private:
  template <typename... Args>
  void fail(size_t offset, const Message& text, const Args&... args) {
    if (failed_) return;
    failed_ = true;
    token_ = {};
    Location where = where_;
    // Columns count characters, offsets count bytes.
    for (const char c : source_.substr(0, offset))
      where.column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    diagnostics_.error(where, text, args...);
  }

  void fail_expected(const Message& expected) {
    const Language language = diagnostics_.language();
    const std::string found = token_.kind == TokenKind::end
                                  ? std::string(Message{"hết biểu thức", "the end"}.in(language))
                                  : fmt::format("\"{}\"", excerpt(token_.text));
    fail(token_.offset, {"biểu thức: cần {0}, gặp {1}", "expression: expected {0}, found {1}"},
         expected.in(language), found);
  }

  bool require_kind(uint32_t node, ValueKind wanted, size_t offset) {
    if (failed_) return false;
    const ValueKind kind = tree_.nodes[node].kind;
    if (kind == wanted) return true;
    const Language language = diagnostics_.language();
    fail(offset, {"biểu thức: cần {0}, gặp {1}", "expression: expected {0}, found {1}"},
         kind_name(wanted).in(language), kind_name(kind).in(language));
    return false;
  }

  void advance() {
    if (failed_) return;
    token_ = tokens_.next();
    if (token_.kind == TokenKind::unclosed_text)
      fail(token_.offset,
           {"biểu thức: chữ mở nháy mà không đóng", "expression: a quoted text is not closed"});
    if (token_.kind == TokenKind::unknown)
      fail(token_.offset,
           {"biểu thức: ký tự lạ \"{0}\"", "expression: unexpected character \"{0}\""},
           excerpt(token_.text));
  }

  bool accept(TokenKind kind, std::string_view text) {
    if (token_.kind != kind || token_.text != text) return false;
    advance();
    return true;
  }
  bool accept_word(std::string_view word) { return accept(TokenKind::name, word); }
  bool accept_symbol(std::string_view symbol) { return accept(TokenKind::symbol, symbol); }
  void expect_symbol(std::string_view symbol, const Message& expected) {
    if (!accept_symbol(symbol)) fail_expected(expected);
  }

  /// Trees are walked by recursion, and a long chain without parentheses is a deep tree.
  uint32_t push(ExpressionNode node) {
    const bool is_leaf = node.operation <= Operation::identity;
    depths_.push_back(
        is_leaf ? uint16_t{0}
                : static_cast<uint16_t>(1 + std::max(depths_[node.left], depths_[node.right])));
    if (depths_.back() > kLongestChain)
      fail(token_.offset,
           {"biểu thức: quá {0} phép tính nối tiếp nhau",
            "expression: more than {0} operations in a row"},
           kLongestChain);
    tree_.nodes.push_back(node);
    return static_cast<uint32_t>(tree_.nodes.size() - 1);
  }
  uint32_t push(Operation operation, ValueKind kind, uint32_t left, uint32_t right = 0) {
    return push({operation, kind, left, right, 0});
  }

  // --- the grammar, loosest first
  uint32_t parse_or() {
    if (++depth_ > kDeepest) fail(token_.offset, kTooDeep);
    const size_t offset = token_.offset;
    uint32_t left = parse_and();
    while (!failed_ && accept_word("or"))
      left = join_truths(Operation::logical_or, left, offset, &Parser::parse_and);
    --depth_;
    return left;
  }

  uint32_t parse_and() {
    const size_t offset = token_.offset;
    uint32_t left = parse_not();
    while (!failed_ && accept_word("and"))
      left = join_truths(Operation::logical_and, left, offset, &Parser::parse_not);
    return left;
  }

  uint32_t join_truths(Operation operation, uint32_t left, size_t offset,
                       uint32_t (Parser::*parse_right)()) {
    const size_t right_offset = token_.offset;
    if (!require_kind(left, ValueKind::truth, offset)) return left;
    const uint32_t right = (this->*parse_right)();
    require_kind(right, ValueKind::truth, right_offset);
    return failed_ ? left : push(operation, ValueKind::truth, left, right);
  }

  uint32_t parse_not() {
    if (!accept_word("not")) return parse_comparison();
    if (++depth_ > kDeepest) fail(token_.offset, kTooDeep);
    const size_t offset = token_.offset;
    const uint32_t operand = parse_not();
    --depth_;
    require_kind(operand, ValueKind::truth, offset);
    return failed_ ? operand : push(Operation::logical_not, ValueKind::truth, operand);
  }

  std::optional<Operation> comparison_here() const {
    if (token_.kind != TokenKind::symbol) return {};
    return find_comparison(token_.text);
  }

  uint32_t parse_comparison() {
    const size_t offset = token_.offset;
    const uint32_t left = parse_sum();
    if (failed_) return left;
    if (accept_word("in")) return parse_in(left, offset);
    const std::optional<Operation> operation = comparison_here();
    if (!operation) return left;
    advance();
    const uint32_t right = parse_sum();
    const uint32_t result = compare(*operation, left, right, offset);
    if (!failed_ && (comparison_here() || (token_.kind == TokenKind::name && token_.text == "in")))
      fail(token_.offset, {"biểu thức: chỉ được một phép so sánh, nối bằng \"and\"",
                           "expression: comparisons can't be chained; join them with \"and\""});
    return result;
  }

  uint32_t parse_in(uint32_t left, size_t offset) {
    expect_symbol("(", Message{"\"(\"", "\"(\""});
    uint32_t result = 0;
    for (bool first = true; !failed_; first = false) {
      if (token_.kind != TokenKind::text && token_.kind != TokenKind::number)
        fail_expected(Message{"một chữ hoặc một số", "a text or a number"});
      const uint32_t right = parse_operand();
      const uint32_t one = compare(Operation::equal, left, right, offset);
      if (failed_) break;
      result = first ? one : push(Operation::logical_or, ValueKind::truth, result, one);
      if (!accept_symbol(",")) break;
    }
    expect_symbol(")", Message{"\",\" hoặc \")\"", "\",\" or \")\""});
    return result;
  }

  /// A literal text takes the kind of what it is compared with.
  void adapt_literal(uint32_t literal, uint32_t other, size_t offset) {
    ExpressionNode& node = tree_.nodes[literal];
    const ExpressionNode& beside = tree_.nodes[other];
    if (failed_ || node.operation != Operation::text) return;
    const std::string& text = tree_.texts[node.left];
    if (beside.kind == ValueKind::date) {
      const std::optional<Day> day = read_date(text);
      if (!day || format_iso(*day) != text)
        return fail(offset,
                    {"biểu thức: \"{0}\" không phải là ngày dạng 'YYYY-MM-DD'",
                     "expression: \"{0}\" is not a date like 'YYYY-MM-DD'"},
                    excerpt(text));
      node = {Operation::number, ValueKind::date, 0, 0, static_cast<double>(*day)};
    } else if (beside.kind == ValueKind::choice || beside.kind == ValueKind::scale) {
      if (beside.operation != Operation::field) return;
      const Field& field = names_.fields[beside.left];
      const std::optional<size_t> found = find_choice(field, text);
      if (!found) {
        fail(offset, kNotAValue, excerpt(text), field.id);
        return hint_value(field, text, diagnostics_);
      }
      node = {Operation::number, beside.kind, 0, 0, static_cast<double>(*found)};
    } else if (beside.operation == Operation::identity) {
      adapt_word(tree_.texts[node.left], static_cast<IdentityColumn>(beside.left), offset);
    }
  }

  /// A text beside a column that takes certain words only becomes the id of the one it is.
  void adapt_word(std::string& text, IdentityColumn column, size_t offset) {
    if (office_words(column).empty() || put_id(column, text)) return;
    fail(offset, kNotAValue, excerpt(text), identity_name(column));
    hint_value(column, text, diagnostics_);
  }

  uint32_t compare(Operation operation, uint32_t left, uint32_t right, size_t offset) {
    if (failed_) return left;
    adapt_literal(left, right, offset);
    adapt_literal(right, left, offset);
    if (failed_) return left;
    const ExpressionNode& a = tree_.nodes[left];
    const ExpressionNode& b = tree_.nodes[right];
    const Language language = diagnostics_.language();
    // Positions in two different lists of values mean nothing to each other.
    const bool lists_differ = (a.kind == ValueKind::choice || a.kind == ValueKind::scale) &&
                              a.operation == Operation::field && b.operation == Operation::field &&
                              a.left != b.left;
    if (a.kind != b.kind || a.kind == ValueKind::truth || lists_differ) {
      fail(offset,
           {"biểu thức: không so sánh được {0} với {1}", "expression: can't compare {0} with {1}"},
           kind_name(a.kind).in(language), kind_name(b.kind).in(language));
    } else if (operation != Operation::equal && operation != Operation::not_equal &&
               (a.kind == ValueKind::text || a.kind == ValueKind::choice)) {
      fail(offset,
           {"biểu thức: {0} chỉ so sánh được bằng ==, != và in",
            "expression: {0} compares only with ==, != and in"},
           kind_name(a.kind).in(language));
    }
    return failed_ ? left : push(operation, ValueKind::truth, left, right);
  }

  uint32_t arithmetic(Operation operation, uint32_t left, uint32_t right, size_t offset,
                      size_t right_offset) {
    if (!require_kind(left, ValueKind::number, offset) ||
        !require_kind(right, ValueKind::number, right_offset))
      return left;
    return push(operation, ValueKind::number, left, right);
  }

  uint32_t parse_sum() {
    const size_t offset = token_.offset;
    uint32_t left = parse_product();
    while (!failed_) {
      const bool plus = accept_symbol("+");
      if (!plus && !accept_symbol("-")) break;
      const size_t right_offset = token_.offset;
      const uint32_t right = parse_product();
      left = arithmetic(plus ? Operation::add : Operation::subtract, left, right, offset,
                        right_offset);
    }
    return left;
  }

  uint32_t parse_product() {
    const size_t offset = token_.offset;
    uint32_t left = parse_operand();
    while (!failed_) {
      const bool times = accept_symbol("*");
      if (!times && !accept_symbol("/")) break;
      const size_t right_offset = token_.offset;
      const uint32_t right = parse_operand();
      left = arithmetic(times ? Operation::multiply : Operation::divide, left, right, offset,
                        right_offset);
    }
    return left;
  }

  uint32_t parse_operand() {
    if (failed_) return 0;
    const Token token = token_;
    switch (token.kind) {
      case TokenKind::number: return parse_number(token);
      case TokenKind::text:
        advance();
        tree_.texts.push_back(to_nfc(token.text));
        return push(Operation::text, ValueKind::text,
                    static_cast<uint32_t>(tree_.texts.size() - 1));
      case TokenKind::name:
        if (token.text != "and" && token.text != "or" && token.text != "not" && token.text != "in")
          return parse_name(token);
        break;
      case TokenKind::symbol:
        if (token.text == "-") {
          fail(token.offset, {"biểu thức: không có dấu âm; viết 0 - x",
                              "expression: there is no unary minus; write 0 - x"});
          return 0;
        }
        if (accept_symbol("(")) {
          const uint32_t inner = parse_or();
          expect_symbol(")", Message{"\")\"", "\")\""});
          return inner;
        }
        break;
      case TokenKind::end:
      case TokenKind::unclosed_text:
      case TokenKind::unknown: break;
    }
    fail_expected({"một tên, một số, một chữ trong nháy đơn hoặc \"(\"",
                   "a name, a number, a quoted text or \"(\""});
    return 0;
  }

  uint32_t parse_number(const Token& token) {
    const NumberRead read = read_number(token.text);
    if (read.fault != NumberFault::none || may_have_thousands(token.text)) {
      fail(token.offset,
           std::isnan(read.value) ? Message{"biểu thức: \"{0}\" không phải là số (nhiều nhất 15 "
                                            "chữ số, dấu thập phân là dấu chấm)",
                                            "expression: \"{0}\" is not a number (at most 15 "
                                            "digits, with a decimal point)"}
                                  : Message{"biểu thức: \"{0}\" có thể là số hàng nghìn; viết "
                                            "liền, hoặc thêm hay bớt một chữ số sau dấu chấm",
                                            "expression: \"{0}\" may mean thousands; leave out the "
                                            "point, or write a digit more or less behind it"},
           excerpt(token.text));
      return 0;
    }
    advance();
    return push({Operation::number, ValueKind::number, 0, 0, read.value});
  }

  uint32_t parse_name(const Token& token) {
    advance();
    if (token_.kind == TokenKind::symbol && token_.text == "(" &&
        token_.offset == token.offset + token.text.size())
      return parse_call(token);
    const auto field = std::find_if(names_.fields.begin(), names_.fields.end(),
                                    [&](const Field& f) { return f.id == token.text; });
    if (field != names_.fields.end())
      return push(Operation::field, value_kind(field->type),
                  static_cast<uint32_t>(field - names_.fields.begin()));
    const auto measure = std::find_if(names_.measures.begin(), names_.measures.end(),
                                      [&](const Measure& m) { return m.id == token.text; });
    if (measure != names_.measures.end()) return inline_measure(*measure);
    if (const auto identity = find_identity(token.text))
      return push(Operation::identity, value_kind(*identity), static_cast<uint32_t>(*identity));
    fail(token.offset,
         {"biểu thức: không có trường, số đo hay cột nào tên \"{0}\"",
          "expression: no field, measure or column is named \"{0}\""},
         excerpt(token.text));
    hint_name(names_, token.text, diagnostics_);
    return 0;
  }

  uint32_t inline_measure(const Measure& measure) {
    const auto shift = static_cast<uint32_t>(tree_.nodes.size());
    for (ExpressionNode node : measure.formula.nodes) {
      if (node.operation == Operation::text) {
        tree_.texts.push_back(measure.formula.texts[node.left]);
        node.left = static_cast<uint32_t>(tree_.texts.size() - 1);
      } else if (node.operation > Operation::identity) {
        node.left += shift;
        node.right += shift;
      }
      node.inlined = true;
      push(node);
      if (failed_) break;
    }
    return static_cast<uint32_t>(tree_.nodes.size() - 1);
  }

  uint32_t parse_call(const Token& name) {
    advance();  // "("
    const bool is_list = name.text == "min" || name.text == "max";
    const bool is_unary = name.text == "ceil" || name.text == "floor" || name.text == "abs";
    if (!is_list && !is_unary && name.text != "known") {
      fail(name.offset,
           {"biểu thức: không có hàm \"{0}\"", "expression: no function is named \"{0}\""},
           excerpt(name.text));
      diagnostics_.hint({"các hàm là min, max, ceil, floor, abs, known",
                         "the functions are min, max, ceil, floor, abs, known"});
      return 0;
    }
    size_t offset = token_.offset;
    uint32_t result = parse_or();
    if (name.text == "known") {
      if (!failed_) result = push(Operation::known, ValueKind::truth, result);
    } else if (is_unary) {
      const Operation operation = name.text == "ceil"    ? Operation::ceil
                                  : name.text == "floor" ? Operation::floor
                                                         : Operation::abs;
      if (require_kind(result, ValueKind::number, offset))
        result = push(operation, ValueKind::number, result);
    } else {
      require_kind(result, ValueKind::number, offset);
      while (!failed_ && accept_symbol(",")) {
        const size_t right_offset = token_.offset;
        const uint32_t right = parse_or();
        result = arithmetic(name.text == "min" ? Operation::min : Operation::max, result, right,
                            offset, right_offset);
      }
    }
    expect_symbol(
        ")", is_list ? Message{"\",\" hoặc \")\"", "\",\" or \")\""} : Message{"\")\"", "\")\""});
    return result;
  }

  std::string_view source_;
  Location where_;
  const ExpressionNames& names_;
  Diagnostics& diagnostics_;
  Expression tree_;
  ExpressionTokens tokens_;
  Token token_;
  std::vector<uint16_t> depths_;  ///< of the trees under the nodes; a leaf has 0
  int depth_ = -1;                ///< the expression as a whole is not nested
  bool failed_ = false;
};

}  // namespace

std::optional<Expression> parse_expression(std::string_view source, const Location& where,
                                           ValueKind wanted, const ExpressionNames& names,
                                           Diagnostics& diagnostics) {
  return Parser(source, where, names, diagnostics).parse(wanted);
}

}  // namespace kdcl
