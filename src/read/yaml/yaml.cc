#include "read/yaml/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "read/csv/encoding.h"
#include "read/yaml/messages.h"

namespace kdcl {
namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

uint32_t count_characters(std::string_view text) {
  return static_cast<uint32_t>(std::count_if(text.begin(), text.end(), starts_character));
}

bool is_control(std::string_view bytes, size_t i) {
  const auto byte = static_cast<unsigned char>(bytes[i]);
  if (byte == '\r') return i + 1 == bytes.size() || bytes[i + 1] != '\n';
  return (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
}

}  // namespace

YamlPlace yaml_place(std::string_view bytes, size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          count_characters(before.substr(line_start)) + 1};
}

YamlPlace YamlPlaceFinder::find(size_t offset) {
  offset = std::min(offset, bytes_.size());
  if (offset < offset_) {
    offset_ = offset;
    return place_ = yaml_place(bytes_, offset);
  }
  for (; offset_ < offset; ++offset_) {
    if (bytes_[offset_] == '\n')
      place_ = {place_.line + 1, 1};
    else if (offset_ + 1 == bytes_.size() || starts_character(bytes_[offset_ + 1]))
      ++place_.column;
  }
  return place_;
}

size_t closing_quote(std::string_view bytes, size_t open) {
  const char quote = bytes[open];
  for (size_t i = open + 1; i < bytes.size(); ++i) {
    if (bytes[i] == '\\' && quote == '"') {
      ++i;
    } else if (bytes[i] == quote) {
      if (quote == '"' || i + 1 == bytes.size() || bytes[i + 1] != quote) return i;
      ++i;
    }
  }
  return std::string_view::npos;
}

size_t unclosed_quote(std::string_view bytes, size_t from) {
  constexpr std::string_view kBeforeText = " \t\n[{,:";
  for (size_t i = from; i < bytes.size(); ++i) {
    const bool at_start = i == 0 || kBeforeText.find(bytes[i - 1]) != std::string_view::npos;
    if (!at_start) continue;
    if (bytes[i] == '#') {
      i = std::min(bytes.find('\n', i), bytes.size());
    } else if (bytes[i] == '"' || bytes[i] == '\'') {
      const size_t close = closing_quote(bytes, i);
      if (close == std::string_view::npos) return i;
      i = close;
    }
  }
  return from;
}

size_t indenting_tab(std::string_view bytes, size_t offset) {
  const size_t line = bytes.substr(0, offset).rfind('\n') + 1;  // npos + 1 is 0
  const size_t text = std::min(bytes.find_first_not_of(" \t", line), bytes.size());
  return bytes.substr(0, text).find('\t', line);
}

bool is_readable_yaml(const std::string& name, std::string_view bytes, size_t most_bytes,
                      Diagnostics& diagnostics) {
  if (bytes.size() > most_bytes) {
    diagnostics.error({name}, {"tệp lớn quá {0} byte", "the file is larger than {0} bytes"},
                      most_bytes);
    return false;
  }
  if (!is_utf8(bytes)) {
    const YamlPlace at = yaml_place(bytes, first_not_utf8(bytes));
    diagnostics.error({name, at.line, at.column}, {"tệp không phải UTF-8", "the file is not UTF-8"})
        .hint({"lưu lại tệp với bảng mã UTF-8", "save the file with the encoding UTF-8"});
    return false;
  }
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (!is_control(bytes, i)) continue;
    const YamlPlace at = yaml_place(bytes, i);
    diagnostics.error({name, at.line, at.column},
                      {"ký tự điều khiển U+{0:04X}", "control character U+{0:04X}"},
                      static_cast<unsigned>(bytes[i]));
    return false;
  }
  return true;
}

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

namespace {

using namespace message;

/// A value takes far more memory than its bytes; real files have one in ten bytes or fewer.
constexpr size_t kBytesPerNode = 8;

struct SyntaxFault {
  const char* library_text;
  const Message* text;
  const Message* hint;
};

/// What yaml-cpp says, in our words. Anything else is kYamlSyntax.
const std::array<SyntaxFault, 15> kSyntaxFaults = {{
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, &kYamlAlias, &kYamlRepeat},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, &kYamlAlias, &kYamlQuoteIt},
    {YAML::ErrorMsg::CHAR_IN_ALIAS, &kYamlAlias, &kYamlQuoteIt},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, &kYamlAnchor, &kYamlQuoteIt},
    {YAML::ErrorMsg::CHAR_IN_ANCHOR, &kYamlAnchor, &kYamlQuoteIt},
    {YAML::ErrorMsg::END_OF_MAP, &kYamlMapEnd, &kYamlIndent},
    {YAML::ErrorMsg::END_OF_SEQ, &kYamlListEnd, &kYamlIndent},
    {YAML::ErrorMsg::END_OF_MAP_FLOW, &kYamlFlowMapEnd, nullptr},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, &kYamlFlowListEnd, nullptr},
    {YAML::ErrorMsg::TAB_IN_INDENTATION, &kYamlTab, nullptr},
    {YAML::ErrorMsg::MAP_VALUE, &kYamlMapValue, &kYamlQuoteColon},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, &kYamlBadStart, &kYamlQuoteIt},
    {YAML::ErrorMsg::BLOCK_ENTRY, &kYamlBadStart, &kYamlQuoteIt},
    {YAML::ErrorMsg::FLOW_END, &kYamlBadStart, &kYamlQuoteIt},
    {YAML::ErrorMsg::INVALID_HEX, &kYamlEscape, &kYamlSingleQuotes},
}};

/// Builds the tree from yaml-cpp's events. After a fault that leaves no tree it throws yaml-cpp's
/// own exception, the only way to stop the parser; `stopped` tells it from the parser's.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& name, std::string_view bytes, size_t most_nodes,
              Diagnostics& diagnostics)
      : name_(name),
        bytes_(bytes),
        most_nodes_(most_nodes),
        places_(bytes),
        diagnostics_(diagnostics) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const bool is_marked = bytes_.substr(offset_of(mark)).starts_with("---");
    error(mark, is_marked ? Message{"tệp chỉ được có một tài liệu",
                                    "expected one document, found a second one"}
                          : Message{"nội dung thừa sau khi tài liệu đã hết",
                                    "unexpected text after the end of the document"});
    if (!is_marked) diagnostics_.hint(kYamlIndent);
    stop(mark);
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_properties(mark, {}, anchor);
    add(node_at(mark, YamlNode::Kind::nothing));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    error(mark, kYamlAlias);
    diagnostics_.hint(kYamlRepeat);
    add(node_at(mark, YamlNode::Kind::refused));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_properties(mark, tag, anchor);
    YamlNode node = node_at(mark, YamlNode::Kind::scalar);
    node.quoted = tag == "!";
    node.text = to_nfc(value);
    require_closed(mark);
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::sequence);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::map);
  }
  void OnMapEnd() override {
    remove_repeated_keys(open_.back());
    close();
  }

  /// Puts the parser's exception in our words.
  void report(const YAML::Exception& fault) {
    if (stopped_) return;
    if (fault.msg == YAML::ErrorMsg::EOF_IN_SCALAR) {
      const YamlPlace at = yaml_place(bytes_, unclosed_quote(bytes_, last_end_));
      diagnostics_.error({name_, at.line, at.column}, kYamlUnclosedQuote);
      return;
    }
    if (fault.msg.starts_with(YAML::ErrorMsg::INVALID_ESCAPE)) {
      error(fault.mark, kYamlEscape);
      diagnostics_.hint(kYamlSingleQuotes);
      return;
    }
    const size_t tab = indenting_tab(bytes_, offset_of(fault.mark));
    if (tab != std::string_view::npos) {
      const YamlPlace at = yaml_place(bytes_, tab);
      diagnostics_.error({name_, at.line, at.column}, kYamlTab);
      return;
    }
    const auto known =
        std::find_if(kSyntaxFaults.begin(), kSyntaxFaults.end(),
                     [&](const SyntaxFault& one) { return fault.msg == one.library_text; });
    if (known == kSyntaxFaults.end()) {
      error(fault.mark, kYamlSyntax);
      return;
    }
    diagnostics_.error(fault_place(fault, *known), *known->text);
    if (known->hint) diagnostics_.hint(*known->hint);
  }

  [[nodiscard]] YamlNode& root() { return root_; }
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  /// yaml-cpp finds an open bracket at the end of the file; people look for its start.
  Location fault_place(const YAML::Exception& fault, const SyntaxFault& known) const {
    const bool is_map = known.text == &kYamlFlowMapEnd;
    const auto kind = is_map ? YamlNode::Kind::map : YamlNode::Kind::sequence;
    const auto opened = std::find_if(open_.rbegin(), open_.rend(),
                                     [&](const YamlNode& node) { return node.kind == kind; });
    if ((is_map || known.text == &kYamlFlowListEnd) && opened != open_.rend())
      return {name_, opened->line, opened->column};
    const YamlPlace at = yaml_place(bytes_, offset_of(fault.mark));
    return {name_, at.line, at.column};
  }

  size_t offset_of(const YAML::Mark& mark) const {
    return std::min(static_cast<size_t>(std::max(mark.pos, 0)), bytes_.size());
  }

  template <typename... Args>
  void error(const YAML::Mark& mark, const Message& text, const Args&... args) {
    const YamlPlace at = yaml_place(bytes_, offset_of(mark));
    diagnostics_.error({name_, at.line, at.column}, text, args...);
  }

  [[noreturn]] void stop(const YAML::Mark& mark) {
    stopped_ = true;
    throw YAML::ParserException(mark, "");
  }

  void refuse_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) {
      error(mark, kYamlAnchor);
      diagnostics_.hint(kYamlRepeat);
    }
    // yaml-cpp gives "?" for plain text and "!" for quoted text; "! x" differs from the latter only
    // in the file.
    const bool has_tag = !tag.empty() && tag != "?" && tag != "!";
    if (has_tag || bytes_.substr(offset_of(mark)).starts_with('!')) {
      error(mark, {"không dùng được thẻ kiểu (!)", "tags (!) are not read"});
      diagnostics_.hint(kYamlQuoteIt);
    }
  }

  void require_closed(const YAML::Mark& mark) {
    const size_t offset = offset_of(mark);
    last_end_ = offset;
    if (offset == bytes_.size() || (bytes_[offset] != '"' && bytes_[offset] != '\'')) return;
    const size_t close = closing_quote(bytes_, offset);
    if (close == std::string_view::npos) {
      error(mark, kYamlUnclosedQuote);
      stop(mark);
    }
    last_end_ = close + 1;
  }

  YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind) {
    if (++nodes_ > most_nodes_) {
      error(mark, {"tệp có quá {0} giá trị", "the file has more than {0} values"}, most_nodes_);
      stop(mark);
    }
    const YamlPlace at = places_.find(offset_of(mark));
    YamlNode node;
    node.kind = kind;
    node.line = at.line;
    node.column = at.column;
    return node;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YamlNode::Kind kind) {
    refuse_properties(mark, tag, anchor);
    if (open_.size() == kMostYamlDepth) {
      error(mark, {"lồng nhau quá {0} lớp", "nested deeper than {0}"}, kMostYamlDepth);
      stop(mark);
    }
    open_.push_back(node_at(mark, kind));
  }

  void close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    YamlNode& parent = open_.back();
    if (parent.kind == YamlNode::Kind::sequence) {
      parent.items.push_back(std::move(node));
    } else if (parent.keys.size() == parent.items.size()) {
      add_key(parent, std::move(node));
    } else {
      add_value(parent, std::move(node));
    }
  }

  void add_key(YamlNode& map, YamlNode key) {
    if (key.kind != YamlNode::Kind::scalar && key.kind != YamlNode::Kind::refused)
      diagnostics_.error({name_, key.line, key.column},
                         {"cần một khóa là chữ", "expected a text as key"});
    if (key.kind != YamlNode::Kind::scalar) key.kind = YamlNode::Kind::refused;
    map.keys.push_back(std::move(key));
  }

  void add_value(YamlNode& map, YamlNode value) {
    const YamlNode& key = map.keys.back();
    if (value.kind == YamlNode::Kind::nothing) {  // yaml-cpp puts it at the next token
      value.line = key.line;
      value.column = key.column;
    }
    if (key.kind == YamlNode::Kind::refused)
      map.keys.pop_back();
    else
      map.items.push_back(std::move(value));
  }

  void remove_repeated_keys(YamlNode& map) {
    std::vector<size_t> order(map.keys.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return map.keys[a].text < map.keys[b].text; });
    std::vector<size_t> repeated;
    for (size_t i = 1, first = 0; i < order.size(); ++i) {
      const YamlNode& kept = map.keys[order[first]];
      const YamlNode& key = map.keys[order[i]];
      if (key.text != kept.text) {
        first = i;
        continue;
      }
      diagnostics_.error({name_, key.line, key.column}, kYamlRepeatedKey, excerpt(key.text),
                         kept.line, kept.column);
      repeated.push_back(order[i]);
    }
    if (repeated.empty()) return;
    std::sort(repeated.begin(), repeated.end());
    size_t kept = 0;
    for (size_t i = 0; i < order.size(); ++i) {
      if (std::binary_search(repeated.begin(), repeated.end(), i)) continue;
      if (kept != i) {
        map.keys[kept] = std::move(map.keys[i]);
        map.items[kept] = std::move(map.items[i]);
      }
      ++kept;
    }
    map.keys.resize(kept);
    map.items.resize(kept);
  }

  const std::string& name_;
  std::string_view bytes_;
  size_t most_nodes_;
  YamlPlaceFinder places_;
  Diagnostics& diagnostics_;
  std::vector<YamlNode> open_;  // the lists and maps around the next node, outermost first
  YamlNode root_;
  size_t nodes_ = 0;
  int documents_ = 0;
  size_t last_end_ = 0;  // after the last scalar
  bool stopped_ = false;
};

}  // namespace

std::optional<YamlNode> read_yaml(const std::string& name, std::string_view bytes,
                                  Diagnostics& diagnostics, size_t most_bytes) {
  const std::string text = small_file_text(bytes);
  if (!is_readable_yaml(name, text, most_bytes, diagnostics)) return {};
  TreeBuilder builder(name, text, most_bytes / kBytesPerNode, diagnostics);
  try {
    std::istringstream stream{text};
    YAML::Parser parser(stream);
    // The second call finds the end, or a second document, which the builder refuses.
    while (parser.HandleNextDocument(builder)) continue;
  } catch (const YAML::Exception& fault) {
    builder.report(fault);
    return {};
  }
  if (builder.root().kind == YamlNode::Kind::nothing) {
    diagnostics.error({name}, {"tệp không có nội dung", "the file is empty"});
    return {};
  }
  return std::move(builder.root());
}

}  // namespace kdcl
