#include "read/criteria/fields.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "read/criteria/keys.h"
#include "read/criteria/levels.h"
#include "read/criteria/messages.h"
#include "read/yaml/messages.h"

namespace kdcl {

namespace {

constexpr std::string_view kTypes[] = {"integer", "number", "text", "date",
                                       "choice",  "scale",  "flag"};

bool is_numeric(FieldType type) { return type == FieldType::integer || type == FieldType::number; }
bool has_values(FieldType type) { return type == FieldType::choice || type == FieldType::scale; }

void refuse_key(const YamlValues& values, const YamlNode& map, std::string_view key,
                FieldType type) {
  if (const YamlNode* found = values.find_key(map, key))
    values.error(*found, {"{0}: không dùng cho kiểu \"{1}\"", "{0}: not for the type \"{1}\""}, key,
                 kTypes[static_cast<size_t>(type)]);
}

std::optional<double> read_limit(const YamlValues& values, const YamlNode& map,
                                 std::string_view key, FieldType type) {
  const std::optional<double> limit = values.read_number(map, key);
  if (!limit || type != FieldType::integer || *limit == std::trunc(*limit)) return limit;
  const YamlNode& node = *values.find(map, key);
  values.error(
      node, {"{0}: cần một số nguyên, gặp \"{1}\"", "{0}: expected a whole number, found \"{1}\""},
      key, excerpt(node.text));
  return {};
}

/// One word for every language, or a map of words.
Unit read_unit(const YamlValues& values, const YamlNode& map) {
  const YamlNode* node = values.find(map, "unit");
  if (!node) return {};
  if (node->kind != YamlNode::Kind::map) {
    const std::string word = values.read_text(map, "unit").value_or("");
    return {word, word, word};
  }
  values.check_keys(*node, "unit", kUnitKeys);
  Unit unit{
      values.read_text(*node, "vi").value_or(""), values.read_text(*node, "en").value_or(""), {}};
  unit.one = values.read_text(*node, "one").value_or(unit.en);
  return unit;
}

void read_limits(const YamlValues& values, const YamlNode& map, Field& field) {
  field.unit = read_unit(values, map);
  field.min = read_limit(values, map, "min", field.type);
  field.max = read_limit(values, map, "max", field.type);
  field.part_of = values.read_text(map, "part_of").value_or("");
  if (field.min && field.max && *field.min > *field.max)
    values.error(*values.find(map, "min"),
                 {"min: {0} lớn hơn max {1}", "min: {0} is over the max {1}"},
                 format_exact(*field.min), format_exact(*field.max));
}

/// A word, or a map of id and title.
std::optional<Choice> read_choice(const YamlValues& values, const YamlNode& node) {
  if (node.kind != YamlNode::Kind::map) {
    if (!values.is_text(node, "values")) return {};
    return Choice{node.text, {node.text, node.text}};
  }
  values.check_keys(node, "values", kValueKeys);
  const std::optional<std::string> id = values.read_text(node, "id");
  const std::optional<LocalText> title = values.read_local_text(node, "title");
  if (!id || !title) return {};
  return Choice{*id, *title};
}

void read_choices(const YamlValues& values, const YamlNode& map, Field& field) {
  std::map<std::string, size_t> seen;  // ids and titles match cells, so no two values may share one
  for (const YamlNode& node : values.read_items(map, "values")) {
    const std::optional<Choice> choice = read_choice(values, node);
    if (!choice) continue;
    const size_t position = field.values.size();
    for (const std::string& name : {choice->id, choice->title.vi, choice->title.en}) {
      if (seen.emplace(fold(name), position).first->second == position) continue;
      values.error(node, {"values: \"{0}\" ghi hai lần", "values: \"{0}\" is listed twice"},
                   excerpt(name));
      break;
    }
    field.values.push_back(*choice);
  }
}

void read_typed(const YamlValues& values, const YamlNode& map, Field& field) {
  if (is_numeric(field.type)) {
    read_limits(values, map, field);
  } else {
    for (const std::string_view key : {"unit", "min", "max", "part_of"})
      refuse_key(values, map, key, field.type);
  }
  if (!has_values(field.type))
    refuse_key(values, map, "values", field.type);
  else if (values.find(map, "values"))
    read_choices(values, map, field);
  else
    values.error(
        *values.find(map, "type"),
        {"type: kiểu \"{0}\" cần khóa \"values\"", "type: \"{0}\" needs the key \"values\""},
        kTypes[static_cast<size_t>(field.type)]);
}

void take_field_names(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                      Field& field) {
  if (const YamlNode* title = values.find(map, "title"))
    if (const YamlNode* vi = values.find(*title, "vi"); vi && !field.title.vi.empty())
      take_title(reading.names, values, *vi, field.title.vi, field.id);
  for (const YamlNode& alias : values.read_list(map, "aliases")) {
    if (!values.is_text(alias, "aliases")) continue;
    take_title(reading.names, values, alias, alias.text, field.id);
    field.aliases.push_back(alias.text);
  }
  field.folded.push_back(fold_name(field.title.vi));
  for (const std::string& alias : field.aliases) field.folded.push_back(fold_name(alias));
}

/// Takes a key of `fields` or `measures` as a name. A wrong id is known all the same, so that its
/// uses are not reported too.
bool take_key(CriteriaReading& reading, const YamlValues& values, const YamlNode& key,
              std::string_view section, NameOwner owner) {
  if (read_id(values, key, section, '_'))
    return take_id(reading.names, values, key, owner, key.text);
  reading.faulty.insert(key.text);
  reading.faulty.insert(fold(key.text));
  return false;
}

void read_field(CriteriaReading& reading, const YamlValues& values, const YamlNode& key,
                const YamlNode& map) {
  const size_t errors = values.diagnostics().errors();
  Field field;
  field.id = key.text;
  field.place = values.place(key);
  if (!take_key(reading, values, key, "fields", NameOwner::field)) return;
  if (values.check_keys(map, field.id, kFieldKeys)) {
    field.title = values.read_local_text(map, "title").value_or(LocalText{});
    (void)read_checked(values, map, Certainty::high);
    take_field_names(reading, values, map, field);
    if (const std::optional<size_t> type = values.read_word(map, "type", kTypes)) {
      field.type = static_cast<FieldType>(*type);
      read_typed(values, map, field);
    }
  }
  if (values.diagnostics().errors() > errors)
    reading.faulty.insert(field.id);
  else if (!field.part_of.empty())
    reading.parts.emplace(field.id, values.place(*values.find(map, "part_of")));
  reading.set.fields.push_back(std::move(field));
}

/// The measures of one file while their formulas are put into an order in which each can be read.
struct MeasureGraph {
  size_t first = 0;  ///< position of the file's first measure in the set
  std::vector<const YamlNode*> maps;
  std::vector<std::vector<size_t>> uses, used_by;  ///< by position in the file, each once
  std::vector<size_t> unread;                      ///< how many of `uses` have no formula yet
};

void add_edges(const CriteriaReading& reading, const YamlValues& values, MeasureGraph& graph) {
  const size_t count = graph.maps.size();
  std::map<std::string_view, size_t> positions;
  for (size_t i = 0; i < count; ++i) positions.emplace(reading.set.measures[graph.first + i].id, i);
  graph.uses.resize(count);
  graph.used_by.resize(count);
  graph.unread.resize(count);
  for (size_t i = 0; i < count; ++i) {
    const YamlNode* formula = values.find(*graph.maps[i], "formula");
    if (!formula) continue;
    std::set<size_t> uses;
    for (const std::string_view name : names_in(formula->text))
      if (const auto found = positions.find(name); found != positions.end())
        uses.insert(found->second);
    graph.uses[i].assign(uses.begin(), uses.end());
    graph.unread[i] = uses.size();
    for (const size_t used : uses) graph.used_by[used].push_back(i);
  }
}

void read_formula(CriteriaReading& reading, const YamlValues& values, Measure& measure,
                  const YamlNode& map) {
  std::optional<Expression> formula =
      read_expression(reading, values, map, "formula", ValueKind::number);
  if (formula)
    measure.formula = std::move(*formula);
  else
    reading.faulty.insert(measure.id);
}

/// Reads every formula after those it uses; what is left uses itself, directly or through others.
void read_formulas(CriteriaReading& reading, const YamlValues& values, MeasureGraph& graph) {
  std::vector<size_t> ready;
  for (size_t i = graph.maps.size(); i-- > 0;)
    if (graph.unread[i] == 0) ready.push_back(i);
  while (!ready.empty()) {
    const size_t i = ready.back();
    ready.pop_back();
    read_formula(reading, values, reading.set.measures[graph.first + i], *graph.maps[i]);
    for (const size_t user : graph.used_by[i])
      if (--graph.unread[user] == 0) ready.push_back(user);
  }
}

void report_cycle(CriteriaReading& reading, const YamlValues& values, const MeasureGraph& graph,
                  std::vector<size_t> cycle) {
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
  cycle.push_back(cycle.front());
  std::string path;
  for (const size_t i : cycle)
    path += (path.empty() ? "" : " -> ") + reading.set.measures[graph.first + i].id;
  values.error(*values.find(*graph.maps[cycle.front()], "formula"),
               {"formula: số đo dùng chính nó: {0}", "formula: the measure uses itself: {0}"},
               path);
}

/// Follows unread measures from each until one comes twice; each circle is reported once, at its
/// first measure.
void report_cycles(CriteriaReading& reading, const YamlValues& values, const MeasureGraph& graph) {
  std::vector<size_t> walk(graph.maps.size(), 0);  // in which walk a measure was met; 0 in none
  for (size_t start = 0; start < graph.maps.size(); ++start) {
    std::vector<size_t> path;
    size_t i = start;
    while (graph.unread[i] > 0 && walk[i] == 0) {
      walk[i] = start + 1;
      path.push_back(i);
      i = *std::find_if(graph.uses[i].begin(), graph.uses[i].end(),
                        [&](size_t used) { return graph.unread[used] > 0; });
    }
    if (!path.empty() && walk[i] == start + 1)
      report_cycle(reading, values, graph, {std::find(path.begin(), path.end(), i), path.end()});
    for (const size_t met : path) reading.faulty.insert(reading.set.measures[graph.first + met].id);
  }
}

}  // namespace

void read_fields(CriteriaReading& reading, const YamlValues& values, const YamlNode& file) {
  const YamlNode* fields = values.find(file, "fields");
  if (!fields) return;
  if (!values.is_map(*fields, "fields")) reading.names_missing = true;
  for (size_t i = 0; i < fields->keys.size(); ++i)
    read_field(reading, values, fields->keys[i], fields->items[i]);
}

void read_measures(CriteriaReading& reading, const YamlValues& values, const YamlNode& file) {
  const YamlNode* measures = values.find(file, "measures");
  if (!measures) return;
  if (!values.is_map(*measures, "measures")) reading.names_missing = true;
  MeasureGraph graph;
  graph.first = reading.set.measures.size();
  for (size_t i = 0; i < measures->keys.size(); ++i) {
    const YamlNode& key = measures->keys[i];
    const YamlNode& map = measures->items[i];
    if (!take_key(reading, values, key, "measures", NameOwner::measure)) continue;
    if (!values.check_keys(map, key.text, kMeasureKeys)) reading.faulty.insert(key.text);
    (void)read_checked(values, map, Certainty::high);
    reading.set.measures.push_back({key.text,
                                    values.read_local_text(map, "title").value_or(LocalText{}),
                                    read_unit(values, map),
                                    {}});
    graph.maps.push_back(&map);
  }
  add_edges(reading, values, graph);
  read_formulas(reading, values, graph);
  report_cycles(reading, values, graph);
}

using namespace message;

namespace {

constexpr int kMostYears = 10;

/// A name of `show`; an item of a list may be empty.
DataFigure read_figure(CriteriaReading& reading, const YamlValues& values, const YamlNode& name) {
  const FigureName figure = find_figure(reading, values, name, "show");
  if (figure.measure)
    return {DataFigure::Kind::measure,
            static_cast<uint32_t>(figure.measure - reading.set.measures.data())};
  if (figure.field)
    return {DataFigure::Kind::field,
            static_cast<uint32_t>(figure.field - reading.set.fields.data())};
  return {};
}

void read_figures(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                  size_t columns, DataRow& row) {
  const std::span<const YamlNode> names = values.read_items(map, "show");
  if (!names.empty() && names.size() != columns)
    values.error(*values.find(map, "show"),
                 {"show: cần {0} mục, mỗi cột một mục, gặp {1}",
                  "show: expected {0} items, one a column, found {1}"},
                 columns, names.size());
  for (const YamlNode& name : names)
    row.show.push_back(name.kind == YamlNode::Kind::nothing ? DataFigure{}
                                                            : read_figure(reading, values, name));
}

/// The title of what a row shows, where it has none of its own.
LocalText title_of(const CriteriaSet& set, const DataFigure& figure) {
  switch (figure.kind) {
    case DataFigure::Kind::field: return set.fields[figure.index].title;
    case DataFigure::Kind::measure: return set.measures[figure.index].title;
    case DataFigure::Kind::nothing: break;
  }
  return {};
}

/// The title and the figures of a row.
void read_content(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                  size_t columns, DataRow& row) {
  const YamlNode* title = values.find(map, "title");
  const YamlNode* show = values.find(map, "show");
  if (!title && columns > 0)
    values.error(map, {"rows: thiếu khóa \"title\", cần có trong bảng chia cột",
                       "rows: missing key \"title\", which a table with columns needs"});
  if (!title && !show && columns == 0)
    values.error(
        map, {"rows: cần khóa \"title\" hoặc \"show\"", "rows: expected \"title\" or \"show\""});
  if (show && columns > 0)
    read_figures(reading, values, map, columns, row);
  else if (show)
    row.show.push_back(read_figure(reading, values, *show));
  if (title)
    row.title = values.read_local_text(map, "title").value_or(LocalText{});
  else if (!row.show.empty())
    row.title = title_of(reading.set, row.show.front());
}

void read_row(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
              DataTable& table) {
  if (!values.check_keys(map, "rows", kDataRowKeys)) return;
  DataRow row;
  row.number = values.read_text(map, "number").value_or("");
  row.where = read_expression(reading, values, map, "where", ValueKind::truth);
  row.checked = read_checked(values, map, table.checked);
  read_content(reading, values, map, table.columns.size(), row);
  table.rows.push_back(std::move(row));
}

/// The titles of the columns; a wrong one counts all the same.
std::vector<LocalText> read_columns(const YamlValues& values, const YamlNode& map) {
  std::vector<LocalText> columns;
  for (const YamlNode& column : values.read_items(map, "columns"))
    columns.push_back(values.read_local_text_node(column, "columns").value_or(LocalText{}));
  return columns;
}

void read_table(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                Certainty above) {
  if (!values.check_keys(map, "data_tables", kDataTableKeys)) return;
  DataTable table;
  table.number = values.read_text(map, "number").value_or("");
  table.title = values.read_local_text(map, "title").value_or(LocalText{});
  table.columns = read_columns(values, map);
  table.has_remarks = values.read_flag(map, "remarks").value_or(false);
  table.note = values.read_local_text(map, "note");
  table.where = read_expression(reading, values, map, "where", ValueKind::truth);
  table.checked = read_checked(values, map, above);
  // Without its columns, what the rows should show is not known.
  const bool has_columns = values.find(map, "columns") != nullptr;
  if (has_columns && table.columns.empty()) return;
  for (const YamlNode& row : values.read_items(map, "rows")) read_row(reading, values, row, table);
  if (!has_columns && !reading.table_by_year) reading.table_by_year = values.place(map);
  reading.set.data_tables.push_back(std::move(table));
}

}  // namespace

void read_data_tables(CriteriaReading& reading, const YamlValues& values, const YamlNode& file,
                      Certainty above) {
  for (const YamlNode& table : values.read_items(file, "data_tables"))
    read_table(reading, values, table, above);
}

void read_data_years(CriteriaReading& reading, const YamlValues& values, const YamlNode& file) {
  reading.set.data_years = values.read_whole(file, "data_years", 1, kMostYears).value_or(0);
  if (values.find(file, "data_years") || !reading.table_by_year) return;
  const Location& table = *reading.table_by_year;
  values.error(file, kMissingKey, kWholeFile.in(values.diagnostics().language()), "data_years")
      .hint({"bảng ở {0} ghi số liệu theo từng năm học",
             "the table at {0} shows figures by school year"},
            fmt::format("{}:{}", table.file, table.line));
}

}  // namespace kdcl
