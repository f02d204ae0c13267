// The small language of conditions and formulas (design: "Expressions"): its syntax tree, and the
// parser. Trees are evaluated, a block of schools at a time, by model/evaluate.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace kdcl {

struct Field;
struct Measure;

/// What a (sub)expression yields. `choice` covers scales: a value is its position in the field's
/// list.
enum class ValueKind : uint8_t { number, truth, text, date, choice, scale };

enum class Operation : uint8_t {
  number,    ///< a literal: number, date (days), value of a choice (position)
  text,      ///< a literal text: index into Expression::texts
  field,     ///< index of a field
  identity,  ///< an IdentityColumn
  add,
  subtract,
  multiply,
  divide,
  min,
  max,  // two operands
  ceil,
  floor,
  abs,    // one operand
  known,  // one operand of any kind
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  logical_and,
  logical_or,
  logical_not,
};

/// The columns of a table that say which school a row is about. Text but for `recognized_level` (a
/// number), `assessed_on` and `recognized_on` (dates).
enum class IdentityColumn : uint8_t {
  school_id,
  school_name,
  school_type,
  ownership,
  district,
  commune,
  assessed_on,
  assessment,
  recognized_level,
  recognized_on,
  decision,
  stage,
  criteria_set,
};
inline constexpr size_t kIdentityColumns = 13;
[[nodiscard]] std::string_view identity_name(IdentityColumn column);
[[nodiscard]] std::optional<IdentityColumn> find_identity(std::string_view name);
/// What a cell of the column is in an expression.
[[nodiscard]] ValueKind value_kind(IdentityColumn column);

struct ExpressionNode {
  Operation operation = Operation::number;
  ValueKind kind = ValueKind::number;
  uint32_t left = 0;     ///< position of the first operand; for field, identity and text: the index
  uint32_t right = 0;    ///< position of the second operand
  double value = 0;      ///< for Operation::number
  bool inlined = false;  ///< written in the formula of a measure that the expression names

  /// The same value, wherever it is written.
  bool operator==(const ExpressionNode& other) const {
    return operation == other.operation && kind == other.kind && left == other.left &&
           right == other.right && value == other.value;
  }
};

/// A tree in one vector: operands stand before the node that uses them, the root is last. `in` is
/// stored as equalities joined by `or`; a measure is stored as its formula.
struct Expression {
  std::string source;  ///< as written
  std::vector<ExpressionNode> nodes;
  std::vector<std::string> texts;

  [[nodiscard]] const ExpressionNode& root() const { return nodes.back(); }
  bool operator==(const Expression&) const = default;
};
/// True if both say the same, however they are written.
[[nodiscard]] inline bool same_meaning(const Expression& a, const Expression& b) {
  return a.nodes == b.nodes && a.texts == b.texts;
}

/// What names in an expression may mean.
struct ExpressionNames {
  std::span<const Field> fields;
  std::span<const Measure> measures;
};

/// Parses `source`, whose first character stands at `where`. Nothing, and an error with the nearest
/// name, if it is wrong or does not yield `wanted`: a truth (conditions) or a number (formulas).
[[nodiscard]] std::optional<Expression> parse_expression(std::string_view source,
                                                         const Location& where, ValueKind wanted,
                                                         const ExpressionNames& names,
                                                         Diagnostics& diagnostics);

/// The comparison that a symbol such as "<=" stands for.
[[nodiscard]] std::optional<Operation> find_comparison(std::string_view symbol);

/// Positions of the fields the expression uses, each once, rising.
[[nodiscard]] std::vector<uint32_t> fields_of(const Expression& expression);
/// The same of the identity columns.
[[nodiscard]] std::vector<uint32_t> identities_of(const Expression& expression);

/// The same expression with field i renamed to `fields[i]`.
void renumber_fields(Expression& expression, std::span<const uint32_t> fields);

}  // namespace kdcl
