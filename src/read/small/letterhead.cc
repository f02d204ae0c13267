#include "read/small/letterhead.h"

#include "read/criteria/messages.h"
#include "read/yaml/values.h"

namespace kdcl {

using namespace message;

namespace {

constexpr YamlKey kFileKeys[] = {{"left"}, {"right"}, {"place"}, {"signers"}};
constexpr YamlKey kSignerKeys[] = {{"title", KeyUse::required}, {"note"}, {"name"}};

LocalText read_line(const YamlValues& values, const YamlNode& node, std::string_view name) {
  const LocalText text = values.read_either_text_node(node, name).value_or(LocalText{});
  if ((text.vi + text.en).find('\n') != std::string::npos)
    values.error(node, {"{0}: cần chữ trên một dòng", "{0}: expected a text of one line"}, name);
  return text;
}

LocalText read_line_at(const YamlValues& values, const YamlNode& map, std::string_view key) {
  const YamlNode* node = values.find(map, key);
  return node ? read_line(values, *node, key) : LocalText{};
}

std::span<const YamlNode> read_few(const YamlValues& values, const YamlNode& map,
                                   std::string_view key, size_t most) {
  const std::span<const YamlNode> items = values.read_items(map, key);
  if (items.size() > most)
    values.error(
        items[most],
        {"{0}: cần nhiều nhất {1} mục, gặp {2}", "{0}: expected at most {1} items, found {2}"}, key,
        most, items.size());
  return items;
}

std::vector<LocalText> read_heading(const YamlValues& values, const YamlNode& file,
                                    std::string_view key) {
  std::vector<LocalText> lines;
  for (const YamlNode& line : read_few(values, file, key, kMostHeadingLines))
    lines.push_back(read_line(values, line, key));
  return lines;
}

Signer read_signer(const YamlValues& values, const YamlNode& map) {
  if (!values.check_keys(map, "signers", kSignerKeys)) return {};
  return {read_line_at(values, map, "title"), read_line_at(values, map, "note"),
          read_line_at(values, map, "name")};
}

}  // namespace

std::optional<Letterhead> read_letterhead(const std::string& name, std::string_view bytes,
                                          Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  const YamlValues values(name, diagnostics);
  const std::optional<YamlNode> file = read_yaml(name, bytes, diagnostics);
  if (!file || !values.check_keys(*file, kWholeFile.in(diagnostics.language()), kFileKeys))
    return {};
  if (file->keys.empty())
    values.error(*file, {"tệp không có gì để in: cần ít nhất một khóa",
                         "the file says nothing: expected at least one key"});
  Letterhead letterhead;
  letterhead.left = read_heading(values, *file, "left");
  letterhead.right = read_heading(values, *file, "right");
  letterhead.place = read_line_at(values, *file, "place");
  for (const YamlNode& signer : read_few(values, *file, "signers", kMostSigners))
    letterhead.signers.push_back(read_signer(values, signer));
  if (diagnostics.errors() > errors) return {};
  return letterhead;
}

}  // namespace kdcl
