#include "write/report_json.h"

#include "write/json.h"
#include "write/json_values.h"

namespace kdcl {
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

}  // namespace kdcl
