#include "read/criteria/levels.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.h"
#include "model/office_words.h"
#include "read/criteria/keys.h"
#include "read/criteria/messages.h"
#include "read/schools/set_choice.h"

namespace kdcl {

namespace {

constexpr std::string_view kOperators[] = {"at_least", "at_most", "more_than", "less_than",
                                           "equals"};

/// The position of a choice or scale value, given by id or title.
std::optional<double> read_position(const YamlValues& values, const YamlNode& map,
                                    std::string_view key, const Field& field) {
  const std::optional<std::string> text = values.read_text(map, key);
  if (!text) return {};
  if (const std::optional<size_t> position = find_choice(field, *text))
    return static_cast<double>(*position);
  values.error(
      *values.find(map, key),
      {"{0}: \"{1}\" không phải là giá trị của \"{2}\"", "{0}: \"{1}\" is no value of \"{2}\""},
      key, excerpt(*text), field.id);
  const std::array nearest = {nearest_choice(field, *text)};
  values.hint_nearest(*text, nearest);
  return {};
}

}  // namespace

std::string_view name_of(Comparison comparison) {
  return kOperators[static_cast<size_t>(comparison)];
}

std::optional<Comparison> find_operator(std::string_view name) {
  const auto found = std::find(std::begin(kOperators), std::end(kOperators), name);
  if (found == std::end(kOperators)) return {};
  return static_cast<Comparison>(found - std::begin(kOperators));
}

std::optional<Comparison> read_comparison(const YamlValues& values, const YamlNode& map) {
  std::optional<Comparison> comparison;
  for (const YamlNode& key : map.keys) {
    const std::optional<Comparison> found = find_operator(key.text);
    if (!found) continue;
    if (comparison)
      values.error(key,
                   {"require: chỉ được một phép so sánh, gặp thêm \"{0}\"",
                    "require: expected one comparison, found \"{0}\" as well"},
                   key.text);
    if (!comparison) comparison = found;
  }
  if (!comparison)
    values.error(map, {"require: cần một trong {0}", "require: expected one of {0}"},
                 kOperatorList);
  return comparison;
}

bool check_comparison(const YamlValues& values, const YamlNode& map, Comparison comparison,
                      const Field* field) {
  if (!field) return true;
  const ValueKind kind = value_kind(field->type);
  if (kind == ValueKind::text) {
    values.error(*values.find(map, "measure"),
                 {"measure: trường chữ \"{0}\" không dùng làm yêu cầu được",
                  "measure: the text field \"{0}\" can't be required"},
                 field->id);
    return false;
  }
  if (comparison == Comparison::equals || (kind != ValueKind::truth && kind != ValueKind::choice))
    return true;
  values.error(
      *values.find_key(map, name_of(comparison)),
      {"{0}: \"{1}\" chỉ so sánh được bằng equals", "{0}: \"{1}\" compares only with equals"},
      name_of(comparison), field->id);
  if (kind == ValueKind::choice)
    values.diagnostics().hint({"muốn so sánh thứ bậc, khai trường theo kiểu scale",
                               "to compare by rank, make the field a scale"});
  return false;
}

std::optional<double> read_value(const YamlValues& values, const YamlNode& map,
                                 Comparison comparison, const Field* field) {
  const std::string_view key = name_of(comparison);
  switch (field ? value_kind(field->type) : ValueKind::number) {
    case ValueKind::truth: {
      const std::optional<bool> flag = values.read_flag(map, key);
      return flag ? std::optional<double>(*flag ? 1 : 0) : std::nullopt;
    }
    case ValueKind::date: {
      const std::optional<Day> day = values.read_date(map, key);
      return day ? std::optional<double>(*day) : std::nullopt;
    }
    case ValueKind::choice:
    case ValueKind::scale: return read_position(values, map, key, *field);
    case ValueKind::number:
    case ValueKind::text: break;
  }
  return values.read_number(map, key);
}

std::optional<double> read_level(const YamlValues& values, const YamlNode& map,
                                 Comparison comparison, int top) {
  const int least = comparison == Comparison::less_than ? 1 : 0;
  const int most = comparison == Comparison::more_than ? top - 1 : top;
  const std::optional<int> level = values.read_whole(map, name_of(comparison), least, most);
  return level ? std::optional<double>(*level) : std::nullopt;
}

bool asks_more(Comparison comparison, double value, double other) {
  switch (comparison) {
    case Comparison::at_least:
    case Comparison::more_than: return value > other;
    case Comparison::at_most:
    case Comparison::less_than: return value < other;
    case Comparison::equals: break;
  }
  return false;
}

namespace {

/// What a requirement compares: a figure, of a field or of a measure (null), or the level of a set
/// with `top` levels.
struct Compared {
  const Field* field = nullptr;
  std::optional<int> top{};
};

std::optional<double> read_compared(const YamlValues& values, const YamlNode& map,
                                    Comparison comparison, const Compared& compared) {
  return compared.top ? read_level(values, map, comparison, *compared.top)
                      : read_value(values, map, comparison, compared.field);
}

/// True if the exception has its requirement's comparison and no other.
bool has_operator(const YamlValues& values, const YamlNode& map, Comparison comparison) {
  bool is_right = true;
  for (const YamlNode& key : map.keys) {
    if (!find_operator(key.text) || key.text == name_of(comparison)) continue;
    values.error(key,
                 {"exceptions: cần \"{0}\" như yêu cầu, gặp \"{1}\"",
                  "exceptions: expected \"{0}\", as in the requirement, found \"{1}\""},
                 name_of(comparison), key.text);
    is_right = false;
  }
  if (is_right && !values.find(map, name_of(comparison))) {
    values.error(map,
                 {"exceptions: cần khóa \"{0}\" như yêu cầu",
                  "exceptions: expected \"{0}\", as in the requirement"},
                 name_of(comparison));
    is_right = false;
  }
  return is_right;
}

void read_exception(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                    const Compared& compared, Requirement& requirement) {
  if (!values.check_keys(map, "exceptions", kExceptionKeys)) return;
  Exception exception;
  exception.checked = read_checked(values, map, requirement.checked);
  std::optional<Expression> where =
      read_expression(reading, values, map, "where", ValueKind::truth);
  exception.because = values.read_local_text(map, "because").value_or(LocalText{});
  if (has_operator(values, map, requirement.comparison))
    exception.value = read_compared(values, map, requirement.comparison, compared).value_or(0);
  if (where) exception.where = std::move(*where);
  requirement.exceptions.push_back(std::move(exception));
}

void read_conditions(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                     const Indicator& indicator, Requirement& requirement) {
  static constexpr std::string_view kPart[] = {"part"};
  requirement.checked = read_checked(values, map, indicator.checked);
  requirement.where = read_expression(reading, values, map, "where", ValueKind::truth);
  requirement.covers_part = values.read_word(map, "covers", kPart).has_value();
}

void note_threshold(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                    const Indicator& indicator, const Requirement& requirement) {
  const std::string of_indicator = indicator.where ? indicator.where->source : "";
  const std::string own = requirement.where ? requirement.where->source : "";
  const YamlNode& value = *values.find(map, name_of(requirement.comparison));
  const std::string measure = (requirement.is_level ? "level_of " : "") + requirement.measure;
  reading.thresholds.push_back({indicator.level, measure, requirement.comparison,
                                of_indicator + '\n' + own, requirement.value, value.text,
                                values.place(value)});
}

void name_figure(const CriteriaReading& reading, const FigureName& figure,
                 Requirement& requirement) {
  requirement.measure = figure.measure ? figure.measure->id : figure.field->id;
  requirement.title = figure.measure ? figure.measure->title : figure.field->title;
  requirement.unit = figure.measure ? figure.measure->unit : figure.field->unit;
  requirement.figure = figure_of(reading, figure);
  if (figure.field)
    requirement.field = static_cast<uint32_t>(figure.field - reading.set.fields.data());
}

/// What the requirement compares, which gets its name and title. Nothing, with an error, if it is
/// not there.
std::optional<Compared> read_what_is_compared(CriteriaReading& reading, const YamlValues& values,
                                              const YamlNode& map, Requirement& requirement) {
  const YamlNode* measure = values.find(map, "measure");
  const YamlNode* level_of = values.find(map, "level_of");
  if (!measure == !level_of) {
    values.error(map, {"require: cần đúng một trong measure, level_of",
                       "require: expected exactly one of measure, level_of"});
    return {};
  }
  if (measure) {
    const FigureName figure = find_figure(reading, values, *measure, "measure");
    if (!figure.measure && !figure.field) return {};
    name_figure(reading, figure, requirement);
    return Compared{figure.field, {}};
  }
  std::optional<OtherSet> other = find_other_set(reading, values, *level_of);
  if (!other) return {};
  requirement.is_level = true;
  requirement.measure = level_of->text;
  requirement.title = std::move(other->title);
  requirement.place = values.place(*level_of);
  return Compared{nullptr, other->top_level};
}

void read_requirement(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                      Indicator& indicator) {
  if (!values.check_keys(map, "require", kRequirementKeys)) return;
  Requirement requirement;
  read_conditions(reading, values, map, indicator, requirement);
  const std::optional<Comparison> comparison = read_comparison(values, map);
  const auto compared = read_what_is_compared(reading, values, map, requirement);
  if (!comparison || !compared) return;
  requirement.comparison = *comparison;
  if (!check_comparison(values, map, *comparison, compared->field)) return;
  const std::optional<double> value = read_compared(values, map, *comparison, *compared);
  for (const YamlNode& node : values.read_list(map, "exceptions"))
    read_exception(reading, values, node, *compared, requirement);
  if (!value) return;
  requirement.value = *value;
  note_threshold(reading, values, map, indicator, requirement);
  indicator.requirements.push_back(std::move(requirement));
}

auto kind_of(const Threshold& threshold) {
  return std::tie(threshold.measure, threshold.comparison, threshold.where);
}

}  // namespace

void read_requirements(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                       Indicator& indicator) {
  const YamlNode* require = values.find(map, "require");
  if (!require) return;
  if (require->kind != YamlNode::Kind::sequence)
    return read_requirement(reading, values, *require, indicator);
  for (const YamlNode& one : values.read_items(map, "require"))
    read_requirement(reading, values, one, indicator);
}

void check_thresholds(CriteriaReading& reading, Diagnostics& diagnostics) {
  std::vector<Threshold>& thresholds = reading.thresholds;
  std::stable_sort(thresholds.begin(), thresholds.end(),
                   [](const Threshold& a, const Threshold& b) { return kind_of(a) < kind_of(b); });
  const Threshold* strictest = nullptr;  // of the kind so far
  const Threshold* below = nullptr;      // of the kind, at lower levels only
  for (const Threshold& one : thresholds) {
    const bool is_new = !strictest || kind_of(*strictest) != kind_of(one);
    const int last_level = (&one == thresholds.data()) ? 0 : (&one)[-1].level;
    if (is_new)
      below = nullptr;
    else if (one.level > last_level)
      below = strictest;
    if (below && asks_more(one.comparison, below->value, one.value))
      diagnostics.error(
          one.place,
          {"{0}: mức {1} đòi {2}, dễ hơn {3} của mức {4} ở dòng {5}",
           "{0}: level {1} asks {2}, which is looser than the {3} of level {4} at line {5}"},
          name_of(one.comparison), one.level, excerpt(one.text), excerpt(below->text), below->level,
          below->place.line);
    if (is_new || asks_more(one.comparison, one.value, strictest->value)) strictest = &one;
  }
  thresholds.clear();
}

FigureName find_figure(CriteriaReading& reading, const YamlValues& values, const YamlNode& name,
                       std::string_view key) {
  if (!values.is_text(name, key) || reading.names_missing || reading.faulty.contains(name.text))
    return {};
  std::vector<std::string_view> known;
  for (const Measure& measure : reading.set.measures) {
    if (measure.id == name.text) return {&measure, nullptr};
    known.push_back(measure.id);
  }
  for (const Field& field : reading.set.fields) {
    if (field.id == name.text) return {nullptr, &field};
    known.push_back(field.id);
  }
  values.error(name,
               {"{0}: không có số đo hay trường nào tên \"{1}\"",
                "{0}: no measure or field is named \"{1}\""},
               key, excerpt(name.text));
  values.hint_nearest(name.text, known);
  return {};
}

Expression figure_of(const CriteriaReading& reading, const FigureName& name) {
  if (name.measure) return name.measure->formula;
  const auto index = static_cast<uint32_t>(name.field - reading.set.fields.data());
  return {name.field->id, {{Operation::field, value_kind(name.field->type), index, 0, 0}}, {}};
}

using namespace message;

namespace {

constexpr std::string_view kGroups[] = {"all", "mandatory", "optional"};
constexpr int kMostValidYears = 100;
constexpr int kMostAsked = 10000;

/// The number of a level as it is written: one digit.
int level_number(const YamlNode& key) {
  const bool is_digit = key.text.size() == 1 && key.text[0] >= '1' && key.text[0] <= '9';
  return is_digit ? key.text[0] - '0' : 0;
}

std::optional<Need> read_need(CriteriaReading& reading, const YamlValues& values,
                              const YamlNode& map, int level) {
  if (!values.check_keys(map, "needs", kNeedKeys)) return {};
  Need need;
  const std::optional<size_t> group = values.read_word(map, "criteria", kGroups);
  const std::optional<int> asked = values.read_whole(map, "level", 1, kHighestLevel);
  need.at_least = values.read_whole(map, "at_least", 1, kMostAsked);
  if (asked && *asked > level)
    values.error(*values.find(map, "level"),
                 {"level: mức {0} chỉ đòi được tới mức {0}, gặp {1}",
                  "level: level {0} can ask at most level {0}, found {1}"},
                 level, *asked);
  if (!group || !asked) return {};
  need.group = static_cast<Need::Group>(*group);
  need.level = *asked;
  if (need.at_least)
    reading.counted_needs.push_back({need, values.place(*values.find(map, "at_least"))});
  return need;
}

void read_level(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                int number) {
  Level level;
  level.level = number;
  if (values.check_keys(map, fmt::format("levels.{}", number), kLevelKeys)) {
    level.title = values.read_local_text(map, "title").value_or(LocalText{});
    (void)read_checked(values, map, Certainty::high);
    for (const YamlNode& node : values.read_items(map, "needs"))
      if (const std::optional<Need> need = read_need(reading, values, node, number))
        level.needs.push_back(*need);
  }
  if (!values.find(map, "needs")) level.needs.push_back({Need::Group::all, std::nullopt, number});
  reading.set.levels.push_back(std::move(level));
}

void read_condition(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                    Award& award) {
  if (!values.check_keys(map, "needs", kConditionKeys)) return;
  Condition condition;
  condition.checked = read_checked(values, map, award.checked);
  condition.text = {values.read_text(map, "vi").value_or(""),
                    values.read_text(map, "en").value_or("")};
  if (std::optional<Expression> where =
          read_expression(reading, values, map, "where", ValueKind::truth))
    condition.where = std::move(*where);
  const YamlNode* id = values.find(map, "id");
  if (!id || !read_id(values, *id, "id", '_')) return;
  condition.id = id->text;
  const bool is_known =
      std::any_of(award.conditions.begin(), award.conditions.end(),
                  [&](const Condition& other) { return other.id == condition.id; });
  if (is_known)
    values.error(*id,
                 {"id: điều kiện \"{0}\" ghi hai lần", "id: the condition \"{0}\" is listed twice"},
                 condition.id);
  award.conditions.push_back(std::move(condition));
}

/// The level of an award, which the set has and which is above that of the award before it.
int read_award_level(const CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                     int below) {
  const std::optional<int> level = values.read_whole(map, "level", 1, kHighestLevel);
  if (!level) return below;
  const YamlNode& node = *values.find(map, "level");
  if (reading.levels_known && *level > reading.set.top_level())
    values.error(node, kNoSuchLevel, "level", *level);
  else if (*level <= below)
    values.error(
        node, {"{0}: cần mức cao hơn {1}, gặp {2}", "{0}: expected a level above {1}, found {2}"},
        "level", below, *level);
  return std::max(*level, below);
}

void read_family(CriteriaReading& reading, const YamlValues& values, const YamlNode& awards,
                 const std::string& id) {
  AwardFamily family;
  family.id = id;
  int level = 0;
  for (const YamlNode& map : values.read_items(awards, id)) {
    if (!values.check_keys(map, id, kAwardKeys)) continue;
    Award award;
    award.level = level = read_award_level(reading, values, map, level);
    award.title = values.read_local_text(map, "title").value_or(LocalText{});
    award.valid_years = values.read_whole(map, "valid_years", 1, kMostValidYears);
    award.checked = read_checked(values, map, reading.set.checked);
    for (const YamlNode& node : values.read_list(map, "needs"))
      read_condition(reading, values, node, award);
    family.awards.push_back(std::move(award));
  }
  reading.set.award_families.push_back(std::move(family));
}

int size_of(const CriteriaReading& reading, Need::Group group) {
  const auto& criteria = reading.set.criteria;
  return static_cast<int>(
      std::count_if(criteria.begin(), criteria.end(), [group](const Criterion& criterion) {
        return group == Need::Group::all ||
               criterion.mandatory == (group == Need::Group::mandatory);
      }));
}

}  // namespace

std::optional<int> read_level_key(const CriteriaReading& reading, const YamlValues& values,
                                  const YamlNode& key, std::string_view name) {
  const int top = reading.levels_known ? reading.set.top_level() : kHighestLevel;
  const int level = level_number(key);
  if (level >= 1 && level <= top) return level;
  if (level > top)
    values.error(key, kNoSuchLevel, name, level);
  else
    values.report_found(key, name,
                        format_message(values.diagnostics().language(),
                                       {"một mức từ 1 đến {0}", "a level from 1 to {0}"}, top));
  return {};
}

void read_levels(CriteriaReading& reading, const YamlValues& values, const YamlNode& file) {
  const YamlNode* levels = values.find(file, "levels");
  if (!levels || !values.is_map(*levels, "levels")) return;
  reading.levels_known = !levels->keys.empty();
  if (levels->keys.empty()) values.error(*levels, kEmptyMap, "levels");
  for (size_t i = 0; i < levels->keys.size(); ++i) {
    const YamlNode& key = levels->keys[i];
    const int number = static_cast<int>(i) + 1;
    if (number > kHighestLevel) {
      values.error(key, {"levels: có quá {0} mức", "levels: more than {0} levels"}, kHighestLevel);
      return;
    }
    if (level_number(key) != number) {
      values
          .error(key,
                 {"levels: cần mức {0}, gặp \"{1}\"", "levels: expected level {0}, found \"{1}\""},
                 number, excerpt(key.text))
          .hint({"các mức là 1, 2, ... theo thứ tự, không cách quãng",
                 "levels are 1, 2, ... in order, without gaps"});
      reading.levels_known = false;
      return;
    }
    read_level(reading, values, levels->items[i], number);
  }
}

void read_awards(CriteriaReading& reading, const YamlValues& values, const YamlNode& file) {
  const YamlNode* awards = values.find(file, "awards");
  if (!awards || !values.check_keys(*awards, "awards", kAwardFamilyKeys)) return;
  for (const YamlNode& key : awards->keys) {
    const bool is_known =
        std::any_of(std::begin(kAwardFamilyKeys), std::end(kAwardFamilyKeys),
                    [&](const YamlKey& family) { return family.name == key.text; });
    if (is_known) read_family(reading, values, *awards, key.text);
  }
}

void check_counted_needs(const CriteriaReading& reading, Diagnostics& diagnostics) {
  if (reading.criteria_missing) return;
  for (const CountedNeed& counted : reading.counted_needs) {
    const int size = size_of(reading, counted.need.group);
    const std::string_view group = kGroups[static_cast<size_t>(counted.need.group)];
    if (*counted.need.at_least > size)
      diagnostics.warning(
          counted.place,
          {"at_least: cần nhiều nhất {1} (số tiêu chí của nhóm \"{2}\"), gặp {0}",
           "at_least: expected at most {1} (the criteria of the group \"{2}\"), found {0}"},
          *counted.need.at_least, size, group);
  }
}

}  // namespace kdcl
