#include "read/criteria_requirements.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "read/criteria_keys.h"
#include "read/other_set.h"
#include "read/requirement_value.h"

namespace kdcl {

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

}  // namespace kdcl
