#include "read/criteria/standards.h"

#include <algorithm>

#include "base/text.h"
#include "read/criteria/keys.h"
#include "read/criteria/levels.h"
#include "read/criteria/messages.h"

namespace kdcl {

using namespace message;

namespace {

/// What a node takes from the node above where it says nothing itself.
struct Inherited {
  std::string clause;
  Certainty checked = Certainty::high;
};

Inherited inherit(const YamlValues& values, const YamlNode& map, const Inherited& above) {
  return {values.read_text(map, "clause").value_or(above.clause),
          read_checked(values, map, above.checked)};
}

/// Takes the id of a standard or criterion as a name. False, with an error, if it is taken or can't
/// be a column title.
bool take_free_id(CriteriaReading& reading, const YamlValues& values, const YamlNode& id,
                  NameOwner owner) {
  const bool is_id = id.kind == YamlNode::Kind::scalar && !id.text.empty() &&
                     trim(id.text) == id.text &&
                     id.text.find_first_of(";\n\t") == std::string::npos;
  if (!is_id)
    values.report_found(id, "id",
                        Message{"một mã không có dấu cách ở hai đầu, dấu \";\" hay xuống dòng",
                                "an id without outer blanks, \";\" or line breaks"});
  return is_id && take_id(reading.names, values, id, owner, id.text);
}

std::string id_of(const YamlNode& map) {
  const YamlNode* id = YamlValues::find(map, "id");
  return id ? id->text : std::string();
}

/// A letter of a language: one character, in composed form, that is neither a digit nor a sign.
bool is_letter(std::string_view text) {
  if (text.size() == 1)
    return (text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z');
  const bool is_one_character = std::count_if(text.begin(), text.end(), [](char c) {
                                  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
                                }) == 1;
  // Letters of the Latin alphabets that are not ASCII: U+00C0 to U+024F and U+1E00 to U+1EFF.
  return is_one_character && text != "×" && text != "÷" &&
         ((text >= "\u00C0" && text <= "\u024F") || (text >= "\u1E00" && text <= "\u1EFF"));
}

std::optional<Doubt> read_doubt(const YamlValues& values, const YamlNode& indicator) {
  const YamlNode* node = values.find(indicator, "doubt");
  if (!node || !values.check_keys(*node, "doubt", kDoubtKeys)) return {};
  const DaySpan days = read_period(values, *node);
  return Doubt{days.from, days.to, values.read_local_text(*node, "because").value_or(LocalText{})};
}

void read_indicator(CriteriaReading& reading, const YamlValues& values, const YamlNode& key,
                    const YamlNode& map, const Inherited& above, Indicator indicator) {
  const std::string& criterion = reading.set.criteria.back().id;
  indicator.criterion = static_cast<uint32_t>(reading.set.criteria.size() - 1);
  indicator.name = fmt::format("{}.{}{}", criterion, indicator.level, indicator.letter);
  if (reading.criterion_named)
    take_id(reading.names, values, key, NameOwner::indicator, indicator.name);
  if (!values.check_keys(map, indicator.name, kIndicatorKeys)) return;
  const Inherited own = inherit(values, map, above);
  indicator.clause = own.clause;
  indicator.checked = own.checked;
  indicator.text = {values.read_text(map, "vi").value_or(""),
                    values.read_text(map, "en").value_or("")};
  indicator.where = read_expression(reading, values, map, "where", ValueKind::truth);
  read_requirements(reading, values, map, indicator);
  indicator.doubt = read_doubt(values, map);
  reading.set.indicators.push_back(std::move(indicator));
}

/// The indicators a, b, c ... of a level.
void read_lettered(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                   int level, const Inherited& above) {
  const Inherited own{above.clause, read_checked(values, map, above.checked)};
  size_t found = 0;
  for (size_t i = 0; i < map.keys.size(); ++i) {
    const YamlNode& key = map.keys[i];
    if (key.text == "checked") continue;
    ++found;
    if (!is_letter(key.text)) {
      values.error(key,
                   {"mức {0}: cần một chữ cái hoặc hai khóa \"vi\" và \"en\", gặp \"{1}\"",
                    "level {0}: expected a single letter, or \"vi\" and \"en\", found \"{1}\""},
                   level, excerpt(key.text));
      continue;
    }
    Indicator indicator;
    indicator.level = level;
    indicator.letter = key.text;
    read_indicator(reading, values, key, map.items[i], own, std::move(indicator));
  }
  if (found == 0)
    values.error(map,
                 {"mức {0}: cần ít nhất một chỉ báo", "level {0}: expected at least one indicator"},
                 level);
}

void read_criterion_levels(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                           const Inherited& above) {
  const YamlNode* levels = values.find(map, "levels");
  if (!levels || !values.is_map(*levels, "levels")) return;
  if (levels->keys.empty()) values.error(*levels, kEmptyMap, "levels");
  // Set order is levels rising, whatever their order in the file.
  std::vector<std::pair<int, size_t>> order;
  for (size_t i = 0; i < levels->keys.size(); ++i)
    if (const auto level = read_level_key(reading, values, levels->keys[i], "levels"))
      order.emplace_back(*level, i);
  std::stable_sort(order.begin(), order.end());
  for (const auto& [level, i] : order) {
    const YamlNode& key = levels->keys[i];
    const YamlNode& level_map = levels->items[i];
    if (!values.is_map(level_map, fmt::format("levels.{}", level))) continue;
    Indicator indicator;
    indicator.level = level;
    if (is_unlettered(level_map))
      read_indicator(reading, values, key, level_map, above, std::move(indicator));
    else
      read_lettered(reading, values, level_map, level, above);
  }
  check_thresholds(reading, values.diagnostics());
}

void read_monitor(CriteriaReading& reading, const YamlValues& values, const YamlNode& name,
                  Criterion& criterion) {
  const FigureName figure = find_figure(reading, values, name, "monitor");
  if (!figure.measure && !figure.field) return;
  if (figure.field && value_kind(figure.field->type) != ValueKind::number) {
    values.error(name, {"monitor: \"{0}\" không phải là số", "monitor: \"{0}\" is not a number"},
                 name.text);
    return;
  }
  std::vector<Monitor>& monitors = reading.set.monitors;
  const auto known = std::find_if(monitors.begin(), monitors.end(),
                                  [&](const Monitor& one) { return one.id == name.text; });
  const auto position = static_cast<uint32_t>(known - monitors.begin());
  if (std::find(criterion.monitor.begin(), criterion.monitor.end(), position) !=
      criterion.monitor.end())
    values.error(name, {"monitor: \"{0}\" ghi hai lần", "monitor: \"{0}\" is listed twice"},
                 name.text);
  criterion.monitor.push_back(position);
  if (known != monitors.end()) return;
  const LocalText& title = figure.measure ? figure.measure->title : figure.field->title;
  const Unit& unit = figure.measure ? figure.measure->unit : figure.field->unit;
  monitors.push_back({name.text, title, unit, figure_of(reading, figure)});
}

void read_evidence(const YamlValues& values, const YamlNode& map, Criterion& criterion) {
  for (const YamlNode& node : values.read_list(map, "evidence")) {
    if (!values.check_keys(node, "evidence", kEvidenceKeys)) continue;
    criterion.evidence.push_back(
        {values.read_text(node, "vi").value_or(""), values.read_text(node, "en").value_or("")});
  }
}

void read_criterion(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                    const Inherited& above) {
  if (!values.check_keys(map, "criteria", kCriterionKeys)) {
    reading.criteria_missing = true;
    return;
  }
  CriteriaSet& set = reading.set;
  Criterion criterion;
  criterion.id = id_of(map);
  const YamlNode* id = values.find(map, "id");
  reading.criterion_named = id && take_free_id(reading, values, *id, NameOwner::criterion);
  criterion.title = values.read_local_text(map, "title").value_or(LocalText{});
  const Inherited own = inherit(values, map, above);
  criterion.standard = static_cast<uint32_t>(set.standards.size() - 1);
  criterion.clause = own.clause;
  criterion.checked = own.checked;
  const std::optional<bool> mandatory = values.read_flag(map, "mandatory");
  criterion.mandatory = mandatory.value_or(true);
  if (!mandatory && values.find(map, "mandatory")) reading.criteria_missing = true;
  criterion.where = read_expression(reading, values, map, "where", ValueKind::truth);
  criterion.first_indicator = static_cast<uint32_t>(set.indicators.size());
  for (const YamlNode& name : values.read_list(map, "monitor"))
    read_monitor(reading, values, name, criterion);
  read_evidence(values, map, criterion);
  set.criteria.push_back(std::move(criterion));
  read_criterion_levels(reading, values, map, own);
  set.criteria.back().indicator_count =
      static_cast<uint32_t>(set.indicators.size()) - set.criteria.back().first_indicator;
}

void read_standard(CriteriaReading& reading, const YamlValues& values, const YamlNode& map) {
  if (!values.check_keys(map, "standards", kStandardKeys)) {
    reading.criteria_missing = true;
    return;
  }
  CriteriaSet& set = reading.set;
  Standard standard;
  standard.id = id_of(map);
  if (const YamlNode* id = values.find(map, "id"))
    take_free_id(reading, values, *id, NameOwner::standard);
  standard.title = values.read_local_text(map, "title").value_or(LocalText{});
  const Inherited own = inherit(values, map, {"", set.checked});
  standard.checked = own.checked;
  standard.first_criterion = static_cast<uint32_t>(set.criteria.size());
  set.standards.push_back(std::move(standard));
  const std::span<const YamlNode> criteria = values.read_items(map, "criteria");
  reading.criteria_missing |= criteria.empty();
  for (const YamlNode& node : criteria) read_criterion(reading, values, node, own);
  set.standards.back().criterion_count =
      static_cast<uint32_t>(set.criteria.size()) - set.standards.back().first_criterion;
}

}  // namespace

void read_standards(CriteriaReading& reading, const YamlValues& values, const YamlNode& file) {
  const std::span<const YamlNode> standards = values.read_items(file, "standards");
  reading.criteria_missing |= standards.empty();
  for (const YamlNode& node : standards) read_standard(reading, values, node);
}

bool is_unlettered(const YamlNode& level) {
  if (YamlValues::find(level, "vi") || YamlValues::find(level, "en")) return true;
  const bool has_letter = std::any_of(level.keys.begin(), level.keys.end(),
                                      [](const YamlNode& key) { return is_letter(key.text); });
  return !has_letter && (YamlValues::find(level, "require") || YamlValues::find(level, "where") ||
                         YamlValues::find(level, "clause") || YamlValues::find(level, "doubt"));
}

}  // namespace kdcl
