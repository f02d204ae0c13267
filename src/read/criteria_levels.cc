#include "read/criteria_levels.h"

#include <algorithm>

#include "base/text.h"
#include "read/criteria_keys.h"
#include "read/criteria_messages.h"

namespace kdcl {

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
