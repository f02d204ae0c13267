#include "read/yaml/values.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "read/yaml/messages.h"

namespace kdcl {

using namespace message;
using Kind = YamlNode::Kind;

namespace {

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", text); }

std::string describe(const YamlNode& node, Language language) {
  switch (node.kind) {
    case Kind::nothing: return std::string(kNothing.in(language));
    case Kind::sequence: return std::string(kAList.in(language));
    case Kind::map: return std::string(kAMap.in(language));
    case Kind::scalar:
    case Kind::refused: break;
  }
  return quoted(excerpt(node.text));
}

std::string joined(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

}  // namespace

Location YamlValues::text_place(const YamlNode& scalar) const {
  return {file_of(scalar), scalar.line, scalar.column + (scalar.quoted ? 1 : 0)};
}

const YamlNode* YamlValues::find_key(const YamlNode& map, std::string_view key) {
  for (const YamlNode& one : map.keys)
    if (one.text == key) return &one;
  return nullptr;
}

const YamlNode* YamlValues::find(const YamlNode& map, std::string_view key) {
  const YamlNode* found = find_key(map, key);
  return found ? &map.items[static_cast<size_t>(found - map.keys.data())] : nullptr;
}

bool YamlValues::check_keys(const YamlNode& map, std::string_view name,
                            std::span<const YamlKey> keys) const {
  if (!is_map(map, name)) return false;
  const std::vector<std::string_view> meant = report_unknown_keys(map, name, keys);
  const auto is_meant = [&meant](std::string_view key) {
    return std::find(meant.begin(), meant.end(), key) != meant.end();
  };
  for (const YamlKey& key : keys)
    if (key.use == KeyUse::required && !find_key(map, key.name) && !is_meant(key.name))
      error(map, kMissingKey, name, key.name);
  return true;
}

std::vector<std::string_view> YamlValues::report_unknown_keys(const YamlNode& map,
                                                              std::string_view name,
                                                              std::span<const YamlKey> keys) const {
  std::vector<std::string_view> known, meant;
  for (const YamlKey& key : keys) known.push_back(key.name);
  for (size_t i = 0; i < map.keys.size(); ++i) {
    const YamlNode& key = map.keys[i];
    if (std::find(known.begin(), known.end(), key.text) != known.end()) continue;
    error(key, {"{0}: không có khóa \"{1}\"", "{0}: unknown key \"{1}\""}, name, excerpt(key.text))
        .hint({"các khóa ở đây: {0}", "the keys here are: {0}"}, joined(known));
    // {vi: one, two} is two keys; the writer meant one text.
    if (map.items[i].kind == Kind::nothing && key.text.find(' ') != std::string::npos)
      diagnostics_.hint({"chữ có dấu phẩy trong {{}} phải đặt trong dấu nháy",
                         "a text with a comma inside {{}} needs quotes"});
    else
      hint_nearest(key.text, known);
    if (const std::string_view near = nearest_name(key.text, known); !near.empty())
      meant.push_back(near);
  }
  return meant;
}

bool YamlValues::is_map(const YamlNode& node, std::string_view name) const {
  if (node.kind != Kind::map) report_found(node, name, kAMap);
  return node.kind == Kind::map;
}

bool YamlValues::is_text(const YamlNode& node, std::string_view name) const {
  if (node.kind != Kind::scalar) {
    report_found(node, name, Message{"chữ", "a text"});
  } else if (trim(node.text).empty()) {
    error(node, {"{0}: cần chữ, gặp chỗ trống", "{0}: expected a text, found a blank one"}, name);
    return false;
  }
  return node.kind == Kind::scalar;
}

std::optional<std::string> YamlValues::read_text(const YamlNode& map, std::string_view key) const {
  const YamlNode* node = find(map, key);
  if (!node || !is_text(*node, key)) return {};
  return node->text;
}

std::optional<LocalText> YamlValues::read_local_text(const YamlNode& map,
                                                     std::string_view key) const {
  const YamlNode* node = find(map, key);
  if (!node) return {};
  return read_local_text_node(*node, key);
}

std::optional<LocalText> YamlValues::read_local_text_node(const YamlNode& node,
                                                          std::string_view name) const {
  static constexpr YamlKey kKeys[] = {{"vi", KeyUse::required}, {"en", KeyUse::required}};
  if (!check_keys(node, name, kKeys)) return {};
  const std::optional<std::string> vi = read_text(node, "vi");
  const std::optional<std::string> en = read_text(node, "en");
  if (!vi || !en) return {};
  return LocalText{*vi, *en};
}

std::optional<LocalText> YamlValues::read_either_text(const YamlNode& map,
                                                      std::string_view key) const {
  const YamlNode* node = find(map, key);
  if (!node) return {};
  return read_either_text_node(*node, key);
}

std::optional<LocalText> YamlValues::read_either_text_node(const YamlNode& node,
                                                           std::string_view name) const {
  if (node.kind == Kind::map) return read_local_text_node(node, name);
  if (!is_text(node, name)) return {};
  return LocalText{node.text, node.text};
}

std::optional<bool> YamlValues::read_flag(const YamlNode& map, std::string_view key) const {
  const YamlNode* node = find(map, key);
  if (!node) return {};
  const bool is_flag =
      node->kind == Kind::scalar && (node->text == "true" || node->text == "false");
  if (is_flag && !node->quoted) return node->text == "true";
  report_found(*node, key, Message{"true hoặc false", "true or false"});
  if (is_flag) diagnostics_.hint(kWithoutQuotes, node->text);
  return {};
}

std::optional<double> YamlValues::read_number(const YamlNode& map, std::string_view key) const {
  const YamlNode* node = find(map, key);
  if (!node) return {};
  return read_number_node(*node, key);
}

std::optional<double> YamlValues::read_number_node(const YamlNode& node,
                                                   std::string_view name) const {
  if (node.kind != Kind::scalar) {
    report_found(node, name, kANumber);
    return {};
  }
  const NumberRead read = kdcl::read_number(node.text);
  const bool has_comma = node.text.find(',') != std::string::npos;
  if (read.fault == NumberFault::none && !has_comma && !node.quoted) return read.value;
  report_found(node, name, kANumber);
  if (read.fault == NumberFault::too_long)
    diagnostics_.hint(kMostDigits);
  else if (has_comma || read.fault == NumberFault::two_decimal_signs)
    diagnostics_.hint({"dấu thập phân là dấu chấm, không có dấu phân cách hàng nghìn",
                       "the decimal sign is a point, and thousands have no separator"});
  else if (read.fault == NumberFault::none)
    diagnostics_.hint(kWithoutQuotes, node.text);
  return {};
}

std::optional<int> YamlValues::read_whole(const YamlNode& map, std::string_view key, int least,
                                          int most) const {
  const YamlNode* node = find(map, key);
  if (!node) return {};
  if (node->kind == Kind::scalar && !node->quoted) {
    const NumberRead read = kdcl::read_number(node->text);
    const bool is_whole = read.fault == NumberFault::none && read.decimal_sign == 0;
    if (is_whole && read.value >= least && read.value <= most) return static_cast<int>(read.value);
  }
  report_found(*node, key,
               format_message(diagnostics_.language(),
                              {"một số nguyên từ {0} đến {1}", "a whole number from {0} to {1}"},
                              least, most));
  if (node->quoted && kdcl::read_number(node->text).fault == NumberFault::none)
    diagnostics_.hint(kWithoutQuotes, node->text);
  return {};
}

std::optional<Day> YamlValues::read_date(const YamlNode& map, std::string_view key) const {
  const YamlNode* node = find(map, key);
  if (!node) return {};
  return read_date_node(*node, key);
}

std::optional<Day> YamlValues::read_date_node(const YamlNode& node, std::string_view name) const {
  std::optional<Day> day;
  if (node.kind == Kind::scalar) day = kdcl::read_date(node.text);
  if (day && format_iso(*day) == node.text) return day;
  report_found(node, name, Message{"một ngày như 2018-08-22", "a date like 2018-08-22"});
  if (day) diagnostics_.hint({"viết {0}", "write {0}"}, format_iso(*day));
  return {};
}

std::optional<size_t> YamlValues::read_word(const YamlNode& map, std::string_view key,
                                            std::span<const std::string_view> words) const {
  const YamlNode* node = find(map, key);
  if (!node) return {};
  const auto found = std::find(words.begin(), words.end(), node->text);
  if (node->kind == Kind::scalar && found != words.end())
    return static_cast<size_t>(found - words.begin());
  const Message expected = words.size() == 1 ? Message{"\"{0}\"", "\"{0}\""} : kOneOf;
  report_found(*node, key, format_message(diagnostics_.language(), expected, joined(words)));
  if (node->kind == Kind::scalar) hint_nearest(node->text, words);
  return {};
}

std::span<const YamlNode> YamlValues::read_list(const YamlNode& map, std::string_view key) const {
  const YamlNode* node = find(map, key);
  if (node && node->kind != Kind::sequence) report_found(*node, key, kAList);
  if (!node || node->kind != Kind::sequence) return {};
  return node->items;
}

std::span<const YamlNode> YamlValues::read_items(const YamlNode& map, std::string_view key) const {
  const std::span<const YamlNode> items = read_list(map, key);
  const YamlNode* node = find(map, key);
  if (node && node->kind == Kind::sequence && items.empty()) error(*node, kEmptyList, key);
  return items;
}

void YamlValues::report_found(const YamlNode& node, std::string_view name,
                              const Message& expected) const {
  report_found(node, name, expected.in(diagnostics_.language()));
}

void YamlValues::report_found(const YamlNode& node, std::string_view name,
                              std::string_view expected) const {
  if (node.kind == Kind::refused) return;
  error(node, {"{0}: cần {1}, gặp {2}", "{0}: expected {1}, found {2}"}, name, expected,
        describe(node, diagnostics_.language()));
}

void YamlValues::hint_nearest(std::string_view written,
                              std::span<const std::string_view> names) const {
  const std::string_view nearest = nearest_name(written, names);
  if (!nearest.empty()) diagnostics_.hint(kNearestIs, nearest);
}

}  // namespace kdcl
