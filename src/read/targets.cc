#include "read/targets.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "model/school_case.h"
#include "read/criteria_messages.h"
#include "read/criteria_reading.h"
#include "read/target_lines.h"

namespace kdcl {

using namespace message;

namespace {

constexpr YamlKey kTargetsKeys[] = {{"targets", KeyUse::required}};
constexpr YamlKey kTargetKeys[] = {{"id", KeyUse::required},
                                   {"title", KeyUse::required},
                                   {"source"},
                                   {"count", KeyUse::required},
                                   {"among"},
                                   {"by"},
                                   {"goals", KeyUse::required},
                                   {"history"},
                                   {"checked"}};
constexpr std::array kGroupColumns = {IdentityColumn::school_type, IdentityColumn::ownership,
                                      IdentityColumn::district, IdentityColumn::commune};

bool uses_columns(const Expression& expression) {
  return std::any_of(
      expression.nodes.begin(), expression.nodes.end(), [](const ExpressionNode& node) {
        return node.operation == Operation::field || node.operation == Operation::identity;
      });
}

std::optional<Expression> read_condition(const YamlValues& values, const YamlNode& map,
                                         std::string_view key, const ExpressionNames& names) {
  const YamlNode* node = values.find(map, key);
  if (!node || !values.is_text(*node, key)) return {};
  std::optional<Expression> expression = parse_expression(
      node->text, values.text_place(*node), ValueKind::truth, names, values.diagnostics());
  if (!expression) return {};
  if (!uses_columns(*expression))
    values.error(
        *node,
        {"{0}: biểu thức không dùng trường, số đo hay cột nào, nên đúng hoặc sai cho mọi trường "
         "học",
         "{0}: the expression uses no field, measure or column, so all schools are alike to it"},
        key);
  return expression;
}

/// True if one is the other behind `not`, or with == in place of != at its root.
bool are_opposite(const Expression& a, const Expression& b) {
  if (a.nodes.size() < b.nodes.size()) return are_opposite(b, a);
  Expression other = b;
  if (a.root().operation == Operation::logical_not) {
    ExpressionNode root = a.root();
    root.left = static_cast<uint32_t>(b.nodes.size() - 1);
    other.nodes.push_back(root);
  } else if (b.root().operation == Operation::equal || b.root().operation == Operation::not_equal) {
    ExpressionNode& root = other.nodes.back();
    root.operation = root.operation == Operation::equal ? Operation::not_equal : Operation::equal;
  } else {
    return false;
  }
  return same_meaning(a, other);
}

void read_expressions(const YamlValues& values, const YamlNode& map, const ExpressionNames& names,
                      Target& target) {
  const std::optional<Expression> count = read_condition(values, map, "count", names);
  target.among = read_condition(values, map, "among", names);
  if (!count) return;
  target.count = *count;
  const YamlNode& node = *values.find(map, "count");
  target.count_place = values.place(node);
  if (!target.among) return;
  target.among_place = values.place(*values.find(map, "among"));
  if (same_meaning(*count, *target.among))
    values.error(node, {"count: giống among, nên trường nào cũng được đếm",
                        "count: the same as among, so that every school is counted"});
  if (are_opposite(*count, *target.among))
    values.error(node, {"count: trái với among, nên không trường nào được đếm",
                        "count: the opposite of among, so that no school would be counted"});
}

void read_by(const YamlValues& values, const YamlNode& map, Target& target) {
  std::array<std::string_view, kGroupColumns.size()> names;
  std::transform(kGroupColumns.begin(), kGroupColumns.end(), names.begin(), identity_name);
  if (const std::optional<size_t> column = values.read_word(map, "by", names))
    target.by = kGroupColumns[*column];
}

Target read_target(const YamlValues& values, const YamlNode& map, const ExpressionNames& names,
                   std::set<std::string>& ids) {
  Target target;
  target.among_place = values.place(map);
  if (!values.check_keys(map, "targets", kTargetKeys)) return target;
  if (const YamlNode* id = values.find(map, "id")) {
    target.id = read_id(values, *id, "id", '-').value_or("");
    if (!target.id.empty() && !ids.insert(target.id).second)
      values.error(*id,
                   {"id: chỉ tiêu \"{0}\" ghi hai lần", "id: the target \"{0}\" is listed twice"},
                   target.id);
  }
  target.title = values.read_either_text(map, "title").value_or(LocalText{});
  target.source = values.read_either_text(map, "source").value_or(LocalText{});
  target.checked = read_checked(values, map, Certainty::high);
  read_expressions(values, map, names, target);
  read_by(values, map, target);
  read_lines(values, map, values.find(map, "by") != nullptr, target);
  return target;
}

}  // namespace

std::optional<std::vector<Target>> read_targets(const std::string& name, std::string_view bytes,
                                                const Run& run, Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  const YamlValues values(name, diagnostics);
  const std::optional<YamlNode> file = read_yaml(name, bytes, diagnostics);
  if (!file || !values.check_keys(*file, kWholeFile.in(diagnostics.language()), kTargetsKeys))
    return {};
  const std::vector<Field> fields = fields_with_results(run);
  const std::vector<Measure> measures = measures_of(run);
  std::set<std::string> ids;
  std::vector<Target> targets;
  for (const YamlNode& map : values.read_items(*file, "targets"))
    targets.push_back(read_target(values, map, {fields, measures}, ids));
  if (diagnostics.errors() > errors) return {};
  return targets;
}

}  // namespace kdcl
