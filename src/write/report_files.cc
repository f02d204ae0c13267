#include "write/report_files.h"

#include <fmt/format.h>

#include "base/date.h"
#include "base/number.h"
#include "write/cell_text.h"
#include "write/score_csv.h"
#include "write/score_json.h"

namespace kdcl {
namespace {

/// Appends the lines of one cell.
struct LinesOf {
  const std::string& table;  // a field already, as is the row
  const std::string& row;
  const std::string& column;
  std::string& out;

  void line(std::string_view suffix, std::string_view value) const {
    if (value.empty()) return;
    out += table;
    out += ',';
    out += row;
    out += ',';
    out += csv_field(column + std::string(suffix), true);
    out += ',';
    out += value;
    out += '\n';
  }
  void figure(std::string_view suffix, double value) const {
    if (std::isfinite(value)) line(suffix, format_exact(value));
  }

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const { line("", csv_field(mended_utf8(text), true)); }
  void operator()(const Number& number) const { figure("", number.value); }
  void operator()(const Share& share) const {
    figure("", share.part);
    figure("_of", share.whole);
  }
  void operator()(const LevelRange& range) const {
    if (range.level == kNoLevel) return;
    figure("", range.level);
    if (range.level_max != range.level) figure("_max", range.level_max);
  }
  void operator()(Verdict verdict) const { line("", json_verdict(verdict)); }
  void operator()(const DateCell& date) const {
    if (date.day != kNoDate) line("", format_iso(date.day));
  }
  void operator()(const Bar&) const {}
  void operator()(const Formula& formula) const { figure("", formula.value); }
};

void append_row(const Table& table, const std::string& id, const Row& row, const std::string& name,
                std::string& out) {
  for (size_t i = 0; i < row.cells.size(); ++i)
    if (const std::string& column = table.columns[i].id; !column.empty())
      std::visit(LinesOf{id, name, column, out}, row.cells[i].content);
}

void append_csv_table(const Table& table, std::string& out) {
  const std::string id = csv_field(table.id, true);
  size_t number = 0;
  table.for_each_row(
      [&](const Row& row) { append_row(table, id, row, std::to_string(++number), out); });
  for (size_t i = 0; i < table.totals.size(); ++i)
    append_row(table, id, table.totals[i], i == 0 ? "total" : "total" + std::to_string(i + 1), out);
}

}  // namespace

std::string write_report_csv(const Report& report) {
  std::string out = "table,row,column,value\n";
  for (const Table& table : report.about) append_csv_table(table, out);
  for (const Sheet& sheet : report.sheets)
    for (const Table& table : sheet.tables)
      if (!table.id.empty()) append_csv_table(table, out);
  return out;
}

namespace {

struct ValueOf {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(const std::string& text) const {
    return text.empty() ? "null" : json_string(text);
  }
  std::string operator()(const Number& number) const { return json_number(number.value); }
  std::string operator()(const Share& share) const {
    return "{\"n\": " + json_number(share.part) + ", \"of\": " + json_number(share.whole) + "}";
  }
  std::string operator()(const LevelRange& range) const {
    if (range.level == kNoLevel) return "null";
    const std::string level = std::to_string(range.level);
    if (range.level == range.level_max) return level;
    return "{\"level\": " + level + ", \"level_max\": " + std::to_string(range.level_max) + "}";
  }
  std::string operator()(Verdict verdict) const { return json_string(json_verdict(verdict)); }
  std::string operator()(const DateCell& date) const {
    return date.day == kNoDate ? "null" : json_string(format_iso(date.day));
  }
  std::string operator()(const Bar&) const { return {}; }  // the figure stands beside it
  std::string operator()(const Formula& formula) const { return json_number(formula.value); }
};

/// Every row has all columns of its table but those of bars, so that a script need not ask.
void append_row(const Table& table, const Row& row, bool first, std::string& out) {
  out += first ? "\n  {" : ",\n  {";
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].id.empty()) continue;
    const std::string value =
        i < row.cells.size() ? std::visit(ValueOf{}, row.cells[i].content) : "null";
    if (value.empty()) continue;
    if (!out.ends_with('{')) out += ", ";
    out += json_string(table.columns[i].id);
    out += ": ";
    out += value;
  }
  out += '}';
}

void append_json_table(const Table& table, std::string& out) {
  out += "\n" + json_string(table.id) + ": {\"rows\": [";
  bool first = true;
  table.for_each_row([&](const Row& row) {
    append_row(table, row, first, out);
    first = false;
  });
  out += ']';
  if (!table.totals.empty()) {
    out += ", \"totals\": [";
    for (size_t i = 0; i < table.totals.size(); ++i)
      append_row(table, table.totals[i], i == 0, out);
    out += ']';
  }
  out += '}';
}

}  // namespace

std::string write_report_json(const Report& report, std::string_view version) {
  std::string out = "{\"kdcl\": " + json_string(version) +
                    ", \"title\": " + json_string(report.title) + ", \"tables\": {";
  const auto add = [&out](const Table& table) {
    if (table.id.empty()) return;
    if (!out.ends_with('{')) out += ',';
    append_json_table(table, out);
  };
  for (const Table& table : report.about) add(table);
  for (const Sheet& sheet : report.sheets)
    for (const Table& table : sheet.tables) add(table);
  return out + "}}\n";
}

namespace {

std::string day(Day value) { return value == kNoDate ? std::string() : format_iso(value); }

std::string json_day(Day value) {
  return value == kNoDate ? std::string("null") : json_string(format_iso(value));
}

}  // namespace

std::string criteria_list_csv(std::span<const CriteriaSet> sets, Language language) {
  std::string out = "id,title,document,from,to,criteria,indicators\n";
  for (const CriteriaSet& set : sets)
    out += fmt::format("{},{},{},{},{},{},{}\n", set.id, csv_field(set.title.in(language), false),
                       csv_field(set.document, false), day(set.in_force_from), day(set.in_force_to),
                       set.criteria.size(), set.indicators.size());
  return out;
}

std::string criteria_list_json(std::span<const CriteriaSet> sets) {
  std::string out;
  for (const CriteriaSet& set : sets)
    out += fmt::format(
        "{}\n  {{\"id\": {}, \"title\": {{\"vi\": {}, \"en\": {}}}, \"document\": {}, \"from\": "
        "{}, "
        "\"to\": {}, \"criteria\": {}, \"indicators\": {}}}",
        out.empty() ? "" : ",", json_string(set.id), json_string(set.title.vi),
        json_string(set.title.en), json_string(set.document), json_day(set.in_force_from),
        json_day(set.in_force_to), set.criteria.size(), set.indicators.size());
  return "[" + out + "\n]\n";
}

}  // namespace kdcl
