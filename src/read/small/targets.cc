#include "read/small/targets.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/number.h"
#include "base/text.h"
#include "model/office_words.h"
#include "model/school_case.h"
#include "read/criteria/messages.h"
#include "read/criteria/reading.h"
#include "read/yaml/messages.h"

namespace kdcl {

using namespace message;

namespace {

constexpr YamlKey kGoalKeys[] = {
    {"by", KeyUse::required}, {"share"}, {"number"}, {"source"}, {"checked"}};
constexpr YamlKey kPastKeys[] = {
    {"on", KeyUse::required}, {"share"}, {"reached"}, {"of"}, {"source"}, {"checked"}};
constexpr int kMostSchools = 10'000'000;

/// An unknown key is told, and may be meant for one that is missed.
bool has_unknown(const YamlNode& map, std::span<const YamlKey> keys) {
  return !std::all_of(map.keys.begin(), map.keys.end(), [keys](const YamlNode& key) {
    return std::any_of(keys.begin(), keys.end(),
                       [&key](const YamlKey& known) { return known.name == key.text; });
  });
}

/// Reads the lists of one target, each into a line.
class LineReader {
 public:
  LineReader(const YamlValues& values, Target& target) : values_(values), target_(target) {}

  void read_goals(const YamlNode& list, TargetLine& line) {
    line.place = values_.place(list);
    if (list.items.empty()) values_.error(list, kEmptyList, "goals");
    Day last = kNoDate;
    for (const YamlNode& map : list.items) {
      if (!values_.check_keys(map, "goals", kGoalKeys)) continue;
      Goal goal;
      goal.by = read_day(map, "by", last);
      goal.value = read_goal_value(map);
      goal.source = values_.read_either_text(map, "source").value_or(LocalText{});
      goal.checked = read_checked(values_, map, target_.checked);
      line.goals.push_back(std::move(goal));
    }
  }

  void read_history(const YamlNode& list, TargetLine& line) {
    Day last = kNoDate;
    for (const YamlNode& map : list.items) {
      if (!values_.check_keys(map, "history", kPastKeys)) continue;
      PastFigure past;
      past.on = read_day(map, "on", last);
      past.share = read_share(map);
      past.reached = values_.read_whole(map, "reached", 0, kMostSchools);
      past.of = values_.read_whole(map, "of", 1, kMostSchools);
      check_past(map, past);
      past.source = values_.read_either_text(map, "source").value_or(LocalText{});
      past.checked = read_checked(values_, map, target_.checked);
      line.history.push_back(std::move(past));
    }
  }

 private:
  /// A day after `last`, which moves on.
  TargetDay read_day(const YamlNode& map, std::string_view key, Day& last) const {
    const YamlNode* node = values_.find(map, key);
    if (!node) return {};
    const bool is_year = node->kind == YamlNode::Kind::scalar && node->text.size() == 4;
    std::optional<Day> day;
    if (node->kind == YamlNode::Kind::scalar)
      day = read_date(is_year ? node->text + "-12-31" : node->text);
    if (!day) {
      values_.report_found(*node, key,
                           Message{"một ngày như 2025-12-31 hoặc 31/12/2025, hoặc một năm",
                                   "a date like 2025-12-31 or 31/12/2025, or a year"});
      return {};
    }
    if (*day == last)
      values_.error(*node, {"{0}: ngày {1} ghi hai lần", "{0}: {1} is listed twice"}, key,
                    node->text);
    else if (*day < last)
      values_.error(*node,
                    {"{0}: cần ngày sau {1}, gặp {2}", "{0}: expected a date after {1}, found {2}"},
                    key, format_day_first(last), node->text);
    last = std::max(last, *day);
    return {*day, is_year};
  }

  std::optional<double> read_share(const YamlNode& map) const {
    const std::optional<double> share = values_.read_number(map, "share");
    if (!share || (*share >= 0 && *share <= 100)) return share;
    const YamlNode& node = *values_.find(map, "share");
    values_.error(node, kSharePercent, node.text);
    return {};
  }

  double read_goal_value(const YamlNode& map) {
    const YamlNode* share = values_.find_key(map, "share");
    const YamlNode* number = values_.find_key(map, "number");
    if (!share && !number && !has_unknown(map, kGoalKeys))
      values_.error(map, {"goals: cần khóa \"share\" (phần trăm) hoặc \"number\"",
                          "goals: expected the key \"share\" (percent) or \"number\""});
    if (share && number) values_.error(*number, kOneOfTwo, "number", "share");
    if (!share == !number) return 0;
    if (unit_known_ && target_.counts_schools != (number != nullptr))
      values_.error(share ? *share : *number,
                    {"{0}: các mốc của một chỉ tiêu phải cùng là \"share\" hoặc cùng là \"number\"",
                     "{0}: the goals of a target are all \"share\" or all \"number\""},
                    share ? "share" : "number");
    if (!unit_known_) target_.counts_schools = number != nullptr;
    unit_known_ = true;
    if (share) return read_share(map).value_or(0);
    return values_.read_whole(map, "number", 0, kMostSchools).value_or(0);
  }

  void check_past(const YamlNode& map, const PastFigure& past) const {
    const YamlNode* share = values_.find_key(map, "share");
    const YamlNode* reached = values_.find_key(map, "reached");
    const YamlNode* of = values_.find_key(map, "of");
    if (share && reached)
      values_.error(*reached, kOneOfTwo, "reached", "share");
    else if (of && !reached)
      values_.error(*of, {"of: cần thêm \"reached\"", "of: expected \"reached\" as well"});
    else if (!share && !reached && !has_unknown(map, kPastKeys))
      values_.error(map,
                    {"history: cần khóa \"share\" (phần trăm) hoặc \"reached\" và \"of\"",
                     "history: expected the key \"share\" (percent), or \"reached\" and \"of\""});
    else if (share && unit_known_ && target_.counts_schools)
      values_.error(*share, {"share: chỉ tiêu tính theo số trường; cần \"reached\"",
                             "share: the goals are numbers of schools; expected \"reached\""});
    else if (reached && !of && unit_known_ && !target_.counts_schools)
      values_.error(*reached, {"reached: chỉ tiêu tính theo phần trăm; cần thêm \"of\"",
                               "reached: the goals are shares; expected \"of\" as well"});
    if (past.reached && past.of && *past.reached > *past.of)
      values_.error(*values_.find(map, "reached"),
                    {"reached: {0} lớn hơn of {1}", "reached: {0} is over the of {1}"},
                    *past.reached, *past.of);
  }

  const YamlValues& values_;
  Target& target_;
  bool unit_known_ = false;
};

bool is_list(const YamlValues& values, const YamlNode& node, std::string_view name) {
  if (node.kind == YamlNode::Kind::sequence) return true;
  values.report_found(node, name, kAList);
  if (node.kind == YamlNode::Kind::map)
    values.diagnostics().hint({"muốn ghi theo từng loại trường hay địa bàn, thêm khóa \"by\"",
                               "to give them by school type or district, add the key \"by\""});
  return false;
}

/// The map of lists at a key; null if it is absent or none.
const YamlNode* find_groups(const YamlValues& values, const YamlNode& map, std::string_view key,
                            const Target& target) {
  const YamlNode* node = values.find(map, key);
  if (!node || node->kind == YamlNode::Kind::map) return node;
  const std::string_view by = target.by ? identity_name(*target.by) : "by";
  values.report_found(*node, key,
                      format_message(values.diagnostics().language(),
                                     {"một nhóm khóa, mỗi giá trị của \"{0}\" một danh sách",
                                      "a map with a list for each value of \"{0}\""},
                                     by));
  return nullptr;
}

/// The group that a key names: for columns that take certain words only, the id.
std::string group_of(const YamlNode& name, const Target& target) {
  if (!target.by) return name.text;
  return std::string(find_office_word(*target.by, name.text).value_or(name.text));
}

void check_group(const YamlValues& values, const YamlNode& name, const Target& target) {
  if (!target.by || office_words(*target.by).empty() || find_office_word(*target.by, name.text))
    return;
  values
      .error(name,
             {"{0}: \"{1}\" không phải là giá trị của {2}", "{0}: \"{1}\" is no value of {2}"},
             "goals", excerpt(name.text), identity_name(*target.by))
      .hint({"các giá trị: {0}", "the values are: {0}"}, office_ids(*target.by));
  if (const auto nearest = nearest_office_word(*target.by, name.text); !nearest.empty())
    values.hint_nearest(name.text, std::array{nearest});
}

TargetLine* find_line(const YamlValues& values, const YamlNode& name, Target& target) {
  std::vector<std::string_view> groups;
  for (TargetLine& line : target.lines) {
    if (line.group == group_of(name, target)) return &line;
    groups.push_back(line.group);
  }
  values.error(name, {"history: \"{0}\" không có trong goals", "history: \"{0}\" is not in goals"},
               excerpt(name.text));
  values.hint_nearest(name.text, groups);
  return nullptr;
}

void read_groups(const YamlValues& values, const YamlNode& map, LineReader& reader,
                 Target& target) {
  const YamlNode* goals = find_groups(values, map, "goals", target);
  if (!goals) return;
  if (goals->items.empty()) values.error(*goals, kEmptyMap, "goals");
  for (size_t i = 0; i < goals->items.size(); ++i) {
    check_group(values, goals->keys[i], target);
    std::string group = group_of(goals->keys[i], target);
    const auto is_it = [&](const TargetLine& line) { return line.group == group; };
    if (std::any_of(target.lines.begin(), target.lines.end(), is_it))
      values.error(goals->keys[i],
                   {"{0}: nhóm {1} đã có ở trên", "{0}: the group {1} is there already"}, "goals",
                   excerpt(group));
    TargetLine& line = target.lines.emplace_back();
    line.group = std::move(group);
    if (is_list(values, goals->items[i], line.group)) reader.read_goals(goals->items[i], line);
  }
  const YamlNode* history = find_groups(values, map, "history", target);
  for (size_t i = 0; history && i < history->items.size(); ++i) {
    TargetLine* line = find_line(values, history->keys[i], target);
    if (line && is_list(values, history->items[i], line->group))
      reader.read_history(history->items[i], *line);
  }
}

}  // namespace

void read_lines(const YamlValues& values, const YamlNode& map, bool is_grouped, Target& target) {
  LineReader reader(values, target);
  if (is_grouped) return read_groups(values, map, reader, target);
  TargetLine& line = target.lines.emplace_back();
  const YamlNode* goals = values.find(map, "goals");
  if (goals && is_list(values, *goals, "goals")) reader.read_goals(*goals, line);
  const YamlNode* history = values.find(map, "history");
  if (history && is_list(values, *history, "history")) reader.read_history(*history, line);
}

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
