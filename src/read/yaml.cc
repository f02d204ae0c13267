#include "read/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <sstream>

#include "base/text.h"
#include "read/encoding.h"
#include "read/yaml_messages.h"
#include "read/yaml_text.h"

namespace kdcl {
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
