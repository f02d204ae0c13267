#include "read/schools/yaml_schools.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/number.h"
#include "base/text.h"
#include "read/csv/csv.h"
#include "read/csv/verdict_word.h"
#include "read/schools/text_cell.h"
#include "read/yaml/messages.h"
#include "read/yaml/values.h"

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

using namespace message;
using Kind = YamlNode::Kind;

namespace {

constexpr YamlKey kSchoolKeys[] = {{"school", KeyUse::required}, {"data"}, {"results"}, {"notes"}};
constexpr std::array<std::string_view, 3> kSections = {"school", "data", "results"};

constexpr char kAfterCells = '\n';  // any byte would do: cells are found by where they end

/// Without quotes, as YAML writes numbers; with a decimal comma it is a text.
bool is_number(const YamlNode& value) {
  return !value.quoted && may_have_thousands(value.text) &&
         value.text.find(',') == std::string::npos;
}

/// Collects the schools of a file, then writes them as a grid: how many columns a row has is known
/// only after the last school.
class TableBuilder {
 public:
  explicit TableBuilder(const YamlValues& values) : values_(values) {}

  void add_schools(const YamlNode& file) {
    if (file.kind == Kind::map) return add_school(file);
    if (file.kind != Kind::sequence) {
      values_.report_found(
          file, Message{"tệp", "file"}.in(values_.diagnostics().language()),
          Message{"một trường hoặc một danh sách trường", "a school or a list of schools"});
      return;
    }
    if (file.items.empty())
      values_.error(file, {"tệp không có trường nào", "the file has no schools"});
    for (const YamlNode& school : file.items) add_school(school);
  }

  [[nodiscard]] std::optional<YamlTable> build(uint64_t line_count) {
    if (rows_.empty() || !is_small_enough()) return {};
    YamlTable table;
    for (const Name& name : names_) {
      table.names.emplace_back(trim(name.first->text));
      table.places.push_back(values_.place(*name.first));
    }
    table.uses = uses_;
    fill(table.grid);
    for (Row& row : rows_) table.notes.push_back(std::move(row.notes));
    table.grid.line_count = line_count;
    return table;
  }

 private:
  struct Name {
    const YamlNode* first = nullptr;  ///< the key that first used it
    const YamlNode* last = nullptr;   ///< the first key that did so in the last school that has it
    size_t school = 0;                ///< that school, counted from 1
    std::array<bool, 3> sections{};   ///< in which it was used
  };
  struct Cell {
    uint32_t column = 0;
    const YamlNode* value = nullptr;
  };
  struct Row {
    const YamlNode* key = nullptr;  ///< `school`
    std::vector<Cell> cells;        ///< only those that the school has, a column once
    SchoolNotes notes;
  };

  void add_school(const YamlNode& school) {
    const size_t errors_before = values_.diagnostics().errors();
    if (!values_.check_keys(school,
                            Message{"một trường", "a school"}.in(values_.diagnostics().language()),
                            kSchoolKeys))
      return;
    ++schools_;
    Row row;
    row.notes = read_yaml_notes(values_, school);
    row.key = YamlValues::find_key(school, "school");
    // Without its identity a school would be reported again, for what only a fault took away.
    const bool has_identity = row.key != nullptr && add_section(school, YamlSection::school, row);
    add_section(school, YamlSection::data, row);
    add_section(school, YamlSection::results, row);
    if (!has_identity) return;
    // Rows of only empty cells are left out later without a word: fit for CSV, not for this.
    const bool is_empty = std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
      return trim(cell.value->text).empty();
    });
    if (!is_empty)
      rows_.push_back(std::move(row));
    else if (values_.diagnostics().errors() == errors_before)
      values_.error(*row.key, {"trường không có giá trị nào", "the school has no values"});
  }

  /// False if a value could not be taken.
  bool add_section(const YamlNode& school, YamlSection section, Row& row) {
    const std::string_view name = kSections[static_cast<size_t>(section)];
    const YamlNode* node = YamlValues::find(school, name);
    const bool may_be_empty = section != YamlSection::school;
    if (!node || (node->kind == Kind::nothing && may_be_empty)) return true;
    if (!values_.is_map(*node, name)) return false;
    bool is_whole = true;
    for (size_t i = 0; i < node->keys.size(); ++i)
      is_whole &= add_value(node->keys[i], node->items[i], section, row);
    return is_whole;
  }

  bool add_value(const YamlNode& key, const YamlNode& value, YamlSection section, Row& row) {
    const auto section_at = static_cast<size_t>(section);
    if (!values_.is_text(key, kSections[section_at])) return false;
    const uint32_t column = column_of(key);
    if (!std::exchange(names_[column].sections[section_at], true))
      uses_.push_back({column, section, values_.place(key)});
    Name& name = names_[column];
    if (name.school == schools_) {
      values_.error(key, kYamlRepeatedKey, excerpt(key.text), name.last->line, name.last->column);
      return true;  // the first stands
    }
    name.last = &key;
    name.school = schools_;
    if (value.kind != Kind::scalar && value.kind != Kind::nothing) {
      values_.report_found(value, excerpt(key.text), Message{"một giá trị", "a single value"});
      return false;
    }
    if (value.text.size() > kLongestCell) {
      values_.error(value, {"{0}: giá trị dài hơn 1 MiB", "{0}: the value is longer than 1 MiB"},
                    excerpt(key.text));
      return false;
    }
    row.cells.push_back({column, &value});
    return true;
  }

  uint32_t column_of(const YamlNode& key) {
    const auto next = static_cast<uint32_t>(names_.size());
    const auto [found, is_new] = columns_.emplace(fold(key.text), next);
    if (is_new) names_.push_back({&key, &key, 0, {}});
    return found->second;
  }

  [[nodiscard]] bool is_small_enough() const {
    if (names_.size() > kMostColumns) {
      values_.error(*names_[kMostColumns].first,
                    {"cần nhiều nhất {0} tên khác nhau, gặp {1}",
                     "expected at most {0} different names, found {1}"},
                    kMostColumns, names_.size());
      return false;
    }
    if (names_.size() * rows_.size() <= kMostYamlCells) return true;
    values_.diagnostics()
        .error({values_.file()},
               {"{0} trường với {1} tên khác nhau quá {2} ô",
                "{0} schools with {1} different names are over {2} cells"},
               rows_.size(), names_.size(), kMostYamlCells)
        .hint({"chia tệp thành nhiều tệp, hoặc dùng CSV", "split the file, or use CSV"});
    return false;
  }

  void fill(Grid& grid) const {
    grid.columns = static_cast<uint32_t>(names_.size());
    grid.rows = rows_.size();
    grid.capacity = grid.rows * grid.columns + 1;
    grid.ends = std::make_unique_for_overwrite<uint32_t[]>(grid.capacity);
    grid.ends[0] = static_cast<uint32_t>(-1);
    grid.places.reserve(grid.capacity - 1);
    uint32_t* end = grid.ends.get();
    std::vector<const YamlNode*> cells;
    for (const Row& row : rows_) {
      grid.lines.push_back(row.key->line - 1);
      cells.assign(grid.columns, nullptr);
      for (const Cell& cell : row.cells) cells[cell.column] = cell.value;
      for (uint32_t i = 0; i < grid.columns; ++i) {
        const YamlNode* cell = cells[i];
        if (cell) append_cell(cell->text, grid.kept_text);
        if (cell && is_number(*cell))
          grid.numbers.emplace_back(static_cast<uint32_t>(grid.lines.size() - 1), i);
        *++end = static_cast<uint32_t>(grid.kept_text.size());
        grid.kept_text += kAfterCells;
        const YamlNode& where = cell ? *cell : *row.key;
        grid.places.emplace_back(where.line, where.column);
      }
    }
    // The padding also keeps the text off the stack, so that it stays in place when the grid moves.
    grid.kept_text.append(kGridPadding, '\0');
    grid.text = grid.kept_text.data();
  }

  const YamlValues& values_;
  std::vector<Row> rows_;
  std::vector<Name> names_;                            // by column
  std::unordered_map<std::string, uint32_t> columns_;  // by folded name
  std::vector<SectionUse> uses_;
  size_t schools_ = 0;  // begun so far
};

/// The section of what a column means; nothing for columns that mean nothing.
std::vector<std::optional<YamlSection>> sections_of(const Binding& binding) {
  std::vector<std::optional<YamlSection>> sections(binding.names.size());
  for (const SetBinding& set : binding.sets) {
    for (const ColumnOf& bound : set.indicators) sections[bound.column] = YamlSection::results;
    for (const CriterionColumn& bound : set.criteria) sections[bound.column] = YamlSection::results;
    for (const uint32_t column : set.foreign) sections[column] = YamlSection::results;
  }
  for (const ColumnOf& bound : binding.fields) sections[bound.column] = YamlSection::data;
  for (const int32_t column : binding.identity)
    if (column != kNoColumn) sections[static_cast<size_t>(column)] = YamlSection::school;
  return sections;
}

uint64_t count_lines(std::string_view bytes) {
  const auto feeds = static_cast<uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  return feeds + (bytes.ends_with('\n') ? 0 : 1);
}

}  // namespace

std::optional<YamlTable> read_yaml_schools(const std::string& name, std::string_view bytes,
                                           Diagnostics& diagnostics) {
  const std::optional<YamlNode> file = read_yaml(name, bytes, diagnostics);
  if (!file) return {};
  const YamlValues values(name, diagnostics);
  TableBuilder builder(values);
  builder.add_schools(*file);
  return builder.build(count_lines(bytes));
}

void check_sections(const YamlTable& table, const Binding& binding, Diagnostics& diagnostics) {
  const auto sections = sections_of(binding);
  for (const SectionUse& use : table.uses) {
    const std::optional<YamlSection> right = sections[use.column];
    if (!right || *right == use.section) continue;
    const std::string_view name = kSections[static_cast<size_t>(*right)];
    diagnostics
        .error(use.place,
               {"{0}: cần đứng dưới \"{1}:\", gặp dưới \"{2}:\"",
                "{0}: expected under \"{1}:\", found under \"{2}:\""},
               excerpt(table.names[use.column]), name, kSections[static_cast<size_t>(use.section)])
        .hint({"chuyển sang \"{0}:\"", "put it under \"{0}:\""}, name);
  }
}

}  // namespace kdcl
