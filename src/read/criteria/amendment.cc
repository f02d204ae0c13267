#include "read/criteria/amendment.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "base/text.h"
#include "read/criteria/keys.h"
#include "read/criteria/messages.h"
#include "read/criteria/reading.h"
#include "read/criteria/standards.h"
#include "read/yaml/values.h"

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

using namespace message;

namespace {

/// Keys of an amending set that are added to those of its base; all others replace them.
constexpr std::string_view kAddedKeys[] = {"uses", "fields", "measures"};

void shift_source(YamlNode& node) {
  ++node.source;
  for (YamlNode& key : node.keys) shift_source(key);
  for (YamlNode& item : node.items) shift_source(item);
}

YamlNode* find_item(YamlNode& map, std::string_view key) {
  return const_cast<YamlNode*>(YamlValues::find(map, key));
}

void append_item(YamlNode& map, const YamlNode& key, const YamlNode& item) {
  map.keys.push_back(key);
  map.items.push_back(item);
}

void erase_item(YamlNode& node, size_t at) {
  const auto offset = static_cast<std::ptrdiff_t>(at);
  if (!node.keys.empty()) node.keys.erase(node.keys.begin() + offset);
  node.items.erase(node.items.begin() + offset);
}

/// Makes the changes of one amending file in the tree of its base.
class Amender {
 public:
  Amender(const YamlValues& values, YamlNode& standards)
      : values_(values), standards_(standards), places_(amended_places(standards)) {}

  std::vector<Amendment> make(std::span<const YamlNode> changes) {
    std::vector<Amendment> made;
    for (const YamlNode& change : changes)
      if (std::optional<Amendment> read = make_change(change)) made.push_back(std::move(*read));
    sweep();
    return made;
  }

 private:
  std::optional<Amendment> make_change(const YamlNode& node) {
    if (!values_.check_keys(node, "changes", kChangeKeys)) return {};
    const YamlNode* at = values_.find(node, "at");
    if (!at || !values_.is_text(*at, "at")) return {};
    const auto place = places_.find(at->text);
    if (place == places_.end()) {
      std::vector<std::string_view> names;
      for (const auto& [name, ignored] : places_) names.push_back(name);
      values_.error(*at, kChangeHitsNothing, excerpt(at->text));
      values_.hint_nearest(at->text, names);
      return {};
    }
    Amendment change;
    change.at = at->text;
    change.checked = read_checked(values_, node, Certainty::high);
    change.because = values_.read_local_text(node, "because").value_or(LocalText{});
    const YamlNode* set = values_.find(node, "set");
    const YamlNode* add = values_.find(node, "add");
    const YamlNode* remove = values_.find(node, "remove");
    if ((set != nullptr) + (add != nullptr) + (remove != nullptr) != 1) {
      values_.error(node, {"changes: cần đúng một trong set, add, remove",
                           "changes: expected exactly one of set, add, remove"});
      return {};
    }
    // What replaced the place, or something it lies in, has other positions.
    if (const YamlNode* before = touched_.find(place->second.path)) {
      values_.error(*at, kChangedTwice, place->second.path, before->line);
      return {};
    }
    change.kind = set ? Amendment::Kind::set : add ? Amendment::Kind::add : Amendment::Kind::remove;
    const bool is_made = set ? set_keys(*set, place->second)
                         : add
                             ? add_map(*add, node_at(standards_, place->second), place->second.path)
                             : take_out(node, place->second);
    if (!is_made) return {};
    return change;
  }

  /// False, with an error, if a change before touched the place.
  bool touch(const std::string& path, const YamlNode& by) {
    const YamlNode* before = touched_.touch(path, by);
    if (before) values_.error(by, kChangedTwice, path, before->line);
    return !before;
  }

  bool set_keys(const YamlNode& set, const AmendedPlace& place) {
    if (!values_.is_map(set, "set")) return false;
    bool is_made = !set.keys.empty();
    if (!is_made) values_.error(set, kEmptyMap, "set");
    for (size_t i = 0; i < set.keys.size(); ++i)
      is_made &= set_key(set.keys[i], set.items[i], place);
    return is_made;
  }

  bool set_key(const YamlNode& key, const YamlNode& item, const AmendedPlace& place) {
    if (key.text == "id") {
      values_.error(key, {"set: không đổi được mã \"id\"", "set: an \"id\" can't be changed"});
      return false;
    }
    const std::string path = place.path + '/' + key.text;
    if (!touch(path, key)) return false;
    YamlNode& target = node_at(standards_, place);
    const YamlNode* old = YamlValues::find(target, key.text);
    const bool is_absent = item.kind == YamlNode::Kind::nothing;
    if (!old && is_absent) {
      values_.error(key, kChangeHitsNothing, excerpt(path));
      return false;
    }
    if (!old) {
      append_item(target, key, item);
      return true;
    }
    const auto at = static_cast<size_t>(old - target.items.data());
    if (is_absent) {
      removed_.push_back({place.way, nullptr});
      removed_.back().way.push_back(at);
      return true;
    }
    target.keys[at] = key;
    target.items[at] = item;
    return true;
  }

  bool add_map(const YamlNode& add, YamlNode& target, const std::string& path) {
    if (!values_.is_map(add, "add")) return false;
    bool is_made = !add.keys.empty();
    if (!is_made) values_.error(add, kEmptyMap, "add");
    for (size_t i = 0; i < add.keys.size(); ++i)
      is_made &= add_key(add.keys[i], add.items[i], target, path + '/' + add.keys[i].text);
    return is_made;
  }

  bool add_key(const YamlNode& key, const YamlNode& item, YamlNode& target,
               const std::string& path) {
    YamlNode* old = find_item(target, key.text);
    if (!old) {
      if (!touch(path, key)) return false;
      append_item(target, key, item);
      return true;
    }
    if (old->kind == YamlNode::Kind::map && item.kind == YamlNode::Kind::map)
      return add_map(item, *old, path);
    const bool is_listed = item.kind == YamlNode::Kind::sequence &&
                           (old->kind == YamlNode::Kind::sequence ||
                            (key.text == "require" && old->kind == YamlNode::Kind::map));
    if (!is_listed) {
      values_.error(key,
                    {"add: \"{0}\" đã có; muốn thay thì dùng set",
                     "add: \"{0}\" is there already; to replace it, use set"},
                    excerpt(path));
      return false;
    }
    // One more item does not change those there, so several changes may add to one list.
    if (!touch(fmt::format("{}/+{}:{}", path, key.line, key.column), key)) return false;
    if (old->kind == YamlNode::Kind::map) {
      YamlNode list{.kind = YamlNode::Kind::sequence,
                    .line = old->line,
                    .column = old->column,
                    .text = {},
                    .keys = {},
                    .items = {},
                    .source = old->source};
      list.items.push_back(std::move(*old));
      *old = std::move(list);
    }
    old->items.insert(old->items.end(), item.items.begin(), item.items.end());
    return true;
  }

  bool take_out(const YamlNode& change, const AmendedPlace& place) {
    const std::optional<bool> remove = values_.read_flag(change, "remove");
    if (!remove) return false;
    if (!*remove) {
      values_.error(*values_.find(change, "remove"), {"remove: cần true", "remove: expected true"});
      return false;
    }
    if (!touch(place.path, change)) return false;
    removed_.push_back({place.way, &change});
    return true;
  }

  /// Takes out what was removed, the last first so that positions hold; a level goes with its last
  /// indicator, but no criterion or standard may be left empty.
  void sweep() {
    std::sort(removed_.begin(), removed_.end(),
              [](const Removed& a, const Removed& b) { return a.way > b.way; });
    for (const Removed& removed : removed_)
      if (!take(removed.way))
        values_.error(
            *removed.by,
            {"remove: tiêu chí hoặc tiêu chuẩn không còn gì; bỏ cả tiêu chí hoặc tiêu chuẩn đó",
             "remove: nothing is left of its criterion or standard; remove that instead"});
  }

  /// Takes out the node that a way leads to. False if nothing would be left beside it.
  bool take(std::vector<size_t> way) {
    // The way to an indicator: standard, criteria, criterion, levels, level and perhaps letter.
    constexpr size_t kToLetter = 6;
    const bool is_letter = way.size() == kToLetter;
    const size_t last = way.back();
    way.pop_back();
    YamlNode& holder = node_at(standards_, {way, {}});
    const auto left = std::count_if(holder.keys.begin(), holder.keys.end(),
                                    [](const auto& key) { return key.text != "checked"; });
    if (is_letter && left == 1) return take(way);
    if (holder.items.size() == 1) return false;
    erase_item(holder, last);
    return true;
  }

  struct Removed {
    std::vector<size_t> way;
    const YamlNode* by;  ///< the change; null if it only takes a key away
  };

  const YamlValues& values_;
  YamlNode& standards_;
  std::map<std::string, AmendedPlace, std::less<>> places_;
  TouchedPaths touched_;
  std::vector<Removed> removed_;
};

/// Puts the keys of the amending file into the tree of its base.
void join_keys(const YamlNode& own, YamlNode& tree) {
  std::string documents;
  if (const YamlNode* source = YamlValues::find(tree, "source"))
    if (const YamlNode* document = YamlValues::find(*source, "document"))
      documents = document->text + " + ";
  for (size_t i = 0; i < own.keys.size(); ++i) {
    const std::string& key = own.keys[i].text;
    const bool is_known = std::any_of(std::begin(kSetKeys), std::end(kSetKeys),
                                      [&](const YamlKey& known) { return known.name == key; });
    if (!is_known) continue;
    YamlNode* old = find_item(tree, key);
    const bool is_added = std::count(std::begin(kAddedKeys), std::end(kAddedKeys), key) > 0;
    if (!old) {
      append_item(tree, own.keys[i], own.items[i]);
    } else if (is_added && old->kind == own.items[i].kind) {
      old->keys.insert(old->keys.end(), own.items[i].keys.begin(), own.items[i].keys.end());
      old->items.insert(old->items.end(), own.items[i].items.begin(), own.items[i].items.end());
    } else {
      *old = own.items[i];
    }
  }
  if (YamlNode* source = find_item(tree, "source"))
    if (YamlNode* document = find_item(*source, "document"); document && !documents.empty())
      document->text.insert(0, documents);
}

std::string text_at(const YamlNode& map, std::string_view key) {
  const YamlNode* node = YamlValues::find(map, key);
  return node ? node->text : std::string();
}

std::optional<AmendedTree> read_chain(const std::string& name, std::string_view bytes,
                                      const CriteriaLibrary& library,
                                      std::vector<std::string>& chain, Diagnostics& diagnostics);

/// The set that `amends` names, read with what it amends itself.
std::optional<AmendedTree> read_base(const YamlValues& values, const YamlNode& amends,
                                     const CriteriaLibrary& library,
                                     std::vector<std::string>& chain) {
  if (std::count(chain.begin(), chain.end(), amends.text) > 0) {
    values.error(amends,
                 {"amends: các bộ sửa đổi lẫn nhau: {0}", "amends: the sets amend each other: {0}"},
                 fmt::format("{} → {}", fmt::join(chain, " → "), amends.text));
    return {};
  }
  std::optional<CriteriaLibrary::File> file;
  if (library.find) file = library.find(amends.text);
  if (!file) {
    values
        .error(amends,
               {"amends: không tìm thấy bộ tiêu chí \"{0}\"",
                "amends: there is no criteria set \"{0}\""},
               excerpt(amends.text))
        .hint(kGiveSetToo);
    const std::vector<std::string_view> ids(library.ids.begin(), library.ids.end());
    values.hint_nearest(amends.text, ids);
    return {};
  }
  std::optional<AmendedTree> base =
      read_chain(file->name, file->bytes, library, chain, values.diagnostics());
  if (!base) return {};
  shift_source(base->file);
  const YamlNode* source = YamlValues::find(base->file, "source");
  base->bases.push_back(
      {amends.text, source ? text_at(*source, "document") : "", sha256_of(file->bytes)});
  return base;
}

std::optional<AmendedTree> read_chain(const std::string& name, std::string_view bytes,
                                      const CriteriaLibrary& library,
                                      std::vector<std::string>& chain, Diagnostics& diagnostics) {
  std::optional<YamlNode> own = read_yaml(name, bytes, diagnostics);
  const YamlValues values(name, diagnostics);
  if (!own || !is_version_known(values, *own)) return {};
  if (!YamlValues::find(*own, "amends") && !YamlValues::find(*own, "changes"))
    return AmendedTree{std::move(*own), {name}, {}, {}};
  const YamlNode* amends = values.find(*own, "amends");
  if (!values.check_keys(*own, kWholeFile.in(diagnostics.language()), kAmendingSetKeys) ||
      !amends || !values.is_text(*amends, "amends"))
    return {};
  chain.push_back(text_at(*own, "id"));
  std::optional<AmendedTree> tree = read_base(values, *amends, library, chain);
  if (!tree) return {};
  tree->files.insert(tree->files.begin(), name);
  if (YamlNode* standards = find_item(tree->file, "standards"))
    for (Amendment& change : Amender(values, *standards).make(values.read_items(*own, "changes")))
      tree->changes.push_back(std::move(change));
  join_keys(*own, tree->file);
  return tree;
}

}  // namespace

std::optional<AmendedTree> read_amended(const std::string& name, std::string_view bytes,
                                        const CriteriaLibrary& library, Diagnostics& diagnostics) {
  std::vector<std::string> chain;
  return read_chain(name, bytes, library, chain, diagnostics);
}

}  // namespace kdcl
