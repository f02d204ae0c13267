#include "read/amendment_places.h"

#include <fmt/format.h>

#include "read/criteria_standards.h"
#include "read/yaml_values.h"

namespace kdcl {
namespace {

using Places = std::map<std::string, AmendedPlace, std::less<>>;

AmendedPlace inside(const AmendedPlace& above, std::initializer_list<size_t> way,
                    std::string_view steps) {
  AmendedPlace place{above.way, above.path};
  place.way.insert(place.way.end(), way);
  place.path += steps;
  return place;
}

/// The position of the value of a key; nothing if it is absent or of another kind.
std::optional<size_t> position(const YamlNode& map, std::string_view key, YamlNode::Kind kind) {
  for (size_t i = 0; i < map.keys.size(); ++i)
    if (map.keys[i].text == key && map.items[i].kind == kind) return i;
  return {};
}

void add_indicators(Places& places, const YamlNode& criterion, const std::string& id,
                    const AmendedPlace& at) {
  const auto levels = position(criterion, "levels", YamlNode::Kind::map);
  if (!levels) return;
  const YamlNode& level_map = criterion.items[*levels];
  for (size_t i = 0; i < level_map.keys.size(); ++i) {
    const YamlNode& level = level_map.items[i];
    const std::string& number = level_map.keys[i].text;
    const AmendedPlace at_level = inside(at, {*levels, i}, "/levels/" + number);
    if (is_unlettered(level)) {
      places.emplace(fmt::format("{}.{}", id, number), at_level);
      continue;
    }
    for (size_t letter = 0; letter < level.keys.size(); ++letter)
      if (level.items[letter].kind == YamlNode::Kind::map)
        places.emplace(fmt::format("{}.{}{}", id, number, level.keys[letter].text),
                       inside(at_level, {letter}, "/" + level.keys[letter].text));
  }
}

}  // namespace

Places amended_places(const YamlNode& standards) {
  Places places;
  for (size_t s = 0; s < standards.items.size(); ++s) {
    const YamlNode& standard = standards.items[s];
    const YamlNode* standard_id = YamlValues::find(standard, "id");
    if (!standard_id) continue;
    const AmendedPlace at_standard{{s}, standard_id->text};
    places.emplace(standard_id->text, at_standard);
    const auto criteria = position(standard, "criteria", YamlNode::Kind::sequence);
    for (size_t c = 0; criteria && c < standard.items[*criteria].items.size(); ++c) {
      const YamlNode& criterion = standard.items[*criteria].items[c];
      const YamlNode* id = YamlValues::find(criterion, "id");
      if (!id) continue;
      const AmendedPlace at = inside(at_standard, {*criteria, c}, "/criteria/" + id->text);
      places.emplace(id->text, at);
      add_indicators(places, criterion, id->text, at);
    }
  }
  return places;
}

YamlNode& node_at(YamlNode& standards, const AmendedPlace& place) {
  YamlNode* node = &standards;
  for (const size_t step : place.way) node = &node->items[step];
  return *node;
}

const YamlNode* TouchedPaths::find(const std::string& path) const {
  for (size_t end = path.find('/');; end = path.find('/', end + 1)) {
    const auto found = touched_.find(path.substr(0, end));
    if (found != touched_.end()) return found->second;
    if (end == std::string::npos) return nullptr;
  }
}

const YamlNode* TouchedPaths::touch(const std::string& path, const YamlNode& by) {
  if (const YamlNode* before = find(path)) return before;
  touched_.emplace(path, &by);
  const auto below = touched_.lower_bound(path + '/');
  return below != touched_.end() && below->first.starts_with(path + '/') ? below->second : nullptr;
}

}  // namespace kdcl
