#include "model/expression.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "model/criteria.h"
#include "model/expression_messages.h"

namespace kdcl {
namespace {

using namespace message;

constexpr std::array<std::string_view, kIdentityColumns> kIdentityNames = {
    "school_id",   "school_name",      "school_type",   "ownership", "district", "commune",     "assessed_on",
    "assessment",  "recognized_level", "recognized_on", "decision",  "stage",    "criteria_set"};
constexpr int kDeepest = 64;
constexpr uint16_t kLongestChain = 1000;

enum class TokenKind { name, number, text, symbol, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;  // of a text: without the quotes
  size_t offset = 0;
};

const Message& kind_name(ValueKind kind) {
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

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

ValueKind kind_of(IdentityColumn column) {
  if (column == IdentityColumn::recognized_level) return ValueKind::number;
  if (column == IdentityColumn::assessed_on || column == IdentityColumn::recognized_on) return ValueKind::date;
  return ValueKind::text;
}

/// Recursive descent; after the first fault `failed_` is set and every rule returns at once.
class Parser {
 public:
  Parser(std::string_view source, const Location& where, const ExpressionNames& names, Diagnostics& diagnostics)
      : source_(source), where_(where), names_(names), diagnostics_(diagnostics) {
    tree_.source = std::string(source);
    advance();
  }

  std::optional<Expression> parse(ValueKind wanted) {
    if (token_.kind == TokenKind::end && !failed_) fail(0, kExpressionEmpty);
    const uint32_t root = parse_or();
    if (!failed_ && token_.kind != TokenKind::end) fail_expected(kOperatorOrEnd);
    if (!failed_) require_kind(root, wanted, 0);
    if (failed_) return {};
    return std::move(tree_);
  }

 private:
  // --- faults
  template <typename... Args>
  void fail(size_t offset, const Message& text, const Args&... args) {
    if (failed_) return;
    failed_ = true;
    token_ = {};
    Location where = where_;
    // Columns count characters, offsets count bytes.
    for (const char c : source_.substr(0, offset)) where.column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    diagnostics_.error(where, text, args...);
  }

  void fail_expected(const Message& expected) {
    const Language language = diagnostics_.language();
    const std::string found =
        token_.kind == TokenKind::end ? std::string(kEnd.in(language)) : fmt::format("\"{}\"", excerpt(token_.text));
    fail(token_.offset, kExpressionExpected, expected.in(language), found);
  }

  bool require_kind(uint32_t node, ValueKind wanted, size_t offset) {
    if (failed_) return false;
    const ValueKind kind = tree_.nodes[node].kind;
    if (kind == wanted) return true;
    const Language language = diagnostics_.language();
    fail(offset, kKindMismatch, kind_name(wanted).in(language), kind_name(kind).in(language));
    return false;
  }

  // --- tokens
  void advance() {
    if (failed_) return;
    while (next_ < source_.size() && (source_[next_] == ' ' || source_[next_] == '\t' || source_[next_] == '\n')) ++next_;
    token_ = {TokenKind::end, {}, next_};
    if (next_ == source_.size()) return;
    const char c = source_[next_];
    if (is_name_start(c)) {
      take_while(TokenKind::name, [](char x) { return is_name_start(x) || is_digit(x); });
    } else if (is_digit(c)) {
      take_while(TokenKind::number, [](char x) { return is_name_start(x) || is_digit(x) || x == '.'; });
    } else if (c == '\'' || c == '"') {
      take_text(c);
    } else {
      take_symbol();
    }
  }

  template <typename Accepts>
  void take_while(TokenKind kind, Accepts accepts) {
    size_t end = next_;
    while (end < source_.size() && accepts(source_[end])) ++end;
    token_ = {kind, source_.substr(next_, end - next_), next_};
    next_ = end;
  }

  void take_text(char quote) {
    const size_t close = source_.find(quote, next_ + 1);
    if (close == std::string_view::npos) return fail(next_, kUnterminatedText);
    token_ = {TokenKind::text, source_.substr(next_ + 1, close - next_ - 1), next_};
    next_ = close + 1;
  }

  void take_symbol() {
    for (const std::string_view symbol : {"==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ","}) {
      if (!source_.substr(next_).starts_with(symbol)) continue;
      token_ = {TokenKind::symbol, symbol, next_};
      next_ += symbol.size();
      return;
    }
    size_t length = 1;
    while (next_ + length < source_.size() && (static_cast<unsigned char>(source_[next_ + length]) & 0xC0) == 0x80) ++length;
    fail(next_, kBadCharacter, excerpt(source_.substr(next_, length)));
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

  // --- the tree
  /// Trees are walked by recursion, and a long chain without parentheses is a deep tree.
  uint32_t push(ExpressionNode node) {
    const bool is_leaf = node.operation <= Operation::identity;
    depths_.push_back(is_leaf ? uint16_t{0}
                              : static_cast<uint16_t>(1 + std::max(depths_[node.left], depths_[node.right])));
    if (depths_.back() > kLongestChain) fail(token_.offset, kChainTooLong, kLongestChain);
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
    while (!failed_ && accept_word("or")) left = join_truths(Operation::logical_or, left, offset, &Parser::parse_and);
    --depth_;
    return left;
  }

  uint32_t parse_and() {
    const size_t offset = token_.offset;
    uint32_t left = parse_not();
    while (!failed_ && accept_word("and")) left = join_truths(Operation::logical_and, left, offset, &Parser::parse_not);
    return left;
  }

  uint32_t join_truths(Operation operation, uint32_t left, size_t offset, uint32_t (Parser::*parse_right)()) {
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
    constexpr std::array<std::pair<std::string_view, Operation>, 6> kComparisons = {
        {{"==", Operation::equal}, {"!=", Operation::not_equal}, {"<", Operation::less},
         {"<=", Operation::less_equal}, {">", Operation::greater}, {">=", Operation::greater_equal}}};
    for (const auto& [symbol, operation] : kComparisons)
      if (token_.text == symbol) return operation;
    return {};
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
      fail(token_.offset, kChainedComparison);
    return result;
  }

  uint32_t parse_in(uint32_t left, size_t offset) {
    expect_symbol("(", Message{"\"(\"", "\"(\""});
    uint32_t result = 0;
    for (bool first = true; !failed_; first = false) {
      if (token_.kind != TokenKind::text && token_.kind != TokenKind::number) fail_expected(Message{"một chữ hoặc một số", "a text or a number"});
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
      if (!day || format_iso(*day) != text) return fail(offset, kNotADate, excerpt(text));
      node = {Operation::number, ValueKind::date, 0, 0, static_cast<double>(*day)};
    } else if (beside.kind == ValueKind::choice || beside.kind == ValueKind::scale) {
      if (beside.operation != Operation::field) return;
      const Field& field = names_.fields[beside.left];
      const auto found = std::find_if(field.values.begin(), field.values.end(), [&](const Choice& value) {
        return value.id == text || value.title.vi == text || value.title.en == text;
      });
      if (found == field.values.end()) return fail(offset, kNotAValue, excerpt(text), field.id);
      node = {Operation::number, beside.kind, 0, 0, static_cast<double>(found - field.values.begin())};
    }
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
                              a.operation == Operation::field && b.operation == Operation::field && a.left != b.left;
    if (a.kind != b.kind || a.kind == ValueKind::truth || lists_differ) {
      fail(offset, kMixedComparison, kind_name(a.kind).in(language), kind_name(b.kind).in(language));
    } else if (operation != Operation::equal && operation != Operation::not_equal &&
               (a.kind == ValueKind::text || a.kind == ValueKind::choice)) {
      fail(offset, kOrderOfTexts, kind_name(a.kind).in(language));
    }
    return failed_ ? left : push(operation, ValueKind::truth, left, right);
  }

  uint32_t arithmetic(Operation operation, uint32_t left, uint32_t right, size_t offset, size_t right_offset) {
    if (!require_kind(left, ValueKind::number, offset) || !require_kind(right, ValueKind::number, right_offset)) return left;
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
      left = arithmetic(plus ? Operation::add : Operation::subtract, left, right, offset, right_offset);
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
      left = arithmetic(times ? Operation::multiply : Operation::divide, left, right, offset, right_offset);
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
        return push(Operation::text, ValueKind::text, static_cast<uint32_t>(tree_.texts.size() - 1));
      case TokenKind::name:
        if (token.text != "and" && token.text != "or" && token.text != "not" && token.text != "in") return parse_name(token);
        break;
      case TokenKind::symbol:
        if (token.text == "-") {
          fail(token.offset, kNoUnaryMinus);
          return 0;
        }
        if (accept_symbol("(")) {
          const uint32_t inner = parse_or();
          expect_symbol(")", Message{"\")\"", "\")\""});
          return inner;
        }
        break;
      case TokenKind::end: break;
    }
    fail_expected(kOperand);
    return 0;
  }

  uint32_t parse_number(const Token& token) {
    const NumberRead read = read_number(token.text);
    if (read.fault != NumberFault::none) {
      fail(token.offset, kBadNumber, excerpt(token.text));
      return 0;
    }
    advance();
    return push({Operation::number, ValueKind::number, 0, 0, read.value});
  }

  uint32_t parse_name(const Token& token) {
    advance();
    if (token_.kind == TokenKind::symbol && token_.text == "(" && token_.offset == token.offset + token.text.size())
      return parse_call(token);
    const auto field = std::find_if(names_.fields.begin(), names_.fields.end(), [&](const Field& f) { return f.id == token.text; });
    if (field != names_.fields.end())
      return push(Operation::field, value_kind(field->type), static_cast<uint32_t>(field - names_.fields.begin()));
    const auto measure =
        std::find_if(names_.measures.begin(), names_.measures.end(), [&](const Measure& m) { return m.id == token.text; });
    if (measure != names_.measures.end()) return inline_measure(*measure);
    if (const auto identity = find_identity(token.text))
      return push(Operation::identity, kind_of(*identity), static_cast<uint32_t>(*identity));
    fail_unknown_name(token);
    return 0;
  }

  void fail_unknown_name(const Token& token) {
    std::vector<std::string_view> candidates(kIdentityNames.begin(), kIdentityNames.end());
    for (const Field& field : names_.fields) candidates.push_back(field.id);
    for (const Measure& measure : names_.measures) candidates.push_back(measure.id);
    fail(token.offset, kUnknownName, excerpt(token.text));
    const std::string_view nearest = nearest_name(token.text, candidates);
    if (!nearest.empty()) diagnostics_.hint(kDidYouMean, nearest);
  }

  uint32_t inline_measure(const Measure& measure) {
    const auto shift = static_cast<uint32_t>(tree_.nodes.size());
    for (ExpressionNode node : measure.formula.nodes) {
      const bool is_leaf = node.operation <= Operation::identity;
      if (node.operation == Operation::text) {
        tree_.texts.push_back(measure.formula.texts[node.left]);
        node.left = static_cast<uint32_t>(tree_.texts.size() - 1);
      }
      if (!is_leaf) {
        node.left += shift;
        node.right += shift;
      }
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
      fail(name.offset, kUnknownFunction, excerpt(name.text));
      diagnostics_.hint(kUseFunctions);
      return 0;
    }
    size_t offset = token_.offset;
    uint32_t result = parse_or();
    if (name.text == "known") {
      if (!failed_) result = push(Operation::known, ValueKind::truth, result);
    } else if (is_unary) {
      const Operation operation =
          name.text == "ceil" ? Operation::ceil : name.text == "floor" ? Operation::floor : Operation::abs;
      if (require_kind(result, ValueKind::number, offset)) result = push(operation, ValueKind::number, result);
    } else {
      require_kind(result, ValueKind::number, offset);
      while (!failed_ && accept_symbol(",")) {
        const size_t right_offset = token_.offset;
        const uint32_t right = parse_or();
        result = arithmetic(name.text == "min" ? Operation::min : Operation::max, result, right, offset, right_offset);
      }
    }
    expect_symbol(")", is_list ? Message{"\",\" hoặc \")\"", "\",\" or \")\""} : Message{"\")\"", "\")\""});
    return result;
  }

  std::string_view source_;
  Location where_;
  const ExpressionNames& names_;
  Diagnostics& diagnostics_;
  Expression tree_;
  Token token_;
  std::vector<uint16_t> depths_;  ///< of the trees under the nodes; a leaf has 0
  size_t next_ = 0;
  int depth_ = -1;  ///< the expression as a whole is not nested
  bool failed_ = false;
};

}  // namespace

std::string_view identity_name(IdentityColumn column) { return kIdentityNames[static_cast<size_t>(column)]; }

std::optional<IdentityColumn> find_identity(std::string_view name) {
  const auto found = std::find(kIdentityNames.begin(), kIdentityNames.end(), name);
  if (found == kIdentityNames.end()) return {};
  return static_cast<IdentityColumn>(found - kIdentityNames.begin());
}

std::optional<Expression> parse_expression(std::string_view source, const Location& where, ValueKind wanted,
                                           const ExpressionNames& names, Diagnostics& diagnostics) {
  return Parser(source, where, names, diagnostics).parse(wanted);
}

std::vector<uint32_t> fields_of(const Expression& expression) {
  std::vector<uint32_t> fields;
  for (const ExpressionNode& node : expression.nodes)
    if (node.operation == Operation::field) fields.push_back(node.left);
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  return fields;
}

void renumber_fields(Expression& expression, std::span<const uint32_t> fields) {
  for (ExpressionNode& node : expression.nodes)
    if (node.operation == Operation::field) node.left = fields[node.left];
}

}  // namespace kdcl
