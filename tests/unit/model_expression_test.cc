#include <doctest/doctest.h>

#include "model/expression.h"
#include "support/parsed_text.h"

namespace kdcl {
namespace {

using test::parse;
using test::Parsed;

constexpr const char* kSigns[] = {
    "#",   "'",     "",   "",   "+", "-",  "*", "/",  "min", "max", "ceil", "floor",
    "abs", "known", "==", "!=", "<", "<=", ">", ">=", "and", "or",  "not"};

/// The tree with every operation in parentheses.
std::string tree_text(const Expression& expression, uint32_t at) {
  const ExpressionNode& node = expression.nodes[at];
  const std::string sign = kSigns[static_cast<size_t>(node.operation)];
  switch (node.operation) {
    case Operation::number: return fmt::format("{}", node.value);
    case Operation::text: return "'" + expression.texts[node.left] + "'";
    case Operation::field: return test::parsed_fields()[node.left].id;
    case Operation::identity:
      return std::string(identity_name(static_cast<IdentityColumn>(node.left)));
    case Operation::ceil:
    case Operation::floor:
    case Operation::abs:
    case Operation::known:
    case Operation::logical_not: return sign + "(" + tree_text(expression, node.left) + ")";
    default:
      CHECK(node.left < at);
      CHECK(node.right < at);
      return "(" + tree_text(expression, node.left) + " " + sign + " " +
             tree_text(expression, node.right) + ")";
  }
}

struct TreeCase {
  std::string_view source;
  ValueKind kind;
  std::string_view tree;
};

void check_trees(std::span<const TreeCase> cases) {
  for (const TreeCase& c : cases) {
    CAPTURE(c.source);
    const Parsed parsed = parse(c.source, c.kind);
    CHECK(parsed.said == "");
    if (!parsed.expression) continue;
    const auto root = static_cast<uint32_t>(parsed.expression->nodes.size() - 1);
    CHECK(tree_text(*parsed.expression, root) == c.tree);
    CHECK(parsed.expression->source == c.source);
    CHECK(parsed.expression->root().kind == c.kind);
  }
}

constexpr ValueKind kNumber = ValueKind::number;
constexpr ValueKind kTruth = ValueKind::truth;

TEST_CASE("expression: precedence and order") {
  const TreeCase cases[] = {
      {"1 + 2 * 3", kNumber, "(1 + (2 * 3))"},
      {"(1 + 2) * 3", kNumber, "((1 + 2) * 3)"},
      {"1 - 2 - 3", kNumber, "((1 - 2) - 3)"},
      {"8 / 4 / 2", kNumber, "((8 / 4) / 2)"},
      {"8 / 4 * 2", kNumber, "((8 / 4) * 2)"},
      {"100 * pupils / area", kNumber, "((100 * pupils) / area)"},
      {"1 + 2 < 3 * 4", kTruth, "((1 + 2) < (3 * 4))"},
      {"remote or remote and remote", kTruth, "(remote or (remote and remote))"},
      {"remote and remote or remote", kTruth, "((remote and remote) or remote)"},
      {"remote or remote or remote", kTruth, "((remote or remote) or remote)"},
      {"(remote or remote) and remote", kTruth, "((remote or remote) and remote)"},
      {"not remote and remote", kTruth, "(not(remote) and remote)"},
      {"not pupils > 1", kTruth, "not((pupils > 1))"},
      {"not not remote", kTruth, "not(not(remote))"},
      {"not (remote or remote)", kTruth, "not((remote or remote))"},
      {"pupils>1 and area<=2", kTruth, "((pupils > 1) and (area <= 2))"},
      {"  pupils\n\t!= 1.5 ", kTruth, "(pupils != 1.5)"},
      {"pupils == 1 or pupils >= 2", kTruth, "((pupils == 1) or (pupils >= 2))"},
  };
  check_trees(cases);
}

TEST_CASE("expression: functions, lists and measures") {
  const TreeCase cases[] = {
      {"min(pupils, area, 3)", kNumber, "((pupils min area) min 3)"},
      {"max(pupils)", kNumber, "pupils"},
      {"ceil(area) + floor(area) - abs(area)", kNumber, "((ceil(area) + floor(area)) - abs(area))"},
      {"known(motto) and known(remote) and known(pupils / area)", kTruth,
       "((known(motto) and known(remote)) and known((pupils / area)))"},
      {"known(power) or known(opened)", kTruth, "(known(power) or known(opened))"},
      {"known(pupils > 1)", kTruth, "known((pupils > 1))"},
      {"pupils in (1, 2.5)", kTruth, "((pupils == 1) or (pupils == 2.5))"},
      {"motto in ('a', 'b', 'c')", kTruth,
       "(((motto == 'a') or (motto == 'b')) or (motto == 'c'))"},
      {"not motto in ('a')", kTruth, "not((motto == 'a'))"},
      {"pupils + 1 in (2)", kTruth, "((pupils + 1) == 2)"},
      {"density", kNumber, "(pupils / area)"},
      {"2 * density", kNumber, "(2 * (pupils / area))"},
      {"above + density", kNumber, "((((pupils / area) max 10) - 1) + (pupils / area))"},
  };
  check_trees(cases);
}

TEST_CASE("expression: kinds") {
  const TreeCase cases[] = {
      {"remote", kTruth, "remote"},
      {"recognized_level >= 1", kTruth, "(recognized_level >= 1)"},
      {"school_type == 'tieu_hoc'", kTruth, "(school_type == 'tieu_hoc')"},
      {"'thcs' != school_type", kTruth, "('thcs' != school_type)"},
      // Words of columns that take certain ones become their ids.
      {"school_type == 'Trường Tiểu học'", kTruth, "(school_type == 'tieu_hoc')"},
      {"school_type in ('TH&THCS', 'thpt')", kTruth,
       "((school_type == 'th_thcs') or (school_type == 'thpt'))"},
      {"ownership != 'Công  lập'", kTruth, "(ownership != 'cong_lap')"},
      {"'Đánh giá ngoài' == assessment", kTruth, "('external' == assessment)"},
      {"stage == 'THCS'", kTruth, "(stage == 'thcs')"},
      {"district == 'THCS'", kTruth, "(district == 'THCS')"},
      {"power == 'LUOI'", kTruth, "(power == 0)"},
      {"library >= 'Tốt'", kTruth, "(library >= 1)"},
      {"motto == \"it's\"", kTruth, "(motto == 'it's')"},
      {"motto == ''", kTruth, "(motto == '')"},
      {"district == commune", kTruth, "(district == commune)"},
      // Dates are days since 1970-01-01: 2000-01-01 is day 10957.
      {"opened < '2000-01-01'", kTruth, "(opened < 10957)"},
      {"'1970-01-02' <= assessed_on", kTruth, "(1 <= assessed_on)"},
      {"recognized_on >= opened", kTruth, "(recognized_on >= opened)"},
      {"opened in ('1970-01-01', '1970-01-03')", kTruth, "((opened == 0) or (opened == 2))"},
      // A value by id or title becomes its position.
      {"power == 'sun'", kTruth, "(power == 1)"},
      {"power != 'lưới'", kTruth, "(power != 0)"},
      {"'solar' == power", kTruth, "(1 == power)"},
      {"library >= 'good'", kTruth, "(library >= 1)"},
      {"library in ('none yet', 'tốt')", kTruth, "((library == 0) or (library == 1))"},
      {"library == library", kTruth, "(library == library)"},
      {"recognized_level + 1", kNumber, "(recognized_level + 1)"},
  };
  check_trees(cases);
}

TEST_CASE("expression: texts are composed") {
  const Parsed parsed = parse("motto == 'Sơn La'", kTruth);
  const Parsed decomposed = parse("motto == 'So\xCC\x9Bn La'", kTruth);
  REQUIRE(decomposed.expression);
  CHECK(decomposed.expression->texts == std::vector<std::string>{"Sơn La"});
  CHECK(decomposed.expression->nodes == parsed.expression->nodes);
}

TEST_CASE("expression: the fields an expression uses, and their renumbering") {
  Parsed parsed =
      parse("density > 1 and remote and pupils > area and recognized_level > 0", kTruth);
  REQUIRE(parsed.expression);
  CHECK(fields_of(*parsed.expression) == std::vector<uint32_t>{0, 1, 2});
  const std::vector<uint32_t> places = {10, 11, 12};
  renumber_fields(*parsed.expression, places);
  CHECK(fields_of(*parsed.expression) == std::vector<uint32_t>{10, 11, 12});
}

TEST_CASE("expression: identity columns by name") {
  for (size_t i = 0; i < kIdentityColumns; ++i) {
    const auto column = static_cast<IdentityColumn>(i);
    CHECK(find_identity(identity_name(column)) == column);
  }
  CHECK(identity_name(IdentityColumn::criteria_set) == "criteria_set");
  CHECK_FALSE(find_identity("School_id").has_value());
}

}  // namespace
}  // namespace kdcl
