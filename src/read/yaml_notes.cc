#include "read/yaml_notes.h"

#include <algorithm>

#include "base/text.h"
#include "read/text_cell.h"
#include "read/verdict_word.h"

namespace kdcl {

using Kind = YamlNode::Kind;

namespace {

/// A key of an entry and where its text goes.
template <typename Entry>
struct TextKey {
  YamlKey key;
  std::string Entry::*text;
};

constexpr YamlKey kNoteKeys[] = {{"state"},  {"strengths"}, {"weaknesses"},
                                 {"causes"}, {"plan"},      {"evidence"}};
constexpr TextKey<PlanEntry> kPlanKeys[] = {
    {{"action"}, &PlanEntry::action}, {{"by"}, &PlanEntry::by},     {{"owner"}, &PlanEntry::owner},
    {{"cost"}, &PlanEntry::cost},     {{"goal"}, &PlanEntry::goal}, {{"done"}, &PlanEntry::done}};
constexpr TextKey<Document> kDocumentKeys[] = {
    {{"code"}, &Document::code},         {{"title"}, &Document::title},
    {{"issued"}, &Document::issued},     {{"issuer"}, &Document::issuer},
    {{"location"}, &Document::location}, {{"remark"}, &Document::remark}};

/// A text may be left out for now, even where its key stands. False, with an error, if it is none.
bool read_text(const YamlValues& values, const YamlNode& node, std::string_view name,
               std::string& text) {
  if (node.kind == Kind::nothing || node.kind == Kind::refused) return true;
  if (!values.is_text(node, name)) return false;
  text = trim(node.text);
  return true;
}

void read_texts(const YamlValues& values, const YamlNode& note, std::string_view key,
                std::vector<std::string>& texts) {
  const YamlNode* node = YamlValues::find(note, key);
  if (!node) return;
  const auto add = [&](const YamlNode& item) {
    std::string text;
    if (read_text(values, item, key, text) && !text.empty()) texts.push_back(std::move(text));
  };
  if (node->kind == Kind::map)
    return values.report_found(*node, key,
                               Message{"chữ hoặc một danh sách chữ", "a text or a list of texts"});
  if (node->kind != Kind::sequence) return add(*node);
  for (const YamlNode& item : node->items) add(item);
}

/// The entries of a list of maps of texts; `use` gets each with its node.
template <typename Entry, size_t kCount>
void read_entries(const YamlValues& values, const YamlNode& note, std::string_view name,
                  const TextKey<Entry> (&keys)[kCount], auto use) {
  const YamlNode* list = YamlValues::find(note, name);
  if (!list || list->kind == Kind::nothing) return;
  std::vector<YamlKey> names;
  for (const TextKey<Entry>& each : keys) names.push_back(each.key);
  for (const YamlNode& node : values.read_list(note, name)) {
    if (!values.check_keys(node, name, names)) continue;
    Entry entry;
    bool is_empty = true;
    for (const TextKey<Entry>& each : keys) {
      const YamlNode* value = YamlValues::find(node, each.key.name);
      if (value) (void)read_text(values, *value, each.key.name, entry.*each.text);
      is_empty &= (entry.*each.text).empty();
    }
    if (!is_empty) use(std::move(entry), node);
  }
}

void read_note(const YamlValues& values, const YamlNode& node, NodeNotes& note,
               std::vector<Document>& documents) {
  read_texts(values, node, "state", note.state);
  read_texts(values, node, "strengths", note.strengths);
  read_texts(values, node, "weaknesses", note.weaknesses);
  read_texts(values, node, "causes", note.causes);
  read_entries(values, node, "plan", kPlanKeys, [&](PlanEntry entry, const YamlNode&) {
    entry.is_done = is_yes(entry.done);
    note.plan.push_back(std::move(entry));
  });
  read_entries(values, node, "evidence", kDocumentKeys, [&](Document document, const YamlNode& at) {
    const YamlNode* code = YamlValues::find(at, "code");
    document.place = values.place(code ? *code : at);
    document.criterion = note.node;
    if (!document.code.empty()) note.evidence.push_back({document.code, document.place});
    documents.push_back(std::move(document));
  });
}

/// Warns of the first text that looks garbled, which is rarely the only one. True if there is one.
bool warn_of_garbled(const YamlValues& values, const YamlNode& node) {
  if (node.kind == Kind::scalar &&
      warn_of_garbled_note(values.place(node), "notes", node.text, values.diagnostics()))
    return true;
  return std::any_of(node.items.begin(), node.items.end(),
                     [&](const YamlNode& item) { return warn_of_garbled(values, item); });
}

}  // namespace

SchoolNotes read_yaml_notes(const YamlValues& values, const YamlNode& school) {
  SchoolNotes notes;
  const YamlNode* node = YamlValues::find(school, "notes");
  if (!node || node->kind == Kind::nothing || !values.is_map(*node, "notes")) return notes;
  warn_of_garbled(values, *node);
  for (size_t i = 0; i < node->items.size(); ++i) {
    const YamlNode& key = node->keys[i];
    if (node->items[i].kind == Kind::nothing) continue;
    if (!values.check_keys(node->items[i], excerpt(key.text), kNoteKeys)) continue;
    NodeNotes& note = notes.of(trim(key.text));
    note.place = values.place(key);
    read_note(values, node->items[i], note, notes.documents);
  }
  return notes;
}

}  // namespace kdcl
