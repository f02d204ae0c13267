#include "model/expression_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "model/criteria.h"
#include "model/expression.h"
#include "model/office_words.h"

namespace kdcl {
namespace {

void hint_nearest(std::string_view nearest, Diagnostics& diagnostics) {
  if (!nearest.empty()) diagnostics.hint({"có phải \"{0}\"?", "did you mean \"{0}\"?"}, nearest);
}

}  // namespace

void hint_name(const ExpressionNames& names, std::string_view written, Diagnostics& diagnostics) {
  std::vector<std::string_view> candidates;
  for (size_t i = 0; i < kIdentityColumns; ++i)
    candidates.push_back(identity_name(static_cast<IdentityColumn>(i)));
  for (const Field& field : names.fields) candidates.push_back(field.id);
  for (const Measure& measure : names.measures) candidates.push_back(measure.id);
  hint_nearest(nearest_name(written, candidates), diagnostics);
}

bool put_id(IdentityColumn column, std::string& word) {
  const std::optional<std::string_view> id = find_office_word(column, word);
  if (id) word = *id;
  return id.has_value();
}

void hint_value(const Field& field, std::string_view written, Diagnostics& diagnostics) {
  hint_nearest(nearest_choice(field, written), diagnostics);
}

void hint_value(IdentityColumn column, std::string_view written, Diagnostics& diagnostics) {
  const std::string_view nearest = nearest_office_word(column, written);
  hint_nearest(nearest, diagnostics);
  if (nearest.empty())
    diagnostics.hint({"các giá trị: {0}", "the values are: {0}"}, office_ids(column));
}

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

// What can be asked of an expression without evaluating it, and the names of the identity columns.

namespace {

constexpr std::array<std::string_view, kIdentityColumns> kIdentityNames = {
    "school_id", "school_name", "school_type", "ownership",        "district",
    "commune",   "assessed_on", "assessment",  "recognized_level", "recognized_on",
    "decision",  "stage",       "criteria_set"};

/// What the nodes of one operation stand for, each once, rising.
std::vector<uint32_t> used_by(const Expression& expression, Operation operation) {
  std::vector<uint32_t> used;
  for (const ExpressionNode& node : expression.nodes)
    if (node.operation == operation) used.push_back(node.left);
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used;
}

}  // namespace

std::string_view identity_name(IdentityColumn column) {
  return kIdentityNames[static_cast<size_t>(column)];
}

std::optional<IdentityColumn> find_identity(std::string_view name) {
  const auto found = std::find(kIdentityNames.begin(), kIdentityNames.end(), name);
  if (found == kIdentityNames.end()) return {};
  return static_cast<IdentityColumn>(found - kIdentityNames.begin());
}

ValueKind value_kind(IdentityColumn column) {
  if (column == IdentityColumn::recognized_level) return ValueKind::number;
  if (column == IdentityColumn::assessed_on || column == IdentityColumn::recognized_on)
    return ValueKind::date;
  return ValueKind::text;
}

std::optional<Operation> find_comparison(std::string_view symbol) {
  constexpr std::array<std::pair<std::string_view, Operation>, 6> kComparisons = {
      {{"==", Operation::equal},
       {"!=", Operation::not_equal},
       {"<", Operation::less},
       {"<=", Operation::less_equal},
       {">", Operation::greater},
       {">=", Operation::greater_equal}}};
  for (const auto& [name, operation] : kComparisons)
    if (name == symbol) return operation;
  return {};
}

std::vector<uint32_t> fields_of(const Expression& expression) {
  return used_by(expression, Operation::field);
}

std::vector<uint32_t> identities_of(const Expression& expression) {
  return used_by(expression, Operation::identity);
}

void renumber_fields(Expression& expression, std::span<const uint32_t> fields) {
  for (ExpressionNode& node : expression.nodes)
    if (node.operation == Operation::field) node.left = fields[node.left];
}

}  // namespace kdcl
