#include "read/yaml_kind.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "read/encoding.h"

namespace kdcl {
namespace {

struct KindOfKey {
  std::string_view key;
  YamlKind kind;
};
constexpr std::array<KindOfKey, 10> kKinds = {{{"kdcl", YamlKind::criteria},
                                               {"targets", YamlKind::targets},
                                               {"left", YamlKind::letterhead},
                                               {"right", YamlKind::letterhead},
                                               {"place", YamlKind::letterhead},
                                               {"signers", YamlKind::letterhead},
                                               {"school", YamlKind::schools},
                                               {"data", YamlKind::schools},
                                               {"results", YamlKind::schools},
                                               {"notes", YamlKind::schools}}};

/// The word before a colon at the start of the text; empty if there is none.
std::string_view key_at_start(std::string_view text) {
  const bool is_quoted = text.starts_with('"');
  text.remove_prefix(is_quoted);
  const auto end = std::find_if(text.begin(), text.end(), [](char c) {
    return c != '_' && c != '-' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z');
  });
  const std::string_view word = text.substr(0, static_cast<size_t>(end - text.begin()));
  text.remove_prefix(word.size());
  if (is_quoted && !text.starts_with('"')) return {};
  text.remove_prefix(is_quoted);
  return text.starts_with(':') ? word : std::string_view();
}

/// Keys at the start of a line, and the first one of a file in braces.
std::vector<std::string_view> top_keys(std::string_view text) {
  std::vector<std::string_view> keys;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    line.remove_prefix(line.starts_with('{'));
    if (const std::string_view key = key_at_start(line); !key.empty()) keys.push_back(key);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return keys;
}

std::optional<YamlKind> kind_of(std::string_view key) {
  for (const KindOfKey& known : kKinds)
    if (known.key == key) return known.kind;
  return {};
}

}  // namespace

YamlKind find_yaml_kind(std::string_view bytes) {
  const std::string text = small_file_text(bytes);
  const std::vector<std::string_view> keys = top_keys(text);
  for (const std::string_view key : keys)
    if (const auto kind = kind_of(key)) return *kind;
  std::array<std::string_view, kKinds.size()> names;
  std::transform(kKinds.begin(), kKinds.end(), names.begin(),
                 [](const KindOfKey& known) { return known.key; });
  for (const std::string_view key : keys)
    if (const auto kind = kind_of(nearest_name(key, names))) return *kind;
  return YamlKind::schools;
}

}  // namespace kdcl
