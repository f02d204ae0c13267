#include "read/criteria_data_tables.h"

#include "base/text.h"
#include "read/criteria_keys.h"
#include "read/criteria_messages.h"
#include "read/criteria_requirements.h"
#include "read/yaml_values_messages.h"

namespace kdcl {

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
