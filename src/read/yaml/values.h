// Typed values out of a YAML tree, each fault reported at its place. Shared by the readers of all
// YAML files; a reader asks for the values of a map by key and goes on after a fault. Absent keys
// give nothing without a fault: which keys a map must have is checked once, by `check_keys`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "read/yaml/yaml.h"

namespace kdcl {

enum class KeyUse : uint8_t { optional, required };

/// A key that a kind of map may have.
struct YamlKey {
  std::string_view name;
  KeyUse use = KeyUse::optional;
};

/// Reads the values of one file. Every `read_` function takes a map and a key, and gives nothing if
/// the key is absent or, with an error, if its value is wrong.
class YamlValues {
 public:
  YamlValues(std::string file, Diagnostics& diagnostics)
      : files_{std::move(file)}, diagnostics_(diagnostics) {}
  /// Of a tree joined from several files: by YamlNode::source.
  YamlValues(std::vector<std::string> files, Diagnostics& diagnostics)
      : files_(std::move(files)), diagnostics_(diagnostics) {}

  /// The file that is read; of several, that of source 0.
  [[nodiscard]] const std::string& file() const { return files_.front(); }
  [[nodiscard]] const std::string& file_of(const YamlNode& node) const {
    return files_[node.source];
  }
  [[nodiscard]] Diagnostics& diagnostics() const { return diagnostics_; }
  [[nodiscard]] Location place(const YamlNode& node) const {
    return {file_of(node), node.line, node.column};
  }
  /// Where the text of a scalar starts: after its quote, if it has one.
  [[nodiscard]] Location text_place(const YamlNode& scalar) const;

  template <typename... Args>
  Diagnostics& error(const YamlNode& node, const Message& text, const Args&... args) const {
    return diagnostics_.error(place(node), text, args...);
  }

  /// The value of a key; null if the map has no such key or is no map.
  [[nodiscard]] static const YamlNode* find(const YamlNode& map, std::string_view key);
  /// The key itself; null if absent.
  [[nodiscard]] static const YamlNode* find_key(const YamlNode& map, std::string_view key);

  /// Reports unknown keys, with the nearest known one, and absent required ones. False if it is no
  /// map.
  bool check_keys(const YamlNode& map, std::string_view name, std::span<const YamlKey> keys) const;

  /// True if the node is of the kind; else an error that says what was expected, unless the node
  /// was refused before.
  bool is_map(const YamlNode& node, std::string_view name) const;
  bool is_text(const YamlNode& node, std::string_view name) const;

  /// Text that is not blank.
  [[nodiscard]] std::optional<std::string> read_text(const YamlNode& map,
                                                     std::string_view key) const;
  /// A map of `vi` and `en`, both texts.
  [[nodiscard]] std::optional<LocalText> read_local_text(const YamlNode& map,
                                                         std::string_view key) const;
  [[nodiscard]] std::optional<LocalText> read_local_text_node(const YamlNode& node,
                                                              std::string_view name) const;
  /// One text for both languages, or a map of `vi` and `en`.
  [[nodiscard]] std::optional<LocalText> read_either_text(const YamlNode& map,
                                                          std::string_view key) const;
  [[nodiscard]] std::optional<LocalText> read_either_text_node(const YamlNode& node,
                                                               std::string_view name) const;
  /// true or false, without quotes.
  [[nodiscard]] std::optional<bool> read_flag(const YamlNode& map, std::string_view key) const;
  /// A figure without quotes, with a decimal point.
  [[nodiscard]] std::optional<double> read_number(const YamlNode& map, std::string_view key) const;
  [[nodiscard]] std::optional<double> read_number_node(const YamlNode& node,
                                                       std::string_view name) const;
  /// A whole number of the range, both ends included.
  [[nodiscard]] std::optional<int> read_whole(const YamlNode& map, std::string_view key, int least,
                                              int most) const;
  /// A date written YYYY-MM-DD, in quotes or not.
  [[nodiscard]] std::optional<Day> read_date(const YamlNode& map, std::string_view key) const;
  [[nodiscard]] std::optional<Day> read_date_node(const YamlNode& node,
                                                  std::string_view name) const;
  /// The position of the text in `words`.
  [[nodiscard]] std::optional<size_t> read_word(const YamlNode& map, std::string_view key,
                                                std::span<const std::string_view> words) const;
  /// The items of a list, which `read_items` asks not to be empty; none if absent or wrong.
  [[nodiscard]] std::span<const YamlNode> read_list(const YamlNode& map,
                                                    std::string_view key) const;
  [[nodiscard]] std::span<const YamlNode> read_items(const YamlNode& map,
                                                     std::string_view key) const;

  /// Reports a value that is not what was expected.
  void report_found(const YamlNode& node, std::string_view name, const Message& expected) const;
  void report_found(const YamlNode& node, std::string_view name, std::string_view expected) const;
  /// Gives the last fault the nearest of the names as a hint, if one is near.
  void hint_nearest(std::string_view written, std::span<const std::string_view> names) const;

 private:
  /// What the unknown ones may be meant for comes back.
  std::vector<std::string_view> report_unknown_keys(const YamlNode& map, std::string_view name,
                                                    std::span<const YamlKey> keys) const;

  std::vector<std::string> files_;
  Diagnostics& diagnostics_;
};

}  // namespace kdcl
